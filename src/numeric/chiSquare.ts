import {
  gammaDensity,
  gammaLogDensity,
  gammaLogLower,
  gammaLogUpper,
  gammaLower,
  gammaQuantile,
  gammaUpper,
  gammaUpperQuantile,
} from "./gammaDistribution.ts";

/** The chi-square distribution is the gamma distribution with shape df / 2 and scale 2. */

/**
 * Density of the chi-square distribution.
 * @param x any number; 0 below zero
 * @param df degrees of freedom, whole or not, above 0; otherwise NaN
 * @see R: dchisq(x, df)
 * @example chiSquareDensity(3, 2) // 0.11156508007421491
 */
export function chiSquareDensity(x: number, df: number): number {
  return gammaDensity(x, df / 2, 2);
}

/**
 * Logarithm of the chi-square density: finite where the density itself underflows.
 * @see R: dchisq(x, df, log = TRUE)
 * @example chiSquareLogDensity(4000, 2) // -2000.6931471805599
 */
export function chiSquareLogDensity(x: number, df: number): number {
  return gammaLogDensity(x, df / 2, 2);
}

/**
 * Share of the chi-square distribution below x.
 * @param df degrees of freedom, whole or not, above 0; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see R: pchisq(x, df)
 * @example chiSquareLower(3.841458820694124, 1) // 0.95
 */
export function chiSquareLower(x: number, df: number): number {
  return gammaLower(x, df / 2, 2);
}

/**
 * Share of the chi-square distribution above x: the p-value of a chi-square test.
 * @param df degrees of freedom, whole or not, above 0; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see R: pchisq(x, df, lower.tail = FALSE)
 * @example chiSquareUpper(60, 10) // 3.62430095206e-9
 */
export function chiSquareUpper(x: number, df: number): number {
  return gammaUpper(x, df / 2, 2);
}

/**
 * Logarithm of chiSquareLower: accurate where that underflows or is nearly 1.
 * @see R: pchisq(x, df, log.p = TRUE)
 * @example chiSquareLogLower(1e-300, 4) // -1383.63049733
 */
export function chiSquareLogLower(x: number, df: number): number {
  return gammaLogLower(x, df / 2, 2);
}

/**
 * Logarithm of chiSquareUpper: accurate where that underflows or is nearly 1.
 * @see R: pchisq(x, df, lower.tail = FALSE, log.p = TRUE)
 * @example chiSquareLogUpper(4000, 2) // -2000
 */
export function chiSquareLogUpper(x: number, df: number): number {
  return gammaLogUpper(x, df / 2, 2);
}

/**
 * The x below which a share p of the chi-square distribution lies.
 * @param p 0 to 1, otherwise NaN
 * @see R: qchisq(p, df)
 * @example chiSquareQuantile(0.95, 3) // 7.8147279032511774
 */
export function chiSquareQuantile(p: number, df: number): number {
  return gammaQuantile(p, df / 2, 2);
}

/**
 * The x above which a share p of the chi-square distribution lies: a critical value.
 * @param p 0 to 1, otherwise NaN
 * @see R: qchisq(p, df, lower.tail = FALSE)
 * @example chiSquareUpperQuantile(0.05, 3) // 7.8147279032511774
 */
export function chiSquareUpperQuantile(p: number, df: number): number {
  return gammaUpperQuantile(p, df / 2, 2);
}
