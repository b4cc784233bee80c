import { normalDensity } from "./normal.ts";

/** Nodes and weights of a rule: the integral is about the sum of weight times value. Shared between callers: read only. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const NEWTON_STEPS = 12;
const SMALLEST_STEP = 1e-15;
const legendreRules = new Map<number, QuadratureRule>();
const hermiteRules = new Map<number, QuadratureRule>();
const expectationRules = new Map<number, QuadratureRule>();

/**
 * Gauss-Legendre rule on [-1, 1], exact for polynomials up to degree 2n - 1; made once per n and kept.
 * Found in the angle (x = cos angle), where nodes and weights near the ends keep all their digits.
 *
 * @param n number of nodes, a whole number of at least 1; otherwise the rule is one NaN
 * @returns nodes in increasing order and their weights, which sum to 2
 * @see Abramowitz & Stegun (1964), 25.4.29; Swarztrauber (2003), On computing the points and weights for Gauss-Legendre
 * @example gaussLegendre(2).nodes[1] // 0.5773502691896258
 */
export function gaussLegendre(n: number): QuadratureRule {
  return remembered(legendreRules, n, makeGaussLegendre);
}

/**
 * Gauss-Hermite rule for the weight exp(-x^2) on the whole line; made once per n and kept.
 *
 * @param n number of nodes, a whole number of at least 1 (weights of the outermost nodes underflow beyond some 350)
 * @returns nodes in increasing order and their weights, which sum to the square root of pi
 * @see Abramowitz & Stegun (1964), 25.4.46
 * @example gaussHermite(2).nodes[1] // 0.7071067811865476
 */
export function gaussHermite(n: number): QuadratureRule {
  return remembered(hermiteRules, n, makeGaussHermite);
}

/**
 * Rule for the mean of a function of a standard normal variable: sum of weight times f(node) is E f(Z).
 * This is Gauss-Hermite, rescaled; its nodes are z values and its weights sum to 1.
 *
 * @param n number of nodes, a whole number of at least 1
 * @returns nodes in increasing order and weights that sum to 1
 * @see Abramowitz & Stegun (1964), 25.4.46
 * @example normalExpectation(3).nodes[2] // 1.7320508075688772
 */
export function normalExpectation(n: number): QuadratureRule {
  return remembered(expectationRules, n, (count) => {
    const { nodes, weights } = gaussHermite(count);
    const total = Math.sqrt(Math.PI);
    return { nodes: nodes.map((x) => x * Math.SQRT2), weights: weights.map((w) => w / total) };
  });
}

function remembered(rules: Map<number, QuadratureRule>, n: number, make: (n: number) => QuadratureRule) {
  const known = rules.get(n);
  if (known !== undefined) return known;
  if (!Number.isInteger(n) || n < 1)
    return { nodes: Float64Array.of(Number.NaN), weights: Float64Array.of(Number.NaN) };
  const made = make(n);
  rules.set(n, made);
  return made;
}

function makeGaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 1; i <= (n + 1) / 2; i++) {
    let angle = ((4 * i - 1) / (4 * n + 2)) * Math.PI;
    angle += 1 / (8 * n * n * Math.tan(angle));
    const slope = legendreRoot(n, angle);
    const x = 2 * i === n + 1 ? 0 : Math.cos(root.place);
    nodes[i - 1] = -x;
    nodes[n - i] = x;
    weights[i - 1] = weights[n - i] = 2 / (slope * slope);
  }
  return { nodes, weights };
}

/** Where the last Newton search ended; kept outside the functions so that they can hand back the slope there. */
const root = { place: 0, slope: 0 };

/** Newton's method on the Legendre polynomial as a function of the angle; gives its slope at the root. */
function legendreRoot(n: number, angle: number): number {
  root.place = angle;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const change = legendreAtAngle(n, root.place) / root.slope;
    root.place -= change;
    if (Math.abs(change) < SMALLEST_STEP * root.place) break;
  }
  legendreAtAngle(n, root.place);
  return root.slope;
}

/** P_n(cos angle) by the recurrence for its differences, which loses nothing where cos angle is nearly 1. */
function legendreAtAngle(n: number, angle: number): number {
  const half = Math.sin(angle / 2);
  const gap = 2 * half * half;
  let value = 1 - gap;
  let difference = -gap;
  for (let k = 1; k < n; k++) {
    difference = (k * difference - (2 * k + 1) * gap * value) / (k + 1);
    value += difference;
  }
  root.slope = (n * (difference - gap * value)) / Math.sin(angle);
  return value;
}

function makeGaussHermite(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 1; i <= (n + 1) / 2; i++) {
    const remainder = hermiteRoot(n, 2 * i === n + 1 ? 0 : hermiteGuess(n, i));
    const x = root.place;
    nodes[i - 1] = -x;
    nodes[n - i] = x;
    const wave = normalDensity(x) / root.slope;
    weights[i - 1] = weights[n - i] = 4 * Math.PI * wave * wave * Math.exp(2 * x * remainder);
  }
  return { nodes, weights };
}

/** The i-th largest root, from the phase of the wave: 2a - sin 2a = (4i - 1) pi / (2n + 1), x = sqrt(2n + 1) cos a. */
function hermiteGuess(n: number, i: number): number {
  const phase = ((4 * i - 1) * Math.PI) / (2 * n + 1);
  let twice = Math.cbrt(6 * phase);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    twice -= (twice - Math.sin(twice) - phase) / (1 - Math.cos(twice));
  }
  return Math.sqrt(2 * n + 1) * Math.cos(twice / 2);
}

/** Newton's method on the Hermite function; gives by how much the double it ends at lies above the root. */
function hermiteRoot(n: number, guess: number): number {
  root.place = guess;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const change = hermiteFunction(n, root.place) / root.slope;
    root.place -= change;
    if (Math.abs(change) <= SMALLEST_STEP * Math.abs(root.place)) break;
  }
  return hermiteFunction(n, root.place) / root.slope;
}

/** The normalised Hermite function exp(-x^2 / 2) H_n(x) / sqrt(2^n n! sqrt pi). */
function hermiteFunction(n: number, x: number): number {
  let before = 0;
  let value = Math.SQRT2 * Math.PI ** 0.25 * normalDensity(x);
  for (let k = 0; k < n; k++) {
    const next = x * Math.sqrt(2 / (k + 1)) * value - Math.sqrt(k / (k + 1)) * before;
    before = value;
    value = next;
  }
  root.slope = Math.sqrt(2 * n) * before - x * value;
  return value;
}
