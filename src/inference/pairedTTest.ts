import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { clusterRobust } from "../numeric/clusterRobust.ts";
import { fromColumns } from "../numeric/matrices.ts";
import { noncentralTParameter } from "../numeric/noncentralT.ts";
import { pearson } from "../numeric/pearson.ts";
import { univariate } from "../numeric/univariate.ts";
import { categoryColumn, read } from "../table/input.ts";
import { testedEstimate } from "./meanDifference.ts";
import { type ColumnPair, columnPairs, pairedColumns } from "./pairedColumns.ts";

const input = pairedColumns.extend({
  cluster: categoryColumn({ en: "school, class or other cluster", nl: "school, klas of ander cluster" }).optional(),
});

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel, adjust: shared.adjust });

const tested = {
  standardError: available,
  statistic: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
  adjustedPValue: available,
};

const comparison = z.strictObject({
  x: z.string(),
  y: z.string(),
  n: z.int(),
  meanX: available,
  meanY: available,
  standardDeviationX: available,
  standardDeviationY: available,
  r: available,
  difference: available,
  standardDeviation: available,
  ...tested,
  robust: z.strictObject({ clusters: z.int(), ...tested }).nullable(),
  dz: available,
  dzLower: available,
  dzUpper: available,
  dav: available,
  drm: available,
});

const result = resultSchema("pairedTTest", options, { comparisons: z.array(comparison) });

type Settings = Resolved<typeof options>;
type Comparison = z.output<typeof comparison>;
export type PairedTTest = z.output<typeof result>;

/**
 * Whether two measurements of the same respondents differ in their means (before and after, or two scales); where
 * clusters are given a test that allows for them (CR2) stands beside it.
 * @param data `first` and `second`: named columns, the n-th of the one with the n-th of the other; `cluster` (optional).
 * null or NaN is missing, per pair
 * @param given level of the intervals; correction of p over the pairs
 * @returns per pair the difference, first less second; dz in standard deviations of the difference (limits from the
 * noncentral t distribution), dav by the root of the mean variance, drm = dz root(2 (1 - r)): the last two compare with d of
 * independent groups. null with a note where fewer than two rows have both, or the difference is the same everywhere
 * @throws input/unequal-length when the numbers of columns differ
 * @see Student (1908); Cumming (2012) for dav; Morris & DeShon (2002) for drm. Reference: t.test(x, y, paired = TRUE),
 * effectsize::repeated_measures_d, clubSandwich::coef_test(lm(x - y ~ 1), "CR2")
 * @example pairedTTest({ first: { after: [5, 7, 6, 9] }, second: { before: [4, 5, 6, 6] } }).comparisons[0].statistic // 2.3237900077244
 */
export function pairedTTest(data: Given<typeof input>, given: Given<typeof options> = {}): PairedTTest {
  const { first, second, cluster } = read(input, data);
  const settings = resolve(options, given);
  const { pairs, sample } = columnPairs(first, second, (i) => cluster === undefined || cluster.codes[i] !== -1);
  const found = pairs.map((pair) => comparisonOf(pair, cluster?.codes ?? null, settings));
  const own = adjustPValues(found.map(({ pValue }) => pValue), settings.adjust); // biome-ignore format: one family a line
  const robust = adjustPValues(found.map((one) => one.robust?.pValue ?? null), settings.adjust); // biome-ignore format: one family a line
  const unclustered = cluster === undefined ? 0 : cluster.codes.filter((code) => code === -1).length;
  return {
    kind: "pairedTTest",
    options: settings,
    sample,
    notes: [
      ...notesWhen([unclustered > 0, "cluster/missing", { dropped: unclustered, total: first.rows }]),
      ...found.flatMap((one) => doubtsOf(one, settings)),
    ],
    comparisons: found.map((one, i) => ({
      ...one,
      adjustedPValue: own[i]!,
      robust: one.robust === null ? null : { ...one.robust, adjustedPValue: robust[i]! },
    })),
  };
}

function comparisonOf({ x, y, rows, columns }: ColumnPair, codes: Int32Array | null, settings: Settings): Comparison {
  const [a, b] = columns.map((column) => Float64Array.from(rows, (i) => column[i]!)) as [Float64Array, Float64Array];
  const apart = a.map((value, i) => value - b[i]!);
  const n = rows.length;
  const spreadOf = ({ sumSquares }: { sumSquares: number }) => (n > 1 ? Math.sqrt(sumSquares / (n - 1)) : null);
  const [one, other, both] = [univariate(a), univariate(b), univariate(apart)];
  const [sdX, sdY, sd] = [spreadOf(one), spreadOf(other), spreadOf(both)];
  const difference = n > 0 ? both.mean : null;
  const r = n > 1 ? finiteOrNull(pearson(a, b)) : null;
  const test = testedEstimate(both.mean, (sd ?? Number.NaN) / Math.sqrt(n), n - 1, settings.confidenceLevel);
  return {
    ...{ x, y, n, meanX: n > 0 ? one.mean : null, meanY: n > 0 ? other.mean : null },
    ...{ standardDeviationX: sdX, standardDeviationY: sdY, r, difference, standardDeviation: sd },
    ...{ ...test, adjustedPValue: null },
    robust: codes === null ? null : { ...robustTest(apart, Int32Array.from(rows, (i) => codes[i]!), settings), adjustedPValue: null }, // biome-ignore format: one line
    ...effectsOf({ difference, sdX, sdY, sd, r, n }, settings.confidenceLevel),
  };
}

function robustTest(apart: Float64Array, clusters: Int32Array, { confidenceLevel }: Settings) {
  const count = new Set(clusters).size;
  if (apart.length < 2) return { clusters: count, ...testedEstimate(0, Number.NaN, 0, confidenceLevel) };
  const x = fromColumns([new Float64Array(apart.length).fill(1)]);
  const { coefficients, standardErrors, degreesOfFreedom } = clusterRobust({ x, y: apart, clusters });
  return { clusters: count, ...testedEstimate(coefficients[0]!, standardErrors[0]!, degreesOfFreedom[0]!, confidenceLevel) }; // biome-ignore format: one line
}

interface Moments {
  readonly difference: number | null;
  readonly sdX: number | null;
  readonly sdY: number | null;
  readonly sd: number | null;
  readonly r: number | null;
  readonly n: number;
}

function effectsOf({ difference, sdX, sdY, sd, r, n }: Moments, level: number) {
  if (difference === null || sd === null || !(sd > 0)) return { dz: null, dzLower: null, dzUpper: null, dav: null, drm: null }; // biome-ignore format: one line
  const dz = difference / sd;
  const limit = (p: number) => finiteOrNull(noncentralTParameter(dz * Math.sqrt(n), n - 1, p) / Math.sqrt(n));
  return {
    dz,
    dzLower: limit((1 + level) / 2),
    dzUpper: limit((1 - level) / 2),
    dav: difference / Math.sqrt((sdX! ** 2 + sdY! ** 2) / 2),
    drm: r === null ? null : dz * Math.sqrt(2 * (1 - r)),
  };
}

/** Below so many degrees of freedom the p-value of a cluster-robust test cannot be trusted. */
const FEW = 4;

function doubtsOf({ x, y, n, pValue, robust }: Comparison, { confidenceLevel }: Settings): Note[] {
  const variable = `${x} - ${y}`;
  if (n < 2) return [note("paired/too-few", { variable, n })];
  if (pValue === null) return [note("paired/no-spread", { variable })];
  if (robust === null) return [];
  if (robust.pValue === null) return [note("group/no-robust-test", { variable, clusters: robust.clusters })];
  const limit = 1 - confidenceLevel;
  return notesWhen(
    [robust.df! < FEW, "group/robust-few-df", { variable, df: robust.df! }],
    [pValue < limit !== robust.pValue < limit, "group/clusters-decide", { variable }],
  );
}

export const pairedTTestCard = defineStatistic({
  kind: "pairedTTest",
  label: { en: "Two measurements compared", nl: "Twee metingen vergeleken" },
  summary: {
    en: "Whether two measurements of the same people differ in their means.",
    nl: "Of twee metingen van dezelfde mensen in gemiddelde verschillen.",
  },
  input,
  options,
  result,
  run: pairedTTest,
  tidy: ({ comparisons }) =>
    comparisons.flatMap(({ x: term, y, n, difference: estimate, robust, dz: d, ...one }) => {
      const { standardError, statistic, df, pValue, adjustedPValue, lower, upper } = one;
      const head = { term, with: y, n, estimate };
      const own = { standardError, statistic, df, pValue, adjustedPValue, lower, upper };
      const rows = [{ ...head, ...own, d, method: "t" }];
      if (robust === null) return rows;
      const { clusters: _, ...test } = robust;
      return [...rows, { ...head, ...test, d, method: "CR2" }];
    }),
  glance: ({ sample, comparisons }) => ({ n: sample.used, k: comparisons.length, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Student (1908); Cumming (2012); Morris & DeShon (2002); Pustejovsky & Tipton (2018)",
  example: {
    data: {
      first: { after: [3.4, 4.2, 3.1, 3.9, 4.6, 2.9, null, 3.3] },
      second: { before: [3.2, 4.1, 2.8, 3.9, 4.4, 2.5, 3.1, 2.9] },
      cluster: [1, 1, 2, 2, 3, 3, 4, 4],
    },
  },
});
