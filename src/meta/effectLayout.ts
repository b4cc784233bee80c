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

/** The arrays of a layout, to be filled. */
export type LayoutArrays = Pick<
  EffectLayout,
  "starts" | "references" | "distances" | "variances" | "given" | "weights"
>;

export function layoutArrays(k: number, p: number, hasWeights: boolean): LayoutArrays {
  return {
    starts: new Int32Array(p + 1),
    references: new Float64Array(p),
    distances: new Float64Array(k),
    variances: new Float64Array(k),
    given: hasWeights ? new Float64Array(k) : null,
    weights: new Float64Array(k),
  };
}

/**
 * Lays effects out in groups.
 * @param effects estimates and sampling variances, without missing values
 * @param codes group of each effect, 0 to p - 1, each at least once; left out, all are one group
 * @param p number of groups
 */
export function layOut(effects: Effects, codes?: Int32Array, p = 1): EffectLayout {
  const k = effects.estimates.length;
  const arrays = layoutArrays(k, p, effects.weights !== undefined);
  return codes && p > 1 ? layOutGroups(effects, codes, p, arrays) : layOutOne(effects, k, arrays);
}

/**
 * Lays the first k effects out as one group.
 * @param arrays of length k, which the layout takes over
 */
export function layOutOne({ estimates, variances, weights }: Effects, k: number, arrays: LayoutArrays): EffectLayout {
  const first = mostPrecise(variances, k);
  const reference = estimates[first]!;
  arrays.starts[1] = k;
  arrays.references[0] = reference;
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < k; i++) {
    const place = placeOf(i, first);
    const variance = variances[i]!;
    if (variance > largest) largest = variance;
    arrays.variances[place] = variance;
    arrays.distances[place] = estimates[i]! - reference;
    sum += arrays.distances[place]!;
  }
  if (arrays.given) for (let i = 0; i < k; i++) arrays.given[placeOf(i, first)] = weights![i]!;
  return withArrays(arrays, k, 1, variances[first]!, largest, spreadAround(arrays.distances, 0, k, sum / k));
}

function mostPrecise(variances: Float64Array, k: number): number {
  let first = 0;
  for (let i = 1; i < k; i++) if (variances[i]! < variances[first]!) first = i;
  return first;
}

/** The most precise effect comes to the front, the others keep their order. */
function placeOf(i: number, first: number): number {
  if (i === first) return 0;
  return i < first ? i + 1 : i;
}

function withArrays(
  { starts, references, distances, variances, given, weights }: LayoutArrays,
  k: number,
  p: number,
  smallestVariance: number,
  largestVariance: number,
  spread: number,
): EffectLayout {
  return {
    k,
    p,
    starts,
    references,
    distances,
    variances,
    given,
    smallestVariance,
    largestVariance,
    spread,
    weights,
  };
}

function spreadAround(distances: Float64Array, first: number, end: number, mean: number): number {
  let spread = 0;
  for (let i = first; i < end; i++) spread += (distances[i]! - mean) ** 2;
  return spread;
}

function layOutGroups(
  { estimates, variances, weights }: Effects,
  codes: Int32Array,
  p: number,
  arrays: LayoutArrays,
): EffectLayout {
  const k = estimates.length;
  fillStarts(arrays.starts, codes);
  const rows = rowsInOrder(variances, codes, arrays.starts);
  fillInOrder(arrays.variances, variances, rows);
  fillInOrder(arrays.distances, estimates, rows);
  if (arrays.given) fillInOrder(arrays.given, weights!, rows);
  let spread = 0;
  for (let g = 0; g < p; g++) {
    const [first, end] = [arrays.starts[g]!, arrays.starts[g + 1]!];
    const reference = arrays.distances[first]!;
    arrays.references[g] = reference;
    let sum = 0;
    for (let i = first; i < end; i++) {
      arrays.distances[i]! -= reference;
      sum += arrays.distances[i]!;
    }
    spread += spreadAround(arrays.distances, first, end, sum / (end - first));
  }
  const [smallest, largest] = extremes(variances);
  return withArrays(arrays, k, p, smallest, largest, spread);
}

function fillStarts(starts: Int32Array, codes: Int32Array): void {
  for (const code of codes) starts[code + 1]! += 1;
  for (let g = 1; g < starts.length; g++) starts[g]! += starts[g - 1]!;
}

/** Rows by group: the most precise of each group in front, the others in their own order. */
function rowsInOrder(variances: Float64Array, codes: Int32Array, starts: Int32Array): Int32Array {
  const fronts = new Int32Array(starts.length - 1).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const front = fronts[codes[row]!]!;
    if (front < 0 || variances[row]! < variances[front]!) fronts[codes[row]!] = row;
  }
  const rows = new Int32Array(variances.length);
  const next = starts.map((start) => start + 1);
  for (let row = 0; row < codes.length; row++) {
    const group = codes[row]!;
    rows[row === fronts[group] ? starts[group]! : next[group]!++] = row;
  }
  return rows;
}

function fillInOrder(target: Float64Array, values: Float64Array, rows: Int32Array): void {
  for (let i = 0; i < rows.length; i++) target[i] = values[rows[i]!]!;
}

/** Values by place instead of by row. */
export function inOrder(values: Float64Array, rows: Int32Array): Float64Array {
  const ordered = new Float64Array(rows.length);
  fillInOrder(ordered, values, rows);
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
