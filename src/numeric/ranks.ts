/**
 * Ranks from 1 to n, equal values sharing their mean rank.
 * @param values numbers; NaN is missing
 * @returns one rank per value, in the order given; a missing value has no rank (NaN) and takes none
 * @see Kendall (1945). Reference: rank(x, ties.method = "average", na.last = "keep")
 * @example Array.from(averageRanks([10, 30, 20, 20])) // [1, 4, 2.5, 2.5]
 */
export function averageRanks(values: ArrayLike<number>): Float64Array {
  const { distinct, ranks } = rankTable(values);
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    result[i] = Number.isNaN(value) ? Number.NaN : ranks[placeOf(distinct, value)]!;
  }
  return result;
}

/**
 * Sizes of the groups of equal values, smallest value first: what the tie corrections of rank tests need.
 * @example Array.from(tieSizes([10, 30, 20, 20])) // [1, 2, 1]
 */
export function tieSizes(values: ArrayLike<number>): Int32Array {
  return rankTable(values).sizes;
}

/** The distinct values in order, how often each occurs and the mean rank they share. */
function rankTable(values: ArrayLike<number>) {
  const sorted = Float64Array.from(values).sort();
  let present = sorted.length;
  while (present > 0 && Number.isNaN(sorted[present - 1]!)) present -= 1;
  const distinct = new Float64Array(present);
  const sizes = new Int32Array(present);
  const ranks = new Float64Array(present);
  let count = 0;
  for (let from = 0; from < present; count++) {
    let to = from + 1;
    while (to < present && sorted[to] === sorted[from]) to += 1;
    distinct[count] = sorted[from]!;
    sizes[count] = to - from;
    ranks[count] = (from + 1 + to) / 2;
    from = to;
  }
  return { distinct: distinct.subarray(0, count), sizes: sizes.subarray(0, count), ranks };
}

function placeOf(distinct: Float64Array, value: number): number {
  let low = 0;
  let high = distinct.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (distinct[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
