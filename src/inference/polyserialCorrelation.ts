import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { normalDensity, normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { pearson } from "../numeric/pearson.ts";
import { thresholdsOf } from "../numeric/polychoric.ts";
import { type PolyserialRows, polyserialLikelihood, polyserialTwoStep } from "../numeric/polyserial.ts";
import { categoryCodes } from "../numeric/twoWayCounts.ts";
import { univariate } from "../numeric/univariate.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  numbers: numberColumns({ en: "scores and other numbers", nl: "scores en andere getallen" }),
  answers: numberColumns({
    en: "ordered answers to correlate them with",
    nl: "geordende antwoorden om ze mee te correleren",
  }),
});

const options = z.strictObject({
  missing: described(z.enum(["listwise", "pairwise"]).default("pairwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is",
  }),
  method: described(z.enum(["twoStep", "maximumLikelihood"]).default("twoStep"), {
    en: "thresholds from the shares of the answers and then the correlation, or both together by maximum likelihood",
    nl: "drempels uit de aandelen van de antwoorden en daarna de correlatie, of beide samen met maximum likelihood",
  }),
  standardErrors: described(z.enum(["sandwich", "information"]).default("sandwich"), {
    en: "standard error that counts all that is estimated in, or from the information of the likelihood alone",
    nl: "standaardfout die al het geschatte meetelt, of alleen uit de informatie van de likelihood",
  }),
  denominator: described(z.enum(["n-1", "n"]).default("n-1"), {
    en: "denominator of the variance by which the numbers are standardized",
    nl: "noemer van de variantie waarmee de getallen worden gestandaardiseerd",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
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
  pearson: available,
  adHoc: available,
  categories: z.array(z.number()),
  thresholds: z.array(z.number()),
  method: z.enum(["biserial", "polyserial"]),
  converged: z.boolean(),
});

const result = resultSchema("polyserialCorrelation", options, {
  numbers: z.array(z.string()),
  answers: z.array(z.string()),
  pairs: z.array(pair),
});

type Settings = Resolved<typeof options>;
type Found = z.output<typeof pair>;
type Unadjusted = Omit<Found, "adjustedPValue">;
export type PolyserialCorrelation = z.output<typeof result>;

/** More values than this are not answers on a scale. */
const MOST_CATEGORIES = 20;

/**
 * How strongly a number goes together with the trait behind ordered answers, if both are normal: the polyserial
 * correlation of every number with every answer (biserial for two answers), in two steps or by maximum likelihood.
 * @param data `numbers` and `answers`: named columns, one value per respondent; null or NaN is missing
 * @param given pairwise (default) or listwise; two steps or full maximum likelihood; kind of standard error;
 * denominator of the variance of the numbers; level of the intervals; correction of p
 * @returns r from -1 to 1 (exactly that where the answers follow from the number); `adHoc`: the closed form that psych
 * and, without std.err, polycor give, which can exceed 1; `pearson` of the codes; thresholds in the metric of the trait.
 * The sandwich standard error counts the thresholds, the mean and the spread of the number in; intervals by Fisher's z
 * @throws data/too-many-categories
 * @see Olsson, Drasgow & Dorans (1982); Cox (1974). Reference: polycor::polyserial(x, y, ML, std.err = TRUE), whose
 * standard error is "information"; lavaan::lavCor has denominator n
 * @example
 * polyserialCorrelation({ numbers: { score: [1, 2, 3, 4, 5, 6] }, answers: { a: [1, 2, 1, 2, 1, 2] } }).pairs[0].adHoc // 0.36693280741
 */
export function polyserialCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): PolyserialCorrelation {
  const { numbers, answers } = read(input, data);
  const settings = resolve(options, given);
  const usable = settings.missing === "listwise" ? completeIn([numbers, answers]) : null;
  refuseManyCategories(answers);
  const unadjusted = numbers.names.flatMap((x, i) =>
    answers.names.map((y, j) =>
      pairOf({ x, y }, rowsWithBoth(numbers.columns[i]!, answers.columns[j]!, usable), settings),
    ),
  );
  const p = adjustPValues(
    unadjusted.map(({ pValue }) => pValue),
    settings.adjust,
  );
  const pairs = unadjusted.map((one, k): Found => ({ ...one, adjustedPValue: p[k]! }));
  const used = usedRows(numbers, answers, usable);
  const all = [...numbers.columns, ...answers.columns];
  return {
    kind: "polyserialCorrelation",
    options: settings,
    sample: {
      unit: "respondent",
      used,
      dropped: numbers.rows - used,
      missing: all.reduce((sum, column) => sum + column.filter(Number.isNaN).length, 0),
    },
    notes: notesOf(pairs, numbers.rows - used, numbers.rows, settings),
    numbers: [...numbers.names],
    answers: [...answers.names],
    pairs,
  };
}

function refuseManyCategories({ names, columns }: NumberColumns): void {
  columns.forEach((column, j) => {
    if (categoryCodes(column, MOST_CATEGORIES) === null) {
      refuse("data/too-many-categories", { most: MOST_CATEGORIES }, { column: names[j]! });
    }
  });
}

/** Which rows have every value. */
function completeIn(sets: readonly NumberColumns[]): boolean[] {
  const columns = sets.flatMap(({ columns }) => columns);
  return Array.from(columns[0]!, (_, i) => columns.every((column) => !Number.isNaN(column[i]!)));
}

function usedRows(numbers: NumberColumns, answers: NumberColumns, usable: readonly boolean[] | null): number {
  if (usable !== null) return usable.filter(Boolean).length;
  const has = (columns: readonly Float64Array[], i: number) => columns.some((column) => !Number.isNaN(column[i]!));
  return Array.from(numbers.columns[0]!, (_, i) => has(numbers.columns, i) && has(answers.columns, i)).filter(Boolean)
    .length;
}

interface Both {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function rowsWithBoth(x: Float64Array, y: Float64Array, usable: readonly boolean[] | null): Both {
  const keep = (_: number, i: number) => !Number.isNaN(x[i]!) && !Number.isNaN(y[i]!) && (usable?.[i] ?? true);
  return { x: x.filter(keep), y: y.filter(keep) };
}

function pairOf(names: { x: string; y: string }, { x, y }: Both, settings: Settings): Unadjusted {
  const { codes, levels } = categoryCodes(y, MOST_CATEGORIES)!;
  const n = x.length;
  const method = levels.length === 2 ? ("biserial" as const) : ("polyserial" as const);
  const head = { ...names, n, method, categories: [...levels] };
  const { mean, sumSquares } = univariate(x);
  const totals = levels.map((_, level) => codes.reduce((sum, code) => sum + (code === level ? 1 : 0), 0));
  const nothing = { r: null, ...NO_TEST, pearson: null, adHoc: null, thresholds: thresholdsOf(totals) };
  if (levels.length < 2 || !(sumSquares > 0)) return { ...head, ...nothing, converged: true };
  const deviation = Math.sqrt(sumSquares / (settings.denominator === "n" ? n : n - 1));
  const rows = { z: x.map((value) => (value - mean) / deviation), codes, totals };
  const found = settings.method === "twoStep" ? polyserialTwoStep(rows) : polyserialLikelihood(rows);
  const { thresholds, converged, rho } = found;
  const r = pearson(x, Float64Array.from(codes));
  return {
    ...head,
    r: finiteOrNull(rho),
    ...testOf(rho, found[settings.standardErrors], settings.confidenceLevel),
    pearson: finiteOrNull(r),
    adHoc: finiteOrNull(adHocOf(rows, r)),
    thresholds: [...thresholds],
    converged,
  };
}

/** Olsson, Drasgow & Dorans (1982), eq. 18: the correlation of the codes times their spread, over the densities. */
function adHocOf({ codes, totals }: PolyserialRows, r: number): number {
  const densities = thresholdsOf(totals).reduce((sum, threshold) => sum + normalDensity(threshold), 0);
  return (r * Math.sqrt(univariate(codes).sumSquares / codes.length)) / densities;
}

const NO_TEST = { standardError: null, lower: null, upper: null, statistic: null, pValue: null };

function testOf(rho: number, standardError: number, level: number) {
  if (!(standardError > 0) || !(Math.abs(rho) < 1)) return NO_TEST;
  const half = (normalUpperQuantile((1 - level) / 2) * standardError) / ((1 - rho) * (1 + rho));
  const statistic = rho / standardError;
  return {
    standardError: finiteOrNull(standardError),
    lower: finiteOrNull(Math.tanh(Math.atanh(rho) - half)),
    upper: finiteOrNull(Math.tanh(Math.atanh(rho) + half)),
    statistic: finiteOrNull(statistic),
    pValue: finiteOrNull(2 * normalUpper(Math.abs(statistic))),
  };
}

function notesOf(pairs: readonly Found[], dropped: number, total: number, settings: Settings): Note[] {
  const counts = pairs.map(({ n }) => n);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const about = (code: Parameters<typeof note>[0], holds: (one: Found) => boolean) =>
    pairs.filter(holds).map(({ x, y, n }) => note(code, { x, y, n }));
  return [
    note("polyserial/normal-traits"),
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total }],
      [settings.missing === "pairwise" && lowest < highest, "missing/pairwise", { lowest, highest }],
      [settings.standardErrors === "information" && settings.method === "twoStep", "polyserial/thresholds-as-known"],
    ),
    ...about("pair/constant", ({ pearson: r }) => r === null),
    ...about("polyserial/at-the-edge", ({ r }) => r !== null && Math.abs(r) === 1),
    ...about("polyserial/not-converged", ({ converged }) => !converged),
  ];
}

export const polyserialCorrelationCard = defineStatistic({
  kind: "polyserialCorrelation",
  label: { en: "Polyserial correlations", nl: "Polyseriële correlaties" },
  summary: {
    en: "How strongly numbers go together with the traits behind ordered answers.",
    nl: "Hoe sterk getallen samenhangen met de eigenschappen achter geordende antwoorden.",
  },
  input,
  options,
  result,
  run: polyserialCorrelation,
  tidy: ({ pairs }) =>
    pairs.map(({ x, y, pearson: _, adHoc: __, categories, thresholds: ___, converged: ____, ...rest }) => {
      return { term: x, with: y, ...rest, k: categories.length };
    }),
  glance: ({ pairs, sample }) => ({ n: sample.used, k: pairs.length, missing: sample.missing }),
  composes: [],
  charts: ["correlationHeatMap"],
  source: "Olsson, Drasgow & Dorans (1982); Cox (1974)",
  example: {
    data: {
      numbers: { grade: [5.5, 6, 6.5, 7, 7, 7.5, 8, 6, 6.5, 8.5, 9, 7] },
      answers: { talks: [1, 2, 2, 3, 2, 4, 4, 1, 3, 3, 4, null], attends: [1, 1, 1, 2, 1, 2, 2, 1, 2, 1, 2, 2] },
    },
  },
});
