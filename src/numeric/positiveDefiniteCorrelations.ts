import { symmetricEigen } from "./eigenvalues.ts";
import { fromRows } from "./matrices.ts";

/** What eigenvalues below zero become, as psych::cor.smooth does. */
const RAISED = 100 * Number.EPSILON;

/**
 * The nearest of its kind: a correlation matrix with its eigenvalues below 0 raised to just above it, the eigenvalues'
 * sum kept, and the diagonal brought back to 1.
 * @param correlations symmetric, ones on the diagonal
 * @returns a positive definite correlation matrix
 * @see Knol & Ten Berge (1989), the simple method. Reference: psych::cor.smooth
 * @example positiveDefiniteCorrelations([[1, 0.2], [0.2, 1]]) // [[1, 0.2], [0.2, 1]]
 */
export function positiveDefiniteCorrelations(correlations: readonly (readonly number[])[]): number[][] {
  const size = correlations.length;
  const { values, vectors } = symmetricEigen(fromRows(correlations));
  if (values[size - 1]! >= RAISED) return correlations.map((row) => [...row]);
  const raised = values.map((value) => (value < Number.EPSILON ? RAISED : value));
  const scale = size / raised.reduce((sum, value) => sum + value, 0);
  const product = (i: number, j: number) =>
    raised.reduce(
      (sum, value, k) => sum + value * scale * vectors.data[i * size + k]! * vectors.data[j * size + k]!,
      0,
    );
  const spread = correlations.map((_, i) => Math.sqrt(product(i, i)));
  return correlations.map((row, i) => row.map((_, j) => (i === j ? 1 : product(i, j) / (spread[i]! * spread[j]!))));
}
