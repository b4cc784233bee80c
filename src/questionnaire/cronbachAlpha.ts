import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { type Covariances, correlationsFrom, covariances, itemRest, varianceOfSum } from "../numeric/covariances.ts";
import { isPositiveSemidefinite } from "../numeric/eigenvalues.ts";
import { fUpperQuantile } from "../numeric/fDistribution.ts";
import { fromRows } from "../numeric/matrices.ts";
import { numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }, 2),
});

const options = z.strictObject({ missing: shared.missing, confidenceLevel: shared.confidenceLevel });

const item = z.strictObject({
  item: z.string(),
  n: z.int(),
  missing: z.int(),
  mean: z.number(),
  standardDeviation: z.number(),
  itemRest: available,
  alphaIfDropped: available,
});

const result = resultSchema("cronbachAlpha", options, {
  alpha: z.number(),
  lower: available,
  upper: available,
  standardizedAlpha: available,
  meanCorrelation: available,
  items: z.array(item),
});

type Matrix = Covariances["matrix"];
type Item = z.output<typeof item>;
export type CronbachAlpha = z.output<typeof result>;

/**
 * How consistently the items of a scale measure one thing: Cronbach's alpha, raw and standardized, with Feldt's
 * confidence interval, and per item what the scale would be without it. Nothing is reversed for you.
 * @param data `items`: named columns, one value per respondent; null or NaN is missing
 * @param given listwise (default) or pairwise covariances; level of the interval
 * @returns alpha up to 1 (it can be negative); its interval is for complete data of the number of rows used
 * @throws input/too-few-columns with one item; data/too-few below two rows; scale/no-variance when the sum is constant
 * @see Cronbach (1951); Feldt, Woodruff & Salih (1987), eq. 14. Reference: psych::alpha(na.omit(x))
 * @example cronbachAlpha({ items: { a: [1, 2, 3, 4], b: [2, 2, 4, 4], c: [1, 3, 3, 5] } }).alpha // 0.933333333333
 */
export function cronbachAlpha(data: Given<typeof input>, given: Given<typeof options> = {}): CronbachAlpha {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const moments = covariances(items.columns, settings.missing);
  if (moments.lowest < 2) refuse("data/too-few", { needed: 2, unit: "rows", found: moments.lowest });
  const alpha = alphaOf(moments.matrix);
  if (Number.isNaN(alpha)) refuse("scale/no-variance");
  const rows = items.names.map((name, j) => itemRow(moments, name, j));
  return {
    kind: "cronbachAlpha",
    options: settings,
    sample: { unit: "respondent", used: moments.n, dropped: items.rows - moments.n, missing: moments.missing },
    notes: notesOf(moments, rows, alpha, items.rows),
    alpha,
    ...feldtInterval(alpha, moments.n, rows.length, settings.confidenceLevel),
    ...standardized(moments.matrix),
    items: rows,
  };
}

/** k / (k - 1) times the share of the sum's variance that is covariance; NaN when the sum does not vary. */
function alphaOf(matrix: Matrix): number {
  const k = matrix.length;
  const covariance = 2 * belowDiagonal(matrix).reduce((sum, value) => sum + value, 0);
  const variance = varianceOfSum(matrix, [...matrix.keys()]);
  return variance > 0 ? (k / (k - 1)) * (covariance / variance) : Number.NaN;
}

function belowDiagonal(matrix: Matrix): number[] {
  return matrix.flatMap((row, i) => row.slice(0, i));
}

/** Feldt's interval: (1 - alpha) over (1 - true alpha) follows F with n - 1 and (n - 1)(k - 1) degrees of freedom. */
function feldtInterval(alpha: number, n: number, k: number, level: number) {
  const tail = (1 - level) / 2;
  const df1 = n - 1;
  const df2 = df1 * (k - 1);
  const limit = (upperTail: number) => finiteOrNull(1 - (1 - alpha) * fUpperQuantile(upperTail, df1, df2));
  return { lower: limit(tail), upper: limit(1 - tail) };
}

/** Alpha of the items brought to equal variance, and their mean correlation. */
function standardized(matrix: Matrix) {
  const correlations = correlationsFrom(matrix);
  const below = belowDiagonal(correlations);
  const meanCorrelation = below.reduce((sum, r) => sum + r, 0) / below.length;
  return { standardizedAlpha: finiteOrNull(alphaOf(correlations)), meanCorrelation: finiteOrNull(meanCorrelation) };
}

function itemRow({ matrix, means, counts, missingCounts }: Covariances, name: string, j: number): Item {
  return {
    item: name,
    n: counts[j]!,
    missing: missingCounts[j]!,
    mean: means[j]!,
    standardDeviation: Math.sqrt(matrix[j]![j]!),
    itemRest: finiteOrNull(itemRest(matrix, j)),
    alphaIfDropped: matrix.length > 2 ? finiteOrNull(alphaOf(without(matrix, j))) : null,
  };
}

/** The covariance matrix of the scale without one item. */
function without(matrix: Matrix, item: number): Matrix {
  return matrix.filter((_, i) => i !== item).map((row) => row.filter((_, j) => j !== item));
}

function notesOf(moments: Covariances, rows: readonly Item[], alpha: number, total: number): Note[] {
  const { matrix, n, lowest, highest } = moments;
  const constant = rows.filter(({ standardDeviation }) => standardDeviation === 0);
  const negative = rows.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
  return [
    ...notesWhen(
      [n < total, "missing/listwise", { dropped: total - n, total }],
      [lowest < highest, "missing/pairwise", { lowest, highest }],
      [lowest < highest && !isPositiveSemidefinite(fromRows(matrix)), "matrix/not-positive-semidefinite"],
      [alpha < 0, "alpha/negative"],
      [rows.length < 3, "scale/too-few-items"],
    ),
    ...constant.map(({ item }) => note("alpha/constant-item", { item })),
    ...negative.map(({ item, itemRest }) => note("item/negative", { item, r: itemRest! })),
  ];
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
  tidy: ({ items }) => items.map(({ item, ...rest }) => ({ term: item, ...rest })),
  glance: ({ alpha, lower, upper, standardizedAlpha, items, sample }) => ({
    alpha,
    lower,
    upper,
    standardizedAlpha,
    k: items.length,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Cronbach (1951); Feldt, Woodruff & Salih (1987)",
  example: {
    data: {
      items: { talks: [1, 2, 3, 4, 5, 4], asks: [2, 2, 4, 4, 5, 5], listens: [1, 3, 3, 5, 4, null] },
    },
  },
});
