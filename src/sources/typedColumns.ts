import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { withReasons } from "../table/fields.ts";
import { type MissingCode, matchingCode } from "../table/missing.ts";
import type { Field, MissingReasons, NumberField, TextField } from "../table/table.ts";
import type { CellColumn } from "./cellColumns.ts";
import { isClearDate, isoDate } from "./dateText.ts";
import { NEARLY } from "./decimalSign.ts";
import { unguarded } from "./formulaGuard.ts";
import { type DecimalSign, parseNumber } from "./numberText.ts";

/** How the cells of a file are to be read. */
export interface CellReading {
  readonly source: string;
  readonly decimal: DecimalSign;
  readonly delimiter: string;
  readonly codes: readonly MissingCode[];
  readonly lines: Int32Array;
}

/** What one different text of a column is. */
interface Judged {
  readonly text: string;
  readonly count: number;
  readonly firstRow: number;
  /** Place among the codes declared missing, or -1. */
  readonly reason: number;
  readonly missing: boolean;
  readonly number: number;
}

/**
 * A column as numbers when every cell that is there is a number, else as text (dates as year-month-day).
 * Empty cells, cells of blanks and declared codes are missing; codes leave their reason.
 */
export function typedColumn(column: CellColumn, reading: CellReading): { field: Field; notes: Note[] } {
  const judged = column.levels.map((text, j) => judge(text, { column, j, reading }));
  const present = judged.filter(({ missing }) => !missing);
  const texts = present.filter(({ number }) => Number.isNaN(number));
  const reasons = reasonsOf(column, judged, reading.codes);
  const notes = blankNotes(column.name, judged, reading);
  if (texts.length === 0) return { field: withReasons(numbers(column, judged), reasons), notes };
  const dates = areDates(present, reading.delimiter);
  const shown = (text: string) => (dates ? isoDate(text)! : unguarded(text));
  return {
    field: withReasons(text(column, judged, shown), reasons),
    notes: [
      ...notes,
      ...nearlyNotes(column.name, { present, texts }, reading),
      ...notesWhen([dates, "file/dates", { source: reading.source, column: column.name, example: "2024-12-31" }]),
    ],
  };
}

function judge(text: string, { column, j, reading }: { column: CellColumn; j: number; reading: CellReading }): Judged {
  const number = parseNumber(text, reading.decimal);
  const byText = matchingCode(reading.codes, text);
  const reason = byText >= 0 || Number.isNaN(number) ? byText : matchingCode(reading.codes, number);
  const missing = reason >= 0 || text.trim() === "";
  return { text, count: column.counts[j]!, firstRow: column.firstRows[j]!, reason, missing, number };
}

function numbers({ name, codes }: CellColumn, judged: readonly Judged[]): NumberField {
  const meanings = Float64Array.from(judged, ({ missing, number }) => (missing ? Number.NaN : number));
  const values = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) values[i] = meanings[codes[i]!]!;
  return { kind: "number", name, values };
}

function text({ name, codes }: CellColumn, judged: readonly Judged[], shown: (text: string) => string): TextField {
  const levels = new Map<string, number>();
  const renumbered = judged.map(({ missing, text }) => {
    if (missing) return -1;
    const level = shown(text);
    if (!levels.has(level)) levels.set(level, levels.size);
    return levels.get(level)!;
  });
  return { kind: "text", name, codes: codes.map((code) => renumbered[code]!), levels: [...levels.keys()] };
}

function reasonsOf({ codes }: CellColumn, judged: readonly Judged[], given: readonly MissingCode[]): MissingReasons {
  const labels = [...new Set(given.map(String))];
  const reasons = judged.map(({ reason }) => (reason < 0 ? 0 : labels.indexOf(String(given[reason])) + 1));
  const perRow = new Uint8Array(codes.length);
  if (labels.length > 0) for (let i = 0; i < codes.length; i++) perRow[i] = reasons[codes[i]!]!;
  return { labels, codes: perRow };
}

/** Day and month may be the other way round unless a day beyond 12 or a file that is not American tells. */
function areDates(present: readonly Judged[], delimiter: string): boolean {
  const dates = present.every(({ text }) => isoDate(text) !== undefined);
  return dates && (delimiter !== "," || present.some(({ text }) => isClearDate(text)));
}

function blankNotes(column: string, judged: readonly Judged[], { source, lines }: CellReading): Note[] {
  const blank = judged.filter(({ text, reason }) => reason < 0 && text !== "" && text.trim() === "");
  return blank.length === 0 ? [] : [note("file/blank-cells", { source, column, ...counted(blank, lines) })];
}

function nearlyNotes(
  column: string,
  { present, texts }: { readonly present: readonly Judged[]; readonly texts: readonly Judged[] },
  { source, lines }: CellReading,
): Note[] {
  const nearly = total(present) - total(texts) >= NEARLY * total(present);
  return nearly ? [note("file/nearly-numeric", { source, column, ...counted(texts, lines) })] : [];
}

function counted(judged: readonly Judged[], lines: Int32Array) {
  const first = judged.reduce((least, { firstRow }) => Math.min(least, firstRow), Number.POSITIVE_INFINITY);
  return { count: total(judged), line: lines[first]! };
}

function total(judged: readonly Judged[]): number {
  return judged.reduce((sum, { count }) => sum + count, 0);
}
