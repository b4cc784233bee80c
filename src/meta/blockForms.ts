import { cholesky, choleskyInverse, forwardSubstitute, logDeterminant } from "../numeric/cholesky.ts";
import { symmetricEigen } from "../numeric/eigenvalues.ts";
import { type Matrix, multiply, transpose, zeros } from "../numeric/matrices.ts";
import type { NestedEffects } from "./nestedLikelihood.ts";

/** Effects whose sampling errors go together: their rows, and the known covariance matrix of the errors. */
export interface KnownBlock {
  readonly rows: readonly number[];
  readonly variance: Matrix;
}

/** Coefficients at some variances, intercept first, with their covariance matrix. */
export interface Fitted {
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
}

/** Sums over the groups of a level: of the inverse, of squared residual sums, and what the coefficients took. */
export interface Look {
  readonly trace: number;
  readonly squares: number;
  readonly taken: number;
}

/** A block as a function of the variances of the levels. */
export interface BlockForm {
  /** Work of an evaluation, in effects of `nestedLikelihood`. */
  readonly cost: number;
  /** Adds the block's weighted products (lower triangle); gives the log determinant, null where there is none. */
  readonly weigh: (variances: ArrayLike<number>, products: Matrix) => number | null;
  /** At some variances, for the groups of a level; null: every effect is a group of its own. */
  readonly look: (variances: ArrayLike<number>, level: number | null, fitted: Fitted) => Look;
}

/** A block's columns: intercept, moderators and last the outcome; and per level the group of each effect in it. */
interface Block extends KnownBlock {
  readonly columns: Matrix;
  readonly groups: readonly Int32Array[];
}

/** The quick form where every level has either one group or single effects in the block; else the general one. */
export function blockForm(effects: NestedEffects, known: KnownBlock): BlockForm {
  const block = laidOut(effects, known);
  const sizes = block.groups.map((codes) => new Set(codes).size);
  const simple = sizes.every((size) => size === 1 || size === known.rows.length);
  return simple ? rotatedForm(block, sizes) : denseForm(block);
}

function laidOut({ values, width, levels }: NestedEffects, { rows, variance }: KnownBlock): Block {
  const columns = zeros(rows.length, width + 1);
  rows.forEach((row, i) => {
    columns.data[i * (width + 1)] = 1;
    for (let k = 0; k < width; k++) columns.data[i * (width + 1) + k + 1] = values[row * width + k]!;
  });
  return { rows, variance, columns, groups: levels.map((codes) => Int32Array.from(rows, (row) => codes[row]!)) };
}

/** Work of a cell of a matrix. */
const CELL = 30;

function denseForm(block: Block): BlockForm {
  const width = block.columns.columns;
  const turned = Array.from({ length: width }, (_, k) => columnOf(block.columns, k));
  const inverseAt = remembered(block);
  return {
    cost: CELL * block.rows.length ** 2,
    weigh: (variances, products) => {
      const lower = cholesky(covarianceAt(block, variances));
      if (lower === null) return null;
      const halves = turned.map((column) => forwardSubstitute(lower, column));
      for (let j = 0; j < width; j++) {
        for (let k = 0; k <= j; k++) products.data[j * width + k]! += dot(halves[j]!, halves[k]!);
      }
      return logDeterminant(lower);
    },
    look: (variances, level, fitted) => {
      const { inverse, weighed } = inverseAt(variances);
      const codes = level === null ? Int32Array.from(block.rows, (_, i) => i) : block.groups[level]!;
      const totals = totalsOf(weighed, codes);
      return lookAt(traceWithin(inverse, codes), totals, fitted);
    },
  };
}

/** The inverse and what it makes of the columns, once for all levels at a place. */
function remembered(block: Block) {
  let at: number[] = [];
  let found: { inverse: Matrix; weighed: Matrix } | null = null;
  return (variances: ArrayLike<number>) => {
    if (found === null || at.some((value, l) => value !== variances[l])) {
      const inverse = choleskyInverse(cholesky(covarianceAt(block, variances))!);
      found = { inverse, weighed: multiply(inverse, block.columns) };
      at = Array.from(variances);
    }
    return found;
  };
}

function covarianceAt({ variance, groups }: Block, variances: ArrayLike<number>): Matrix {
  const size = variance.rows;
  const data = Float64Array.from(variance.data);
  groups.forEach((codes, l) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) if (codes[i] === codes[j]) data[i * size + j]! += variances[l]!;
    }
  });
  return { ...variance, data };
}

/** The sum of a matrix over all pairs within a group. */
function traceWithin({ rows: size, data }: Matrix, codes: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (codes[i] === codes[j]) sum += data[i * size + j]!;
  return sum;
}

/** Sums of the rows of every group. */
function totalsOf({ rows, columns, data }: Matrix, codes: Int32Array): Float64Array[] {
  const totals = new Map<number, Float64Array>();
  for (let i = 0; i < rows; i++) {
    const row = data.subarray(i * columns, (i + 1) * columns);
    const total = totals.get(codes[i]!);
    if (total === undefined) totals.set(codes[i]!, row.slice());
    else for (let k = 0; k < columns; k++) total[k]! += row[k]!;
  }
  return [...totals.values()];
}

/**
 * With V = S + a I + b 11', and S turned to its axes once, an evaluation is a pass over the effects. Columns are taken about
 * their mean in the block, so that only positive sums are added.
 */
function rotatedForm({ rows, variance, columns }: Block, sizes: readonly number[]): BlockForm {
  const { values, vectors } = symmetricEigen(variance);
  const turned = multiply(transpose(vectors), columns);
  const width = columns.columns;
  const size = rows.length;
  const sum = (variances: ArrayLike<number>, whole: boolean) =>
    sizes.reduce((all, groups, l) => all + ((groups === 1) === whole ? variances[l]! : 0), 0);
  const viewAt = (variances: ArrayLike<number>) =>
    centredAt(turned, values, sum(variances, false), sum(variances, true));
  return {
    cost: 2 * size,
    weigh: (variances, products) => {
      const { inverse, off, sums, share, ones } = viewAt(variances);
      for (let j = 0; j < width; j++) {
        for (let k = 0; k <= j; k++) {
          let within = 0;
          for (let i = 0; i < size; i++) within += inverse[i]! * off[i * width + j]! * off[i * width + k]!;
          products.data[j * width + k]! += within + (sums[j]! * sums[k]! * share) / ones;
        }
      }
      const logs = inverse.reduce((all, value) => all - Math.log(value), 0);
      return Number.isFinite(logs) ? logs - Math.log(share) : null;
    },
    look: (variances, level, fitted) => {
      const { inverse, off, sums, share, ones } = viewAt(variances);
      const between = sum(variances, true);
      if (level !== null && sizes[level] === 1) {
        const total = sums.map((value) => value * share);
        return lookAt(ones * share, [total], fitted);
      }
      let trace = 0;
      const totals = Array.from({ length: size }, (_, i) => {
        const one = turned.data[i * width]!;
        trace += inverse[i]! * share * (1 + between * (ones - inverse[i]! * one * one));
        return Float64Array.from(
          sums,
          (value, k) => inverse[i]! * (off[i * width + k]! + (value / ones) * share * one),
        );
      });
      return lookAt(trace, totals, fitted);
    },
  };
}

/** Columns about their weighted means, their weighted sums, the weight of ones, and what the variance between leaves. */
function centredAt({ rows: size, columns: width, data }: Matrix, values: ArrayLike<number>, a: number, b: number) {
  const inverse = Float64Array.from({ length: size }, (_, i) => 1 / (values[i]! + a));
  const sums = new Float64Array(width);
  for (let i = 0; i < size; i++) {
    const part = inverse[i]! * data[i * width]!;
    for (let k = 0; k < width; k++) sums[k]! += part * data[i * width + k]!;
  }
  const ones = sums[0]!;
  const off = new Float64Array(size * width);
  for (let i = 0; i < size; i++) {
    for (let k = 1; k < width; k++) off[i * width + k] = data[i * width + k]! - (sums[k]! / ones) * data[i * width]!;
  }
  return { inverse, off, sums, ones, share: 1 / (1 + b * ones) };
}

function lookAt(trace: number, totals: readonly Float64Array[], { coefficients, covariance }: Fitted): Look {
  const p = coefficients.length;
  let [squares, taken] = [0, 0];
  for (const total of totals) {
    let residual = total[p]!;
    for (let i = 0; i < p; i++) {
      residual -= coefficients[i]! * total[i]!;
      for (let j = 0; j < p; j++) taken += total[i]! * covariance.data[i * p + j]! * total[j]!;
    }
    squares += residual * residual;
  }
  return { trace, squares, taken };
}

function columnOf({ rows, columns, data }: Matrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => data[i * columns + column]!);
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}
