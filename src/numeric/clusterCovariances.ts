import { anovaSums } from "./anovaSums.ts";
import { momentsOf } from "./moments.ts";

/** Covariances of columns within clusters, and of the clusters themselves. */
export interface ClusterCovariances {
  /** Pooled over the clusters, denominator n - clusters. */
  readonly within: readonly (readonly number[])[];
  /** Of what clusters have in common: free of the sampling of their members, so it can have negative variances. */
  readonly between: readonly (readonly number[])[];
  readonly n: number;
  readonly clusters: number;
  /** The cluster size that makes the expected mean squares right. */
  readonly adjustedSize: number;
}

/**
 * Splits covariances over the levels of clustered data, by the analysis of variance.
 * @param columns equally long, without missing values; at least one
 * @param codes the cluster of each row, whole numbers from 0
 * @returns within S_W; between (MS_B - MS_W) / c with c = (n - sum of squared sizes / n) / (clusters - 1); NaN with
 * one cluster, or with clusters of one row only
 * @see Muthén (1994); Geldhof, Preacher & Zyphur (2014)
 * @example clusterCovariances([Float64Array.of(1, 3, 5, 9)], Int32Array.of(0, 0, 1, 1)).between // [[10]]
 */
export function clusterCovariances(columns: readonly Float64Array[], codes: Int32Array): ClusterCovariances {
  const members = new Map<number, number[]>();
  codes.forEach((code, row) => {
    const rows = members.get(code) ?? [];
    members.set(code, rows);
    rows.push(row);
  });
  const groups = [...members.values()].map((rows) => momentsOf(columns.map((column) => pick(column, rows))));
  const n = codes.length;
  const clusters = groups.length;
  const adjustedSize = (n - groups.reduce((sum, group) => sum + group.n ** 2, 0) / n) / (clusters - 1);
  const own = columns.map((column) => anovaSums([...members.values()].map((rows) => pick(column, rows))));
  const first = groups[0]!;
  const means = groups.map(({ means: all, meanRemainders }) =>
    all.map((mean, j) => mean - first.means[j]! + (meanRemainders[j]! - first.meanRemainders[j]!)),
  );
  const middle = columns.map((_, j) => groups.reduce((sum, group, g) => sum + (group.n / n) * means[g]![j]!, 0));
  const betweenSum = (i: number, j: number) =>
    groups.reduce((sum, group, g) => sum + group.n * (means[g]![i]! - middle[i]!) * (means[g]![j]! - middle[j]!), 0);
  const within = columns.map((_, i) =>
    columns.map((_, j) => {
      const sum = i === j ? own[i]!.within : groups.reduce((total, { sumProducts }) => total + sumProducts[i]![j]!, 0);
      return n > clusters ? sum / (n - clusters) : Number.NaN;
    }),
  );
  const between = columns.map((_, i) =>
    columns.map((_, j) => (betweenSum(i, j) / (clusters - 1) - within[i]![j]!) / adjustedSize),
  );
  return { within, between, n, clusters, adjustedSize };
}

function pick(column: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => column[row]!);
}
