import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { bootstrapDraws, bootstrapDrawsAsync } from "../numeric/bootstrap.ts";
import { quantiles } from "../numeric/quantile.ts";
import type { RandomStream } from "../numeric/random.ts";
import { univariate } from "../numeric/univariate.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";
import { type Disagreement, type Units, unitDisagreement, unitsOf } from "./unitDisagreement.ts";

const input = z.strictObject({
  ratings: numberColumns(
    {
      en: "one column of values per rater, one row per case",
      nl: "één kolom waarden per beoordelaar, één rij per geval",
    },
    2,
  ),
});

const options = z.strictObject({
  measurement: described(z.enum(["nominal", "ordinal", "interval", "ratio"]).default("ordinal"), {
    en: "level of measurement: which differences between values count, and how much",
    nl: "meetniveau: welke verschillen tussen waarden tellen, en hoe zwaar",
  }),
  draws: described(z.int().min(100).max(100_000).default(1000), {
    en: "number of bootstrap samples of cases",
    nl: "aantal bootstrapsteekproeven van gevallen",
  }),
  seed: shared.seed.optional(),
  confidenceLevel: shared.confidenceLevel,
});

const result = resultSchema("krippendorffAlpha", options, {
  alpha: available,
  lower: available,
  upper: available,
  standardError: available,
  observedDisagreement: z.number(),
  expectedDisagreement: z.number(),
  raters: z.int(),
  values: z.int(),
  pairedRatings: z.int(),
  undefinedDraws: z.int(),
});

type Settings = Resolved<typeof options>;
export type KrippendorffAlpha = z.output<typeof result>;

/**
 * How far any number of raters agree beyond chance, for categories, ranks or scores and with ratings missing:
 * Krippendorff's alpha. With a seed it has an interval, from a bootstrap of the cases.
 * @param data `ratings`: one column per rater, one row per case; null or NaN where a rater gave none; a case with fewer
 * than two ratings cannot be paired and is left out
 * @param given level of measurement; seed and number of bootstrap samples; level of the interval
 * @param context is told of the progress of the bootstrap, and can stop it
 * @returns alpha up to 1 (0 is chance), null when all values are the same; percentile limits (quantile type 7) and
 * standard error over the samples in which alpha exists; disagreements in the squared metric of the level
 * @throws data/too-few when no case has two ratings; data/outside-range for a negative value on a ratio scale
 * @see Krippendorff (2019), Content analysis, ch. 12; Hayes & Krippendorff (2007). Reference: irr::kripp.alpha
 * @example
 * krippendorffAlpha({ ratings: { a: [1, 2, 3, 3], b: [1, 2, 3, 4], c: [1, null, 3, 4] } }, { measurement: "nominal" }).alpha // 0.772727272727
 */
export function krippendorffAlpha(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): KrippendorffAlpha {
  const work = prepared(data, given);
  const resampling = resamplingOf(work.settings);
  const draws = resampling === null ? null : bootstrapDraws(resampling, work.draw, context);
  return finished(work, draws);
}

/** As `krippendorffAlpha`, with room for other work while it resamples; the same figures for the same seed. */
export async function krippendorffAlphaAsync(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): Promise<KrippendorffAlpha> {
  const work = prepared(data, given);
  const resampling = resamplingOf(work.settings);
  const draws = resampling === null ? null : await bootstrapDrawsAsync(resampling, work.draw, context);
  return finished(work, draws);
}

interface Work {
  readonly ratings: NumberColumns;
  readonly settings: Settings;
  readonly units: Units;
  readonly draw: (stream: RandomStream) => number;
}

function prepared(data: Given<typeof input>, given: Given<typeof options>): Work {
  const { ratings } = read(input, data);
  const settings = resolve(options, given);
  if (settings.measurement === "ratio") refuseNegative(ratings);
  const units = unitsOf(ratings.columns);
  if (units.units < 1) refuse("data/too-few", { needed: 1, unit: "rows with two ratings", found: 0 });
  return { ratings, settings, units, draw: (stream) => resampledAlpha(units, settings, stream) };
}

function resampledAlpha(units: Units, { measurement }: Settings, stream: RandomStream): number {
  const times = new Int32Array(units.units);
  for (let i = 0; i < units.units; i++) times[stream.integer(units.units)]! += 1;
  return alphaOf(unitDisagreement(units, measurement, times));
}

function alphaOf({ observed, expected }: Disagreement): number {
  return expected > 0 ? 1 - observed / expected : Number.NaN;
}

function resamplingOf({ seed, draws }: Settings) {
  return seed === undefined ? null : { seed, draws };
}

function finished({ ratings, settings, units }: Work, draws: Float64Array | null): KrippendorffAlpha {
  const found = unitDisagreement(units, settings.measurement);
  const alpha = finiteOrNull(alphaOf(found));
  const defined = draws?.filter((draw) => !Number.isNaN(draw)) ?? new Float64Array(0);
  const undefinedDraws = (draws?.length ?? 0) - defined.length;
  const present = ratings.columns.reduce((sum, column) => sum + univariate(column).n, 0);
  const missing = ratings.rows * ratings.names.length - present;
  const single = ratings.rows - units.units;
  return {
    kind: "krippendorffAlpha",
    options: settings,
    sample: { unit: "respondent", used: units.units, dropped: single, missing },
    notes: notesOf(settings, { alpha, single, rows: ratings.rows, missing, undefinedDraws }),
    alpha,
    ...interval(defined, settings.confidenceLevel),
    observedDisagreement: found.observed,
    expectedDisagreement: found.expected,
    raters: ratings.names.length,
    values: units.values.length,
    pairedRatings: units.codes.length,
    undefinedDraws,
  };
}

function interval(draws: Float64Array, level: number) {
  if (draws.length < 2) return { lower: null, upper: null, standardError: null };
  const [lower, upper] = quantiles(draws, [(1 - level) / 2, (1 + level) / 2]) as [number, number];
  return { lower, upper, standardError: Math.sqrt(univariate(draws).sumSquares / (draws.length - 1)) };
}

function refuseNegative({ names, columns }: NumberColumns): void {
  for (const [j, column] of columns.entries()) {
    const row = column.findIndex((value) => value < 0);
    if (row >= 0) refuse("data/outside-range", { minimum: 0, maximum: "∞" }, { row: row + 1, column: names[j]! });
  }
}

interface Found {
  readonly alpha: number | null;
  readonly single: number;
  readonly rows: number;
  readonly missing: number;
  readonly undefinedDraws: number;
}

function notesOf({ seed, draws }: Settings, { alpha, single, rows, missing, undefinedDraws }: Found): Note[] {
  return notesWhen(
    [single > 0, "ratings/unpaired", { dropped: single, total: rows }],
    [missing > 0, "ratings/incomplete", { missing, paired: rows - single }],
    [alpha === null, "agreement/one-value"],
    [alpha === 1, "agreement/perfect"],
    [seed === undefined, "interval/needs-seed"],
    [undefinedDraws > 0, "interval/undefined-draws", { undefined: undefinedDraws, draws }],
  );
}

export const krippendorffAlphaCard = defineStatistic({
  kind: "krippendorffAlpha",
  label: { en: "Krippendorff's alpha", nl: "Krippendorffs alfa" },
  summary: {
    en: "How far raters agree beyond chance, for categories, ranks or scores, also with ratings missing.",
    nl: "Hoe sterk beoordelaars meer dan toevallig overeenstemmen, bij categorieën, rangen of scores, ook met gaten.",
  },
  input,
  options,
  result,
  run: krippendorffAlpha,
  tidy: ({ alpha, lower, upper, standardError, options: { measurement }, sample, ...found }) => [
    { term: "Krippendorff's alpha", method: measurement, estimate: alpha, standardError, lower, upper, n: sample.used },
    { term: "observed disagreement", method: measurement, estimate: found.observedDisagreement, n: sample.used },
    { term: "expected disagreement", method: measurement, estimate: found.expectedDisagreement, n: sample.used },
  ],
  glance: ({ alpha, lower, upper, standardError, raters, sample }) => ({
    estimate: alpha,
    standardError,
    lower,
    upper,
    k: raters,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Krippendorff (2019); Hayes & Krippendorff (2007)",
  example: {
    data: {
      ratings: { parent: [1, 2, 3, 3, 2, 1], teacher: [1, 2, 3, 3, 2, 2], tutor: [1, null, 3, 2, 2, 1] },
    },
    options: { seed: 1, draws: 200 },
  },
});
