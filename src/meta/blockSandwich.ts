import { cholesky, choleskyInverse, choleskySolve } from "../numeric/cholesky.ts";
import { fromRows, type Matrix, multiply, multiplyVector, transpose, zeros } from "../numeric/matrices.ts";
import { pseudoInverseSquareRoot, symmetricPseudoInverse, symmetricSquareRoot } from "../numeric/matrixRoots.ts";
import { hotellingDf, type SandwichPart } from "./hotellingDf.ts";

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

/**
 * With J clusters, N rows and p coefficients, CR0: none; CR1: J / (J - 1); CR1p: J / (J - p); CR1S: J (N - 1) / ((J - 1)
 * (N - p)); CR2: unbiased where the working variances are true; CR3: close to the jackknife over clusters.
 */
export const SANDWICH_CORRECTIONS = ["CR2", "CR3", "CR1", "CR1p", "CR1S", "CR0"] as const;
export type SandwichCorrection = (typeof SANDWICH_CORRECTIONS)[number];

export interface Sandwich {
  readonly covariance: Matrix;
  /** Satterthwaite's, per coefficient; NaN with one cluster. */
  readonly degreesOfFreedom: readonly number[];
  /**
   * Several coefficients against 0 together: Hotelling's T squared scaled to be F (HTZ). Null where their variance has no
   * inverse or no degrees of freedom are left.
   */
  readonly wald: (coefficients: Float64Array, columns: readonly number[]) => RobustWald | null;
}

export interface RobustWald {
  readonly statistic: number;
  readonly dfError: number;
}

/**
 * Cluster-robust covariance matrix of a generalised least squares fit, with degrees of freedom for each coefficient. Works
 * cluster by cluster: no matrix is larger than the largest cluster.
 * @see Pustejovsky & Tipton (2018), eqs. 6-13; Tipton & Pustejovsky (2015) for HTZ. Reference:
 * clubSandwich::coef_test(rma.mv(...), "CR2"), clubSandwich::Wald_test(..., test = "HTZ")
 */
export function blockSandwich(model: BlockedFit, correction: SandwichCorrection): Sandwich {
  const p = model.design.columns;
  const factor = factorOf(correction, model.clusters.length, model.design);
  const parts = model.clusters.map((rows) => partOf(model, rows, { correction, factor }));
  const covariance = zeros(p, p);
  for (const { scores } of parts) {
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) covariance.data[i * p + j]! += scores[i]! * scores[j]!;
  }
  return {
    covariance,
    degreesOfFreedom: Array.from({ length: p }, (_, c) => hotellingDf(parts, model.bread, [c])),
    wald: (coefficients, columns) => {
      const size = columns.length;
      const squares = waldSquares(coefficients, covariance, columns);
      const eta = hotellingDf(parts, model.bread, columns);
      const dfError = eta - size + 1;
      return squares === null || !(dfError > 0) ? null : { statistic: (dfError / (eta * size)) * squares, dfError };
    },
  };
}

/** The quadratic form of coefficients in the inverse of their covariance matrix; null where it has none. */
export function waldSquares(coefficients: Float64Array, covariance: Matrix, columns: readonly number[]): number | null {
  const p = covariance.columns;
  const lower = cholesky(fromRows(columns.map((i) => columns.map((j) => covariance.data[i * p + j]!))));
  const own = Float64Array.from(columns, (j) => coefficients[j]!);
  return lower === null ? null : choleskySolve(lower, own).reduce((sum, value, i) => sum + value * own[i]!, 0);
}

/** What multiplies the residuals of every cluster alike. */
function factorOf(correction: SandwichCorrection, J: number, { rows: N, columns: p }: Matrix): number {
  const factors = {
    CR0: 1,
    CR1: J / (J - 1),
    CR1p: J > p ? J / (J - p) : Number.NaN,
    CR1S: (J * (N - 1)) / ((J - 1) * (N - p)),
    CR2: 1,
    CR3: 1,
  };
  return Math.sqrt(factors[correction]);
}

interface Adjusting {
  readonly correction: SandwichCorrection;
  readonly factor: number;
}

function partOf(model: BlockedFit, rows: readonly number[], { correction, factor }: Adjusting): SandwichPart {
  const { design, residuals, bread, covarianceOf } = model;
  const size = rows.length;
  const x = zeros(size, design.columns);
  const variance = zeros(size, size);
  rows.forEach((row, i) => {
    for (let k = 0; k < design.columns; k++) x.data[i * design.columns + k] = design.data[row * design.columns + k]!;
    rows.forEach((other, j) => {
      variance.data[i * size + j] = covarianceOf(row, other);
    });
  });
  const weights = multiply(adjustedInverse(variance, x, bread, correction), multiply(x, bread));
  const columns = transpose({ ...weights, data: weights.data.map((value) => value * factor) });
  return {
    scores: multiplyVector(
      columns,
      Float64Array.from(rows, (row) => residuals[row]!),
    ),
    spread: multiply(multiply(columns, variance), transpose(columns)),
    meets: multiply(columns, x),
  };
}

/** A V^-1: with G the variance of the residuals, A solves A G A = V for CR2 and is V G^-1 for CR3. */
function adjustedInverse(variance: Matrix, x: Matrix, bread: Matrix, correction: SandwichCorrection): Matrix {
  if (correction !== "CR2" && correction !== "CR3") return choleskyInverse(cholesky(variance)!);
  const fitted = multiply(multiply(x, bread), transpose(x));
  const left = { ...variance, data: variance.data.map((value, k) => value - fitted.data[k]!) };
  if (correction === "CR3") return symmetricPseudoInverse(left);
  const root = symmetricSquareRoot(variance);
  const adjustment = multiply(multiply(root, pseudoInverseSquareRoot(multiply(multiply(root, left), root))), root);
  return multiply(adjustment, choleskyInverse(cholesky(variance)!));
}
