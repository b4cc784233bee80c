import { cholesky, choleskyInverse } from "./cholesky.ts";
import { type Matrix, mirrored, zeros } from "./matrices.ts";
import { type Curvature, newtonMinimum } from "./newton.ts";
import { normalLogDensity, normalLogLower, normalLogUpper } from "./normal.ts";
import { normalInterval } from "./normalInterval.ts";

/** Below this share of a cell its figures are taken from logarithms. */
const TINY = 1e-280;
const TOLERANCE = 1e-13;

/**
 * Writes of the standard normal share between two limits: its logarithm, and the densities at the lower and the upper
 * limit over that share, also where the share itself underflows.
 * @param into three places
 */
export function normalCell(from: number, to: number, into: Float64Array): void {
  const share = normalInterval(from, to);
  into[0] = share > TINY ? Math.log(share) : logInterval(from, to);
  into[1] = Number.isFinite(from) ? Math.exp(normalLogDensity(from) - into[0]!) : 0;
  into[2] = Number.isFinite(to) ? Math.exp(normalLogDensity(to) - into[0]!) : 0;
}

/** Logarithm of a share so far out in a tail that it is less than a double can hold. */
function logInterval(from: number, to: number): number {
  const [near, far] =
    from > 0 ? [normalLogUpper(from), normalLogUpper(to)] : [normalLogLower(to), normalLogLower(from)];
  return near + Math.log1p(-Math.exp(far - near));
}

/** Numbers and the ordered category of each: codes from 0. */
export interface OrderedRows {
  readonly z: Float64Array;
  readonly codes: Int32Array;
  /** Thresholds to start from, one fewer than there are categories. */
  readonly thresholds: readonly number[];
}

export interface OrderedProbit {
  readonly slope: number;
  readonly thresholds: readonly number[];
  /** Standard error of the slope from the observed information. */
  readonly slopeError: number;
  /** What each row does to the slope: a sum of 0, the slope's influence function over n. */
  readonly influence: Float64Array;
  readonly converged: boolean;
}

/**
 * Regression of ordered categories on one number: a normal trait with this slope on z is cut at the thresholds.
 * @param rows at least two categories, each chosen; the categories must overlap on z
 * @returns maximum likelihood estimates; null where the likelihood has no top
 * @see McKelvey & Zavoina (1975); Pratt (1981): the likelihood has one top. Reference: MASS::polr(method = "probit")
 * @example orderedProbit({ z: Float64Array.of(-1, 0.5, 1, 0), codes: Int32Array.of(0, 0, 1, 1), thresholds: [0] })?.converged // true
 */
export function orderedProbit(rows: OrderedRows): OrderedProbit | null {
  const cuts = rows.thresholds.length;
  const start = Float64Array.of(...rows.thresholds, 0);
  const top = newtonMinimum((at) => curvatureAt(rows, at), start, { tolerance: TOLERANCE, iterations: 200 });
  if (top === null) return null;
  const lower = cholesky(top.hessian);
  if (lower === null) return null;
  const inverse = choleskyInverse(lower);
  return {
    slope: top.x[cuts]!,
    thresholds: Array.from(top.x.subarray(0, cuts)),
    slopeError: Math.sqrt(inverse.data[cuts * (cuts + 1) + cuts]!),
    influence: influenceOf(rows, top.x, inverse),
    converged: top.converged,
  };
}

/** Limits of the trait's residual in the row's cell. */
function limits({ z, codes }: OrderedRows, at: Float64Array, i: number): [number, number] {
  const cuts = at.length - 1;
  const code = codes[i]!;
  const shift = at[cuts]! * z[i]!;
  return [
    code === 0 ? Number.NEGATIVE_INFINITY : at[code - 1]! - shift,
    code === cuts ? Number.POSITIVE_INFINITY : at[code]! - shift,
  ];
}

/** Minus the log-likelihood with its derivatives; null where the thresholds are out of order. */
function curvatureAt(rows: OrderedRows, at: Float64Array): Curvature | null {
  const cuts = at.length - 1;
  for (let k = 1; k < cuts; k++) if (!(at[k]! > at[k - 1]!)) return null;
  const gradient = new Float64Array(cuts + 1);
  const hessian = zeros(cuts + 1, cuts + 1);
  const cell = new Float64Array(3);
  let value = 0;
  for (let i = 0; i < rows.codes.length; i++) {
    const [from, to] = limits(rows, at, i);
    normalCell(from, to, cell);
    value -= cell[0]!;
    addRow(gradient, hessian, cell, { from, to, z: rows.z[i]!, code: rows.codes[i]! });
  }
  return { value, gradient, hessian: mirrored(hessian) };
}

interface RowCell {
  readonly from: number;
  readonly to: number;
  readonly z: number;
  readonly code: number;
}

/** Adds a row's part: the cell depends on the threshold below it, the one above, and the slope (the last place). */
function addRow(gradient: Float64Array, hessian: Matrix, cell: Float64Array, { from, to, z, code }: RowCell): void {
  const slope = gradient.length - 1;
  const size = gradient.length;
  const [low, high] = [-cell[1]!, cell[2]!];
  const lowCurve = low === 0 ? 0 : -from * low - low * low;
  const highCurve = high === 0 ? 0 : -to * high - high * high;
  const cross = -low * high;
  gradient[slope]! += z * (low + high);
  hessian.data[slope * size + slope]! -= z * z * (lowCurve + highCurve + 2 * cross);
  if (code > 0) {
    gradient[code - 1]! -= low;
    hessian.data[(code - 1) * size + code - 1]! -= lowCurve;
    hessian.data[slope * size + code - 1]! += z * (lowCurve + cross);
  }
  if (code < slope) {
    gradient[code]! -= high;
    hessian.data[code * size + code]! -= highCurve;
    hessian.data[slope * size + code]! += z * (highCurve + cross);
  }
  if (code > 0 && code < slope) hessian.data[code * size + code - 1]! -= cross;
}

function influenceOf(rows: OrderedRows, at: Float64Array, inverse: Matrix): Float64Array {
  const slope = at.length - 1;
  const own = inverse.data.subarray(slope * (slope + 1), (slope + 1) * (slope + 1));
  const cell = new Float64Array(3);
  return rows.z.map((z, i) => {
    const [from, to] = limits(rows, at, i);
    normalCell(from, to, cell);
    const code = rows.codes[i]!;
    const below = code > 0 ? own[code - 1]! - own[slope]! * z : 0;
    const above = code < slope ? own[code]! - own[slope]! * z : 0;
    return above * cell[2]! - below * cell[1]!;
  });
}
