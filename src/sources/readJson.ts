import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { fromJsonColumns, fromJsonRows } from "../table/jsonColumns.ts";
import type { MissingCodes } from "../table/missing.ts";
import type { Table } from "../table/table.ts";
import { decodeText } from "./textEncoding.ts";

export interface JsonOptions {
  /** Name of the file, for messages. */
  readonly source: string;
  /** Codes that stand for no answer, for all columns or by column. */
  readonly missing?: MissingCodes | undefined;
}

/**
 * Reads a table from JSON: a list of rows (`[{ "a": 1 }, ...]`) or columns (`{ "columns": { "a": [1, ...] } }`).
 * @throws file/json, file/json-shape, file/json-cell, data/empty
 */
export function readJson(bytes: Uint8Array, { source, missing }: JsonOptions): Table {
  const text = withoutMark(decodeText(bytes, source));
  if (text.trim() === "") refuse("data/empty", {}, { source });
  const json = parsed(text) ?? refuse("file/json", {}, { source });
  return Array.isArray(json.value)
    ? fromJsonRows(json.value, { source, missing })
    : fromJsonColumns(json.value, { source, missing });
}

/**
 * Reads a table from JSON lines: one row (`{ "a": 1 }`) on every line that is not blank.
 * @throws file/json, with every line that is not JSON; file/json-shape, file/json-cell, data/empty
 */
export function readJsonLines(bytes: Uint8Array, { source, missing }: JsonOptions): Table {
  const given = withoutMark(decodeText(bytes, source))
    .split(/\r\n|\n|\r/)
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text.trim() !== "");
  const rows = given.map(({ text, line }) => ({ json: parsed(text), line }));
  refuseAll(
    rows
      .filter(({ json }) => json === undefined)
      .map(({ line }): Problem => ({ code: "file/json", values: {}, location: { source, line } })),
  );
  const lines = Int32Array.from(rows, ({ line }) => line);
  return fromJsonRows(
    rows.map(({ json }) => json!.value),
    { source, missing, lines },
  );
}

/** The error of JSON.parse quotes what stands there, so only the fact is kept. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, "");
}
