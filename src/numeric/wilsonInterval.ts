import { normalUpperQuantile } from "./normal.ts";

/**
 * Interval of a proportion that holds its level also near 0 and 1.
 * @param count how many have it, of `n`
 * @returns limits from 0 to 1
 * @see Wilson (1927). Reference: prop.test(count, n, correct = FALSE)
 * @example wilsonInterval(5, 10, 0.95).lower // 0.236593090512564
 */
export function wilsonInterval(count: number, n: number, level: number): { lower: number; upper: number } {
  const z = normalUpperQuantile((1 - level) / 2);
  const p = count / n;
  const middle = p + (z * z) / (2 * n);
  const reach = z * Math.sqrt((p * (1 - p)) / n + ((z / n) * z) / (4 * n));
  const size = 1 + (z * z) / n;
  return { lower: count === 0 ? 0 : (middle - reach) / size, upper: count === n ? 1 : (middle + reach) / size };
}

/**
 * Interval of a difference of two independent proportions, from the Wilson limits of each.
 * @see Newcombe (1998), method 10
 * @example newcombeInterval({ count: 56, n: 70 }, { count: 48, n: 80 }, 0.95).lower // 0.052431472402365
 */
export function newcombeInterval(
  one: { readonly count: number; readonly n: number },
  other: { readonly count: number; readonly n: number },
  level: number,
): { lower: number; upper: number } {
  const [a, b] = [wilsonInterval(one.count, one.n, level), wilsonInterval(other.count, other.n, level)];
  const [p, q] = [one.count / one.n, other.count / other.n];
  return {
    lower: p - q - Math.hypot(p - a.lower, b.upper - q),
    upper: p - q + Math.hypot(a.upper - p, q - b.lower),
  };
}
