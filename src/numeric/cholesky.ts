import { refuse } from "../foundation/errors.ts";
import { type Matrix, mirrored, zeros } from "./matrices.ts";

/**
 * The lower triangular L with L L' = a.
 * @param a a symmetric matrix; only its lower triangle is read
 * @returns L; null when a is not positive definite (or holds a NaN)
 * @throws input/invalid when a is not square
 * @see Golub & Van Loan (2013), algorithm 4.2.1
 * @example Array.from(cholesky({ rows: 2, columns: 2, data: Float64Array.of(4, 2, 2, 5) }).data) // [2, 0, 1, 2]
 */
export function cholesky(a: Matrix): Matrix | null {
  const size = a.columns;
  if (a.rows !== size) refuse("input/invalid", { input: "a", expected: "a square matrix" });
  const lower = zeros(size, size);
  const { data } = lower;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) data[i * size + j] = remaining(a, data, i, j) / data[j * size + j]!;
    const square = remaining(a, data, i, i);
    if (!(square > 0 && square < Number.POSITIVE_INFINITY)) return null;
    data[i * size + i] = Math.sqrt(square);
  }
  return lower;
}

/** Element (i, j) less what the first j columns of L account for. */
function remaining(a: Matrix, lower: Float64Array, i: number, j: number): number {
  const size = a.columns;
  let rest = a.data[i * size + j]!;
  for (let k = 0; k < j; k++) rest -= lower[i * size + k]! * lower[j * size + k]!;
  return rest;
}

/**
 * Solves L L' x = right.
 * @param lower what `cholesky` gave
 * @param right one number per row
 * @example Array.from(choleskySolve({ rows: 2, columns: 2, data: Float64Array.of(2, 0, 1, 2) }, [8, 8])) // [1.5, 1]
 */
export function choleskySolve(lower: Matrix, right: ArrayLike<number>): Float64Array {
  return backSubstitute(lower, forwardSubstitute(lower, right));
}

/**
 * The inverse of L L'.
 * @example Array.from(choleskyInverse({ rows: 2, columns: 2, data: Float64Array.of(2, 0, 0, 4) }).data) // [0.25, 0, 0, 0.0625]
 */
export function choleskyInverse(lower: Matrix): Matrix {
  const size = lower.columns;
  const inverse = zeros(size, size);
  const unit = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    unit.fill(0);
    unit[j] = 1;
    const column = choleskySolve(lower, unit);
    for (let i = j; i < size; i++) inverse.data[i * size + j] = column[i]!;
  }
  return mirrored(inverse);
}

/** Natural logarithm of the determinant of L L'. */
export function logDeterminant({ columns, data }: Matrix): number {
  let sum = 0;
  for (let i = 0; i < columns; i++) sum += Math.log(data[i * columns + i]!);
  return 2 * sum;
}

/** Solves L x = right. */
export function forwardSubstitute({ columns, data }: Matrix, right: ArrayLike<number>): Float64Array {
  const solution = new Float64Array(columns);
  for (let i = 0; i < columns; i++) {
    let rest = right[i]!;
    for (let k = 0; k < i; k++) rest -= data[i * columns + k]! * solution[k]!;
    solution[i] = rest / data[i * columns + i]!;
  }
  return solution;
}

/** Solves L' x = right. */
export function backSubstitute({ columns, data }: Matrix, right: ArrayLike<number>): Float64Array {
  const solution = new Float64Array(columns);
  for (let i = columns - 1; i >= 0; i--) {
    let rest = right[i]!;
    for (let k = i + 1; k < columns; k++) rest -= data[k * columns + i]! * solution[k]!;
    solution[i] = rest / data[i * columns + i]!;
  }
  return solution;
}
