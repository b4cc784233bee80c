import { roundMean } from "./roundMean.ts";
import { compensatedSquares, compensatedSum } from "./sums.ts";

/** The two-way analysis of variance table of rows by columns with one value per cell. */
export interface TwoWayMeanSquares {
  readonly n: number;
  readonly k: number;
  readonly rows: number;
  readonly columns: number;
  /** What neither rows nor columns explain, on (n - 1)(k - 1) degrees of freedom. */
  readonly error: number;
  /** All variation within rows, on n(k - 1) degrees of freedom. */
  readonly within: number;
}

/** A deviation below this many roundings of the largest value is 0 that rounding left over. */
const ROUNDINGS = 16;

/**
 * Splits the variation of a complete table into that between rows, between columns, and the rest.
 * @param columns k equally long columns of n numbers, without missing values
 * @returns mean squares; a sum of squares that only rounding made is exactly 0
 * @see Fisher (1935), The design of experiments. Reference: anova(lm(y ~ row + column))
 * @example const { rows, columns, error } = twoWayMeanSquares([[1, 2, 3], [2, 4, 6]].map((one) => Float64Array.from(one)));
 * [rows, columns, error] // [4.5, 6, 0.5]
 */
export function twoWayMeanSquares(columns: readonly Float64Array[]): TwoWayMeanSquares {
  const k = columns.length;
  const n = columns[0]!.length;
  const origin = roundMean(columns[0]!, 0, n);
  const cells = columns.map((column) => column.map((value) => value - origin));
  const columnMeans = cells.map((column) => compensatedSum(column) / n);
  const grand = compensatedSum(columnMeans) / k;
  const rowMeans = Float64Array.from({ length: n }, (_, i) => compensatedSum(cells.map((column) => column[i]!)) / k);
  const largest = cells.reduce(
    (most, column) => column.reduce((top, value) => Math.max(top, Math.abs(value)), most),
    0,
  );
  const grain = (ROUNDINGS * Number.EPSILON * largest) ** 2;
  const clean = (sum: number, terms: number) => (sum <= terms * grain ? 0 : sum);
  const rows = k * clean(compensatedSquares(rowMeans.map((mean) => mean - grand)), n);
  const between = n * clean(compensatedSquares(columnMeans.map((mean) => mean - grand)), k);
  const residuals = cells.map((column, j) =>
    compensatedSquares(column.map((value, i) => value - rowMeans[i]! - (columnMeans[j]! - grand))),
  );
  const error = clean(compensatedSum(residuals), n * k);
  return {
    n,
    k,
    rows: rows / (n - 1),
    columns: between / (k - 1),
    error: error / ((n - 1) * (k - 1)),
    within: (between + error) / (n * (k - 1)),
  };
}
