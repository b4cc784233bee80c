import { refuse } from "../foundation/errors.ts";
import { type ByteReader, damaged } from "./savBytes.ts";

/** One record of a variable, text not yet decoded: the encoding is told only later in the file. */
export interface SavVariableRecord {
  /** Place in the dictionary from 1; the further eight bytes of a text count too. */
  readonly index: number;
  /** 0 is a number, else the bytes of a text. */
  readonly width: number;
  readonly format: number;
  readonly name: Uint8Array;
  readonly label: Uint8Array | undefined;
  /** How missing values are given: 1 to 3 single ones, -2 a range, -3 a range and one. */
  readonly missingKind: number;
  readonly missing: readonly Uint8Array[];
}

export interface SavLabelRecord {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  readonly indexes: readonly number[];
}

/** An extension record: what it is and its bytes. */
export interface SavExtension {
  readonly subtype: number;
  readonly size: number;
  readonly data: Uint8Array;
  readonly position: number;
}

export interface SavRecords {
  readonly variables: readonly SavVariableRecord[];
  readonly labels: readonly SavLabelRecord[];
  readonly documents: readonly Uint8Array[];
  readonly extensions: readonly SavExtension[];
  /** Eight-byte elements of a row. */
  readonly elements: number;
}

interface Growing {
  readonly variables: SavVariableRecord[];
  readonly labels: SavLabelRecord[];
  readonly documents: Uint8Array[];
  readonly extensions: SavExtension[];
  elements: number;
}

const END = 999;
const RECORDS: Readonly<Record<number, (reader: ByteReader, records: Growing) => void>> = {
  2: readVariable,
  3: readLabels,
  6: readDocuments,
  7: readExtension,
};

/** Reads everything between the header and the rows. */
export function readSavRecords(reader: ByteReader): SavRecords {
  const records: Growing = { variables: [], labels: [], documents: [], extensions: [], elements: 0 };
  for (;;) {
    const type = reader.int32();
    if (type === END) break;
    const read = RECORDS[type] ?? damaged(reader.source, reader.position() - 4);
    read(reader, records);
  }
  reader.int32();
  if (records.variables.length === 0) refuse("data/empty", {}, { source: reader.source });
  return records;
}

const WIDEST = 255;

function readVariable(reader: ByteReader, records: Growing): void {
  const begin = reader.position();
  const width = reader.int32();
  const hasLabel = reader.int32();
  const missingKind = reader.int32();
  const format = reader.int32();
  reader.int32();
  const name = reader.bytes(8);
  const label = hasLabel === 1 ? paddedText(reader, 4) : undefined;
  if (width < -1 || width > WIDEST || Math.abs(missingKind) > 3 || missingKind === -1) damaged(reader.source, begin);
  const missing = Array.from({ length: Math.abs(missingKind) }, () => reader.bytes(8));
  records.elements++;
  if (width >= 0) records.variables.push({ index: records.elements, width, format, name, label, missingKind, missing });
}

function paddedText(reader: ByteReader, unit: number): Uint8Array {
  const length = reader.int32();
  const text = reader.bytes(length);
  reader.bytes((unit - (length % unit)) % unit);
  return text;
}

function readLabels(reader: ByteReader, records: Growing): void {
  const labels = repeated(reader, reader.int32(), () => {
    const value = reader.bytes(8);
    const length = reader.bytes(1)[0]!;
    const label = reader.bytes(length);
    reader.bytes((8 - ((1 + length) % 8)) % 8);
    return { value, label };
  });
  if (reader.int32() !== 4) damaged(reader.source, reader.position() - 4);
  records.labels.push({ labels, indexes: repeated(reader, reader.int32(), () => reader.int32()) });
}

function readDocuments(reader: ByteReader, records: Growing): void {
  records.documents.push(...repeated(reader, reader.int32(), () => reader.bytes(80)));
}

function readExtension(reader: ByteReader, records: Growing): void {
  const subtype = reader.int32();
  const size = reader.int32();
  const count = reader.int32();
  const position = reader.position();
  if (size < 0 || count < 0) damaged(reader.source, position);
  records.extensions.push({ subtype, size, data: reader.bytes(size * count), position });
}

/** Each round takes bytes, so a count that is too large ends at the end of the file. */
function repeated<T>(reader: ByteReader, count: number, read: () => T): T[] {
  if (count < 0) damaged(reader.source, reader.position() - 4);
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(read());
  return all;
}
