import { compensatedSum } from "../numeric/sums.ts";

type Table = readonly (readonly number[])[];

export interface WeightedKappa {
  readonly kappa: number;
  /** Of kappa, and of a kappa whose true value is 0. */
  readonly variance: number;
  readonly nullVariance: number;
  /** Weighted shares: 1 minus the mean disagreement, observed and under independence. */
  readonly observed: number;
  readonly expected: number;
  /** The largest kappa that these margins allow. */
  readonly maximum: number;
}

/**
 * Kappa of a square table of counts, from disagreement weights, with the large-sample variances.
 * @param counts first rater by second rater
 * @param disagreement 0 on the diagonal to 1, a convex function of the distance (or all alike)
 * @returns NaN where everybody used one category
 * @see Fleiss, Cohen & Everitt (1969), eqs. 9 and 13. Reference: vcd::Kappa, psych::cohen.kappa
 * @example weightedKappa([[20, 5], [10, 15]], [[0, 1], [1, 0]]).kappa // 0.4
 */
export function weightedKappa(counts: Table, disagreement: Table): WeightedKappa {
  const first = counts.map(compensatedSum);
  const second = counts.map((_, j) => compensatedSum(counts.map((row) => row[j]!)));
  const n = compensatedSum(first);
  const chance = first.map((a) => second.map((b) => (a / n) * b));
  const observed = mean(disagreement, counts, n);
  const expected = mean(disagreement, chance, n);
  const ratio = observed / expected;
  const towards = disagreement.map((row) => weighed(row, second, n));
  const towardsSecond = disagreement.map((row) => weighed(row, first, n));
  const influence = (factor: number) =>
    disagreement.map((row, i) => row.map((d, j) => (towards[i]! + towardsSecond[j]!) * factor - d));
  return {
    kappa: 1 - ratio,
    variance: varianceOf(influence(ratio), counts, n) / (n * expected ** 2),
    nullVariance: varianceOf(influence(1), chance, n) / (n * expected ** 2),
    observed: 1 - observed,
    expected: 1 - expected,
    maximum: 1 - leastDisagreement(first, second, disagreement) / n / expected,
  };
}

function weighed(row: readonly number[], margin: readonly number[], n: number): number {
  return compensatedSum(row.map((d, j) => d * margin[j]!)) / n;
}

/** Mean of a quantity of the cells, weighted by the cells' counts. */
function mean(of: Table, counts: Table, n: number): number {
  return compensatedSum(of.flatMap((row, i) => row.map((value, j) => value * counts[i]![j]!))) / n;
}

/** Variance of a quantity of the cells. */
function varianceOf(of: Table, counts: Table, n: number): number {
  const middle = mean(of, counts, n);
  const squares = of.map((row) => row.map((value) => (value - middle) ** 2));
  return mean(squares, counts, n);
}

/**
 * The least total disagreement two margins allow: agreement first where all disagreements are alike, else both in
 * order, which is best for a convex distance (Hoeffding's coupling).
 */
function leastDisagreement(first: readonly number[], second: readonly number[], disagreement: Table): number {
  const isFlat = disagreement.every((row, i) => row.every((d, j) => d === (i === j ? 0 : 1)));
  if (isFlat) return compensatedSum(first.map((a, i) => a - Math.min(a, second[i]!)));
  const left = [...second];
  let j = 0;
  let total = 0;
  for (const [i, count] of first.entries()) {
    let rest = count;
    while (rest > 0 && j < left.length) {
      const moved = Math.min(rest, left[j]!);
      total += moved * disagreement[i]![j]!;
      rest -= moved;
      left[j]! -= moved;
      if (left[j] === 0) j += 1;
    }
  }
  return total;
}
