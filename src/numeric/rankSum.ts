import { normalUpper } from "./normal.ts";
import { averageRanks, tieSizes } from "./ranks.ts";

/**
 * How many of the pairs of one value from each group the first group wins; a tie is half a win.
 * @returns U, from 0 to the number of pairs, with the sum of t^3 - t over groups of t tied values
 * @see Mann & Whitney (1947)
 */
export function rankSum(first: Float64Array, second: Float64Array): { U: number; ties: number } {
  const all = new Float64Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  const ranks = averageRanks(all);
  let sum = 0;
  for (let i = 0; i < first.length; i++) sum += ranks[i]!;
  return { U: sum - (first.length * (first.length + 1)) / 2, ties: tiesOf(all) };
}

/**
 * Sum of t^3 - t over the groups of t equal values.
 * @example tiesOf([1, 2, 2, 3, 3, 3]) // 30
 */
export function tiesOf(values: ArrayLike<number>): number {
  return tieSizes(values).reduce((sum, t) => sum + (t ** 3 - t), 0);
}

/**
 * Variance of U when the groups do not differ, ties allowed for.
 * @see Lehmann (1975), ch. 1
 * @example rankSumVariance(3, 4, 0) // 8
 */
export function rankSumVariance(n1: number, n2: number, ties: number): number {
  const n = n1 + n2;
  return ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
}

/**
 * Shares of the arrangements without ties in which U is at most 0, 1, 2, ... up to n1 n2.
 * @see Mann & Whitney (1947), their recursion; R: pwilcox
 * @example Array.from(rankSumDistribution(2, 2), (share) => Math.round(6 * share)) // [1, 2, 4, 5, 6]
 */
export function rankSumDistribution(n1: number, n2: number): Float64Array {
  const most = n1 * n2;
  let shares = new Float64Array(most + 1);
  shares[0] = 1;
  // the generating function of U is the product over i of (1 - q^(n2 + i)) / (1 - q^i)
  for (let i = 1; i <= n1; i++) {
    for (let u = most; u >= n2 + i; u--) shares[u]! -= shares[u - n2 - i]!;
    for (let u = i; u <= most; u++) shares[u]! += shares[u - i]!;
    const size = i / (n2 + i);
    shares = shares.map((share) => share * size);
  }
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return Math.min(1, sum);
  });
}

/**
 * Two-sided p of U, by the normal distribution with ties allowed for.
 * @param continuity whether U moves half a step towards its mean first
 */
export function rankSumZ({ U, ties }: { U: number; ties: number }, n1: number, n2: number, continuity: boolean) {
  const apart = U - (n1 * n2) / 2;
  const moved = continuity ? Math.sign(apart) * Math.max(0, Math.abs(apart) - 0.5) : apart;
  const z = moved / Math.sqrt(rankSumVariance(n1, n2, ties));
  return { z, pValue: Math.min(1, 2 * normalUpper(Math.abs(z))) };
}
