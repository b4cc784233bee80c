import { refuseAll } from "../foundation/errors.ts";
import { formatCell, formatInterval } from "../foundation/format.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Language, notePhrase, sentence, type Text, word } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { type EffectAnova, effectAnova } from "../meta/effectAnova.ts";
import type { ApaColumn, ApaTable } from "../report/apaTable.ts";
import type { Table } from "../table/table.ts";
import { checkSheet } from "./checkSheet.ts";
import { codedEffects } from "./codedSheet.ts";
import { inUnits, poolable } from "./poolableEffects.ts";
import { filledLevels, outcomeRows, type SheetPooling } from "./poolSheet.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import { anyModeratorOf, levelLabel, type SheetModerator } from "./sheetModerators.ts";

/** How much of the differences between the effects of a sheet goes with some of its moderators. Plain JSON. */
export interface SheetAnova {
  readonly title: Text;
  readonly language: SheetColumns["language"];
  readonly moderators: readonly {
    readonly name: string;
    readonly label: Text;
    readonly labels: Readonly<Record<string, Text>>;
  }[];
  readonly result: EffectAnova;
  readonly notes: readonly Note[];
}

/**
 * A weighted analysis of variance of the Fisher z of a coded sheet, with weights n - 3.
 * @param sheet as parseCodedSheet or bareSheet gives it
 * @param table its data, as read
 * @param names moderators, numbers or categories; in the sequence numbers go first
 * @param given outcome; unit and rho as in poolSheet, averaged within every combination of the moderators;
 * confidenceLevel
 * @throws all problems of checkSheet; option/unknown-moderator, option/unknown-outcome, coded/empty-moderator; as effectAnova
 * @see as effectAnova
 */
export function poolSheetAnova(
  sheet: SheetColumns,
  table: Table,
  names: readonly string[],
  given: Pick<SheetPooling, "outcome" | "unit" | "rho" | "confidenceLevel"> = {},
): SheetAnova {
  const { problems, notes } = checkSheet(sheet, table);
  refuseAll(problems);
  const { outcome, unit = "effect", rho, ...options } = given;
  const moderators = names.map((name) => anyModeratorOf(sheet, table, name));
  const coded = codedEffects(
    sheet,
    table,
    outcome === undefined ? undefined : outcomeRows(sheet, table, outcome).holds,
  );
  const effects = poolable(coded, table);
  const levels = moderators.map((moderator) => filledLevels(moderator, table, effects.rows));
  const combined = effects.rows.map((row) => {
    const own = levels.map((column) => column[row]!);
    return own.includes(null as never) ? null : JSON.stringify(own);
  });
  const units = inUnits(effects, { unit, ...(rho === undefined ? {} : { rho }) }, combined);
  const { rows, columns } = units.data;
  const columnOf = (_: SheetModerator, i: number) => rows.map((row) => levels[i]![row]!);
  const isNumber = ({ kind }: SheetModerator) => kind === "number";
  const chosen = (wanted: boolean) =>
    moderators.flatMap((one, i) => (isNumber(one) === wanted ? [[one.name, columnOf(one, i)] as const] : []));
  const numbers = chosen(true).map(([name, column]) => [
    name,
    column.map((level) => (level === null ? null : Number(level))),
  ]);
  const result = effectAnova(
    {
      ...columns,
      ...(numbers.length > 0 ? { moderators: Object.fromEntries(numbers) } : {}),
      ...(numbers.length < names.length ? { factors: Object.fromEntries(chosen(false)) } : {}),
    },
    { ...options, backTransform: "fisherZ" },
  );
  return {
    ...{ title: sheet.title, language: sheet.language },
    moderators: moderators.map((one) => ({ name: one.name, label: one.label, labels: labelsOf(one, result) })),
    result,
    notes: [...notes, ...coded.notes, ...units.notes, ...repeatNotes(units.data.study, unit)],
  };
}

/** Effects of one study depend on each other. */
function repeatNotes(study: readonly string[], unit: string): Note[] {
  const studies = new Set(study).size;
  const k = study.length;
  return notesWhen([unit === "effect" && studies < k, "meta/dependent-effects", { k, studies }]);
}

function labelsOf(moderator: SheetModerator, { means }: EffectAnova): Record<string, Text> {
  const own = means.filter(({ factor }) => factor === moderator.name);
  return Object.fromEntries(own.map(({ level }) => [level, levelLabel(moderator, level)]));
}

/** The shares of the moderators as a table, and the weighted mean correlation of every level. */
export function sheetAnovaTables(anova: SheetAnova, language: Language): ApaTable[] {
  const { result, notes } = anova;
  return [
    {
      title: sentence("sheet-anova", { title: anova.title[language] }, language),
      language,
      columns: [
        left(""),
        ...["df", "Q", "p"].map((label) => right(label)),
        ...(["anova-sequential", "anova-unique", "anova-omega"] as const).map((key) =>
          right(sentence(key, {}, language)),
        ),
      ],
      body: [...termLines(anova, language), ...sumLines(result, language)],
      notes: [
        sentence("sheet-anova-reads", {}, language),
        ...new Set([...notes, ...result.notes].map(({ code, values }) => notePhrase(code, values, language))),
      ],
    },
    ...(result.means.length > 0 ? [meansTable(anova, language)] : []),
  ];
}

function left(label: string): ApaColumn {
  return { label, align: "left", symbol: false };
}

function right(label: string, symbol = ["df", "Q", "p", "k", "r"].includes(label)): ApaColumn {
  return { label, align: "right", symbol };
}

function termLines({ result, moderators }: SheetAnova, language: Language): string[][] {
  return result.terms.map(({ term, df, sequential, partial }) => [
    moderators.find(({ name }) => name === term)?.label[language] ?? term,
    formatCell(df, "degrees", { language }),
    formatCell(partial.Q, "number", { language }),
    formatCell(partial.pValue, "pValue", { language }),
    ...[sequential.eta2, partial.eta2, partial.omega2].map((share) => formatCell(share, "share", { language })),
  ]);
}

function sumLines({ partition, model }: EffectAnova, language: Language): string[][] {
  const line = (label: string, df: number, Q: number, p: number, shares: readonly (number | null)[]) => [
    label,
    formatCell(df, "degrees", { language }),
    formatCell(Q, "number", { language }),
    formatCell(p, "pValue", { language }),
    ...shares.map((share) => (share === null ? "" : formatCell(share, "share", { language }))),
  ];
  const { QBetween, dfBetween, pBetween, QWithin, dfWithin, pWithin, QTotal, dfTotal, pTotal } = partition;
  return [
    line(sentence("anova-between", {}, language), dfBetween, QBetween, pBetween, [model.eta2, null, model.omega2]),
    line(sentence("anova-within", {}, language), dfWithin, QWithin, pWithin, [null, null, null]),
    line(word("total", language), dfTotal, QTotal, pTotal, [null, null, null]),
  ];
}

function meansTable({ result, moderators }: SheetAnova, language: Language): ApaTable {
  const named = moderators.filter(({ name }) => result.means.some(({ factor }) => factor === name));
  const lines = named.flatMap(({ name, label, labels }) => [
    { heading: true, cells: [label[language], "", "", ""] },
    ...result.means
      .filter(({ factor }) => factor === name)
      .map(({ level, k, transformed }) => ({
        heading: false,
        cells: meanCells(labels[level]![language], k, transformed!, language),
      })),
  ]);
  const level = formatCell(result.options.confidenceLevel, "share", { language, decimals: 0 });
  return {
    title: sentence("sheet-anova-means", {}, language),
    language,
    columns: [
      left(""),
      right("k"),
      right("r"),
      { label: `${level} ${language === "nl" ? "BI" : "CI"}`, align: "center", symbol: false },
    ],
    body: lines.map(({ cells }) => cells),
    headings: lines.flatMap(({ heading }, i) => (heading ? [i] : [])),
    notes: [],
  };
}

function meanCells(
  label: string,
  k: number,
  { estimate, lower, upper }: { estimate: number; lower: number; upper: number },
  language: Language,
): string[] {
  return [
    label,
    formatCell(k, "count", { language }),
    formatCell(estimate, "coefficient", { language }),
    formatInterval(lower, upper, { language }, "coefficient"),
  ];
}
