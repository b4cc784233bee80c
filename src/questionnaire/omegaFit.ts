import { cholesky, logDeterminant } from "../numeric/cholesky.ts";
import { correlationsFrom } from "../numeric/covariances.ts";
import { fromRows } from "../numeric/matrices.ts";
import { covarianceOf, momentsOf } from "../numeric/moments.ts";
import { impliedCovariance, type OneFactor, oneFactor } from "../numeric/oneFactor.ts";
import { oneFactorFiml } from "../numeric/oneFactorFiml.ts";
import { type FactorFit, factorFit, standardizedResidual } from "./factorFit.ts";

/** One factor fitted to items, whatever the way missing answers were dealt with. */
export interface OmegaFit extends OneFactor {
  readonly n: number;
  /** Covariances of the data (denominator n) and, when answers are missing, how far fitted means lie from theirs. */
  readonly observed: readonly (readonly number[])[];
  readonly meanResiduals: readonly number[];
  readonly baselineDiscrepancy: number;
}

/** From complete rows; null when their covariance matrix is not positive definite. */
export function fitComplete(columns: readonly Float64Array[]): OmegaFit | null {
  const moments = momentsOf(columns);
  const observed = covarianceOf(moments, "n");
  const fit = observed.every((row, j) => row[j]! > 0) ? oneFactor(observed) : null;
  const root = fit === null ? null : cholesky(fromRows(correlationsFrom(observed)));
  if (fit === null || root === null) return null;
  return { ...fit, n: moments.n, observed, meanResiduals: [], baselineDiscrepancy: -logDeterminant(root) };
}

/** From all answers given; `times` says how often each row counts. */
export function fitIncomplete(columns: readonly Float64Array[], times?: ArrayLike<number>): OmegaFit | null {
  const fit = oneFactorFiml(columns, times);
  if (fit === null) return null;
  const meanResiduals = fit.saturatedMeans.map((mean, j) => mean - fit.means[j]!);
  return { ...fit, observed: fit.saturatedCovariance, meanResiduals };
}

/** Omega with the variance the model implies as its denominator, and with the one observed. */
export function omegasOf({ loadings, residuals, observed }: OmegaFit): { omega: number; observedOmega: number } {
  const shared = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  const own = residuals.reduce((sum, residual) => sum + residual, 0);
  const variance = observed.reduce((sum, row) => sum + row.reduce((rest, value) => rest + value, 0), 0);
  return { omega: shared / (shared + own), observedOmega: shared / variance };
}

/** Standard error of omega (implied denominator) by the delta method; NaN without a parameter covariance. */
export function omegaStandardError({ loadings, residuals, parameterCovariance, n }: OmegaFit): number {
  const total = loadings.reduce((sum, loading) => sum + loading, 0);
  const own = residuals.reduce((sum, residual) => sum + residual, 0);
  const variance = total ** 2 + own;
  const k = loadings.length;
  const slopes = Array.from({ length: 2 * k }, (_, i) => (i < k ? 2 * total * own : -(total ** 2)) / variance ** 2);
  const square = slopes.reduce(
    (sum, a, i) => sum + slopes.reduce((rest, b, j) => rest + a * b * parameterCovariance[i]![j]!, 0),
    0,
  );
  return Math.sqrt(square / n);
}

/** Chi-square and fit indices. */
export function fitIndices(fit: OmegaFit): FactorFit {
  const k = fit.loadings.length;
  const implied = impliedCovariance([...fit.loadings, ...fit.residuals], k);
  const degrees = { df: (k * (k - 3)) / 2, baselineDf: (k * (k - 1)) / 2 };
  // three items fit exactly: what is left over is rounding
  const exact = degrees.df === 0 && fit.discrepancy < 1e-10;
  const srmr = exact ? 0 : standardizedResidual(fit.observed, implied, fit.meanResiduals);
  const discrepancy = { model: exact ? 0 : fit.discrepancy, baseline: fit.baselineDiscrepancy };
  return factorFit(discrepancy, { n: fit.n, ...degrees, srmr });
}
