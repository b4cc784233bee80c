import type { ApaTable } from "../report/apaTable.ts";
import { renderMarkdown } from "../report/renderMarkdown.ts";
import { renderTerminal } from "../report/renderTerminal.ts";
import { type CsvRows, writeCsv } from "../sources/writeCsv.ts";
import type { Call } from "./command.ts";

export type { CsvRows } from "../sources/writeCsv.ts";

/** Prints what is no statistic: the whole as JSON, its rows as CSV, or its tables for people. */
export function printShown(
  whole: unknown,
  tables: readonly ApaTable[],
  rows: CsvRows,
  { format, language, terminal }: Call,
): void {
  terminal.out(shownText(whole, tables, rows, { format, language, width: terminal.width }));
}

interface Wish extends Pick<Call, "format" | "language"> {
  readonly width: number;
}

function shownText(whole: unknown, tables: readonly ApaTable[], rows: CsvRows, { format, language, width }: Wish) {
  if (format === "json") return JSON.stringify(whole, null, 2);
  if (format === "csv") return writeCsv(rows, { language }).replace(/\r?\n$/, "");
  const show = format === "md" ? renderMarkdown : (table: ApaTable) => renderTerminal(table, { width });
  return tables.map((table) => show(table)).join("\n\n");
}
