import type { Matrix } from "../numeric/matrices.ts";
import type { Level } from "./nestedLevels.ts";

/** The fit at some variances, of the centred moderators. */
export interface Solved {
  readonly deviance: number;
  /** Total weight: the information on the intercept at the mean of the moderators. */
  readonly weight: number;
  readonly slopes: Float64Array;
  readonly inverse: Matrix;
}

/** Derivatives of the deviance: from the outside in, what every group sees through all levels around it. */
export function slopes(
  levels: readonly Level[],
  found: Solved,
  total: Float64Array,
  restricted: boolean,
): Float64Array {
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
