import { EigenvalueDecomposition, Matrix as MlMatrix, SingularValueDecomposition } from "ml-matrix";
import { refuse } from "../foundation/errors.ts";
import { type Matrix, zeros } from "./matrices.ts";

/** Eigenvalues, largest first, and their eigenvectors as the columns of an orthogonal matrix. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/** Elements this much smaller than the largest one cannot matter, and would make the decomposition divide by zero. */
const NEGLIGIBLE = 2 ** -500;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix.
 * @param a symmetric; only its lower triangle is read
 * @returns eigenvalues from large to small; every vector's largest element (the first of equals) is positive
 * @throws input/invalid when a is not square; data/not-finite
 * @see Golub & Van Loan (2013), section 8.3; computed by ml-matrix
 * @example Array.from(symmetricEigen({ rows: 2, columns: 2, data: Float64Array.of(2, 0, 0, 5) }).values) // [5, 2]
 */
export function symmetricEigen(a: Matrix): SymmetricEigen {
  const size = a.columns;
  if (a.rows !== size) refuse("input/invalid", { input: "a", expected: "a square matrix" });
  const scale = scaleOf(a);
  if (size === 0 || scale === 0) return trivial(size);
  const scaled = new MlMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const element = scaledElement(a.data[i * size + j]!, scale);
      scaled.set(i, j, element);
      scaled.set(j, i, element);
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(scaled, { assumeSymmetric: true });
  return ordered(realEigenvalues, eigenvectorMatrix, scale);
}

/**
 * Singular values of a matrix, largest first.
 * @throws data/not-finite
 * @example Array.from(singularValues({ rows: 3, columns: 2, data: Float64Array.of(3, 0, 0, 4, 0, 0) })) // [4, 3]
 */
export function singularValues(a: Matrix): Float64Array {
  const scale = scaleOf(a);
  const count = Math.min(a.rows, a.columns);
  if (count === 0 || scale === 0) return new Float64Array(count);
  const scaled = MlMatrix.from1DArray(
    a.rows,
    a.columns,
    a.data.map((element) => scaledElement(element, scale)),
  );
  const { diagonal } = new SingularValueDecomposition(scaled, {
    autoTranspose: true,
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  return Float64Array.from(diagonal, (value) => value * scale)
    .sort()
    .reverse();
}

/**
 * Whether a symmetric matrix has no negative eigenvalue, apart from rounding.
 * @param tolerance how far below 0 an eigenvalue may lie, as a share of the largest one
 * @example isPositiveSemidefinite({ rows: 2, columns: 2, data: Float64Array.of(1, 1, 1, 1) }) // true
 */
export function isPositiveSemidefinite(a: Matrix, tolerance = 1e-12): boolean {
  const { values } = symmetricEigen(a);
  if (values.length === 0) return true;
  const largest = Math.max(values[0]!, -values.at(-1)!);
  return values.at(-1)! >= -tolerance * largest;
}

function scaledElement(element: number, scale: number): number {
  const scaled = element / scale;
  return Math.abs(scaled) < NEGLIGIBLE ? 0 : scaled;
}

/** A power of two near the largest element, so that dividing by it rounds nothing. */
function scaleOf({ data }: Matrix): number {
  let largest = 0;
  for (const element of data) {
    if (!Number.isFinite(element)) refuse("data/not-finite");
    largest = Math.max(largest, Math.abs(element));
  }
  return largest === 0 ? 0 : 2 ** Math.max(-1021, Math.min(1022, Math.floor(Math.log2(largest))));
}

function trivial(size: number): SymmetricEigen {
  const vectors = zeros(size, size);
  for (let i = 0; i < size; i++) vectors.data[i * size + i] = 1;
  return { values: new Float64Array(size), vectors };
}

function ordered(values: readonly number[], columns: MlMatrix, scale: number): SymmetricEigen {
  const size = values.length;
  const order = values.map((_, j) => j).sort((i, j) => values[j]! - values[i]!);
  const vectors = zeros(size, size);
  order.forEach((from, to) => {
    const sign = signOf(columns, from);
    for (let i = 0; i < size; i++) vectors.data[i * size + to] = sign * columns.get(i, from);
  });
  return { values: Float64Array.from(order, (j) => values[j]! * scale), vectors };
}

/** The sign that makes a vector's largest element positive; elements nearly as large do not change it. */
function signOf(columns: MlMatrix, j: number): 1 | -1 {
  let largest = 0;
  for (let i = 0; i < columns.rows; i++) {
    const element = columns.get(i, j);
    if (Math.abs(element) > Math.abs(largest) * (1 + 1e-8)) largest = element;
  }
  return largest < 0 ? -1 : 1;
}
