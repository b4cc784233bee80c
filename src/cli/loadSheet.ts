import { basename, dirname, extname, join, resolve } from "node:path";
import { refuse } from "../foundation/errors.ts";
import { readTable } from "../sources/readTable.ts";
import { bareSheet, type ColumnNames } from "../study/bareSheet.ts";
import { parseCodedSheet } from "../study/codedSheet.ts";
import { readYaml } from "../study/parseStudyFile.ts";
import type { SheetColumns } from "../study/sheetFormat.ts";
import type { Table } from "../table/table.ts";
import type { Call, Flag } from "./command.ts";
import { DATA_FLAG, readText } from "./loadStudy.ts";
import { READ_FLAGS, readOptions } from "./readFlags.ts";
import { tellNotes } from "./tellNotes.ts";

const COLUMN_FLAGS: readonly (keyof ColumnNames)[] = ["r", "n", "study", "effect"];

/** How a coded sheet is found and read. */
export const SHEET_FLAGS: Readonly<Record<string, Flag>> = {
  r: {
    type: "string",
    value: "column",
    fallback: "r",
    help: { en: "column of the correlations", nl: "kolom met de correlaties" },
  },
  n: {
    type: "string",
    value: "column",
    fallback: "n",
    help: { en: "column of the sample sizes", nl: "kolom met de steekproefgroottes" },
  },
  study: {
    type: "string",
    value: "column",
    fallback: "study",
    help: {
      en: "column that tells studies apart; without one every row is a study",
      nl: "kolom die studies onderscheidt; zonder zo'n kolom is elke rij een studie",
    },
  },
  effect: {
    type: "string",
    value: "column",
    fallback: "effect",
    help: { en: "column with the id of the effect", nl: "kolom met het id van het effect" },
  },
  ...DATA_FLAG,
  ...READ_FLAGS,
};

export interface LoadedSheet {
  readonly sheet: SheetColumns;
  readonly table: Table;
}

/** What a file is: a study file, the description of a coded sheet, or data. */
export type FileKind = "study" | "sheet" | "data";

/**
 * Looks what a file is: a description (YAML or JSON) has the key betrokken; with data sets it is a study file.
 * @throws file/not-found, study/yaml
 */
export async function fileKind(path: string): Promise<FileKind> {
  const extension = extname(path).toLowerCase();
  const isYaml = [".yaml", ".yml"].includes(extension);
  if (!isYaml && extension !== ".json") return "data";
  const text = await readText(path);
  if (!isYaml && !/^\s*\{/.test(text)) return "data";
  return kindOfValue(readYaml(text, basename(path)).value, isYaml);
}

function kindOfValue(value: unknown, isYaml: boolean): FileKind {
  const has = (key: string) => typeof value === "object" && value !== null && Object.hasOwn(value, key);
  if (!isYaml && !has("betrokken")) return "data";
  return has("data") || !(has("file") || has("r")) ? "study" : "sheet";
}

/**
 * Reads the coded sheet that a call names: a description with its data file, or a bare data file. Columns that the call
 * names go before those of the description.
 */
export async function loadSheet(call: Call): Promise<LoadedSheet> {
  const path = call.words[0] ?? refuse("usage/word-missing", { word: "<coded.csv|meta.yaml>" });
  const kind = await fileKind(path);
  if (kind === "data") {
    const table = await dataOf(path, call);
    return { sheet: bareSheet(table, columnNames(call), call.language), table };
  }
  const sheet = parseCodedSheet(await readText(path), basename(path));
  const folder = typeof call.flags.data === "string" ? call.flags.data : dirname(path);
  const table = await dataOf(resolve(join(folder, sheet.file)), call);
  return { sheet: { ...sheet, ...columnNames(call) }, table };
}

async function dataOf(path: string, call: Call): Promise<Table> {
  const { table, notes } = await readTable(path, readOptions(call));
  tellNotes(notes, call);
  return table;
}

function columnNames({ flags }: Call): ColumnNames {
  const given = COLUMN_FLAGS.flatMap((key) => (typeof flags[key] === "string" ? [[key, flags[key]]] : []));
  return Object.fromEntries(given);
}
