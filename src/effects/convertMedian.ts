import { refuse } from "../foundation/errors.ts";
import { normalQuantile } from "../numeric/normal.ts";

/** What a study reports instead of a mean: the median with the range, the quartiles, or both. */
export interface FiveNumbers {
  readonly minimum?: number;
  readonly firstQuartile?: number;
  readonly median: number;
  readonly thirdQuartile?: number;
  readonly maximum?: number;
  readonly n: number;
}

/** Mean and standard deviation as estimated from a median; for values that are spread about normally. */
export interface EstimatedMean {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Which numbers were there: range, quartiles, or both. */
  readonly from: "range" | "quartiles" | "both";
  readonly source: string;
}

/** The middle of two numbers and how far they are apart. */
interface Pair {
  readonly middle: number;
  readonly width: number;
}

/**
 * Mean and standard deviation from a median with the range, the quartiles, or both. Only for values that are spread
 * about normally: skewed ones give a wrong mean.
 * @param numbers the median, n (more than 1), and `minimum` with `maximum`, `firstQuartile` with `thirdQuartile`, or all
 * @returns the mean by Luo et al., the standard deviation by Wan et al., or with all five numbers by Shi et al.
 * @throws effect/sample-size, convert/five-numbers (not in order, or neither the range nor the quartiles)
 * @see Luo, Wan, Liu & Tong (2018), eq. 7, 11 and 15; Wan, Wang, Liu & Tong (2014), eq. 9 and 16; Shi et al. (2020),
 *   eq. 10. Reference: metafor::conv.fivenum
 * @example meanFromMedian({ firstQuartile: 8, median: 10, thirdQuartile: 12, n: 50 }).mean // 10
 */
export function meanFromMedian(numbers: FiveNumbers): EstimatedMean {
  const { median, n } = numbers;
  if (!(n > 1)) refuse("effect/sample-size", { minimum: 1 });
  const range = pairOf(numbers.minimum, numbers.maximum);
  const quartiles = pairOf(numbers.firstQuartile, numbers.thirdQuartile);
  if (!isInOrder(numbers) || !(range || quartiles)) refuse("convert/five-numbers");
  const source = "Luo et al. (2018); Wan et al. (2014)";
  if (range && quartiles) {
    const mean = luoByBoth(median, range, quartiles, n);
    const standardDeviation = shi(wanByRange(range, n), wanByQuartiles(quartiles, n), n);
    return { mean, standardDeviation, from: "both", source: "Luo et al. (2018); Shi et al. (2020)" };
  }
  if (quartiles) {
    const mean = between(quartiles.middle, median, 0.7 + 0.39 / n);
    return { mean, standardDeviation: wanByQuartiles(quartiles, n), from: "quartiles", source };
  }
  const mean = between(range!.middle, median, 4 / (4 + n ** 0.75));
  return { mean, standardDeviation: wanByRange(range!, n), from: "range", source };
}

function pairOf(low: number | undefined, high: number | undefined): Pair | null {
  return low === undefined || high === undefined ? null : { middle: low / 2 + high / 2, width: high - low };
}

function isInOrder({ minimum, firstQuartile, median, thirdQuartile, maximum }: FiveNumbers): boolean {
  const given = [minimum, firstQuartile, median, thirdQuartile, maximum].filter((value) => value !== undefined);
  return given.every((value, i) => Number.isFinite(value) && (i === 0 || value >= given[i - 1]!));
}

function between(one: number, other: number, weight: number): number {
  return weight * one + (1 - weight) * other;
}

function luoByBoth(median: number, range: Pair, quartiles: Pair, n: number): number {
  const byRange = 2.2 / (2.2 + n ** 0.75);
  const byQuartiles = 0.7 - 0.72 / n ** 0.55;
  return byRange * range.middle + byQuartiles * quartiles.middle + (1 - byRange - byQuartiles) * median;
}

/** The range, over the range that n standard normal values are expected to have. */
function wanByRange({ width }: Pair, n: number): number {
  return width / (2 * normalQuantile((n - 0.375) / (n + 0.25)));
}

function wanByQuartiles({ width }: Pair, n: number): number {
  return width / (2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25)));
}

function shi(byRange: number, byQuartiles: number, n: number): number {
  return between(byRange, byQuartiles, 1 / (1 + 0.07 * n ** 0.6));
}
