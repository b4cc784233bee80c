import { bracketedRoot } from "../numeric/roots.ts";
import type { EffectLayout } from "./effectLayout.ts";

/** How much of a distribution lies below and above a value. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** e^-41 is below the rounding of the answer. */
const EXPONENT = 41;
const NEGLIGIBLE = 1e-19;
const MOST_NODES = 100_000;
const SHARE = 1e-3;

/**
 * Exact distribution of the quadratic form Q = y'Ay (A = diag(a) - aa' / sum(a) per group) of normal effects with
 * variances v + tau2: the integral that inverts its moment generating function, along a parabola through the saddle
 * point, by the trapezoidal rule, which is exact to rounding there. A's eigenvalues are not needed: the determinant in
 * the generating function is a product and a sum.
 * @param a weights above 0, by place in the layout
 * @param value 0 or more
 * @see Rice (1980), Distribution of quadratic forms in normal variables; Weideman & Trefethen (2007) for the parabola.
 * Reference: CompQuadForm::farebrother
 */
export function quadraticFormTails(layout: EffectLayout, a: Float64Array, tau2: number, value: number): Tails {
  const form = formOf(layout, a, tau2);
  if (!(value > 0)) return { lower: 0, upper: 1 };
  const isUpper = value > form.mean;
  const saddle = saddlePoint(form, value, isUpper);
  const tail = Math.abs(integralOver(form, value, saddle));
  return isUpper ? { lower: 1 - tail, upper: tail } : { lower: tail, upper: 1 - tail };
}

/** Q's generating function at z: the root of 1 / (prod(1 - 2 z d) sum(share / (1 - 2 z d))), per group. */
interface Form {
  readonly starts: Int32Array;
  /** a (v + tau2), by place. */
  readonly d: Float64Array;
  /** a over the sum of a in its group. */
  readonly shares: Float64Array;
  readonly mean: number;
  /** Below this, and off the real line, the generating function has no singularity. */
  readonly edge: number;
}

function formOf({ variances, starts, p }: EffectLayout, a: Float64Array, tau2: number): Form {
  const d = a.map((weight, i) => weight * (variances[i]! + tau2));
  const shares = new Float64Array(a.length);
  let mean = 0;
  let edge = Number.POSITIVE_INFINITY;
  for (let g = 0; g < p; g++) {
    const [first, end] = [starts[g]!, starts[g + 1]!];
    let total = 0;
    for (let i = first; i < end; i++) total += a[i]!;
    for (let i = first; i < end; i++) {
      shares[i] = a[i]! / total;
      mean += d[i]! * (1 - shares[i]!);
    }
    edge = Math.min(edge, edgeOf(d, shares, first, end));
  }
  return { starts, d, shares, mean, edge };
}

/** 1 / twice the largest eigenvalue of a group, which lies between its two largest d; a little less will do. */
function edgeOf(d: Float64Array, shares: Float64Array, first: number, end: number): number {
  if (end - first < 2) return Number.POSITIVE_INFINITY;
  let largest = 0;
  let second = 0;
  for (let i = first; i < end; i++) {
    if (d[i]! > largest) [second, largest] = [largest, d[i]!];
    else second = Math.max(second, d[i]!);
  }
  let low = 0.5 / largest;
  let high = 0.5 / second;
  while (high - low > SHARE * low) {
    const middle = (low + high) / 2;
    let sum = 0;
    for (let i = first; i < end; i++) sum += shares[i]! / (1 - 2 * middle * d[i]!);
    if (sum < 0) low = middle;
    else high = middle;
  }
  return low;
}

/** Where |M(x) e^(-xq) / x| is least: above 0 for the upper tail, below for the lower; roughly is enough. */
function saddlePoint(form: Form, value: number, isUpper: boolean): number {
  const slope = (x: number) => logSlope(form, x) - value - 1 / x;
  if (isUpper)
    return bracketedRoot(slope, form.edge * 1e-9, form.edge * (1 - SHARE / 2), { iterations: 24 }).x || form.edge / 2;
  let far = -form.edge;
  while (slope(far) > 0) far *= 4;
  return bracketedRoot(slope, far, far * 1e-9, { iterations: 24 }).x;
}

/** Derivative of log M on the real line. */
function logSlope({ starts, d, shares }: Form, x: number): number {
  let slope = 0;
  for (let g = 0; g + 1 < starts.length; g++) {
    let sum = 0;
    let change = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) {
      const factor = 1 / (1 - 2 * x * d[i]!);
      slope += d[i]! * factor;
      sum += shares[i]! * factor;
      change += 2 * shares[i]! * d[i]! * factor * factor;
    }
    slope -= change / (2 * sum);
  }
  return slope;
}

/** The tail whose contour crosses the real line at the saddle: z(u) = edge - width (1 - iu)^2. */
function integralOver(form: Form, value: number, saddle: number): number {
  const width = form.edge - saddle;
  const pole = Math.abs(Math.sqrt(form.edge / width) - 1);
  const step = (2 * Math.PI * Math.min(1, pole)) / EXPONENT;
  let sum = integrand(form, value, width, 0) / 2;
  for (let node = 1; node < MOST_NODES; node++) {
    const term = integrand(form, value, width, node * step);
    sum += term;
    if (Math.abs(found.size) < NEGLIGIBLE * Math.abs(sum)) break;
  }
  return (2 * step * width * sum) / Math.PI;
}

/** Size of the integrand where it was last asked for, which its real part may hide. */
const found = { size: 0 };

function integrand({ starts, d, shares, edge }: Form, value: number, width: number, u: number): number {
  const x = edge - width * (1 - u * u);
  const y = 2 * width * u;
  let logSize = -x * value;
  let angle = -y * value;
  for (let g = 0; g + 1 < starts.length; g++) {
    let real = 0;
    let imaginary = 0;
    for (let i = starts[g]!; i < starts[g + 1]!; i++) {
      const along = 1 - 2 * x * d[i]!;
      const across = -2 * y * d[i]!;
      const square = along * along + across * across;
      logSize -= Math.log(square) / 4;
      angle -= Math.atan2(across, along) / 2;
      real += (shares[i]! * along) / square;
      imaginary -= (shares[i]! * across) / square;
    }
    logSize -= Math.log(real * real + imaginary * imaginary) / 4;
    angle -= Math.atan2(imaginary, real) / 2;
  }
  logSize += Math.log((1 + u * u) / (x * x + y * y)) / 2;
  angle -= Math.atan2(y, x) + Math.atan(u);
  found.size = Math.exp(logSize);
  return found.size * Math.cos(angle);
}
