import type { LineSearch } from "./roots.ts";

/** (3 - sqrt 5) / 2: the part of an interval that golden section cuts off. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;
const LIMIT = 200;

/**
 * The point where a function of one number is smallest.
 * @param f the function, with one dip between the ends; it may be infinite at the ends
 * @param lower left end
 * @param upper right end
 * @param options `tolerance`: relative precision of x (default 1e-8, about all that values of f can tell);
 * `iterations`
 * @returns x between the ends, or an end itself when f is smallest there
 * @see Brent (1973), ch. 5
 * @example minimum1D((x) => (x - 2) ** 2 + 1, 0, 5).value // 1
 */
export function minimum1D(
  f: (x: number) => number,
  lower: number,
  upper: number,
  options: { readonly tolerance?: number; readonly iterations?: number } = {},
): LineSearch {
  const { tolerance = 1e-8, iterations: limit = LIMIT } = options;
  const search = startOf(f, lower, upper);
  for (let iterations = 0; iterations < limit; iterations++) {
    const middle = (search.lower + search.upper) / 2;
    const precision = tolerance * Math.abs(search.x) + 1e-14 * Math.abs(upper - lower);
    if (Math.abs(search.x - middle) <= 2 * precision - (search.upper - search.lower) / 2) {
      return { ...orAnEnd(f, search, { lower, upper, reach: 4 * precision }), iterations, converged: true };
    }
    const step = nextStep(search, middle, precision);
    const u = search.x + (Math.abs(step) >= precision ? step : Math.sign(step) * precision);
    moveTo(search, u, f(u));
  }
  return { x: search.x, value: search.value, iterations: limit, converged: false };
}

/** The best point x, the second best, the one before that, and the interval left. */
interface Search {
  lower: number;
  upper: number;
  x: number;
  value: number;
  second: number;
  secondValue: number;
  third: number;
  thirdValue: number;
  step: number;
  stepBefore: number;
}

function startOf(f: (x: number) => number, lower: number, upper: number): Search {
  const x = lower + GOLDEN * (upper - lower);
  const value = f(x);
  return {
    lower,
    upper,
    x,
    value,
    second: x,
    secondValue: value,
    third: x,
    thirdValue: value,
    step: 0,
    stepBefore: 0,
  };
}

/** To the bottom of the parabola through three points if that is a good step, else golden section. */
function nextStep(search: Search, middle: number, precision: number): number {
  const { x, lower, upper } = search;
  const bottom = Math.abs(search.stepBefore) > precision ? parabolaStep(search) : Number.NaN;
  if (Number.isNaN(bottom)) {
    search.stepBefore = x < middle ? upper - x : lower - x;
    search.step = GOLDEN * search.stepBefore;
    return search.step;
  }
  const u = x + bottom;
  const nearAnEnd = u - lower < 2 * precision || upper - u < 2 * precision;
  search.stepBefore = search.step;
  search.step = nearAnEnd ? Math.sign(middle - x) * precision : bottom;
  return search.step;
}

/** The step to the parabola's bottom; NaN when it leaves the interval or is no shorter than half the one before last. */
function parabolaStep(search: Search): number {
  const { x, lower, upper, stepBefore } = search;
  const { top, bottom } = parabola(search);
  const inside = top > bottom * (lower - x) && top < bottom * (upper - x);
  return inside && Math.abs(top) < Math.abs(0.5 * bottom * stepBefore) ? top / bottom : Number.NaN;
}

function parabola({ x, value, second, secondValue, third, thirdValue }: Search): { top: number; bottom: number } {
  const r = (x - second) * (value - thirdValue);
  const q = (x - third) * (value - secondValue);
  const top = (x - third) * q - (x - second) * r;
  const bottom = 2 * (q - r);
  return bottom > 0 ? { top: -top, bottom } : { top, bottom: -bottom };
}

function moveTo(search: Search, u: number, value: number): void {
  if (value <= search.value) {
    if (u < search.x) search.upper = search.x;
    else search.lower = search.x;
    shift(search);
    search.x = u;
    search.value = value;
    return;
  }
  if (u < search.x) search.lower = u;
  else search.upper = u;
  if (value <= search.secondValue || search.second === search.x) {
    search.third = search.second;
    search.thirdValue = search.secondValue;
    search.second = u;
    search.secondValue = value;
  } else if (value <= search.thirdValue || search.third === search.x || search.third === search.second) {
    search.third = u;
    search.thirdValue = value;
  }
}

function shift(search: Search): void {
  search.third = search.second;
  search.thirdValue = search.secondValue;
  search.second = search.x;
  search.secondValue = search.value;
}

/** An end of the interval, when the search came within reach of it and f is no larger there. */
function orAnEnd(
  f: (x: number) => number,
  { x, value }: Search,
  { lower, upper, reach }: { lower: number; upper: number; reach: number },
): { x: number; value: number } {
  const end = x - lower < upper - x ? lower : upper;
  if (Math.abs(x - end) > reach) return { x, value };
  const endValue = f(end);
  return endValue <= value ? { x: end, value: endValue } : { x, value };
}
