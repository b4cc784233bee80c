import { cholesky, choleskyInverse, logDeterminant } from "./cholesky.ts";
import { symmetricEigen } from "./eigenvalues.ts";
import { fromRows, type Matrix, mirrored, multiply, zeros } from "./matrices.ts";
import { type Curvature, newtonMinimum } from "./newton.ts";
import { addOneFactorCurvature } from "./oneFactorCurvature.ts";

type Rows = readonly (readonly number[])[];

/** One factor with variance 1 behind k items. */
export interface OneFactor {
  /** Loadings, in the unit of the items; their sum is not negative. */
  readonly loadings: readonly number[];
  /** Residual variances; below 0 in a Heywood case. */
  readonly residuals: readonly number[];
  /** How far the model is from the covariances: log|V| + tr(S V^-1) - log|S| - k, 0 when it fits them exactly. */
  readonly discrepancy: number;
  /** Covariance matrix of loadings and residual variances from the expected information of one row: divide by n. */
  readonly parameterCovariance: Rows;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * One factor behind items by maximum likelihood, from their covariance matrix.
 * @param covariance symmetric and positive definite, denominator n for what structural equation programs print
 * @returns the fit; residual variances are free to become negative; null when the matrix is not positive definite
 * @see Jöreskog (1969); Lawley & Maxwell (1971), ch. 7 for the information matrix. Reference: lavaan::cfa(std.lv = TRUE)
 * @example oneFactor([[1, 0.42, 0.48], [0.42, 1, 0.56], [0.48, 0.56, 1]]).loadings.map((one) => Math.round(1e12 * one) / 1e12) // [0.6, 0.7, 0.8]
 */
export function oneFactor(covariance: Rows): OneFactor | null {
  const spreads = covariance.map((row, i) => Math.sqrt(row[i]!));
  const standard = fromRows(covariance.map((row, i) => row.map((value, j) => value / (spreads[i]! * spreads[j]!))));
  const root = cholesky(standard);
  if (root === null) return null;
  const fits = oneFactorStarts(standard).flatMap(
    (start) => newtonMinimum((x) => discrepancyAt(x, standard, logDeterminant(root)), start) ?? [],
  );
  const fit = fits.reduce((best, one) => (isBetter(one, best) ? one : best));
  const turned = signed(fit.x);
  const scale = [...spreads, ...spreads.map((spread) => spread * spread)];
  return {
    loadings: spreads.map((spread, j) => turned[j]! * spread),
    residuals: spreads.map((spread, j) => turned[spreads.length + j]! * spread * spread),
    discrepancy: Math.max(0, fit.value),
    parameterCovariance: rescaled(expectedCovariance(turned), scale),
    iterations: fit.iterations,
    converged: fit.converged,
  };
}

type Ending = NonNullable<ReturnType<typeof newtonMinimum>>;

/** A search that ended well before one that did not; then the lower value. */
function isBetter(one: Ending, best: Ending): boolean {
  return one.converged === best.converged ? one.value < best.value - 1e-12 : one.converged;
}

/** Value and derivatives for standardized items; null where the model's covariance matrix is not positive definite. */
function discrepancyAt(x: Float64Array, standard: Matrix, logDeterminantOfData: number): Curvature | null {
  const k = standard.columns;
  const root = cholesky(impliedCovariance(x, k));
  if (root === null) return null;
  const inverse = choleskyInverse(root);
  const through = multiply(inverse, standard);
  const product = multiply(through, inverse);
  const gradient = new Float64Array(2 * k);
  const hessian = zeros(2 * k, 2 * k);
  addOneFactorCurvature(x, { share: 1, inverse, product }, gradient, hessian);
  let trace = 0;
  for (let i = 0; i < k; i++) trace += through.data[i * k + i]!;
  return { value: logDeterminant(root) + trace - logDeterminantOfData - k, gradient, hessian: mirrored(hessian) };
}

/** Loadings' products, with the residual variances on the diagonal. */
export function impliedCovariance(x: ArrayLike<number>, k: number): Matrix {
  const implied = zeros(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) implied.data[i * k + j] = x[i]! * x[j]! + (i === j ? x[k + i]! : 0);
  }
  return implied;
}

/** Guesses for standardized items: the first principal factor, and all items alike. */
export function oneFactorStarts(correlations: Matrix): Float64Array[] {
  const k = correlations.columns;
  const { values, vectors } = symmetricEigen(correlations);
  const strength = Math.sqrt(Math.max(0.1, (values[0]! - 1) / Math.max(1, k - 1)));
  const sign = vectors.data.reduce((sum, value, i) => (i % k === 0 ? sum + value : sum), 0) < 0 ? -1 : 1;
  const principal = Array.from({ length: k }, (_, i) => {
    const loading = sign * vectors.data[i * k]! * Math.sqrt(k) * strength;
    return Math.max(-0.95, Math.min(0.95, loading));
  });
  const alike = principal.map((loading) => (loading < 0 ? -0.6 : 0.6));
  return [principal, alike].map((loadings) => Float64Array.of(...loadings, ...loadings.map((one) => 1 - one * one)));
}

/** The factor's direction is free: the sum of the loadings is made positive. */
export function signed(x: Float64Array): Float64Array {
  const k = x.length / 2;
  const sum = x.subarray(0, k).reduce((total, loading) => total + loading, 0);
  return sum < 0 ? x.map((value, i) => (i < k ? -value : value)) : x;
}

/** Inverse of the expected information of one row, half the expected second derivatives. */
function expectedCovariance(x: Float64Array): Matrix | null {
  const k = x.length / 2;
  const root = cholesky(impliedCovariance(x, k));
  if (root === null) return null;
  const inverse = choleskyInverse(root);
  const expected = zeros(2 * k, 2 * k);
  addOneFactorCurvature(x, { share: 0.5, inverse, product: inverse }, new Float64Array(2 * k), expected);
  const information = cholesky(mirrored(expected));
  return information === null ? null : choleskyInverse(information);
}

/** In the unit of the items; no numbers where there is no such matrix. */
export function rescaled(matrix: Matrix | null, scale: readonly number[]): number[][] {
  const size = scale.length;
  return scale.map((a, i) =>
    scale.map((b, j) => (matrix === null ? Number.NaN : matrix.data[i * matrix.columns + j]! * a * b)).slice(0, size),
  );
}
