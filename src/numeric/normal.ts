import { errorFunction, scaledComplementaryErrorFunction } from "./errorFunction.ts";
import { normalStart } from "./normalStart.ts";

export { complementaryErrorFunction, errorFunction } from "./errorFunction.ts";

const ROOT_HALF = Math.SQRT1_2;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** Where half the error function is small enough to be taken from one half without loss. */
const CENTRE_TO = 0.66;

/**
 * Density of the standard normal distribution.
 * @param z any number
 * @see R: dnorm(z)
 * @example normalDensity(0) // 0.3989422804014327
 */
export function normalDensity(z: number): number {
  return ONE_OVER_ROOT_TWO_PI * expOfMinusHalfSquare(z);
}

/**
 * Logarithm of the standard normal density: finite where the density itself underflows.
 * @see R: dnorm(z, log = TRUE)
 * @example normalLogDensity(100) // -5000.9189385332047
 */
export function normalLogDensity(z: number): number {
  return -0.5 * z * z - HALF_LOG_TWO_PI;
}

/** exp(-z^2 / 2) with all digits, by an exact part of the square and a small rest (Cody 1969). */
function expOfMinusHalfSquare(z: number): number {
  if (Math.abs(z) > 39) return 0;
  const exact = Math.trunc(z * 16) / 16;
  return Math.exp(-0.5 * exact * exact) * Math.exp(-0.5 * (z - exact) * (z + exact));
}

/**
 * Share of the standard normal distribution below z.
 * @param z any number
 * @returns 0 to 1, with relative accuracy also in the far lower tail
 * @see Cody (1969); R: pnorm(z)
 * @example normalLower(1.96) // 0.97500210485177952
 */
export function normalLower(z: number): number {
  return normalUpper(-z);
}

/**
 * Share of the standard normal distribution above z: a one-sided p-value.
 * @param z any number
 * @returns 0 to 1, with relative accuracy also in the far upper tail
 * @see Cody (1969); R: pnorm(z, lower.tail = FALSE)
 * @example normalUpper(1.96) // 0.024997895148220435
 */
export function normalUpper(z: number): number {
  if (Math.abs(z) < CENTRE_TO) return 0.5 - 0.5 * errorFunction(z * ROOT_HALF);
  if (z < 0) return 1 - normalUpper(-z);
  return 0.5 * scaledComplementaryErrorFunction(z * ROOT_HALF) * expOfMinusHalfSquare(z);
}

/**
 * Logarithm of the share below z: accurate where the share underflows and where it is nearly 1.
 * @see R: pnorm(z, log.p = TRUE)
 * @example normalLogLower(-40) // -804.60844201083748
 */
export function normalLogLower(z: number): number {
  return normalLogUpper(-z);
}

/**
 * Logarithm of the share above z: accurate where the share underflows and where it is nearly 1.
 * @see R: pnorm(z, lower.tail = FALSE, log.p = TRUE)
 * @example normalLogUpper(40) // -804.60844201083748
 */
export function normalLogUpper(z: number): number {
  if (z < 0) return Math.log1p(-normalUpper(-z));
  if (z === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY;
  return Math.log(0.5 * scaledComplementaryErrorFunction(z * ROOT_HALF)) - 0.5 * z * z;
}

/**
 * The z below which a share p of the standard normal distribution lies.
 * @param p 0 to 1, otherwise NaN; 0 gives -Infinity, 1 Infinity
 * @see Wichura (1988), Algorithm AS 241 (start), then one Newton step; R: qnorm(p)
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return -lowerTailQuantile(1 - p);
  return lowerTailQuantile(p);
}

/**
 * The z above which a share p of the standard normal distribution lies.
 * @param p 0 to 1, otherwise NaN; 0 gives Infinity, 1 -Infinity
 * @see R: qnorm(p, lower.tail = FALSE)
 * @example normalUpperQuantile(0.025) // 1.959963984540054
 */
export function normalUpperQuantile(p: number): number {
  return 0 - normalQuantile(p);
}

/** For p up to one half, where p itself is the smaller tail. */
function lowerTailQuantile(p: number): number {
  const z = normalStart(p - 0.5, Math.log(p));
  if (p < 1e-305) return logTailStep(z, Math.log(p));
  return z - (normalLower(z) - p) / normalDensity(z);
}

/**
 * The z below which a share exp(logP) lies, for shares too small or too near 1 to be written as a number.
 * @param logP 0 or negative, otherwise NaN
 * @see Wichura (1988), Algorithm AS 241 (start), then Newton steps; R: qnorm(logP, log.p = TRUE)
 * @example normalLogQuantile(-1000) // -44.6157477319
 */
export function normalLogQuantile(logP: number): number {
  if (!(logP <= 0)) return Number.NaN;
  if (logP > -Math.LN2) return -lowerTailQuantile(-Math.expm1(logP));
  if (logP > -600) return lowerTailQuantile(Math.exp(logP));
  return logTailStep(logTailStep(normalStart(-0.5, logP), logP), logP);
}

/** A Newton step on the logarithm of the lower tail. */
function logTailStep(z: number, logP: number): number {
  if (!Number.isFinite(z)) return z;
  const logLower = normalLogLower(z);
  return z - (logLower - logP) / Math.exp(normalLogDensity(z) - logLower);
}
