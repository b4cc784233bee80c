import type { Problem } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import { fieldOf, type Table } from "../table/table.ts";
import { columnValues } from "./columnValues.ts";

/** A column of a coded sheet as numbers (NaN is missing), and the rows (from 0) that hold something else. */
export interface SheetNumbers {
  readonly values: Float64Array;
  readonly problems: readonly Problem[];
}

const ANY_NUMBER = {
  ...{ data: "", codes: {}, missing: new Set<number>(), whole: false },
  ...{ minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY },
};

/**
 * Reads a column as numbers and says which rows are none. Where a column stayed text though each of its cells could be
 * a number (decimal commas beside points), all of them are named: which was meant is not ours to guess.
 * @throws data/unknown-column
 */
export function sheetNumbers(table: Table, column: string): SheetNumbers {
  const field = fieldOf(table, column);
  const { values, notNumbers } = columnValues(table, { ...ANY_NUMBER, column });
  const text = field.kind === "text" ? [...field.codes.keys()].filter((row) => field.codes[row]! >= 0) : [];
  const wrong = notNumbers.length > 0 ? notNumbers : text;
  const infinite = [...values.keys()].filter((row) => Math.abs(values[row]!) === Number.POSITIVE_INFINITY);
  return {
    values,
    problems: [
      ...wrong.map(
        (row): Problem => ({ code: "data/not-a-number", values: {}, location: placeOf(table, row, column) }),
      ),
      ...infinite.map(
        (row): Problem => ({ code: "data/not-finite", values: {}, location: placeOf(table, row, column) }),
      ),
    ],
  };
}
