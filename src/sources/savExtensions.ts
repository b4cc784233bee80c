import { type ByteReader, byteReader, withoutPadding } from "./savBytes.ts";
import { type SavText, savText } from "./savEncoding.ts";
import type { SavHeader } from "./savHeader.ts";
import type { SavExtension, SavRecords } from "./savRecords.ts";

/** Labels or missing values of texts longer than eight bytes, by the name of their column. */
export interface LongStringLabels {
  readonly name: string;
  readonly labels: readonly { readonly value: string; readonly label: string }[];
}

export interface LongStringMissing {
  readonly name: string;
  readonly values: readonly string[];
}

/** What the extension records of a file say, with readers for their bytes. */
export interface SavExtensions {
  readonly text: SavText;
  readonly rows: number | undefined;
  /** Measure of every variable record, where told. */
  readonly measures: readonly number[];
  readonly longNames: ReadonlyMap<string, string>;
  readonly veryLong: ReadonlyMap<string, number>;
  readonly labels: readonly LongStringLabels[];
  readonly missing: readonly LongStringMissing[];
  readonly responseSets: readonly Uint8Array[];
  readonly fileAttributes: string;
  readonly variableAttributes: string;
}

const CHARACTER_CODE_AT = 28;

export function readSavExtensions(records: SavRecords, header: SavHeader, source: string): SavExtensions {
  const of = (subtype: number) => records.extensions.filter((one) => one.subtype === subtype);
  const reader = ({ data }: SavExtension) => byteReader(data, { littleEndian: header.littleEndian, source });
  const name = of(20).map(({ data }) => latin(data))[0];
  const page = of(3).map((one) => reader(one).from(CHARACTER_CODE_AT).int32())[0];
  const text = savText(name, page, source);
  const texts = (subtype: number) => of(subtype).map(({ data }) => text.decode(data));
  return {
    text,
    rows: of(16).map((one) => rowsOf(reader(one)))[0],
    measures: of(11).flatMap((one) => measuresOf(one, reader(one), records.variables.length)),
    longNames: new Map(texts(13).flatMap(pairs)),
    veryLong: new Map(
      texts(14)
        .flatMap(pairs)
        .map(([short, width]) => [short, Number.parseInt(width, 10)]),
    ),
    labels: of(21).flatMap((one) => untilEnd(reader(one), (bytes) => longLabels(bytes, text))),
    missing: of(22).flatMap((one) => untilEnd(reader(one), (bytes) => longMissing(bytes, text))),
    responseSets: [...of(7), ...of(19)].map(({ data }) => data),
    fileAttributes: texts(17).join(""),
    variableAttributes: texts(18).join("/"),
  };
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(withoutPadding(bytes)).toString("latin1");
}

function rowsOf(reader: ByteReader): number | undefined {
  reader.int64();
  const rows = reader.int64();
  return rows < 0 ? undefined : rows;
}

/** Two or three numbers for every variable record: measure, width where there are three, alignment. */
function measuresOf({ data }: SavExtension, reader: ByteReader, variables: number): number[] {
  const numbers = Math.floor(data.length / 4);
  const each = numbers / variables;
  if (each !== 2 && each !== 3) return [];
  const all = Array.from({ length: numbers }, () => reader.int32());
  return all.filter((_, i) => i % each === 0);
}

/** NAME=value pairs, a tab (after zero bytes) between them. */
function pairs(text: string): [string, string][] {
  return text.split("\t").flatMap((pair): [string, string][] => {
    const split = pair.indexOf("=");
    return split < 1 ? [] : [[pair.slice(0, split).toUpperCase(), pair.slice(split + 1).replace(/\0+$/, "")]];
  });
}

function untilEnd<T>(reader: ByteReader, read: (reader: ByteReader) => T): T[] {
  const all: T[] = [];
  while (!reader.ended()) all.push(read(reader));
  return all;
}

function longLabels(reader: ByteReader, text: SavText): LongStringLabels {
  const name = text.decode(reader.bytes(reader.int32()));
  reader.int32();
  const count = reader.int32();
  const labels: { value: string; label: string }[] = [];
  for (let i = 0; i < count; i++) {
    const value = text.decode(withoutPadding(reader.bytes(reader.int32())));
    labels.push({ value, label: text.decode(withoutPadding(reader.bytes(reader.int32()))) });
  }
  return { name, labels };
}

function longMissing(reader: ByteReader, text: SavText): LongStringMissing {
  const name = text.decode(reader.bytes(reader.int32()));
  const count = reader.bytes(1)[0]!;
  const length = reader.int32();
  return { name, values: Array.from({ length: count }, () => text.decode(withoutPadding(reader.bytes(length)))) };
}
