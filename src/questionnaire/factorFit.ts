import { chiSquareUpper } from "../numeric/chiSquare.ts";
import type { Matrix } from "../numeric/matrices.ts";
import { noncentralChiSquareParameter } from "../numeric/noncentralChiSquare.ts";

/** How well a factor model reproduces the data; null where there is nothing to test. */
export interface FactorFit {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number | null;
  readonly baselineStatistic: number;
  readonly baselineDf: number;
  readonly cfi: number | null;
  readonly tli: number | null;
  readonly rmsea: number | null;
  readonly rmseaLower: number | null;
  readonly rmseaUpper: number | null;
  readonly srmr: number;
}

/** RMSEA has an interval of 90% by custom: it goes with a test at the 5% level. */
const RMSEA_TAIL = 0.05;

/**
 * Fit indices from the discrepancies of a model and of one in which nothing correlates.
 * @param discrepancy of the model and of the baseline, so that n times it is the likelihood-ratio chi-square
 * @returns chi-square is n F (normal likelihood), RMSEA has n below the root
 * @see Bentler (1990) for CFI; Tucker & Lewis (1973); Steiger (1990), Browne & Cudeck (1993) for RMSEA. Reference:
 * lavaan::fitMeasures
 */
export function factorFit(
  discrepancy: { readonly model: number; readonly baseline: number },
  { n, df, baselineDf, srmr }: { n: number; df: number; baselineDf: number; srmr: number },
): FactorFit {
  const statistic = n * discrepancy.model;
  const baselineStatistic = n * discrepancy.baseline;
  const known = { statistic, df, baselineStatistic, baselineDf, srmr };
  const none = { pValue: null, cfi: null, tli: null, rmsea: null, rmseaLower: null, rmseaUpper: null };
  if (df === 0) return { ...known, ...none };
  const excess = Math.max(0, statistic - df);
  const most = Math.max(excess, baselineStatistic - baselineDf);
  const ratio = baselineStatistic / baselineDf;
  const rootOf = (noncentrality: number) => Math.sqrt(noncentrality / (n * df));
  return {
    ...known,
    pValue: chiSquareUpper(statistic, df),
    cfi: most > 0 ? 1 - excess / most : null,
    tli: ratio > 1 ? (ratio - statistic / df) / (ratio - 1) : null,
    rmsea: rootOf(excess),
    rmseaLower: rootOf(noncentralChiSquareParameter(statistic, df, 1 - RMSEA_TAIL)),
    rmseaUpper: rootOf(noncentralChiSquareParameter(statistic, df, RMSEA_TAIL)),
  };
}

/**
 * Root mean square of what the model leaves over, in standard deviations of the items.
 * @param observed covariances; @param implied what the model makes of them
 * @param meanResiduals observed less fitted means, where means are part of the model
 * @see Bentler (1995); Hu & Bentler (1999). Reference: lavaan's srmr
 */
export function standardizedResidual(
  observed: readonly (readonly number[])[],
  implied: Matrix,
  meanResiduals: readonly number[] = [],
): number {
  const spreads = observed.map((row, i) => Math.sqrt(row[i]!));
  let [sum, count] = [0, 0];
  for (let i = 0; i < observed.length; i++) {
    for (let j = 0; j <= i; j++) {
      const residual = observed[i]![j]! - implied.data[i * observed.length + j]!;
      sum += (residual / (spreads[i]! * spreads[j]!)) ** 2;
      count += 1;
    }
  }
  meanResiduals.forEach((residual, i) => {
    sum += (residual / spreads[i]!) ** 2;
    count += 1;
  });
  return Math.sqrt(sum / count);
}
