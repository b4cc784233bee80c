import { logGamma1p } from "./gammaFunction.ts";
import { ratioDeviance } from "./logarithms.ts";
import { stirlingError } from "./stirlingError.ts";
import { uniformApplies, uniformGammaTail } from "./uniformTail.ts";

/**
 * Kernel of the gamma and chi-square distributions: the regularised incomplete gamma functions of x with a shape.
 * `excess` is x - shape, given apart because the caller may know more of its digits than x and shape have.
 */

const ROOT_TWO_PI = 2.5066282746310002;
const SMALLEST = 1e-17;
const MOST_TERMS = 20000;

/** x^shape exp(-x) / Gamma(shape): the density times x. */
export function gammaPrefix(x: number, shape: number, excess: number): number {
  if (shape < 1) return (x ** shape * Math.exp(-x) * shape) / Math.exp(logGamma1p(shape));
  return (Math.sqrt(shape) / ROOT_TWO_PI) * Math.exp(-stirlingError(shape) - gammaDeviance(x, shape, excess));
}

/** Logarithm of gammaPrefix. */
export function gammaLogPrefix(x: number, shape: number, excess: number): number {
  if (shape < 1) return shape * Math.log(x) - x + Math.log(shape) - logGamma1p(shape);
  return Math.log(Math.sqrt(shape) / ROOT_TWO_PI) - stirlingError(shape) - gammaDeviance(x, shape, excess);
}

/** x - shape - shape log(x / shape), Loader's (2000) deviance. */
function gammaDeviance(x: number, shape: number, excess: number): number {
  const ratio = x / shape;
  if (ratio < 1e-290) return shape * (Math.log(shape) - Math.log(x) - 1) + x;
  return shape * ratioDeviance(ratio, excess / shape);
}

/** Lower or upper tail for x above 0 and a finite shape. */
export function gammaTail(x: number, shape: number, excess: number, upper: boolean): number {
  if (shape < 1 && x < 1) return upper ? smallShapeUpper(x, shape) : smallShapeLower(x, shape);
  const deviance = gammaDeviance(x, shape, excess);
  const smaller = Math.exp(-deviance) * scaledSmallerTail(x, shape, excess, deviance);
  return excess > 0 === upper ? smaller : 1 - smaller;
}

/** Logarithm of gammaTail, finite where that underflows. */
export function gammaLogTail(x: number, shape: number, excess: number, upper: boolean): number {
  if (shape < 1 && x < 1) return smallShapeLogTail(x, shape, upper);
  const deviance = gammaDeviance(x, shape, excess);
  const scaled = scaledSmallerTail(x, shape, excess, deviance);
  return excess > 0 === upper ? Math.log(scaled) - deviance : Math.log1p(-Math.exp(-deviance) * scaled);
}

/** The smaller tail (upper when x exceeds the shape) over exp(-deviance). */
function scaledSmallerTail(x: number, shape: number, excess: number, deviance: number): number {
  const upper = excess > 0;
  const correction = Math.exp(-stirlingError(shape));
  if (uniformApplies(shape, deviance)) return uniformGammaTail(shape, deviance, upper, correction);
  const scale = (Math.sqrt(shape) / ROOT_TWO_PI) * correction;
  return scale * (upper ? upperFraction(x, shape, excess) : lowerSeries(x, shape) / shape);
}

/** 1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ... (Abramowitz & Stegun 6.5.29). */
function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < MOST_TERMS; k++) {
    term *= x / (shape + k);
    sum += term;
    if (term < SMALLEST * sum) break;
  }
  return sum;
}

/** Legendre's continued fraction (Abramowitz & Stegun 6.5.31, even part) by the modified Lentz method. */
function upperFraction(x: number, shape: number, excess: number): number {
  let denominator = excess + 1;
  let forward = 1 / SMALLEST ** 2;
  let backward = 1 / denominator;
  let value = backward;
  for (let k = 1; k < MOST_TERMS; k++) {
    const numerator = k * (shape - k);
    denominator = excess + 1 + 2 * k;
    backward = 1 / (numerator * backward + denominator);
    forward = denominator + numerator / forward;
    const factor = forward * backward;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return x === Number.POSITIVE_INFINITY ? 0 : value;
}

/** For shape and x below 1: shape times the sum of (-x)^k / (k! (shape + k)), k from 1 (A&S 6.5.29). */
function alternatingSeries(x: number, shape: number): number {
  let power = 1;
  let sum = 0;
  for (let k = 1; k < 60; k++) {
    power *= -x / k;
    const term = power / (shape + k);
    sum += term;
    if (Math.abs(term) < SMALLEST * Math.abs(sum)) break;
  }
  return shape * sum;
}

function smallShapeLower(x: number, shape: number): number {
  return x ** shape * Math.exp(-logGamma1p(shape)) * (1 + alternatingSeries(x, shape));
}

/** 1 - smallShapeLower with its digits kept when both are made of parts near 1 (Gautschi 1979). */
function smallShapeUpper(x: number, shape: number): number {
  const leadMinusOne = Math.expm1(shape * Math.log(x) - logGamma1p(shape));
  return -leadMinusOne - (1 + leadMinusOne) * alternatingSeries(x, shape);
}

function smallShapeLogTail(x: number, shape: number, upper: boolean): number {
  const complement = upper ? smallShapeLower(x, shape) : smallShapeUpper(x, shape);
  if (complement < 0.5) return Math.log1p(-complement);
  if (upper) return Math.log(smallShapeUpper(x, shape));
  return shape * Math.log(x) - logGamma1p(shape) + Math.log1p(alternatingSeries(x, shape));
}
