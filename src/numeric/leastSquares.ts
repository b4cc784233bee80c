import { refuse } from "../foundation/errors.ts";
import { productError, sumError } from "./exactProduct.ts";
import { type Factored, factorise, rotate, rotateBack, solveLower, solveUpper } from "./householder.ts";
import { type Matrix, mirrored, zeros } from "./matrices.ts";
import { compensatedDot, compensatedSquares } from "./sums.ts";

/** A least squares fit. Where a column was dropped the coefficient and its row and column of `inverse` are NaN. */
export interface LeastSquares {
  readonly coefficients: Float64Array;
  /** Observed minus fitted, per row, not weighted. */
  readonly residuals: Float64Array;
  /** Sum of weight times squared residual. */
  readonly residualSumSquares: number;
  /** (X'WX)^-1: times the residual variance it is the coefficients' covariance matrix. */
  readonly inverse: Matrix;
  readonly rank: number;
  /** Rows with a weight above 0, less the rank. */
  readonly residualDf: number;
  /** Columns that are a combination of columns before them. */
  readonly dropped: readonly number[];
}

/** What must be left of a column, as a share of its length, after the columns before it. */
const RANK_TOLERANCE = 1e-13;
const REFINEMENTS = 10;

/**
 * Coefficients that make the weighted sum of squared residuals smallest.
 * @param x design matrix; a column of ones is the intercept, none is added; no missing values
 * @param y one outcome per row
 * @param weights one per row, 0 or more; 0 leaves the row out
 * @returns the fit, to nearly all digits the data allow: the solution is refined with residuals in twice the precision
 * @throws input/unequal-length; data/not-finite; data/outside-range for a negative weight
 * @see Golub & Van Loan (2013), 5.3; Björck (1967) for the refinement. Reference: lm(y ~ x, weights = w)
 * @example Array.from(leastSquares({ rows: 3, columns: 2, data: Float64Array.of(1, 0, 1, 1, 1, 2) }, [1, 3, 5]).coefficients) // [1, 2]
 */
export function leastSquares(x: Matrix, y: ArrayLike<number>, weights?: ArrayLike<number>): LeastSquares {
  refuseUnequal(x.rows, y, "y");
  if (weights !== undefined) refuseUnequal(x.rows, weights, "weights");
  const system = scaledSystem(x, y, weights);
  const factored = factorise(system.columns.slice(), x.rows, x.columns, RANK_TOLERANCE);
  const { solution, residuals } = refined(system, factored);
  const used = system.roots.reduce((count, root) => count + (root > 0 ? 1 : 0), 0);
  const coefficients = new Float64Array(x.columns).fill(Number.NaN);
  factored.kept.forEach((j, k) => {
    coefficients[j] = solution[k]! * system.scales[j]!;
  });
  return {
    coefficients,
    residuals: residuals.map((residual, i) =>
      system.roots[i]! > 0 ? residual / system.roots[i]! : y[i]! - fittedAt(x, i, coefficients),
    ),
    residualSumSquares: compensatedSquares(residuals),
    inverse: inverseOf(factored, system.scales),
    rank: factored.kept.length,
    residualDf: used - factored.kept.length,
    dropped: factored.dropped,
  };
}

/** The weighted problem, column after column, each column brought to a length of about 1 by a power of two. */
interface System {
  readonly rows: number;
  readonly columns: Float64Array;
  readonly scales: Float64Array;
  readonly target: Float64Array;
  /** Square roots of the weights. */
  readonly roots: Float64Array;
}

function scaledSystem(x: Matrix, y: ArrayLike<number>, weights: ArrayLike<number> | undefined): System {
  const { rows } = x;
  const roots = new Float64Array(rows).fill(1);
  for (let i = 0; weights !== undefined && i < rows; i++) {
    if (!(weights[i]! >= 0)) refuse("data/outside-range", { minimum: 0, maximum: "∞" }, { row: i + 1 });
    roots[i] = Math.sqrt(weights[i]!);
  }
  const columns = new Float64Array(rows * x.columns);
  const scales = new Float64Array(x.columns);
  for (let j = 0; j < x.columns; j++) {
    const column = columns.subarray(j * rows, (j + 1) * rows);
    for (let i = 0; i < rows; i++) column[i] = x.data[i * x.columns + j]! * roots[i]!;
    scales[j] = scaleOf(column);
    for (let i = 0; i < rows; i++) column[i] = column[i]! * scales[j]!;
  }
  const target = Float64Array.from(y, (value, i) => value * roots[i]!);
  scaleOf(target);
  return { rows, columns, scales, target, roots };
}

/** The power of two that brings the largest element between 1 and 2 (1 when all are 0). */
function scaleOf(column: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < column.length; i++) {
    if (!Number.isFinite(column[i]!)) refuse("data/not-finite", {}, { row: i + 1 });
    largest = Math.max(largest, Math.abs(column[i]!));
  }
  return largest === 0 ? 1 : 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))));
}

/**
 * Solves r + X b = y, X'r = 0 for b and r together, starting from 0: every round computes what is still missing in
 * twice the precision and solves for it, until the steps no longer get smaller.
 */
function refined(system: System, factored: Factored) {
  const { rows } = system;
  const { kept } = factored;
  const solution = new Float64Array(kept.length);
  const residuals = new Float64Array(rows);
  const outer = new Float64Array(rows);
  const inner = new Float64Array(kept.length);
  let previous = Number.POSITIVE_INFINITY;
  for (let round = 0; round < REFINEMENTS; round++) {
    missingOf(system, kept, { solution, residuals }, outer, inner);
    solveStep(factored, outer, inner);
    const step = relativeStep(inner, solution);
    if (!(step < previous / 2) && round > 1) break;
    for (let k = 0; k < kept.length; k++) solution[k] = solution[k]! + inner[k]!;
    for (let i = 0; i < rows; i++) residuals[i] = residuals[i]! + outer[i]!;
    if (step < Number.EPSILON / 4) break;
    previous = step;
  }
  return { solution, residuals };
}

/** y - r - X b into `outer` and -X'r into `inner`. */
function missingOf(
  { rows, columns, target }: System,
  kept: readonly number[],
  { solution, residuals }: { solution: Float64Array; residuals: Float64Array },
  outer: Float64Array,
  inner: Float64Array,
): void {
  const lost = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    outer[i] = target[i]! - residuals[i]!;
    lost[i] = sumError(target[i]!, -residuals[i]!);
  }
  for (let k = 0; k < kept.length; k++) {
    const from = kept[k]! * rows;
    const factor = -solution[k]!;
    for (let i = 0; i < rows; i++) {
      const value = columns[from + i]!;
      const product = value * factor;
      lost[i] = lost[i]! + productError(value, factor) + sumError(outer[i]!, product);
      outer[i] = outer[i]! + product;
    }
    inner[k] = -compensatedDot(columns.subarray(from, from + rows), residuals);
  }
  for (let i = 0; i < rows; i++) outer[i] = outer[i]! + lost[i]!;
}

/** Turns what is missing into the step of r (`outer`) and of b (`inner`). */
function solveStep(factored: Factored, outer: Float64Array, inner: Float64Array): void {
  rotate(factored, outer);
  solveLower(factored, inner);
  for (let k = 0; k < inner.length; k++) {
    const part = inner[k]!;
    inner[k] = outer[k]! - part;
    outer[k] = part;
  }
  solveUpper(factored, inner);
  rotateBack(factored, outer);
}

function relativeStep(step: Float64Array, solution: Float64Array): number {
  let largestStep = 0;
  let largest = 0;
  for (let k = 0; k < step.length; k++) {
    largestStep = Math.max(largestStep, Math.abs(step[k]!));
    largest = Math.max(largest, Math.abs(solution[k]! + step[k]!));
  }
  return largest === 0 ? 0 : largestStep / largest;
}

/** (R'R)^-1 in the columns' own units. */
function inverseOf(factored: Factored, scales: Float64Array): Matrix {
  const { kept, dropped } = factored;
  const inverse = zeros(scales.length, scales.length);
  const unit = new Float64Array(kept.length);
  for (let k = 0; k < kept.length; k++) {
    unit.fill(0);
    unit[k] = 1;
    solveLower(factored, unit);
    solveUpper(factored, unit);
    for (let i = k; i < kept.length; i++) {
      inverse.data[kept[i]! * scales.length + kept[k]!] = unit[i]! * scales[kept[i]!]! * scales[kept[k]!]!;
    }
  }
  mirrored(inverse);
  for (const j of dropped) {
    for (let i = 0; i < scales.length; i++) {
      inverse.data[i * scales.length + j] = Number.NaN;
      inverse.data[j * scales.length + i] = Number.NaN;
    }
  }
  return inverse;
}

function fittedAt(x: Matrix, row: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.columns; j++) {
    if (!Number.isNaN(coefficients[j]!)) sum += x.data[row * x.columns + j]! * coefficients[j]!;
  }
  return sum;
}

function refuseUnequal(rows: number, values: ArrayLike<number>, column: string): void {
  if (values.length !== rows) refuse("input/unequal-length", { first: "x", a: rows, b: values.length }, { column });
}
