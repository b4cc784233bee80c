import { cholesky, choleskyInverse, logDeterminant } from "./cholesky.ts";
import { type Matrix, zeros } from "./matrices.ts";
import type { MissingPattern } from "./missingPatterns.ts";

/** Means and covariances of normal data with missing values. */
export interface IncompleteMoments {
  readonly means: Float64Array;
  readonly covariance: Matrix;
  /** Minus twice the log-likelihood over n, without the constant k log(2 pi). */
  readonly deviance: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const TOLERANCE = 1e-11;
const LIMIT = 20_000;

/**
 * The most likely means and covariances of normal data of which values are missing (at random): what full-information
 * maximum likelihood takes as "the data".
 * @param patterns rows by what is present; columns near mean 0 and variance 1
 * @param size number of columns
 * @returns means and covariances (denominator n); null when a pattern's covariance matrix stops being positive definite
 * @see Dempster, Laird & Rubin (1977); Little & Rubin (2019), section 11.2, with Varadhan & Roland's (2008) squared
 * steps. Reference: lavaan, lavInspect(fit, "h1")
 * @example incompleteMoments([{ present: [0], n: 4, means: [1], covariances: [[2]] }], 1).means[0] // 1
 */
export function incompleteMoments(patterns: readonly MissingPattern[], size: number): IncompleteMoments | null {
  let point = startOf(patterns, size);
  for (let iterations = 1; iterations <= LIMIT; iterations++) {
    const one = steppedFrom(point, patterns, size);
    const two = one === null ? null : steppedFrom(one.next, patterns, size);
    if (one === null || two === null) return null;
    if (distance(one.next, two.next) <= TOLERANCE) return finished(two, iterations, true, size);
    point = accelerated(point, one.next, two, patterns, size);
  }
  const last = steppedFrom(point, patterns, size);
  return last === null ? null : finished(last, LIMIT, false, size);
}

/** Means, then the covariance matrix row after row. */
type Point = Float64Array;

interface Step {
  readonly next: Point;
  /** Deviance at the point the step started from. */
  readonly deviance: number;
}

function startOf(patterns: readonly MissingPattern[], size: number): Point {
  const point = new Float64Array(size + size * size);
  const counts = new Float64Array(size);
  for (const { present, n, means } of patterns) {
    present.forEach((j, a) => {
      counts[j] = counts[j]! + n;
      point[j] = point[j]! + n * means[a]!;
    });
  }
  for (let j = 0; j < size; j++) point[j] = point[j]! / counts[j]!;
  for (const { present, n, means, covariances } of patterns) {
    present.forEach((j, a) => {
      const at = size + j * size + j;
      point[at] = point[at]! + (n * (covariances[a]![a]! + (means[a]! - point[j]!) ** 2)) / counts[j]!;
    });
  }
  return point;
}

/** One step of the EM algorithm. */
function steppedFrom(point: Point, patterns: readonly MissingPattern[], size: number): Step | null {
  const total = patterns.reduce((sum, { n }) => sum + n, 0);
  const next = new Float64Array(point.length);
  const expectations: { n: number; means: Float64Array; covariance: Matrix }[] = [];
  let deviance = 0;
  for (const pattern of patterns) {
    const expected = expectedOf(point, pattern, size);
    if (expected === null) return null;
    deviance += (pattern.n / total) * expected.deviance;
    expectations.push({ n: pattern.n, ...expected });
    for (let j = 0; j < size; j++) next[j] = next[j]! + (pattern.n / total) * expected.means[j]!;
  }
  for (const { n, means, covariance } of expectations) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const apart = (means[i]! - next[i]!) * (means[j]! - next[j]!);
        const at = size + i * size + j;
        next[at] = next[at]! + (n / total) * (covariance.data[i * size + j]! + apart);
      }
    }
  }
  return { next, deviance };
}

/** Expected means and covariances of all columns in the rows of a pattern, given what is present in them. */
function expectedOf(point: Point, { present, means, covariances }: MissingPattern, size: number) {
  const count = present.length;
  const own = zeros(count, count);
  present.forEach((i, a) => {
    present.forEach((j, b) => {
      own.data[a * count + b] = point[size + i * size + j]!;
    });
  });
  const root = cholesky(own);
  if (root === null) return null;
  const inverse = choleskyInverse(root).data;
  const weights = regressionOn(point, present, inverse, size);
  const apart = present.map((j, a) => means[a]! - point[j]!);
  const all = { means: new Float64Array(size), covariance: zeros(size, size) };
  for (let i = 0; i < size; i++) {
    all.means[i] = apart.reduce((sum, d, a) => sum + weights[i * count + a]! * d, point[i]!);
    for (let j = 0; j < size; j++) {
      all.covariance.data[i * size + j] = expectedCovariance(point, present, covariances, weights, [i, j, size]);
    }
  }
  let deviance = logDeterminant(root);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) deviance += inverse[a * count + b]! * (covariances[a]![b]! + apart[a]! * apart[b]!);
  }
  return { ...all, deviance };
}

/** Weights of the present columns for every column: a present one stands for itself. */
function regressionOn(point: Point, present: readonly number[], inverse: Float64Array, size: number): Float64Array {
  const count = present.length;
  const weights = new Float64Array(size * count);
  for (let i = 0; i < size; i++) {
    const place = present.indexOf(i);
    for (let a = 0; a < count; a++) {
      weights[i * count + a] =
        place >= 0
          ? Number(place === a)
          : present.reduce((sum, j, b) => sum + point[size + i * size + j]! * inverse[b * count + a]!, 0);
    }
  }
  return weights;
}

/** What varies with the present columns, and what is left over when both columns are missing. */
function expectedCovariance(
  point: Point,
  present: readonly number[],
  covariances: readonly (readonly number[])[],
  weights: Float64Array,
  [i, j, size]: readonly [number, number, number],
): number {
  const count = present.length;
  let sum = 0;
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) sum += weights[i * count + a]! * covariances[a]![b]! * weights[j * count + b]!;
  }
  if (present.includes(i) || present.includes(j)) return sum;
  const known = present.reduce((part, m, a) => part + weights[i * count + a]! * point[size + m * size + j]!, 0);
  return sum + point[size + i * size + j]! - known;
}

/** Goes on along the line of two steps, as far as it leads down; else the second step as it is. */
function accelerated(
  start: Point,
  one: Point,
  { next: two, deviance }: Step,
  patterns: readonly MissingPattern[],
  size: number,
): Point {
  const first = one.map((value, i) => value - start[i]!);
  const change = two.map((value, i) => value - one[i]! - first[i]!);
  const length = Math.hypot(...first) / Math.hypot(...change);
  if (!(length > 1 && Number.isFinite(length))) return two;
  const far = start.map((value, i) => value + 2 * length * first[i]! + length * length * change[i]!);
  const there = steppedFrom(far, patterns, size);
  return there !== null && there.deviance <= deviance ? there.next : two;
}

function distance(a: Point, b: Point): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

function finished({ next, deviance }: Step, iterations: number, converged: boolean, size: number): IncompleteMoments {
  return {
    means: next.slice(0, size),
    covariance: { rows: size, columns: size, data: next.slice(size) },
    deviance,
    iterations,
    converged,
  };
}
