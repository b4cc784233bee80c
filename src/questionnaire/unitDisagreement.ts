import { compensatedSum } from "../numeric/sums.ts";

export type Measurement = "nominal" | "ordinal" | "interval" | "ratio";

/** The values of units that have at least two: unit u has `codes[starts[u]..starts[u + 1]]`, places in `values`. */
export interface Units {
  readonly codes: Int32Array;
  readonly starts: Int32Array;
  /** The distinct values, from low to high. */
  readonly values: Float64Array;
  readonly units: number;
}

export interface Disagreement {
  /** Mean disagreement of two values of one unit, and of any two values. */
  readonly observed: number;
  readonly expected: number;
}

/**
 * Gathers the values of each row that has at least two: a single value cannot be paired.
 * @param columns one per rater; NaN is missing
 * @example unitsOf([Float64Array.of(1, 2, NaN), Float64Array.of(3, NaN, NaN)]).units // 1
 */
export function unitsOf(columns: readonly Float64Array[]): Units {
  const rows = columns[0]?.length ?? 0;
  const kept: number[][] = [];
  for (let i = 0; i < rows; i++) {
    const present = columns.map((column) => column[i]!).filter((value) => !Number.isNaN(value));
    if (present.length > 1) kept.push(present);
  }
  const values = Float64Array.from(new Set(kept.flat())).sort();
  const places = new Map(Array.from(values, (value, place) => [value, place]));
  const starts = new Int32Array(kept.length + 1);
  for (const [u, present] of kept.entries()) starts[u + 1] = starts[u]! + present.length;
  const codes = Int32Array.from(kept.flat(), (value) => places.get(value)!);
  return { codes, starts, values, units: kept.length };
}

/**
 * Observed and expected disagreement of Krippendorff's alpha, which is 1 - observed / expected.
 * @param units the values per unit
 * @param measurement how values differ: nominal equal or not; ordinal by the ranks between them; interval by their
 * difference; ratio by their difference over their sum
 * @param times how often each unit counts (a resample); once when left out
 * @see Krippendorff (2019), Content analysis, ch. 12: the coincidences summed per unit. For ordinal data his metric is
 * the difference of mean ranks
 * @example unitDisagreement(unitsOf([Float64Array.of(1, 2), Float64Array.of(1, 3)]), "interval").observed // 0.5
 */
export function unitDisagreement(units: Units, measurement: Measurement, times?: Int32Array): Disagreement {
  const counts = valueCounts(units, times);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const measure = MEASURES[measurement](units.values, counts, total);
  const terms = new Float64Array(units.units);
  for (let u = 0; u < units.units; u++) {
    const weight = times === undefined ? 1 : times[u]!;
    if (weight === 0) continue;
    const [from, to] = [units.starts[u]!, units.starts[u + 1]!];
    terms[u] = (weight * measure.within(units.codes, from, to)) / (to - from - 1);
  }
  return { observed: compensatedSum(terms) / total, expected: measure.all / (total * (total - 1)) };
}

function valueCounts({ codes, starts, values, units }: Units, times?: Int32Array): Float64Array {
  const counts = new Float64Array(values.length);
  for (let u = 0; u < units; u++) {
    const weight = times === undefined ? 1 : times[u]!;
    for (let i = starts[u]!; i < starts[u + 1]!; i++) counts[codes[i]!]! += weight;
  }
  return counts;
}

/** Sums of disagreement over ordered pairs of different places: within one unit, and over all values. */
interface Measure {
  readonly within: (codes: Int32Array, from: number, to: number) => number;
  readonly all: number;
}

type MeasureOf = (values: Float64Array, counts: Float64Array, total: number) => Measure;

const MEASURES: Readonly<Record<Measurement, MeasureOf>> = {
  nominal: (_, counts, total) => ({
    within: (codes, from, to) => pairSum(codes, from, to, (a, b) => (a === b ? 0 : 1)),
    all: compensatedSum(counts.map((count) => count * (total - count))),
  }),
  ordinal: (_, counts, total) => squaredDistances(middleRanks(counts), counts, total),
  interval: squaredDistances,
  ratio: (values, counts) => {
    const apart = (a: number, b: number) =>
      a === b ? 0 : ((values[a]! - values[b]!) / (values[a]! + values[b]!)) ** 2;
    return { within: (codes, from, to) => pairSum(codes, from, to, apart), all: ratioSum(counts, apart) };
  },
};

/** Twice the sum over pairs of places. */
function pairSum(codes: Int32Array, from: number, to: number, apart: (a: number, b: number) => number): number {
  let sum = 0;
  for (let i = from; i < to; i++) for (let j = from; j < i; j++) sum += apart(codes[i]!, codes[j]!);
  return 2 * sum;
}

function ratioSum(counts: Float64Array, apart: (a: number, b: number) => number): number {
  const terms = counts.map((count, a) => {
    let sum = 0;
    for (let b = 0; b < a; b++) sum += counts[b]! * apart(a, b);
    return count * sum;
  });
  return 2 * compensatedSum(terms);
}

/** The ordered pairs of m values have squared distances that sum to 2 m times their sum of squares. */
function squaredDistances(scores: Float64Array, counts: Float64Array, total: number): Measure {
  const middle = compensatedSum(scores.map((score, v) => (counts[v]! / total) * (score - scores[0]!)));
  const centred = scores.map((score) => score - scores[0]! - middle);
  const within = (codes: Int32Array, from: number, to: number) => {
    const m = to - from;
    let mean = 0;
    for (let i = from; i < to; i++) mean += centred[codes[i]!]! / m;
    let squares = 0;
    let same = true;
    for (let i = from; i < to; i++) {
      squares += (centred[codes[i]!]! - mean) ** 2;
      same &&= codes[i] === codes[from];
    }
    return same ? 0 : 2 * m * squares;
  };
  return { within, all: 2 * total * compensatedSum(centred.map((score, v) => counts[v]! * score ** 2)) };
}

/** Mean rank of the values that are equal. */
function middleRanks(counts: Float64Array): Float64Array {
  let below = 0;
  return counts.map((count) => {
    const rank = below + (count + 1) / 2;
    below += count;
    return rank;
  });
}
