import { cholesky, choleskyInverse } from "../numeric/cholesky.ts";
import { type Matrix, multiply, multiplyVector, transpose, zeros } from "../numeric/matrices.ts";
import { pseudoInverseSquareRoot, symmetricSquareRoot } from "../numeric/matrixRoots.ts";

/** A fitted model with a block of working variances per cluster. */
export interface BlockedFit {
  /** All predictors, the intercept among them. */
  readonly design: Matrix;
  readonly residuals: Float64Array;
  /** Covariance matrix of the coefficients, were the working variances true. */
  readonly bread: Matrix;
  /** The rows of each cluster. */
  readonly clusters: readonly (readonly number[])[];
  /** Working covariance of two rows of a cluster. */
  readonly covarianceOf: (row: number, other: number) => number;
}

/** CR0: none; CR1: J / (J - 1); CR2: unbiased where the working variances are true. */
export type SandwichCorrection = "CR0" | "CR1" | "CR2";

export interface Sandwich {
  readonly covariance: Matrix;
  /** Satterthwaite's, per coefficient; NaN with one cluster. */
  readonly degreesOfFreedom: readonly number[];
}

/** What a cluster adds: its scores, and per coefficient the variance of its own errors and how it meets the predictors. */
interface Part {
  readonly scores: Float64Array;
  readonly spread: readonly number[];
  readonly meets: readonly Float64Array[];
}

/**
 * Cluster-robust covariance matrix of a generalised least squares fit, with degrees of freedom for each coefficient. Works
 * cluster by cluster: no matrix is larger than the largest cluster.
 * @see Pustejovsky & Tipton (2018), eqs. 6-11; Tipton (2015). Reference: clubSandwich::coef_test(rma.mv(...), "CR2")
 */
export function nestedSandwich(fit: BlockedFit, correction: SandwichCorrection): Sandwich {
  const p = fit.design.columns;
  const J = fit.clusters.length;
  const factor = correction === "CR1" ? Math.sqrt(J / (J - 1)) : 1;
  const parts = fit.clusters.map((rows) => partOf(fit, rows, correction === "CR2" ? null : factor));
  const meat = zeros(p, p);
  for (const { scores } of parts) {
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) meat.data[i * p + j]! += scores[i]! * scores[j]!;
  }
  return {
    covariance: meat,
    degreesOfFreedom: Array.from({ length: p }, (_, c) => degreesOf(parts, fit.bread, c)),
  };
}

function partOf(fit: BlockedFit, rows: readonly number[], factor: number | null): Part {
  const { design, residuals, bread } = fit;
  const size = rows.length;
  const x = zeros(size, design.columns);
  const variance = zeros(size, size);
  rows.forEach((row, i) => {
    for (let k = 0; k < design.columns; k++) x.data[i * design.columns + k] = design.data[row * design.columns + k]!;
    rows.forEach((other, j) => {
      variance.data[i * size + j] = fit.covarianceOf(row, other);
    });
  });
  const influence = multiply(multiply(choleskyInverse(cholesky(variance)!), x), bread);
  const adjusted = factor === null ? multiply(adjustment(variance, x, bread), influence) : scaled(influence, factor);
  const own = Float64Array.from(rows, (row) => residuals[row]!);
  const columns = transpose(adjusted);
  const a = Array.from({ length: design.columns }, (_, c) => columns.data.subarray(c * size, (c + 1) * size));
  return {
    scores: multiplyVector(columns, own),
    spread: a.map((weights) => dot(weights, multiplyVector(variance, weights))),
    meets: a.map((weights) => multiplyVector(transpose(x), weights)),
  };
}

function scaled(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, data: matrix.data.map((value) => value * factor) };
}

/** A, the symmetric solution of A G A = V with G the variance of the residuals and V that of the errors. */
function adjustment(variance: Matrix, x: Matrix, bread: Matrix): Matrix {
  const root = symmetricSquareRoot(variance);
  const fitted = multiply(multiply(x, bread), transpose(x));
  const left = { ...variance, data: variance.data.map((value, k) => value - fitted.data[k]!) };
  return multiply(multiply(root, pseudoInverseSquareRoot(multiply(multiply(root, left), root))), root);
}

/** Twice the squared mean of the variance estimate over its own variance, were the working variances true. */
function degreesOf(parts: readonly Part[], bread: Matrix, c: number): number {
  const p = bread.columns;
  const shared = zeros(p, p);
  let [mean, own, counted] = [0, 0, 0];
  for (const { spread, meets } of parts) {
    const through = multiplyVector(bread, meets[c]!);
    const inside = dot(meets[c]!, through);
    mean += spread[c]! - inside;
    own += (spread[c]! - inside) ** 2;
    counted += inside ** 2;
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) shared.data[i * p + j]! += through[i]! * meets[c]![j]!;
  }
  let all = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) all += shared.data[i * p + j]! * shared.data[j * p + i]!;
  return (mean * mean) / (own + all - counted);
}

function dot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}
