import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { median } from "../numeric/quantile.ts";
import { signedRank, signedRankDistribution } from "../numeric/signedRank.ts";
import { read } from "../table/input.ts";
import { type ColumnPair, columnPairs, pairedColumns } from "./pairedColumns.ts";

const options = z.strictObject({
  continuity: described(z.boolean().default(true), {
    en: "correct the normal approximation for continuity",
    nl: "corrigeer de normale benadering voor continuïteit",
  }),
  exact: described(z.enum(["auto", "never"]).default("auto"), {
    en: "exact p below 50 differences without ties or zeros, or never",
    nl: "exacte p onder 50 verschillen zonder gelijke of nullen, of nooit",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

const comparison = z.strictObject({
  x: z.string(),
  y: z.string(),
  n: z.int(),
  zeros: z.int(),
  V: available,
  z: available,
  pValue: available,
  adjustedPValue: available,
  isExact: z.boolean(),
  rankBiserial: available,
  rankBiserialLower: available,
  rankBiserialUpper: available,
  shift: available,
  shiftLower: available,
  shiftUpper: available,
});

const result = resultSchema("wilcoxonSignedRank", options, { comparisons: z.array(comparison) });

type Settings = Resolved<typeof options>;
type Comparison = z.output<typeof comparison>;
export type WilcoxonSignedRank = z.output<typeof result>;

/** Below this many differences p and the limits of the shift are exact, as in R. */
const EXACT_BELOW = 50;

/**
 * Whether the one of two measurements of the same respondents tends to be higher, by the ranks of the differences.
 * @param data `first` and `second`: named columns, the n-th of the one with the n-th of the other; null or NaN is missing,
 * per pair
 * @param given continuity; exact p where possible; level of the intervals; correction of p over the pairs
 * @returns per pair V, the ranks of the positive differences (first less second; zeros counted and left out); z and p;
 * rankBiserial from -1 to 1 with limits by Fisher's z; shift: the median of the means of all two differences
 * (Hodges-Lehmann). null with a note where no difference is left
 * @throws input/unequal-length when the numbers of columns differ
 * @see Wilcoxon (1945); Hodges & Lehmann (1963); Kerby (2014). It does not know of clusters. Reference:
 * wilcox.test(x, y, paired = TRUE, conf.int = TRUE), effectsize::rank_biserial(x, y, paired = TRUE)
 * @example wilcoxonSignedRank({ first: { after: [5, 7, 6.5, 9] }, second: { before: [4, 5, 7, 6] } }).comparisons[0].V // 9
 */
export function wilcoxonSignedRank(
  data: Given<typeof pairedColumns>,
  given: Given<typeof options> = {},
): WilcoxonSignedRank {
  const { first, second } = read(pairedColumns, data);
  const settings = resolve(options, given);
  const { pairs, sample } = columnPairs(first, second);
  const found = pairs.map((pair) => comparisonOf(pair, settings));
  const adjusted = adjustPValues(found.map(({ pValue }) => pValue), settings.adjust); // biome-ignore format: one family a line
  return {
    kind: "wilcoxonSignedRank",
    options: settings,
    sample,
    notes: found.flatMap(({ x, y, zeros, pValue }) =>
      notesWhen(
        [pValue === null, "paired/no-difference", { variable: `${x} - ${y}` }],
        [pValue !== null && zeros > 0, "paired/zeros", { variable: `${x} - ${y}`, count: zeros }],
      ),
    ),
    comparisons: found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! })),
  };
}

function comparisonOf({ x, y, rows, columns: [a, b] }: ColumnPair, settings: Settings): Comparison {
  const all = Float64Array.from(rows, (i) => a[i]! - b[i]!);
  const apart = all.filter((value) => value !== 0);
  const { V, n, ties, variance } = signedRank(apart);
  const head = { x, y, n: rows.length, zeros: rows.length - n };
  if (n === 0) {
    const none = { rankBiserial: null, rankBiserialLower: null, rankBiserialUpper: null, shift: null };
    return { ...head, V: null, z: null, pValue: null, adjustedPValue: null, isExact: false, ...none, shiftLower: null, shiftUpper: null }; // biome-ignore format: one line
  }
  const isExact = settings.exact === "auto" && n < EXACT_BELOW && ties === 0 && head.zeros === 0;
  const shares = isExact ? signedRankDistribution(n) : null;
  const off = V - (n * (n + 1)) / 4;
  const moved = settings.continuity ? Math.sign(off) * Math.max(0, Math.abs(off) - 0.5) : off;
  const score = moved / Math.sqrt(variance);
  return {
    ...head,
    V,
    z: isExact ? null : score,
    pValue: shares === null ? Math.min(1, 2 * normalUpper(Math.abs(score))) : exactPValue(shares, V),
    adjustedPValue: null,
    isExact,
    ...rankBiserialOf(V, n, settings.confidenceLevel),
    ...shiftOf(apart, { shares, variance, level: settings.confidenceLevel }),
  };
}

function exactPValue(shares: Float64Array, V: number): number {
  return Math.min(1, 2 * shares[Math.min(V, shares.length - 1 - V)]!);
}

function rankBiserialOf(V: number, n: number, level: number) {
  const most = (n * (n + 1)) / 2;
  const rankBiserial = (2 * V) / most - 1;
  const reach = (normalUpperQuantile((1 - level) / 2) * Math.sqrt((n * (n + 1) * (2 * n + 1)) / 6)) / most;
  const limit = (side: number) => finiteOrNull(Math.tanh(Math.atanh(rankBiserial) + side * reach));
  return { rankBiserial, rankBiserialLower: limit(-1), rankBiserialUpper: limit(1) };
}

interface Order {
  readonly shares: Float64Array | null;
  readonly variance: number;
  readonly level: number;
}

/** The median of the means of two differences (each with itself too), and the means as far from the ends as V may fall. */
function shiftOf(apart: Float64Array, { shares, variance, level }: Order) {
  const n = apart.length;
  const means = new Float64Array((n * (n + 1)) / 2);
  let next = 0;
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) means[next++] = (apart[i]! + apart[j]!) / 2;
  means.sort();
  const tail = (1 - level) / 2;
  const cut =
    shares === null
      ? Math.round(means.length / 2 - normalUpperQuantile(tail) * Math.sqrt(variance))
      : shares.findIndex((share) => share >= tail);
  const place = Math.max(1, cut);
  return { shift: median(means), shiftLower: means[place - 1]!, shiftUpper: means[means.length - place]! };
}

export const wilcoxonSignedRankCard = defineStatistic({
  kind: "wilcoxonSignedRank",
  label: { en: "Two measurements by ranks", nl: "Twee metingen op rangorde" },
  summary: {
    en: "Whether one of two measurements of the same people tends to be higher, for ordered answers.",
    nl: "Of een van twee metingen van dezelfde mensen vaker hoger is, voor geordende antwoorden.",
  },
  input: pairedColumns,
  options,
  result,
  run: wilcoxonSignedRank,
  tidy: ({ comparisons }) =>
    comparisons.map(({ x: term, y, n, shift, shiftLower: lower, shiftUpper: upper, ...one }) => ({
      ...{ term, with: y, n, estimate: shift, lower, upper, statistic: one.z ?? one.V, r: one.rankBiserial },
      ...{ pValue: one.pValue, adjustedPValue: one.adjustedPValue, method: one.isExact ? "V, exact" : "z" },
    })),
  glance: ({ sample, comparisons }) => ({ n: sample.used, k: comparisons.length, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Wilcoxon (1945); Hodges & Lehmann (1963); Kerby (2014)",
  example: {
    data: {
      first: { after: [3.4, 4.2, 3.1, 3.9, 4.6, 2.9, null, 3.3] },
      second: { before: [3.2, 4.1, 2.8, 3.9, 4.4, 2.5, 3.1, 2.9] },
    },
  },
});
