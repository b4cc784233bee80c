import { parse } from "csv-parse/browser/esm/sync";
import { openQuote } from "./csvQuotes.ts";

/** A record of a delimited file: its cells, and where it stands in the bytes (its line end excluded). */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly begin: number;
  readonly end: number;
}

export interface CsvEvents {
  readonly record: (record: CsvRecord) => void;
  /** A quotation mark that is never closed; reading goes on with the line below it. */
  readonly openQuote?: (position: number) => void;
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/**
 * Reads the records of a delimited text one by one, blank lines skipped, and loses none to an odd quotation mark:
 * csv-parse runs in its relaxed modes, and what it lets pass is judged by the caller.
 * @param limit stop after so many records
 */
export function readRecords(utf8: Uint8Array, delimiter: string, events: CsvEvents, limit?: number): void {
  let from = 0;
  while (from < utf8.length) {
    const rest = utf8.subarray(from);
    const quote = readUntilOpenQuote(rest, delimiter, (record) => events.record(shifted(record, from)), limit);
    if (quote === undefined) return;
    events.openQuote?.(from + quote);
    from += nextLine(rest, quote);
  }
}

function readUntilOpenQuote(
  bytes: Uint8Array,
  delimiter: string,
  take: CsvEvents["record"],
  limit = -1,
): number | undefined {
  let begin = 0;
  const onRecord = (cells: string[], { bytes: next }: { readonly bytes: number }): null => {
    begin = skipLineEnds(bytes, begin);
    take({ cells, begin, end: withoutLineEnd(bytes, begin, next) });
    begin = next;
    return null;
  };
  try {
    parse(bytes, { ...RELAXED, delimiter, to: limit, on_record: onRecord });
    return undefined;
  } catch (error) {
    if ((error as { code?: string }).code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    return openQuote(bytes, skipLineEnds(bytes, begin), delimiter);
  }
}

const RELAXED = {
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
};

function shifted({ cells, begin, end }: CsvRecord, by: number): CsvRecord {
  return { cells, begin: begin + by, end: end + by };
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN;
}

function skipLineEnds(bytes: Uint8Array, position: number): number {
  while (isLineEnd(bytes[position])) position++;
  return position;
}

/** `next` is where the record after this one may begin: its own line end, if any, lies just before. */
function withoutLineEnd(bytes: Uint8Array, begin: number, next: number): number {
  let end = next;
  if (end > begin && bytes[end - 1] === LINE_FEED) end--;
  if (end > begin && bytes[end - 1] === CARRIAGE_RETURN) end--;
  return end;
}

function nextLine(bytes: Uint8Array, position: number): number {
  while (position < bytes.length && !isLineEnd(bytes[position])) position++;
  return skipLineEnds(bytes, position);
}

/**
 * Tells the line of positions in a file, counted from 1; `\r\n` is one line end. Ask in ascending order.
 */
export function lineCounter(utf8: Uint8Array): (position: number) => number {
  let reached = 0;
  let line = 1;
  return (position) => {
    for (; reached < position; reached++) {
      const byte = utf8[reached];
      if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && utf8[reached + 1] !== LINE_FEED)) line++;
    }
    return line;
  };
}
