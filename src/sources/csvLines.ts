import type { Problem } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { type CellCollector, type CellColumn, collectCells } from "./cellColumns.ts";
import { looksSwallowed, quoteState } from "./csvQuotes.ts";
import { type CsvRecord, lineCounter, readRecords } from "./csvRecords.ts";
import { headerNames } from "./headerNames.ts";

/** The body of a delimited file as columns of text, the line of every row, and what is wrong or doubtful in it. */
export interface CsvLines {
  readonly columns: readonly CellColumn[];
  readonly lines: Int32Array;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

export interface CsvPlace {
  readonly source: string;
  readonly delimiter: string;
  /** The line of the file that the text begins on. */
  readonly firstLine: number;
}

/** How often something was seen, and on which line first. */
interface Tally {
  count: number;
  line: number;
}

/** A row with more or fewer cells than the header. */
interface Ragged {
  readonly line: number;
  readonly row: number;
  readonly found: number;
  /** The cells beyond the header are all empty. */
  readonly onlyEmpty: boolean;
}

interface Progress {
  readonly place: CsvPlace;
  readonly utf8: Uint8Array;
  readonly anyQuotes: boolean;
  header: readonly string[] | undefined;
  collector: CellCollector;
  readonly lines: number[];
  readonly ragged: Ragged[];
  readonly broken: number[];
  readonly swallowed: number[];
  readonly stray: Tally;
  readonly blank: Tally;
  readonly empty: Tally;
}

/** Reads all records; what does not fit is collected rather than thrown, so that a user sees everything at once. */
export function readLines(utf8: Uint8Array, place: CsvPlace): CsvLines {
  const progress = start(utf8, place);
  const lineOf = lineCounter(utf8);
  let lastLine = 0;
  readRecords(utf8, place.delimiter, {
    record: (record) => {
      const line = lineOf(record.begin) + place.firstLine - 1;
      if (progress.header !== undefined) tally(progress.blank, line - lastLine - 1, lastLine + 1);
      takeRecord(progress, record, line);
      lastLine = lineOf(record.end) + place.firstLine - 1;
    },
    openQuote: (position) => progress.broken.push(lineOf(position) + place.firstLine - 1),
  });
  return finish(progress);
}

function start(utf8: Uint8Array, place: CsvPlace): Progress {
  return {
    place,
    utf8,
    anyQuotes: utf8.includes(34),
    header: undefined,
    collector: collectCells(0),
    lines: [],
    ragged: [],
    broken: [],
    swallowed: [],
    stray: { count: 0, line: 0 },
    blank: { count: 0, line: 0 },
    empty: { count: 0, line: 0 },
  };
}

function tally(tally: Tally, count: number, line: number): void {
  if (count > 0 && tally.count === 0) tally.line = line;
  if (count > 0) tally.count += count;
}

function takeRecord(progress: Progress, record: CsvRecord, line: number): void {
  if (progress.anyQuotes && !quotesHold(progress, record, line)) return;
  const { header } = progress;
  if (header === undefined) {
    progress.header = record.cells;
    progress.collector = collectCells(record.cells.length);
  } else if (header.length > 1 && record.cells.length === 1 && isBlank(record.cells[0]!)) {
    tally(progress.blank, 1, line);
  } else takeRow(progress, record.cells, line, header.length);
}

/** False when a mark was not closed where its cell ends: then the record cannot be trusted. */
function quotesHold(progress: Progress, { begin, end }: CsvRecord, line: number): boolean {
  const { place, header, utf8 } = progress;
  const bytes = utf8.subarray(begin, end);
  const state = quoteState(bytes, place.delimiter);
  if (state === "broken") progress.broken.push(line);
  if (state === "stray") tally(progress.stray, 1, line);
  if (looksSwallowed(bytes, place.delimiter, header?.length ?? 0)) progress.swallowed.push(line);
  return state !== "broken";
}

function takeRow(progress: Progress, cells: readonly string[], line: number, width: number): void {
  const onlyEmpty = cells.length > width && cells.slice(width).every(isBlank);
  const row = progress.lines.push(line);
  if (cells.length !== width) progress.ragged.push({ line, row, found: cells.length, onlyEmpty });
  if (cells.length < width) return;
  if (width > 1 && cells.every(isBlank)) tally(progress.empty, 1, line);
  progress.collector.add(cells);
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

function finish({ place, header = [], collector, lines, ragged, broken, ...seen }: Progress): CsvLines {
  const { source } = place;
  const names = headerNames(header, source);
  const surplus = commonSurplus(ragged, lines.length, header.length);
  return {
    columns: collector.columns(names.names),
    lines: Int32Array.from(lines),
    problems: [
      ...broken.map((line) => brokenQuote(source, line)),
      ...raggedRows(surplus > 0 ? [] : ragged, source, header.length),
    ].sort((a, b) => a.location!.line! - b.location!.line!),
    notes: [
      ...names.notes,
      ...notesWhen(
        [seen.stray.count > 0, "file/odd-quote", { source, ...seen.stray }],
        [seen.blank.count > 0, "file/blank-lines", { source, ...seen.blank }],
        [seen.empty.count > 0, "file/empty-rows", { source, ...seen.empty }],
        [surplus > 0, "file/trailing-delimiter", { source, count: surplus }],
      ),
      ...seen.swallowed.map((line) => note("file/swallowed-rows", { source, line })),
    ],
  };
}

/** Some programs end every row, but not the header, with delimiters: harmless when it is so in every row. */
function commonSurplus(ragged: readonly Ragged[], rows: number, width: number): number {
  const found = ragged[0]?.found ?? width;
  const harmless = ragged.length === rows && ragged.every((row) => row.onlyEmpty && row.found === found);
  return harmless ? found - width : 0;
}

function raggedRows(ragged: readonly Ragged[], source: string, expected: number): Problem[] {
  return ragged.map(({ line, row, found }) => ({
    code: "file/ragged-row",
    values: { found, expected },
    location: { source, line, row },
  }));
}

function brokenQuote(source: string, line: number): Problem {
  return { code: "file/broken-quote", values: {}, location: { source, line } };
}
