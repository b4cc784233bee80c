import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "../numeric/cholesky.ts";
import { type Matrix, zeros } from "../numeric/matrices.ts";

/** Effects with known sampling variances that lie in groups within groups. */
export interface NestedEffects {
  /** One row per effect: the moderators and last the outcome, centred; the intercept is not a column. */
  readonly values: Float64Array;
  /** Columns of `values`. */
  readonly width: number;
  /** Inverse sampling variances. */
  readonly weights: Float64Array;
  /** Group of each effect, as codes from 0, per level: the innermost first. */
  readonly levels: readonly Int32Array[];
  /** Number of groups per level. */
  readonly counts: readonly number[];
}

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
  /** Infinity where moderators depend on each other. */
  deviance(variances: ArrayLike<number>): number;
  point(variances: ArrayLike<number>): NestedPoint | null;
  coefficients(variances: ArrayLike<number>): NestedCoefficients | null;
}

/** The groups of a level: what stands for each of them once the levels inside are taken out. */
interface Level {
  readonly count: number;
  /** Group of this level that each group of the level inside (or each effect) lies in. */
  readonly parents: Int32Array;
  /** Weight of the group's mean without and with the variance of this level, and the one as a share of the other. */
  readonly u: Float64Array;
  readonly weight: Float64Array;
  readonly share: Float64Array;
  readonly means: Float64Array;
  /** How much of its own weight a group keeps when all levels around it are there. */
  readonly kept: Float64Array;
  /** The same for the intercept, and what the groups around it predict, per column. */
  readonly free: Float64Array;
  readonly around: Float64Array;
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
  const fit = (variances: ArrayLike<number>) => {
    products.data.fill(0);
    const logs = inward(effects, levels, variances, products);
    const weight = addUp(levels.at(-1)!, total, products);
    return solved(products, weight, logs, restricted);
  };
  return {
    levels: levels.length,
    deviance: (variances) => fit(variances)?.deviance ?? Number.POSITIVE_INFINITY,
    point: (variances) => {
      const found = fit(variances);
      if (found === null) return null;
      return { deviance: found.deviance, gradient: slopes(levels, found, total, restricted) };
    },
    coefficients: (variances) => {
      const found = fit(variances);
      return found === null ? null : withIntercept(found, total);
    },
  };
}

function levelsOf({ levels, counts, width }: NestedEffects): Level[] {
  return levels.map((codes, l) => {
    const count = counts[l]!;
    const inside = levels[l - 1];
    const parents = inside ? new Int32Array(counts[l - 1]!) : codes;
    if (inside) for (let i = 0; i < codes.length; i++) parents[inside[i]!] = codes[i]!;
    const room = () => new Float64Array(count);
    return {
      ...{ count, parents, u: room(), weight: room(), share: room(), kept: room(), free: room() },
      ...{ means: new Float64Array(count * width), around: new Float64Array(count * width) },
    };
  });
}

/** Takes the levels out from the inside; adds what varies within groups to the products; gives the log determinant. */
function inward(
  { values, weights, width }: NestedEffects,
  levels: readonly Level[],
  variances: ArrayLike<number>,
  products: Matrix,
): number {
  let logs = 0;
  let inside = { weight: weights, means: values };
  levels.forEach((level, l) => {
    const { count, parents, u, weight, share, means } = level;
    u.fill(0);
    means.fill(0);
    for (let c = 0; c < parents.length; c++) {
      const g = parents[c]!;
      const w = inside.weight[c]!;
      u[g]! += w;
      for (let k = 0; k < width; k++) means[g * width + k]! += w * inside.means[c * width + k]!;
    }
    for (let g = 0; g < count; g++) for (let k = 0; k < width; k++) means[g * width + k]! /= u[g]!;
    if (parents.length > count) {
      for (let c = 0; c < parents.length; c++) {
        addSquares(products, inside.weight[c]!, { inside: inside.means, c, means, g: parents[c]! });
      }
    }
    const variance = variances[l]!;
    for (let g = 0; g < count; g++) {
      const size = variance * u[g]!;
      share[g] = 1 / (1 + size);
      weight[g] = u[g]! * share[g]!;
      logs += Math.log1p(size);
    }
    inside = { weight, means };
  });
  return logs;
}

interface Pair {
  readonly inside: Float64Array;
  readonly c: number;
  readonly means: Float64Array;
  readonly g: number;
}

/** Adds weight times the products of a group's distance from the mean around it; the lower triangle only. */
function addSquares({ columns: width, data }: Matrix, weight: number, { inside, c, means, g }: Pair): void {
  for (let j = 0; j < width; j++) {
    const off = weight * (inside[c * width + j]! - means[g * width + j]!);
    for (let k = 0; k <= j; k++) data[j * width + k]! += off * (inside[c * width + k]! - means[g * width + k]!);
  }
}

/** The mean over the outermost groups, around which all products are then; gives its weight. */
function addUp({ count, weight, means }: Level, total: Float64Array, products: Matrix): number {
  const width = total.length;
  let sum = 0;
  total.fill(0);
  for (let g = 0; g < count; g++) {
    sum += weight[g]!;
    for (let k = 0; k < width; k++) total[k]! += weight[g]! * means[g * width + k]!;
  }
  for (let k = 0; k < width; k++) total[k]! /= sum;
  for (let g = 0; g < count; g++) addSquares(products, weight[g]!, { inside: means, c: g, means: total, g: 0 });
  return sum;
}

interface Solved {
  readonly deviance: number;
  /** Total weight: the information on the intercept at the mean of the moderators. */
  readonly weight: number;
  readonly slopes: Float64Array;
  readonly inverse: Matrix;
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

/** Derivatives of the deviance: from the outside in, what every group sees through all levels around it. */
function slopes(levels: readonly Level[], found: Solved, total: Float64Array, restricted: boolean): Float64Array {
  const gradient = new Float64Array(levels.length);
  const own = new Float64Array(total.length);
  for (let l = levels.length - 1; l >= 0; l--) {
    const level = levels[l]!;
    const outside = levels[l + 1];
    for (let g = 0; g < level.count; g++) {
      const { kept, free } = look(level, g, outside, total);
      const weight = level.weight[g]!;
      for (let k = 0; k < own.length; k++) {
        const around = outside ? outside.around[outside.parents[g]! * own.length + k]! : 0;
        own[k] = weight * (level.means[g * own.length + k]! - total[k]! - around);
      }
      gradient[l]! += weight * kept - seen(own, weight * free, found, restricted);
    }
  }
  return gradient;
}

function look(level: Level, g: number, outside: Level | undefined, total: Float64Array) {
  const width = total.length;
  const p = outside ? outside.parents[g]! : -1;
  const part = outside ? level.weight[g]! / outside.u[p]! : 0;
  const rest = outside ? (outside.u[p]! - level.weight[g]!) / outside.u[p]! : 1;
  const kept = outside ? rest + part * outside.share[p]! * outside.kept[p]! : 1;
  const free = outside ? outside.free[p]! : 1;
  const share = level.share[g]!;
  level.kept[g] = kept;
  level.free[g] = share * free;
  for (let k = 0; k < width; k++) {
    const around = outside ? outside.around[p * width + k]! : 0;
    level.around[g * width + k] = (1 - share) * (level.means[g * width + k]! - total[k]!) + share * around;
  }
  return { kept, free };
}

/** The squared residual sum of a group, and for REML what estimating the coefficients took of it. */
function seen(own: Float64Array, ones: number, { weight, slopes: b, inverse }: Solved, restricted: boolean): number {
  const size = b.length;
  let residual = own[size]!;
  for (let k = 0; k < size; k++) residual -= b[k]! * own[k]!;
  let sum = residual * residual;
  if (!restricted) return sum;
  sum += (ones * ones) / weight;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) sum += own[i]! * inverse.data[i * size + j]! * own[j]!;
  }
  return sum;
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
