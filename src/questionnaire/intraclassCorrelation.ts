import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { type AnovaSums, anovaSums } from "../numeric/anovaSums.ts";
import { fUpper, fUpperQuantile } from "../numeric/fDistribution.ts";
import { type OneWayReml, oneWayReml } from "../numeric/oneWayReml.ts";
import { type Categories, categoryColumn, numberColumn, read } from "../table/input.ts";
import { splitByGroup } from "../table/splitByGroup.ts";

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
  clusterMeanReliabilityLower: available,
  clusterMeanReliabilityUpper: available,
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
  designEffect: z.number(),
  effectiveN: z.number(),
  designEffectWeighted: z.number(),
  effectiveNWeighted: z.number(),
  reml: z.strictObject({
    icc: z.number(),
    varianceBetween: z.number(),
    varianceWithin: z.number(),
    mean: z.number(),
  }),
});

export type IntraclassCorrelation = z.output<typeof result>;

/**
 * How much of a variable lies between clusters such as schools: ICC(1) from the one-way analysis of variance and by
 * REML, the reliability of the cluster means, ICC(2), and what the clustering costs: the design effect of a mean.
 * @param data `values`, one per respondent (null or NaN is missing); `cluster`, who belongs together
 * @param given level of the intervals
 * @returns icc up to 1, a negative one kept and noted; Searle's intervals, exact for equal cluster sizes, with the
 * adjusted size n0 where they differ; designEffect = 1 + (mean size - 1) icc, never below 1, and designEffectWeighted
 * with the size sum n^2 / sum n instead (that of a mean over respondents when sizes differ); effectiveN = n / effect
 * @throws data/too-few below two clusters; data/single-rows without a cluster of two; data/constant
 * @see Searle (1971), ch. 9; Donner (1986); Kish (1965). Reference: multilevel::ICC1, ICC2 (equal sizes), lme4::lmer
 * @example intraclassCorrelation({ values: [1, 2, 3, 5, 6, 7], cluster: ["a", "a", "a", "b", "b", "b"] }).icc // 0.884615384615
 */
export function intraclassCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): IntraclassCorrelation {
  const { values, cluster } = read(input, data);
  const settings = resolve(options, given);
  const groups = groupsOf(values, cluster);
  if (groups.length < 2) refuse("data/too-few", { needed: 2, unit: "clusters", found: groups.length });
  if (groups.every(({ length }) => length === 1)) refuse("data/single-rows");
  const anova = anovaSums(groups);
  if (Number.isNaN(anova.F)) refuse("data/constant");
  const sizes = sizesOf(groups);
  const icc = iccOf(anova.F, sizes.adjusted);
  const reml = oneWayReml(groups);
  return {
    kind: "intraclassCorrelation",
    options: settings,
    sample: {
      unit: "respondent",
      used: anova.n,
      dropped: values.length - anova.n,
      missing: values.filter(Number.isNaN).length,
    },
    notes: notesOf(values.length, anova, sizes, icc, reml),
    icc,
    ...searleIntervals(anova, sizes.adjusted, settings.confidenceLevel),
    clusters: groups.length,
    meanClusterSize: sizes.mean,
    adjustedClusterSize: sizes.adjusted,
    weightedClusterSize: sizes.weighted,
    ...components(anova, sizes.adjusted),
    ...costs(anova.n, sizes, icc),
    reml: {
      icc: reml.between / (reml.between + reml.within),
      varianceBetween: reml.between,
      varianceWithin: reml.within,
      mean: reml.mean,
    },
  };
}

/** The values of each cluster; rows without a value or a cluster belong nowhere. */
function groupsOf(values: Float64Array, cluster: Categories): Float64Array[] {
  const present = splitByGroup(values, cluster).map((group) => group.filter((value) => !Number.isNaN(value)));
  return present.filter(({ length }) => length > 0);
}

interface Sizes {
  readonly smallest: number;
  readonly largest: number;
  readonly mean: number;
  /** n0 of the analysis of variance: the size that makes its expected mean squares right. */
  readonly adjusted: number;
  /** The size of the cluster of an average respondent. */
  readonly weighted: number;
}

function sizesOf(groups: readonly Float64Array[]): Sizes {
  const sizes = groups.map(({ length }) => length);
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const weighted = sizes.reduce((sum, size) => sum + size * size, 0) / n;
  return {
    smallest: Math.min(...sizes),
    largest: Math.max(...sizes),
    mean: n / sizes.length,
    adjusted: (n - weighted) / (sizes.length - 1),
    weighted,
  };
}

/** ICC(1) from the F ratio; F is infinite when nothing varies within clusters. */
function iccOf(F: number, size: number): number {
  return F === Number.POSITIVE_INFINITY ? 1 : (F - 1) / (F + size - 1);
}

/** F over its critical values bounds the true ratio of mean squares, and with it ICC(1) and ICC(2) = 1 - 1 / F. */
function searleIntervals({ F, dfBetween, dfWithin }: AnovaSums, size: number, level: number) {
  const tail = (1 - level) / 2;
  const [low, high] = [tail, 1 - tail].map((upperTail) => F / fUpperQuantile(upperTail, dfBetween, dfWithin));
  return {
    lower: finiteOrNull(iccOf(low!, size)),
    upper: finiteOrNull(iccOf(high!, size)),
    clusterMeanReliability: finiteOrNull(1 - 1 / F),
    clusterMeanReliabilityLower: finiteOrNull(1 - 1 / low!),
    clusterMeanReliabilityUpper: finiteOrNull(1 - 1 / high!),
  };
}

/** The F test and the variance components that make the mean squares what they are. */
function components({ F, between, within, dfBetween, dfWithin }: AnovaSums, size: number) {
  return {
    statistic: finiteOrNull(F),
    df: dfBetween,
    dfError: dfWithin,
    pValue: finiteOrNull(fUpper(F, dfBetween, dfWithin)),
    varianceBetween: (between / dfBetween - within / dfWithin) / size,
    varianceWithin: within / dfWithin,
  };
}

/** Design effects; a negative ICC earns no respondents, so they are never below 1. */
function costs(n: number, { mean, weighted }: Sizes, icc: number) {
  const effect = (size: number) => 1 + (size - 1) * Math.max(0, icc);
  return {
    designEffect: effect(mean),
    effectiveN: n / effect(mean),
    designEffectWeighted: effect(weighted),
    effectiveNWeighted: n / effect(weighted),
  };
}

function notesOf(rows: number, { n, F }: AnovaSums, sizes: Sizes, icc: number, reml: OneWayReml): Note[] {
  const { smallest, largest, adjusted: n0 } = sizes;
  return notesWhen(
    [n < rows, "missing/listwise", { dropped: rows - n, total: rows }],
    [F === Number.POSITIVE_INFINITY, "icc/no-within"],
    [icc < 0, "icc/negative", { icc }],
    [reml.between === 0, "icc/reml-zero"],
    [smallest < largest, "icc/unequal-sizes", { smallest, largest, n0 }],
  );
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
  tidy: ({ reml, ...anova }) => [
    { term: "ICC(1)", estimate: anova.icc, lower: anova.lower, upper: anova.upper, method: "ANOVA" },
    {
      term: "ICC(2)",
      estimate: anova.clusterMeanReliability,
      lower: anova.clusterMeanReliabilityLower,
      upper: anova.clusterMeanReliabilityUpper,
      method: "ANOVA",
    },
    { term: "between", estimate: anova.varianceBetween, df: anova.df, method: "ANOVA" },
    { term: "within", estimate: anova.varianceWithin, df: anova.dfError, method: "ANOVA" },
    { term: "ICC(1)", estimate: reml.icc, method: "REML" },
    { term: "between", estimate: reml.varianceBetween, method: "REML" },
    { term: "within", estimate: reml.varianceWithin, method: "REML" },
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
