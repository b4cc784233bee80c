import type { Matrix } from "../numeric/matrices.ts";
import { fitAt, type RegressionFit } from "./regressionFit.ts";

/** Effects in studies with the design of a meta-regression. */
export interface StudyEffects {
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  readonly design: Matrix;
  /** The effects of each study. */
  readonly studies: readonly (readonly number[])[];
}

/** Approximate variances of the effects, whose inverses are the weights; and what they were made of. */
export interface WorkingVariances {
  readonly variances: Float64Array;
  /** Variance between studies. */
  readonly tau2: number;
  /** Variance within studies; NaN where the model has none. */
  readonly omega2: number;
}

/**
 * Weights for effects whose errors correlate rho within a study: all effects of a study weigh 1 / (m (mean v + tau2)),
 * tau2 by the method of moments.
 * @see Hedges, Tipton & Johnson (2010), eqs. 15-16. Reference: robumeta::robu(modelweights = "CORR")
 */
export function correlatedWeights(data: StudyEffects, rho: number): WorkingVariances {
  const { design, studies, variances } = data;
  const means = studies.map((rows) => rows.reduce((sum, i) => sum + variances[i]!, 0) / rows.length);
  const spread = (tau2: number) => {
    const all = new Float64Array(design.rows);
    studies.forEach((rows, j) => {
      for (const i of rows) all[i] = rows.length * (means[j]! + tau2);
    });
    return all;
  };
  const { Q, covariance } = fitAt({ ...data, variances: spread(0) }, 0);
  let [expected, slope] = [0, 0];
  studies.forEach((rows, j) => {
    const size = rows.length;
    const weight = 1 / (size * means[j]!);
    const together = form(sumOf(design, rows), covariance);
    const apart = rows.reduce((sum, i) => sum + form(sumOf(design, [i]), covariance), 0);
    expected += 1 - (weight / size) * ((1 - rho) * apart + rho * together);
    slope += size * weight - weight ** 2 * together;
  });
  const tau2 = Math.max(0, (Q - expected) / slope);
  return { variances: spread(tau2), tau2, omega2: Number.NaN };
}

/**
 * Weights for effects that differ between and within studies: 1 / (v + tau2 + omega2), both by the method of moments.
 * @see Hedges, Tipton & Johnson (2010), section 4.2. Reference: robumeta::robu(modelweights = "HIER")
 */
export function hierarchicalWeights(data: StudyEffects): WorkingVariances {
  const { estimates, variances, design } = data;
  const fixed = fitAt({ estimates, variances, design }, 0);
  const { within, between } = expectations(data, fixed);
  const residuals = estimates.map((value, i) => value - product(design, i, fixed.coefficients));
  const between2 = data.studies.reduce((sum, rows) => sum + rows.reduce((left, i) => left + residuals[i]!, 0) ** 2, 0);
  const [Q, S] = [fixed.Q - within.error, between2 - between.error];
  const omega2 = Math.max(
    0,
    (S * within.tau - Q * between.tau) / (between.omega * within.tau - within.omega * between.tau),
  );
  const tau2 = Math.max(0, (Q - omega2 * within.omega) / within.tau);
  return { variances: variances.map((variance) => variance + tau2 + omega2), tau2, omega2 };
}

/** What sampling errors, tau2 and omega2 put into Q and into the sum of squared sums of residuals per study. */
function expectations({ variances, design, studies }: StudyEffects, { covariance: B }: RegressionFit) {
  const weights = variances.map((variance) => 1 / variance);
  const sums = studies.map((rows) => ({
    size: rows.length,
    weight: rows.reduce((sum, i) => sum + weights[i]!, 0),
    s: turned(sumOf(design, rows), B),
    plain: sumOf(design, rows),
    t: sumOf(design, rows, weights),
  }));
  const all = studies.flat();
  const squared = (vector: Float64Array) => sums.reduce((sum, { plain }) => sum + dot(plain, vector) ** 2, 0);
  const add = (of: (one: (typeof sums)[number]) => number) => sums.reduce((sum, one) => sum + of(one), 0);
  const each = (of: (row: Float64Array, weight: number) => number) =>
    all.reduce((sum, i) => sum + of(sumOf(design, [i]), weights[i]!), 0);
  const k = design.rows;
  const sampling = variances.reduce((sum, variance) => sum + variance, 0);
  return {
    within: {
      error: k - design.columns,
      omega: each((row, w) => w - w * w * form(row, B)),
      tau: add(({ weight, t }) => weight - form(t, B)),
    },
    between: {
      error: sampling - add(({ s, plain }) => dot(s, plain)),
      omega: k - 2 * add(({ s, t }) => dot(s, t)) + each((row, w) => w * w * squared(turned(row, B))),
      tau: add(({ size, s, t }) => size ** 2 - 2 * size * dot(s, t) + squared(turned(t, B))),
    },
  };
}

/** Sum of the rows of a design, weighted or not. */
function sumOf({ columns, data }: Matrix, rows: readonly number[], weights?: Float64Array): Float64Array {
  const sum = new Float64Array(columns);
  for (const i of rows) for (let k = 0; k < columns; k++) sum[k]! += (weights?.[i] ?? 1) * data[i * columns + k]!;
  return sum;
}

function product({ columns, data }: Matrix, row: number, coefficients: Float64Array): number {
  return coefficients.reduce((sum, value, k) => sum + value * data[row * columns + k]!, 0);
}

function turned(vector: Float64Array, { columns, data }: Matrix): Float64Array {
  return vector.map((_, i) => vector.reduce((sum, value, j) => sum + value * data[i * columns + j]!, 0));
}

function form(vector: Float64Array, matrix: Matrix): number {
  return dot(vector, turned(vector, matrix));
}

function dot(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, k) => sum + value * y[k]!, 0);
}
