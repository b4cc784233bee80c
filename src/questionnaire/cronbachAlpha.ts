import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { bootstrapDraws, bootstrapDrawsAsync } from "../numeric/bootstrap.ts";
import { acceleratedInterval, percentileInterval } from "../numeric/bootstrapInterval.ts";
import { type Covariances, covariances, itemRest } from "../numeric/covariances.ts";
import { isPositiveSemidefinite } from "../numeric/eigenvalues.ts";
import { fromRows } from "../numeric/matrices.ts";
import { numberColumns, read } from "../table/input.ts";
import {
  alphaOf,
  bonettInterval,
  feldtInterval,
  squaredMultipleCorrelations,
  standardizedAlphaOf,
  withoutItem,
} from "./alphaCoefficient.ts";
import { alphaWithoutEachRow, resampledAlpha } from "./alphaResampling.ts";
import { completeRows } from "./completeRows.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }, 2),
});

const bound = z.number().nullable().default(null);

const options = z.strictObject({
  missing: shared.missing,
  interval: described(z.enum(["feldt", "bonett", "bootstrap"]).default("feldt"), {
    en: "interval: Feldt's from the F distribution, Bonett's from a logarithm, or from resampling (needs a seed)",
    nl: "interval: dat van Feldt uit de F-verdeling, dat van Bonett uit een logaritme, of uit hertrekking (vraagt een startgetal)",
  }),
  bootstrap: described(z.enum(["bca", "percentile"]).default("bca"), {
    en: "bootstrap interval: bias-corrected and accelerated, or percentile",
    nl: "bootstrapinterval: gecorrigeerd voor vertekening en versnelling, of percentiel",
  }),
  draws: described(z.int().min(100).max(100_000).default(2000), {
    en: "number of bootstrap samples",
    nl: "aantal bootstrapsteekproeven",
  }),
  seed: shared.seed.optional(),
  minimum: described(bound, { en: "lowest answer of the answer scale", nl: "laagste antwoord van de antwoordschaal" }),
  maximum: described(bound, { en: "highest answer of the answer scale", nl: "hoogste antwoord van de antwoordschaal" }),
  confidenceLevel: shared.confidenceLevel,
});

const item = z.strictObject({
  item: z.string(),
  n: z.int(),
  missing: z.int(),
  mean: z.number(),
  standardDeviation: z.number(),
  itemRest: available,
  alphaIfDropped: available,
  squaredMultipleCorrelation: available,
  floor: available,
  ceiling: available,
});

const result = resultSchema("cronbachAlpha", options, {
  alpha: z.number(),
  lower: available,
  upper: available,
  standardizedAlpha: available,
  meanCorrelation: available,
  undefinedDraws: z.int(),
  items: z.array(item),
});

type Settings = Resolved<typeof options>;
type Item = z.output<typeof item>;
export type CronbachAlpha = z.output<typeof result>;

/**
 * How consistently the items of a scale measure one thing: Cronbach's alpha, raw and standardized, with a confidence
 * interval (Feldt's unless asked otherwise), and per item what the scale would be without it. Nothing is reversed for
 * you.
 * @param data `items`: named columns, one value per respondent; null or NaN is missing
 * @param given listwise (default) or pairwise covariances; kind and level of the interval, seed and draws of a
 * bootstrap; bounds of the answer scale, for the shares of lowest and highest answers
 * @param context is told of the progress of a bootstrap, and can stop it
 * @returns alpha up to 1 (it can be negative); its interval is for complete data of the number of rows used;
 * squaredMultipleCorrelation: the share of an item that the others predict; floor, ceiling: 0 to 1
 * @throws input/too-few-columns with one item; data/too-few below two rows; scale/no-variance when the sum is constant
 * @see Cronbach (1951); Feldt, Woodruff & Salih (1987), eq. 14; Bonett (2002); Efron (1987). Reference:
 * psych::alpha(na.omit(x)), psych::smc
 * @example cronbachAlpha({ items: { a: [1, 2, 3, 4], b: [2, 2, 4, 4], c: [1, 3, 3, 5] } }).alpha // 0.933333333333
 */
export function cronbachAlpha(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): CronbachAlpha {
  const work = prepared(data, given);
  return finished(work, work.resampling && bootstrapDraws(work.resampling, work.draw, context));
}

/** As `cronbachAlpha`, with room for other work while it resamples; the same figures for the same seed. */
export async function cronbachAlphaAsync(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): Promise<CronbachAlpha> {
  const work = prepared(data, given);
  return finished(work, work.resampling && (await bootstrapDrawsAsync(work.resampling, work.draw, context)));
}

type Work = ReturnType<typeof prepared>;

function prepared(data: Given<typeof input>, given: Given<typeof options>) {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const moments = covariances(items.columns, settings.missing);
  if (moments.lowest < 2) refuse("data/too-few", { needed: 2, unit: "rows", found: moments.lowest });
  const alpha = alphaOf(moments.matrix);
  if (Number.isNaN(alpha)) refuse("scale/no-variance");
  const { missing, interval, seed, draws } = settings;
  const whole = missing === "pairwise" || moments.n === items.rows;
  const columns = whole ? items.columns : completeRows(items).columns;
  const resampling = interval === "bootstrap" && seed !== undefined ? { seed, draws } : null;
  const draw = (stream: Parameters<typeof resampledAlpha>[2]) => resampledAlpha(columns, missing, stream);
  return { items, settings, moments, alpha, columns, resampling, draw };
}

function finished(work: Work, draws: Float64Array | null): CronbachAlpha {
  const { items, settings, moments, alpha } = work;
  const shares = squaredMultipleCorrelations(moments.matrix);
  const rows = items.names.map((name, j): Item => {
    return { ...itemRow(moments, name, j), squaredMultipleCorrelation: shares[j]!, ...endShares(work, j) };
  });
  const undefinedDraws = draws?.filter((draw) => Number.isNaN(draw)).length ?? 0;
  return {
    kind: "cronbachAlpha",
    options: settings,
    sample: { unit: "respondent", used: moments.n, dropped: items.rows - moments.n, missing: moments.missing },
    notes: [...notesOf(moments, rows, alpha, items.rows), ...drawNotes(settings, undefinedDraws)],
    alpha,
    ...intervalOf(work, draws),
    ...standardizedAlphaOf(moments.matrix),
    undefinedDraws,
    items: rows,
  };
}

function intervalOf({ settings, alpha, moments, columns }: Work, draws: Float64Array | null) {
  const { interval, bootstrap, missing, confidenceLevel: level } = settings;
  const design = { df: moments.n - 1, k: moments.matrix.length, level };
  if (interval === "feldt") return feldtInterval(alpha, design);
  if (interval === "bonett") return bonettInterval(alpha, design);
  if (draws === null) return { lower: null, upper: null };
  if (bootstrap === "percentile") return percentileInterval(draws, level);
  return acceleratedInterval(draws, { estimate: alpha, jackknife: alphaWithoutEachRow(columns, missing), level });
}

function itemRow({ matrix, means, counts, missingCounts }: Covariances, name: string, j: number) {
  return {
    item: name,
    n: counts[j]!,
    missing: missingCounts[j]!,
    mean: means[j]!,
    standardDeviation: Math.sqrt(matrix[j]![j]!),
    itemRest: finiteOrNull(itemRest(matrix, j)),
    alphaIfDropped: matrix.length > 2 ? finiteOrNull(alphaOf(withoutItem(matrix, j))) : null,
  };
}

/** Shares of the answers used that are the lowest and the highest of the answer scale, where it was declared. */
function endShares({ columns, moments, settings: { minimum, maximum } }: Work, j: number) {
  const share = (end: number | null) =>
    end === null ? null : columns[j]!.filter((answer) => answer === end).length / moments.counts[j]!;
  return { floor: share(minimum), ceiling: share(maximum) };
}

function notesOf(moments: Covariances, rows: readonly Item[], alpha: number, total: number): Note[] {
  const { matrix, n, lowest, highest } = moments;
  const constant = rows.filter(({ standardDeviation }) => standardDeviation === 0);
  const negative = rows.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
  const overlap = constant.length === 0 && rows.every((row) => row.squaredMultipleCorrelation === null);
  return [
    ...notesWhen(
      [n < total, "missing/listwise", { dropped: total - n, total }],
      [lowest < highest, "missing/pairwise", { lowest, highest }],
      [lowest < highest && !isPositiveSemidefinite(fromRows(matrix)), "matrix/not-positive-semidefinite"],
      [alpha < 0, "alpha/negative"],
      [rows.length < 3, "scale/too-few-items"],
      [overlap, "items/overlap"],
    ),
    ...constant.map(({ item }) => note("alpha/constant-item", { item })),
    ...negative.map(({ item, itemRest }) => note("item/negative", { item, r: itemRest! })),
  ];
}

function drawNotes({ interval, seed, draws }: Settings, undefinedDraws: number): Note[] {
  return notesWhen(
    [interval === "bootstrap" && seed === undefined, "interval/needs-seed"],
    [undefinedDraws > 0, "interval/undefined-draws", { undefined: undefinedDraws, draws }],
  );
}

/** Floor and ceiling only where the answer scale was declared. */
function tidyRow({ item, squaredMultipleCorrelation, floor, ceiling, ...rest }: Item) {
  const ends = { ...(floor === null ? {} : { floor }), ...(ceiling === null ? {} : { ceiling }) };
  return { term: item, ...rest, R2: squaredMultipleCorrelation, ...ends };
}

export const cronbachAlphaCard = defineStatistic({
  kind: "cronbachAlpha",
  label: { en: "Cronbach's alpha", nl: "Cronbachs alfa" },
  summary: {
    en: "How consistently the items of a scale measure one thing.",
    nl: "Hoe eenduidig de items van een schaal één ding meten.",
  },
  input,
  options,
  result,
  run: cronbachAlpha,
  tidy: ({ items }) => items.map(tidyRow),
  glance: ({ alpha, lower, upper, standardizedAlpha, items, sample }) => ({
    alpha,
    lower,
    upper,
    standardizedAlpha,
    k: items.length,
    n: sample.used,
  }),
  composes: [],
  charts: ["itemTotalChart"],
  source: "Cronbach (1951); Feldt, Woodruff & Salih (1987); Bonett (2002)",
  example: {
    data: {
      items: { talks: [1, 2, 3, 4, 5, 4], asks: [2, 2, 4, 4, 5, 5], listens: [1, 3, 3, 5, 4, null] },
    },
  },
});
