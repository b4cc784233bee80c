import { type Matrix, multiply, transpose, zeros } from "../numeric/matrices.ts";
import { inverseSquareRoot } from "../numeric/matrixRoots.ts";

/** What a cluster adds to a sandwich. Rows of `meets` and of `spread` are coefficients. */
export interface SandwichPart {
  readonly scores: Float64Array;
  /** Covariance of what its own errors add, were the coefficients known. */
  readonly spread: Matrix;
  /** How its weights meet the predictors. */
  readonly meets: Matrix;
}

/**
 * Degrees of freedom of Hotelling's T squared that match the total variance of a sandwich estimate, scaled by its
 * expectation in the working model; of one coefficient Satterthwaite's.
 * @param bread covariance matrix of the coefficients in the working model
 * @param columns the coefficients that are tested together
 * @returns eta, above 0; NaN where the expectation is singular
 * @see Tipton & Pustejovsky (2015), eqs. 14-16; Pustejovsky & Tipton (2018), eqs. 11 and 15
 */
export function hotellingDf(parts: readonly SandwichPart[], bread: Matrix, columns: readonly number[]): number {
  const root = inverseSquareRoot(expectationOf(parts, bread, columns));
  if (root === null) return Number.NaN;
  const scaled = parts.map(({ spread, meets }) => ({
    spread: multiply(multiply(root, picked(spread, columns, columns)), root),
    meets: multiply(root, picked(meets, columns)),
  }));
  const size = columns.length;
  let total = 0;
  for (let s = 0; s < size; s++) for (let t = 0; t < size; t++) total += varianceOf(scaled, bread, s, t);
  return (size * (size + 1)) / total;
}

type Scaled = Omit<SandwichPart, "scores">;

function expectationOf(parts: readonly SandwichPart[], bread: Matrix, columns: readonly number[]): Matrix {
  const expected = zeros(columns.length, columns.length);
  for (const { spread, meets } of parts) {
    const own = picked(meets, columns);
    const counted = multiply(multiply(own, bread), transpose(own));
    const all = picked(spread, columns, columns);
    for (let i = 0; i < expected.data.length; i++) expected.data[i]! += all.data[i]! - counted.data[i]!;
  }
  return expected;
}

/**
 * Variance of element s, t of the scaled sandwich. The scores of clusters j and k have covariance spread (where j is k)
 * less meets_j bread meets_k', so sums over pairs of clusters are traces of sums over clusters.
 */
function varianceOf(parts: readonly Scaled[], bread: Matrix, s: number, t: number): number {
  const p = bread.columns;
  const crossed = zeros(p, p);
  let own = 0;
  for (const { spread, meets } of parts) {
    const [ms, mt] = [rowOf(meets, s), rowOf(meets, t)];
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) crossed.data[i * p + j]! += ms[i]! * mt[j]!;
    const [ss, tt, st] = [through(ms, bread, ms), through(mt, bread, mt), through(ms, bread, mt)];
    const size = spread.columns;
    const [ps, pt, pst] = [
      spread.data[s * size + s]! - ss,
      spread.data[t * size + t]! - tt,
      spread.data[s * size + t]! - st,
    ];
    own += ps * pt + pst * pst - ss * tt - st * st;
  }
  const half = multiply(bread, crossed);
  const turned = multiply(bread, transpose(crossed));
  return own + traceOfProduct(half, turned) + traceOfProduct(half, half);
}

function picked({ columns, data }: Matrix, rows: readonly number[], kept?: readonly number[]): Matrix {
  const all = kept ?? Array.from({ length: columns }, (_, j) => j);
  return {
    rows: rows.length,
    columns: all.length,
    data: Float64Array.from(rows.flatMap((i) => all.map((j) => data[i * columns + j]!))),
  };
}

function rowOf({ columns, data }: Matrix, row: number): Float64Array {
  return data.subarray(row * columns, (row + 1) * columns);
}

function through(a: Float64Array, { columns, data }: Matrix, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sum += a[i]! * data[i * columns + j]! * b[j]!;
  return sum;
}

function traceOfProduct(a: Matrix, b: Matrix): number {
  const size = a.columns;
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += a.data[i * size + j]! * b.data[j * size + i]!;
  return sum;
}
