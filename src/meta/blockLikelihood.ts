import { cholesky, choleskyInverse, choleskySolve, forwardSubstitute, logDeterminant } from "../numeric/cholesky.ts";
import { type Matrix, mirrored, multiply, zeros } from "../numeric/matrices.ts";
import type { NestedEffects, NestedLikelihood } from "./nestedLikelihood.ts";

/** Work of a cell of a block, in effects of `nestedLikelihood`. */
const CELL = 30;

/** Effects whose sampling errors go together: their rows, and the known covariance matrix of the errors. */
export interface KnownBlock {
  readonly rows: readonly number[];
  readonly variance: Matrix;
}

/** A block with its columns: intercept, moderators and last the outcome; and per level the group of each effect in it. */
interface Block extends KnownBlock {
  readonly columns: Matrix;
  readonly groups: readonly Int32Array[];
}

/** A block at some variances: the inverse of its covariance matrix, and that times its columns. */
interface Weighed {
  readonly inverse: Matrix;
  readonly weighed: Matrix;
}

interface Solved {
  readonly deviance: number;
  readonly coefficients: Float64Array;
  readonly covariance: Matrix;
  readonly blocks: readonly Weighed[];
}

/**
 * The likelihood of effects with correlated sampling errors in nested groups, block by block: no matrix is larger than a
 * block. The same function of the variances as `nestedLikelihood`, for errors that are not independent.
 * @param blocks known covariances; effects of an outermost group lie in one block
 * @param restricted REML rather than ML
 * @see Harville (1977), eqs. 3.8 and 5.1; Pustejovsky & Tipton (2022)
 */
export function blockLikelihood(
  effects: NestedEffects,
  known: readonly KnownBlock[],
  restricted: boolean,
): NestedLikelihood {
  const blocks = known.map((block) => laidOut(effects, block));
  const zero = new Float64Array(effects.levels.length);
  const constant = blocks.reduce((sum, block) => sum + logDeterminant(cholesky(covarianceAt(block, zero))!), 0);
  const solvedAt = (variances: ArrayLike<number>) => solve(blocks, variances, { restricted, constant });
  return {
    levels: effects.levels.length,
    cost: CELL * blocks.reduce((sum, { rows }) => sum + rows.length ** 2, 0),
    known: constant,
    deviance: (variances) => devianceAt(blocks, variances, { restricted, constant }),
    point: (variances) => {
      const found = solvedAt(variances);
      if (found === null) return null;
      const gradient = zero.map((_, l) => slope(blocks, found, l, restricted));
      return { deviance: found.deviance, gradient };
    },
    coefficients: solvedAt,
  };
}

/** tr P of the fit without random effects: what the degrees of freedom are divided by for a typical sampling variance. */
export function blockFreeWeight(effects: NestedEffects, known: readonly KnownBlock[]): number {
  const blocks = known.map((block) => laidOut(effects, block));
  const found = solve(blocks, new Float64Array(effects.levels.length), { restricted: false, constant: 0 })!;
  const p = effects.width;
  let trace = 0;
  for (const { inverse, weighed } of found.blocks) {
    const size = inverse.rows;
    for (let i = 0; i < size; i++)
      trace += inverse.data[i * size + i]! - takenBy(rowOf(weighed, i), found.covariance, p);
  }
  return trace;
}

function laidOut({ values, width, levels }: NestedEffects, { rows, variance }: KnownBlock): Block {
  const columns = zeros(rows.length, width + 1);
  rows.forEach((row, i) => {
    columns.data[i * (width + 1)] = 1;
    for (let k = 0; k < width; k++) columns.data[i * (width + 1) + k + 1] = values[row * width + k]!;
  });
  return { rows, variance, columns, groups: levels.map((codes) => Int32Array.from(rows, (row) => codes[row]!)) };
}

function covarianceAt({ variance, groups }: Block, variances: ArrayLike<number>): Matrix {
  const size = variance.rows;
  const data = Float64Array.from(variance.data);
  groups.forEach((codes, l) => {
    if (variances[l] === 0) return;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) if (codes[i] === codes[j]) data[i * size + j]! += variances[l]!;
    }
  });
  return { ...variance, data };
}

interface Kind {
  readonly restricted: boolean;
  readonly constant: number;
}

/** The deviance alone: no inverse is made. */
function devianceAt(blocks: readonly Block[], variances: ArrayLike<number>, { restricted, constant }: Kind): number {
  const width = blocks[0]!.columns.columns;
  const products = zeros(width, width);
  let logs = -constant;
  for (const block of blocks) {
    const lower = cholesky(covarianceAt(block, variances));
    if (lower === null) return Number.POSITIVE_INFINITY;
    const halves = Array.from({ length: width }, (_, k) => forwardSubstitute(lower, columnOf(block.columns, k)));
    for (let j = 0; j < width; j++)
      for (let k = 0; k <= j; k++) products.data[j * width + k]! += dot(halves[j]!, halves[k]!);
    logs += logDeterminant(lower);
  }
  const fitted = coefficientsOf(products);
  if (fitted === null) return Number.POSITIVE_INFINITY;
  return logs + fitted.squares + (restricted ? logDeterminant(fitted.lower) : 0);
}

function columnOf({ rows, columns, data }: Matrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => data[i * columns + column]!);
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** Coefficients from the weighted products of all columns; null where moderators depend on each other. */
function coefficientsOf({ columns: width, data }: Matrix) {
  const p = width - 1;
  const corner = zeros(p, p);
  for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) corner.data[i * p + j] = data[i * width + j]!;
  const lower = cholesky(mirrored(corner));
  if (lower === null) return null;
  const right = data.subarray(p * width, p * width + p);
  const coefficients = choleskySolve(lower, right);
  const squares = coefficients.reduce((sum, b, k) => sum - b * right[k]!, data[width * width - 1]!);
  return { lower, coefficients, squares: Math.max(0, squares) };
}

function solve(blocks: readonly Block[], variances: ArrayLike<number>, { restricted, constant }: Kind): Solved | null {
  const width = blocks[0]!.columns.columns;
  const products = zeros(width, width);
  let logs = -constant;
  const weighedBlocks: Weighed[] = [];
  for (const block of blocks) {
    const lower = cholesky(covarianceAt(block, variances));
    if (lower === null) return null;
    const inverse = choleskyInverse(lower);
    const weighed = multiply(inverse, block.columns);
    addProducts(products, block.columns, weighed);
    logs += logDeterminant(lower);
    weighedBlocks.push({ inverse, weighed });
  }
  const fitted = coefficientsOf(products);
  if (fitted === null) return null;
  const { lower, coefficients, squares } = fitted;
  const deviance = logs + squares + (restricted ? logDeterminant(lower) : 0);
  return { deviance, coefficients, covariance: choleskyInverse(lower), blocks: weighedBlocks };
}

/** Adds the lower triangle of columns' weighed columns. */
function addProducts({ columns: width, data }: Matrix, columns: Matrix, weighed: Matrix): void {
  for (let i = 0; i < columns.rows; i++) {
    for (let j = 0; j < width; j++) {
      const own = columns.data[i * width + j]!;
      for (let k = 0; k <= j; k++) data[j * width + k]! += own * weighed.data[i * width + k]!;
    }
  }
}

/** Derivative of the deviance by the variance of a level: a sum over its groups. */
function slope(blocks: readonly Block[], found: Solved, level: number, restricted: boolean): number {
  return blocks.reduce((sum, { groups }, b) => {
    const codes = groups[level]!;
    const { inverse, weighed } = found.blocks[b]!;
    const totals = totalsOf(weighed, codes);
    return totals.reduce((left, total) => left - seenBy(total, found, restricted), sum + traceWithin(inverse, codes));
  }, 0);
}

/** The sum of a matrix over all pairs within a group. */
function traceWithin({ rows: size, data }: Matrix, codes: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) if (codes[i] === codes[j]) sum += data[i * size + j]!;
  return sum;
}

/** Sums of the rows of every group. */
function totalsOf(matrix: Matrix, codes: Int32Array): Float64Array[] {
  const totals = new Map<number, Float64Array>();
  codes.forEach((code, i) => {
    const row = rowOf(matrix, i);
    const total = totals.get(code);
    if (total === undefined) totals.set(code, row.slice());
    else for (let k = 0; k < row.length; k++) total[k]! += row[k]!;
  });
  return [...totals.values()];
}

/** The squared residual sum of a group, and for REML what estimating the coefficients took of it. */
function seenBy(total: Float64Array, { coefficients, covariance }: Solved, restricted: boolean): number {
  const p = coefficients.length;
  const residual = coefficients.reduce((sum, b, k) => sum - b * total[k]!, total[p]!);
  return residual * residual + (restricted ? takenBy(total, covariance, p) : 0);
}

function takenBy(row: Float64Array, { data }: Matrix, p: number): number {
  let sum = 0;
  for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) sum += row[i]! * data[i * p + j]! * row[j]!;
  return sum;
}

function rowOf({ columns, data }: Matrix, row: number): Float64Array {
  return data.subarray(row * columns, (row + 1) * columns);
}
