import { refuse } from "../foundation/errors.ts";
import { sentence } from "../foundation/phrases.ts";
import type { Result } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { dimensionOutcomeMatrixCard } from "../meta/dimensionOutcomeMatrix.ts";
import { effectAnovaCard } from "../meta/effectAnova.ts";
import type { ApaTable } from "../report/apaTable.ts";
import type { SheetPooling } from "../study/poolSheet.ts";
import { poolSheetAnova, sheetAnovaTables } from "../study/sheetAnova.ts";
import { poolSheetMatrix, sheetMatrixTable } from "../study/sheetMatrix.ts";
import { type Call, EXIT } from "./command.ts";
import type { LoadedSheet } from "./loadSheet.ts";
import { printTables } from "./printTables.ts";

type Pooling = Omit<SheetPooling, "subgroups">;

/** The table of every combination of two moderators. */
export async function printMatrix(
  { sheet, table }: LoadedSheet,
  names: string,
  pooling: Pooling,
  call: Call,
): Promise<number> {
  const [rows, columns, ...more] = namesIn(names);
  if (!rows || !columns || more.length > 0)
    refuse("usage/flag-value", { flag: "--matrix", expected: "dimension,outcome" });
  const matrix = poolSheetMatrix(sheet, table, [rows, columns], pooling);
  const language = call.asked ?? matrix.language;
  const tables = [sheetMatrixTable(matrix, language)];
  return printed(matrix.result, tables, dimensionOutcomeMatrixCard.tidy(matrix.result), { ...call, language });
}

/** How much of the differences goes with each of some moderators. */
export async function printAnova(
  { sheet, table }: LoadedSheet,
  names: string,
  { method, test, prediction, ...pooling }: Pooling,
  call: Call,
): Promise<number> {
  if (method !== undefined || test !== undefined)
    refuse("option/invalid", { option: "method, test", expected: "left out with --anova" });
  const anova = poolSheetAnova(sheet, table, namesIn(names), pooling);
  const language = call.asked ?? anova.language;
  const tables = sheetAnovaTables(anova, language);
  return printed(anova.result, tables, effectAnovaCard.tidy(anova.result), { ...call, language });
}

function namesIn(names: string): string[] {
  return names.split(",").map((name) => name.trim());
}

async function printed(result: Result, tables: ApaTable[], rows: readonly Row[], call: Call): Promise<number> {
  if (call.format === "json") call.terminal.out(JSON.stringify(result, null, 2));
  else await printTables(tables, rows, call);
  call.terminal.err(sentence("correlation-is-not-cause", {}, call.language));
  return EXIT.done;
}
