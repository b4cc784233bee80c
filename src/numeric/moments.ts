import { refuse } from "../foundation/errors.ts";
import { sumError } from "./exactProduct.ts";
import { addBlock, finished, gather, startOf } from "./runningMoments.ts";
import { BLOCK_ROWS } from "./sums.ts";

/**
 * What is kept of columns of numbers: enough for every covariance, correlation and regression. Plain data: it survives
 * JSON, and the moments of parts merge into those of the whole. Without rows the means are 0.
 */
export interface Moments {
  /** Rows used, and rows left out because a value was missing in them. */
  readonly n: number;
  readonly missing: number;
  /** Mean per column, and what its rounding took away (true mean = mean + remainder). */
  readonly means: readonly number[];
  readonly meanRemainders: readonly number[];
  /** Sums of products of deviations from the means: columns by columns, symmetric. */
  readonly sumProducts: readonly (readonly number[])[];
}

/** Moments of two columns over the rows in which both are present. */
export interface PairMoments {
  readonly n: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly sumSquaresX: number;
  readonly sumSquaresY: number;
  readonly sumProducts: number;
}

/**
 * Means and sums of products of columns, in one pass, from the rows without a missing value (listwise).
 * @param columns equally long columns of numbers; NaN is missing
 * @returns plain data; relative error about 1e-15, also for scores that lie far from zero
 * @throws input/unequal-length
 * @see Chan, Golub & LeVeque (1983): every block is centred on its own mean, blocks are merged by their eq. 1.5
 * @example momentsOf([[1, 2, 3, NaN], [2, 4, 9, 1]]).sumProducts // [[2, 7], [7, 26]]
 */
export function momentsOf(columns: readonly ArrayLike<number>[]): Moments {
  const rows = commonLength(columns);
  const running = startOf(columns.length, Math.min(rows, BLOCK_ROWS));
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const used = gather(running, columns, from, Math.min(rows, from + BLOCK_ROWS));
    if (used > 0) addBlock(running, used);
  }
  return finished(running, rows - running.n);
}

/**
 * Moments of two columns from the rows in which both values are present.
 * @example pairMoments([1, 2, 3, NaN], [2, 4, 9, 1]).sumProducts // 7
 */
export function pairMoments(x: ArrayLike<number>, y: ArrayLike<number>): PairMoments {
  const { n, means, sumProducts } = momentsOf([x, y]);
  const [[sumSquaresX, sumXY], [, sumSquaresY]] = sumProducts as [[number, number], [number, number]];
  return { n, meanX: means[0]!, meanY: means[1]!, sumSquaresX, sumSquaresY, sumProducts: sumXY };
}

/**
 * Moments of two sets of rows together.
 * @param a moments of some rows
 * @param b moments of other rows of the same columns
 * @returns the moments all rows would give, to rounding
 * @throws input/invalid when the columns differ in number
 * @see Chan, Golub & LeVeque (1983), eq. 1.5
 * @example mergeMoments(momentsOf([[1, 2]]), momentsOf([[6]])).sumProducts // [[14]]
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const columns = a.means.length;
  if (b.means.length !== columns) refuse("input/invalid", { input: "b", expected: `moments of ${columns} columns` });
  const missing = a.missing + b.missing;
  if (b.n === 0 || a.n === 0) return { ...(b.n === 0 ? a : b), missing };
  const n = a.n + b.n;
  const share = b.n / n;
  const between = a.n * share;
  const apart = a.means.map((mean, j) => b.means[j]! - mean + (b.meanRemainders[j]! - a.meanRemainders[j]!));
  const steps = apart.map((difference, j) => a.meanRemainders[j]! + difference * share);
  return {
    n,
    missing,
    means: a.means.map((mean, j) => mean + steps[j]!),
    meanRemainders: a.means.map((mean, j) => sumError(mean, steps[j]!)),
    sumProducts: a.sumProducts.map((row, i) =>
      row.map((sum, j) => sum + b.sumProducts[i]![j]! + apart[i]! * apart[j]! * between),
    ),
  };
}

/**
 * Covariance matrix of moments.
 * @returns columns by columns; NaN when there are too few rows
 * @example covarianceOf(momentsOf([[1, 2, 3], [2, 4, 9]])) // [[1, 3.5], [3.5, 13]]
 */
export function covarianceOf(moments: Moments, denominator: "n-1" | "n" = "n-1"): number[][] {
  const rows = denominator === "n" ? moments.n : moments.n - 1;
  return moments.sumProducts.map((row) => row.map((sum) => (rows > 0 ? sum / rows : Number.NaN)));
}

/**
 * Correlation matrix of moments.
 * @returns columns by columns, from -1 to 1; NaN in the row and column of a constant
 * @example correlationOf(momentsOf([[1, 2, 3], [2, 4, 6]])) // [[1, 1], [1, 1]]
 */
export function correlationOf({ sumProducts }: Moments): number[][] {
  return sumProducts.map((row, i) =>
    row.map((sum, j) => correlationFrom(sum, sumProducts[i]![i]!, sumProducts[j]![j]!)),
  );
}

/** Correlation from a sum of products and two sums of squares; NaN when one of those is 0. */
export function correlationFrom(sumProducts: number, sumSquaresX: number, sumSquaresY: number): number {
  const product = sumSquaresX * sumSquaresY;
  const safe = product > 1e-290 && product < 1e290;
  const scale = safe ? Math.sqrt(product) : Math.sqrt(sumSquaresX) * Math.sqrt(sumSquaresY);
  return Math.max(-1, Math.min(1, sumProducts / scale));
}

/** Row count of equally long columns. */
export function commonLength(columns: readonly ArrayLike<number>[]): number {
  const rows = columns[0]?.length ?? 0;
  const other = columns.findIndex((column) => column.length !== rows);
  if (other > 0) {
    refuse("input/unequal-length", { first: "1", a: rows, b: columns[other]!.length }, { column: `${other + 1}` });
  }
  return rows;
}
