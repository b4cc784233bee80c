import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, type Note } from "../foundation/result.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { numberColumns, read } from "../table/input.ts";
import { type NamedPair, pairsOf } from "./correlationRows.ts";

/** What the rank correlations share: pairs of columns, each with its own complete rows, and p corrected over them. */

export const pairedInput = z.strictObject({
  variables: numberColumns({ en: "what to correlate", nl: "wat te correleren" }),
  with: numberColumns({
    en: "correlate with these instead of with each other",
    nl: "hiermee correleren in plaats van onderling",
  }).optional(),
});

export const pairedOptions = z.strictObject({
  missing: described(z.enum(["listwise", "pairwise"]).default("pairwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

/** What a rank correlation finds in one pair. */
export const pairFigures = {
  r: available,
  lower: available,
  upper: available,
  n: z.int(),
  statistic: available,
  df: available,
  pValue: available,
  method: z.string(),
};

export const pairedPair = z.strictObject({ x: z.string(), y: z.string(), ...pairFigures, adjustedPValue: available });

export type PairFigures = Omit<z.output<typeof pairedPair>, "x" | "y" | "adjustedPValue">;
export type PairTest = (x: Float64Array, y: Float64Array, confidenceLevel: number) => PairFigures;

/** Runs a test on every pair of columns. */
export function testPairs(test: PairTest, data: Given<typeof pairedInput>, given: Given<typeof pairedOptions>) {
  const { variables, with: others } = read(pairedInput, data);
  const options = resolve(pairedOptions, given);
  if (!others && variables.names.length < 2) {
    refuse("input/too-few-columns", { input: "variables", minimum: 2, found: variables.names.length });
  }
  const named = pairsOf(variables, others);
  const all = [...new Set(named.flatMap(({ columns }) => columns))];
  const complete = options.missing === "listwise" ? completeIn(all) : null;
  const used = new Uint8Array(variables.rows);
  const found = named.map((pair) => testPair(pair, complete, used, test, options.confidenceLevel));
  const adjusted = adjustPValues(
    found.map(({ pValue }) => pValue),
    options.adjust,
  );
  const pairs = found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! }));
  const rows = used.reduce((sum, one) => sum + one, 0);
  const missing = all.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0);
  return {
    options,
    sample: { unit: "respondent" as const, used: rows, dropped: variables.rows - rows, missing },
    notes: notesOf(pairs, complete, options.missing),
    variables: [...variables.names],
    with: others ? [...others.names] : null,
    pairs,
  };
}

function testPair(
  { x, y, columns: [a, b] }: NamedPair,
  complete: Uint8Array | null,
  used: Uint8Array,
  test: PairTest,
  level: number,
) {
  const kept: number[] = [];
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(a[i]!) || Number.isNaN(b[i]!) || complete?.[i] === 0) continue;
    kept.push(i);
    used[i] = 1;
  }
  const take = (column: Float64Array) => Float64Array.from(kept, (i) => column[i]!);
  return { x, y, ...test(take(a), take(b), level) };
}

function completeIn(columns: readonly Float64Array[]): Uint8Array {
  return Uint8Array.from(columns[0]!, (_, i) => (columns.some((column) => Number.isNaN(column[i]!)) ? 0 : 1));
}

function notesOf(
  pairs: readonly (PairFigures & { x: string; y: string })[],
  complete: Uint8Array | null,
  missing: Resolved<typeof pairedOptions>["missing"],
): Note[] {
  const counts = pairs.map(({ n }) => n);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const dropped = complete ? complete.filter((one) => one === 0).length : 0;
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total: complete?.length ?? 0 }],
      [missing === "pairwise" && lowest < highest, "missing/pairwise", { lowest, highest }],
    ),
    ...pairs.flatMap(({ x, y, n, r, pValue }) => {
      if (pValue !== null) return [];
      return [note(n < 3 ? "pair/too-few" : r === null ? "pair/constant" : "pair/perfect", { x, y, n })];
    }),
  ];
}
