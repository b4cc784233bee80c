import { correlationFrom, covarianceOf, momentsOf, pairMoments } from "./moments.ts";
import { univariate } from "./univariate.ts";

/** Covariances of columns with what is known of their missing values. */
export interface Covariances {
  /** Covariance matrix, denominator n - 1; NaN where fewer than two rows stand behind a covariance. */
  readonly matrix: readonly (readonly number[])[];
  readonly means: readonly number[];
  /** Values used, and values missing, per column. */
  readonly counts: readonly number[];
  readonly missingCounts: readonly number[];
  /** Rows used: the complete ones (listwise) or those with any value (pairwise). */
  readonly n: number;
  /** Missing values in all columns together. */
  readonly missing: number;
  /** Smallest and largest number of rows behind one covariance. */
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Covariances of columns, from complete rows or from what each pair of columns has.
 * @param columns equally long columns of numbers; NaN is missing
 * @param missing "pairwise": a variance uses all values of its column, a covariance (and its two means) the rows in
 * which both values are present; such a matrix need not be positive semidefinite
 * @returns the matrix with means and counts of the values used
 * @throws input/unequal-length
 * @see Reference: cov(x, use = "complete.obs") and cov(x, use = "pairwise.complete.obs")
 * @example
 * covariances([[1, 2, 3, NaN], [2, 4, 9, 5]].map((column) => Float64Array.from(column)), "listwise").matrix // [[1, 3.5], [3.5, 13]]
 */
export function covariances(columns: readonly Float64Array[], missing: "listwise" | "pairwise"): Covariances {
  const found = missing === "listwise" ? listwise(columns) : pairwise(columns);
  const isComplete = missing === "listwise" && found.n === (columns[0]?.length ?? 0);
  const missingCounts = columns.map((column) => (isComplete ? 0 : countMissing(column)));
  return { ...found, missingCounts, missing: missingCounts.reduce((sum, count) => sum + count, 0) };
}

function listwise(columns: readonly Float64Array[]) {
  const moments = momentsOf(columns);
  const { n, means } = moments;
  return { matrix: covarianceOf(moments), means, counts: columns.map(() => n), n, lowest: n, highest: n };
}

function pairwise(columns: readonly Float64Array[]) {
  const single = columns.map(univariate);
  const matrix = single.map(({ n, sumSquares }) => columns.map(() => (n > 1 ? sumSquares / (n - 1) : Number.NaN)));
  const pairCounts = single.map(({ n }) => n);
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j < i; j++) {
      const { n, sumProducts } = pairMoments(columns[i]!, columns[j]!);
      matrix[i]![j] = matrix[j]![i] = n > 1 ? sumProducts / (n - 1) : Number.NaN;
      pairCounts.push(n);
    }
  }
  return {
    matrix,
    means: single.map(({ mean }) => mean),
    counts: single.map(({ n }) => n),
    n: rowsWithAnyValue(columns),
    lowest: Math.min(...pairCounts),
    highest: Math.max(...pairCounts),
  };
}

function countMissing(column: Float64Array): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i]!)) count += 1;
  return count;
}

function rowsWithAnyValue(columns: readonly Float64Array[]): number {
  const rows = columns[0]?.length ?? 0;
  let count = 0;
  for (let i = 0; i < rows; i++) if (columns.some((column) => !Number.isNaN(column[i]!))) count += 1;
  return count;
}

/** A sum's variance below this share of its parts' variances is 0 that rounding left over. */
const ROUNDING = 1e-14;

/**
 * Covariance of the sum of some columns with the sum of others, from their covariance matrix.
 * @example
 * covarianceOfSums([[1, 2, 3], [2, 5, 6], [3, 6, 9]], [0], [1, 2]) // 5
 */
export function covarianceOfSums(matrix: Covariances["matrix"], some: readonly number[], others: readonly number[]) {
  let sum = 0;
  for (const i of some) for (const j of others) sum += matrix[i]![j]!;
  return sum;
}

/**
 * Variance of the sum of some columns, from their covariance matrix.
 * @returns 0 when that sum does not vary; it can be negative only for a pairwise matrix
 * @example
 * varianceOfSum([[1, -0.5], [-0.5, 1]], [0, 1]) // 1
 */
export function varianceOfSum(matrix: Covariances["matrix"], members: readonly number[]): number {
  const own = members.reduce((sum, j) => sum + matrix[j]![j]!, 0);
  const variance = covarianceOfSums(matrix, members, members);
  return Math.abs(variance) <= ROUNDING * members.length * own ? 0 : variance;
}

/**
 * Correlation of a column with the sum of all others, from their covariance matrix (item-rest correlation).
 * @returns from -1 to 1; NaN when the column or that sum does not vary, or when there are no others
 * @see Reference: psych::alpha(x)$item.stats$r.drop
 * @example
 * itemRest([[1, 0.5, 0.5], [0.5, 1, 0.5], [0.5, 0.5, 1]], 0) // 0.577350269189626
 */
export function itemRest(matrix: Covariances["matrix"], item: number): number {
  const rest = matrix.map((_, i) => i).filter((i) => i !== item);
  return correlationFrom(covarianceOfSums(matrix, [item], rest), matrix[item]![item]!, varianceOfSum(matrix, rest));
}

/**
 * The correlation matrix that belongs to a covariance matrix.
 * @returns from -1 to 1; NaN in the row and column of a constant
 * @example
 * correlationsFrom([[1, 1], [1, 4]]) // [[1, 0.5], [0.5, 1]]
 */
export function correlationsFrom(matrix: Covariances["matrix"]): number[][] {
  return matrix.map((row, i) =>
    row.map((covariance, j) => correlationFrom(covariance, matrix[i]![i]!, matrix[j]![j]!)),
  );
}
