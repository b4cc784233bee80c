import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import type { NumberColumns } from "../table/input.ts";
import { numberColumns } from "../table/input.ts";

/** Input of the tests that compare two measurements of the same respondents. */
export const pairedColumns = z.strictObject({
  first: numberColumns({ en: "first measurements", nl: "eerste metingen" }),
  second: numberColumns({ en: "second measurements, in the same order", nl: "tweede metingen, in dezelfde volgorde" }),
});

/** Two columns and the rows in which both have a value. */
export interface ColumnPair {
  readonly x: string;
  readonly y: string;
  readonly rows: readonly number[];
  readonly columns: readonly [Float64Array, Float64Array];
}

/**
 * The n-th of the first with the n-th of the second.
 * @param usable whether a row may count at all; every row when left out
 * @throws input/unequal-length when there are more of the one than of the other
 */
export function columnPairs(first: NumberColumns, second: NumberColumns, usable = (_: number) => true) {
  if (first.names.length !== second.names.length) {
    refuse("input/unequal-length", { first: "first", a: first.names.length, b: second.names.length });
  }
  const pairs = first.names.map((x, k): ColumnPair => {
    const columns = [first.columns[k]!, second.columns[k]!] as const;
    const rows = [...columns[0].keys()].filter(
      (i) => usable(i) && columns.every((column) => !Number.isNaN(column[i]!)),
    );
    return { x, y: second.names[k]!, rows, columns };
  });
  const used = new Set(pairs.flatMap(({ rows }) => rows)).size;
  const missing = [...first.columns, ...second.columns].reduce(
    (sum, column) => sum + column.filter((value) => Number.isNaN(value)).length,
    0,
  );
  return { pairs, sample: { unit: "respondent" as const, used, dropped: first.rows - used, missing } };
}
