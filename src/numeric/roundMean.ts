/** Values that range no wider are centred on a whole number when the first of them is one. */
const NARROW = 12;

/**
 * A round number near the mean of a run of values: a whole number for answers on a scale, otherwise the mean rounded
 * to a thousandth of the range (in powers of two). What is left after subtracting it then stays a whole multiple of
 * something, so that its products and sums are exact.
 * @param values numbers; NaN is passed over
 * @param step 1 for all values from `from` up to `to`, more for a part of them
 * @returns a finite number; 0 without values
 * @example roundMean(Float64Array.of(1, 2, 4, 5, 5), 0, 5) // 3
 */
export function roundMean(values: Float64Array, from: number, to: number, step = 1): number {
  let first = from;
  while (first < to && Number.isNaN(values[first]!)) first += step;
  if (first >= to) return 0;
  const origin = values[first]!;
  let sum = 0;
  let count = 0;
  let low = 0;
  let high = 0;
  for (let i = first; i < to; i += step) {
    const distance = values[i]! - origin;
    if (Number.isNaN(distance)) continue;
    sum += distance;
    count += 1;
    low = distance < low ? distance : low;
    high = distance > high ? distance : high;
  }
  return origin + rounded(sum / count, high - low, Number.isInteger(origin));
}

function rounded(mean: number, range: number, isWhole: boolean): number {
  if (range === 0) return 0;
  if (isWhole && range <= NARROW) return Math.round(mean);
  const grain = 2 ** (Math.floor(Math.log2(range)) - 10);
  return grain > 0 ? Math.round(mean / grain) * grain : mean;
}
