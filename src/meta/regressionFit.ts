import { leastSquares } from "../numeric/leastSquares.ts";
import type { Matrix } from "../numeric/matrices.ts";
import { bracketedRoot } from "../numeric/roots.ts";

/** Effects with a design matrix: the intercept is a column of it. */
export interface Regression {
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  readonly design: Matrix;
}

/** A weighted fit at a value of tau2, with the sums that the estimators of tau2 are made of. */
export interface RegressionFit {
  readonly tau2: number;
  readonly coefficients: Float64Array;
  /** (X'WX)^-1: the covariance matrix of the coefficients, not scaled. */
  readonly covariance: Matrix;
  /** Sum of w e^2: Q at tau2 = 0. */
  readonly Q: number;
  /** Sums of w, of w (1 - leverage) and of w^2 e^2. */
  readonly weight: number;
  readonly freeWeight: number;
  readonly squares: number;
  readonly logLikelihood: number;
  readonly restrictedLogLikelihood: number;
  /** Columns of the design that depend on columns before them. */
  readonly dependent: readonly number[];
}

export type RegressionMethod = "REML" | "ML" | "DL" | "HE" | "HS" | "SJ" | "PM" | "EB" | "FE";

/** Points at which the slope of a likelihood is looked at, evenly on a logarithmic scale. */
const LOOKS = 60;

/**
 * Weighted least squares with weights 1 / (v + tau2), or other weights.
 * @see Raudenbush (2009), section 16.3
 */
export function fitAt(data: Regression, tau2: number, own?: (variance: number) => number): RegressionFit {
  const { estimates, variances, design } = data;
  const { rows: k, columns: p } = design;
  const weights = variances.map(own ?? ((variance) => 1 / (variance + tau2)));
  const { coefficients, residuals, inverse, residualSumSquares, dropped } = leastSquares(design, estimates, weights);
  const sums = { weight: 0, freeWeight: 0, squares: 0, logWeights: 0 };
  for (let i = 0; i < k; i++) {
    const w = weights[i]!;
    sums.weight += w;
    sums.freeWeight += w * (1 - w * leverage(design, inverse, i));
    sums.squares += (w * residuals[i]!) ** 2;
    sums.logWeights += Math.log(w);
  }
  const { logWeights, ...rest } = sums;
  const twice = logWeights - residualSumSquares;
  return {
    tau2,
    coefficients,
    covariance: inverse,
    Q: residualSumSquares,
    ...rest,
    logLikelihood: 0.5 * (twice - k * Math.log(2 * Math.PI)),
    restrictedLogLikelihood:
      0.5 * (twice - (k - p) * Math.log(2 * Math.PI) + logDeterminantOf(inverse) + logDeterminantOf(crossOf(design))),
    dependent: dropped,
  };
}

/** The value of tau2 by a method; the highest maximum of a likelihood, bracketed, so that it is always found. */
export function regressionTau2(data: Regression, method: RegressionMethod): { tau2: number; maxima: number } {
  const { rows: k, columns: p } = data.design;
  const single = (tau2: number) => ({ tau2: Math.max(0, tau2), maxima: 1 });
  const fixed = fitAt(data, 0);
  if (method === "FE") return single(0);
  if (method === "DL") return single((fixed.Q - (k - p)) / fixed.freeWeight);
  if (method === "HS") return single((fixed.Q - k) / fixed.weight);
  if (method === "HE") return single(hedges(data));
  if (method === "SJ") return single(sidikJonkman(data));
  if (method === "PM" || method === "EB") return single(pauleMandel(data, fixed));
  return likeliest(data, method);
}

/** Unweighted sum of squares, less what the sampling variances put in. */
function hedges(data: Regression): number {
  const { design, variances } = data;
  const fit = fitAt(data, 0, () => 1);
  let sampling = 0;
  for (let i = 0; i < design.rows; i++) sampling += variances[i]! * (1 - leverage(design, fit.covariance, i));
  return (fit.Q - sampling) / (design.rows - design.columns);
}

/** Two steps, from the spread of the effects about their unweighted mean. @see Sidik & Jonkman (2005) */
function sidikJonkman(data: Regression): number {
  const { estimates, design } = data;
  const mean = estimates.reduce((sum, value) => sum + value, 0) / design.rows;
  const start = estimates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / design.rows;
  if (start === 0) return 0;
  const { Q } = fitAt(data, 0, (variance) => 1 / (variance + start));
  return (start * Q) / (design.rows - design.columns);
}

/** Where the weighted spread equals what the model expects. @see Paule & Mandel (1982); DerSimonian & Kacker (2007) */
function pauleMandel(data: Regression, fixed: RegressionFit): number {
  const df = data.design.rows - data.design.columns;
  if (fixed.Q <= df) return 0;
  const surplus = (tau2: number) => fitAt(data, tau2).Q - df;
  return bracketedRoot(surplus, 0, upperOf(data, surplus)).x;
}

function likeliest(data: Regression, method: "REML" | "ML"): { tau2: number; maxima: number } {
  const slope = (tau2: number) => {
    const fit = fitAt(data, tau2);
    return fit.squares - (method === "REML" ? fit.freeWeight : fit.weight);
  };
  const height = (tau2: number) => {
    const fit = fitAt(data, tau2);
    return method === "REML" ? fit.restrictedLogLikelihood : fit.logLikelihood;
  };
  const upper = upperOf(data, slope);
  const smallest = data.variances.reduce((least, variance) => Math.min(least, variance));
  const places = Array.from(
    { length: LOOKS + 1 },
    (_, i) => smallest * Math.expm1((i / LOOKS) * Math.log1p(upper / smallest)),
  );
  const slopes = places.map(slope);
  const tops = places.flatMap((place, i) =>
    i < LOOKS && slopes[i]! > 0 && slopes[i + 1]! <= 0 ? [bracketedRoot(slope, place, places[i + 1]!).x] : [],
  );
  const candidates = slopes[0]! <= 0 ? [0, ...tops] : tops;
  const heights = candidates.map(height);
  const best = heights.reduce((top, value, i) => (value > heights[top]! ? i : top), 0);
  return { tau2: candidates[best] ?? 0, maxima: candidates.length };
}

/** A tau2 that is too large: there the effects lie closer together than the model expects. */
function upperOf(data: Regression, surplus: (tau2: number) => number): number {
  const { Q } = fitAt(data, 0, () => 1);
  const largest = data.variances.reduce((most, variance) => Math.max(most, variance));
  let upper = Q / (data.design.rows - data.design.columns) + largest;
  while (surplus(upper) > 0) upper *= 4;
  return upper;
}

/** x' A x for row i of the design. */
function leverage({ columns, data }: Matrix, inverse: Matrix, i: number): number {
  let sum = 0;
  for (let a = 0; a < columns; a++) {
    for (let b = 0; b < columns; b++)
      sum += data[i * columns + a]! * inverse.data[a * columns + b]! * data[i * columns + b]!;
  }
  return sum;
}

function crossOf({ rows, columns, data }: Matrix): Matrix {
  const cross = { rows: columns, columns, data: new Float64Array(columns * columns) };
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) cross.data[a * columns + b]! += data[i * columns + a]! * data[i * columns + b]!;
    }
  }
  return cross;
}

/** Logarithm of the determinant of a positive definite matrix, by Gaussian elimination. */
function logDeterminantOf({ rows, data }: Matrix): number {
  const left = data.slice();
  let sum = 0;
  for (let k = 0; k < rows; k++) {
    const pivot = left[k * rows + k]!;
    sum += Math.log(pivot);
    for (let i = k + 1; i < rows; i++) {
      const factor = left[i * rows + k]! / pivot;
      for (let j = k; j < rows; j++) left[i * rows + j]! -= factor * left[k * rows + j]!;
    }
  }
  return sum;
}
