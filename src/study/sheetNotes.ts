import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { countingRows } from "./doubleCoded.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import { sheetModerators } from "./sheetModerators.ts";
import { isExampleStudy } from "./sheetTemplate.ts";

interface Seen {
  readonly blank: ReadonlySet<number>;
  /** Whether the columns of r and n are there. */
  readonly complete: boolean;
}

/** What gives reason to doubt in a coded sheet but does not stop the work. */
export function sheetNotes(sheet: SheetColumns, table: Table, { blank, complete }: Seen): Note[] {
  const rows = countingRows(sheet, table).rows.filter((row) => !blank.has(row));
  const usable = complete ? usableRows(sheet, table, rows) : rows;
  return [
    ...exampleNotes(sheet, table),
    ...rowNotes("coded/no-effect", table, rows, new Set(usable), ""),
    ...studyNotes(sheet, table, usable),
    ...copiedRows(sheet, table, rows),
    ...sheetModerators(sheet).flatMap(({ column, labels }) => [
      ...emptyLevels(table, column, rows),
      ...unusedLevels(table, column, Object.keys(labels)),
    ]),
  ];
}

/** How many effects a sheet has, and from how many studies. */
export function sheetCounts(sheet: SheetColumns, table: Table): { k: number; studies: number } {
  const rows = usableRows(sheet, table, countingRows(sheet, table).rows);
  return { k: rows.length, studies: studiesIn(sheet, table, rows) };
}

/** The rows with an r and an n; text where a number should stand is a problem, not a gap. */
function usableRows({ r, n }: SheetColumns, table: Table, rows: readonly number[]): number[] {
  const columns = [categoriesOf(table, r), categoriesOf(table, n)];
  return rows.filter((row) => columns.every((cells) => cells[row] !== null));
}

/** How many of the rows are not among the kept ones, and the first of them. */
function rowNotes(
  code: "coded/no-effect" | "coded/empty-level",
  { source }: Table,
  rows: readonly number[],
  kept: ReadonlySet<number>,
  column: string,
): Note[] {
  const lost = rows.filter((row) => !kept.has(row));
  const [first] = lost;
  if (first === undefined) return [];
  return [note(code, { source, column, count: lost.length, total: rows.length, row: first + 1 })];
}

/** One study tells nothing of how studies differ. */
function studyNotes(sheet: SheetColumns, table: Table, rows: readonly number[]): Note[] {
  const single = studiesIn(sheet, table, rows) === 1;
  return notesWhen([single, "coded/one-study", { source: table.source, k: rows.length }]);
}

/** Rows that are alike in every column, where nothing tells effects apart: most often pasted twice. */
function copiedRows({ study, effect }: SheetColumns, table: Table, rows: readonly number[]): Note[] {
  if (study === undefined || effect !== undefined) return [];
  const cells = table.fields.map(({ name }) => categoriesOf(table, name));
  const first = new Map<string, number>();
  const copies = rows.flatMap((row) => {
    const key = JSON.stringify(cells.map((column) => column[row]));
    if (first.has(key)) return [{ row: row + 1, first: first.get(key)! + 1 }];
    first.set(key, row);
    return [];
  });
  const [one] = copies;
  return one === undefined ? [] : [note("coded/same-row", { source: table.source, count: copies.length, ...one })];
}

function studiesIn({ study }: SheetColumns, table: Table, rows: readonly number[]): number {
  const names = study === undefined ? null : categoriesOf(table, study);
  return new Set(rows.map((row) => names?.[row] ?? row)).size;
}

function emptyLevels(table: Table, column: string, rows: readonly number[]): Note[] {
  const levels = categoriesOf(table, column);
  return rowNotes("coded/empty-level", table, rows, new Set(rows.filter((row) => levels[row] !== null)), column);
}

function unusedLevels(table: Table, column: string, labelled: readonly string[]): Note[] {
  const found = new Set(categoriesOf(table, column));
  const unused = labelled.filter((level) => !found.has(level));
  const values = { source: table.source, column, levels: unused.join(", ") };
  return notesWhen([unused.length > 0, "coded/unused-level", values]);
}

function exampleNotes({ study }: SheetColumns, table: Table): Note[] {
  if (study === undefined) return [];
  const count = categoriesOf(table, study).filter(isExampleStudy).length;
  return notesWhen([count > 0, "coded/example-rows", { source: table.source, count }]);
}
