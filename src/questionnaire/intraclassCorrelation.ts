import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { anovaSums } from "../numeric/anovaSums.ts";
import { fUpper, fUpperQuantile } from "../numeric/fDistribution.ts";
import { type Categories, categoryColumn, numberColumn, read } from "../table/input.ts";

const input = z.strictObject({
  values: numberColumn({ en: "the variable", nl: "de variabele" }),
  cluster: categoryColumn({ en: "school, class: who belongs together", nl: "school, klas: wie bij elkaar hoort" }),
});

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel });

const result = resultSchema("intraclassCorrelation", options, {
  icc: available,
  lower: available,
  upper: available,
  clusterMeanReliability: available,
  clusters: z.int(),
  meanClusterSize: z.number(),
  adjustedClusterSize: z.number(),
  weightedClusterSize: z.number(),
  statistic: available,
  df: z.int(),
  dfError: z.int(),
  pValue: available,
  varianceBetween: z.number(),
  varianceWithin: z.number(),
  designEffect: available,
  designEffectWeighted: available,
  effectiveN: available,
});

export type IntraclassCorrelation = z.output<typeof result>;

/**
 * How much of a variable lies between clusters such as schools: ICC(1) of the one-way analysis of variance, and what
 * that clustering costs: the design effect of a mean. A negative estimate is kept, and said; nothing is truncated.
 * @param data `values`, one per respondent (null or NaN is missing); `cluster`, who belongs together
 * @param given level of the interval
 * @returns icc up to 1; Searle's interval, exact for equal cluster sizes, with the adjusted size n0 where they differ;
 *   designEffect = 1 + (mean size - 1) icc, designEffectWeighted with the size sum n^2 / sum n instead
 * @throws data/too-few below two clusters or without a cluster of two; data/constant when nothing varies
 * @see Searle (1971); Donner (1986); Kish (1965). Reference: multilevel::ICC1(aov(values ~ cluster)) for equal sizes
 * @example intraclassCorrelation({ values: [1, 2, 3, 5, 6, 7], cluster: ["a", "a", "a", "b", "b", "b"] }).icc // 0.884615384615
 */
export function intraclassCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): IntraclassCorrelation {
  const { values, cluster } = read(input, data);
  const settings = resolve(options, given);
  const groups = groupsOf(values, cluster);
  const sizes = groups.map(({ length }) => length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  if (groups.length < 2) refuse("data/too-few", { needed: 2, unit: "clusters", found: groups.length });
  if (n === groups.length) refuse("data/too-few", { needed: 1, unit: "clusters of two or more", found: 0 });
  const { F, between, dfBetween, within, dfWithin } = anovaSums(groups);
  if (Number.isNaN(F)) refuse("data/constant");
  const squares = sizes.reduce((sum, size) => sum + size * size, 0) / n;
  const size = { mean: n / groups.length, adjusted: (n - squares) / (groups.length - 1), weighted: squares };
  const icc = iccOf(F, size.adjusted);
  const designEffect = 1 + (size.mean - 1) * icc;
  const dropped = values.length - n;
  return {
    kind: "intraclassCorrelation",
    options: settings,
    sample: { unit: "respondent", used: n, dropped, missing: values.filter(Number.isNaN).length },
    notes: notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total: values.length }],
      [icc < 0, "icc/negative"],
      [new Set(sizes).size > 1, "icc/unequal-sizes", { smallest: Math.min(...sizes), largest: Math.max(...sizes) }],
    ),
    icc: finiteOrNull(icc),
    ...searleInterval(F, { df1: dfBetween, df2: dfWithin }, size.adjusted, settings.confidenceLevel),
    clusterMeanReliability: finiteOrNull(1 - 1 / F),
    clusters: groups.length,
    meanClusterSize: size.mean,
    adjustedClusterSize: size.adjusted,
    weightedClusterSize: size.weighted,
    statistic: finiteOrNull(F),
    df: dfBetween,
    dfError: dfWithin,
    pValue: finiteOrNull(fUpper(F, dfBetween, dfWithin)),
    varianceBetween: (between / dfBetween - within / dfWithin) / size.adjusted,
    varianceWithin: within / dfWithin,
    designEffect: finiteOrNull(designEffect),
    designEffectWeighted: finiteOrNull(1 + (size.weighted - 1) * icc),
    effectiveN: designEffect > 0 ? n / designEffect : null,
  };
}

/** The values of each cluster; rows without a value or a cluster belong nowhere. */
function groupsOf(values: Float64Array, { codes, levels }: Categories): number[][] {
  const groups: number[][] = levels.map(() => []);
  for (let i = 0; i < values.length; i++) {
    if (codes[i]! >= 0 && !Number.isNaN(values[i]!)) groups[codes[i]!]!.push(values[i]!);
  }
  return groups.filter(({ length }) => length > 0);
}

/** ICC(1) from the F ratio; F is infinite when nothing varies within clusters. */
function iccOf(F: number, size: number): number {
  return F === Number.POSITIVE_INFINITY ? 1 : (F - 1) / (F + size - 1);
}

interface Degrees {
  readonly df1: number;
  readonly df2: number;
}

function searleInterval(F: number, { df1, df2 }: Degrees, size: number, level: number) {
  const tail = (1 - level) / 2;
  const limit = (upperTail: number) => finiteOrNull(iccOf(F / fUpperQuantile(upperTail, df1, df2), size));
  return { lower: limit(tail), upper: limit(1 - tail) };
}

export const intraclassCorrelationCard = defineStatistic({
  kind: "intraclassCorrelation",
  label: {
    en: "Intraclass correlation of a clustered variable",
    nl: "Intraklassecorrelatie van een geclusterde variabele",
  },
  summary: {
    en: "How much of a variable lies between schools or classes, and what that costs in precision.",
    nl: "Hoeveel van een variabele tussen scholen of klassen ligt, en wat dat aan precisie kost.",
  },
  input,
  options,
  result,
  run: intraclassCorrelation,
  tidy: ({ varianceBetween, varianceWithin, df, dfError }) => [
    { term: "between", estimate: varianceBetween, df },
    { term: "within", estimate: varianceWithin, df: dfError },
  ],
  glance: ({ icc, lower, upper, statistic, df, dfError, pValue, clusters, sample, designEffect, effectiveN }) => ({
    icc,
    lower,
    upper,
    statistic,
    df,
    dfError,
    pValue,
    k: clusters,
    n: sample.used,
    designEffect,
    effectiveN,
  }),
  composes: [],
  charts: [],
  source: "Searle (1971); Donner (1986); Kish (1965)",
  example: {
    data: { values: [6, 7, 6.5, 8, 7.5, 8.5, 5, 6, null], cluster: ["a", "a", "a", "b", "b", "b", "c", "c", "c"] },
  },
});
