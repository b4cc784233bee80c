import { z } from "zod";
import type { Given } from "../foundation/options.ts";
import { finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { kendallCounts, kendallExactPValue, kendallScoreVariance } from "../numeric/kendall.ts";
import { correlationFrom } from "../numeric/moments.ts";
import { normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { type PairFigures, pairedInput, pairedOptions, pairedPair, testPairs } from "./pairedTests.ts";

const result = resultSchema("kendallCorrelation", pairedOptions, {
  variables: z.array(z.string()),
  with: z.array(z.string()).nullable(),
  pairs: z.array(pairedPair),
});

export type KendallCorrelation = z.output<typeof result>;

/**
 * How strongly the orders of values go together: Kendall's tau-b, the share of pairs of rows that agree in their order
 * less those that disagree, corrected for ties. p is exact below fifty rows without ties and normal otherwise.
 * @param data `variables`; `with` (optional): pairs of the one with the other; null or NaN is missing
 * @param given pairwise (default) or listwise; level of the intervals; correction of p over the pairs
 * @returns r (tau-b) from -1 to 1; null with a note where a variable does not vary; p does not know of clusters
 * @throws input/too-few-columns when one variable has nothing to be correlated with
 * @see Kendall (1970); interval: Fieller, Hartley & Pearson (1957). Reference: cor.test(x, y, method = "kendall")
 * @example kendallCorrelation({ variables: { a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 9] } }).pairs[0].r // 0.6
 */
export function kendallCorrelation(
  data: Given<typeof pairedInput>,
  given: Given<typeof pairedOptions> = {},
): KendallCorrelation {
  return { kind: "kendallCorrelation", ...testPairs(kendall, data, given) };
}

/** Below this many rows without ties p is exact, as in R. */
const EXACT_BELOW = 50;
/** Variance of Fisher's z of tau is this over n - 4. */
const FIELLER = 0.437;

function kendall(x: Float64Array, y: Float64Array, confidenceLevel: number): PairFigures {
  const n = x.length;
  const { score, pairs, tiedX, tiedY } = kendallCounts(x, y);
  const tau = correlationFrom(score, pairs - tiedX, pairs - tiedY);
  const exact = n < EXACT_BELOW && tiedX + tiedY === 0;
  const method = exact ? "Kendall's tau-b, exact" : "Kendall's tau-b, z";
  const absent = { lower: null, upper: null, statistic: null, df: null, pValue: null };
  if (n < 3 || Number.isNaN(tau)) return { r: finiteOrNull(tau), n, ...absent, method };
  const figures = { r: tau, n, ...intervalOf(tau, n, confidenceLevel), df: null, method };
  if (exact) return { ...figures, statistic: (pairs + score) / 2, pValue: kendallExactPValue(score, n) };
  const statistic = score / Math.sqrt(kendallScoreVariance(x, y));
  return { ...figures, statistic, pValue: 2 * normalUpper(Math.abs(statistic)) };
}

function intervalOf(tau: number, n: number, level: number) {
  if (n < 5) return { lower: null, upper: null };
  if (Math.abs(tau) === 1) return { lower: tau, upper: tau };
  const half = normalUpperQuantile((1 - level) / 2) * Math.sqrt(FIELLER / (n - 4));
  return { lower: Math.tanh(Math.atanh(tau) - half), upper: Math.tanh(Math.atanh(tau) + half) };
}

export const kendallCorrelationCard = defineStatistic({
  kind: "kendallCorrelation",
  label: { en: "Kendall's rank correlations", nl: "Kendalls rangcorrelaties" },
  summary: {
    en: "How strongly the orders of values go together.",
    nl: "Hoe sterk de volgordes van waarden samenhangen.",
  },
  input: pairedInput,
  options: pairedOptions,
  result,
  run: kendallCorrelation,
  tidy: ({ pairs }) => pairs.map(({ x, y, ...rest }) => ({ term: x, with: y, ...rest })),
  glance: ({ variables, with: others, sample }) => ({
    n: sample.used,
    k: variables.length + (others?.length ?? 0),
    missing: sample.missing,
  }),
  composes: [],
  charts: ["correlationHeatMap"],
  source: "Kendall (1970); Fieller, Hartley & Pearson (1957)",
  example: {
    data: { variables: { involvement: [2, 3, 4, 5, 3, 4, 2, 5, 4], grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9] } },
  },
});
