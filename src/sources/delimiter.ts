import { quoteState } from "./csvQuotes.ts";
import { type CsvRecord, readRecords } from "./csvRecords.ts";

/** What separates columns in files we know of, the likeliest first. */
export const DELIMITERS = [";", "\t", ",", "|"] as const;

const SAMPLE = 200;
/** Below this share of equally wide rows, a sign is part of the text rather than a delimiter. */
const ENOUGH = 0.5;
/** What rows count for that are equally wide, but not as wide as the header. */
const UNLIKE_HEADER = 0.9;

interface Trial {
  readonly delimiter: string;
  /** Cells in the header. */
  readonly width: number;
  /** Share of the rows that have the most frequent width, less when that is not the header's. */
  readonly consistent: number;
}

export interface FoundDelimiter {
  readonly delimiter: string;
  /** Only one column was found, though another sign splits most rows: worth a word. */
  readonly doubtful: boolean;
}

/**
 * Finds what separates the columns by reading the first 200 records with each candidate, quotation marks heeded: the
 * one that makes most rows equally wide, as wide as the header if possible, and among equals the most columns. Signs are never just counted:
 * decimal commas are more frequent in Dutch files than the semicolons that separate them.
 */
export function findDelimiter(utf8: Uint8Array): FoundDelimiter {
  const samples = DELIMITERS.map((delimiter) => sampleOf(utf8, delimiter));
  const trials = samples.map(trialOf).filter(({ width, consistent }) => width > 1 && consistent > ENOUGH);
  const [best] = trials.sort((a, b) => b.consistent - a.consistent || b.width - a.width);
  return best ? { delimiter: best.delimiter, doubtful: false } : { delimiter: ";", doubtful: samples.some(splitsMost) };
}

interface Sample {
  readonly delimiter: string;
  /** Cells per record, the header first. */
  readonly widths: readonly number[];
  /** Records with a quotation mark inside a cell: a wrong delimiter cuts through quoted cells. */
  readonly stray: number;
}

function sampleOf(utf8: Uint8Array, delimiter: string): Sample {
  const widths: number[] = [];
  let stray = 0;
  const record = ({ cells, begin, end }: CsvRecord) => {
    widths.push(cells.length);
    if (quoteState(utf8.subarray(begin, end), delimiter) !== "regular") stray++;
  };
  readRecords(utf8, delimiter, { record }, SAMPLE);
  return { delimiter, widths, stray };
}

function trialOf({ delimiter, widths, stray }: Sample): Trial {
  const [width = 0, ...rows] = widths;
  const { usual, share } = mostFrequent(rows.length === 0 ? widths : rows);
  const likeHeader = usual === width ? 1 : UNLIKE_HEADER;
  const consistent = usual < 2 ? 0 : share * likeHeader * (1 - stray / widths.length);
  return { delimiter, width, consistent };
}

function mostFrequent(widths: readonly number[]): { readonly usual: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual, count] = [...counts].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0]);
  return { usual, share: count / widths.length };
}

/** One comma in a row may be a decimal sign; more, or another sign, may separate columns under a title line. */
function splitsMost({ delimiter, widths }: Sample): boolean {
  const least = delimiter === "," ? 3 : 2;
  return widths.filter((width) => width >= least).length > widths.length / 2;
}
