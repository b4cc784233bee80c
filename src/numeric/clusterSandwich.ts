import { identity, type Matrix, mirrored, multiplyVector, zeros } from "./matrices.ts";
import { symmetricFunction } from "./matrixRoots.ts";

/** Small-sample corrections: none (CR0), J/(J-1) (CR1), Stata's (CR1S), bias-reduced (CR2: Bell & McCaffrey). */
export type ClusterCorrection = "CR0" | "CR1" | "CR1S" | "CR2";

/** A least squares fit on clustered rows, in an orthonormal basis U of its predictors. */
export interface ClusteredFit {
  /** Columns of length 1, at right angles to each other, that span the predictors. */
  readonly basis: readonly Float64Array[];
  readonly residuals: Float64Array;
  /** Cluster of each row, as codes from 0; codes without rows do not matter. */
  readonly clusters: Int32Array;
}

/** A cluster j seen through the basis. */
export interface ClusterBlock {
  /** U_j'U_j: its eigenvalues are the leverages of the cluster. */
  readonly leverage: Matrix;
  /** U_j' residuals. */
  readonly scores: Float64Array;
  /** U_j'A_j = correction U_j', A_j being the adjustment of the cluster's residuals. */
  readonly correction: Matrix;
}

/** A direction whose leverage is this close to 1 has no residual: the pseudo-inverse leaves it out. */
const FULL_LEVERAGE = 1e-12;

/**
 * The clusters of a fit, each with its correction: all that its cluster-robust variances need. No matrix is larger
 * than the number of predictors, however large a cluster is.
 * @see Pustejovsky & Tipton (2018), eqs. 6-8; for CR2, U_j'(I - U_j U_j')^(-1/2) = (I - U_j'U_j)^(-1/2) U_j'
 */
export function clusterBlocks(fit: ClusteredFit, correction: ClusterCorrection): ClusterBlock[] {
  const { basis, clusters } = fit;
  const filled = filledClusters(clusters);
  const sums = sumsPerCluster(fit, filled.length);
  const count = filled.filter((rows) => rows > 0).length;
  const factor = factorOf(correction, count, clusters.length, basis.length);
  return sums
    .filter((_, code) => filled[code]! > 0)
    .map((sum) => ({ ...sum, correction: correctionOf(sum.leverage, factor) }));
}

/** Number of rows per code. */
function filledClusters(clusters: Int32Array): number[] {
  const counts = new Array<number>(clusters.reduce((most, code) => Math.max(most, code + 1), 0)).fill(0);
  for (let i = 0; i < clusters.length; i++) counts[clusters[i]!]! += 1;
  return counts;
}

function sumsPerCluster({ basis, residuals, clusters }: ClusteredFit, codes: number) {
  const size = basis.length;
  const sums = Array.from({ length: codes }, () => ({ leverage: zeros(size, size), scores: new Float64Array(size) }));
  for (let i = 0; i < clusters.length; i++) {
    const { leverage, scores } = sums[clusters[i]!]!;
    for (let j = 0; j < size; j++) {
      const value = basis[j]![i]!;
      scores[j]! += value * residuals[i]!;
      for (let k = 0; k <= j; k++) leverage.data[j * size + k]! += value * basis[k]![i]!;
    }
  }
  for (const { leverage } of sums) mirrored(leverage);
  return sums;
}

/** What multiplies every cluster's residuals alike; null where the correction differs per cluster. */
function factorOf(correction: ClusterCorrection, clusters: number, n: number, predictors: number): number | null {
  if (correction === "CR2") return null;
  if (correction === "CR0") return 1;
  const between = clusters / (clusters - 1);
  return Math.sqrt(correction === "CR1" ? between : (between * (n - 1)) / (n - predictors));
}

function correctionOf(leverage: Matrix, factor: number | null): Matrix {
  if (factor === null) return symmetricFunction(leverage, (value) => inverseRoot(1 - value));
  const same = identity(leverage.columns);
  return { ...same, data: same.data.map((value) => value * factor) };
}

function inverseRoot(value: number): number {
  return value > FULL_LEVERAGE ? 1 / Math.sqrt(value) : 0;
}

/**
 * Cluster-robust covariance of two estimates, each a combination of the basis' coefficients (U'y).
 * @param some weights of the one estimate
 * @param other weights of the other; the same ones give the variance
 */
export function clusterCovariance(blocks: readonly ClusterBlock[], some: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (const { correction, scores } of blocks) {
    const corrected = multiplyVector(correction, scores);
    sum += dot(some, corrected) * dot(other, corrected);
  }
  return sum;
}

/**
 * Satterthwaite's degrees of freedom of the variance of an estimate. That variance is a sum of squares, one per
 * cluster, of combinations g_j of the residuals; the result is 2 mean^2 / variance of it, were the rows independent.
 * With h_j = U_j'g_j, the combinations of two clusters share h_j'h_k.
 * @param weights the estimate as a combination of the basis' coefficients
 * @returns above 0; NaN when there is one cluster
 * @see Bell & McCaffrey (2002); Pustejovsky & Tipton (2018), eq. 11
 */
export function satterthwaiteDf(blocks: readonly ClusterBlock[], weights: Float64Array): number {
  const size = weights.length;
  const shared = new Float64Array(size * size);
  let mean = 0;
  let own = 0;
  let counted = 0;
  for (const { leverage, correction } of blocks) {
    const adjusted = multiplyVector(correction, weights);
    const h = multiplyVector(correction, multiplyVector(leverage, weights));
    const inside = dot(h, h);
    const left = dot(adjusted, multiplyVector(leverage, adjusted)) - inside;
    mean += left;
    own += left * left;
    counted += inside * inside;
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) shared[i * size + j]! += h[i]! * h[j]!;
    }
  }
  return (mean * mean) / (own + (dot(shared, shared) - counted));
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}
