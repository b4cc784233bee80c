import { cholesky, choleskySolve } from "./cholesky.ts";
import { leastSquares } from "./leastSquares.ts";
import { fromRows } from "./matrices.ts";
import { type NestedModel, pointAt } from "./nestedIntercepts.ts";

/** The deviance at some variances (levels from the inside, the residual one last), and its slope by each. */
export interface DevianceAtVariances {
  readonly deviance: number;
  readonly slopes: readonly number[];
}

/**
 * The deviance with the residual variance where it is put rather than at its best.
 * @returns null where the residual variance is not above 0
 */
export function devianceAtVariances({ sums }: NestedModel, variances: readonly number[]): DevianceAtVariances | null {
  const tau = variances.at(-1)!;
  if (!(tau > 0)) return null;
  const ratios = variances.slice(0, -1).map((variance) => variance / tau);
  const point = pointAt(sums, ratios);
  if (point === null) return null;
  const df = sums.restricted ? sums.rows - sums.width + 1 : sums.rows;
  const best = point.residualVariance;
  const byRatio = ratios.map((_, l) => point.gradient[l]! + point.squaresSlope[l]! * (1 / tau - 1 / best));
  const through = ratios.reduce((sum, ratio, l) => sum + ratio * byRatio[l]!, 0);
  return {
    deviance: point.deviance + df * (Math.log(tau / best) + best / tau - 1),
    slopes: [...byRatio.map((slope) => slope / tau), (df * (1 - best / tau) - through) / tau],
  };
}

const STEP = 1e-5;
const MOST_STEPS = 30;
const LONGEST = 1;
const CLOSE = 1e-11;

/**
 * Where, on one side of the estimate, the deviance has risen by `drop` while the other variances follow: Newton's steps
 * on all logarithms of variances at once.
 * @param which the variance, the innermost level first and the residual one last
 * @param side 1 above the estimate, -1 below
 * @returns null where the steps do not lead there, or a variance is 0
 * @see Venzon & Moolgavkar (1988)
 */
export function profileLimit(model: NestedModel, which: number, drop: number, side: 1 | -1): number | null {
  const estimates = [...model.ratios, 1].map((ratio) => ratio * model.point.residualVariance);
  if (estimates.some((variance) => !(variance > 0))) return null;
  const top = estimates.map(Math.log);
  const first = curvatureAt(model, top);
  const direction = first && followed(first.hessian, which);
  if (!direction) return null;
  const reach = side * Math.sqrt((2 * drop) / direction.rise);
  const start = top.map((value, l) => value + reach * direction.moves[l]!);
  const end = walked(model, which, model.point.deviance + drop, start);
  return end !== null && side * (end - top[which]!) > 0 ? Math.exp(end) : null;
}

/** The logarithm of the variance where Newton's steps end; null where they do not. */
function walked(model: NestedModel, which: number, wanted: number, start: readonly number[]): number | null {
  let at = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const here = curvatureAt(model, at);
    const move = here && newtonStep(here, which, wanted);
    if (!here || !move) return null;
    const largest = Math.max(...move.map(Math.abs));
    at = at.map((value, l) => value + move[l]! * Math.min(1, LONGEST / largest));
    if (largest < CLOSE) return followed(here.hessian, which) === null ? null : at[which]!;
  }
  return null;
}

interface Here {
  readonly deviance: number;
  /** By the logarithms of the variances. */
  readonly slopes: readonly number[];
  readonly hessian: readonly (readonly number[])[];
}

function slopesAt(model: NestedModel, at: readonly number[]) {
  const variances = at.map(Math.exp);
  const there = devianceAtVariances(model, variances);
  return there && { deviance: there.deviance, slopes: there.slopes.map((slope, l) => slope * variances[l]!) };
}

function curvatureAt(model: NestedModel, at: readonly number[]): Here | null {
  const here = slopesAt(model, at);
  if (here === null) return null;
  const rows = at.map((_, l) => {
    const there = slopesAt(
      model,
      at.map((value, k) => (k === l ? value + STEP : value)),
    );
    return here.slopes.map((slope, k) => ((there?.slopes[k] ?? Number.NaN) - slope) / STEP);
  });
  const hessian = rows.map((row, l) => row.map((value, k) => (value + rows[k]![l]!) / 2));
  return hessian.flat().every(Number.isFinite) ? { ...here, hessian } : null;
}

/** How the other variances follow one that moves by 1, and how fast the deviance then rises; null off a valley. */
function followed(hessian: Here["hessian"], which: number): { moves: number[]; rise: number } | null {
  const others = hessian.map((_, l) => l).filter((l) => l !== which);
  const lower = cholesky(fromRows(others.map((i) => others.map((j) => hessian[i]![j]!))));
  if (lower === null) return null;
  const solved = choleskySolve(
    lower,
    others.map((i) => -hessian[i]![which]!),
  );
  const moves = hessian.map((_, l) => (l === which ? 1 : solved[others.indexOf(l)]!));
  const rise = moves.reduce((sum, move, l) => sum + move * hessian[which]![l]!, 0);
  return rise > 0 ? { moves, rise } : null;
}

/** Towards a place where the others' slopes are 0 and the deviance is the wanted one. */
function newtonStep({ deviance, slopes, hessian }: Here, which: number, wanted: number): number[] | null {
  const rows = hessian.map((row, l) => (l === which ? slopes : row));
  const right = slopes.map((slope, l) => (l === which ? wanted - deviance : -slope));
  const { coefficients } = leastSquares(fromRows(rows), right);
  return coefficients.every(Number.isFinite) ? [...coefficients] : null;
}
