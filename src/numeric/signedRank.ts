import { tiesOf } from "./rankSum.ts";
import { averageRanks } from "./ranks.ts";

/**
 * The sum of the ranks of the positive differences, among the sizes of all that are not 0.
 * @returns V, the number of differences that are not 0, and its variance when either sign is as likely (ties allowed for)
 * @see Wilcoxon (1945); Lehmann (1975), ch. 3
 * @example signedRank([1, -2, 3, 0, 4]).V // 8
 */
export function signedRank(differences: ArrayLike<number>): { V: number; n: number; ties: number; variance: number } {
  const apart = Array.from(differences).filter((value) => value !== 0);
  const sizes = apart.map(Math.abs);
  const ranks = averageRanks(sizes);
  const n = apart.length;
  const ties = tiesOf(sizes);
  const V = apart.reduce((sum, value, i) => sum + (value > 0 ? ranks[i]! : 0), 0);
  return { V, n, ties, variance: (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48 };
}

/**
 * Shares of all ways to give signs to the ranks 1 to n in which V is at most 0, 1, 2, ... up to n (n + 1) / 2.
 * @see Wilcoxon (1945); R: psignrank
 * @example Array.from(signedRankDistribution(2), (share) => 4 * share) // [1, 2, 3, 4]
 */
export function signedRankDistribution(n: number): Float64Array {
  const most = (n * (n + 1)) / 2;
  const shares = new Float64Array(most + 1);
  shares[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let v = most; v >= rank; v--) shares[v] = (shares[v]! + shares[v - rank]!) / 2;
    for (let v = rank - 1; v >= 0; v--) shares[v]! /= 2;
  }
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return Math.min(1, sum);
  });
}
