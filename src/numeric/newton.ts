import { cholesky, choleskySolve } from "./cholesky.ts";
import { type Matrix, zeros } from "./matrices.ts";

/** What a function of several numbers is at a point: its value, slopes and matrix of second derivatives. */
export interface Curvature {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Matrix;
}

/** Null means "not allowed here". */
export type WithCurvature = (x: Float64Array) => Curvature | null;

/** Where the search ended. When `converged` is false, x is only the best point seen. */
export interface NewtonMinimum extends Curvature {
  readonly x: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

const DEFAULTS = { tolerance: 1e-11, iterations: 400, lower: Number.NEGATIVE_INFINITY };
/** A step of at most this size that no longer leads down is rounding, not failure. */
const ROUNDING_STEP = 1e-6;
const HALVINGS = 50;
const LONGEST_STEP = 2;

/**
 * The point where a smooth function of several numbers is smallest, with the help of its second derivatives: few steps,
 * and all digits the function itself has.
 * @param f value, gradient and matrix of second derivatives; null where the function does not exist
 * @param start first guess, where f must exist; the numbers should be of the order of 1
 * @param options `tolerance`: stop at a step that changes no number by more than this share of its size (at least 1);
 * `lower`: bound for all numbers; `iterations`: limit
 * @returns the point with value, gradient and second derivatives; null when f does not exist at the start
 * @see Nocedal & Wright (2006), algorithm 3.2 (Newton with a multiple of the identity added where needed); Bertsekas
 * (1982) for the bound
 * @example newtonMinimum(([x]) => ({ value: (x - 3) ** 4, gradient: Float64Array.of(4 * (x - 3) ** 3), hessian: { rows: 1, columns: 1, data: Float64Array.of(12 * (x - 3) ** 2) } }), [0], { lower: 4 }).x[0] // 4
 */
export function newtonMinimum(
  f: WithCurvature,
  start: ArrayLike<number>,
  options: Partial<typeof DEFAULTS> = {},
): NewtonMinimum | null {
  const { tolerance, iterations: limit, lower } = { ...DEFAULTS, ...options };
  let x: Float64Array = Float64Array.from(start, (value) => Math.max(lower, value));
  let here = f(x);
  if (here === null) return null;
  for (let iterations = 0; iterations < limit; iterations++) {
    const { direction, definite } = directionAt(x, here, lower);
    const size = largestShare(direction, x);
    const next = descend({ f, x, here, direction, lower, near: size <= ROUNDING_STEP });
    if (next === null) return { x, ...here, iterations, converged: definite && size <= ROUNDING_STEP };
    if (definite && size <= tolerance) return { x: next.x, ...next.there, iterations, converged: true };
    x = next.x;
    here = next.there;
  }
  return { x, ...here, iterations: limit, converged: false };
}

/** The numbers that may move: not those at the bound whose slope points beyond it. */
function freeAt(x: Float64Array, { gradient }: Curvature, lower: number): number[] {
  return [...x.keys()].filter((j) => x[j]! > lower || gradient[j]! < 0);
}

/** Minus the inverse second derivatives times the slopes; where those are not definite, with a ridge that makes it so. */
function directionAt(x: Float64Array, here: Curvature, lower: number) {
  const free = freeAt(x, here, lower);
  const direction = new Float64Array(x.length);
  if (free.length === 0) return { direction, definite: true };
  const largest = free.reduce((most, j) => Math.max(most, Math.abs(here.hessian.data[j * x.length + j]!)), 1e-8);
  for (let ridge = 0; ; ridge = ridge === 0 ? 1e-4 * largest : 4 * ridge) {
    const lowerTriangle = cholesky(restricted(here.hessian, free, ridge));
    if (lowerTriangle === null && ridge < 1e12 * largest) continue;
    const slopes = free.map((j) => -here.gradient[j]!);
    const moves = lowerTriangle === null ? slopes : choleskySolve(lowerTriangle, slopes);
    const longest = Math.max(...Array.from(moves, Math.abs));
    const shortened = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
    free.forEach((j, i) => {
      direction[j] = moves[i]! * shortened;
    });
    return { direction, definite: ridge === 0 };
  }
}

function restricted({ columns, data }: Matrix, free: readonly number[], ridge: number): Matrix {
  const part = zeros(free.length, free.length);
  free.forEach((i, row) => {
    free.forEach((j, column) => {
      part.data[row * free.length + column] = data[i * columns + j]! + (i === j ? ridge : 0);
    });
  });
  return part;
}

function largestShare(direction: Float64Array, x: Float64Array): number {
  return direction.reduce((most, part, j) => Math.max(most, Math.abs(part) / Math.max(1, Math.abs(x[j]!))), 0);
}

interface Place {
  readonly f: WithCurvature;
  readonly x: Float64Array;
  readonly here: Curvature;
  readonly direction: Float64Array;
  readonly lower: number;
  /** So near the minimum that values cannot tell points apart: slopes decide. */
  readonly near: boolean;
}

/** The first of the step and its halves that leads down; null when none does. */
function descend({ f, x, here, direction, lower, near }: Place): { x: Float64Array; there: Curvature } | null {
  for (let length = 1, trial = 0; trial < HALVINGS; length /= 2, trial++) {
    const next = x.map((value, j) => Math.max(lower, value + length * direction[j]!));
    const there = f(next);
    if (there === null || !Number.isFinite(there.value)) continue;
    if (near && steepness(next, there, lower) < 0.5 * steepness(x, here, lower)) return { x: next, there };
    const expected = next.reduce((sum, value, j) => sum + here.gradient[j]! * (value - x[j]!), 0);
    if (!near && there.value <= here.value + 1e-4 * expected && there.value < here.value) return { x: next, there };
  }
  return null;
}

function steepness(x: Float64Array, here: Curvature, lower: number): number {
  return freeAt(x, here, lower).reduce((most, j) => Math.max(most, Math.abs(here.gradient[j]!)), 0);
}
