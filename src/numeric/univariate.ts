import { sumError } from "./exactProduct.ts";
import { addTo, CHUNK } from "./sums.ts";

/** What is kept of one column of numbers. Without values the mean, smallest and largest are NaN and the sums 0. */
export interface Univariate {
  readonly n: number;
  readonly missing: number;
  /** The mean, and what its rounding took away (true mean = mean + meanRemainder). */
  readonly mean: number;
  readonly meanRemainder: number;
  /** Sums of the second, third and fourth powers of the deviations from the mean. */
  readonly sumSquares: number;
  readonly sumCubes: number;
  readonly sumFourths: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Count, mean, extremes and the sums behind variance, skewness and kurtosis of one column.
 * @param values numbers; NaN is missing
 * @returns sums of powers of deviations, to nearly all digits, also for scores that lie far from zero
 * @see Chan, Golub & LeVeque (1983), the corrected two-pass algorithm
 * @example const { n, mean, sumSquares } = univariate([2, 4, 4, 4, 5, 5, 7, 9, NaN]);
 * [n, mean, sumSquares] // [8, 5, 32]
 */
export function univariate(values: ArrayLike<number>): Univariate {
  const location = locationOf(values);
  if (location.n === 0) return { ...location, sumSquares: 0, sumCubes: 0, sumFourths: 0 };
  return { ...location, ...powersOf(values, location.mean, location.meanRemainder) };
}

/**
 * Moments of two sets of values together.
 * @returns what all values would give, to rounding
 * @see Pébay (2008), eqs. 1.5-1.6 and 2.1
 * @example mergeUnivariate(univariate([1, 2]), univariate([6])).sumSquares // 14
 */
export function mergeUnivariate(a: Univariate, b: Univariate): Univariate {
  const missing = a.missing + b.missing;
  if (a.n === 0 || b.n === 0) return { ...(a.n === 0 ? b : a), missing };
  const n = a.n + b.n;
  const apart = b.mean - a.mean + (b.meanRemainder - a.meanRemainder);
  const step = a.meanRemainder + (apart * b.n) / n;
  const share = apart / n;
  const between = apart * share * a.n * b.n;
  return {
    n,
    missing,
    mean: a.mean + step,
    meanRemainder: sumError(a.mean, step),
    sumSquares: a.sumSquares + b.sumSquares + between,
    sumCubes:
      a.sumCubes + b.sumCubes + between * share * (a.n - b.n) + 3 * share * (a.n * b.sumSquares - b.n * a.sumSquares),
    sumFourths:
      a.sumFourths +
      b.sumFourths +
      between * share * share * (a.n * a.n - a.n * b.n + b.n * b.n) +
      6 * share * share * (a.n * a.n * b.sumSquares + b.n * b.n * a.sumSquares) +
      4 * share * (a.n * b.sumCubes - b.n * a.sumCubes),
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/** First pass: how many, the mean to twice the precision, the extremes. */
function locationOf(values: ArrayLike<number>) {
  const first = firstPresent(values);
  const sums = new Float64Array(1);
  const lost = new Float64Array(1);
  let n = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < values.length; from += CHUNK) {
    const to = Math.min(values.length, from + CHUNK);
    let sum = 0;
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      n += 1;
      sum += value - first;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    addTo(sums, lost, 0, sum);
  }
  const missing = values.length - n;
  if (n === 0) return { n, missing, mean: Number.NaN, meanRemainder: 0, min: Number.NaN, max: Number.NaN };
  const offset = (sums[0]! + lost[0]!) / n;
  return { n, missing, mean: first + offset, meanRemainder: sumError(first, offset), min, max };
}

function firstPresent(values: ArrayLike<number>): number {
  let i = 0;
  while (i < values.length && Number.isNaN(values[i]!)) i++;
  return values[i] ?? Number.NaN;
}

/** Second pass: powers of the deviations from the mean. */
function powersOf(values: ArrayLike<number>, mean: number, remainder: number) {
  const sums = new Float64Array(3);
  const lost = new Float64Array(3);
  for (let from = 0; from < values.length; from += CHUNK) {
    const to = Math.min(values.length, from + CHUNK);
    let squares = 0;
    let cubes = 0;
    let fourths = 0;
    for (let i = from; i < to; i++) {
      const deviation = values[i]! - mean - remainder;
      if (Number.isNaN(deviation)) continue;
      const square = deviation * deviation;
      squares += square;
      cubes += square * deviation;
      fourths += square * square;
    }
    addTo(sums, lost, 0, squares);
    addTo(sums, lost, 1, cubes);
    addTo(sums, lost, 2, fourths);
  }
  return { sumSquares: sums[0]! + lost[0]!, sumCubes: sums[1]! + lost[1]!, sumFourths: sums[2]! + lost[2]! };
}
