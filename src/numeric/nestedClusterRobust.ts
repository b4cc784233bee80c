import { symmetricEigen } from "./eigenvalues.ts";
import { type Matrix, multiply, multiplyVector, transpose, zeros } from "./matrices.ts";
import { pseudoInverseSquareRoot, symmetricPseudoInverse, symmetricSquareRoot } from "./matrixRoots.ts";
import type { NestedModel, NestedRows } from "./nestedIntercepts.ts";

/** Standard errors that hold whatever the dependence within the outermost groups, with their degrees of freedom. */
export interface NestedClusterRobust {
  readonly standardErrors: readonly number[];
  /** NaN with one cluster. */
  readonly degreesOfFreedom: readonly number[];
  readonly clusters: number;
}

/** A direction within groups that holds less than this share of a predictor's squares is rounding. */
const NOTHING = 1e-14;

/** A cluster in few coordinates: one per innermost group and one per direction of its predictors within these groups. */
interface Block {
  readonly x: Matrix;
  readonly residuals: Float64Array;
  readonly variance: Matrix;
}

/**
 * Bias-reduced cluster-robust standard errors (CR2) of a model with nested random intercepts, the outermost groups being
 * the clusters and the model's own variances the working model. Rows count through sums only: what lies outside the
 * groups and predictors of a cluster needs no correction.
 * @param data the rows the model was fitted to
 * @param contrasts combinations of the centred coefficients
 * @see Pustejovsky & Tipton (2018), eqs. 6-11. Reference: clubSandwich::coef_test(lmer(...), "CR2")
 */
export function nestedClusterRobust(
  model: NestedModel,
  data: NestedRows,
  contrasts: readonly Float64Array[],
): NestedClusterRobust {
  const { inverse, residualVariance } = model.point;
  const bread = { ...inverse, data: inverse.data.map((value) => value * residualVariance) };
  const weights = contrasts.map((contrast) => multiplyVector(bread, contrast));
  const parts = blocksOf(model, data).map((block) => partsOf(block, bread, weights));
  return {
    standardErrors: weights.map((_, c) => Math.sqrt(parts.reduce((sum, part) => sum + part[c]!.score ** 2, 0))),
    degreesOfFreedom: weights.map((_, c) =>
      degreesOf(
        parts.map((part) => part[c]!),
        bread,
      ),
    ),
    clusters: parts.length,
  };
}

interface Part {
  /** What the cluster adds to the estimate. */
  readonly score: number;
  /** Its variance in the working model, were the coefficients known, and how it meets the predictors. */
  readonly spread: number;
  readonly meets: Float64Array;
}

/** A, the symmetric solution of A G A = V with G the variance of the residuals and V that of the errors. */
function partsOf({ x, residuals, variance }: Block, bread: Matrix, weights: readonly Float64Array[]): Part[] {
  const root = symmetricSquareRoot(variance);
  const fitted = multiply(multiply(x, bread), transpose(x));
  const left = { ...variance, data: variance.data.map((value, k) => value - fitted.data[k]!) };
  const adjusted = multiply(multiply(root, pseudoInverseSquareRoot(multiply(multiply(root, left), root))), root);
  const inverse = symmetricPseudoInverse(variance);
  return weights.map((weight) => {
    const a = multiplyVector(adjusted, multiplyVector(inverse, multiplyVector(x, weight)));
    return {
      score: dot(a, residuals),
      spread: dot(a, multiplyVector(variance, a)),
      meets: multiplyVector(transpose(x), a),
    };
  });
}

function degreesOf(parts: readonly Part[], bread: Matrix): number {
  const size = bread.columns;
  const shared = zeros(size, size);
  let [mean, own, counted] = [0, 0, 0];
  for (const { spread, meets } of parts) {
    const through = multiplyVector(bread, meets);
    const inside = dot(meets, through);
    mean += spread - inside;
    own += (spread - inside) ** 2;
    counted += inside ** 2;
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) shared.data[i * size + j]! += through[i]! * meets[j]!;
  }
  let all = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) all += shared.data[i * size + j]! * shared.data[j * size + i]!;
  }
  return (mean * mean) / (own + all - counted);
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!;
  return sum;
}

/** Rows of each outermost group. */
function rowsOf(outer: ArrayLike<number>): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < outer.length; i++) {
    rows[outer[i]!] ??= [];
    rows[outer[i]!]!.push(i);
  }
  return rows;
}

function blocksOf(model: NestedModel, data: NestedRows): Block[] {
  const { sums, point } = model;
  const p = sums.width - 1;
  const columns = [
    new Float64Array(sums.rows).fill(1),
    ...data.x.map((column, k) => Float64Array.from(column, (value) => value - sums.means[k]!)),
  ];
  const residuals = Float64Array.from({ length: sums.rows }, (_, i) => {
    let left = data.y[i]! - sums.means[p - 1]!;
    for (let k = 0; k < p; k++) left -= point.coefficients[k]! * columns[k]![i]!;
    return left;
  });
  const scales = columns.map((column) => Math.sqrt(dot(column, column)));
  return rowsOf(data.levels.at(-1)!).map((rows) => blockOf(model, data, rows, { columns, residuals, scales }));
}

interface Centred {
  readonly columns: readonly Float64Array[];
  readonly residuals: Float64Array;
  readonly scales: readonly number[];
}

/** Coordinates of a cluster: sqrt(size) times the means of its innermost groups, then the directions within them. */
function blockOf(model: NestedModel, data: NestedRows, rows: readonly number[], centred: Centred): Block {
  const { columns, residuals, scales } = centred;
  const groups = groupsIn(data, rows);
  const p = columns.length;
  const gram = zeros(p, p);
  const cross = new Float64Array(p);
  for (const { members } of groups) {
    const middles = columns.map((column) => meanOf(column, members));
    const middle = meanOf(residuals, members);
    for (const i of members) {
      for (let k = 1; k < p; k++) {
        const off = (columns[k]![i]! - middles[k]!) / scales[k]!;
        cross[k]! += off * (residuals[i]! - middle);
        for (let j = 1; j <= k; j++) gram.data[k * p + j]! += off * ((columns[j]![i]! - middles[j]!) / scales[j]!);
      }
    }
  }
  const { values, vectors } = symmetricEigen(gram);
  const kept = [...values.keys()].filter((v) => values[v]! > NOTHING);
  const size = groups.length + kept.length;
  const x = zeros(size, p);
  const own = new Float64Array(size);
  groups.forEach(({ members }, g) => {
    const root = Math.sqrt(members.length);
    for (let k = 0; k < p; k++) x.data[g * p + k] = root * meanOf(columns[k]!, members);
    own[g] = root * meanOf(residuals, members);
  });
  kept.forEach((v, r) => {
    const at = groups.length + r;
    const root = Math.sqrt(values[v]!);
    for (let k = 0; k < p; k++) {
      x.data[at * p + k] = root * vectors.data[k * p + v]! * scales[k]!;
      own[at]! += (vectors.data[k * p + v]! * cross[k]!) / root;
    }
  });
  return { x, residuals: own, variance: varianceOf(model, groups, size) };
}

interface Group {
  readonly members: readonly number[];
  /** The group of each level these rows lie in. */
  readonly path: readonly number[];
}

function groupsIn({ levels }: NestedRows, rows: readonly number[]): Group[] {
  const found = new Map<number, number[]>();
  for (const i of rows) {
    const code = levels[0]![i]!;
    const members = found.get(code);
    if (members === undefined) found.set(code, [i]);
    else members.push(i);
  }
  return [...found.values()].map((members) => ({ members, path: levels.map((codes) => codes[members[0]!]!) }));
}

function meanOf(column: Float64Array, members: readonly number[]): number {
  let sum = 0;
  for (const i of members) sum += column[i]!;
  return sum / members.length;
}

function varianceOf({ ratios, point }: NestedModel, groups: readonly Group[], size: number): Matrix {
  const variance = zeros(size, size);
  groups.forEach((one, g) => {
    groups.forEach((other, h) => {
      const shared = ratios.reduce((sum, ratio, l) => sum + (one.path[l] === other.path[l] ? ratio : 0), 0);
      variance.data[g * size + h] =
        point.residualVariance * shared * Math.sqrt(one.members.length * other.members.length);
    });
  });
  for (let i = 0; i < size; i++) variance.data[i * size + i]! += point.residualVariance;
  return variance;
}
