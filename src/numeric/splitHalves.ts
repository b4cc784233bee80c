/** Reliabilities of a sum by all ways to split it in halves. */
export interface SplitHalves {
  readonly lowest: number;
  readonly mean: number;
  readonly highest: number;
  /** Items (numbers) of one half of the highest split. */
  readonly highestHalf: readonly number[];
  readonly splits: number;
}

/**
 * Guttman's split-half reliability, 4 times the covariance of the halves over the variance of the whole, of every split
 * in halves of equal size (with an odd number of items: of sizes that differ by one).
 * @param matrix covariances or correlations of 2 to 20 items; their sum must vary
 * @returns lowest, mean and highest over the splits, each split counted once
 * @see Guttman (1945); Cronbach (1951): with an even number of items the mean is alpha. Reference: psych::splitHalf
 * @example splitHalves([[1, 0.5], [0.5, 1]]).mean // 0.666666666666667
 */
export function splitHalves(matrix: readonly (readonly number[])[]): SplitHalves {
  const k = matrix.length;
  const total = matrix.reduce((sum, row) => sum + row.reduce((rest, value) => rest + value, 0), 0);
  const found = { lowest: Number.POSITIVE_INFINITY, sum: 0, highest: Number.NEGATIVE_INFINITY, splits: 0, best: 0 };
  const half = Math.floor(k / 2);
  for (let code = 1; code < 2 ** k; code++) {
    // with an even number the half that holds the last item is the other half of a split already seen
    if (bitsOf(code) !== half || (k % 2 === 0 && code >= 2 ** (k - 1))) continue;
    const value = (4 * covarianceAcross(matrix, code)) / total;
    found.lowest = Math.min(found.lowest, value);
    if (value > found.highest) [found.highest, found.best] = [value, code];
    found.sum += value;
    found.splits += 1;
  }
  const { lowest, highest, splits, sum, best } = found;
  return { lowest, mean: sum / splits, highest, splits, highestHalf: membersOf(best, k) };
}

function bitsOf(code: number): number {
  let count = 0;
  for (let rest = code; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

function membersOf(code: number, k: number): number[] {
  return Array.from({ length: k }, (_, j) => j).filter((j) => (code >> j) & 1);
}

function covarianceAcross(matrix: readonly (readonly number[])[], code: number): number {
  let sum = 0;
  for (let i = 0; i < matrix.length; i++) {
    if (!((code >> i) & 1)) continue;
    for (let j = 0; j < matrix.length; j++) if (!((code >> j) & 1)) sum += matrix[i]![j]!;
  }
  return sum;
}
