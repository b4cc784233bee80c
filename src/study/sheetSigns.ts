import type { Problem } from "../foundation/errors.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import { sheetNumbers } from "./sheetNumbers.ts";

/** Which correlations stand the other way, and what is wrong with how that was coded. */
export interface SheetSigns {
  /** Per row whether its sign stands the other way. */
  readonly reversed: readonly boolean[];
  readonly problems: readonly Problem[];
}

/**
 * The rows whose sign stands the other way: those with a 1 in the column `reversed`, and those of an outcome that is
 * worse when it is high. A row for which both say so is refused: once would be as much a guess as twice.
 */
export function sheetSigns(sheet: SheetColumns, table: Table): SheetSigns {
  const marked = markedRows(sheet, table);
  const worse = worseOutcomes(sheet, table);
  const both = worse.flatMap((turns, row) => (turns && marked.reversed[row] ? [row] : []));
  const column = sheet.reversed ?? "";
  return {
    reversed: worse.map((turns, row) => turns || marked.reversed[row]!),
    problems: [
      ...marked.problems,
      ...both.map(
        (row): Problem => ({ code: "coded/reversed-twice", values: {}, location: placeOf(table, row, column) }),
      ),
    ],
  };
}

function markedRows({ reversed: column }: SheetColumns, table: Table): SheetSigns {
  if (column === undefined) return { reversed: new Array(table.rows).fill(false), problems: [] };
  const { values, problems } = sheetNumbers(table, column);
  const wrong = [...values.keys()].filter((row) => values[row] !== 0 && values[row] !== 1);
  const text = new Set(problems.map(({ location }) => location!.row! - 1));
  const notCodes = wrong
    .filter((row) => !text.has(row))
    .map(
      (row): Problem => ({
        code: "data/not-a-code",
        values: { expected: "0, 1" },
        location: placeOf(table, row, column),
      }),
    );
  return { reversed: Array.from(values, (value) => value === 1), problems: [...problems, ...notCodes] };
}

function worseOutcomes({ outcome, outcomes }: SheetColumns, table: Table): boolean[] {
  if (outcome === undefined) return new Array(table.rows).fill(false);
  const worse = Object.keys(outcomes).filter((name) => outcomes[name]!.high === "worse");
  return categoriesOf(table, outcome).map((level) => level !== null && worse.includes(level));
}
