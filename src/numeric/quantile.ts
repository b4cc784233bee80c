import { refuse } from "../foundation/errors.ts";

/** The nine definitions of Hyndman & Fan; 7 is R's and Excel's, 6 is SPSS's. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Types 4 to 9: the place of share p among n sorted values is p (n + 1 - a - b) + a. */
const CONTINUOUS: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, readonly [a: number, b: number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** A place this close to a whole number is that whole number: it got there by rounding. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * The value below which a share p of the values lies.
 * @param values numbers without NaN (leave missing values out first), in any order
 * @param p share, 0 to 1
 * @param type which of Hyndman & Fan's nine definitions
 * @returns a value or a mixture of two neighbouring ones; NaN for no values
 * @throws option/invalid when p is not a share
 * @see Hyndman & Fan (1996). Reference: quantile(x, p, type = type)
 * @example quantile([1, 2, 4, 8], 0.25) // 1.75
 */
export function quantile(values: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  return quantiles(values, [p], type)[0]!;
}

/** Several quantiles of the same values, which are sorted once. */
export function quantiles(values: ArrayLike<number>, shares: readonly number[], type: QuantileType = 7): number[] {
  const sorted = isSorted(values) ? values : Float64Array.from(values).sort();
  return shares.map((p) => {
    if (!(p >= 0 && p <= 1)) refuse("option/invalid", { option: "p", expected: "0-1" });
    return type <= 3 ? stepQuantile(sorted, p, type as 1 | 2 | 3) : mixedQuantile(sorted, p, type as 4);
  });
}

/**
 * The middle value, or the mean of the two middle ones; NaN for no values.
 * @example median([5, 1, 3, 2]) // 2.5
 */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5, 7);
}

/** Types 4 to 9: between two neighbouring values. */
function mixedQuantile(sorted: ArrayLike<number>, p: number, type: keyof typeof CONTINUOUS): number {
  const [a, b] = CONTINUOUS[type];
  const place = a + p * (sorted.length + 1 - a - b);
  const whole = Math.floor(place + ROUNDING);
  const part = Math.abs(place - whole) < ROUNDING ? 0 : place - whole;
  const low = at(sorted, whole);
  const high = at(sorted, whole + 1);
  return part === 0 || low === high ? low : (1 - part) * low + part * high;
}

/** Types 1 to 3: one of the values, or for type 2 the mean of two where the share is reached exactly. */
function stepQuantile(sorted: ArrayLike<number>, p: number, type: 1 | 2 | 3): number {
  const place = p * sorted.length - (type === 3 ? 0.5 : 0);
  const whole = Math.floor(place + ROUNDING);
  if (place > whole + ROUNDING) return at(sorted, whole + 1);
  if (type === 1) return at(sorted, whole);
  if (type === 2) return (at(sorted, whole) + at(sorted, whole + 1)) / 2;
  return at(sorted, whole % 2 === 0 ? whole : whole + 1);
}

/** The k-th smallest value, k counting from 1; beyond the ends the end. */
function at(sorted: ArrayLike<number>, k: number): number {
  return sorted[Math.max(1, Math.min(sorted.length, k)) - 1] ?? Number.NaN;
}

function isSorted(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (!(values[i]! >= values[i - 1]!)) return false;
  return true;
}
