import { restOfOdds, shareOfOdds } from "./betaOdds.ts";
import {
  fDensity,
  fLogDensity,
  fLogLower,
  fLogUpper,
  fLower,
  fQuantile,
  fUpper,
  fUpperQuantile,
} from "./fDistribution.ts";
import { noncentralBetaLogPrefix, noncentralBetaLogTail } from "./noncentralBeta.ts";
import {
  noncentralChiSquareLogDensity,
  noncentralChiSquareLogLower,
  noncentralChiSquareLogUpper,
} from "./noncentralChiSquare.ts";
import { noncentralityOf } from "./noncentralInversion.ts";
import { LARGEST_MEAN } from "./poissonMixture.ts";
import { invertTail, type TailFamily } from "./tailInversion.ts";
import { logShareOf, shareOf } from "./tailPair.ts";

/**
 * Density of the noncentral F distribution.
 *
 * @param x any number; 0 below zero
 * @param df1 degrees of freedom of the numerator, whole or not, above 0; otherwise NaN
 * @param df2 degrees of freedom of the denominator, whole or not, above 0, or Infinity; otherwise NaN
 * @param ncp noncentrality, the sum of squared standardised means, 0 to 1e10; otherwise NaN
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, equation 30.7; R: df(x, df1, df2, ncp)
 * @example noncentralFDensity(2, 3, 20, 4) // 0.2462999944833
 */
export function noncentralFDensity(x: number, df1: number, df2: number, ncp: number): number {
  return ncp === 0 ? fDensity(x, df1, df2) : Math.exp(noncentralFLogDensity(x, df1, df2, ncp));
}

/**
 * Logarithm of the noncentral F density: finite where the density itself underflows.
 *
 * @see R: df(x, df1, df2, ncp, log = TRUE)
 * @example noncentralFLogDensity(1000, 3, 500, 4) // -449.2955398888
 */
export function noncentralFLogDensity(x: number, df1: number, df2: number, ncp: number): number {
  if (!valid(x, df1, df2, ncp)) return Number.NaN;
  if (ncp === 0) return fLogDensity(x, df1, df2);
  if (x <= 0 || x === Number.POSITIVE_INFINITY) return fLogDensity(x, df1, df2) - ncp / 2;
  if (df2 === Number.POSITIVE_INFINITY) {
    return noncentralChiSquareLogDensity(x * df1, df1, ncp) + Math.log(df1);
  }
  const odds = (df1 / df2) * x;
  return noncentralBetaLogPrefix(shareOfOdds(odds), restOfOdds(odds), df1 / 2, df2 / 2, ncp / 2) - Math.log(x);
}

/**
 * Share of the noncentral F distribution below x.
 *
 * @param x any number
 * @param df1 degrees of freedom of the numerator, above 0; otherwise NaN
 * @param df2 degrees of freedom of the denominator, above 0, may be Infinity; otherwise NaN
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Johnson, Kotz & Balakrishnan (1995), equation 30.10: a Poisson mixture, summed from its largest terms. R's pf
 *   with ncp loses digits in the lower tail.
 * @example noncentralFLower(2, 10, 200, 50) // 0.000469836744032675
 */
export function noncentralFLower(x: number, df1: number, df2: number, ncp: number): number {
  return ncp === 0 ? fLower(x, df1, df2) : shareOf((side) => logTail(x, df1, df2, ncp, side), x > 1 + ncp / df1, false);
}

/**
 * Share of the noncentral F distribution above x: the power of an F test with critical value x.
 *
 * @param x any number
 * @param df1 degrees of freedom of the numerator, above 0; otherwise NaN
 * @param df2 degrees of freedom of the denominator, above 0, may be Infinity; otherwise NaN
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Johnson, Kotz & Balakrishnan (1995), equation 30.10; R: pf(x, df1, df2, ncp, lower.tail = FALSE)
 * @example noncentralFUpper(3, 2, 30, 8) // 0.7145937406453
 */
export function noncentralFUpper(x: number, df1: number, df2: number, ncp: number): number {
  return ncp === 0 ? fUpper(x, df1, df2) : shareOf((side) => logTail(x, df1, df2, ncp, side), x > 1 + ncp / df1, true);
}

/**
 * Logarithm of noncentralFLower: accurate where that underflows or is nearly 1.
 *
 * @see R: pf(x, df1, df2, ncp, log.p = TRUE)
 * @example noncentralFLogLower(1, 4, 40, 3000) // -1313.595100219
 */
export function noncentralFLogLower(x: number, df1: number, df2: number, ncp: number): number {
  return ncp === 0
    ? fLogLower(x, df1, df2)
    : logShareOf((side) => logTail(x, df1, df2, ncp, side), x > 1 + ncp / df1, false);
}

/**
 * Logarithm of noncentralFUpper: accurate where that underflows or is nearly 1.
 *
 * @see R: pf(x, df1, df2, ncp, lower.tail = FALSE, log.p = TRUE)
 * @example noncentralFLogUpper(1000, 4, 2000, 3) // -1036.266001781
 */
export function noncentralFLogUpper(x: number, df1: number, df2: number, ncp: number): number {
  return ncp === 0
    ? fLogUpper(x, df1, df2)
    : logShareOf((side) => logTail(x, df1, df2, ncp, side), x > 1 + ncp / df1, true);
}

/**
 * The x below which a share p of the noncentral F distribution lies.
 *
 * @param p 0 to 1, otherwise NaN
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 degrees of freedom of the denominator, above 0, may be Infinity
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @returns 0 or more, converged to some 14 digits
 * @see R: qf(p, df1, df2, ncp)
 * @example noncentralFQuantile(0.05, 3, 20, 4) // 0.3849861029931
 */
export function noncentralFQuantile(p: number, df1: number, df2: number, ncp: number): number {
  return p > 0.5 ? quantile(1 - p, df1, df2, ncp, true) : quantile(p, df1, df2, ncp, false);
}

/**
 * The x above which a share p of the noncentral F distribution lies.
 *
 * @param p 0 to 1, otherwise NaN
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 degrees of freedom of the denominator, above 0, may be Infinity
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @see R: qf(p, df1, df2, ncp, lower.tail = FALSE)
 * @example noncentralFUpperQuantile(0.05, 3, 20, 4) // 6.504241655836
 */
export function noncentralFUpperQuantile(p: number, df1: number, df2: number, ncp: number): number {
  return p > 0.5 ? quantile(1 - p, df1, df2, ncp, false) : quantile(p, df1, df2, ncp, true);
}

/**
 * The noncentrality at which a share p lies below x: with p = .975 and .025 the 95% limits behind those of eta squared.
 *
 * @param x the observed F, 0 or more
 * @param df1 degrees of freedom of the numerator, above 0
 * @param df2 degrees of freedom of the denominator, above 0, may be Infinity
 * @param p 0 to 1, otherwise NaN
 * @returns 0 or more; 0 where even the central distribution has no more than p below x; NaN where it lies beyond 1e10
 * @see Steiger (2004), Beyond the F test, noncentrality interval estimation
 * @example noncentralFParameter(5, 3, 40, 0.025) // 33.44307207178
 */
export function noncentralFParameter(x: number, df1: number, df2: number, p: number): number {
  if (!(valid(x, df1, df2, 0) && p >= 0 && p <= 1)) return Number.NaN;
  const logTailAt = (ncp: number) =>
    p > 0.5 ? noncentralFLogUpper(x, df1, df2, ncp) : noncentralFLogLower(x, df1, df2, ncp);
  return noncentralityOf(logTailAt, p, Math.min(x * df1, df1 * 1e6));
}

function valid(x: number, df1: number, df2: number, ncp: number): boolean {
  const degrees = df1 > 0 && df1 < Number.POSITIVE_INFINITY && df2 > 0;
  return !Number.isNaN(x) && degrees && ncp >= 0 && ncp / 2 <= LARGEST_MEAN;
}

function logTail(x: number, df1: number, df2: number, ncp: number, upper: boolean): number {
  if (!valid(x, df1, df2, ncp)) return Number.NaN;
  if (x <= 0 || x === Number.POSITIVE_INFINITY) return x <= 0 === upper ? 0 : Number.NEGATIVE_INFINITY;
  if (df2 === Number.POSITIVE_INFINITY) {
    return (upper ? noncentralChiSquareLogUpper : noncentralChiSquareLogLower)(x * df1, df1, ncp);
  }
  const odds = (df1 / df2) * x;
  if (odds === 0) return upper ? 0 : Number.NEGATIVE_INFINITY;
  return noncentralBetaLogTail(shareOfOdds(odds), restOfOdds(odds), df1 / 2, df2 / 2, ncp / 2, 0, upper);
}

function family(df1: number, df2: number, ncp: number): TailFamily {
  return {
    tail: (x, upper) => (upper ? noncentralFUpper : noncentralFLower)(x, df1, df2, ncp),
    logTail: (x, upper) => (upper ? noncentralFLogUpper : noncentralFLogLower)(x, df1, df2, ncp),
    logPrefix: (x) => noncentralFLogDensity(x, df1, df2, ncp) + Math.log(x),
  };
}

/** Starts from a scaled central F whose numerator has the same mean and variance (Patnaik 1949). */
function quantile(p: number, df1: number, df2: number, ncp: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(0, df1, df2, ncp))) return Number.NaN;
  const sameDf = ((df1 + ncp) * (df1 + ncp)) / (df1 + 2 * ncp);
  const central = (upper ? fUpperQuantile : fQuantile)(p, sameDf, df2);
  if (ncp === 0 || p === 0) return central;
  return invertTail(family(df1, df2, ncp), p, upper, Math.log((1 + ncp / df1) * central));
}
