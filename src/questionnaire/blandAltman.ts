import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { leastSquares } from "../numeric/leastSquares.ts";
import { fromColumns } from "../numeric/matrices.ts";
import { pearson } from "../numeric/pearson.ts";
import { roundMean } from "../numeric/roundMean.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";
import { numberColumn, read } from "../table/input.ts";
import { type CompleteRows, completeRows } from "./completeRows.ts";
import { limitFactors } from "./limitsOfAgreement.ts";

const input = z.strictObject({
  first: numberColumn({ en: "scores by one method or person", nl: "scores volgens de ene methode of persoon" }),
  second: numberColumn({
    en: "scores by the other, on the same scale",
    nl: "scores volgens de andere, op dezelfde schaal",
  }),
});

const options = z.strictObject({
  coverage: described(z.number().gt(0).lt(1).default(0.95), {
    en: "share of differences that the limits of agreement are to hold",
    nl: "aandeel van de verschillen dat tussen de grenzen van overeenstemming moet liggen",
  }),
  limitsInterval: described(z.enum(["blandAltman1999", "exact", "blandAltman1986"]).default("blandAltman1999"), {
    en: "interval of the limits: approximate (Bland & Altman 1999), exact (Carkeet 2015), or the rounded one of 1986",
    nl: "interval van de grenzen: benaderd (Bland & Altman 1999), exact (Carkeet 2015), of het afgeronde van 1986",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const limit = z.strictObject({ estimate: z.number(), lower: available, upper: available });

const slope = z.strictObject({
  intercept: available,
  slope: available,
  standardError: available,
  lower: available,
  upper: available,
  statistic: available,
  df: z.int(),
  pValue: available,
  correlation: available,
});

const result = resultSchema("blandAltman", options, {
  bias: z.number(),
  standardDeviation: z.number(),
  standardError: z.number(),
  lower: available,
  upper: available,
  statistic: available,
  df: z.int(),
  pValue: available,
  lowerLimit: limit,
  upperLimit: limit,
  within: z.number(),
  proportionalBias: slope,
  means: z.strictObject({ first: z.number(), second: z.number() }),
});

type Settings = Resolved<typeof options>;
export type BlandAltman = z.output<typeof result>;

/**
 * How far two scores of the same cases lie apart: their mean difference (bias), the limits between which 95% of the
 * differences lie, and whether the difference grows with the score. Differences are first minus second.
 * @param data `first` and `second`, one score per case on one scale; a pair with a missing value is left out
 * @param given share between the limits; kind of their interval; level of the intervals
 * @returns bias with t interval and paired t test; limits at bias minus and plus z standard deviations; `within`: share
 * of these cases between them; the regression of the difference on the mean of the two (its slope is 0 when the
 * difference does not depend on the level), null where the means do not vary
 * @throws data/too-few below two complete pairs
 * @see Bland & Altman (1986, 1999); Carkeet (2015). Reference: t.test(x, y, paired = TRUE), lm(x - y ~ I((x + y) / 2))
 * @example blandAltman({ first: [5, 7, 8, 6], second: [4, 7, 6, 5] }).upperLimit.estimate // 2.60030389211843
 */
export function blandAltman(data: Given<typeof input>, given: Given<typeof options> = {}): BlandAltman {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const pairs = pairsOf(columns);
  if (pairs.used < 2) refuse("data/too-few", { needed: 2, unit: "pairs", found: pairs.used });
  const [first, second] = pairs.columns as [Float64Array, Float64Array];
  const differences = first.map((value, i) => value - second[i]!);
  const limits = limitsOf(differences, settings);
  const [low, high] = [limits.lowerLimit.estimate, limits.upperLimit.estimate];
  const inside = differences.filter((difference) => difference >= low && difference <= high).length;
  return {
    kind: "blandAltman",
    options: settings,
    sample: {
      unit: "respondent",
      used: pairs.used,
      dropped: columns.first.length - pairs.used,
      missing: pairs.missing,
    },
    notes: notesOf(columns.first.length, pairs.used, limits.standardDeviation),
    ...limits,
    within: inside / pairs.used,
    proportionalBias: proportionalBias(first, second, differences, settings.confidenceLevel),
    means: { first: univariate(first).mean, second: univariate(second).mean },
  };
}

function pairsOf({ first, second }: { first: Float64Array; second: Float64Array }): CompleteRows {
  return completeRows({ names: ["first", "second"], columns: [first, second], rows: first.length });
}

function limitsOf(differences: Float64Array, { coverage, limitsInterval, confidenceLevel }: Settings) {
  const { n, mean: bias, sumSquares } = univariate(differences);
  const deviation = Math.sqrt(sumSquares / (n - 1));
  const standardError = deviation / Math.sqrt(n);
  const reach = studentTUpperQuantile((1 - confidenceLevel) / 2, n - 1) * standardError;
  const factors = limitFactors(n, coverage, confidenceLevel, limitsInterval);
  const statistic = bias / standardError;
  const at = (factor: number) => finiteOrNull(bias + factor * deviation);
  return {
    bias,
    standardDeviation: deviation,
    standardError,
    lower: finiteOrNull(bias - reach),
    upper: finiteOrNull(bias + reach),
    ...test(statistic, n - 1),
    lowerLimit: { estimate: bias - factors.limit * deviation, lower: at(-factors.upper), upper: at(-factors.lower) },
    upperLimit: { estimate: bias + factors.limit * deviation, lower: at(factors.lower), upper: at(factors.upper) },
  };
}

function test(statistic: number, df: number) {
  const pValue = Number.isFinite(statistic) && df > 0 ? 2 * studentTUpper(Math.abs(statistic), df) : null;
  return { statistic: finiteOrNull(statistic), df, pValue };
}

/**
 * Least squares line of the difference on the mean of the two scores; the means are taken from near their middle, so
 * that scores far from zero keep their digits.
 */
function proportionalBias(first: Float64Array, second: Float64Array, differences: Float64Array, level: number) {
  const origin = roundMean(first, 0, first.length);
  const near = first.map((value, i) => (value - origin + (second[i]! - origin)) / 2);
  const { mean } = univariate(near);
  const means = near.map((value) => value - mean);
  const df = means.length - 2;
  const fit = leastSquares(fromColumns([means.map(() => 1), means]), differences);
  const [middle, slope] = [...fit.coefficients] as [number, number];
  const standardError = df > 0 ? Math.sqrt((fit.residualSumSquares / df) * fit.inverse.data[3]!) : Number.NaN;
  const reach = df > 0 ? studentTUpperQuantile((1 - level) / 2, df) * standardError : Number.NaN;
  return {
    intercept: finiteOrNull(middle - slope * (mean + origin)),
    slope: finiteOrNull(slope),
    standardError: finiteOrNull(standardError),
    lower: finiteOrNull(slope - reach),
    upper: finiteOrNull(slope + reach),
    ...test(slope / standardError, df),
    correlation: finiteOrNull(pearson(means, differences)),
  };
}

function notesOf(rows: number, used: number, deviation: number): Note[] {
  return notesWhen(
    [used < rows, "missing/listwise", { dropped: rows - used, total: rows }],
    [deviation === 0, "pairs/same-difference"],
    [used < 10 && deviation > 0, "pairs/few", { n: used }],
  );
}

const METHODS = {
  exact: "Carkeet (2015), exact",
  blandAltman1999: "Bland & Altman (1999)",
  blandAltman1986: "Bland & Altman (1986)",
} as const;

export const blandAltmanCard = defineStatistic({
  kind: "blandAltman",
  label: { en: "Bland-Altman limits of agreement", nl: "Grenzen van overeenstemming volgens Bland en Altman" },
  summary: {
    en: "How far two scores of the same cases lie apart: bias, limits of agreement, proportional bias.",
    nl: "Hoe ver twee scores van dezelfde gevallen uiteenliggen: verschil, grenzen van overeenstemming, samenhang met het niveau.",
  },
  input,
  options,
  result,
  run: blandAltman,
  tidy: ({ bias, lower, upper, standardError, statistic, df, pValue, sample, proportionalBias, ...found }) => {
    const n = sample.used;
    const { slope, standardError: slopeError, ...line } = proportionalBias;
    return [
      { term: "bias", estimate: bias, standardError, lower, upper, statistic, df, pValue, n },
      { term: "lower limit", method: METHODS[found.options.limitsInterval], ...found.lowerLimit, n },
      { term: "upper limit", method: METHODS[found.options.limitsInterval], ...found.upperLimit, n },
      {
        term: "proportional bias",
        estimate: slope,
        standardError: slopeError,
        lower: line.lower,
        upper: line.upper,
        statistic: line.statistic,
        df: line.df,
        pValue: line.pValue,
        n,
      },
    ];
  },
  glance: ({ bias, lower, upper, standardDeviation, statistic, df, pValue, sample }) => ({
    estimate: bias,
    lower,
    upper,
    standardDeviation,
    statistic,
    df,
    pValue,
    n: sample.used,
  }),
  augment: (_, data) => {
    const { columns } = pairsOf(read(input, data));
    return Array.from(columns[0]!, (value, i) => {
      const other = columns[1]![i]!;
      return { term: "pair", mean: (value + other) / 2, difference: value - other, n: 1 };
    });
  },
  composes: [],
  charts: ["blandAltmanPlot"],
  source: "Bland & Altman (1986, 1999); Carkeet (2015)",
  example: {
    data: { first: [5, 7, 8, 6, 7, 4, 6], second: [4, 7, 6, 5, 7, null, 7] },
  },
});
