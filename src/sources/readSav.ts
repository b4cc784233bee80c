import { refuse, refuseAll } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { declareMissing, type MissingCodes } from "../table/missing.ts";
import { unknownColumns } from "../table/select.ts";
import type { Field, Table } from "../table/table.ts";
import type { FileCodebook } from "./fileCodebook.ts";
import { readCases } from "./savCases.ts";
import { collectColumn, refuseTooLarge } from "./savColumns.ts";
import { timeKind } from "./savDates.ts";
import { type SavColumn, type SavDictionary, savDictionary } from "./savDictionary.ts";
import { readSavHeader, type SavCompression } from "./savHeader.ts";
import { readSavRecords } from "./savRecords.ts";

export interface SavOptions {
  /** Name of the file, for messages. */
  readonly source: string;
  /** The columns wanted; all when left out. */
  readonly columns?: readonly string[] | undefined;
  /** Codes that stand for no answer besides those the file declares, for all columns or by column. */
  readonly missing?: MissingCodes | undefined;
}

/** A file as read, its codebook, what was doubtful in it, and how it was written. */
export interface SavReading {
  readonly table: Table;
  readonly codebook: FileCodebook;
  readonly notes: readonly Note[];
  readonly decided: { readonly encoding: string; readonly compression: SavCompression };
}

/**
 * Reads an SPSS file (.sav, .zsav) with everything it knows. Values declared missing become missing and leave their
 * reason; dates become text (2024-02-29, 2024-02-29T09:30:00), times are numbers of seconds; an empty text is a text.
 * @param bytes the whole file
 * @param given `source`: its name, for messages; `columns`: those wanted, in the order of the file; `missing`: further
 *   codes for no answer
 * @returns the table, the codebook of the columns read (labels, answer labels, missing values, measure, role, weight),
 *   notes, and how the file was written
 * @throws file/not-sav; file/truncated; file/damaged; file/unknown-encoding; file/too-large; data/empty;
 *   data/unknown-column
 * @see PSPP developer documentation, System File Format
 */
export function readSav(bytes: Uint8Array, { source, columns, missing }: SavOptions): SavReading {
  const { header, reader } = readSavHeader(bytes, source);
  const records = readSavRecords(reader);
  const dictionary = savDictionary(records, header, source);
  const chosen = chosenColumns(dictionary, columns, source);
  const how = { littleEndian: header.littleEndian, rowSize: records.elements * 8, decode: dictionary.decode };
  const collectors = chosen.map((column) => collectColumn(column, how));
  let rows = 0;
  readCases(bytes, reader, {
    header,
    elements: records.elements,
    rows: dictionary.rows,
    take: (chunk) => {
      rows += chunk.rows;
      refuseTooLarge(chosen.length, rows, source);
      for (const collector of collectors) collector.take(chunk);
    },
  });
  if (rows === 0) refuse("data/empty", {}, { source });
  const read: Table = { source, rows, fields: collectors.map((collector) => collector.field()) };
  const names = new Set(chosen.map(({ name }) => name));
  const { codebook } = dictionary;
  return {
    table: missing === undefined ? read : declareMissing(read, missing),
    codebook: { ...codebook, variables: codebook.variables.filter(({ name }) => names.has(name)) },
    notes: [...dictionary.notes, ...notesOf(dictionary, read.fields, chosen, source)],
    decided: { encoding: dictionary.encoding, compression: header.compression },
  };
}

function chosenColumns(
  { columns }: SavDictionary,
  wanted: readonly string[] | undefined,
  source: string,
): readonly SavColumn[] {
  if (wanted === undefined) return columns;
  const names: Field[] = columns.map(({ name }) => ({ kind: "number", name, values: new Float64Array(0) }));
  refuseAll(unknownColumns({ source, rows: 0, fields: names }, wanted));
  return columns.filter(({ name }) => wanted.includes(name));
}

function notesOf(
  { codebook, undecodable }: SavDictionary,
  fields: readonly Field[],
  chosen: readonly SavColumn[],
  source: string,
): Note[] {
  const declared = fields.filter(({ reasons }) => reasons !== undefined);
  const durations = chosen.filter(({ format, width }) => width === 0 && timeKind(format) === "duration");
  const { weight } = codebook;
  return [
    ...notesWhen(
      [declared.length > 0, "file/declared-missing", { source, columns: namesOf(declared) }],
      [durations.length > 0, "file/durations", { source, columns: namesOf(durations) }],
      [undecodable() > 0, "file/undecodable", { source, count: undecodable() }],
    ),
    ...(weight === null ? [] : [note("file/weighted", { source, column: weight })]),
  ];
}

function namesOf(columns: readonly { readonly name: string }[]): string {
  return columns.map(({ name }) => name).join(", ");
}
