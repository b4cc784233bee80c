import { momentsOf } from "./moments.ts";

/** The rows in which exactly the same columns are present. */
export interface MissingPattern {
  /** Numbers of the columns that are present. */
  readonly present: readonly number[];
  readonly n: number;
  /** Means of those columns, and their covariances with denominator n. */
  readonly means: readonly number[];
  readonly covariances: readonly (readonly number[])[];
}

/**
 * Sorts rows by which of their values are missing, and keeps of each sort what a normal likelihood needs.
 * @param columns equally long; NaN is missing; a row without any value is left out
 * @param times how often each row counts; once when not given
 * @returns one entry per pattern, in order of first appearance
 * @see Little & Rubin (2019), ch. 11
 * @example missingPatterns([[1, 2, NaN], [4, 6, 5]].map((column) => Float64Array.from(column))).map(({ n }) => n) // [2, 1]
 */
export function missingPatterns(columns: readonly Float64Array[], times?: ArrayLike<number>): MissingPattern[] {
  const rowsOf = new Map<string, number[]>();
  for (let i = 0; i < (columns[0]?.length ?? 0); i++) {
    const count = times === undefined ? 1 : times[i]!;
    if (count === 0) continue;
    const key = columns.map((column) => (Number.isNaN(column[i]!) ? "." : "x")).join("");
    const rows = rowsOf.get(key) ?? [];
    rowsOf.set(key, rows);
    for (let c = 0; c < count; c++) rows.push(i);
  }
  return [...rowsOf].filter(([key]) => key.includes("x")).map(([key, rows]) => patternOf(columns, key, rows));
}

function patternOf(columns: readonly Float64Array[], key: string, rows: readonly number[]): MissingPattern {
  const present = [...columns.keys()].filter((j) => key[j] === "x");
  const { n, means, meanRemainders, sumProducts } = momentsOf(
    present.map((j) => Float64Array.from(rows, (i) => columns[j]![i]!)),
  );
  return {
    present,
    n,
    means: means.map((mean, j) => mean + meanRemainders[j]!),
    covariances: sumProducts.map((row) => row.map((sum) => sum / n)),
  };
}
