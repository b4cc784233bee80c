import type { Note } from "../foundation/result.ts";
import type { DeclaredMissing, FileAttribute, FileCodebook, FileVariable } from "./fileCodebook.ts";
import { headerNames } from "./headerNames.ts";
import { parseAttributes, parseResponseSets, parseVariableAttributes, roleOf } from "./savAttributes.ts";
import { byteReader, damaged, withoutPadding } from "./savBytes.ts";
import { formatName } from "./savDates.ts";
import { readSavExtensions, type SavExtensions } from "./savExtensions.ts";
import type { SavHeader } from "./savHeader.ts";
import type { SavRecords, SavVariableRecord } from "./savRecords.ts";

/** Where a column stands in a row, and how it is kept. */
export interface SavColumn {
  readonly name: string;
  /** Bytes of a text; 0 for numbers. */
  readonly width: number;
  /** Code of its display format. */
  readonly format: number;
  /** Parts of it in a row: where each begins, and how many bytes count. */
  readonly parts: readonly { readonly offset: number; readonly length: number }[];
  readonly missing: DeclaredMissing;
}

export interface SavDictionary {
  readonly columns: readonly SavColumn[];
  readonly codebook: FileCodebook;
  readonly rows: number | undefined;
  readonly encoding: string;
  /** Texts with bytes that the encoding does not know, counted when asked. */
  readonly decode: (bytes: Uint8Array) => string;
  readonly undecodable: () => number;
  readonly notes: readonly Note[];
}

/** A variable with the records that make it up; very long texts have several. */
interface Group {
  readonly head: SavVariableRecord;
  /** Place of its first record among all, for the measure. */
  readonly place: number;
  readonly records: readonly SavVariableRecord[];
  readonly width: number;
  readonly short: string;
}

interface Reading {
  readonly header: SavHeader;
  readonly records: SavRecords;
  readonly extensions: SavExtensions;
  readonly source: string;
}

const MEASURES: readonly FileVariable["measure"][] = ["unknown", "nominal", "ordinal", "scale"];

/** Puts together what the records of a file say of its columns. */
export function savDictionary(records: SavRecords, header: SavHeader, source: string): SavDictionary {
  const extensions = readSavExtensions(records, header, source);
  const reading: Reading = { header, records, extensions, source };
  const { text } = extensions;
  const groups = groupsOf(reading);
  const wanted = groups.map(({ short }) => extensions.longNames.get(short.toUpperCase()) ?? short);
  const { names, notes } = headerNames(wanted, source);
  const nameOf = (short: string) => {
    const place = groups.findIndex((group) => group.short.toUpperCase() === short.toUpperCase());
    return names[place] ?? short;
  };
  const attributes = parseVariableAttributes(extensions.variableAttributes);
  const variables = groups.map((group, j) => variableOf(reading, group, { name: names[j]!, attributes }));
  const line = (bytes: Uint8Array) => text.decode(withoutPadding(bytes));
  return {
    columns: groups.map((group, j) => columnOf(group, variables[j]!)),
    codebook: {
      label: line(header.label) || null,
      documents: records.documents.map(line),
      weight: names[groups.findIndex(({ head }) => head.index === header.weight)] ?? null,
      variables,
      responseSets: extensions.responseSets.flatMap((data) => parseResponseSets(data, text, nameOf)),
      attributes: parseAttributes(extensions.fileAttributes),
    },
    rows: header.rows ?? extensions.rows,
    encoding: text.encoding,
    decode: text.decode,
    undecodable: text.undecodable,
    notes,
  };
}

/** Bytes of a very long text that a record of it holds. */
const PART = 252;
const WIDEST = 32767;

function groupsOf({ records: { variables }, extensions: { veryLong, text }, source }: Reading): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < variables.length; ) {
    const head = variables[i]!;
    const short = text.decode(withoutPadding(head.name));
    const width = veryLong.get(short.toUpperCase()) ?? head.width;
    if (!(width >= 0 && width <= WIDEST) || (head.width === 0) !== (width === 0)) damaged(source, 0);
    const count = width > 255 ? Math.ceil(width / PART) : 1;
    const records = variables.slice(i, i + count);
    if (records.length < count || records.some((one) => one.width === 0 && width > 0)) damaged(source, 0);
    groups.push({ head, place: i, records, width, short });
    i += count;
  }
  return groups;
}

function columnOf({ head, records, width }: Group, { name, missing }: FileVariable): SavColumn {
  let left = width;
  const parts = records.map((record) => {
    const length = Math.min(left, record.width);
    left -= length;
    return { offset: (record.index - 1) * 8, length };
  });
  return { name, width, format: (head.format >> 16) & 0xff, parts, missing };
}

interface Known {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, readonly FileAttribute[]>;
}

function variableOf(reading: Reading, group: Group, { name, attributes }: Known): FileVariable {
  const { head, place, width } = group;
  const { text, measures } = reading.extensions;
  const own = attributes.get(name) ?? attributes.get(group.short) ?? [];
  return {
    name,
    label: head.label === undefined ? null : text.decode(withoutPadding(head.label)),
    width,
    format: formatName(head.format, width),
    measure: MEASURES[measures[place] ?? 0] ?? "unknown",
    role: roleOf(own),
    valueLabels: [...shortLabels(reading, head), ...longLabels(reading, [name, group.short])],
    missing: width === 0 ? missingNumbers(reading, head) : missingTexts(reading, head, [name, group.short]),
    attributes: own.filter((attribute) => attribute.name !== "$@Role"),
  };
}

function shortLabels({ records, extensions: { text }, header, source }: Reading, head: SavVariableRecord) {
  return records.labels
    .filter(({ indexes }) => indexes.includes(head.index))
    .flatMap(({ labels }) => labels)
    .map(({ value, label }) => ({
      value: head.width === 0 ? numberOf(value, header, source) : text.decode(withoutPadding(value)),
      label: text.decode(withoutPadding(label)),
    }));
}

function longLabels({ extensions }: Reading, names: readonly string[]) {
  return extensions.labels.filter(({ name }) => names.includes(name)).flatMap(({ labels }) => labels);
}

function numberOf(bytes: Uint8Array, { littleEndian }: SavHeader, source: string): number {
  return byteReader(bytes, { littleEndian, source }).double();
}

/** The least number but one means without lower end, the greatest without upper end. */
function missingNumbers({ header, source }: Reading, { missing, missingKind }: SavVariableRecord): DeclaredMissing {
  const numbers = missing.map((bytes) => numberOf(bytes, header, source));
  if (missingKind >= 0) return { values: numbers, range: null };
  const [low, high, ...values] = numbers;
  const range = {
    low: low! <= -1.7976931348623155e308 ? null : low!,
    high: high! >= Number.MAX_VALUE ? null : high!,
  };
  return { values, range };
}

function missingTexts(
  { extensions }: Reading,
  { missing }: SavVariableRecord,
  names: readonly string[],
): DeclaredMissing {
  const long = extensions.missing.filter(({ name }) => names.includes(name)).flatMap(({ values }) => values);
  const short = missing.map((bytes) => extensions.text.decode(withoutPadding(bytes)));
  return { values: [...short, ...long], range: null };
}
