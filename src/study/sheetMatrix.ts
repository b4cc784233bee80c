import { refuseAll } from "../foundation/errors.ts";
import { formatCell, formatInterval } from "../foundation/format.ts";
import { type Language, notePhrase, sentence, type Text, word } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { type DimensionOutcomeMatrix, dimensionOutcomeMatrix } from "../meta/dimensionOutcomeMatrix.ts";
import type { ApaTable } from "../report/apaTable.ts";
import type { Table } from "../table/table.ts";
import { checkSheet } from "./checkSheet.ts";
import { codedEffects } from "./codedSheet.ts";
import { type Poolable, poolable } from "./poolableEffects.ts";
import { filledLevels, outcomeRows, type SheetPooling } from "./poolSheet.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import { levelLabel, moderatorOf, type SheetModerator } from "./sheetModerators.ts";

/** The effects of a sheet by two of its moderators. Plain JSON. */
export interface SheetMatrix {
  readonly title: Text;
  readonly language: Language;
  readonly rows: MatrixSide;
  readonly columns: MatrixSide;
  readonly result: DimensionOutcomeMatrix;
  readonly notes: readonly Note[];
}

/** One side of it: what it is, and what its levels mean. */
export interface MatrixSide {
  readonly name: string;
  readonly label: Text;
  readonly labels: Readonly<Record<string, Text>>;
}

/**
 * Pools the correlations of a coded sheet for every combination of two moderators, most often dimension and outcome.
 * @param sheet as parseCodedSheet or bareSheet gives it
 * @param table its data, as read
 * @param names the moderators: that of the rows, that of the columns
 * @param given outcome, unit, rho, method, test, prediction, confidenceLevel, as in poolSheet
 * @throws all problems of checkSheet; option/unknown-moderator, option/not-a-category, option/unknown-outcome
 * @see as dimensionOutcomeMatrix
 */
export function poolSheetMatrix(
  sheet: SheetColumns,
  table: Table,
  names: readonly [string, string],
  given: Omit<SheetPooling, "subgroups"> = {},
): SheetMatrix {
  const { problems, notes } = checkSheet(sheet, table);
  refuseAll(problems);
  const { outcome: only, ...options } = given;
  const [rows, columns] = names.map((name) => moderatorOf(sheet, table, name)) as [SheetModerator, SheetModerator];
  const coded = codedEffects(sheet, table, only === undefined ? undefined : outcomeRows(sheet, table, only).holds);
  const data = poolable(coded, table);
  const [dimension, outcome] = [levelsOf(rows, table, data), levelsOf(columns, table, data)];
  const result = dimensionOutcomeMatrix(
    {
      ...data.columns,
      ...{ dimension, outcome, study: data.study, n: data.n },
      ...(data.sample ? { sample: data.sample } : {}),
    },
    { ...options, backTransform: "fisherZ" },
  );
  return {
    ...{ title: sheet.title, language: sheet.language },
    rows: sideOf(rows, result.dimensions),
    columns: sideOf(columns, result.outcomes),
    result,
    notes: [...notes, ...coded.notes],
  };
}

function levelsOf(moderator: SheetModerator, table: Table, { rows }: Poolable): (string | null)[] {
  const levels = filledLevels(moderator, table, rows);
  return rows.map((row) => levels[row]!);
}

function sideOf(moderator: SheetModerator, levels: readonly string[]): MatrixSide {
  const labels = Object.fromEntries(levels.map((level) => [level, levelLabel(moderator, level)]));
  return { name: moderator.name, label: moderator.label, labels };
}

/** The matrix as a table: r with its interval, and under it how many effects from how many studies. */
export function sheetMatrixTable({ title, rows, columns, result, notes }: SheetMatrix, language: Language): ApaTable {
  const total = word("total", language);
  const { cells, outcomes, dimensions, dimensionMargins, outcomeMargins } = result;
  const lineOf = (name: string, own: readonly Cell[]) => [
    [name, ...own.map((one) => meanText(one, language))],
    ["", ...own.map((one) => countText(one))],
  ];
  return {
    title: sentence(
      "sheet-matrix",
      { title: title[language], rows: rows.label[language], columns: columns.label[language] },
      language,
    ),
    language,
    columns: [
      { label: rows.label[language], align: "left", symbol: false },
      ...[...outcomes.map((level) => columns.labels[level]![language]), total].map(
        (label) => ({ label, align: "center", symbol: false }) as const,
      ),
    ],
    body: [
      ...dimensions.flatMap((level, i) =>
        lineOf(rows.labels[level]![language], [
          ...cells.slice(i * outcomes.length, (i + 1) * outcomes.length),
          dimensionMargins[i]!,
        ]),
      ),
      ...lineOf(total, [...outcomeMargins, result.total]),
    ],
    notes: [
      sentence("sheet-matrix-reads", {}, language),
      ...new Set([...notes, ...result.notes].map(({ code, values }) => notePhrase(code, values, language))),
    ],
  };
}

type Cell = DimensionOutcomeMatrix["total"];

function meanText({ transformed }: Cell, language: Language): string {
  if (!transformed) return "–";
  const { estimate, lower, upper } = transformed;
  return `${formatCell(estimate, "coefficient", { language })} ${formatInterval(lower, upper, { language }, "coefficient")}`;
}

function countText({ k, studies }: Cell): string {
  return k === 0 ? "" : `${k} (${studies})`;
}
