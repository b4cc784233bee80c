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
  /** Work of one evaluation, in effects. */
  readonly cost: number;
  /** Logarithm of the determinant of the known variances, which the deviance leaves out. */
  readonly known: number;
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
  /** Whether every group holds one effect, which then stands for it. */
  readonly single: boolean;
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

function levelsOf({ levels, counts, width, weights, values }: NestedEffects): Level[] {
  return levels.map((codes, l) => {
    const count = counts[l]!;
    const inside = levels[l - 1];
    const parents = inside ? new Int32Array(counts[l - 1]!) : codes;
    if (inside) for (let i = 0; i < codes.length; i++) parents[inside[i]!] = codes[i]!;
    const room = () => new Float64Array(count);
    const single = l === 0 && codes.every((code, i) => code === i);
    return {
      ...{ count, parents, single, weight: room(), share: room(), kept: room(), free: room() },
      ...(single ? { u: weights, means: values } : { u: room(), means: new Float64Array(count * width) }),
      around: new Float64Array(count * width),
    };
  });
}

/** What lies inside a level: effects or groups, each with its weight and its means. */
interface Inside {
  readonly weight: Float64Array;
  readonly means: Float64Array;
}

/** Takes the levels out from the inside; adds what varies within groups to the products; gives the log determinant. */
function inward(
  { values, weights }: NestedEffects,
  levels: readonly Level[],
  variances: ArrayLike<number>,
  products: Matrix,
): number {
  let logs = 0;
  let inside: Inside = { weight: weights, means: values };
  for (const [l, level] of levels.entries()) {
    if (!level.single) {
      gather(level, inside, products.columns);
      addWithin(level, inside, products);
    }
    logs += shrink(level, variances[l]!);
    inside = level;
  }
  return logs;
}

/** The weight and the means of every group of a level. */
function gather({ count, parents, u, means }: Level, inside: Inside, width: number): void {
  const { weight, means: own } = inside;
  u.fill(0);
  means.fill(0);
  for (let c = 0; c < parents.length; c++) {
    const g = parents[c]!;
    const w = weight[c]!;
    u[g]! += w;
    for (let k = 0; k < width; k++) means[g * width + k]! += w * own[c * width + k]!;
  }
  for (let g = 0; g < count; g++) for (let k = 0; k < width; k++) means[g * width + k]! /= u[g]!;
}

/** Adds the weighted products of distances from the mean around; the lower triangle only. */
function addWithin({ parents, means }: Level, inside: Inside, { columns: width, data }: Matrix): void {
  const { weight, means: own } = inside;
  for (let c = 0; c < parents.length; c++) {
    const from = parents[c]! * width;
    for (let j = 0; j < width; j++) {
      const off = weight[c]! * (own[c * width + j]! - means[from + j]!);
      for (let k = 0; k <= j; k++) data[j * width + k]! += off * (own[c * width + k]! - means[from + k]!);
    }
  }
}

/** A product beyond this goes into the sum of logarithms: few logarithms, and never too large a product. */
const LARGE = 1e150;

/** Weights with the variance of the level; gives the logarithm of what the level adds to the determinant. */
function shrink({ count, u, share, weight }: Level, variance: number): number {
  let logs = 0;
  let product = 1;
  for (let g = 0; g < count; g++) {
    const more = 1 + variance * u[g]!;
    share[g] = 1 / more;
    weight[g] = u[g]! / more;
    product *= more;
    if (product > LARGE) {
      logs += Math.log(product);
      product = 1;
    }
  }
  return logs + Math.log(product);
}

/** The mean over the outermost groups, around which all products are then; gives its weight. */
function addUp({ count, weight, means }: Level, total: Float64Array, { columns: width, data }: Matrix): number {
  let sum = 0;
  total.fill(0);
  for (let g = 0; g < count; g++) {
    sum += weight[g]!;
    for (let k = 0; k < width; k++) total[k]! += weight[g]! * means[g * width + k]!;
  }
  for (let k = 0; k < width; k++) total[k]! /= sum;
  for (let g = 0; g < count; g++) {
    for (let j = 0; j < width; j++) {
      const off = weight[g]! * (means[g * width + j]! - total[j]!);
      for (let k = 0; k <= j; k++) data[j * width + k]! += off * (means[g * width + k]! - total[k]!);
    }
  }
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
    look(level, outside);
    gradient[l] = outside
      ? slopeWithin(level, outside, { found, total, own, restricted })
      : outermostSlope(level, { found, total, own, restricted });
    if (l > 0) lookAround(level, outside, total);
  }
  return gradient;
}

interface View {
  readonly found: Solved;
  readonly total: Float64Array;
  readonly own: Float64Array;
  readonly restricted: boolean;
}

function slopeWithin(level: Level, outside: Level, { found, total, own, restricted }: View): number {
  const { count, weight, means, kept } = level;
  const width = total.length;
  let slope = 0;
  for (let g = 0; g < count; g++) {
    const p = outside.parents[g]!;
    const w = weight[g]!;
    for (let k = 0; k < width; k++) own[k] = w * (means[g * width + k]! - total[k]! - outside.around[p * width + k]!);
    slope += w * kept[g]! - seen(own, w * outside.free[p]!, found, restricted);
  }
  return slope;
}

function outermostSlope({ count, weight, means }: Level, { found, total, own, restricted }: View): number {
  const width = total.length;
  let slope = 0;
  for (let g = 0; g < count; g++) {
    const w = weight[g]!;
    for (let k = 0; k < width; k++) own[k] = w * (means[g * width + k]! - total[k]!);
    slope += w - seen(own, w, found, restricted);
  }
  return slope;
}

/** How much of its own weight a group keeps, and of the intercept, in view of the levels around it. */
function look({ count, weight, share, kept, free }: Level, outside: Level | undefined): void {
  if (!outside) {
    kept.fill(1);
    free.set(share);
    return;
  }
  for (let g = 0; g < count; g++) {
    const p = outside.parents[g]!;
    const part = weight[g]! / outside.u[p]!;
    kept[g] = 1 - part + part * outside.share[p]! * outside.kept[p]!;
    free[g] = share[g]! * outside.free[p]!;
  }
}

/** What a group and those around it predict. */
function lookAround({ count, share, means, around }: Level, outside: Level | undefined, total: Float64Array): void {
  const width = total.length;
  for (let g = 0; g < count; g++) {
    const p = outside ? outside.parents[g]! : 0;
    for (let k = 0; k < width; k++) {
      const further = outside ? share[g]! * outside.around[p * width + k]! : 0;
      around[g * width + k] = (1 - share[g]!) * (means[g * width + k]! - total[k]!) + further;
    }
  }
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
