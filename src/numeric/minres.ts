import { boundedMinres } from "./boundedMinres.ts";
import { cholesky, choleskyInverse } from "./cholesky.ts";
import { symmetricEigen } from "./eigenvalues.ts";
import { fromRows, type Matrix, mirrored, zeros } from "./matrices.ts";
import { type Curvature, newtonMinimum } from "./newton.ts";

/** Some factors behind items, before rotation: uncorrelated, the strongest first. */
export interface Minres {
  /** Items by factors; of each factor the largest loading is positive. */
  readonly loadings: Matrix;
  /** 1 minus the squared loadings of an item. */
  readonly uniquenesses: readonly number[];
  /** Items held at the smallest uniqueness that is allowed (Heywood cases). */
  readonly atBound: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
}

/** Smallest uniqueness that is allowed. */
const LOWEST = 0.005;

/**
 * Exploratory factors by minimum residuals: those that leave least of the correlations over (unweighted least squares).
 * @param correlations symmetric, ones on the diagonal
 * @param factors how many
 * @returns loadings along the principal axes of what is shared; an item that would share more than .995 of itself (a
 * Heywood case) is held there
 * @see Harman & Jones (1966), Harman & Fukuda (1966); Jöreskog (1977), Factor analysis by least-squares, for the
 * derivatives. Reference: psych::fa(fm = "minres", rotate = "none"), which stops earlier and does not hold items
 * @example Array.from(minres([[1, 0.42, 0.48], [0.42, 1, 0.56], [0.48, 0.56, 1]], 1).loadings.data, (one) => Math.round(1e12 * one) / 1e12) // [0.6, 0.7, 0.8]
 */
export function minres(correlations: readonly (readonly number[])[], factors: number): Minres {
  const matrix = fromRows(correlations);
  const fit = newtonMinimum((psi) => residualsAt(psi, matrix, factors), startOf(matrix), { lower: LOWEST });
  const psi = fit?.x ?? startOf(matrix);
  const loadings = loadingsAt(matrix, psi, factors);
  if (psi.every((value) => value > LOWEST)) {
    const { iterations, converged } = fit ?? { iterations: 0, converged: false };
    return { loadings, uniquenesses: uniquenessesOf(loadings), atBound: [], iterations, converged };
  }
  const bounded = boundedMinres(matrix, loadings, 1 - LOWEST);
  const { held, iterations, converged } = bounded;
  const uniquenesses = uniquenessesOf(bounded.loadings);
  return { loadings: bounded.loadings, uniquenesses, atBound: held, iterations, converged };
}

function loadingsAt(matrix: Matrix, psi: Float64Array, factors: number): Matrix {
  const size = matrix.columns;
  const { values, vectors } = symmetricEigen(reduced(matrix, psi));
  const loadings = zeros(size, factors);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < factors; k++) {
      loadings.data[i * factors + k] = vectors.data[i * size + k]! * Math.sqrt(Math.max(0, values[k]!));
    }
  }
  return loadings;
}

function uniquenessesOf(loadings: Matrix): number[] {
  return Array.from({ length: loadings.rows }, (_, i) => 1 - squaredLength(loadings, i));
}

/** The share of each item that the others do not predict; one half where the items overlap completely. */
function startOf(matrix: Matrix): Float64Array {
  const root = cholesky(matrix);
  if (root === null) return new Float64Array(matrix.columns).fill(0.5);
  const inverse = choleskyInverse(root).data;
  return Float64Array.from({ length: matrix.columns }, (_, j) => 1 / inverse[j * matrix.columns + j]!);
}

function reduced(matrix: Matrix, psi: ArrayLike<number>): Matrix {
  const data = matrix.data.slice();
  for (let j = 0; j < matrix.columns; j++) data[j * matrix.columns + j]! -= psi[j]!;
  return { ...matrix, data };
}

/** Half the sum of squares that the factors leave over, by the uniquenesses. */
function residualsAt(psi: Float64Array, matrix: Matrix, factors: number): Curvature {
  const size = psi.length;
  const { values, vectors } = symmetricEigen(reduced(matrix, psi));
  const at = (i: number, k: number) => vectors.data[i * size + k]!;
  const kept = [...values.keys()].filter((k) => k < factors && values[k]! > 0);
  const left = [...values.keys()].filter((k) => !kept.includes(k));
  const gradient = new Float64Array(size);
  const hessian = zeros(size, size);
  let value = 0;
  for (const k of left) value += values[k]! ** 2 / 2;
  for (let i = 0; i < size; i++) {
    gradient[i] = left.reduce((sum, k) => sum - values[k]! * at(i, k) ** 2, 0);
    for (let j = 0; j <= i; j++) {
      let among = 0;
      let across = 0;
      for (const k of left) {
        const pair = at(i, k) * at(j, k);
        among += pair;
        for (const l of kept) across += (values[k]! * pair * at(i, l) * at(j, l)) / (values[k]! - values[l]!);
      }
      hessian.data[i * size + j] = among * among + 2 * across;
    }
  }
  return { value, gradient, hessian: mirrored(hessian) };
}

function squaredLength({ columns, data }: Matrix, row: number): number {
  return data.subarray(row * columns, (row + 1) * columns).reduce((sum, value) => sum + value * value, 0);
}
