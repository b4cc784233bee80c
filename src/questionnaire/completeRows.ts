import type { NumberColumns } from "../table/input.ts";

/** The rows of a table in which nothing is missing. */
export interface CompleteRows {
  readonly columns: readonly Float64Array[];
  readonly used: number;
  /** Number of missing values in the whole table. */
  readonly missing: number;
  /** Which rows of the table these are. */
  readonly rows: Int32Array;
}

/**
 * Leaves out the rows in which a value is missing.
 * @example completeRows({ names: ["a", "b"], columns: [Float64Array.of(1, 2), Float64Array.of(NaN, 3)], rows: 2 }).used // 1
 */
export function completeRows({ columns, rows }: NumberColumns): CompleteRows {
  let missing = 0;
  const incomplete = new Uint8Array(rows);
  for (const column of columns) {
    for (let i = 0; i < rows; i++) {
      if (Number.isNaN(column[i]!)) {
        missing += 1;
        incomplete[i] = 1;
      }
    }
  }
  const kept: number[] = [];
  for (let i = 0; i < rows; i++) if (incomplete[i] === 0) kept.push(i);
  const whole = kept.length === rows;
  return {
    columns: whole ? columns : columns.map((column) => Float64Array.from(kept, (i) => column[i]!)),
    used: kept.length,
    missing,
    rows: Int32Array.from(kept),
  };
}
