import { log1pMinusX } from "./logarithms.ts";
import { polynomial } from "./polynomial.ts";
import { logGammaIncrement, stirlingError } from "./stirlingError.ts";

export { digamma, trigamma } from "./digamma.ts";

const EULER = 0.5772156649015329;
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** (-1)^k (zeta(k) - 1) / k, k = 2, 3, ...: log Gamma(2 + u) = (1 - EULER) u + the sum of these times u^k. */
const ZETA = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.490155482836504e-8,
].map((value, i) => (i % 2 === 0 ? value : -value) / (i + 2));
/** Below this the gamma function is taken to 2 <= x + m by recurrence; above, Stirling's formula has all digits. */
const STIRLING_FROM = 10;

/**
 * Natural logarithm of the gamma function; log |Gamma(x)| for negative x.
 * @param x any number; 0 and the negative integers give Infinity
 * @returns log |Gamma(x)|; relative accuracy also near its zeros 1 and 2, absolute accuracy near its negative zeros
 * @see Abramowitz & Stegun (1964) 6.1.33 (around 2), 6.1.40 (Stirling), 6.1.17 (reflection); R: lgamma(x)
 * @example logGamma(0.5) // 0.57236494292470008
 */
export function logGamma(x: number): number {
  if (x >= STIRLING_FROM) return stirlingForm(x);
  if (x > -STIRLING_FROM) return x <= 0 && x === Math.floor(x) ? Number.POSITIVE_INFINITY : shiftedForm(x);
  if (Number.isNaN(x)) return x;
  const fraction = x - Math.round(x);
  if (fraction === 0 || x === Number.NEGATIVE_INFINITY) return Number.POSITIVE_INFINITY;
  return Math.log(Math.PI / Math.abs(x * Math.sin(Math.PI * fraction))) - stirlingForm(-x);
}

function stirlingForm(x: number): number {
  if (x > 1e305) return x * (Math.log(x) - 1);
  return (x - 0.5) * Math.log(x) - x + (HALF_LOG_TWO_PI + stirlingError(x));
}

/** Recurrence to the interval 1.5 to 2.5, from either side. */
function shiftedForm(x: number): number {
  if (x > 0.5 && x < 1.5) return logGamma1p(x - 1);
  let product = 1;
  while (x >= 2.5) {
    x -= 1;
    product *= x;
  }
  if (product > 1) return Math.log(product) + aroundTwo(x - 2);
  if (x >= 1.5) return aroundTwo(x - 2);
  while (x <= 0.5) {
    product *= x;
    x += 1;
  }
  return logGamma1p(x - 1) - Math.log(Math.abs(product));
}

/** log Gamma(2 + u), |u| <= 1/2. */
function aroundTwo(u: number): number {
  return u * (1 - EULER + u * polynomial(ZETA, u));
}

/** log Gamma(1 + u) with relative accuracy around its zeros u = 0 and u = 1, for u from -1/2 to 1. */
export function logGamma1p(u: number): number {
  return u > 0.5 ? aroundTwo(u - 1) : aroundTwo(u) - Math.log1p(u);
}

/**
 * log n!, also between the integers, where it is log Gamma(n + 1).
 * @param n 0 or more; below 0 there is no factorial: NaN
 * @see R: lfactorial(n)
 * @example logFactorial(10) // 15.104412573075516
 */
export function logFactorial(n: number): number {
  if (!(n >= 0)) return Number.NaN;
  return n <= 1 ? logGamma1p(n) : logGamma(n + 1);
}

/**
 * Logarithm of the beta function Gamma(a) Gamma(b) / Gamma(a + b).
 * @param a above 0
 * @param b above 0
 * @see DiDonato & Morris (1992), Algorithm 708 (BETALN); R: lbeta(a, b)
 * @example logBeta(2, 3) // -2.4849066497880004
 */
export function logBeta(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return Number.NaN;
  const smaller = Math.min(a, b);
  const larger = Math.max(a, b);
  if (larger === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  if (smaller < STIRLING_FROM) return logGamma(smaller) - logGammaIncrement(larger, smaller);
  const powers = smaller * Math.log1p(larger / smaller) + larger * Math.log1p(smaller / larger);
  const corrections = stirlingError(smaller) + stirlingError(larger) - stirlingError(smaller + larger);
  return HALF_LOG_TWO_PI + 0.5 * Math.log(1 / smaller + 1 / larger) - powers + corrections;
}

/**
 * Gamma(a) / Gamma(b) without computing either: no overflow, no cancellation of two large logarithms.
 * @param a above 0
 * @param b above 0
 * @see Loader (2000) for the Stirling error; used by Hedges (1981) for the exact small-sample factor J
 * @example gammaRatio(50, 49.5) // 7.01787962856
 */
export function gammaRatio(a: number, b: number): number {
  if (!(a > 0 && b > 0)) return Number.NaN;
  if (a < b) return 1 / gammaRatio(b, a);
  const u = (a - b) / b;
  const rest = b * log1pMinusX(u) - 0.5 * Math.log1p(u) + (stirlingError(a) - stirlingError(b));
  if ((a - b) * Math.log(a) + rest > 709.9) return Number.POSITIVE_INFINITY;
  const half = a ** ((a - b) / 2);
  return half * Math.exp(rest) * half;
}
