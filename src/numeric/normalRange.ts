import { complementaryErrorFunction, errorFunction } from "./errorFunction.ts";
import { normalDensity, normalLogUpper, normalLower, normalUpper, normalUpperQuantile } from "./normal.ts";
import { normalAround } from "./normalInterval.ts";

/**
 * The range (largest minus smallest) of independent standard normal values: kernel of the studentized range.
 * Both tails are sums of positive terms by the trapezoidal rule, which for these bell-shaped integrands on the whole
 * line is accurate to rounding with some tens of points.
 */

/** Step of the rule: the bell is about 1 / sqrt(count) wide for a narrow range, and never wider than about 1. */
const STEP_IN_WIDTHS = 0.65;
const LONGEST_STEP = 0.25;
const NEGLIGIBLE = 1e-17;
const MOST_STEPS = 5000;
/** Beyond this range it is never made by two pairs at once: the upper tail is the sum of those of all pairs. */
const ONE_PAIR_FROM = 22;

/**
 * P(range <= w) for `count` standard normal values, w above 0 and finite.
 * With c the middle of the range: count / 2 times the integral of (phi(c + w/2) + phi(c - w/2)) P(c +- w/2)^(count - 1).
 */
export function normalRangeLower(w: number, count: number): number {
  if (count === 2) return errorFunction(w / 2);
  if (w > ONE_PAIR_FROM) return 1;
  return Math.min(1, sumOfNarrow(w, count) * normalAround(0, w) ** (count - 1));
}

/** normalRangeLower over P(-w/2 < Z < w/2)^(count - 1), its largest factor. */
function sumOfNarrow(w: number, count: number): number {
  const step = stepFor(count);
  const half = w / 2;
  const most = normalAround(0, w);
  let sum = normalDensity(half);
  for (let i = 1; i < MOST_STEPS; i++) {
    const c = i * step;
    const ends = normalDensity(c + half) + normalDensity(c - half);
    const term = ends * (normalAround(c, w) / most) ** (count - 1);
    sum += term;
    if (c > half && term <= NEGLIGIBLE * sum) break;
  }
  return count * step * sum;
}

/**
 * P(range > w): count times the integral of phi(z) (Phi(z)^(count - 1) - P(z - w to z)^(count - 1)), z the largest value.
 */
export function normalRangeUpper(w: number, count: number): number {
  if (count === 2) return complementaryErrorFunction(w / 2);
  if (w > ONE_PAIR_FROM) return Math.min(1, count * (count - 1) * normalUpper(w * Math.SQRT1_2));
  const step = stepFor(count);
  const densest = Math.max(w / 2, normalUpperQuantile(1 / count));
  let sum = wideTerm(densest, w, count - 1);
  for (const direction of [step, -step]) {
    for (let i = 1; i < MOST_STEPS; i++) {
      const term = wideTerm(densest + i * direction, w, count - 1);
      sum += term;
      if (term <= NEGLIGIBLE * sum) break;
    }
  }
  return Math.min(1, count * step * sum);
}

/** Logarithm of normalRangeLower, finite where that underflows. */
export function normalRangeLogLower(w: number, count: number): number {
  if (count === 2 || w > ONE_PAIR_FROM) return Math.log(normalRangeLower(w, count));
  return Math.min(0, Math.log(sumOfNarrow(w, count)) + (count - 1) * Math.log(normalAround(0, w)));
}

/** Logarithm of normalRangeUpper, finite where that underflows. */
export function normalRangeLogUpper(w: number, count: number): number {
  if (w > ONE_PAIR_FROM) return Math.log(count * (count - 1)) + normalLogUpper(w * Math.SQRT1_2);
  return Math.log(normalRangeUpper(w, count));
}

/** phi(z) times what the others' all being below z loses when they must also be above z - w. */
function wideTerm(z: number, w: number, others: number): number {
  const below = normalLower(z);
  return -normalDensity(z) * below ** others * Math.expm1(others * Math.log1p(-normalLower(z - w) / below));
}

function stepFor(count: number): number {
  return Math.min(LONGEST_STEP, STEP_IN_WIDTHS / Math.sqrt(count));
}
