import type { Problem } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import { sheetNumbers } from "./sheetNumbers.ts";

/** Which correlations stand the other way, and what is wrong with how that was coded. */
export interface SheetSigns {
  /** Per row whether its sign stands the other way. */
  readonly reversed: readonly boolean[];
  /** Per row whether it is reversed on both sides, so that its sign stands right after all. */
  readonly both: readonly boolean[];
  readonly problems: readonly Problem[];
}

/**
 * The rows whose sign stands the other way: those with a 1 in the column `reversed`, or of an outcome that is worse
 * when it is high. Where both hold, the one undoes the other.
 */
export function sheetSigns(sheet: SheetColumns, table: Table): SheetSigns {
  const { marked, problems } = markedRows(sheet, table);
  const worse = worseOutcomes(sheet, table);
  return {
    reversed: worse.map((turns, row) => turns !== marked[row]),
    both: worse.map((turns, row) => turns && marked[row]!),
    problems,
  };
}

function markedRows({ reversed: column }: SheetColumns, table: Table): { marked: boolean[]; problems: Problem[] } {
  if (column === undefined) return { marked: new Array(table.rows).fill(false), problems: [] };
  const { values, problems } = sheetNumbers(table, column);
  const told = new Set(problems.map(({ location }) => location!.row! - 1));
  const wrong = [...values.keys()].filter((row) => values[row] !== 0 && values[row] !== 1 && !told.has(row));
  const place = (row: number) => placeOf(table, row, column);
  return {
    marked: Array.from(values, (value) => value === 1),
    problems: [
      ...problems,
      ...wrong.map((row): Problem => ({ code: "data/not-a-code", values: { expected: "0, 1" }, location: place(row) })),
    ],
  };
}

function worseOutcomes({ outcome, outcomes }: SheetColumns, table: Table): boolean[] {
  if (outcome === undefined) return new Array(table.rows).fill(false);
  const worse = Object.keys(outcomes).filter((name) => outcomes[name]!.high === "worse");
  return categoriesOf(table, outcome).map((level) => level !== null && worse.includes(level));
}
