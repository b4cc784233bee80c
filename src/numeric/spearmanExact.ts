/** Above this number of rows there are too many orders to count them one by one. */
export const MOST_EXACT_ROWS = 9;

const known = new Map<number, Float64Array>();

/**
 * Chance that the sum of squared differences of two orders of n rows is at least as extreme, if every order is equally
 * likely: all n! orders are counted.
 * @param sumSquares sum of squared rank differences, without ties
 * @param n rows, at most 9
 * @returns two-sided p: twice the smaller tail, at most 1
 * @see Best & Roberts (1975), AS 89, for n up to 9. Reference: cor.test(x, y, method = "spearman")
 * @example spearmanExactPValue(0, 4) // 0.0833333333333333
 */
export function spearmanExactPValue(sumSquares: number, n: number): number {
  const counts = known.get(n) ?? countOrders(n);
  known.set(n, counts);
  const half = Math.round(sumSquares / 2);
  let below = 0;
  let above = 0;
  let all = 0;
  for (let k = 0; k < counts.length; k++) {
    all += counts[k]!;
    if (k <= half) below += counts[k]!;
    if (k >= half) above += counts[k]!;
  }
  return Math.min(1, (2 * Math.min(below, above)) / all);
}

/** How many orders of n rows have a sum of squared differences of 2k: over the subsets of ranks given out so far. */
function countOrders(n: number): Float64Array {
  const most = (n * (n * n - 1)) / 6;
  const bySubset = Array.from({ length: 2 ** n }, () => new Float64Array(0));
  bySubset[0] = Float64Array.of(1);
  for (let subset = 1; subset < bySubset.length; subset++) {
    const sum = new Float64Array(2 * most + 1);
    const place = bitsOf(subset) - 1;
    for (let rank = 0; rank < n; rank++) {
      if ((subset & (1 << rank)) === 0) continue;
      const step = (place - rank) ** 2;
      const before = bySubset[subset ^ (1 << rank)]!;
      for (let k = 0; k < before.length && k + step < sum.length; k++) sum[k + step]! += before[k]!;
    }
    bySubset[subset] = sum;
  }
  return bySubset.at(-1)!.filter((_, k) => k % 2 === 0);
}

function bitsOf(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
