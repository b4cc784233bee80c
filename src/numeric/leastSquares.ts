import { refuse } from "../foundation/errors.ts";
import { type Factored, factorise, rotate, rotateBack, solveLower, solveUpper } from "./householder.ts";
import { type Matrix, mirrored, zeros } from "./matrices.ts";
import { missingParts } from "./missingParts.ts";
import { compensatedSquares } from "./sums.ts";

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
  const coefficients = new Float64Array(x.columns).fill(Number.NaN);
  factored.kept.forEach((j, k) => {
    coefficients[j] = (solution[k]! * system.scales[j]!) / system.targetScale;
  });
  return {
    coefficients,
    residuals: unscaled(residuals, system, (i) => y[i]! - fittedAt(x, i, coefficients)),
    residualSumSquares: compensatedSquares(residuals) / system.targetScale / system.targetScale,
    inverse: inverseOf(factored, system.scales),
    rank: factored.kept.length,
    residualDf: system.used - factored.kept.length,
    dropped: factored.dropped,
  };
}

/** The weighted problem, column after column, every column and the outcome brought to about 1 by a power of two. */
interface System {
  readonly rows: number;
  readonly columns: Float64Array;
  readonly scales: Float64Array;
  readonly target: Float64Array;
  readonly targetScale: number;
  /** Square roots of the weights, if there are any. */
  readonly roots: Float64Array | null;
  /** Rows with a weight above 0. */
  readonly used: number;
}

function scaledSystem(x: Matrix, y: ArrayLike<number>, weights: ArrayLike<number> | undefined): System {
  const { rows } = x;
  const roots = weights === undefined ? null : rootsOf(weights);
  const columns = new Float64Array(rows * x.columns);
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < x.columns; j++) columns[j * rows + i] = x.data[k++]!;
  }
  const scales = new Float64Array(x.columns);
  for (let j = 0; j < x.columns; j++) scales[j] = scale(columns.subarray(j * rows, (j + 1) * rows), roots);
  const target = Float64Array.from(y);
  const targetScale = scale(target, roots);
  const used = roots === null ? rows : roots.reduce((count, root) => count + (root > 0 ? 1 : 0), 0);
  return { rows, columns, scales, target, targetScale, roots, used };
}

function rootsOf(weights: ArrayLike<number>): Float64Array {
  const roots = new Float64Array(weights.length);
  for (let i = 0; i < roots.length; i++) {
    if (!(weights[i]! >= 0)) refuse("data/outside-range", { minimum: 0, maximum: "∞" }, { row: i + 1 });
    roots[i] = Math.sqrt(weights[i]!);
  }
  return roots;
}

/**
 * Multiplies a column by the roots of the weights, and by the power of two that brings its largest element between 1
 * and 2; returns that power.
 */
function scale(column: Float64Array, roots: Float64Array | null): number {
  if (roots !== null) for (let i = 0; i < column.length; i++) column[i] = column[i]! * roots[i]!;
  let largest = 0;
  for (let i = 0; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]!));
  if (!Number.isFinite(largest)) {
    refuse("data/not-finite", {}, { row: column.findIndex((value) => !Number.isFinite(value)) + 1 });
  }
  const factor = largest === 0 ? 1 : 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))));
  if (factor !== 1) for (let i = 0; i < column.length; i++) column[i] = column[i]! * factor;
  return factor;
}

/** Residuals in the outcome's own unit; those of rows that do not count are asked for. */
function unscaled(residuals: Float64Array, { roots, targetScale }: System, left: (row: number) => number) {
  const own = new Float64Array(residuals.length);
  for (let i = 0; i < own.length; i++) {
    const root = roots === null ? 1 : roots[i]!;
    own[i] = root > 0 ? residuals[i]! / targetScale / root : left(i);
  }
  return own;
}

/**
 * Solves r + X b = y, X'r = 0 for b and r together. Every round computes what is still missing in twice the precision
 * and solves for it, until the next step would be below rounding or the steps no longer get smaller.
 */
function refined({ rows, columns, target }: System, factored: Factored) {
  const { kept } = factored;
  const trial = { solution: new Float64Array(kept.length), residuals: new Float64Array(rows) };
  const missing = { outer: target.slice(), lost: new Float64Array(rows), inner: new Float64Array(kept.length) };
  let previous = 1;
  for (let round = 0; round < REFINEMENTS; round++) {
    if (round > 0) missingParts({ columns, target, kept }, trial, missing);
    solveStep(factored, missing.outer, missing.inner);
    const step = relativeStep(missing.inner, trial.solution);
    if (round > 1 && !(step < previous / 2)) break;
    add(trial.solution, missing.inner);
    add(trial.residuals, missing.outer);
    if (round > 0 && step * (step / previous) < Number.EPSILON / 4) break;
    previous = step;
  }
  return trial;
}

function add(target: Float64Array, step: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + step[i]!;
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
