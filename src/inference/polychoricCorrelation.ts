import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { allTwoWayCounts } from "../numeric/allTwoWayCounts.ts";
import { isPositiveSemidefinite } from "../numeric/eigenvalues.ts";
import { fromRows } from "../numeric/matrices.ts";
import { normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { polychoric, thresholdsOf } from "../numeric/polychoric.ts";
import { positiveDefiniteCorrelations } from "../numeric/positiveDefiniteCorrelations.ts";
import { type CategoryCodes, categoryCodes } from "../numeric/twoWayCounts.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "ordered answers to correlate", nl: "geordende antwoorden om te correleren" }, 2),
});

const options = z.strictObject({
  missing: described(z.enum(["listwise", "pairwise"]).default("pairwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
  smoothing: described(z.enum(["none", "eigenvalues"]).default("none"), {
    en: "what to do when the matrix is not positive definite: leave it, or raise its negative eigenvalues",
    nl: "wat te doen als de matrix niet positief definiet is: zo laten, of de negatieve eigenwaarden ophogen",
  }),
});

const pair = z.strictObject({
  x: z.string(),
  y: z.string(),
  r: available,
  standardError: available,
  lower: available,
  upper: available,
  n: z.int(),
  statistic: available,
  pValue: available,
  adjustedPValue: available,
  method: z.string(),
});

const result = resultSchema("polychoricCorrelation", options, {
  variables: z.array(z.string()),
  thresholds: z.array(
    z.strictObject({ variable: z.string(), categories: z.array(z.number()), thresholds: z.array(z.number()) }),
  ),
  pairs: z.array(pair),
  matrix: z.array(z.array(available)),
});

type Settings = Resolved<typeof options>;
type Found = z.output<typeof pair>;
export type PolychoricCorrelation = z.output<typeof result>;

/** More values than this are not answers on a scale. */
const MOST_CATEGORIES = 20;

/**
 * How strongly the traits behind ordered answers go together, if those traits are bivariate normal: the polychoric
 * correlation of every pair (tetrachoric for two answers each), in two steps, with nothing added to empty cells.
 * @param data `variables`: named columns of ordered answers; null or NaN is missing
 * @param given pairwise (default) or listwise; level of the intervals; correction of p; smoothing of the matrix
 * @returns r from -1 to 1 (exactly -1 or 1 where the table allows no less); thresholds; the matrix as used
 * @throws data/too-many-categories; input/too-few-columns
 * @see Olsson (1979). Intervals by Fisher's z with a standard error that counts the thresholds in.
 * Reference: lavaan::lavCor(x, ordered = TRUE); psych::polychoric(x, correct = 0)
 * @example polychoricCorrelation({ variables: { a: [1, 1, 2, 2, 3, 3], b: [1, 2, 1, 2, 2, 2] } }).pairs[0].n // 6
 */
export function polychoricCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): PolychoricCorrelation {
  const { variables } = read(input, data);
  const settings = resolve(options, given);
  const { columns, names, rows } = rowsUsed(variables, settings.missing);
  const coded = columns.map((column, j) => codesOf(column, names[j]!));
  const countsOf = allTwoWayCounts(coded);
  const unadjusted = names.flatMap((x, i) =>
    names.slice(i + 1).map((y, k) => pairOf(x, y, countsOf(i, i + 1 + k), settings.confidenceLevel)),
  );
  const p = adjustPValues(
    unadjusted.map(({ pValue }) => pValue),
    settings.adjust,
  );
  const pairs = unadjusted.map((one, k) => ({ ...one, adjustedPValue: p[k]! }));
  const raw = matrixOf(names, pairs);
  const complete = raw.every((row) => row.every((r) => r !== null));
  const definite = !complete || isPositiveSemidefinite(fromRows(raw as number[][]));
  const smoothed = !definite && settings.smoothing === "eigenvalues";
  return {
    kind: "polychoricCorrelation",
    options: settings,
    sample: {
      unit: "respondent",
      used: rowsWithTwo(columns),
      dropped: variables.rows - rowsWithTwo(columns),
      missing: missingIn(variables.columns),
    },
    notes: notesOf(pairs, variables.rows - rows, variables.rows, { definite, smoothed, complete }, settings),
    variables: [...names],
    thresholds: names.map((variable, j) => ({
      variable,
      categories: [...coded[j]!.levels],
      thresholds: thresholdsOf(totalsOf(coded[j]!)),
    })),
    pairs,
    matrix: smoothed ? positiveDefiniteCorrelations(raw as number[][]) : raw,
  };
}

/** All rows, or the complete ones. */
function rowsUsed({ names, columns, rows }: NumberColumns, missing: Settings["missing"]): NumberColumns {
  if (missing === "pairwise") return { names, columns, rows };
  const kept = columns.map((column) => column.filter((_, i) => columns.every((other) => !Number.isNaN(other[i]!))));
  return { names, columns: kept, rows: kept[0]!.length };
}

function codesOf(column: Float64Array, name: string): CategoryCodes {
  const coded = categoryCodes(column, MOST_CATEGORIES);
  if (coded === null) refuse("data/too-many-categories", { most: MOST_CATEGORIES }, { column: name });
  return coded;
}

/** How often each category was chosen. */
function totalsOf({ codes, levels }: CategoryCodes): number[] {
  const totals = levels.map(() => 0);
  for (const code of codes) if (code >= 0) totals[code]! += 1;
  return totals;
}

function pairOf(
  x: string,
  y: string,
  all: readonly (readonly number[])[],
  level: number,
): Omit<Found, "adjustedPValue"> {
  const counts = withoutEmpty(all);
  const n = counts.reduce((sum, row) => sum + row.reduce((rest, count) => rest + count, 0), 0);
  const method = counts.length === 2 && counts[0]!.length === 2 ? "tetrachoric" : "polychoric";
  const absent = { standardError: null, lower: null, upper: null, statistic: null, pValue: null };
  if (counts.length < 2 || counts[0]!.length < 2) return { x, y, r: null, n, ...absent, method };
  const { rho, standardError } = polychoric(counts);
  if (Math.abs(rho) === 1) return { x, y, r: rho, n, ...absent, method };
  const statistic = rho / standardError;
  const half = (normalUpperQuantile((1 - level) / 2) * standardError) / ((1 - rho) * (1 + rho));
  return {
    x,
    y,
    r: rho,
    standardError: finiteOrNull(standardError),
    lower: finiteOrNull(Math.tanh(Math.atanh(rho) - half)),
    upper: finiteOrNull(Math.tanh(Math.atanh(rho) + half)),
    n,
    statistic: finiteOrNull(statistic),
    pValue: finiteOrNull(2 * normalUpper(Math.abs(statistic))),
    method,
  };
}

/** A category that nobody chose among the rows of this pair has no threshold. */
function withoutEmpty(counts: readonly (readonly number[])[]): number[][] {
  const columns = (counts[0] ?? []).map((_, j) => counts.some((row) => row[j]! > 0));
  return counts.filter((row) => row.some((count) => count > 0)).map((row) => row.filter((_, j) => columns[j]!));
}

function matrixOf(names: readonly string[], pairs: readonly Found[]): (number | null)[][] {
  const of = new Map(pairs.flatMap(({ x, y, r }) => [[`${names.indexOf(x)} ${names.indexOf(y)}`, r]]));
  return names.map((_, i) =>
    names.map((_, j) => (i === j ? 1 : (of.get(`${Math.min(i, j)} ${Math.max(i, j)}`) ?? null))),
  );
}

function rowsWithTwo(columns: readonly Float64Array[]): number {
  let count = 0;
  for (let i = 0; i < columns[0]!.length; i++) {
    let present = 0;
    for (let j = 0; j < columns.length && present < 2; j++) if (!Number.isNaN(columns[j]![i]!)) present += 1;
    if (present === 2) count += 1;
  }
  return count;
}

function missingIn(columns: readonly Float64Array[]): number {
  return columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0);
}

function notesOf(
  pairs: readonly Found[],
  dropped: number,
  total: number,
  { definite, smoothed, complete }: { definite: boolean; smoothed: boolean; complete: boolean },
  { missing }: Settings,
): Note[] {
  const counts = pairs.map(({ n }) => n);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  return [
    note("polychoric/normal-traits"),
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total }],
      [missing === "pairwise" && lowest < highest, "missing/pairwise", { lowest, highest }],
      [complete && !definite && !smoothed, "matrix/not-positive-definite"],
      [smoothed, "matrix/smoothed"],
    ),
    ...pairs.filter(({ r }) => r === null).map(({ x, y, n }) => note("pair/constant", { x, y, n })),
    ...pairs
      .filter(({ r }) => r !== null && Math.abs(r) === 1)
      .map(({ x, y }) => note("polychoric/at-the-edge", { x, y })),
  ];
}

export const polychoricCorrelationCard = defineStatistic({
  kind: "polychoricCorrelation",
  label: { en: "Polychoric correlations", nl: "Polychorische correlaties" },
  summary: {
    en: "How strongly the traits behind ordered answers go together.",
    nl: "Hoe sterk de eigenschappen achter geordende antwoorden samenhangen.",
  },
  input,
  options,
  result,
  run: polychoricCorrelation,
  tidy: ({ pairs }) => pairs.map(({ x, y, ...rest }) => ({ term: x, with: y, ...rest })),
  glance: ({ variables, sample }) => ({ n: sample.used, k: variables.length, missing: sample.missing }),
  composes: [],
  charts: ["correlationHeatMap"],
  source: "Olsson (1979)",
  example: {
    data: {
      variables: {
        talks: [1, 2, 2, 3, 3, 4, 4, 1, 2, 3, 4, 4],
        asks: [1, 1, 2, 2, 3, 3, 4, 2, 1, 3, 3, 4],
        attends: [1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 2, null],
      },
    },
  },
});
