import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { cholesky, forwardSubstitute } from "../numeric/cholesky.ts";
import { fromRows } from "../numeric/matrices.ts";
import { momentsOf } from "../numeric/moments.ts";
import { pearson } from "../numeric/pearson.ts";
import { univariate } from "../numeric/univariate.ts";

/**
 * Length of the longest run of equal answers; a missing answer ends a run.
 * @example longestRun([3, 3, 3, 2, NaN, 3]) // 3
 */
export function longestRun(answers: readonly number[]): number {
  let longest = 0;
  let run = 0;
  answers.forEach((answer, i) => {
    run = Number.isNaN(answer) ? 0 : answer === answers[i - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

/**
 * Standard deviation over one respondent's answers (intra-individual response variability); null below two answers.
 * @see Dunn et al. (2018)
 * @example individualVariability([1, 3, NaN]) // 1.4142135623730951
 */
export function individualVariability(answers: readonly number[]): number | null {
  const { n, sumSquares } = univariate(answers);
  return n > 1 ? Math.sqrt(sumSquares / (n - 1)) : null;
}

/** Which rows have all their answers, gaps included, in common with another; a row without any answer has none. */
export function duplicateRows(columns: readonly Float64Array[]): boolean[] {
  const keys = Array.from(columns[0]!, (_, i) => columns.map((column) => column[i]).join());
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key, i) => counts.get(key)! > 1 && columns.some((column) => !Number.isNaN(column[i]!)));
}

/** A row's squared distance from the mean of the complete rows, and the share of such rows that lie farther. */
export interface RowDistance {
  readonly distance: number;
  readonly pValue: number;
}

/**
 * Mahalanobis' squared distance of every complete row; null in its place for a row with a gap.
 * @returns null when the complete rows are too few, or one item follows from the others
 * @see Mahalanobis (1936). Reference: stats::mahalanobis(x, colMeans(x), cov(x))
 */
export function mahalanobisRows(columns: readonly Float64Array[]): (RowDistance | null)[] | null {
  const rows = [...columns[0]!.keys()].filter((i) => columns.every((column) => !Number.isNaN(column[i]!)));
  if (rows.length <= columns.length) return null;
  const { means, meanRemainders, sumProducts } = momentsOf(
    columns.map((column) => Float64Array.from(rows, (i) => column[i]!)),
  );
  const spreads = sumProducts.map((row, j) => Math.sqrt(row[j]! / (rows.length - 1)));
  if (spreads.some((spread) => !(spread > 0))) return null;
  const root = cholesky(
    fromRows(sumProducts.map((row, i) => row.map((sum, j) => sum / (rows.length - 1) / (spreads[i]! * spreads[j]!)))),
  );
  if (root === null || columns.some((_, j) => root.data[j * columns.length + j]! < SINGULAR)) return null;
  const found: (RowDistance | null)[] = Array.from(columns[0]!, () => null);
  for (const i of rows) {
    const apart = columns.map((column, j) => (column[i]! - means[j]! - meanRemainders[j]!) / spreads[j]!);
    const distance = forwardSubstitute(root, apart).reduce((sum, value) => sum + value ** 2, 0);
    found[i] = { distance, pValue: chiSquareUpper(distance, columns.length) };
  }
  return found;
}

/** An item with less than this left of its spread, given those before it, follows from them. */
const SINGULAR = 1e-7;

/**
 * Whether the odd items of each scale rise and fall with the even ones over the scales: their correlation, stepped up
 * to full length and not below -1. null with fewer than three scales of two items with answers, or without differences.
 * @param answers of one respondent, reversed items turned over
 * @param sizes number of items of each scale, in the order of the items
 * @see Meade & Craig (2012); Spearman (1910) and Brown (1910) for the step
 * @example evenOddConsistency([1, 1, 3, 3, 5, 4], [2, 2, 2]) // 0.99090833947
 */
export function evenOddConsistency(answers: readonly number[], sizes: readonly number[]): number | null {
  let from = 0;
  const halves = sizes.flatMap((size) => {
    const own = answers.slice(from, from + size);
    from += size;
    const [odd, even] = [meanOf(own.filter((_, i) => i % 2 === 0)), meanOf(own.filter((_, i) => i % 2 === 1))];
    return Number.isNaN(odd) || Number.isNaN(even) ? [] : [[odd, even] as const];
  });
  if (halves.length < 3) return null;
  const r = pearson(halves.map(([odd]) => odd), halves.map(([, even]) => even)); // biome-ignore format: one line
  if (Number.isNaN(r)) return null;
  return Math.max(-1, (2 * r) / (1 + r));
}

function meanOf(answers: readonly number[]): number {
  const { n, mean } = univariate(answers);
  return n === 0 ? Number.NaN : mean;
}
