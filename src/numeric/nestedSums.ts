import { type Matrix, zeros } from "./matrices.ts";
/** Rows with a place in nested groups. */
export interface NestedRows {
  /** Outcome, one per row. */
  readonly y: ArrayLike<number>;
  /** Predictors without the intercept, one column each. */
  readonly x: readonly ArrayLike<number>[];
  /** Group of each row (codes from 0) per level, the innermost level first; a group lies within one group of the next. */
  readonly levels: readonly ArrayLike<number>[];
}

/** Sums over the rows of a group: how many, and of every predictor and the outcome. */
export interface NestedLevel {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Group of the next level each group lies in; empty at the last level. */
  readonly parents: Int32Array;
}

export interface NestedSums {
  readonly levels: readonly NestedLevel[];
  /** Columns: intercept, predictors, outcome; centred on their means but for the intercept. */
  readonly width: number;
  readonly products: Float64Array;
  readonly means: readonly number[];
  readonly rows: number;
}

/**
 * All that a model with nested random intercepts needs of its rows: sums over everyone and per group.
 * @param data rows without missing values
 * @returns predictors and outcome centred on their means; what the means were
 */
export function nestedSums({ y, x, levels }: NestedRows): NestedSums {
  const rows = y.length;
  const moved = [...x, y].map(centred);
  const columns = [new Float64Array(rows).fill(1), ...moved.map(({ values }) => values)];
  const width = columns.length;
  const products = new Float64Array(width * width);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) products[a * width + b] = products[b * width + a] = dot(columns[a]!, columns[b]!);
  }
  return {
    levels: levels.map((codes, l) => levelOf(codes, levels[l + 1], columns)),
    width,
    products,
    means: moved.map(({ mean }) => mean),
    rows,
  };
}

function centred(column: ArrayLike<number>): { values: Float64Array; mean: number } {
  const values = Float64Array.from(column);
  const rough = meanOf(values);
  for (let i = 0; i < values.length; i++) values[i]! -= rough;
  const rest = meanOf(values);
  for (let i = 0; i < values.length; i++) values[i]! -= rest;
  return { values, mean: rough + rest };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function levelOf(
  codes: ArrayLike<number>,
  next: ArrayLike<number> | undefined,
  columns: readonly Float64Array[],
): NestedLevel {
  const own = Int32Array.from(codes);
  const groups = own.reduce((most, code) => Math.max(most, code + 1), 0);
  const width = columns.length;
  const sums = new Float64Array(groups * width);
  columns.forEach((column, k) => {
    for (let i = 0; i < own.length; i++) sums[own[i]! * width + k]! += column[i]!;
  });
  const parents = new Int32Array(next ? groups : 0);
  if (next) for (let i = 0; i < own.length; i++) parents[own[i]!] = next[i]!;
  return { counts: Float64Array.from({ length: groups }, (_, g) => sums[g * width]!), sums, parents };
}

interface CentredFit {
  readonly coefficients: ArrayLike<number>;
  /** Of the coefficients, in units of the residual variance. */
  readonly inverse: Matrix;
  readonly residualVariance: number;
}

/** Back from centred predictors and outcome: only the intercept changes. */
export function uncentred(
  { means, width }: NestedSums,
  { coefficients, inverse, residualVariance }: CentredFit,
): { coefficients: number[]; covariance: Matrix } {
  const p = width - 1;
  const shift = means.slice(0, -1);
  const back = zeros(p, p);
  for (let k = 0; k < p; k++) back.data[k * p + k] = 1;
  for (let k = 1; k < p; k++) back.data[k] = -shift[k - 1]!;
  const own = Array.from(coefficients);
  const intercept = own[0]! + means.at(-1)! - shift.reduce((sum, mean, k) => sum + mean * own[k + 1]!, 0);
  const covariance = zeros(p, p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let a = 0; a < p; a++) {
        for (let c = 0; c < p; c++) sum += back.data[i * p + a]! * inverse.data[a * p + c]! * back.data[j * p + c]!;
      }
      covariance.data[i * p + j] = sum * residualVariance;
    }
  }
  return { coefficients: [intercept, ...own.slice(1)], covariance };
}
