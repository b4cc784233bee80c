import { cholesky, choleskySolve } from "./cholesky.ts";
import { fromRows } from "./matrices.ts";
import { type LikelihoodPoint, type NestedModel, pointAt } from "./nestedIntercepts.ts";

/** A derivative from six neighbours: what each of the first three to the right counts, those to the left being minus that. */
const STENCIL = [45 / 60, -9 / 60, 1 / 60];
/** Step in the logarithm of a ratio of variances: truncation and rounding both leave some 12 digits. */
const STEP = 0.02;

/**
 * Every coefficient of the rows' own predictors as a combination of the coefficients of the centred ones: only the
 * intercept differs.
 */
export function ownContrasts({ sums }: NestedModel): Float64Array[] {
  const p = sums.width - 1;
  return Array.from({ length: p }, (_, k) =>
    Float64Array.from({ length: p }, (__, j) => (j === k ? 1 : k === 0 ? -sums.means[j - 1]! : 0)),
  );
}

/**
 * Satterthwaite's degrees of freedom of the t tests of a model with nested random intercepts: how sure the variance of
 * each estimate is, from the curvature of the likelihood. Variances of 0 (the boundary) count as known.
 * @param contrasts combinations of the centred coefficients
 * @returns one per contrast; NaN where the likelihood has no curvature to go by
 * @see Giesbrecht & Burns (1985); Fai & Cornelius (1996). Reference: lmerTest::lmer, summary
 */
export function nestedSatterthwaite(model: NestedModel, contrasts: readonly Float64Array[]): number[] {
  const { sums, ratios, point } = model;
  const free = [...ratios.keys()].filter((l) => ratios[l]! > 0);
  const df = sums.restricted ? sums.rows - sums.width + 1 : sums.rows;
  const own = contrasts.map((contrast) => varianceOf(point, contrast));
  const moves = free.map((l) => derivatives(model, contrasts, free, l));
  const curvature = moves.map(({ slopes }, i) => slopes.map((value, j) => (value + moves[j]!.slopes[i]!) / 2));
  const lower = free.length === 0 ? null : cholesky(fromRows(curvature));
  if (free.length > 0 && lower === null) return own.map(() => Number.NaN);
  return own.map((variance, c) => {
    const turn = moves.map(({ variances }) => variances[c]!);
    const solved = lower === null ? [] : choleskySolve(lower, turn);
    const spread = turn.reduce((sum, value, l) => sum + value * solved[l]!, 0);
    return variance ** 2 / (variance ** 2 / df + spread);
  });
}

function varianceOf({ inverse, residualVariance }: LikelihoodPoint, contrast: Float64Array): number {
  const size = contrast.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) sum += contrast[i]! * inverse.data[i * size + j]! * contrast[j]!;
  }
  return sum * residualVariance;
}

/** Derivatives, by the logarithm of one ratio, of the deviance's slopes and of the variances of the contrasts. */
function derivatives(model: NestedModel, contrasts: readonly Float64Array[], free: readonly number[], l: number) {
  const slopes = new Array<number>(free.length).fill(0);
  const variances = new Array<number>(contrasts.length).fill(0);
  STENCIL.forEach((weight, i) => {
    for (const side of [1, -1]) {
      const ratios = model.ratios.map((ratio, k) => (k === l ? ratio * Math.exp(side * (i + 1) * STEP) : ratio));
      const point = pointAt(model.sums, ratios);
      const share = (side * weight) / STEP;
      free.forEach((k, at) => {
        slopes[at]! += share * ratios[k]! * (point?.gradient[k] ?? Number.NaN);
      });
      contrasts.forEach((contrast, c) => {
        variances[c]! += share * (point === null ? Number.NaN : varianceOf(point, contrast));
      });
    }
  });
  return { slopes, variances };
}
