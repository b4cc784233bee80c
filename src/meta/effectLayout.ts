/**
 * Effects laid out for pooling: group by group, in every group the most precise effect first, and estimates kept as
 * their distance from that one. So nothing cancels, however far apart precisions or estimates are.
 */
export interface EffectLayout {
  /** Number of effects and of groups. */
  readonly k: number;
  readonly p: number;
  /** Place of the first effect of each group, and at the end k. */
  readonly starts: Int32Array;
  /** Row each place came from. */
  readonly rows: Int32Array;
  /** Estimate of the first effect of each group. */
  readonly references: Float64Array;
  readonly distances: Float64Array;
  readonly variances: Float64Array;
  /** Weights that were given, if any; else a mean weighs by 1 / (v + tau2). */
  readonly given: Float64Array | null;
  readonly smallestVariance: number;
  readonly largestVariance: number;
  /** Sum of squared deviations from the unweighted mean of the group. */
  readonly spread: number;
  /** Room for the weights of one evaluation. */
  readonly weights: Float64Array;
}

/** What is pooled: an estimate and its sampling variance per row, all present. */
export interface Effects {
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  /** Weights above 0 for the mean, in place of those of the model. */
  readonly weights?: Float64Array | undefined;
}

/**
 * Lays effects out in groups.
 * @param effects estimates and sampling variances, without missing values
 * @param codes group of each effect, 0 to p - 1, each at least once; left out, all are one group
 * @param p number of groups
 */
export function layOut({ estimates, variances, weights: own }: Effects, codes?: Int32Array, p = 1): EffectLayout {
  const k = estimates.length;
  const starts = startsOf(codes, k, p);
  const rows = rowsInOrder(variances, codes, starts);
  const ordered = inOrder(variances, rows);
  const given = own ? inOrder(own, rows) : null;
  const distances = inOrder(estimates, rows);
  const references = new Float64Array(p);
  for (let g = 0; g < p; g++) {
    references[g] = distances[starts[g]!]!;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) distances[i]! -= references[g]!;
  }
  const [smallestVariance, largestVariance] = extremes(ordered);
  const spread = spreadOf(distances, starts);
  const weights = new Float64Array(k);
  return {
    ...{ k, p, starts, rows, references, distances, variances: ordered, given },
    ...{ smallestVariance, largestVariance, spread, weights },
  };
}

function startsOf(codes: Int32Array | undefined, k: number, p: number): Int32Array {
  const starts = new Int32Array(p + 1);
  if (codes) for (let i = 0; i < k; i++) starts[codes[i]! + 1]! += 1;
  else starts[1] = k;
  for (let g = 0; g < p; g++) starts[g + 1]! += starts[g]!;
  return starts;
}

/** Rows by group, in their own order, but the most precise of each group in front. */
function rowsInOrder(variances: Float64Array, codes: Int32Array | undefined, starts: Int32Array): Int32Array {
  const rows = new Int32Array(variances.length);
  const next = starts.slice();
  for (let row = 0; row < rows.length; row++) {
    const g = codes ? codes[row]! : 0;
    const first = starts[g]!;
    const place = next[g]!++;
    rows[place] = row;
    if (variances[row]! < variances[rows[first]!]!) {
      rows[place] = rows[first]!;
      rows[first] = row;
    }
  }
  return rows;
}

/** Values by place instead of by row. */
export function inOrder(values: Float64Array, rows: Int32Array): Float64Array {
  const ordered = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) ordered[i] = values[rows[i]!]!;
  return ordered;
}

function extremes(values: Float64Array): [number, number] {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    smallest = Math.min(smallest, values[i]!);
    largest = Math.max(largest, values[i]!);
  }
  return [smallest, largest];
}

function spreadOf(distances: Float64Array, starts: Int32Array): number {
  let spread = 0;
  for (let g = 0; g + 1 < starts.length; g++) {
    const [first, end] = [starts[g]!, starts[g + 1]!];
    let sum = 0;
    for (let i = first; i < end; i++) sum += distances[i]!;
    const mean = sum / (end - first);
    for (let i = first; i < end; i++) spread += (distances[i]! - mean) ** 2;
  }
  return spread;
}
