import { refuse } from "../foundation/errors.ts";
import { MOST_REASONS } from "../table/missing.ts";
import type { Field, MissingReasons, NumberField, TextField } from "../table/table.ts";
import type { DeclaredMissing } from "./fileCodebook.ts";
import type { CaseChunk } from "./savCases.ts";
import { momentText, timeKind } from "./savDates.ts";
import type { SavColumn } from "./savDictionary.ts";

/** Collects one column from chunks of rows. */
export interface ColumnCollector {
  readonly take: (chunk: CaseChunk) => void;
  /** The column, its declared missing values taken out with their reasons. */
  readonly field: () => Field;
}

export interface CollectingColumns {
  readonly littleEndian: boolean;
  /** Bytes of a row. */
  readonly rowSize: number;
  readonly decode: (bytes: Uint8Array) => string;
}

const FIRST_SIZE = 1024;

export function collectColumn(column: SavColumn, how: CollectingColumns): ColumnCollector {
  return column.width === 0 ? collectNumbers(column, how) : collectTexts(column, how);
}

function collectNumbers(column: SavColumn, { littleEndian, rowSize }: CollectingColumns): ColumnCollector {
  const { offset } = column.parts[0]!;
  let values = new Float64Array(FIRST_SIZE);
  let count = 0;
  return {
    take: ({ bytes, rows }) => {
      if (count + rows > values.length) values = larger(values, count + rows);
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let row = 0, at = offset; row < rows; row++, at += rowSize) {
        const value = view.getFloat64(at, littleEndian);
        values[count++] = value === -Number.MAX_VALUE ? Number.NaN : value;
      }
    },
    field: () => numberField(column, values.slice(0, count)),
  };
}

function larger(values: Float64Array, needed: number) {
  const grown = new Float64Array(Math.max(needed, values.length * 2));
  grown.set(values);
  return grown;
}

function numberField(column: SavColumn, values: Float64Array): Field {
  const reasons = declareNumbers(values, column.missing);
  const kind = timeKind(column.format);
  const field: NumberField = { kind: "number", name: column.name, values, ...(reasons ? { reasons } : {}) };
  return kind === "date" || kind === "moment" ? (dateField(field, kind) ?? field) : field;
}

/** Takes the declared values out of a column just read; reasons are the values as text. */
function declareNumbers(values: Float64Array, missing: DeclaredMissing): MissingReasons | undefined {
  if (missing.values.length === 0 && missing.range === null) return undefined;
  const isDeclared = declaredNumbers(missing);
  const found = new Map<number, number>();
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!isDeclared(value)) continue;
    // The last reason stands for all values of a long range that found no place of their own.
    if (!found.has(value)) found.set(value, Math.min(found.size + 1, MOST_REASONS));
    codes[row] = found.get(value)!;
    values[row] = Number.NaN;
  }
  const labels = [...found.keys()].map(String);
  if (labels.length > MOST_REASONS) labels.splice(MOST_REASONS - 1, labels.length, "…");
  return labels.length === 0 ? undefined : { codes, labels };
}

function declaredNumbers({ values, range }: DeclaredMissing): (value: number) => boolean {
  const single = new Set<unknown>(values);
  const low = range === null ? Number.NaN : (range.low ?? Number.NEGATIVE_INFINITY);
  const high = range === null ? Number.NaN : (range.high ?? Number.POSITIVE_INFINITY);
  return (value) => (value >= low && value <= high) || single.has(value);
}

/** Seconds since 1582 as days or moments; undefined when one cannot be a date, and the column stays as it is. */
function dateField({ name, values, reasons }: NumberField, kind: "date" | "moment"): TextField | undefined {
  const collected = collectLevels();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const seconds = values[row]!;
    const text = Number.isNaN(seconds) ? null : momentText(seconds, kind);
    if (text === undefined) return undefined;
    codes[row] = text === null ? -1 : collected.codeOf(text);
  }
  return { kind: "text", name, codes, levels: collected.levels(), ...(reasons ? { reasons } : {}) };
}

function collectLevels() {
  const index = new Map<string, number>();
  return {
    codeOf: (level: string) => {
      const known = index.get(level);
      if (known !== undefined) return known;
      index.set(level, index.size);
      return index.size - 1;
    },
    levels: () => [...index.keys()],
  };
}

/** Answers repeat, so bytes are compared as they are and each different text is decoded once. */
function collectTexts(column: SavColumn, { rowSize, decode }: CollectingColumns): ColumnCollector {
  const raw = collectLevels();
  let codes = new Int32Array(FIRST_SIZE);
  let count = 0;
  return {
    take: ({ bytes, rows }) => {
      if (count + rows > codes.length) {
        const grown = new Int32Array(Math.max(count + rows, codes.length * 2));
        grown.set(codes);
        codes = grown;
      }
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      for (let row = 0; row < rows; row++) codes[count++] = raw.codeOf(rawText(buffer, row * rowSize, column));
    },
    field: () => textField(column, { codes: codes.slice(0, count), raw: raw.levels() }, decode),
  };
}

/** A text's bytes without the blanks at its right, as a string of bytes. */
function rawText(buffer: Buffer, row: number, { parts }: SavColumn): string {
  const last = parts.length - 1;
  let text = "";
  for (let j = 0; j < last; j++) {
    const { offset, length } = parts[j]!;
    text += buffer.toString("latin1", row + offset, row + offset + length);
  }
  const { offset, length } = parts[last]!;
  const begin = row + offset;
  let end = begin + length;
  while (end > begin && isPadding(buffer[end - 1]!)) end--;
  text += buffer.toString("latin1", begin, end);
  return last === 0 ? text : text.replace(/[ \0]+$/, "");
}

function isPadding(byte: number): boolean {
  return byte === 32 || byte === 0;
}

function textField(
  { name, missing }: SavColumn,
  { codes, raw }: { readonly codes: Int32Array; readonly raw: readonly string[] },
  decode: CollectingColumns["decode"],
): TextField {
  const decoded = raw.map((level) => decode(Buffer.from(level, "latin1")));
  const declared = [...new Set(missing.values.map(String))];
  const reasonOf = decoded.map((level) => declared.indexOf(level) + 1);
  const kept = collectLevels();
  const levelOf = decoded.map((level, j) => (reasonOf[j]! > 0 ? -1 : kept.codeOf(level)));
  const field: TextField = { kind: "text", name, codes: codes.map((code) => levelOf[code]!), levels: kept.levels() };
  if (!reasonOf.some((reason) => reason > 0)) return field;
  return { ...field, reasons: { labels: declared, codes: Uint8Array.from(codes, (code) => reasonOf[code]!) } };
}

/** Unpacked, a file can be far larger than it is; beyond this many cells columns have to be chosen. */
const MOST_CELLS = 2 ** 28;

/** @throws file/too-large when more cells are collected than fit */
export function refuseTooLarge(columns: number, rows: number, source: string): void {
  if (columns * rows > MOST_CELLS) refuse("file/too-large", { limit: MOST_CELLS }, { source });
}
