import type { ColumnName } from "../foundation/glossary.ts";
import { type Language, notePhrase } from "../foundation/phrases.ts";
import type { Note, Result } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { disclose, type Profile } from "../results/disclosure.ts";
import { loadCard } from "../results/registry.ts";
import { type ApaTable, apaTable, type TableColumn } from "./apaTable.ts";

export interface ResultTableOptions {
  readonly language: Language;
  /** How small groups of respondents are hidden; strict unless told otherwise. */
  readonly disclosure?: Profile;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A result as tables: the whole in one row, and its parts, safe to show, with its notes in words. */
export async function resultTables(
  result: Result,
  options: ResultTableOptions,
): Promise<{ whole: ApaTable; parts: ApaTable }> {
  const { language, labels } = options;
  const card = await loadCard(result.kind);
  const { whole, parts } = await resultRows(result, options.disclosure ?? "strict");
  const table = (rows: readonly Row[], notes: readonly Note[]) =>
    apaTable({
      title: card.label[language],
      columns: columnsOf(rows),
      rows,
      notes: notes.map(({ code, values }) => notePhrase(code, values, language)),
      language,
      ...(labels ? { labels } : {}),
    });
  return { whole: table(whole, []), parts: table(parts, result.notes) };
}

/** The rows of a result that may be shown: those about respondents only where enough of them stand behind. */
export async function resultRows(result: Result, profile: Profile): Promise<{ whole: Row[]; parts: Row[] }> {
  const card = await loadCard(result.kind);
  const safe = (rows: readonly Row[]) => (result.sample.unit === "respondent" ? disclose(rows, profile) : [...rows]);
  return { whole: safe([card.glance(result as never)]), parts: safe(card.tidy(result as never)) };
}

const PAIRED: readonly ColumnName[] = ["upper", "predictionUpper"];
const INTERVALS: readonly ColumnName[] = ["lower", "predictionLower"];

/** The columns that hold anything, in the order in which the rows name them; two limits make one column. */
export function columnsOf(rows: readonly Row[]): TableColumn[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))] as ColumnName[];
  return names
    .filter((name) => !PAIRED.includes(name) && rows.some((row) => row[name] !== null && row[name] !== undefined))
    .map((column) => ({ column, interval: INTERVALS.includes(column) }));
}
