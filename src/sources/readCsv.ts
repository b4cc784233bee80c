import { z } from "zod";
import { refuse, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve } from "../foundation/options.ts";
import type { Note } from "../foundation/result.ts";
import { codesFor, columnsWithCodes, MOST_REASONS } from "../table/missing.ts";
import { unknownColumns } from "../table/select.ts";
import type { Table } from "../table/table.ts";
import { type CsvLines, readLines } from "./csvLines.ts";
import { findDecimal } from "./decimalSign.ts";
import { findDelimiter } from "./delimiter.ts";
import type { DecimalSign } from "./numberText.ts";
import { type Encoding, textBytes } from "./textEncoding.ts";
import { typedColumn } from "./typedColumns.ts";

const code = z.union([z.number(), z.string()]);
const codes = z.array(code).max(MOST_REASONS);

const options = z.strictObject({
  source: z.string(),
  delimiter: z
    .string()
    .regex(/^[\t -~]$/)
    .optional(),
  decimal: z.enum([",", "."]).optional(),
  missing: z.union([codes, z.record(z.string(), codes)]).optional(),
});

export type CsvOptions = Given<typeof options>;

/** A file as read, what was doubtful in it, and what was decided about it. */
export interface CsvReading {
  readonly table: Table;
  readonly notes: readonly Note[];
  readonly decided: { readonly encoding: Encoding; readonly delimiter: string; readonly decimal: DecimalSign };
}

/**
 * Reads a delimited text file, Dutch or English, from its bytes: encoding, delimiter and decimal sign are found by
 * looking at the whole file, and every doubt becomes a note. Columns are numbers only when every cell that is there is
 * one; empty cells, cells of blanks and declared codes are missing.
 * @param bytes the whole file
 * @param given `source`: its name, for messages; `delimiter`, `decimal`: when you know better; `missing`: codes that
 *   stand for no answer, for all columns (`[99, "n.v.t."]`) or by column (`{ q1: [9] }`)
 * @returns the table (with the line of every row), notes, and what was decided
 * @throws data/empty without rows; file/ragged-row and file/broken-quote, all at once with their lines;
 *   file/encoding, file/not-text; data/unknown-column when codes name a column that is not there
 * @example [...readCsv(new TextEncoder().encode("id;mark\n1;7,5\n2;"), { source: "x.csv" }).table.fields[1].values] // [7.5, NaN]
 */
export function readCsv(bytes: Uint8Array, given: CsvOptions): CsvReading {
  const { source, missing, ...known } = resolve(options, given);
  const { utf8, encoding } = textBytes(bytes, source);
  const hint = delimiterHint(utf8);
  const content = utf8.subarray(hint?.length ?? 0);
  const asked = known.delimiter ?? hint?.delimiter;
  const found = asked === undefined ? findDelimiter(content) : { delimiter: asked, doubtful: false };
  const lines = readLines(content, { source, delimiter: found.delimiter, firstLine: hint ? 2 : 1 });
  refuseAll(lines.problems);
  if (lines.lines.length === 0) refuse("data/empty", {}, { source });
  const { table, decimal, notes } = typed(lines, {
    source,
    missing,
    decimal: known.decimal,
    delimiter: found.delimiter,
  });
  return {
    table,
    notes: [
      ...notesWhen(
        [encoding === "windows-1252", "file/windows-1252", { source }],
        [found.doubtful, "file/one-column", { source }],
      ),
      ...lines.notes,
      ...notes,
    ],
    decided: { encoding, delimiter: found.delimiter, decimal },
  };
}

interface Typing {
  readonly source: string;
  readonly delimiter: string;
  readonly decimal: DecimalSign | undefined;
  readonly missing: CsvOptions["missing"];
}

function typed({ columns, lines }: CsvLines, { source, delimiter, decimal, missing }: Typing) {
  const codes = (column: string) => codesFor(missing, column);
  const sign = decimal === undefined ? findDecimal({ columns, delimiter, codes, source }) : { decimal, notes: [] };
  const read = columns.map((column) =>
    typedColumn(column, { source, delimiter, decimal: sign.decimal, codes: codes(column.name), lines }),
  );
  const table: Table = { source, rows: lines.length, fields: read.map(({ field }) => field), lines };
  refuseAll(unknownColumns(table, columnsWithCodes(missing)));
  return { table, decimal: sign.decimal, notes: [...sign.notes, ...read.flatMap(({ notes }) => notes)] };
}

/** Excel's hint: a first line `sep=;` that names the delimiter. */
function delimiterHint(utf8: Uint8Array): { delimiter: string; length: number } | undefined {
  const start = new TextDecoder().decode(utf8.subarray(0, 8));
  const [line, delimiter] = /^sep=([;,\t|])(?:\r\n|\n|\r)/i.exec(start) ?? [];
  return line === undefined ? undefined : { delimiter: delimiter!, length: line.length };
}
