import { bfgs } from "./bfgs.ts";
import { symmetricEigen } from "./eigenvalues.ts";
import { crossProduct, type Matrix, multiply, zeros } from "./matrices.ts";

/** Loadings in which some items are held at the largest communality that is allowed. */
export interface BoundedMinres {
  readonly loadings: Matrix;
  readonly held: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
}

const TOLERANCE = 1e-11;
const LIMIT = 5000;
const ROUNDS = 50;

/**
 * Minimum residuals off the diagonal, with every communality at most `most`: what is left of minres when an item would
 * share more than it has (a Heywood case).
 * @param start loadings to begin with, items by factors
 * @param most largest communality, below 1
 * @returns loadings along their principal axes, and the items that are held
 * @see Harman & Fukuda (1966), Resolution of the Heywood case in the minres solution
 * @example boundedMinres({ rows: 3, columns: 3, data: Float64Array.of(1, 0.8, 0.7, 0.8, 1, 0.3, 0.7, 0.3, 1) }, { rows: 3, columns: 1, data: Float64Array.of(0.9, 0.7, 0.6) }, 0.995).held // [0]
 */
export function boundedMinres(correlations: Matrix, start: Matrix, most: number): BoundedMinres {
  let held: readonly number[] = [];
  let x = start.data;
  let iterations = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const work = { correlations, factors: start.columns, held, radius: Math.sqrt(most) };
    const found = bfgs((point, slopes) => residualsAt(work, point, slopes), x, {
      tolerance: TOLERANCE,
      iterations: LIMIT,
    });
    x = rowsOf(work, found.x);
    iterations += found.iterations;
    const next = heldNext(work, x, most);
    if (String(next) === String(held))
      return { loadings: principal(x, start), held, iterations, converged: found.converged };
    held = next;
  }
  return { loadings: principal(x, start), held, iterations, converged: false };
}

interface Work {
  readonly correlations: Matrix;
  readonly factors: number;
  readonly held: readonly number[];
  readonly radius: number;
}

function lengthOf(x: Float64Array, i: number, factors: number): number {
  return Math.hypot(...x.subarray(i * factors, (i + 1) * factors));
}

/** The loadings at a point: rows of held items are brought to their length. */
function rowsOf({ factors, held, radius }: Work, point: Float64Array): Float64Array {
  const x = point.slice();
  for (const i of held) {
    const length = lengthOf(point, i, factors);
    for (let k = 0; k < factors; k++) x[i * factors + k] = (x[i * factors + k]! * radius) / length;
  }
  return x;
}

/** Slopes of the sum of squared residuals below the diagonal, by the loadings themselves. */
function slopesOf({ correlations, factors }: Work, x: Float64Array, slopes: Float64Array): number {
  const size = correlations.columns;
  let value = 0;
  slopes.fill(0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      let residual = correlations.data[i * size + j]!;
      for (let k = 0; k < factors; k++) residual -= x[i * factors + k]! * x[j * factors + k]!;
      value += residual * residual;
      for (let k = 0; k < factors; k++) {
        slopes[i * factors + k]! -= 2 * residual * x[j * factors + k]!;
        slopes[j * factors + k]! -= 2 * residual * x[i * factors + k]!;
      }
    }
  }
  return value;
}

function residualsAt(work: Work, point: Float64Array, slopes: Float64Array): number {
  const { factors, held, radius } = work;
  const x = rowsOf(work, point);
  const value = slopesOf(work, x, slopes);
  for (const i of held) {
    const outward = outwardSlope(work, x, slopes, i) / radius;
    const shrink = radius / lengthOf(point, i, factors);
    for (let k = 0; k < factors; k++) {
      const at = i * factors + k;
      slopes[at] = shrink * (slopes[at]! - (outward * x[at]!) / radius);
    }
  }
  return value;
}

/** Slope along an item's own loadings: below 0 when a larger communality would fit better. */
function outwardSlope({ factors }: Work, x: Float64Array, slopes: Float64Array, i: number): number {
  let sum = 0;
  for (let k = 0; k < factors; k++) sum += slopes[i * factors + k]! * x[i * factors + k]!;
  return sum;
}

/** Items that share too much, and held ones that would still do so if they were let go. */
function heldNext(work: Work, x: Float64Array, most: number): number[] {
  const slopes = new Float64Array(x.length);
  slopesOf(work, x, slopes);
  return Array.from({ length: work.correlations.columns }, (_, i) => i).filter((i) =>
    work.held.includes(i) ? outwardSlope(work, x, slopes, i) < 0 : lengthOf(x, i, work.factors) ** 2 > most,
  );
}

/** Turned so that the factors are uncorrelated in the loadings too, the strongest first, its largest loading positive. */
function principal(x: Float64Array, { rows, columns }: Matrix): Matrix {
  const loadings = { rows, columns, data: x };
  const { vectors } = symmetricEigen(crossProduct(loadings));
  const turned = multiply(loadings, vectors);
  const result = zeros(rows, columns);
  for (let k = 0; k < columns; k++) {
    let largest = 0;
    for (let i = 0; i < rows; i++) {
      const value = turned.data[i * columns + k]!;
      if (Math.abs(value) > Math.abs(largest) * (1 + 1e-8)) largest = value;
    }
    for (let i = 0; i < rows; i++)
      result.data[i * columns + k] = turned.data[i * columns + k]! * (largest < 0 ? -1 : 1);
  }
  return result;
}
