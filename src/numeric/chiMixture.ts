import { log1pMinusX } from "./logarithms.ts";
import { stirlingError } from "./stirlingError.ts";

/**
 * Kernel of the noncentral t and studentized range distributions: the mean of a function of S = chi / sqrt(df), the
 * estimated standard deviation over the true one. Integrated by the trapezoidal rule on v, log S = v + w (1 - exp(-v))
 * with w exp(w) = 1: there the integrand dies out doubly exponentially on both sides, where that rule converges faster
 * than any power, and v = 0 is S = 1.
 */

/** Steps are this many standard deviations of the integrand at its peak, and never longer than the second in log S. */
const STEP_IN_WIDTHS = 0.3;
const LONGEST_STEP = 0.15;
/** Terms exp(-39) below the peak are left out. */
const NEGLIGIBLE = 39;
/** w above, the omega constant. */
const OMEGA = 0.5671432904097838;
const MOST_STEPS = 50000;
const LOG_ROOT_PI = 0.5723649429247001;

/**
 * Logarithm of the mean of f(S).
 * @param df degrees of freedom, above 0 and finite
 * @param logOf log f, as a function of S; times the density of S it must rise to one peak (or plateau) and fall
 * @param turn where f begins to change as S grows from 0; the rule's steps are short enough for what happens there
 */
export function logChiMixture(df: number, logOf: (s: number) => number, turn: number): number {
  const height = 0.5 * Math.log(df) - LOG_ROOT_PI - stirlingError(df / 2);
  const integrand = (v: number) => {
    const shrink = -OMEGA * Math.expm1(-v);
    const u = v + shrink;
    const excess = Math.expm1(2 * u);
    const deviance = u > -0.5 && u < 300 ? log1pMinusX(excess) : 2 * u - excess;
    return (df / 2) * deviance + Math.log1p(OMEGA - shrink) + logOf(Math.exp(u));
  };
  const { peak, width } = summit(integrand, 0.5 / Math.sqrt(df + 1));
  const step = Math.min(STEP_IN_WIDTHS * width, LONGEST_STEP / (1 + OMEGA + Math.max(0, -Math.log(turn))));
  const top = integrand(peak);
  if (!Number.isFinite(top)) return top;
  const sum = 1 + sumFrom(integrand, peak, step, top) + sumFrom(integrand, peak, -step, top);
  return height + top + Math.log(step * sum);
}

function sumFrom(integrand: (v: number) => number, peak: number, step: number, top: number): number {
  let sum = 0;
  for (let i = 1; i < MOST_STEPS; i++) {
    const drop = integrand(peak + i * step) - top;
    if (!(drop > -NEGLIGIBLE)) break;
    sum += Math.exp(drop);
  }
  return sum;
}

/** The peak to within its own width, and that width: the climb is repeated in shorter steps where the peak is narrow. */
function summit(integrand: (v: number) => number, firstStep: number): { peak: number; width: number } {
  let peak = 0;
  let width = firstStep;
  for (let i = 0; i < 40; i++) {
    const step = width;
    peak = climb(integrand, peak, step);
    width = widthAt(integrand, peak, step);
    if (width > step / 2) break;
  }
  return { peak, width };
}

/** Near the peak: uphill with doubling steps, then back with halving ones. */
function climb(integrand: (v: number) => number, from: number, firstStep: number): number {
  let v = from;
  let top = integrand(v);
  let step = firstStep;
  if (!(integrand(v + step) > top)) step = -step;
  for (let i = 0; i < 60; i++) {
    const next = integrand(v + step);
    if (next > top) {
      v += step;
      top = next;
      step *= 2;
    } else if (Math.abs(step) > firstStep / 2) step /= -2;
    else break;
  }
  return v;
}

/** Standard deviation of the bell that fits at the peak: its curvature is measured over about its own width. */
function widthAt(integrand: (v: number) => number, peak: number, guess: number): number {
  let width = guess;
  for (let i = 0; i < 3; i++) {
    const bend = 2 * integrand(peak) - integrand(peak - width) - integrand(peak + width);
    if (!(bend > 0)) break;
    width = Math.min(1, width / Math.sqrt(bend));
  }
  return width;
}
