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
const LONGEST_STEP = 0.1;
/** Terms exp(-39) below the peak are left out. */
const NEGLIGIBLE = 39;
/** A step down by more than this is longer than the bell is wide. */
const STEEP = 3;
/** w above, the omega constant. */
const OMEGA = 0.5671432904097838;
const MOST_STEPS = 50000;
const LOG_ROOT_PI = 0.5723649429247001;

/**
 * Logarithm of the mean of f(S).
 * @param df degrees of freedom, above 0 and finite
 * @param logOf log f, as a function of S; times the density of S it must rise to one peak (or plateau) and fall
 * @param fineness how much shorter than usual the steps must be for what f does, 1 or more; see finenessAt
 */
export function logChiMixture(df: number, logOf: (s: number) => number, fineness: number): number {
  const height = 0.5 * Math.log(df) - LOG_ROOT_PI - stirlingError(df / 2);
  const integrand = (v: number) => {
    const shrink = -OMEGA * Math.expm1(-v);
    const u = v + shrink;
    const excess = Math.expm1(2 * u);
    const deviance = u > -0.5 && u < 300 ? log1pMinusX(excess) : 2 * u - excess;
    return (df / 2) * deviance + Math.log1p(OMEGA - shrink) + logOf(Math.exp(u));
  };
  const { peak, width } = summit(integrand, 0.5 / Math.sqrt(df + 1));
  const step = Math.min(STEP_IN_WIDTHS * width, LONGEST_STEP / fineness);
  const top = integrand(peak);
  if (!Number.isFinite(top)) return top;
  const sum = 1 + sumFrom(integrand, peak, step, top) + sumFrom(integrand, peak, -step, top);
  return height + top + Math.log(step * sum);
}

/** Fineness for a function that begins to change at this S: the smaller S is there, the faster it moves with v. */
export function finenessAt(s: number): number {
  return 1 + Math.max(0, -Math.log(s)) / (1 + OMEGA);
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

/** The peak to within its own width, and that width: the climb is repeated in shorter steps while a step is steep. */
function summit(integrand: (v: number) => number, firstStep: number): { peak: number; width: number } {
  let peak = 0;
  let step = firstStep;
  for (let i = 0; i < 30; i++) {
    peak = climb(integrand, peak, step);
    if (integrand(peak) - Math.min(integrand(peak - step), integrand(peak + step)) < STEEP) break;
    step /= 4;
  }
  return { peak, width: widthAt(integrand, peak, step) };
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
