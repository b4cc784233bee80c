import { normalLower } from "./normal.ts";

/** A table with its thresholds, infinite ones included, and room for one evaluation. */
export interface Cells {
  readonly counts: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly n: number;
  readonly share: Float64Array;
  readonly slope: Float64Array;
  readonly quadrant: Float64Array;
  readonly density: Float64Array;
}

function bounded(inner: readonly number[]): Float64Array {
  return Float64Array.of(Number.NEGATIVE_INFINITY, ...inner, Number.POSITIVE_INFINITY);
}

export function cellsOf(counts: readonly (readonly number[])[], a: readonly number[], b: readonly number[]): Cells {
  const rows = counts.length;
  const columns = counts[0]!.length;
  const flat = Float64Array.from(counts.flat());
  const corners = new Float64Array((rows + 1) * (columns + 1));
  return {
    counts: flat,
    rows,
    columns,
    a: bounded(a),
    b: bounded(b),
    n: flat.reduce((sum, count) => sum + count, 0),
    share: new Float64Array(flat.length),
    slope: new Float64Array(flat.length),
    quadrant: borderOf(corners.slice(), bounded(a), bounded(b)),
    density: corners,
  };
}

/** Quadrants at the last row and column do not depend on rho. */
function borderOf(quadrant: Float64Array, a: Float64Array, b: Float64Array): Float64Array {
  const width = b.length;
  for (let i = 0; i < a.length; i++) quadrant[i * width + width - 1] = normalLower(a[i]!);
  for (let j = 0; j < width; j++) quadrant[(a.length - 1) * width + j] = normalLower(b[j]!);
  return quadrant;
}

export function overCell(corners: Float64Array, width: number, i: number, j: number): number {
  const at = i * width + j;
  return corners[at + width + 1]! - corners[at + width]! - (corners[at + 1]! - corners[at]!);
}

/** Derivative of the log-likelihood at the rho evaluated last, per respondent. */
export function scoreOf({ counts, share, slope, n }: Cells): number {
  let score = 0;
  for (let k = 0; k < counts.length; k++) if (counts[k]! > 0) score += (counts[k]! / n) * (slope[k]! / share[k]!);
  return score;
}

/** Expected information at the rho evaluated last, per respondent. */
export function informationOf({ share, slope }: Cells): number {
  let information = 0;
  for (let k = 0; k < share.length; k++) if (share[k]! > 0) information += slope[k]! * (slope[k]! / share[k]!);
  return information;
}
