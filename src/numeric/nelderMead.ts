/** Where a search for a minimum in several dimensions ended. When `converged` is false, x is only the best point seen. */
export interface SimplexMinimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const DEFAULTS = { step: 0.1, tolerance: 1e-13, iterations: 10_000 };
const RESTARTS = 5;
/** A number this small tells nothing about the size of a step. */
const NEARLY_ZERO = 1e-8;

/**
 * The point where a function of several numbers is smallest, from its values alone: slow but sturdy.
 * @param f the function; it gets an array it must not keep; Infinity or NaN means "not allowed here"
 * @param start first guess; f must be finite there
 * @param options `step`: size of the first simplex, relative to each number (absolute for a 0); `tolerance`: relative
 * spread of the values at which to stop; `iterations`: limit in all
 * @returns the best point; after each arrival the search starts again from there until that no longer helps
 * @see Nelder & Mead (1965), with the coefficients of Gao & Han (2012)
 * @example nelderMead(([x, y]) => (x - 1) ** 2 + (y + 2) ** 2 + 3, [0, 0]).value // 3.00000000
 */
export function nelderMead(
  f: (x: Float64Array) => number,
  start: ArrayLike<number>,
  options: Partial<typeof DEFAULTS> = {},
): SimplexMinimum {
  const { step, tolerance, iterations: limit } = { ...DEFAULTS, ...options };
  const simplex = simplexAround(start, allowed(f));
  let best = simplex.values[0]!;
  let iterations = 0;
  for (let round = 0; round <= RESTARTS; round++) {
    spread(simplex, step / (round + 1));
    const before = best;
    iterations += shrinkDown(simplex, tolerance, limit - iterations);
    best = simplex.values[0]!;
    if (iterations >= limit) break;
    if (!(before - best > tolerance * (Math.abs(best) + tolerance)) && round > 0) {
      return { x: simplex.points[0]!.slice(), value: best, iterations, converged: Number.isFinite(best) };
    }
  }
  return { x: simplex.points[0]!.slice(), value: best, iterations, converged: false };
}

/** n + 1 points with their values, best first, and room for a trial point. */
interface Simplex {
  readonly f: (x: Float64Array) => number;
  readonly size: number;
  readonly points: Float64Array[];
  readonly values: Float64Array;
  readonly centre: Float64Array;
  readonly trial: Float64Array;
  readonly second: Float64Array;
}

function allowed(f: (x: Float64Array) => number): (x: Float64Array) => number {
  return (x) => {
    const value = f(x);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
}

function simplexAround(start: ArrayLike<number>, f: (x: Float64Array) => number): Simplex {
  const size = start.length;
  const points = Array.from({ length: size + 1 }, () => Float64Array.from(start));
  const values = new Float64Array(size + 1).fill(f(points[0]!));
  const room = () => new Float64Array(size);
  return { f, size, points, values, centre: room(), trial: room(), second: room() };
}

/** Puts the other points around the best one. */
function spread({ f, points, values }: Simplex, step: number): void {
  const best = points[0]!;
  for (let k = 1; k < points.length; k++) {
    const point = points[k]!;
    point.set(best);
    const size = Math.abs(point[k - 1]!);
    point[k - 1] = point[k - 1]! + step * (size < NEARLY_ZERO ? 1 : size);
    values[k] = f(point);
  }
}

/** Moves the simplex until its values hardly differ; returns the number of moves. */
function shrinkDown(simplex: Simplex, tolerance: number, limit: number): number {
  const { size, values } = simplex;
  for (let moves = 0; moves < limit; moves++) {
    order(simplex);
    const difference = values[size]! - values[0]!;
    if (difference <= tolerance * (Math.abs(values[0]!) + tolerance) && isSmall(simplex)) return moves;
    move(simplex);
  }
  order(simplex);
  return limit;
}

/** Points may be far apart although their values are equal (either side of the minimum): look at their distance too. */
function isSmall({ size, points }: Simplex): boolean {
  const best = points[0]!;
  for (let k = 1; k <= size; k++) {
    for (let j = 0; j < size; j++) {
      if (Math.abs(points[k]![j]! - best[j]!) > 1e-4 * (Math.abs(best[j]!) + 1e-4)) return false;
    }
  }
  return true;
}

/** One move: reflect the worst point; go further when that is best of all, nearer when it is still bad; else shrink. */
function move(simplex: Simplex): void {
  const { size, values, trial } = simplex;
  findCentre(simplex);
  const reflected = tryAt(simplex, trial, 1);
  if (reflected < values[0]!) goFurther(simplex, reflected);
  else if (reflected < values[Math.max(1, size - 1)]!) replaceWorst(simplex, trial, reflected);
  else comeNearer(simplex, reflected);
}

function goFurther(simplex: Simplex, reflected: number): void {
  const further = tryAt(simplex, simplex.second, 1 + 2 / Math.max(2, simplex.size));
  if (further < reflected) replaceWorst(simplex, simplex.second, further);
  else replaceWorst(simplex, simplex.trial, reflected);
}

function comeNearer(simplex: Simplex, reflected: number): void {
  const worst = simplex.values[simplex.size]!;
  const n = Math.max(2, simplex.size);
  const part = 0.75 - 1 / (2 * n);
  const value = tryAt(simplex, simplex.second, reflected < worst ? part : -part);
  if (value < Math.min(reflected, worst)) replaceWorst(simplex, simplex.second, value);
  else shrink(simplex, 1 - 1 / n);
}

/** The mean of all points but the worst. */
function findCentre({ size, points, centre }: Simplex): void {
  for (let j = 0; j < size; j++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += points[k]![j]!;
    centre[j] = sum / size;
  }
}

/** The value at the centre plus `factor` times the way from the worst point to the centre. */
function tryAt({ f, size, points, centre }: Simplex, point: Float64Array, factor: number): number {
  const worst = points[size]!;
  for (let j = 0; j < size; j++) point[j] = centre[j]! + factor * (centre[j]! - worst[j]!);
  return f(point);
}

function replaceWorst({ size, points, values }: Simplex, point: Float64Array, value: number): void {
  points[size]!.set(point);
  values[size] = value;
}

function shrink({ f, size, points, values }: Simplex, factor: number): void {
  const best = points[0]!;
  for (let k = 1; k <= size; k++) {
    const point = points[k]!;
    for (let j = 0; j < size; j++) point[j] = best[j]! + factor * (point[j]! - best[j]!);
    values[k] = f(point);
  }
}

/** Sorts the points by value; nearly sorted already, so by insertion. */
function order({ size, points, values }: Simplex): void {
  for (let k = 1; k <= size; k++) {
    const value = values[k]!;
    const point = points[k]!;
    let to = k;
    while (to > 0 && values[to - 1]! > value) {
      values[to] = values[to - 1]!;
      points[to] = points[to - 1]!;
      to -= 1;
    }
    values[to] = value;
    points[to] = point;
  }
}
