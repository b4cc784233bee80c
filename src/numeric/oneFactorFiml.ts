import { cholesky, choleskyInverse, logDeterminant } from "./cholesky.ts";
import { type IncompleteMoments, incompleteMoments } from "./incompleteMoments.ts";
import { type Matrix, mirrored, zeros } from "./matrices.ts";
import { type MissingPattern, missingPatterns } from "./missingPatterns.ts";
import { type Curvature, newtonMinimum } from "./newton.ts";
import { type OneFactor, oneFactorStarts, rescaled, signed } from "./oneFactor.ts";
import { addOneFactorCurvature, timesLoadings } from "./oneFactorCurvature.ts";
import { univariate } from "./univariate.ts";

/** One factor behind items of which answers are missing; `discrepancy` is the deviance beyond that of no model, over n. */
export interface OneFactorFiml extends OneFactor {
  readonly n: number;
  readonly means: readonly number[];
  /** The most likely means and covariances (denominator n) without a model, and with uncorrelated items. */
  readonly saturatedMeans: readonly number[];
  readonly saturatedCovariance: readonly (readonly number[])[];
  /** The deviance of uncorrelated items beyond that of no model, over n. */
  readonly baselineDiscrepancy: number;
}

/**
 * One factor behind items by full-information maximum likelihood: every answer given counts, none is filled in.
 * @param columns one per item, equally long; NaN is missing (at random); rows without any answer are left out
 * @param times how often each row counts; once when not given
 * @returns the fit, its parameter covariance from the observed information of one row; null when an item does not vary
 * or the covariances cannot be estimated
 * @see Arbuckle (1996); Enders & Bandalos (2001). Reference: lavaan::cfa(std.lv = TRUE, missing = "ml")
 * @example oneFactorFiml([[1, 2, 3, 5, 4, 3], [2, 2, 3, 4, 5, NaN], [1, 3, 2, 5, 4, 4]].map((c) => Float64Array.from(c))).n // 6
 */
export function oneFactorFiml(columns: readonly Float64Array[], times?: ArrayLike<number>): OneFactorFiml | null {
  const k = columns.length;
  const units = columns.map((column) => unitOf(column));
  if (units.some(({ spread }) => !(spread > 0))) return null;
  const standard = columns.map((column, j) => column.map((value) => (value - units[j]!.mean) / units[j]!.spread));
  const patterns = missingPatterns(standard, times);
  const saturated = incompleteMoments(patterns, k);
  if (saturated === null || !saturated.converged) return null;
  const fit = bestFit(patterns, saturated, k);
  if (fit === null) return null;
  const n = patterns.reduce((sum, pattern) => sum + pattern.n, 0);
  const turned = signed(fit.x.slice(0, 2 * k));
  const flipped = turned[0] !== fit.x[0];
  const spreads = units.map(({ spread }) => spread);
  const scale = spreads.map((spread) => (flipped ? -spread : spread));
  return {
    n,
    loadings: spreads.map((spread, j) => turned[j]! * spread),
    residuals: spreads.map((spread, j) => turned[k + j]! * spread ** 2),
    means: units.map(({ mean, spread }, j) => mean + spread * fit.x[2 * k + j]!),
    discrepancy: Math.max(0, fit.value - saturated.deviance),
    baselineDiscrepancy: Math.max(0, baselineDeviance(patterns, k) - saturated.deviance),
    parameterCovariance: rescaled(observedCovariance(fit.hessian), [...scale, ...spreads.map((spread) => spread ** 2)]),
    saturatedMeans: units.map(({ mean, spread }, j) => mean + spread * saturated.means[j]!),
    saturatedCovariance: rescaled(saturated.covariance, spreads),
    iterations: fit.iterations,
    converged: fit.converged,
  };
}

function unitOf(column: Float64Array): { mean: number; spread: number } {
  const { n, mean, sumSquares } = univariate(column);
  return { mean, spread: Math.sqrt(sumSquares / n) };
}

function bestFit(patterns: readonly MissingPattern[], { means, covariance }: IncompleteMoments, k: number) {
  const spreads = means.map((_, j) => Math.sqrt(covariance.data[j * k + j]!));
  const correlations = { ...covariance, data: covariance.data.slice() };
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) correlations.data[i * k + j]! /= spreads[i]! * spreads[j]!;
  }
  const fits = oneFactorStarts(correlations).flatMap((start) => {
    const scaled = start.map((value, i) => value * (i < k ? spreads[i]! : spreads[i - k]! ** 2));
    return newtonMinimum((x) => devianceAt(x, patterns, k), Float64Array.of(...scaled, ...means)) ?? [];
  });
  const [first, second] = fits;
  if (first === undefined || second === undefined) return first ?? null;
  if (first.converged !== second.converged) return first.converged ? first : second;
  return second.value < first.value - 1e-12 ? second : first;
}

/** Minus twice the log-likelihood over n (without its constant), by loadings, residual variances and means. */
function devianceAt(x: Float64Array, patterns: readonly MissingPattern[], k: number): Curvature | null {
  const total = patterns.reduce((sum, { n }) => sum + n, 0);
  const gradient = new Float64Array(3 * k);
  const hessian = zeros(3 * k, 3 * k);
  let value = 0;
  for (const pattern of patterns) {
    const part = partAt(x, pattern, k);
    if (part === null) return null;
    const share = pattern.n / total;
    value += share * part.value;
    addOneFactorCurvature(x, { share, ...part }, gradient, hessian);
    addMeans(x, { share, ...part }, gradient, hessian);
  }
  return { value, gradient, hessian: mirrored(hessian) };
}

/** One pattern's deviance, with V^-1, V^-1 T V^-1 and V^-1 d, 0 where items are missing. */
function partAt(x: Float64Array, { present, means, covariances }: MissingPattern, k: number) {
  const count = present.length;
  const own = zeros(count, count);
  present.forEach((i, a) => {
    present.forEach((j, b) => {
      own.data[a * count + b] = x[i]! * x[j]! + (i === j ? x[k + i]! : 0);
    });
  });
  const root = cholesky(own);
  if (root === null) return null;
  const small = choleskyInverse(root).data;
  const apart = present.map((j, a) => means[a]! - x[2 * k + j]!);
  const seen = covariances.map((row, a) => row.map((value, b) => value + apart[a]! * apart[b]!));
  const through = present.map((_, a) =>
    present.map((_, b) => seen.reduce((sum, row, c) => sum + small[a * count + c]! * row[b]!, 0)),
  );
  const inverse = zeros(k, k);
  const product = zeros(k, k);
  const weighted = new Float64Array(k);
  present.forEach((i, a) => {
    weighted[i] = apart.reduce((sum, d, b) => sum + small[a * count + b]! * d, 0);
    present.forEach((j, b) => {
      inverse.data[i * k + j] = small[a * count + b]!;
      product.data[i * k + j] = through[a]!.reduce((sum, value, c) => sum + value * small[c * count + b]!, 0);
    });
  });
  const value = through.reduce((sum, row, a) => sum + row[a]!, logDeterminant(root));
  return { value, inverse, product, weighted };
}

interface MeansPart {
  readonly share: number;
  readonly inverse: Matrix;
  readonly weighted: Float64Array;
}

/** Derivatives by the means, alone and together with loadings and residual variances. */
function addMeans(x: Float64Array, { share, inverse, weighted }: MeansPart, gradient: Float64Array, hessian: Matrix) {
  const k = inverse.columns;
  const size = hessian.columns;
  const a = inverse.data;
  const u = timesLoadings(a, x, k);
  const common = weighted.reduce((sum, value, i) => sum + value * x[i]!, 0);
  const add = (i: number, j: number, value: number) => {
    hessian.data[i * size + j] = hessian.data[i * size + j]! + share * value;
  };
  for (let i = 0; i < k; i++) {
    gradient[2 * k + i] = gradient[2 * k + i]! - 2 * share * weighted[i]!;
    for (let j = 0; j < k; j++) {
      add(2 * k + i, j, 2 * (a[i * k + j]! * common + u[i]! * weighted[j]!));
      add(2 * k + i, k + j, 2 * a[i * k + j]! * weighted[j]!);
      if (j <= i) add(2 * k + i, 2 * k + j, 2 * a[i * k + j]!);
    }
  }
}

/** Inverse of half the second derivatives; loadings and residual variances only. */
function observedCovariance(hessian: Matrix): Matrix | null {
  const root = cholesky({ ...hessian, data: hessian.data.map((value) => value / 2) });
  return root === null ? null : choleskyInverse(root);
}

/** Uncorrelated items: every column has its own mean and variance. */
function baselineDeviance(patterns: readonly MissingPattern[], k: number): number {
  const total = patterns.reduce((sum, { n }) => sum + n, 0);
  let deviance = 0;
  for (let j = 0; j < k; j++) {
    const own = patterns.flatMap(({ present, n, means, covariances }) => {
      const a = present.indexOf(j);
      return a < 0 ? [] : [{ n, mean: means[a]!, variance: covariances[a]![a]! }];
    });
    const n = own.reduce((sum, one) => sum + one.n, 0);
    const mean = own.reduce((sum, one) => sum + (one.n / n) * one.mean, 0);
    const variance = own.reduce((sum, one) => sum + (one.n / n) * (one.variance + (one.mean - mean) ** 2), 0);
    deviance += (n / total) * (Math.log(variance) + 1);
  }
  return deviance;
}
