import { finiteOrNull } from "../foundation/result.ts";
import { clusterBlocks, clusterCovariance, satterthwaiteDf } from "../numeric/clusterSandwich.ts";
import { correlationFrom, type PairMoments, pairMoments } from "../numeric/moments.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";

export type Level = "total" | "within" | "between";

/** The rows in which both values are present, and the cluster of each (codes from 0). */
export interface ClusteredPair {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly clusters: Int32Array;
}

/** A correlation at one level with its test and interval; null is not available. */
export interface LevelCorrelation {
  readonly level: Level;
  readonly r: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number;
  readonly clusters: number | null;
  /** Degrees of freedom of the test, and of the interval where that rests on t rather than the normal distribution. */
  readonly df: number | null;
  readonly intervalDf: number | null;
  readonly statistic: number | null;
  readonly pValue: number | null;
  /** Standard error of Fisher's z, and the n of independent rows that would give it: 3 + 1 / SE^2. */
  readonly standardErrorZ: number | null;
  readonly effectiveN: number | null;
}

type Counts = Pick<LevelCorrelation, "n" | "clusters">;

/** A correlation this close to 1 is 1: rounding alone keeps perfectly correlated columns that far from it. */
const PERFECT = 1 - 16 * Number.EPSILON;

/** Independent rows: t test with n - 2 degrees of freedom, Fisher's interval with variance 1 / (n - 3). */
export function independentCorrelation(moments: PairMoments, confidenceLevel: number): LevelCorrelation {
  const { n, sumProducts, sumSquaresX, sumSquaresY } = moments;
  const r = correlationFrom(sumProducts, sumSquaresX, sumSquaresY);
  return plainRow("total", r, n - 2, { n, clusters: null }, confidenceLevel);
}

/**
 * Correlation of the deviations from the cluster means: df = n - clusters - 1.
 * @see Snijders & Bosker (2012), section 3.6
 */
export function withinCorrelation(pair: ClusteredPair, confidenceLevel: number): LevelCorrelation {
  const groups = groupsOf(pair);
  const sums = groups.map(({ x, y }) => pairMoments(x, y));
  const total = (of: (one: (typeof sums)[number]) => number) => sums.reduce((sum, one) => sum + of(one), 0);
  const r = correlationFrom(
    total((one) => one.sumProducts),
    total((one) => one.sumSquaresX),
    total((one) => one.sumSquaresY),
  );
  const counts = { n: pair.x.length, clusters: groups.length };
  return plainRow("within", r, counts.n - counts.clusters - 1, counts, confidenceLevel);
}

/** Correlation of the observed cluster means, every cluster counting once: df = clusters - 2. */
export function betweenCorrelation(pair: ClusteredPair, confidenceLevel: number): LevelCorrelation {
  const groups = groupsOf(pair);
  const counts = { n: pair.x.length, clusters: groups.length };
  if (groups.length < 3) return unavailable("between", counts);
  const meansX = groups.map(({ x }) => univariate(x).mean);
  const meansY = groups.map(({ y }) => univariate(y).mean);
  if (isConstant(meansX) || isConstant(meansY)) return unavailable("between", counts);
  const { sumProducts, sumSquaresX, sumSquaresY } = pairMoments(meansX, meansY);
  const r = correlationFrom(sumProducts, sumSquaresX, sumSquaresY);
  return plainRow("between", r, counts.clusters - 2, counts, confidenceLevel);
}

/**
 * Correlation over all rows of a clustered sample. Test: the slope of standardized y on standardized x with its CR2
 * standard error. Interval: Fisher's z with the CR2 variance of the mean of r's influence values.
 * @see Bell & McCaffrey (2002); Pustejovsky & Tipton (2018); influence of r: Devlin, Gnanadesikan & Kettenring (1975)
 */
export function totalCorrelation(pair: ClusteredPair, confidenceLevel: number): LevelCorrelation {
  const { n, sumProducts, sumSquaresX, sumSquaresY } = pairMoments(pair.x, pair.y);
  const counts = { n, clusters: new Set(pair.clusters).size };
  const r = snapped(correlationFrom(sumProducts, sumSquaresX, sumSquaresY));
  if (Number.isNaN(r) || counts.clusters < 2) return { ...unavailable("total", counts), r: finiteOrNull(r) };
  if (Math.abs(r) === 1) return { ...unavailable("total", counts), r, lower: r, upper: r, pValue: 0 };
  const zx = standardized(pair.x);
  const zy = standardized(pair.y);
  return {
    ...unavailable("total", counts),
    r,
    ...slopeTest(zx, zy, r, pair.clusters),
    ...influenceInterval(zx, zy, r, pair.clusters, confidenceLevel),
  };
}

function slopeTest(zx: Float64Array, zy: Float64Array, r: number, clusters: Int32Array) {
  const root = Math.sqrt(zx.length);
  const basis = [new Float64Array(zx.length).fill(1 / root), zx.map((value) => value / root)];
  const residuals = zy.map((value, i) => value - r * zx[i]!);
  const blocks = clusterBlocks({ basis, residuals, clusters }, "CR2");
  const slope = Float64Array.of(0, 1);
  const statistic = (root * r) / Math.sqrt(clusterCovariance(blocks, slope, slope));
  const df = satterthwaiteDf(blocks, slope);
  return testOf(statistic, df);
}

function influenceInterval(zx: Float64Array, zy: Float64Array, r: number, clusters: Int32Array, level: number) {
  const n = zx.length;
  const residuals = zx.map((a, i) => a * zy[i]! - (r * (a * a + zy[i]! ** 2)) / 2);
  const basis = [new Float64Array(n).fill(1 / Math.sqrt(n))];
  const blocks = clusterBlocks({ basis, residuals, clusters }, "CR2");
  const mean = Float64Array.of(1 / Math.sqrt(n));
  const standardErrorZ = Math.sqrt(clusterCovariance(blocks, mean, mean)) / (1 - r * r);
  const intervalDf = satterthwaiteDf(blocks, mean);
  const quantile = studentTUpperQuantile((1 - level) / 2, intervalDf);
  return { intervalDf: finiteOrNull(intervalDf), ...intervalOf(r, standardErrorZ, quantile) };
}

/** Test and interval of a correlation that behaves as one of df + 2 independent rows. */
function plainRow(level: Level, found: number, df: number, counts: Counts, confidenceLevel: number): LevelCorrelation {
  const r = snapped(found);
  const row = { ...unavailable(level, counts), r: finiteOrNull(r) };
  if (Number.isNaN(r) || df < 1) return row;
  const test = testOf(r * Math.sqrt(df / ((1 - r) * (1 + r))), df);
  if (df < 2) return { ...row, ...test };
  const quantile = normalUpperQuantile((1 - confidenceLevel) / 2);
  return { ...row, ...test, ...intervalOf(r, 1 / Math.sqrt(df - 1), quantile), effectiveN: df + 2 };
}

/** An infinite statistic has p = 0, but no number of its own. */
function testOf(statistic: number, df: number) {
  const pValue = 2 * studentTUpper(Math.abs(statistic), df);
  return { statistic: finiteOrNull(statistic), df: finiteOrNull(df), pValue: finiteOrNull(pValue) };
}

function intervalOf(r: number, standardErrorZ: number, quantile: number) {
  const half = quantile * standardErrorZ;
  const limit = (step: number) => (Math.abs(r) === 1 ? r : finiteOrNull(Math.tanh(Math.atanh(r) + step)));
  return {
    lower: limit(-half),
    upper: limit(half),
    standardErrorZ: finiteOrNull(standardErrorZ),
    effectiveN: finiteOrNull(3 + 1 / standardErrorZ ** 2),
  };
}

function unavailable(level: Level, counts: Counts): LevelCorrelation {
  const absent = { r: null, lower: null, upper: null, df: null, intervalDf: null, statistic: null, pValue: null };
  return { level, ...counts, ...absent, standardErrorZ: null, effectiveN: null };
}

function snapped(r: number): number {
  return Math.abs(r) >= PERFECT ? Math.sign(r) : r;
}

/** Deviations from the mean over the standard deviation with denominator n. */
function standardized(values: Float64Array): Float64Array {
  const { n, mean, meanRemainder, sumSquares } = univariate(values);
  const spread = Math.sqrt(sumSquares / n);
  return values.map((value) => (value - mean - meanRemainder) / spread);
}

/** Means of equal columns differ by their rounding only. */
function isConstant(means: readonly number[]): boolean {
  const low = Math.min(...means);
  const high = Math.max(...means);
  return high - low <= 2 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high));
}

function groupsOf({ x, y, clusters }: ClusteredPair): { x: number[]; y: number[] }[] {
  const groups = new Map<number, { x: number[]; y: number[] }>();
  for (let i = 0; i < x.length; i++) {
    const group = groups.get(clusters[i]!) ?? { x: [], y: [] };
    groups.set(clusters[i]!, group);
    group.x.push(x[i]!);
    group.y.push(y[i]!);
  }
  return [...groups.values()];
}
