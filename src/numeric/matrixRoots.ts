import { symmetricEigen } from "./eigenvalues.ts";
import { type Matrix, mirrored, zeros } from "./matrices.ts";

/** Eigenvalues below this share of the largest count as 0. */
const TOLERANCE = 1e-12;

/**
 * The matrix with the same eigenvectors whose eigenvalues are `of` those of a.
 * @example Array.from(symmetricFunction({ rows: 2, columns: 2, data: Float64Array.of(4, 0, 0, 9) }, (value) => 1 / value).data) // [0.25, 0, 0, 0.1111111111111111]
 */
export function symmetricFunction(a: Matrix, of: (eigenvalue: number, largest: number) => number): Matrix {
  const { values, vectors } = symmetricEigen(a);
  const size = values.length;
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const images = values.map((value) => of(value, largest));
  const result = zeros(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += vectors.data[i * size + k]! * images[k]! * vectors.data[j * size + k]!;
      result.data[i * size + j] = sum;
    }
  }
  return mirrored(result);
}

/**
 * The symmetric root B of a positive semidefinite matrix: B B = a. Eigenvalues that rounding made negative count as 0.
 * @example Array.from(symmetricSquareRoot({ rows: 2, columns: 2, data: Float64Array.of(4, 0, 0, 9) }).data) // [2, 0, 0, 3]
 */
export function symmetricSquareRoot(a: Matrix): Matrix {
  return symmetricFunction(a, (value) => Math.sqrt(Math.max(0, value)));
}

/**
 * The symmetric inverse root of a positive definite matrix: B a B = 1.
 * @returns the root; null when a is not positive definite to the tolerance
 * @example Array.from(inverseSquareRoot({ rows: 2, columns: 2, data: Float64Array.of(4, 0, 0, 16) }).data) // [0.5, 0, 0, 0.25]
 */
export function inverseSquareRoot(a: Matrix, tolerance = TOLERANCE): Matrix | null {
  let definite = true;
  const root = symmetricFunction(a, (value, largest) => {
    if (!(value > tolerance * largest)) definite = false;
    return definite ? 1 / Math.sqrt(value) : 0;
  });
  return definite ? root : null;
}

/**
 * The symmetric inverse root on the space where a positive semidefinite matrix has one, 0 elsewhere: what the
 * bias-reduced cluster-robust variance (CR2) needs.
 * @param tolerance eigenvalues up to this share of the largest count as 0
 * @see Pustejovsky & Tipton (2018), section 2.1
 * @example Array.from(pseudoInverseSquareRoot({ rows: 2, columns: 2, data: Float64Array.of(4, 0, 0, 0) }).data) // [0.5, 0, 0, 0]
 */
export function pseudoInverseSquareRoot(a: Matrix, tolerance = TOLERANCE): Matrix {
  return symmetricFunction(a, (value, largest) => (value > tolerance * largest ? 1 / Math.sqrt(value) : 0));
}

/**
 * The Moore-Penrose inverse of a symmetric matrix.
 * @param tolerance eigenvalues up to this share of the largest, in absolute value, count as 0
 * @example Array.from(symmetricPseudoInverse({ rows: 2, columns: 2, data: Float64Array.of(4, 0, 0, 0) }).data) // [0.25, 0, 0, 0]
 */
export function symmetricPseudoInverse(a: Matrix, tolerance = TOLERANCE): Matrix {
  return symmetricFunction(a, (value, largest) => (Math.abs(value) > tolerance * largest ? 1 / value : 0));
}
