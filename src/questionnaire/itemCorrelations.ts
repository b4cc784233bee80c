import { type Covariances, correlationsFrom } from "../numeric/covariances.ts";
import { correlationFrom, pairMoments } from "../numeric/moments.ts";

/**
 * Correlations of items, from complete rows or from the rows each pair has in common.
 * @param columns equally long; NaN is missing
 * @param moments their covariances by the same policy
 * @returns items by items; NaN where an item does not vary
 * @see Reference: cor(x, use = "complete.obs") and cor(x, use = "pairwise.complete.obs")
 */
export function itemCorrelations(
  columns: readonly Float64Array[],
  moments: Covariances,
  missing: "listwise" | "pairwise",
): number[][] {
  if (missing === "listwise" || moments.lowest === moments.highest) return correlationsFrom(moments.matrix);
  const found = columns.map((_, i) => columns.map((_, j) => (i === j ? 1 : Number.NaN)));
  for (const [i, x] of columns.entries()) {
    for (const [j, y] of columns.slice(0, i).entries()) {
      const { sumProducts, sumSquaresX, sumSquaresY } = pairMoments(x, y);
      found[i]![j] = found[j]![i] = correlationFrom(sumProducts, sumSquaresX, sumSquaresY);
    }
  }
  return found;
}
