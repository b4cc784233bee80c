import type { Result } from "../foundation/result.ts";
import { resultRows, resultTables } from "../report/resultTable.ts";
import type { Call } from "./command.ts";
import { printTables } from "./printTables.ts";
import { profileOf } from "./readFlags.ts";

/** Prints a statistic's result: the whole of it as JSON, or its rows, safe to show, as a table, CSV or Markdown. */
export async function printResult(result: Result, call: Call): Promise<void> {
  if (call.format === "json") return call.terminal.out(JSON.stringify(result, null, 2));
  const disclosure = profileOf(call);
  const { whole, parts } = await resultTables(result, { language: call.language, disclosure });
  await printTables([whole, parts], (await resultRows(result, disclosure)).parts, call);
}
