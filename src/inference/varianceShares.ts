import { finiteOrNull } from "../foundation/result.ts";
import { noncentralFParameter } from "../numeric/noncentralF.ts";

/** An analysis of variance table of one factor. */
export interface VarianceTable {
  readonly between: number;
  readonly within: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
}

/** A share of variance with its limits. */
export interface VarianceShare {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The share of variance that groups account for: eta squared of this sample; omega squared and epsilon squared, less
 * biased as estimates of the population (below 0 where F is below 1: shown as it is).
 * @returns limits from the noncentral F distribution as ncp / (ncp + df within), each share through its own F, from 0;
 * Steiger's (2004) convention divides by ncp + N instead
 * @see Hays (1963); Kelley (1935); Steiger (2004). Reference: effectsize::eta_squared(alternative = "two.sided")
 * @example varianceShares({ between: 6, within: 10, dfBetween: 1, dfWithin: 4 }, 0.95).eta2.estimate // 0.375
 */
export function varianceShares({ between, within, dfBetween, dfWithin }: VarianceTable, level: number) {
  const meanSquare = within / dfWithin;
  const total = between + within;
  const shareWith = (estimate: number): VarianceShare => {
    if (!Number.isFinite(estimate)) return { estimate: null, lower: null, upper: null };
    const F = Math.max(0, estimate / dfBetween / ((1 - estimate) / dfWithin));
    const limit = (p: number) => {
      const ncp = noncentralFParameter(F, dfBetween, dfWithin, p);
      return finiteOrNull(ncp / (ncp + dfWithin));
    };
    if (!Number.isFinite(F)) return { estimate, lower: null, upper: null };
    return { estimate, lower: limit((1 + level) / 2), upper: limit((1 - level) / 2) };
  };
  return {
    eta2: shareWith(between / total),
    omega2: shareWith((between - dfBetween * meanSquare) / (total + meanSquare)),
    epsilon2: shareWith((between - dfBetween * meanSquare) / total),
  };
}
