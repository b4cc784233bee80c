import { bfgs } from "./bfgs.ts";
import { cholesky, choleskyInverse } from "./cholesky.ts";
import { crossProduct, type Matrix, multiply, transpose, zeros } from "./matrices.ts";
import { randomStream } from "./random.ts";

/** Factors turned so that each item loads on few of them; the factors may correlate. */
export interface Oblimin {
  /** Items by factors: weights of the factors in each item. */
  readonly pattern: Matrix;
  /** Correlations of the factors. */
  readonly factorCorrelations: Matrix;
  /** What was made smallest. */
  readonly criterion: number;
  /** How much lower it is than where the search from the unrotated loadings ends. */
  readonly belowFirst: number;
  readonly converged: boolean;
}

const TOLERANCE = 1e-12;
const LIMIT = 5000;

/**
 * Direct oblimin with parameter 0 (quartimin), the lowest of searches from several starts.
 * @param loadings items by factors, unrotated
 * @param starts `random`: number of random starts beside the unrotated loadings; `seed` of those
 * @returns pattern and factor correlations; factors in order of their sum of squares, each with a positive sum
 * @see Jennrich & Sampson (1966); Jennrich (2002) for the gradient. Reference: GPArotation::oblimin, which stops earlier
 * @example oblimin({ rows: 4, columns: 2, data: Float64Array.of(0.6, 0.6, 0.6, 0.6, 0.6, -0.6, 0.6, -0.6) }, { random: 5, seed: 1 }).criterion < 1e-15 // true
 */
export function oblimin(loadings: Matrix, { random, seed }: { random: number; seed: number }): Oblimin {
  const size = loadings.columns;
  const unrotated = new Float64Array(size * size);
  for (let k = 0; k < size; k++) unrotated[k * size + k] = 1;
  const first = searchFrom(loadings, unrotated);
  let best = first;
  for (let start = 1; start <= random; start++) {
    const stream = randomStream(seed, start);
    const found = searchFrom(loadings, Float64Array.from(unrotated, stream.normal));
    if (found.converged && (!best.converged || found.value < best.value - 1e-10)) best = found;
  }
  return ordered(loadings, best, first.value - best.value);
}

type Ending = ReturnType<typeof bfgs>;

function searchFrom(loadings: Matrix, start: Float64Array): Ending {
  const f = (x: Float64Array, gradient: Float64Array) => criterionAt(loadings, x, gradient);
  return bfgs(f, start, { tolerance: TOLERANCE, iterations: LIMIT });
}

/** Columns of length 1: the factors as combinations of the unrotated ones. */
function normalized(x: Float64Array, size: number): { turn: Matrix; lengths: Float64Array } {
  const lengths = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    let square = 0;
    for (let i = 0; i < size; i++) square += x[i * size + k]! ** 2;
    lengths[k] = Math.sqrt(square);
  }
  return { turn: { rows: size, columns: size, data: x.map((value, at) => value / lengths[at % size]!) }, lengths };
}

/** Inverse of T' by way of (T'T)^-1; null when two factors coincide. */
function inverseTransposed(turn: Matrix): Matrix | null {
  const root = cholesky(crossProduct(turn));
  return root === null ? null : multiply(turn, choleskyInverse(root));
}

/** A quarter of the sum over pairs of factors of the items' products of squared loadings. */
function criterionAt(loadings: Matrix, x: Float64Array, gradient: Float64Array): number {
  const size = loadings.columns;
  const { turn, lengths } = normalized(x, size);
  const inverse = inverseTransposed(turn);
  if (inverse === null) return Number.POSITIVE_INFINITY;
  const pattern = multiply(loadings, inverse);
  const slopes = zeros(pattern.rows, size);
  let value = 0;
  for (let i = 0; i < pattern.rows; i++) {
    const row = pattern.data.subarray(i * size, (i + 1) * size);
    const sum = row.reduce((total, one) => total + one * one, 0);
    for (let k = 0; k < size; k++) {
      const others = sum - row[k]! ** 2;
      slopes.data[i * size + k] = row[k]! * others;
      value += (row[k]! ** 2 * others) / 4;
    }
  }
  const back = multiply(inverse, multiply(transpose(slopes), pattern));
  for (let k = 0; k < size; k++) {
    let along = 0;
    for (let i = 0; i < size; i++) along += turn.data[i * size + k]! * back.data[i * size + k]!;
    for (let i = 0; i < size; i++) {
      const at = i * size + k;
      gradient[at] = -(back.data[at]! - turn.data[at]! * along) / lengths[k]!;
    }
  }
  return value;
}

function ordered(loadings: Matrix, found: Ending, belowFirst: number): Oblimin {
  const size = loadings.columns;
  const { turn } = normalized(found.x, size);
  const inverse = inverseTransposed(turn);
  const pattern = multiply(loadings, inverse ?? turn);
  const correlations = crossProduct(turn);
  const columns = Array.from({ length: size }, (_, k) => columnSums(pattern, k));
  const order = [...columns.keys()].sort((a, b) => columns[b]!.squares - columns[a]!.squares);
  const sign = order.map((k) => (columns[k]!.sum < 0 ? -1 : 1));
  return {
    pattern: picked(pattern, (i, k) => [i, order[k]!, sign[k]!]),
    factorCorrelations: picked(correlations, (i, k) => [order[i]!, order[k]!, sign[i]! * sign[k]!]),
    criterion: found.value,
    belowFirst: Math.max(0, belowFirst),
    converged: found.converged && inverse !== null,
  };
}

function columnSums({ rows, columns, data }: Matrix, k: number): { sum: number; squares: number } {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < rows; i++) {
    sum += data[i * columns + k]!;
    squares += data[i * columns + k]! ** 2;
  }
  return { sum, squares };
}

function picked(matrix: Matrix, from: (i: number, k: number) => [number, number, number]): Matrix {
  const result = zeros(matrix.rows, matrix.columns);
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = 0; k < matrix.columns; k++) {
      const [row, column, sign] = from(i, k);
      result.data[i * matrix.columns + k] = sign * matrix.data[row * matrix.columns + column]!;
    }
  }
  return result;
}
