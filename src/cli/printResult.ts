import type { ColumnName } from "../foundation/glossary.ts";
import { notePhrase } from "../foundation/phrases.ts";
import type { Result } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import type { AnyCard } from "../foundation/statistic.ts";
import { apaTable } from "../report/apaTable.ts";
import { disclose } from "../results/disclosure.ts";
import type { Call } from "./command.ts";
import { printTables } from "./printTables.ts";
import { profileOf } from "./readFlags.ts";

/** Prints a statistic's result: the whole of it as JSON, or its rows, safe to show, as a table, CSV or Markdown. */
export async function printResult(card: AnyCard, result: Result, call: Call): Promise<void> {
  if (call.format === "json") {
    call.terminal.out(JSON.stringify(result, null, 2));
    return;
  }
  const safe = (rows: readonly Row[]) =>
    result.sample.unit === "respondent" ? disclose(rows, profileOf(call)) : [...rows];
  const { language } = call;
  const notes = result.notes.map(({ code, values }) => notePhrase(code, values, language));
  const whole = safe([card.glance(result as never)]);
  const parts = safe(card.tidy(result as never));
  const title = card.label[language];
  const table = (rows: readonly Row[], own: readonly string[]) =>
    apaTable({ title, columns: columnsOf(rows), rows, notes: own, language });
  await printTables([table(whole, []), table(parts, notes)], parts, call);
}

/** The columns that hold anything, in the order in which the rows name them. */
export function columnsOf(rows: readonly Row[]): { column: ColumnName }[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))] as ColumnName[];
  return names
    .filter((name) => rows.some((row) => row[name] !== null && row[name] !== undefined))
    .map((column) => ({ column }));
}
