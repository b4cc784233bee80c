import { finiteOrNull } from "../foundation/result.ts";
import type { Limits } from "../numeric/bootstrapInterval.ts";
import { cholesky, choleskyInverse } from "../numeric/cholesky.ts";
import { type Covariances, correlationsFrom, varianceOfSum } from "../numeric/covariances.ts";
import { fUpperQuantile } from "../numeric/fDistribution.ts";
import { fromRows } from "../numeric/matrices.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";

export type Matrix = Covariances["matrix"];

/** How many respondents and items an alpha rests on, and the level of its interval. */
export interface AlphaDesign {
  readonly df: number;
  readonly k: number;
  readonly level: number;
}

/** An item whose others predict more than this of it counts as predicted completely. */
const ALL_PREDICTED = 1 - 1e-12;

/**
 * k / (k - 1) times the share of the sum's variance that is covariance.
 * @param matrix covariances (raw alpha) or correlations (standardized alpha)
 * @returns up to 1; NaN when the sum does not vary
 * @see Cronbach (1951)
 * @example alphaOf([[1, 0.5], [0.5, 1]]) // 0.666666666666667
 */
export function alphaOf(matrix: Matrix): number {
  const k = matrix.length;
  const covariance = 2 * belowDiagonal(matrix).reduce((sum, value) => sum + value, 0);
  const variance = varianceOfSum(matrix, [...matrix.keys()]);
  return variance > 0 ? (k / (k - 1)) * (covariance / variance) : Number.NaN;
}

export function belowDiagonal(matrix: Matrix): number[] {
  return matrix.flatMap((row, i) => row.slice(0, i));
}

/** The matrix of the scale without one item. */
export function withoutItem(matrix: Matrix, item: number): Matrix {
  return matrix.filter((_, i) => i !== item).map((row) => row.filter((_, j) => j !== item));
}

/** Alpha of the items brought to equal variance, and their mean correlation. */
export function standardizedAlphaOf(matrix: Matrix) {
  const correlations = correlationsFrom(matrix);
  const below = belowDiagonal(correlations);
  const meanCorrelation = below.reduce((sum, r) => sum + r, 0) / below.length;
  return { standardizedAlpha: finiteOrNull(alphaOf(correlations)), meanCorrelation: finiteOrNull(meanCorrelation) };
}

/**
 * Per item the share of its variance that the other items predict (squared multiple correlation).
 * @returns from 0 to 1; all null when an item does not vary or is predicted completely
 * @see Reference: psych::smc
 * @example squaredMultipleCorrelations([[1, 0.6], [0.6, 1]])[0] // 0.36
 */
export function squaredMultipleCorrelations(matrix: Matrix): (number | null)[] {
  const root = cholesky(fromRows(correlationsFrom(matrix)));
  if (root === null) return matrix.map(() => null);
  const inverse = choleskyInverse(root);
  const found = matrix.map((_, j) => 1 - 1 / inverse.data[j * matrix.length + j]!);
  return found.some((share) => !(share < ALL_PREDICTED)) ? matrix.map(() => null) : found;
}

/**
 * Feldt's interval: (1 - alpha) over (1 - true alpha) follows F with df and df (k - 1) degrees of freedom.
 * @param design df: rows less 1 (within clusters: rows less clusters)
 * @see Feldt, Woodruff & Salih (1987), eq. 14
 */
export function feldtInterval(alpha: number, { df, k, level }: AlphaDesign): Limits {
  const tail = (1 - level) / 2;
  const limit = (upperTail: number) => finiteOrNull(1 - (1 - alpha) * fUpperQuantile(upperTail, df, df * (k - 1)));
  return { lower: limit(tail), upper: limit(1 - tail) };
}

/**
 * Bonett's interval: ln(1 - alpha) is about normal with variance 2k / ((k - 1)(n - 2)); n = df + 1.
 * @see Bonett (2002), Journal of Educational and Behavioral Statistics 27. Without the term ln(n / (n - 1)) of his
 * later work, as MBESS has it
 */
export function bonettInterval(alpha: number, { df, k, level }: AlphaDesign): Limits {
  const half = normalUpperQuantile((1 - level) / 2) * Math.sqrt((2 * k) / ((k - 1) * (df - 1)));
  const limit = (step: number) => finiteOrNull(1 - (1 - alpha) * Math.exp(step));
  return { lower: limit(half), upper: limit(-half) };
}
