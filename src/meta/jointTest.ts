import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { cholesky, choleskySolve } from "../numeric/cholesky.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { fromRows } from "../numeric/matrices.ts";

/** A test of several estimates together; null where they depend on one another. */
export interface JointTest {
  readonly statistic: number | null;
  readonly df: number;
  readonly dfError: number | null;
  readonly pValue: number | null;
}

/** What must be left of an estimate after those before it, as a share of its standard error. */
const INDEPENDENCE = 1e-7;

/**
 * Wald's test that all estimates are 0: chi-square with infinite error degrees of freedom, else F.
 * @param covariance as the single tests have it, scaled
 * @see Knapp & Hartung (2003). Reference: metafor::anova(fit, X = )
 */
export function jointTest(estimates: readonly number[], covariance: readonly (readonly number[])[], dfError: number) {
  const df = estimates.length;
  const errors = covariance.map((row, i) => Math.sqrt(row[i]!));
  const lower = cholesky(fromRows(covariance.map((row, i) => row.map((value, j) => value / errors[i]! / errors[j]!))));
  const apart = lower?.data.every((value, at) => at % (df + 1) !== 0 || value > INDEPENDENCE);
  if (!lower || !apart) return { statistic: null, df, dfError: null, pValue: null };
  const z = Float64Array.from(estimates, (value, i) => value / errors[i]!);
  const chi2 = choleskySolve(lower, z).reduce((sum, value, i) => sum + value * z[i]!, 0);
  if (dfError === Number.POSITIVE_INFINITY) {
    return { statistic: chi2, df, dfError: null, pValue: chiSquareUpper(chi2, df) };
  }
  return { statistic: chi2 / df, df, dfError, pValue: fUpper(chi2 / df, df, dfError) };
}
