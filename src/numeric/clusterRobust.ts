import { refuse } from "../foundation/errors.ts";
import { type ClusterCorrection, clusterBlocks, clusterCovariance, satterthwaiteDf } from "./clusterSandwich.ts";
import { type Factored, factorise, rotateBack, solveLower } from "./householder.ts";
import { leastSquares } from "./leastSquares.ts";
import { type Matrix, transpose } from "./matrices.ts";

/** A linear regression on clustered rows. */
export interface ClusteredDesign {
  /** Predictors; a column of ones is the intercept, none is added; no missing values. */
  readonly x: Matrix;
  /** One outcome per row. */
  readonly y: ArrayLike<number>;
  /** Cluster of each row, as codes from 0. */
  readonly clusters: Int32Array;
}

export interface ClusterRobust {
  readonly coefficients: Float64Array;
  /** Covariance matrix of the coefficients. */
  readonly covariance: readonly Float64Array[];
  readonly standardErrors: Float64Array;
  /** Satterthwaite's degrees of freedom of the t test of each coefficient. */
  readonly degreesOfFreedom: Float64Array;
  /** Number of clusters that have rows. */
  readonly clusters: number;
}

const RANK_TOLERANCE = 1e-13;

/**
 * Coefficients of a linear regression with a covariance matrix that allows any dependence within clusters.
 * @param design predictors, outcome and cluster per row
 * @param correction CR2 is unbiased when rows are in fact independent, and the best choice for few clusters
 * @returns coefficients, covariance matrix, standard errors and degrees of freedom (NaN with one cluster)
 * @throws input/unequal-length; data/not-finite; model/singular when a predictor follows from the others
 * @see Bell & McCaffrey (2002); Pustejovsky & Tipton (2018), eqs. 6-8 and 11. Reference: clubSandwich::coef_test
 * @example
 * Array.from(clusterRobust({ x: { rows: 4, columns: 1, data: Float64Array.of(1, 1, 1, 1) }, y: [1, 3, 2, 6], clusters: Int32Array.of(0, 0, 1, 1) }).standardErrors) // [1]
 */
export function clusterRobust(design: ClusteredDesign, correction: ClusterCorrection = "CR2"): ClusterRobust {
  const { x, y, clusters } = design;
  if (clusters.length !== x.rows) refuse("input/unequal-length", { first: "x", a: x.rows, b: clusters.length });
  const { coefficients, residuals, dropped } = leastSquares(x, y);
  if (dropped.length > 0) refuse("model/singular");
  const factored = factorise(transpose(x).data, x.rows, x.columns, RANK_TOLERANCE);
  const blocks = clusterBlocks({ basis: basisOf(factored), residuals, clusters }, correction);
  const weights = Array.from(coefficients, (_, j) => weightsOf(factored, j));
  const covariance = weights.map((some) =>
    Float64Array.from(weights, (other) => clusterCovariance(blocks, some, other)),
  );
  return {
    coefficients,
    covariance,
    standardErrors: Float64Array.from(covariance, (row, j) => Math.sqrt(row[j]!)),
    degreesOfFreedom: Float64Array.from(weights, (own) => satterthwaiteDf(blocks, own)),
    clusters: blocks.length,
  };
}

/** Orthonormal columns that span the predictors. */
function basisOf(factored: Factored): Float64Array[] {
  return factored.kept.map((_, k) => {
    const column = new Float64Array(factored.rows);
    column[k] = 1;
    rotateBack(factored, column);
    return column;
  });
}

/** A coefficient as a combination of those of the basis: row j of the inverse of R. */
function weightsOf(factored: Factored, j: number): Float64Array {
  const weights = new Float64Array(factored.kept.length);
  weights[j] = 1;
  solveLower(factored, weights);
  return weights;
}
