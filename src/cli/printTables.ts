import type { Row } from "../foundation/row.ts";
import type { ApaTable } from "../report/apaTable.ts";
import { renderMarkdown } from "../report/renderMarkdown.ts";
import { renderTerminal } from "../report/renderTerminal.ts";
import { writeCsv } from "../sources/writeCsv.ts";
import type { Call } from "./command.ts";

/** Prints tables for people, or their rows as CSV, as the call asks. */
export async function printTables(
  tables: readonly ApaTable[],
  rows: readonly Row[],
  { format, language, terminal }: Call,
): Promise<void> {
  if (format === "csv") return terminal.out(writeCsv(rows, { language }).replace(/\r?\n$/, ""));
  const show = format === "md" ? renderMarkdown : (table: ApaTable) => renderTerminal(table, { width: terminal.width });
  terminal.out(tables.map((table) => show(table)).join("\n\n"));
}
