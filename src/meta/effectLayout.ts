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
}

/**
 * Lays effects out in groups.
 * @param effects estimates and sampling variances, without missing values
 * @param codes group of each effect, 0 to p - 1, each at least once; left out, all are one group
 * @param p number of groups
 */
export function layOut({ estimates, variances }: Effects, codes?: Int32Array, p = 1): EffectLayout {
  const k = estimates.length;
  const starts = startsOf(codes, k, p);
  const rows = rowsInOrder(variances, codes, starts);
  const own = Float64Array.from(rows, (row) => variances[row]!);
  const references = Float64Array.from({ length: p }, (_, g) => estimates[rows[starts[g]!]!]!);
  const distances = new Float64Array(k);
  for (let g = 0; g < p; g++) {
    for (let i = starts[g]!; i < starts[g + 1]!; i++) distances[i] = estimates[rows[i]!]! - references[g]!;
  }
  const [smallestVariance, largestVariance] = extremes(own);
  const spread = spreadOf(distances, starts);
  const weights = new Float64Array(k);
  return {
    ...{ k, p, starts, rows, references, distances, variances: own },
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

function extremes(values: Float64Array): [number, number] {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const value of values) {
    if (value < smallest) smallest = value;
    if (value > largest) largest = value;
  }
  return [smallest, largest];
}

function spreadOf(distances: Float64Array, starts: Int32Array): number {
  let spread = 0;
  for (let g = 0; g + 1 < starts.length; g++) {
    const members = distances.subarray(starts[g]!, starts[g + 1]!);
    let sum = 0;
    for (const distance of members) sum += distance;
    const mean = sum / members.length;
    for (const distance of members) spread += (distance - mean) ** 2;
  }
  return spread;
}
