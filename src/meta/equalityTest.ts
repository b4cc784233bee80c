import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { layOut } from "./effectLayout.ts";
import { residualSums } from "./residualSums.ts";

/** A mean and the variance of its error. */
export interface MeanWithVariance {
  readonly mean: number;
  readonly variance: number;
}

export interface EqualityTest {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
}

/**
 * Chi-square test that independent means are equal: their weighted spread around their weighted mean.
 * @returns null for fewer than two means
 * @see Borenstein, Hedges, Higgins & Rothstein (2009), ch. 19
 */
export function equalityTest(means: readonly MeanWithVariance[]): EqualityTest | null {
  const df = means.length - 1;
  if (df < 1) return null;
  const estimates = Float64Array.from(means.map(({ mean }) => mean));
  const variances = Float64Array.from(means.map(({ variance }) => variance));
  const statistic = residualSums(layOut({ estimates, variances }), 0).Q;
  return { statistic, df, pValue: chiSquareUpper(statistic, df) };
}
