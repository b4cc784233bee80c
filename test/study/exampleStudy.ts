import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTable } from "../../src/sources/readTable.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import type { Table } from "../../src/table/table.ts";
import { ROOT } from "../sourceFiles.ts";

export const FOLDER = join(ROOT, "data", "example-study");
export const STUDY = parseStudyFile(readFileSync(join(FOLDER, "study.yaml"), "utf8"), "study.yaml");

/** The example study's tables, read from its files. */
export async function exampleTables(): Promise<Record<string, Table>> {
  const names = Object.entries(STUDY.data);
  const tables = await Promise.all(names.map(async ([, { file }]) => (await readTable(join(FOLDER, file))).table));
  return Object.fromEntries(names.map(([name], i) => [name, tables[i]!]));
}
