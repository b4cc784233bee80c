import type { Matrix } from "../numeric/matrices.ts";

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

/** The groups of a level: what stands for each of them once the levels inside are taken out. */
export interface Level {
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

/** The groups of every level, the innermost first. */
export function levelsOf({ levels, counts, width, weights, values }: NestedEffects): Level[] {
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
export function inward(
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
export function addUp({ count, weight, means }: Level, total: Float64Array, { columns: width, data }: Matrix): number {
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
