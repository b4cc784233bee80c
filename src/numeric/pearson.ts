import { correlationFrom, pairMoments } from "./moments.ts";

/**
 * Pearson's correlation over the rows in which both values are present.
 * @param x numbers; NaN is missing
 * @param y as many numbers as x
 * @returns from -1 to 1; NaN when either column is constant over those rows
 * @throws input/unequal-length
 * @see Pearson (1896). Reference: cor(x, y, use = "pairwise.complete.obs")
 * @example pearson([1, 2, 3, 4], [1, 3, 2, 4]) // 0.8
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const { sumProducts, sumSquaresX, sumSquaresY } = pairMoments(x, y);
  return correlationFrom(sumProducts, sumSquaresX, sumSquaresY);
}
