import { polynomial } from "./polynomial.ts";

/** B(2k) / (2k): digamma(x) is about log x - 1 / (2x) - the sum of these over x^(2k). */
const DIGAMMA_SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];
/** B(2k): trigamma(x) is about 1 / x + 1 / (2 x^2) + the sum of these over x^(2k + 1). */
const TRIGAMMA_SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
const SERIES_FROM = 12;

/** The positive zero of digamma as a sum of two doubles, and the Taylor series there: (-1)^(k+1) zeta(k + 1, zero). */
const ZERO = 1.4616321449683622;
const ZERO_REST = 9.549995429965697e-17;
const AROUND_ZERO = [
  0.9676722454476212, -0.44276316898359214, 0.258499760955651, -0.16394270544240652, 0.10782405069126237,
  -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.022597648232218104, -0.01542476590494896,
  0.010538791616612175, -0.007204534386356868, 0.004926781395729853, -0.003369801655439328, 0.002305126326734928,
  -0.0015769367714301972, 0.0010788252019162967, -0.0007380709389960052, 0.000504953265834602, -0.0003454680251063077,
  0.00023635601564027053, -0.00016170622091974803, 0.00011063372768747412,
];

/**
 * Derivative of log Gamma.
 * @param x any number; 0 and the negative integers, where it has poles, give NaN
 * @returns digamma(x), with relative accuracy also around its positive zero 1.4616...
 * @see Abramowitz & Stegun (1964) 6.3.18 (asymptotic), 6.3.5 (recurrence), 6.3.7 (reflection); R: digamma(x)
 * @example digamma(1) // -0.57721566490153286
 */
export function digamma(x: number): number {
  if (x <= 0) return x === Math.floor(x) ? Number.NaN : digamma(1 - x) - Math.PI / tangentOfPi(x);
  const distance = x - ZERO - ZERO_REST;
  if (Math.abs(distance) < 0.3) return distance * polynomial(AROUND_ZERO, distance);
  let shifted = 0;
  while (x < SERIES_FROM) {
    shifted += 1 / x;
    x += 1;
  }
  const square = 1 / (x * x);
  return Math.log(x) - 0.5 / x - square * polynomial(DIGAMMA_SERIES, square) - shifted;
}

/** tan(pi x), the whole part of x taken out first. */
function tangentOfPi(x: number): number {
  return Math.tan(Math.PI * (x - Math.round(x)));
}

/**
 * Second derivative of log Gamma.
 * @param x any number; 0 and the negative integers, where it has poles, give Infinity
 * @see Abramowitz & Stegun (1964) 6.4.12 (asymptotic), 6.4.6 (recurrence), 6.4.7 (reflection); R: trigamma(x)
 * @example trigamma(1) // 1.6449340668482264
 */
export function trigamma(x: number): number {
  if (x <= 0) {
    const sine = Math.sin(Math.PI * (x - Math.round(x)));
    return (Math.PI / sine) ** 2 - trigamma(1 - x);
  }
  let shifted = 0;
  while (x < SERIES_FROM) {
    shifted += 1 / (x * x);
    x += 1;
  }
  const square = 1 / (x * x);
  return shifted + (1 + 0.5 / x + square * polynomial(TRIGAMMA_SERIES, square)) / x;
}
