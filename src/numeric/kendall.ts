import { tieSizes } from "./ranks.ts";

/** What Kendall's tau is made of. */
export interface KendallCounts {
  /** Concordant minus discordant pairs. */
  readonly score: number;
  /** Pairs of rows, and those tied in x and in y. */
  readonly pairs: number;
  readonly tiedX: number;
  readonly tiedY: number;
}

/**
 * Counts the pairs of rows that agree and disagree in their order, in n log n steps.
 * @param x numbers without missing values
 * @param y as many
 * @see Knight (1966)
 * @example kendallCounts(Float64Array.of(1, 2, 3), Float64Array.of(1, 3, 2)).score // 1
 */
export function kendallCounts(x: Float64Array, y: Float64Array): KendallCounts {
  const order = Int32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const sorted = Float64Array.from(order, (i) => y[i]!);
  let tiedBoth = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && x[order[to]!] === x[order[from]!] && sorted[to] === sorted[from]) to += 1;
    tiedBoth += pairsIn(to - from);
    from = to;
  }
  const pairs = pairsIn(x.length);
  const tiedX = tiedPairs(x);
  const tiedY = tiedPairs(y);
  const swaps = sortCountingSwaps(sorted);
  return { score: pairs - tiedX - tiedY + tiedBoth - 2 * swaps, pairs, tiedX, tiedY };
}

function pairsIn(count: number): number {
  return (count * (count - 1)) / 2;
}

function tiedPairs(values: Float64Array): number {
  return tieSizes(values).reduce((sum, size) => sum + pairsIn(size), 0);
}

/** Merge sort; returns how many pairs stood in the wrong order. */
function sortCountingSwaps(values: Float64Array): number {
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  let swaps = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) swaps += merge(from, to, start, width);
    [from, to] = [to, from];
  }
  return swaps;
}

function merge(from: Float64Array, to: Float64Array, start: number, width: number): number {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  let swaps = 0;
  for (let k = start; k < end; k++) {
    if (right < end && (left >= middle || from[right]! < from[left]!)) {
      swaps += middle - left;
      to[k] = from[right++]!;
    } else to[k] = from[left++]!;
  }
  return swaps;
}

/**
 * Variance of Kendall's score when the two orders are independent, with ties.
 * @see Kendall (1970), section 4.10. Reference: cor.test(x, y, method = "kendall", exact = FALSE)
 * @example kendallScoreVariance(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)) // 3.66666666666667
 */
export function kendallScoreVariance(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const [a, b] = [x, y].map((values) => {
    const sizes = [...tieSizes(values)];
    const sum = (of: (t: number) => number) => sizes.reduce((total, t) => total + of(t), 0);
    return {
      v: sum((t) => t * (t - 1) * (2 * t + 5)),
      one: sum((t) => t * (t - 1)),
      two: sum((t) => t * (t - 1) * (t - 2)),
    };
  });
  const free = (n * (n - 1) * (2 * n + 5) - a!.v - b!.v) / 18;
  const both = (a!.one * b!.one) / (2 * n * (n - 1));
  return free + both + (n > 2 ? (a!.two * b!.two) / (9 * n * (n - 1) * (n - 2)) : 0);
}

/**
 * Chance of a score at least as extreme, if every order is equally likely and there are no ties.
 * @param score concordant minus discordant pairs
 * @returns two-sided p: twice the smaller tail, at most 1
 * @see Kendall (1970), section 5. Reference: cor.test(x, y, method = "kendall", exact = TRUE)
 * @example kendallExactPValue(6, 4) // 0.0833333333333333
 */
export function kendallExactPValue(score: number, n: number): number {
  let shares: Float64Array = Float64Array.of(1);
  for (let rows = 2; rows <= n; rows++) {
    const next = new Float64Array(shares.length + rows - 1);
    for (let k = 0; k < shares.length; k++) for (let d = 0; d < rows; d++) next[k + d]! += shares[k]! / rows;
    shares = next;
  }
  const concordant = Math.round((score + (n * (n - 1)) / 2) / 2);
  const smaller = Math.min(concordant, shares.length - 1 - concordant);
  let tail = 0;
  for (let k = 0; k <= smaller; k++) tail += shares[k]!;
  return Math.min(1, 2 * tail);
}
