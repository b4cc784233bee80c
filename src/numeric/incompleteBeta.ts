import { productMinus, sumError } from "./exactProduct.ts";
import { logGamma1p } from "./gammaFunction.ts";
import { ratioDeviance } from "./logarithms.ts";
import { logGammaIncrement, stirlingError } from "./stirlingError.ts";
import { uniformApplies, uniformBetaTail } from "./uniformTail.ts";

/**
 * Kernel of the beta, F, t and binomial distributions: the regularised incomplete beta functions of x with shapes a
 * and b. The caller gives y = 1 - x and excess = x - a / (a + b) apart: it knows them with digits that x alone has lost.
 */

const TWO_PI = 6.283185307179586;
const SMALLEST = 1e-17;
const MOST_TERMS = 50000;
/** For a shape below 1: the power series serves while the other shape times x is below this. */
const SERIES_TO = 0.7;

/** x - a / (a + b), with all its digits although x may be near a / (a + b). */
export function betaExcess(a: number, b: number, x: number): number {
  return (productMinus(x, a + b, a) + x * sumError(a, b)) / (a + b);
}

/** x^a y^b / B(a, b): the density times x y. */
export function betaPrefix(a: number, b: number, x: number, y: number, excess: number): number {
  return scale(a, b) * Math.exp(stirlingCorrection(a, b) - betaDeviance(a, b, x, y, excess));
}

/** Logarithm of betaPrefix. */
export function betaLogPrefix(a: number, b: number, x: number, y: number, excess: number): number {
  return Math.log(scale(a, b)) + stirlingCorrection(a, b) - betaDeviance(a, b, x, y, excess);
}

function scale(a: number, b: number): number {
  return Math.sqrt(Math.min(a, b) * (Math.max(a, b) / (a + b) / TWO_PI));
}

function stirlingCorrection(a: number, b: number): number {
  return stirlingError(a + b) - stirlingError(a) - stirlingError(b);
}

/** Loader's (2000) deviance of x from a / (a + b), both parts positive. */
function betaDeviance(a: number, b: number, x: number, y: number, excess: number): number {
  const n = a + b;
  return a * ratioDeviance(x * (n / a), excess * (n / a)) + b * ratioDeviance(y * (n / b), -excess * (n / b));
}

/** Lower or upper tail, for x and y above 0 and finite shapes. */
export function betaTail(a: number, b: number, x: number, y: number, excess: number, upper: boolean): number {
  if (seriesApplies(a, b, x)) return upper ? seriesComplement(a, b, x) : seriesTail(a, b, x);
  if (seriesApplies(b, a, y)) return upper ? seriesTail(b, a, y) : seriesComplement(b, a, y);
  const deviance = betaDeviance(a, b, x, y, excess);
  const smaller = Math.exp(-deviance) * scaledSmallerTail(a, b, x, y, excess, deviance);
  return excess > 0 === upper ? smaller : 1 - smaller;
}

/** Logarithm of betaTail, finite where that underflows. */
export function betaLogTail(a: number, b: number, x: number, y: number, excess: number, upper: boolean): number {
  if (seriesApplies(a, b, x)) return seriesLogTail(a, b, x, upper);
  if (seriesApplies(b, a, y)) return seriesLogTail(b, a, y, !upper);
  const deviance = betaDeviance(a, b, x, y, excess);
  const scaled = scaledSmallerTail(a, b, x, y, excess, deviance);
  return excess > 0 === upper ? Math.log(scaled) - deviance : Math.log1p(-Math.exp(-deviance) * scaled);
}

/** The smaller tail (upper when the excess is positive) over exp(-deviance). */
function scaledSmallerTail(a: number, b: number, x: number, y: number, excess: number, deviance: number): number {
  const upper = excess > 0;
  const correction = Math.exp(stirlingCorrection(a, b));
  if (uniformApplies(Math.min(a, b), deviance)) {
    const shape = Math.min(a, b);
    return uniformBetaTail(shape, shape / (a + b), deviance, upper === a <= b, correction);
  }
  const distance = (a + b) * excess;
  return scale(a, b) * correction * (upper ? fraction(b, a, y, x, distance) : fraction(a, b, x, y, -distance));
}

/**
 * Continued fraction of the lower tail over betaPrefix, for x up to about a / (a + b); modified Lentz method.
 * @param lambda a - (a + b) x
 * @see DiDonato & Morris (1992), Algorithm 708, eq. 9
 */
function fraction(a: number, b: number, x: number, y: number, lambda: number): number {
  let denominator = fractionDenominator(0, a, b, x, y, lambda);
  let forward = 1 / SMALLEST ** 2;
  let backward = 1 / denominator;
  let value = backward;
  for (let n = 1; n < MOST_TERMS; n++) {
    const step = (a + 2 * n - 1) / x;
    const numerator = ((a + n - 1) / step) * ((a + b + n - 1) / step) * n * (b - n);
    denominator = fractionDenominator(n, a, b, x, y, lambda);
    backward = 1 / (numerator * backward + denominator);
    forward = denominator + numerator / forward;
    const factor = forward * backward;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return value;
}

function fractionDenominator(n: number, a: number, b: number, x: number, y: number, lambda: number): number {
  const first = n === 0 ? 0 : (n * (b - n) * x) / (a + 2 * n - 1);
  return n + first + ((a + n) * (lambda + 1 + n * (1 + y))) / (a + 2 * n + 1);
}

function seriesApplies(a: number, b: number, x: number): boolean {
  return a < 1 && x * Math.max(b, 1) <= SERIES_TO;
}

/** a times the sum of (1 - b)(2 - b)...(k - b) x^k / (k! (a + k)), k from 1 (Abramowitz & Stegun 26.5.4, expanded). */
function powerSeries(a: number, b: number, x: number): number {
  let power = 1;
  let sum = 0;
  for (let k = 1; k < 400; k++) {
    power *= ((k - b) / k) * x;
    const term = power / (a + k);
    sum += term;
    if (Math.abs(term) < SMALLEST * (0.01 + Math.abs(sum))) break;
  }
  return a * sum;
}

/** log(1 / (a B(a, b))), with relative accuracy for a small a. */
function logLead(a: number, b: number): number {
  return logGammaIncrement(b, a) - logGamma1p(a);
}

function seriesTail(a: number, b: number, x: number): number {
  return x ** a * Math.exp(logLead(a, b)) * (1 + powerSeries(a, b, x));
}

/** 1 - seriesTail with its digits kept when both are made of parts near 1. */
function seriesComplement(a: number, b: number, x: number): number {
  const leadMinusOne = Math.expm1(a * Math.log(x) + logLead(a, b));
  return -leadMinusOne - (1 + leadMinusOne) * powerSeries(a, b, x);
}

function seriesLogTail(a: number, b: number, x: number, upper: boolean): number {
  const other = upper ? seriesTail(a, b, x) : seriesComplement(a, b, x);
  if (other < 0.5) return Math.log1p(-other);
  if (upper) return Math.log(seriesComplement(a, b, x));
  return a * Math.log(x) + logLead(a, b) + Math.log1p(powerSeries(a, b, x));
}
