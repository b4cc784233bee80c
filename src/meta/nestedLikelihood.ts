import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "../numeric/cholesky.ts";
import { type Matrix, zeros } from "../numeric/matrices.ts";
import { addUp, inward, levelsOf, type NestedEffects } from "./nestedLevels.ts";
import { type Solved, slopes } from "./nestedSlopes.ts";

export type { NestedEffects } from "./nestedLevels.ts";

/** What the likelihood is at some variances of the levels; the coefficients are at their best there. */
export interface NestedPoint {
  /** Minus twice the log-likelihood, without the constants that the data alone decide. */
  readonly deviance: number;
  /** Slope of the deviance by the variance of each level, the innermost first. */
  readonly gradient: Float64Array;
}

/** The coefficients at some variances. */
export interface NestedCoefficients {
  /** Intercept first; of the centred moderators and outcome. */
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
}

/** The likelihood of nested effects as a function of the variances of the levels. */
export interface NestedLikelihood {
  readonly levels: number;
  /** Work of one evaluation, in effects. */
  readonly cost: number;
  /** Logarithm of the determinant of the known variances, which the deviance leaves out. */
  readonly known: number;
  /** Infinity where moderators depend on each other. */
  deviance(variances: ArrayLike<number>): number;
  point(variances: ArrayLike<number>): NestedPoint | null;
  coefficients(variances: ArrayLike<number>): NestedCoefficients | null;
}

/**
 * The likelihood of effects in nested groups: V = known variances + a variance per level. Groups are taken out level by
 * level, each by its weighted mean and weight u / (1 + variance u), so that an evaluation costs one pass over the effects,
 * no matrix of effects is made, and only positive sums are added: no digits are lost where sampling variances are tiny.
 * @param restricted REML rather than ML
 * @see Harville (1977), eqs. 3.8 and 5.1; inverses level by level after Sherman & Morrison (1950)
 */
export function nestedLikelihood(effects: NestedEffects, restricted: boolean): NestedLikelihood {
  const levels = levelsOf(effects);
  const total = new Float64Array(effects.width);
  const products = zeros(effects.width, effects.width);
  const solvedAt = (variances: ArrayLike<number>) => {
    products.data.fill(0);
    const logs = inward(effects, levels, variances, products);
    const weight = addUp(levels.at(-1)!, total, products);
    return solved(products, weight, logs, restricted);
  };
  return {
    levels: levels.length,
    cost: effects.weights.length,
    known: effects.weights.reduce((sum, weight) => sum - Math.log(weight), 0),
    deviance: (variances) => solvedAt(variances)?.deviance ?? Number.POSITIVE_INFINITY,
    point: (variances) => {
      const found = solvedAt(variances);
      if (found === null) return null;
      return { deviance: found.deviance, gradient: slopes(levels, found, total, restricted) };
    },
    coefficients: (variances) => {
      const found = solvedAt(variances);
      return found === null ? null : withIntercept(found, total);
    },
  };
}

function solved({ columns: width, data }: Matrix, weight: number, logs: number, restricted: boolean): Solved | null {
  const size = width - 1;
  const corner = zeros(size, size);
  for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) corner.data[i * size + j] = data[i * width + j]!;
  const lower = cholesky(corner);
  if (lower === null || !(weight > 0)) return null;
  const right = data.subarray(size * width, size * width + size);
  const slopes = choleskySolve(lower, right);
  let squares = data[width * width - 1]!;
  for (let k = 0; k < size; k++) squares -= slopes[k]! * right[k]!;
  const information = restricted ? Math.log(weight) + logDeterminant(lower) : 0;
  return { deviance: logs + Math.max(0, squares) + information, weight, slopes, inverse: choleskyInverse(lower) };
}

function withIntercept({ weight, slopes: b, inverse }: Solved, total: Float64Array): NestedCoefficients {
  const size = b.length + 1;
  const covariance = zeros(size, size);
  const coefficients = new Float64Array(size);
  coefficients[0] = total[size - 1]!;
  covariance.data[0] = 1 / weight;
  for (let i = 1; i < size; i++) {
    coefficients[i] = b[i - 1]!;
    coefficients[0]! -= b[i - 1]! * total[i - 1]!;
    for (let j = 1; j < size; j++) {
      const value = inverse.data[(i - 1) * (size - 1) + j - 1]!;
      covariance.data[i * size + j] = value;
      covariance.data[i]! -= value * total[j - 1]!;
      covariance.data[0]! += total[i - 1]! * value * total[j - 1]!;
    }
    covariance.data[i * size] = covariance.data[i]!;
  }
  return { coefficients, covariance };
}
