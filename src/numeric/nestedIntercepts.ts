import { bfgs } from "./bfgs.ts";
import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "./cholesky.ts";
import { fromRows, type Matrix } from "./matrices.ts";
import { type NestedRows, type NestedSums, nestedSums, uncentred } from "./nestedSums.ts";

export type { NestedRows } from "./nestedSums.ts";

/** A linear model with a random intercept for every level of nested groups. */
export interface NestedIntercepts {
  /** Intercept first. */
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
  /** Variance between the groups of each level, and what is left within the innermost. 0 on the boundary. */
  readonly variances: readonly number[];
  readonly residualVariance: number;
  /** Log likelihood, restricted or full. */
  readonly logLikelihood: number;
  readonly groups: readonly number[];
  readonly rows: number;
  readonly converged: boolean;
}

/** Sums of the rows, and which likelihood they serve. */
export interface LikelihoodSums extends NestedSums {
  readonly restricted: boolean;
}
type Sums = LikelihoodSums;

/** A model in the terms of its search: predictors and outcome centred, variances as ratios to the residual variance. */
export interface NestedModel {
  readonly sums: LikelihoodSums;
  readonly ratios: readonly number[];
  readonly point: LikelihoodPoint;
  readonly converged: boolean;
}

/** What the likelihood is at some ratios of variances to the residual variance, which is at its best there. */
export interface LikelihoodPoint {
  /** Minus twice the log-likelihood, without its constant. */
  readonly deviance: number;
  /** Slope of the deviance by each ratio. */
  readonly gradient: Float64Array;
  /** Slope of the weighted residual sum of squares by each ratio. */
  readonly squaresSlope: Float64Array;
  /** Of the centred predictors, intercept first. */
  readonly coefficients: Float64Array;
  /** (X'V^-1 X)^-1 in units of the residual variance. */
  readonly inverse: Matrix;
  readonly residualVariance: number;
}
type Point = LikelihoodPoint;

/** Starts of the search: ratios of standard deviations to the residual one. The best end is taken. */
const STARTS = [1, 0.2];
/** A ratio of variances below this is 0 to the likelihood. */
const NOTHING = 1e-9;
const TOLERANCE = 1e-13;
/** Newton's steps at the end, and the share of a ratio they may move it by. */
const POLISHING = 3;
const NEARBY = 1e-2;
/** A slope of the deviance, per share of a ratio, at which it has reached its top. */
const FLAT = 1e-6;

/**
 * A linear model with random intercepts for nested groups (parents under teachers under schools), by restricted or full
 * maximum likelihood. Groups come in as sums: no matrix of rows or groups is made.
 * @param data rows without missing values; more rows than coefficients
 * @param method "REML" or "ML"
 * @returns estimates at the top of the likelihood; null when predictors depend on each other or nothing is left over
 * @see Harville (1977); inverses level by level (Sherman & Morrison, 1950). Reference: lme4::lmer(y ~ x + (1 | outer/inner))
 * @example nestedIntercepts({ y: [1, 2, 3, 3, 4, 5], x: [], levels: [[0, 0, 0, 1, 1, 1]] }, "REML")?.variances[0] // 1.666666666667
 */
export function nestedIntercepts(data: NestedRows, method: "REML" | "ML"): NestedIntercepts | null {
  const model = nestedModel(data, method);
  return model === null ? null : nestedEstimates(model);
}

/** The model as `nestedIntercepts` fits it, in the terms of the search. */
export function nestedModel(data: NestedRows, method: "REML" | "ML"): NestedModel | null {
  const sums: Sums = { ...nestedSums(data), restricted: method === "REML" };
  const tops = STARTS.map((start) => topFrom(sums, start));
  const best = tops.reduce((one, other) => (other.value < one.value ? other : one));
  const ratios = polished(
    sums,
    Array.from(best.x, (root) => (root * root < NOTHING ? 0 : root * root)),
  );
  const point = pointAt(sums, ratios);
  if (point === null) return null;
  const flat = ratios.every((ratio, l) => Math.abs(ratio * point.gradient[l]!) < FLAT);
  return { sums, ratios, point, converged: best.converged || flat };
}

/** What `nestedIntercepts` gives. */
export function nestedEstimates({ sums, ratios, point, converged }: NestedModel): NestedIntercepts {
  const { coefficients, covariance } = uncentred(sums, point);
  const df = sums.restricted ? sums.rows - sums.width + 1 : sums.rows;
  return {
    coefficients,
    covariance,
    variances: ratios.map((ratio) => ratio * point.residualVariance),
    residualVariance: point.residualVariance,
    logLikelihood: -0.5 * (point.deviance + df * (Math.log(2 * Math.PI) + 1)),
    groups: sums.levels.map(({ counts }) => counts.length),
    rows: sums.rows,
    converged,
  };
}

function topFrom(sums: Sums, start: number) {
  const f = (roots: Float64Array, gradient: Float64Array) => {
    const point = pointAt(
      sums,
      Array.from(roots, (root) => root * root),
    );
    if (point === null) return Number.POSITIVE_INFINITY;
    for (let l = 0; l < roots.length; l++) gradient[l] = 2 * roots[l]! * point.gradient[l]!;
    return point.deviance;
  };
  return bfgs(f, new Float64Array(sums.levels.length).fill(start), { tolerance: TOLERANCE });
}

/** Newton's steps from a top that is flat to rounding: its slope still knows better where it is. */
function polished(sums: Sums, ratios: readonly number[]): number[] {
  let at = [...ratios];
  const free = [...ratios.keys()].filter((l) => ratios[l]! > 0);
  const slopes = (where: readonly number[]) => pointAt(sums, where)?.gradient;
  for (let step = 0; step < POLISHING && free.length > 0; step++) {
    const gradient = slopes(at);
    const curvature = free.map((l) => {
      const width = at[l]! * 1e-4;
      const [up, down] = [width, -width].map((move) => slopes(at.map((ratio, k) => (k === l ? ratio + move : ratio))));
      return free.map((k) => ((up?.[k] ?? Number.NaN) - (down?.[k] ?? Number.NaN)) / (2 * width));
    });
    const lower = cholesky(fromRows(curvature.map((row, i) => row.map((value, j) => (value + curvature[j]![i]!) / 2))));
    if (lower === null || gradient === undefined) return at;
    const move = choleskySolve(
      lower,
      Float64Array.from(free, (l) => gradient[l]!),
    );
    if (move.some((size, i) => !(Math.abs(size) < NEARBY * at[free[i]!]!))) return at;
    at = at.map((ratio, l) => (free.includes(l) ? ratio - move[free.indexOf(l)]! : ratio));
  }
  return at;
}

/** Weights of the groups of a level: 1 / (1 + ratio u), with u their weighted size and b their weighted sums. */
interface Weighted {
  readonly u: Float64Array;
  readonly b: Float64Array;
  readonly share: Float64Array;
}

/** Takes the levels out one by one, from the inside: what each leaves over of the products, and the determinant. */
function inward(sums: Sums, ratios: readonly number[]) {
  const { levels, width } = sums;
  const products = sums.products.slice();
  let logDet = 0;
  let u = levels[0]!.counts;
  let b = levels[0]!.sums;
  const weighted = levels.map(({ parents }, l): Weighted => {
    const share = u.map((size) => 1 / (1 + ratios[l]! * size));
    const next = levels[l + 1]?.counts.length ?? 0;
    const own = { u, b, share };
    const nextU = new Float64Array(next);
    const nextB = new Float64Array(next * width);
    for (let g = 0; g < u.length; g++) {
      logDet += Math.log1p(ratios[l]! * u[g]!);
      subtractOuter(products, b, g * width, width, ratios[l]! * share[g]!);
      if (next === 0) continue;
      const parent = parents[g]!;
      nextU[parent]! += share[g]! * u[g]!;
      for (let k = 0; k < width; k++) nextB[parent * width + k]! += share[g]! * b[g * width + k]!;
    }
    u = nextU;
    b = nextB;
    return own;
  });
  return { products, logDet, weighted };
}

function subtractOuter(products: Float64Array, b: Float64Array, from: number, width: number, factor: number): void {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < width; j++) products[i * width + j]! -= factor * b[from + i]! * b[from + j]!;
  }
}

/** The likelihood at some ratios; null when predictors depend on each other or nothing is left over. */
export function pointAt(sums: Sums, ratios: readonly number[]): Point | null {
  const { width, rows, restricted } = sums;
  const p = width - 1;
  const { products, logDet, weighted } = inward(sums, ratios);
  const lower = cholesky({ rows: p, columns: p, data: corner(products, width, p) });
  if (lower === null) return null;
  const right = Float64Array.from({ length: p }, (_, k) => products[p * width + k]!);
  const coefficients = choleskySolve(lower, right);
  const squares = products[width * width - 1]! - coefficients.reduce((sum, beta, k) => sum + beta * right[k]!, 0);
  const df = restricted ? rows - p : rows;
  const residualVariance = squares / df;
  if (!(squares > 1e-14 * sums.products[width * width - 1]! && df > 0)) return null;
  const inverse = choleskyInverse(lower);
  const logDetX = restricted ? logDeterminant(lower) : 0;
  return {
    deviance: logDet + logDetX + df * Math.log(residualVariance),
    ...slopesOf(sums, ratios, weighted, { coefficients, inverse, residualVariance }),
    coefficients,
    inverse,
    residualVariance,
  };
}

function corner(products: Float64Array, width: number, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, k) => products[Math.floor(k / size) * width + (k % size)]!);
}

/** What every group of a level sees of itself (w) and of the sums (q) through all levels around it. */
interface Seen {
  readonly w: Float64Array;
  readonly q: Float64Array;
  /** What it and the levels around it take from the groups within it: of their size, and of their sums. */
  readonly taken: Float64Array;
  readonly effect: Float64Array;
}

/** Derivatives of the deviance and of the residual squares by each ratio: levels from the outside in. */
function slopesOf(
  { levels, width, restricted }: Sums,
  ratios: readonly number[],
  weighted: readonly Weighted[],
  { coefficients, inverse, residualVariance }: Pick<Point, "coefficients" | "inverse" | "residualVariance">,
): Pick<Point, "gradient" | "squaresSlope"> {
  const gradient = new Float64Array(levels.length);
  const squaresSlope = new Float64Array(levels.length);
  let around: Seen | null = null;
  for (let l = levels.length - 1; l >= 0; l--) {
    const seen: Seen = seenBy(weighted[l]!, levels[l]!.parents, around, ratios[l]!, width);
    const { u } = weighted[l]!;
    for (let g = 0; g < u.length; g++) {
      const own = seen.q.subarray(g * width, (g + 1) * width);
      const residual = own[width - 1]! - coefficients.reduce((sum, beta, k) => sum + beta * own[k]!, 0);
      squaresSlope[l]! -= residual ** 2;
      gradient[l]! +=
        u[g]! * seen.w[g]! - residual ** 2 / residualVariance - (restricted ? quadratic(inverse, own) : 0);
    }
    around = seen;
  }
  return { gradient, squaresSlope };
}

function seenBy(
  { u, b, share }: Weighted,
  parents: Int32Array,
  around: Seen | null,
  ratio: number,
  width: number,
): Seen {
  const w = share.slice();
  const taken = new Float64Array(u.length);
  const q = new Float64Array(u.length * width);
  const effect = new Float64Array(u.length * width);
  for (let g = 0; g < u.length; g++) {
    const size = u[g]! * share[g]!;
    const outer = around === null ? 0 : around.taken[parents[g]!]!;
    w[g]! -= outer * size * share[g]!;
    taken[g] = (ratio + outer * share[g]!) * share[g]!;
    for (let k = 0; k < width; k++) {
      const through = around === null ? 0 : around.effect[parents[g]! * width + k]!;
      q[g * width + k] = share[g]! * b[g * width + k]! - size * through;
      effect[g * width + k] = ratio * q[g * width + k]! + through;
    }
  }
  return { w, q, taken, effect };
}

function quadratic({ rows, data }: Matrix, vector: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) sum += data[i * rows + j]! * vector[i]! * vector[j]!;
  return sum;
}
