import { cholesky, forwardSubstitute } from "../numeric/cholesky.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { fromColumns, type Matrix, toRows, zeros } from "../numeric/matrices.ts";

/** Rows of a crosstab with their clusters: codes from 0. */
export interface ClusteredTable {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly clusters: Int32Array;
  /** How often each row and column category occur together; every category occurs. */
  readonly counts: readonly (readonly number[])[];
}

export interface RaoScott {
  readonly clusters: number;
  readonly statistic: number;
  readonly df: number;
  readonly dfError: number;
  readonly pValue: number;
}

/**
 * Pearson's chi-square corrected for clusters: divided by the mean generalised design effect of the log odds ratios, with
 * degrees of freedom by Satterthwaite (second-order correction), as F.
 * @param pearson the statistic as if rows were independent
 * @returns null with fewer than two clusters, or where the clusters leave no variance
 * @see Rao & Scott (1984); Thomas & Rao (1987). Reference: survey::svychisq(~ row + column, svydesign(~ cluster))
 */
export function raoScott(table: ClusteredTable, pearson: number): RaoScott | null {
  const { counts, clusters } = table;
  const n = clusters.length;
  const contrasts = oddsContrasts(counts.length, counts[0]!.length);
  const weighed = contrasts.map((contrast) =>
    contrast.map((row, i) => row.map((value, j) => (counts[i]![j]! === 0 ? 0 : value / counts[i]![j]!))),
  );
  const independent = zeros(contrasts.length, contrasts.length);
  contrasts.forEach((a, s) => {
    weighed.forEach((b, t) => {
      independent.data[s * contrasts.length + t] = sumOver(a, (value, i, j) => value * b[i]![j]!);
    });
  });
  const groups = new Set(clusters).size;
  const root = cholesky(independent);
  if (root === null || groups < 2) return null;
  const design = designEffects(root, scoresOf(table, weighed), groups / (groups - 1));
  const rows = toRows(design);
  const trace = rows.reduce((sum, row, s) => sum + row[s]!, 0);
  const squares = design.data.reduce((sum, value) => sum + value * value, 0);
  if (!(trace > 0 && n > 0)) return null;
  const statistic = pearson / trace;
  const df = trace ** 2 / squares;
  const dfError = df * (groups - 1);
  return { clusters: groups, statistic, df, dfError, pValue: fUpper(statistic, df, dfError) };
}

/** Every log odds ratio against the last row and column. */
function oddsContrasts(height: number, width: number): number[][][] {
  const against = (size: number, own: number) =>
    Array.from({ length: size }, (_, i) => (i === own ? 1 : i === size - 1 ? -1 : 0));
  return Array.from({ length: height - 1 }, (_, r) =>
    Array.from({ length: width - 1 }, (_, c) => against(height, r).map((a) => against(width, c).map((b) => a * b))),
  ).flat();
}

/** What each cluster adds to every log odds ratio, from the mean (which an empty cell moves from 0). */
function scoresOf({ rows, columns, clusters, counts }: ClusteredTable, weighed: readonly number[][][]): Float64Array[] {
  const means = weighed.map((weights) => sumOver(weights, (value, i, j) => value * counts[i]![j]!) / clusters.length);
  const sums = new Map<number, Float64Array>();
  clusters.forEach((code, i) => {
    const own = sums.get(code) ?? new Float64Array(weighed.length);
    sums.set(code, own);
    weighed.forEach((weights, s) => {
      own[s]! += weights[rows[i]!]![columns[i]!]! - means[s]!;
    });
  });
  return [...sums.values()];
}

/** Covariance of the log odds ratios with clusters, in units of that without: symmetric, its trace is what counts. */
function designEffects(root: Matrix, scores: readonly Float64Array[], factor: number): Matrix {
  const size = root.columns;
  const scaled = fromColumns(scores.map((own) => forwardSubstitute(root, own)));
  const design = zeros(size, size);
  for (let s = 0; s < size; s++) {
    for (let t = 0; t < size; t++) {
      let sum = 0;
      for (let g = 0; g < scaled.columns; g++) {
        sum += scaled.data[s * scaled.columns + g]! * scaled.data[t * scaled.columns + g]!;
      }
      design.data[s * size + t] = factor * sum;
    }
  }
  return design;
}

function sumOver(cells: readonly (readonly number[])[], of: (value: number, i: number, j: number) => number): number {
  return cells.reduce((sum, row, i) => sum + row.reduce((part, value, j) => part + of(value, i, j), 0), 0);
}
