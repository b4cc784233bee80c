import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One point of a table: the function's arguments and its true value (null: beyond the largest double). */
export interface TruthRow {
  readonly args: readonly number[];
  readonly expected: number | null;
}

interface TruthFile {
  readonly source: unknown;
  readonly functions: Readonly<Record<string, { what: string; cols: string[]; rows: (number | null)[][] }>>;
}

/** The shared 40-digit table, as a name of a file under test/fixtures. */
const SHARED_TABLE = "truth/distributions.json";
const MOST_DIGITS = 16;
const files = new Map<string, TruthFile>();

/** The points of one function, e.g. `truthTable("pnorm")`; other files of the same shape by their name under fixtures. */
export function truthTable(name: string, file: string = SHARED_TABLE): TruthRow[] {
  const table = readTruthFile(file).functions[name];
  if (table === undefined) throw new Error(`no function ${name} in the truth table ${file}`);
  return table.rows.map((row) => ({ args: row.slice(0, -1) as number[], expected: row.at(-1) ?? null }));
}

function readTruthFile(file: string): TruthFile {
  const known = files.get(file);
  if (known !== undefined) return known;
  const path = fileURLToPath(new URL(`../fixtures/${file}`, import.meta.url));
  const read = JSON.parse(readFileSync(path, "utf8")) as TruthFile;
  files.set(file, read);
  return read;
}

/**
 * Log relative error, 0 to 16: the number of correct digits (NIST StRD). Where the truth is 0 the absolute error
 * counts instead; where the truth is null (overflow) only an infinite or nearly overflowing answer is right.
 */
export function correctDigits(actual: number, expected: number | null): number {
  if (expected === null) return Math.abs(actual) > 1e300 ? MOST_DIGITS : 0;
  if (Object.is(actual, expected) || actual === expected) return MOST_DIGITS;
  const error = Math.abs(actual - expected) / (expected === 0 ? 1 : Math.abs(expected));
  if (!(error < 1)) return 0;
  return Math.min(MOST_DIGITS, -Math.log10(error));
}

/** The point where a function keeps the fewest correct digits: for a test that says where it went wrong. */
export function worstPoint(
  rows: readonly TruthRow[],
  compute: (...args: number[]) => number,
): { digits: number; args: readonly number[]; actual: number; expected: number | null } {
  let worst = { digits: MOST_DIGITS, args: [] as readonly number[], actual: 0, expected: 0 as number | null };
  for (const { args, expected } of rows) {
    const actual = compute(...args);
    const digits = correctDigits(actual, expected);
    if (digits < worst.digits) worst = { digits, args, actual, expected };
  }
  return worst;
}
