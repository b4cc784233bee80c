import { logFactorial } from "../numeric/gammaFunction.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { newcombeInterval } from "../numeric/wilsonInterval.ts";

/** Counts of two rows and two columns. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

interface WithLimits {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** Tables as likely as the observed one, to rounding, count as no more likely. */
const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the chance, margins given, of all tables that are no more likely than this one.
 * @see Fisher (1935). Reference: fisher.test(table)
 * @example fisherExact({ a: 3, b: 1, c: 1, d: 3 }) // 0.485714285714286
 */
export function fisherExact({ a, b, c, d }: TwoByTwo): number {
  const [first, second, present] = [a + b, c + d, a + c];
  const log = (x: number) =>
    -(logFactorial(x) + logFactorial(first - x) + logFactorial(present - x) + logFactorial(second - present + x));
  const own = log(a);
  let likely = 0;
  let all = 0;
  for (let x = Math.max(0, present - second); x <= Math.min(first, present); x++) {
    const chance = Math.exp(log(x) - own);
    all += chance;
    if (chance <= AS_LIKELY) likely += chance;
  }
  return likely / all;
}

/**
 * Odds ratio (Woolf's limits), risk ratio (Katz's limits; chance of the first column, first row over second) and risk
 * difference (Newcombe's limits).
 * @returns null for a ratio that an empty cell leaves without limits
 * @see Woolf (1955); Katz, Baptista, Azen & Pike (1978); Newcombe (1998)
 */
export function twoByTwoEffects({ a, b, c, d }: TwoByTwo, level: number) {
  const z = normalUpperQuantile((1 - level) / 2);
  const ratio = (estimate: number, variance: number): WithLimits | null => {
    if (!(estimate > 0 && Number.isFinite(estimate) && Number.isFinite(variance))) return null;
    const reach = Math.exp(z * Math.sqrt(variance));
    return { estimate, lower: estimate / reach, upper: estimate * reach };
  };
  const [first, second] = [a + b, c + d];
  return {
    oddsRatio: ratio((a * d) / (b * c), 1 / a + 1 / b + 1 / c + 1 / d),
    riskRatio: ratio(a / first / (c / second), 1 / a - 1 / first + 1 / c - 1 / second),
    riskDifference: {
      estimate: a / first - c / second,
      ...newcombeInterval({ count: a, n: first }, { count: c, n: second }, level),
    },
  };
}
