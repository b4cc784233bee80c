import { meant } from "../foundation/closest.ts";
import type { Problem } from "../foundation/errors.ts";
import type { ErrorCode, Values } from "../foundation/phrases.ts";
import { component, componentId, componentIds, knownBeside } from "../frameworks/components.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { capped } from "./checkAnswers.ts";
import type { StudyCheck } from "./checkStudy.ts";
import { countingRows } from "./doubleCoded.ts";
import { COLUMN_KEYS, type SheetColumns } from "./sheetFormat.ts";
import { sheetModerators } from "./sheetModerators.ts";
import { sheetNotes } from "./sheetNotes.ts";
import { sheetNumbers } from "./sheetNumbers.ts";
import { sheetSigns } from "./sheetSigns.ts";

const SMALLEST_N = 3;
const MOST_NAMED = 12;

/**
 * Holds a coded sheet against its data before anything is pooled: columns that are not there, empty rows, text among
 * numbers, impossible correlations, sample sizes and reliabilities, ids that occur twice, unknown components and levels.
 * @param sheet as parseCodedSheet or bareSheet gives it
 * @param table its data, as read
 * @returns all problems (each with file, line, row and column), and notes on what does not stop the work
 */
export function checkSheet(sheet: SheetColumns, table: Table): StudyCheck {
  const absent = absentColumns(sheet, table);
  const present = (column: string | undefined) => column !== undefined && !absent.has(column);
  const here = withoutColumns(sheet, absent);
  const blank = blankRows(table);
  const notBlank = ({ location }: Problem) => location?.row === undefined || !blank.has(location.row - 1);
  const byColumn = [
    ...(present(sheet.study) ? missingStudies(sheet.study!, table) : []),
    ...(present(sheet.r)
      ? numberProblems(table, sheet.r, "effect/correlation-range", {}, (r) => Math.abs(r) >= 1)
      : []),
    ...(present(sheet.n)
      ? numberProblems(table, sheet.n, "effect/sample-size", { minimum: SMALLEST_N }, (n) => n <= SMALLEST_N)
      : []),
    ...[sheet.reliabilityX, sheet.reliabilityY].filter(present).flatMap((column) => unreliable(table, column!)),
    ...sheetSigns(here, table).problems,
    ...countingRows(here, table).problems,
    ...(present(sheet.component) ? unknownComponents(sheet.component!, table) : []),
    ...sheetModerators(here).flatMap(({ column, kind, labels }) =>
      kind === "number" ? sheetNumbers(table, column).problems : unknownLevels(table, column, Object.keys(labels)),
    ),
  ];
  const problems = [
    ...unknownColumns([...absent], table),
    ...[...blank].map((row): Problem => ({ code: "coded/blank-row", values: {}, location: placeOf(table, row) })),
    ...perColumn(byColumn.filter(notBlank)),
  ];
  return { problems, notes: sheetNotes(here, table, { blank, complete: present(sheet.r) && present(sheet.n) }) };
}

/** At most five of one kind in one column, and then how many more. */
function perColumn(problems: readonly Problem[]): Problem[] {
  const kinds = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = `${problem.code} ${problem.location?.column}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  return [...kinds.values()].flatMap(capped);
}

function absentColumns(sheet: SheetColumns, table: Table): Set<string> {
  const there = new Set(table.fields.map(({ name }) => name));
  const own = COLUMN_KEYS.flatMap((key) => sheet[key] ?? []);
  const moderators = Object.entries(sheet.moderators).map(([name, { column = name }]) => column);
  return new Set([...own, ...moderators].filter((column) => !there.has(column)));
}

/** The sheet without the keys and moderators whose column is not there; r and n stay. */
function withoutColumns(sheet: SheetColumns, absent: ReadonlySet<string>): SheetColumns {
  const gone = COLUMN_KEYS.filter((key) => key !== "r" && key !== "n" && absent.has(sheet[key] ?? ""));
  const rest = Object.fromEntries(Object.entries(sheet).filter(([key]) => !gone.some((one) => one === key)));
  const moderators = Object.entries(sheet.moderators).filter(([name, { column = name }]) => !absent.has(column));
  return { ...(rest as SheetColumns), moderators: Object.fromEntries(moderators) };
}

function unknownColumns(columns: readonly string[], table: Table): Problem[] {
  const names = table.fields.map(({ name }) => name);
  const known = names.slice(0, MOST_NAMED).join(", ") + (names.length > MOST_NAMED ? ", ..." : "");
  return columns.map((column) => ({
    code: "data/unknown-column",
    values: { known, ...meant(column, names) },
    location: { source: table.source, column },
  }));
}

/** Rows in which no column holds anything. */
function blankRows(table: Table): Set<number> {
  const isBlank = (row: number) =>
    table.fields.every((field) => (field.kind === "text" ? field.codes[row]! < 0 : Number.isNaN(field.values[row]!)));
  return new Set(Array.from({ length: table.rows }, (_, row) => row).filter(isBlank));
}

function numberProblems(
  table: Table,
  column: string,
  code: ErrorCode,
  values: Values,
  isWrong: (value: number) => boolean,
): Problem[] {
  const read = sheetNumbers(table, column);
  const unread = new Set(read.problems.map(({ location }) => location!.row));
  const wrong = [...read.values.keys()].filter((row) => isWrong(read.values[row]!) && !unread.has(row + 1));
  return [...read.problems, ...wrong.map((row) => ({ code, values, location: placeOf(table, row, column) }))];
}

function unreliable(table: Table, column: string): Problem[] {
  const range = { minimum: 0, maximum: 1 };
  return numberProblems(table, column, "data/outside-range", range, (value) => value <= 0 || value > 1);
}

function missingStudies(column: string, table: Table): Problem[] {
  return categoriesOf(table, column).flatMap((study, row): Problem[] =>
    study === null ? [{ code: "coded/no-study", values: {}, location: placeOf(table, row, column) }] : [],
  );
}

function unknownComponents(column: string, table: Table): Problem[] {
  return categoriesOf(table, column).flatMap((id, row): Problem[] => {
    if (id === null || component(id)) return [];
    const beside = knownBeside(id);
    const known = beside.slice(0, MOST_NAMED).join(", ") + (beside.length > MOST_NAMED ? ", ..." : "");
    const values = { component: id, known, ...meant(componentId(id), componentIds()) };
    return [{ code: "study/unknown-component", values, location: placeOf(table, row, column) }];
  });
}

/** Where the levels of a column have labels, another level is taken for a mistake. */
function unknownLevels(table: Table, column: string, known: readonly string[]): Problem[] {
  if (known.length === 0) return [];
  return categoriesOf(table, column).flatMap((level, row): Problem[] => {
    if (level === null || known.includes(level)) return [];
    const values = { expected: known.slice(0, MOST_NAMED).join(", "), ...meant(level, known) };
    return [{ code: "coded/unknown-level", values, location: placeOf(table, row, column) }];
  });
}
