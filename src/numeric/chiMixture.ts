import { log1pMinusX } from "./logarithms.ts";
import { stirlingError } from "./stirlingError.ts";

/**
 * Kernel of the noncentral t and studentized range distributions: the mean of a function of S = chi / sqrt(df), the
 * estimated standard deviation over the true one. Integrated by the trapezoidal rule on v, S = exp(v - exp(-v)): there
 * the integrand dies out doubly exponentially on both sides, where that rule converges faster than any power.
 */

/** Steps are this many standard deviations of the integrand at its peak, and never longer than the second in log S. */
const STEP_IN_WIDTHS = 0.3;
const LONGEST_STEP = 0.15;
/** Terms exp(-39) below the peak are left out. */
const NEGLIGIBLE = 39;
/** v at S = 1. */
const CENTRE = 0.5671432904097838;
const MOST_STEPS = 4000;
const LOG_ROOT_PI = 0.5723649429247001;

/**
 * Logarithm of the mean of f(S).
 * @param df degrees of freedom, above 0 and finite
 * @param logOf log f, as a function of S; with the density of S it must have one peak
 */
export function logChiMixture(df: number, logOf: (s: number) => number): number {
  const height = 0.5 * Math.log(df) - LOG_ROOT_PI - stirlingError(df / 2);
  const integrand = (v: number) => {
    const shrink = Math.exp(-v);
    const u = v - shrink;
    const excess = Math.expm1(2 * u);
    const deviance = u > -0.5 ? log1pMinusX(excess) : 2 * u - excess;
    return (df / 2) * deviance + Math.log1p(shrink) + logOf(Math.exp(u));
  };
  const peak = climb(integrand, 0.5 / Math.sqrt(df + 1));
  const width = widthAt(integrand, peak, 0.5 / Math.sqrt(df + 1));
  const step = Math.min(STEP_IN_WIDTHS * width, LONGEST_STEP / (1 + Math.exp(-peak)));
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

/** Near the peak: uphill with doubling steps, then back with halving ones. */
function climb(integrand: (v: number) => number, firstStep: number): number {
  let v = CENTRE;
  let top = integrand(v);
  let step = firstStep;
  if (integrand(v + step) < top) step = -step;
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
