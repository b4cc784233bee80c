import type { Univariate } from "../numeric/univariate.ts";

/** Definitions of skewness and of the kurtosis that belongs to it. */
export type Shape = "g1" | "G1" | "b1";

/**
 * Skewness of a column: 0 when symmetric, positive with a long right tail.
 * @param moments count and sums of powers of deviations
 * @param definition g1 from the moments; G1 corrected for small samples (SPSS, Excel); b1 with the n - 1 variance
 * @returns NaN when nothing varies, and for G1 below three values
 * @see Joanes & Gill (1998), p. 184. Reference: psych::skew(x, type = 1, 2, 3)
 */
export function skewnessOf({ n, sumSquares, sumCubes }: Univariate, definition: Shape): number {
  if (sumSquares === 0 || (definition === "G1" && n < 3)) return Number.NaN;
  const g1 = (Math.sqrt(n / sumSquares) * sumCubes) / sumSquares;
  if (definition === "G1") return (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
  return definition === "g1" ? g1 : g1 * ((n - 1) / n) ** 1.5;
}

/**
 * Excess kurtosis of a column: 0 for a normal distribution, positive with heavy tails.
 * @param moments count and sums of powers of deviations
 * @param definition the skewness it belongs to: g1 gives g2, G1 gives G2, b1 gives b2 - 3
 * @returns NaN when nothing varies, and for G2 below four values
 * @see Joanes & Gill (1998), pp. 184-185. Reference: psych::kurtosi(x, type = 1, 2, 3)
 */
export function kurtosisOf({ n, sumSquares, sumFourths }: Univariate, definition: Shape): number {
  if (sumSquares === 0 || (definition === "G1" && n < 4)) return Number.NaN;
  const ratio = (n * (sumFourths / sumSquares)) / sumSquares;
  const g2 = ratio - 3;
  if (definition === "G1") return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
  return definition === "g1" ? g2 : ratio * ((n - 1) / n) ** 2 - 3;
}
