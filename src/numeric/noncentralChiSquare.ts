import {
  chiSquareDensity,
  chiSquareLogDensity,
  chiSquareLogLower,
  chiSquareLogUpper,
  chiSquareLower,
  chiSquareQuantile,
  chiSquareUpper,
  chiSquareUpperQuantile,
} from "./chiSquare.ts";
import { gammaLogDensity, gammaLogLower, gammaLogUpper } from "./gammaDistribution.ts";
import { noncentralityOf } from "./noncentralInversion.ts";
import {
  densestTerm,
  FARTHEST_TERM,
  firstTerm,
  LARGEST_MEAN,
  lastTerm,
  logSumDownward,
  logSumOfDensities,
  logSumUpward,
} from "./poissonMixture.ts";
import { invertTail, type TailFamily } from "./tailInversion.ts";
import { logShareOf, shareOf } from "./tailPair.ts";

/**
 * Density of the noncentral chi-square distribution.
 *
 * @param x any number; 0 below zero
 * @param df degrees of freedom, whole or not, above 0; otherwise NaN
 * @param ncp noncentrality, the sum of squared means, 0 to 1e10; otherwise NaN
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, equation 29.4; R: dchisq(x, df, ncp)
 * @example noncentralChiSquareDensity(4, 2, 3) // 0.1080914816705
 */
export function noncentralChiSquareDensity(x: number, df: number, ncp: number): number {
  return ncp === 0 ? chiSquareDensity(x, df) : Math.exp(noncentralChiSquareLogDensity(x, df, ncp));
}

/**
 * Logarithm of the noncentral chi-square density: finite where the density itself underflows.
 *
 * @param x any number
 * @param df degrees of freedom, above 0
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @see R: dchisq(x, df, ncp, log = TRUE)
 * @example noncentralChiSquareLogDensity(4000, 2, 3) // -1895.914593348
 */
export function noncentralChiSquareLogDensity(x: number, df: number, ncp: number): number {
  if (!valid(x, df, ncp)) return Number.NaN;
  if (ncp === 0) return chiSquareLogDensity(x, df);
  if (x <= 0 || x === Number.POSITIVE_INFINITY) return chiSquareLogDensity(x, df) - ncp / 2;
  const a = df / 2;
  const j = Math.floor(densestTerm(ncp / 2, a, x / 2, 0));
  const densest = gammaLogDensity(ncp / 2, j + 1) + chiSquareLogDensity(x, df + 2 * j);
  return densest + logSumOfDensities(j, ncp / 2, a, x / 2, 0);
}

/**
 * Share of the noncentral chi-square distribution below x.
 *
 * @param x any number
 * @param df degrees of freedom, whole or not, above 0; otherwise NaN
 * @param ncp noncentrality, the sum of squared means, 0 to 1e10; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Johnson, Kotz & Balakrishnan (1995), equation 29.2: a Poisson mixture, summed from its largest terms; R: pchisq
 * @example noncentralChiSquareLower(3, 1, 5) // 0.307088434593757
 */
export function noncentralChiSquareLower(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquareLower(x, df);
  return shareOf((side) => logTail(x, df, ncp, side), x > df + ncp, false);
}

/**
 * Share of the noncentral chi-square distribution above x: the power of a chi-square test with critical value x.
 *
 * @param x any number
 * @param df degrees of freedom, whole or not, above 0; otherwise NaN
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Johnson, Kotz & Balakrishnan (1995), equation 29.2; R: pchisq(x, df, ncp, lower.tail = FALSE)
 * @example noncentralChiSquareUpper(100, 5, 5) // 8.068901569557e-14
 */
export function noncentralChiSquareUpper(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquareUpper(x, df);
  return shareOf((side) => logTail(x, df, ncp, side), x > df + ncp, true);
}

/**
 * Logarithm of noncentralChiSquareLower: accurate where that underflows or is nearly 1.
 *
 * @see R: pchisq(x, df, ncp, log.p = TRUE)
 * @example noncentralChiSquareLogLower(1, 4, 3000) // -1456.671605735
 */
export function noncentralChiSquareLogLower(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquareLogLower(x, df);
  return logShareOf((side) => logTail(x, df, ncp, side), x > df + ncp, false);
}

/**
 * Logarithm of noncentralChiSquareUpper: accurate where that underflows or is nearly 1.
 *
 * @see R: pchisq(x, df, ncp, lower.tail = FALSE, log.p = TRUE)
 * @example noncentralChiSquareLogUpper(4000, 4, 3) // -1891.600422622
 */
export function noncentralChiSquareLogUpper(x: number, df: number, ncp: number): number {
  if (ncp === 0) return chiSquareLogUpper(x, df);
  return logShareOf((side) => logTail(x, df, ncp, side), x > df + ncp, true);
}

/**
 * The x below which a share p of the noncentral chi-square distribution lies.
 *
 * @param p 0 to 1, otherwise NaN
 * @param df degrees of freedom, above 0
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @returns 0 or more, converged to some 14 digits
 * @see R: qchisq(p, df, ncp)
 * @example noncentralChiSquareQuantile(0.05, 3, 4) // 1.184236736356
 */
export function noncentralChiSquareQuantile(p: number, df: number, ncp: number): number {
  return p > 0.5 ? quantile(1 - p, df, ncp, true) : quantile(p, df, ncp, false);
}

/**
 * The x above which a share p of the noncentral chi-square distribution lies.
 *
 * @param p 0 to 1, otherwise NaN
 * @param df degrees of freedom, above 0
 * @param ncp noncentrality, 0 to 1e10; otherwise NaN
 * @see R: qchisq(p, df, ncp, lower.tail = FALSE)
 * @example noncentralChiSquareUpperQuantile(0.05, 3, 4) // 15.98119762675
 */
export function noncentralChiSquareUpperQuantile(p: number, df: number, ncp: number): number {
  return p > 0.5 ? quantile(1 - p, df, ncp, false) : quantile(p, df, ncp, true);
}

/**
 * The noncentrality at which a share p lies below x: with p = .975 and .025 the confidence limits of a noncentrality.
 *
 * @param x the observed chi-square, 0 or more
 * @param df degrees of freedom, above 0
 * @param p 0 to 1, otherwise NaN
 * @returns 0 or more; 0 where even the central distribution has no more than p below x; NaN where it lies beyond 1e10
 * @see Steiger (2004), Beyond the F test, noncentrality interval estimation
 * @example noncentralChiSquareParameter(20, 5, 0.025) // 36.55721032052
 */
export function noncentralChiSquareParameter(x: number, df: number, p: number): number {
  if (!(valid(x, df, 0) && p >= 0 && p <= 1)) return Number.NaN;
  const logTailAt = (ncp: number) =>
    p > 0.5 ? noncentralChiSquareLogUpper(x, df, ncp) : noncentralChiSquareLogLower(x, df, ncp);
  return noncentralityOf(logTailAt, p, x);
}

function valid(x: number, df: number, ncp: number): boolean {
  return !Number.isNaN(x) && df > 0 && df < Number.POSITIVE_INFINITY && ncp >= 0 && ncp / 2 <= LARGEST_MEAN;
}

function logTail(x: number, df: number, ncp: number, upper: boolean): number {
  if (!valid(x, df, ncp)) return Number.NaN;
  if (x <= 0 || x === Number.POSITIVE_INFINITY) return x <= 0 === upper ? 0 : Number.NEGATIVE_INFINITY;
  const mean = ncp / 2;
  const a = df / 2;
  const half = x / 2;
  if (upper && densestTerm(mean, a, half, 0) > FARTHEST_TERM)
    return noncentralChiSquareLogDensity(x, df, ncp) + Math.log(x);
  const j = upper ? firstTerm(mean, a, half, 0) : lastTerm(mean, 0, a, half, 0);
  const logCentral = upper ? gammaLogUpper(half, a + j) : gammaLogLower(half, a + j);
  // Never more than this, which the difference of two huge logarithms may not know.
  const most = upper ? (half + 1) / (a + j) : 1;
  const relative = Math.min(most, Math.exp(gammaLogDensity(half, a + j + 1) - logCentral));
  const sum = upper ? logSumUpward : logSumDownward;
  return gammaLogDensity(mean, j + 1) + logCentral + sum(j, mean, 0, a, half, 0, relative);
}

function family(df: number, ncp: number): TailFamily {
  return {
    tail: (x, upper) => (upper ? noncentralChiSquareUpper : noncentralChiSquareLower)(x, df, ncp),
    logTail: (x, upper) => (upper ? noncentralChiSquareLogUpper : noncentralChiSquareLogLower)(x, df, ncp),
    logPrefix: (x) => noncentralChiSquareLogDensity(x, df, ncp) + Math.log(x),
  };
}

/** Starts from Patnaik's (1949) scaled central chi-square with the same mean and variance. */
function quantile(p: number, df: number, ncp: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(0, df, ncp))) return Number.NaN;
  const scale = (df + 2 * ncp) / (df + ncp);
  const sameDf = (df + ncp) / scale;
  const central = scale * (upper ? chiSquareUpperQuantile(p, sameDf) : chiSquareQuantile(p, sameDf));
  return ncp === 0 || p === 0 ? central : invertTail(family(df, ncp), p, upper, Math.log(central));
}
