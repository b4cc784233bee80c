import { refuse } from "../foundation/errors.ts";
import { clusterCovariances } from "../numeric/clusterCovariances.ts";
import { correlationFrom, type Moments, mergeMoments, momentsOf } from "../numeric/moments.ts";
import { type ClusteredPair, totalCorrelation } from "./correlationLevels.ts";

/** The variance of a Fisher z, and what it rests on; null where that plays no part. */
export interface VarianceOfZ {
  readonly samplingVariance: number;
  /** Degrees of freedom of the variance itself: how little may be known of it with few clusters. */
  readonly df: number | null;
  readonly clusterSize: number | null;
  readonly iccX: number | null;
  readonly iccY: number | null;
}

const NOTHING = { df: null, clusterSize: null, iccX: null, iccY: null } as const;

/** Independent rows: 1 / (n - 3). */
export function simpleVariance(n: number): VarianceOfZ {
  return { ...NOTHING, samplingVariance: 1 / (n - 3) };
}

/**
 * Delta method: the CR2 variance of the mean of r's influence values u v - r (u^2 + v^2) / 2, over (1 - r^2)^2, with u
 * and v standardized by denominator n; Satterthwaite's degrees of freedom.
 */
export function robustVariance(pair: ClusteredPair): VarianceOfZ {
  const { standardErrorZ, intervalDf } = totalCorrelation(pair, 0.95);
  return { ...NOTHING, samplingVariance: (standardErrorZ ?? Number.NaN) ** 2, df: intervalDf };
}

/** Leaves out each of J clusters once: (J - 1) / J times the sum of squares of z around the mean of those J. */
export function jackknifeVariance(pair: ClusteredPair): VarianceOfZ {
  const parts = clusterMoments(pair);
  const without = leftOut(parts).map(({ sumProducts: [first, second] }) =>
    Math.atanh(correlationFrom(first![1]!, first![0]!, second![1]!)),
  );
  const count = without.length;
  const mean = without.reduce((sum, z) => sum + z, 0) / count;
  const squares = without.reduce((sum, z) => sum + (z - mean) ** 2, 0);
  return { ...NOTHING, samplingVariance: ((count - 1) / count) * squares, df: count - 1 };
}

function clusterMoments({ x, y, clusters }: ClusteredPair): Moments[] {
  const rows = new Map<number, number[]>();
  clusters.forEach((code, i) => {
    const own = rows.get(code) ?? [];
    rows.set(code, own);
    own.push(i);
  });
  const of = (column: Float64Array, own: readonly number[]) => Float64Array.from(own, (i) => column[i]!);
  return [...rows.values()].map((own) => momentsOf([of(x, own), of(y, own)]));
}

/** The moments of all parts but one, for each: those before it with those after it. */
function leftOut(parts: readonly Moments[]): Moments[] {
  const nothing = momentsOf([[], []]);
  const after = new Array<Moments>(parts.length + 1).fill(nothing);
  for (let j = parts.length - 1; j >= 0; j--) after[j] = mergeMoments(parts[j]!, after[j + 1]!);
  let before = nothing;
  return parts.map((part, j) => {
    const rest = mergeMoments(before, after[j + 1]!);
    before = mergeMoments(before, part);
    return rest;
  });
}

/** What is known of the clusters beforehand; null is estimated from the rows. */
export interface GivenClustering {
  readonly iccX: number | null;
  readonly iccY: number | null;
  readonly clusterSize: number | null;
}

/**
 * (1 + (m - 1) ICC_x ICC_y) / (n - 3). What is not given comes from the rows: ICC(1) of the analysis of variance (below
 * 0 it counts as 0), and m as the size of the cluster of an average row, sum of n_j^2 / n.
 * @param pair undefined when there are no clusters to estimate anything from
 * @throws option/needed when something is neither given nor to be estimated; data/single-rows
 */
export function designEffectVariance(n: number, pair: ClusteredPair | undefined, given: GivenClustering): VarianceOfZ {
  const found = pair ? estimated(pair) : { iccX: null, iccY: null, clusterSize: null };
  const iccX = given.iccX ?? found.iccX;
  const iccY = given.iccY ?? found.iccY;
  const clusterSize = given.clusterSize ?? found.clusterSize;
  if (iccX === null || iccY === null) refuse("option/needed", { option: "icc", with: "variance design-effect" });
  if (clusterSize === null) refuse("option/needed", { option: "clusterSize", with: "variance design-effect" });
  if (Number.isNaN(iccX) || Number.isNaN(iccY)) refuse("data/single-rows");
  const effect = 1 + (clusterSize - 1) * Math.max(0, iccX) * Math.max(0, iccY);
  return { samplingVariance: effect / (n - 3), df: null, clusterSize, iccX, iccY };
}

function estimated({ x, y, clusters }: ClusteredPair): { iccX: number; iccY: number; clusterSize: number } {
  const { within, between } = clusterCovariances([x, y], clusters);
  const share = (j: number) => between[j]![j]! / (between[j]![j]! + within[j]![j]!);
  const sizes = new Map<number, number>();
  for (const code of clusters) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const squares = [...sizes.values()].reduce((sum, size) => sum + size * size, 0);
  return { iccX: share(0), iccY: share(1), clusterSize: squares / clusters.length };
}
