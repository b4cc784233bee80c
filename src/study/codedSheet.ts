import { type Problem, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { componentId } from "../frameworks/components.ts";
import { categoriesOf, numbersOf, type Table } from "../table/table.ts";
import { countingRows } from "./doubleCoded.ts";
import { readYaml } from "./parseStudyFile.ts";
import { shapeFindings } from "./shapeFindings.ts";
import { sheetFindings } from "./sheetFindings.ts";
import { type CodedSheet, codedSheet, type SheetColumns } from "./sheetFormat.ts";
import { type SheetSigns, sheetSigns } from "./sheetSigns.ts";

export { type CodedSheet, codedSheet, type SheetColumns } from "./sheetFormat.ts";

type Names = readonly (string | null)[];

/** The columns of a coded sheet, ready for effectSizes, randomEffects and subgroups: one element per effect. */
export interface CodedEffects {
  /** The row of the table each effect came from, counting from 0. */
  readonly rows: readonly number[];
  readonly r: Float64Array;
  readonly n: Float64Array;
  readonly study: Names;
  readonly sample: Names | null;
  readonly effect: Names | null;
  /** The theory component that was measured, as framework/component. */
  readonly component: Names | null;
  readonly dimension: Names | null;
  readonly outcome: Names | null;
  readonly reliabilityX: Float64Array | null;
  readonly reliabilityY: Float64Array | null;
  /** Per moderator its number or category of every effect. */
  readonly moderators: Readonly<Record<string, Float64Array | Names>>;
  readonly notes: readonly Note[];
}

/**
 * Reads the description of a coded sheet. YAML or JSON.
 * @param text the file's text
 * @param source its name, for messages
 * @throws all mistakes at once, each with its line, as parseStudyFile
 * @example parseCodedSheet("{ betrokken: 1, title: Pilot, file: x.csv, r: r, n: n, study: id }", "meta.yaml").turnSigns // false
 */
export function parseCodedSheet(text: string, source: string): CodedSheet {
  const { value, located } = readYaml(text, source);
  const findings = [...shapeFindings(codedSheet, value), ...sheetFindings(value)];
  refuseAll(inOrder(findings.map(located)));
  return codedSheet.parse(value);
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0));
}

/**
 * The effects of a coded sheet. Signs stay as coded unless the sheet says turnSigns; either way a note counts them.
 * Of an effect that several coders coded, the row of `useCoder` counts; a note counts the others.
 * @param sheet as parseCodedSheet gives it
 * @param table its data, as read
 * @param only the rows (from 0) to take, when not all
 * @throws data/unknown-column, data/not-a-number; data/not-a-code where `reversed` is not 0 or 1;
 * data/duplicate-id and coded/which-coder where it is not clear which row of an effect counts
 */
export function codedEffects(
  sheet: SheetColumns,
  table: Table,
  only: (row: number) => boolean = () => true,
): CodedEffects {
  const signs = sheetSigns(sheet, table);
  const counting = countingRows(sheet, table);
  refuseAll([...signs.problems, ...counting.problems]);
  const rows = counting.rows.filter(only);
  const numbers = (column: string) => picked(numbersOf(table, [column])[column]!, rows);
  const names = (column: string) => pickedNames(categoriesOf(table, column), rows);
  const maybe = <T>(column: string | undefined, read: (column: string) => T) =>
    column === undefined ? null : read(column);
  return {
    rows,
    r: turned(numbers(sheet.r), rows, sheet.turnSigns ? signs.reversed : []),
    n: numbers(sheet.n),
    study: maybe(sheet.study, names) ?? rows.map(() => null),
    sample: maybe(sheet.sample, names),
    effect: maybe(sheet.effect, names),
    component: maybe(sheet.component, (column) => names(column).map((id) => (id === null ? null : componentId(id)))),
    dimension: maybe(sheet.dimension, names),
    outcome: maybe(sheet.outcome, names),
    reliabilityX: maybe(sheet.reliabilityX, numbers),
    reliabilityY: maybe(sheet.reliabilityY, numbers),
    moderators: Object.fromEntries(
      Object.entries(sheet.moderators).map(([name, { column = name, kind }]) => [
        name,
        kind === "number" ? numbers(column) : names(column),
      ]),
    ),
    notes: [...signNotes(sheet, signs, rows), ...coderNotes(sheet, counting.setAside)],
  };
}

function picked(values: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}

function pickedNames(names: Names, rows: readonly number[]): Names {
  return rows.map((row) => names[row]!);
}

function turned(r: Float64Array, rows: readonly number[], reversed: readonly boolean[]): Float64Array {
  return r.map((value, i) => (reversed[rows[i]!] === true ? -value : value));
}

function signNotes({ turnSigns }: SheetColumns, { reversed, both }: SheetSigns, rows: readonly number[]): Note[] {
  const total = rows.length;
  const count = rows.filter((row) => reversed[row]).length;
  const undone = rows.filter((row) => both[row]).length;
  return notesWhen(
    [count > 0, turnSigns ? "coded/turned" : "coded/not-turned", { count, total }],
    [undone > 0, "coded/reversed-both", { count: undone, total }],
  );
}

function coderNotes({ useCoder }: SheetColumns, count: number): Note[] {
  return notesWhen([count > 0, "coded/set-aside", { count, coder: useCoder ?? "" }]);
}
