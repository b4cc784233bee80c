const QUOTE = 34;

/** How the quotation marks of a record stand: as the rules of CSV say, stray inside a cell, or swallowing a line end. */
export type QuoteState = "regular" | "stray" | "broken";

interface QuotedCell {
  /** Place behind the closing mark; undefined when there is none. */
  readonly after: number | undefined;
}

/**
 * Judges the quotation marks of one record. A mark inside a cell, or text behind a closing mark, is stray; such a cell
 * that also runs over a line end is broken: it may have swallowed rows.
 * @param record the bytes of the record without its line end
 */
export function quoteState(record: Uint8Array, delimiter: string): QuoteState {
  if (!record.includes(QUOTE)) return "regular";
  let state: QuoteState = "regular";
  for (const { begin, end, quoted } of cellsOfRecord(record, delimiter.charCodeAt(0))) {
    const stray = quoted ? quoted.after !== end : record.subarray(begin, end).includes(QUOTE);
    if (stray && hasLineEnd(record.subarray(begin, end))) return "broken";
    if (stray) state = "stray";
  }
  return state;
}

/** Where the mark stands that is not closed before the bytes end. */
export function openQuote(bytes: Uint8Array, begin: number, delimiter: string): number {
  for (const { begin: cell, quoted } of cellsOfRecord(bytes.subarray(begin), delimiter.charCodeAt(0)))
    if (quoted && quoted.after === undefined) return begin + cell;
  return begin;
}

/**
 * Whether a record of several lines looks like several rows: every line has as many cells as a row should have, if
 * quotation marks are not heeded.
 */
export function looksSwallowed(record: Uint8Array, delimiter: string, width: number): boolean {
  if (width < 2 || !hasLineEnd(record)) return false;
  const lines = new TextDecoder().decode(record).split(/\r\n|\n|\r/);
  return lines.every((line) => line.split(delimiter).length === width);
}

function* cellsOfRecord(record: Uint8Array, delimiter: number) {
  let begin = 0;
  while (begin <= record.length) {
    const quoted = record[begin] === QUOTE ? quotedCell(record, begin) : undefined;
    const searchFrom = quoted ? (quoted.after ?? record.length) : begin;
    const found = record.indexOf(delimiter, searchFrom);
    const end = found < 0 ? record.length : found;
    yield { begin, end, quoted };
    begin = end + 1;
  }
}

/** Two marks in a row stand for one; any other mark closes. */
function quotedCell(record: Uint8Array, begin: number): QuotedCell {
  let position = begin + 1;
  for (;;) {
    const mark = record.indexOf(QUOTE, position);
    if (mark < 0) return { after: undefined };
    if (record[mark + 1] !== QUOTE) return { after: mark + 1 };
    position = mark + 2;
  }
}

function hasLineEnd(bytes: Uint8Array): boolean {
  return bytes.includes(10) || bytes.includes(13);
}
