import { formatCell } from "../foundation/format.ts";
import { type Language, notePhrase, sentence, type Text, word } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import type { RandomEffects } from "../meta/randomEffects.ts";
import { subgroupsCard } from "../meta/subgroups.ts";
import { equals, listed, probability } from "../report/apaFigures.ts";
import { type ApaTable, apaTable, type TableColumn } from "../report/apaTable.ts";
import type { PooledSheet, SheetSubgroups } from "./poolSheet.ts";

/** A pooled sheet as tables: the whole in one row, and one table for every moderator. */
export function pooledSheetTables(sheet: PooledSheet, language: Language): ApaTable[] {
  const told = new Set(notesOf(sheet.pooled.notes, language));
  return [pooledTable(sheet, language), ...sheet.subgroups.map((one) => subgroupTable(one, told, language))];
}

const HETEROGENEITY: readonly TableColumn[] = [{ column: "I2" }, { column: "tau2" }];
const MEAN: readonly TableColumn[] = [
  { column: "k" },
  { column: "studies" },
  { column: "r" },
  { column: "lower", interval: true },
  { column: "predictionLower", interval: true },
];

function pooledTable({ pooled, studies, ...sheet }: PooledSheet, language: Language): ApaTable {
  return apaTable({
    title: titleOf(sheet, language),
    columns: [
      ...MEAN,
      ...HETEROGENEITY,
      { column: "Q" },
      { column: "df", label: "df (Q)" },
      { column: "pValue", label: "p (Q)" },
    ],
    rows: [pooledRow(pooled, studies)],
    notes: [
      sentence("sheet-scale", {}, language),
      ...notesOf([...sheet.notes, ...pooled.notes], language),
      ...sourceNotes(sheet, language),
    ],
    confidenceLevel: pooled.options.confidenceLevel,
    language,
  });
}

function titleOf({ title, outcome }: Pick<PooledSheet, "title" | "outcome">, language: Language): string {
  return outcome === null ? title[language] : `${title[language]}: ${outcome[language]}`;
}

/** The pooled correlation with its heterogeneity, as a row: p is that of Q. */
export function pooledRow({ k, transformed, I2, tau2, Q, dfQ, pQ }: RandomEffects, studies: number): Row {
  const { estimate: r = null, ...limits } = transformed ?? {};
  return { k, studies, r, ...limits, I2, tau2, Q, df: dfQ, pValue: pQ };
}

/** The subgroups of one moderator and their total, as rows, with their labels. */
export function subgroupRows({ result, labels }: SheetSubgroups, language: Language): Row[] {
  const rows = subgroupsCard.tidy(result);
  return rows.map(({ term, estimate, group: _, ...row }, i) => ({
    term: i < result.groups.length ? labelOf(labels, String(term), language) : word("total", language),
    r: estimate ?? null,
    ...row,
  }));
}

function subgroupTable(subgroups: SheetSubgroups, told: ReadonlySet<string>, language: Language): ApaTable {
  const { label, result } = subgroups;
  return apaTable({
    title: sentence("sheet-subgroups", { moderator: label[language] }, language),
    columns: [{ column: "term", label: label[language] }, ...MEAN, ...HETEROGENEITY],
    rows: subgroupRows(subgroups, language),
    notes: [
      ...differenceNotes(subgroups, language),
      ...subgroupNotes(subgroups, language).filter((text) => !told.has(text)),
    ],
    confidenceLevel: result.options.confidenceLevel,
    language,
  });
}

/** What the result says of its subgroups, by their labels; what it says of small ones one by one comes in one list. */
function subgroupNotes({ result, labels }: SheetSubgroups, language: Language): string[] {
  const small = (code: string) => result.notes.filter((one) => one.code === code).map(({ values }) => values);
  const few = small("subgroups/few").map(({ group, k }) => `${labelOf(labels, String(group), language)} (${k})`);
  const single = small("subgroups/single").map(({ group }) => labelOf(labels, String(group), language));
  const others = result.notes.filter(({ code }) => code !== "subgroups/few" && code !== "subgroups/single");
  return [
    ...notesOf(
      others.map((one) => withLabels(one, labels, language)),
      language,
    ),
    ...(few.length > 0 ? [sentence("sheet-few", { groups: few.join("; ") }, language)] : []),
    ...(single.length > 0 ? [sentence("sheet-single", { groups: single.join("; ") }, language)] : []),
  ];
}

/** Whether the subgroups differ. */
function differenceNotes({ result }: SheetSubgroups, language: Language): string[] {
  const test = result.differences.separate;
  if (test === null) return [];
  const df = formatCell(test.df, "degrees", { language });
  const figures = listed([
    equals(`Q(${df})`, formatCell(test.statistic, "number", { language })),
    probability({ pValue: test.pValue }, language),
  ]);
  return [sentence("sheet-differences", { figures }, language)];
}

function labelOf(labels: SheetSubgroups["labels"], level: string, language: Language): string {
  return Object.hasOwn(labels, level) ? labels[level]![language] : level;
}

/** Notes name subgroups by their level; a reader knows them by their label. */
function withLabels(one: Note, labels: Readonly<Record<string, Text>>, language: Language): Note {
  const { groups } = one.values;
  if (groups === undefined) return one;
  const named = String(groups)
    .split(", ")
    .map((level) => labelOf(labels, level, language));
  return { ...one, values: { ...one.values, groups: named.join(", ") } };
}

function notesOf(notes: readonly Note[], language: Language): string[] {
  return [...new Set(notes.map(({ code, values }) => notePhrase(code, values, language)))];
}

/** Where the data come from, their terms, and what their makers did with them. */
function sourceNotes({ source }: Pick<PooledSheet, "source">, language: Language): string[] {
  if (!source) return [];
  const { citation, licence, note } = source;
  const terms = licence === undefined ? "" : ` (${licence})`;
  return [sentence("sheet-source", { citation: `${citation}${terms}` }, language), ...(note ? [note[language]] : [])];
}
