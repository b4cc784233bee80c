import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { refuse } from "../foundation/errors.ts";
import type { Note } from "../foundation/result.ts";
import type { Table } from "../table/table.ts";
import type { FileCodebook } from "./fileCodebook.ts";
import { type CsvOptions, type CsvReading, readCsv } from "./readCsv.ts";
import { readJson, readJsonLines } from "./readJson.ts";
import { readSav } from "./readSav.ts";
import { reasonOf } from "./writeFile.ts";

/** What may be said about a file beforehand; `source` is its name in messages (without folders when left out). */
export type ReadOptions = Partial<CsvOptions>;

/** A file as read; `decided` tells of a delimited file how it was taken, `codebook` what an SPSS file knows. */
export interface TableReading {
  readonly table: Table;
  readonly notes: readonly Note[];
  readonly decided?: CsvReading["decided"];
  readonly codebook?: FileCodebook;
}

type Reader = (bytes: Uint8Array, options: CsvOptions) => TableReading;

const READERS: Readonly<Record<string, Reader>> = {
  ".csv": readCsv,
  ".txt": readCsv,
  ".tsv": (bytes, options) => readCsv(bytes, { delimiter: "\t", ...options }),
  ".json": (bytes, { source, missing }) => ({ table: readJson(bytes, { source, missing }), notes: [] }),
  ".ndjson": (bytes, { source, missing }) => ({ table: readJsonLines(bytes, { source, missing }), notes: [] }),
  ".sav": sav,
  ".zsav": sav,
};

function sav(bytes: Uint8Array, { source, missing }: CsvOptions): TableReading {
  const { table, notes, codebook } = readSav(bytes, { source, missing });
  return { table, notes, codebook };
}

/**
 * Reads a data file; its extension tells its kind: .csv, .txt and .tsv (delimited text), .json (rows or columns),
 * .ndjson (a row on every line), .sav and .zsav (SPSS).
 * @param path the file
 * @param options `delimiter`, `decimal`: when you know better than the file tells; `missing`: codes for no answer
 * @returns the table, and a note for every doubt
 * @throws file/not-found, file/unreadable, file/kind, and what the reader of its kind refuses
 */
export async function readTable(path: string, options: ReadOptions = {}): Promise<TableReading> {
  const source = options.source ?? basename(path);
  const reader = READERS[extname(path).toLowerCase()];
  if (!reader) return refuse("file/kind", { known: Object.keys(READERS).join(" ") }, { source });
  return reader(await bytesOf(path), { ...options, source });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = reasonOf(error);
    return reason === "ENOENT"
      ? refuse("file/not-found", {}, { source: path })
      : refuse("file/unreadable", { reason }, { source: path });
  }
}
