import { productError, sumError } from "./exactProduct.ts";

/** Rows that are centred and multiplied together, small enough to stay near the processor. */
export const BLOCK_ROWS = 1024;

/**
 * Sum of numbers as if added in twice the precision: the order of the values and their cancelling make no difference.
 * @param values any numbers; NaN gives NaN (leave missing values out first)
 * @returns the sum, right to the last bit or nearly so; 0 for no values
 * @see Neumaier (1974), algorithm IV
 * @example compensatedSum([1, 1e100, 1, -1e100]) // 2
 */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isNaN(lost) ? sum : sum + lost;
}

/**
 * Sum of products x[i] * y[i] as if computed in twice the precision.
 * @param x any numbers; NaN gives NaN
 * @param y as many numbers as x
 * @returns the inner product; 0 for no values
 * @see Ogita, Rump & Oishi (2005), algorithm 5.3
 * @example compensatedDot([1e10, 1, -1e10], [1e10, 1, 1e10]) // 1
 */
export function compensatedDot(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < x.length; i++) {
    const a = x[i]!;
    const b = y[i]!;
    const product = a * b;
    lost += productError(a, b) + sumError(sum, product);
    sum += product;
  }
  return Number.isNaN(lost) ? sum : sum + lost;
}

/** Sum of squares as if computed in twice the precision. */
export function compensatedSquares(values: ArrayLike<number>): number {
  return compensatedDot(values, values);
}

/**
 * Adds `value` to a sum kept as two numbers, `sums[k]` and what rounding took from it, `lost[k]`.
 * The sum itself is `sums[k] + lost[k]`.
 */
export function addTo(sums: Float64Array, lost: Float64Array, k: number, value: number): void {
  const sum = sums[k]!;
  lost[k] = lost[k]! + sumError(sum, value);
  sums[k] = sum + value;
}

/** Equal terms round alike, so their errors add up: no running sum gets more terms than this. */
export const CHUNK = 32;
