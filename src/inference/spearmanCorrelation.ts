import { z } from "zod";
import type { Given } from "../foundation/options.ts";
import { finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { correlationFrom, pairMoments } from "../numeric/moments.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { averageRanks, tieSizes } from "../numeric/ranks.ts";
import { MOST_EXACT_ROWS, spearmanExactPValue } from "../numeric/spearmanExact.ts";
import { studentTUpper } from "../numeric/studentT.ts";
import { type PairFigures, pairedInput, pairedOptions, pairedPair, testPairs } from "./pairedTests.ts";

const result = resultSchema("spearmanCorrelation", pairedOptions, {
  variables: z.array(z.string()),
  with: z.array(z.string()).nullable(),
  pairs: z.array(pairedPair),
});

export type SpearmanCorrelation = z.output<typeof result>;

/**
 * How strongly the orders of values go together: Spearman's rho, Pearson's r of the ranks. p is exact for up to nine
 * rows without ties and from t otherwise; the interval is Fisher's with Bonett and Wright's variance.
 * @param data `variables`; `with` (optional): pairs of the one with the other; null or NaN is missing
 * @param given pairwise (default) or listwise; level of the intervals; correction of p over the pairs
 * @returns r from -1 to 1; null with a note where a variable does not vary; p does not know of clusters
 * @throws input/too-few-columns when one variable has nothing to be correlated with
 * @see Spearman (1904); Bonett & Wright (2000). Reference: cor.test(x, y, method = "spearman", exact = n < 10)
 * @example spearmanCorrelation({ variables: { a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 9] } }).pairs[0].r // 0.8
 */
export function spearmanCorrelation(
  data: Given<typeof pairedInput>,
  given: Given<typeof pairedOptions> = {},
): SpearmanCorrelation {
  return { kind: "spearmanCorrelation", ...testPairs(spearman, data, given) };
}

function spearman(x: Float64Array, y: Float64Array, confidenceLevel: number): PairFigures {
  const n = x.length;
  const ranks = { x: averageRanks(x), y: averageRanks(y) };
  const { sumProducts, sumSquaresX, sumSquaresY } = pairMoments(ranks.x, ranks.y);
  const rho = correlationFrom(sumProducts, sumSquaresX, sumSquaresY);
  const tied = tieSizes(x).length < n || tieSizes(y).length < n;
  const exact = n <= MOST_EXACT_ROWS && !tied;
  const method = exact ? "Spearman, exact" : "Spearman, t";
  const absent = { lower: null, upper: null, statistic: null, df: null, pValue: null };
  if (n < 3 || Number.isNaN(rho)) return { r: finiteOrNull(rho), n, ...absent, method };
  const interval = { n, ...intervalOf(rho, n, confidenceLevel) };
  if (exact) {
    const sumSquares = ranks.x.reduce((sum, rank, i) => sum + (rank - ranks.y[i]!) ** 2, 0);
    const pValue = spearmanExactPValue(sumSquares, n);
    return { r: rho, ...interval, statistic: sumSquares, df: null, pValue, method };
  }
  const statistic = rho * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho)));
  const pValue = 2 * studentTUpper(Math.abs(statistic), n - 2);
  return { r: rho, ...interval, statistic: finiteOrNull(statistic), df: n - 2, pValue, method };
}

/** Fisher's z with variance (1 + r^2 / 2) / (n - 3). */
function intervalOf(rho: number, n: number, level: number) {
  if (n < 4) return { lower: null, upper: null };
  if (Math.abs(rho) === 1) return { lower: rho, upper: rho };
  const half = normalUpperQuantile((1 - level) / 2) * Math.sqrt((1 + rho ** 2 / 2) / (n - 3));
  return { lower: Math.tanh(Math.atanh(rho) - half), upper: Math.tanh(Math.atanh(rho) + half) };
}

export const spearmanCorrelationCard = defineStatistic({
  kind: "spearmanCorrelation",
  label: { en: "Spearman's rank correlations", nl: "Spearmans rangcorrelaties" },
  summary: {
    en: "How strongly the orders of values go together.",
    nl: "Hoe sterk de volgordes van waarden samenhangen.",
  },
  input: pairedInput,
  options: pairedOptions,
  result,
  run: spearmanCorrelation,
  tidy: ({ pairs }) => pairs.map(({ x, y, ...rest }) => ({ term: x, with: y, ...rest })),
  glance: ({ variables, with: others, sample }) => ({
    n: sample.used,
    k: variables.length + (others?.length ?? 0),
    missing: sample.missing,
  }),
  composes: [],
  charts: ["correlationHeatMap"],
  source: "Spearman (1904); Bonett & Wright (2000)",
  example: {
    data: { variables: { involvement: [2, 3, 4, 5, 3, 4, 2, 5, 4], grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9] } },
  },
});
