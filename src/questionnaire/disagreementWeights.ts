/** How much two different categories disagree: all alike, or more the further they are apart. */
export type DisagreementKind = "none" | "linear" | "quadratic" | "ordinal" | "radical" | "ratio";

const DISTANCES: Readonly<Record<DisagreementKind, (a: number, b: number, ranks: number) => number>> = {
  none: (a, b) => (a === b ? 0 : 1),
  linear: (a, b) => Math.abs(a - b),
  quadratic: (a, b) => (a - b) ** 2,
  ordinal: (_a, _b, ranks) => (ranks * (ranks + 1)) / 2,
  radical: (a, b) => Math.sqrt(Math.abs(a - b)),
  ratio: (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2),
};

/**
 * Disagreement of every two categories, 1 minus the agreement weight: 0 on the diagonal, 1 for the furthest two.
 * @param scores the categories' places or codes, in their order
 * @returns a symmetric matrix, as its rows
 * @see Cohen (1968); Gwet (2014), Handbook of inter-rater reliability, section 3.5. Reference: irrCAC::quadratic.weights
 * @example disagreementWeights("quadratic", [1, 2, 3]) // [[0, 0.25, 1], [0.25, 0, 0.25], [1, 0.25, 0]]
 */
export function disagreementWeights(kind: DisagreementKind, scores: readonly number[]): number[][] {
  const distances = scores.map((a, i) => scores.map((b, j) => DISTANCES[kind](a, b, Math.abs(i - j))));
  const furthest = Math.max(...distances.flat());
  return furthest === 0 ? distances : distances.map((row) => row.map((distance) => distance / furthest));
}
