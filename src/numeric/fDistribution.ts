import { betaOddsQuantile, restOfOdds, shareOfOdds } from "./betaOdds.ts";
import { gammaQuantile, gammaUpperQuantile } from "./gammaDistribution.ts";
import { betaLogPrefix, betaLogTail, betaPrefix, betaTail } from "./incompleteBeta.ts";
import { gammaLogPrefix, gammaLogTail, gammaPrefix, gammaTail } from "./incompleteGamma.ts";

/** Numerators with more degrees of freedom are refused. */
const LARGEST = 1e50;
/** From here on chi-square over its degrees of freedom has the same digits. */
const CHI_SQUARE_FROM = 1e100;

/**
 * Density of the F distribution.
 * @param x any number; 0 below zero
 * @param df1 degrees of freedom of the numerator, whole or not, above 0; otherwise NaN
 * @param df2 degrees of freedom of the denominator, whole or not, above 0, or Infinity; otherwise NaN
 * @see Loader (2000); R: df(x, df1, df2)
 * @example fDensity(1, 2, 4) // 0.29629629629629628
 */
export function fDensity(x: number, df1: number, df2: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && valid(df1, df2))) return edgeDensity(x, df1, df2);
  const prefix = prefixOf(x, df1, df2);
  return prefix > 1e-290 ? prefix / x : Math.exp(fLogDensity(x, df1, df2));
}

/**
 * Logarithm of fDensity: finite where the density itself underflows.
 * @see R: df(x, df1, df2, log = TRUE)
 * @example fLogDensity(1000, 2, 1000) // -550.404756622
 */
export function fLogDensity(x: number, df1: number, df2: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && valid(df1, df2))) return Math.log(edgeDensity(x, df1, df2));
  if (df1 === 2) return df2 > CHI_SQUARE_FROM ? -x : -(1 + df2 / 2) * Math.log1p((2 / df2) * x);
  return logPrefixOf(x, df1, df2) - Math.log(x);
}

/**
 * Share of the F distribution below x.
 * @param df2 may be Infinity: chi-square over its degrees of freedom
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 26.6.2; R: pf(x, df1, df2)
 * @example fLower(1, 2, 4) // 0.55555555555555558
 */
export function fLower(x: number, df1: number, df2: number): number {
  return share(x, df1, df2, false);
}

/**
 * Share of the F distribution above x: the p-value of an F test.
 * @param df2 may be Infinity: chi-square over its degrees of freedom
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 26.6.2; R: pf(x, df1, df2, lower.tail = FALSE)
 * @example fUpper(1, 2, 4) // 0.44444444444444442
 */
export function fUpper(x: number, df1: number, df2: number): number {
  return share(x, df1, df2, true);
}

/**
 * Logarithm of fLower: accurate where that underflows or is nearly 1.
 * @see R: pf(x, df1, df2, log.p = TRUE)
 * @example fLogLower(1e-200, 4, 4) // -919.93542490158714
 */
export function fLogLower(x: number, df1: number, df2: number): number {
  return logShare(x, df1, df2, false);
}

/**
 * Logarithm of fUpper: accurate where that underflows or is nearly 1.
 * @see R: pf(x, df1, df2, lower.tail = FALSE, log.p = TRUE)
 * @example fLogUpper(1000, 2, 2000) // -693.14718055994535
 */
export function fLogUpper(x: number, df1: number, df2: number): number {
  return logShare(x, df1, df2, true);
}

/**
 * The x below which a share p of the F distribution lies.
 * @param p 0 to 1, otherwise NaN
 * @see Newton steps for log p against log x; R: qf(p, df1, df2), which loses digits for small p
 * @example fQuantile(0.95, 5, 100) // 2.30531824167
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  return p > 0.5 ? quantile(1 - p, df1, df2, true) : quantile(p, df1, df2, false);
}

/**
 * The x above which a share p of the F distribution lies: a critical value.
 * @param p 0 to 1, otherwise NaN
 * @see R: qf(p, df1, df2, lower.tail = FALSE)
 * @example fUpperQuantile(0.05, 5, 100) // 2.30531824167
 */
export function fUpperQuantile(p: number, df1: number, df2: number): number {
  return p > 0.5 ? quantile(1 - p, df1, df2, false) : quantile(p, df1, df2, true);
}

function valid(df1: number, df2: number): boolean {
  return df1 > 0 && df2 > 0 && df1 < LARGEST;
}

function edgeDensity(x: number, df1: number, df2: number): number {
  if (Number.isNaN(x) || !valid(df1, df2)) return Number.NaN;
  if (x !== 0 || df1 > 2) return 0;
  return df1 < 2 ? Number.POSITIVE_INFINITY : 1;
}

/** The beta variable minus its mean, from x - 1, which has all its digits. */
function excess(x: number, df1: number, df2: number): number {
  return (x - 1) * restOfOdds((df1 / df2) * x) * (df1 / (df1 + df2));
}

function prefixOf(x: number, df1: number, df2: number): number {
  const a = df1 / 2;
  if (df2 > CHI_SQUARE_FROM) return gammaPrefix(a * x, a, a * (x - 1));
  const odds = (df1 / df2) * x;
  return betaPrefix(a, df2 / 2, shareOfOdds(odds), restOfOdds(odds), excess(x, df1, df2));
}

function logPrefixOf(x: number, df1: number, df2: number): number {
  const a = df1 / 2;
  if (df2 > CHI_SQUARE_FROM) return gammaLogPrefix(a * x, a, a * (x - 1));
  const odds = (df1 / df2) * x;
  return betaLogPrefix(a, df2 / 2, shareOfOdds(odds), restOfOdds(odds), excess(x, df1, df2));
}

function share(x: number, df1: number, df2: number, upper: boolean): number {
  if (Number.isNaN(x) || !valid(df1, df2)) return Number.NaN;
  if (x <= 0) return upper ? 1 : 0;
  if (x === Number.POSITIVE_INFINITY) return upper ? 0 : 1;
  const a = df1 / 2;
  if (df2 > CHI_SQUARE_FROM) return gammaTail(a * x, a, a * (x - 1), upper);
  const odds = (df1 / df2) * x;
  return betaTail(a, df2 / 2, shareOfOdds(odds), restOfOdds(odds), excess(x, df1, df2), upper);
}

function logShare(x: number, df1: number, df2: number, upper: boolean): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY && valid(df1, df2))) return Math.log(share(x, df1, df2, upper));
  const a = df1 / 2;
  if (df2 > CHI_SQUARE_FROM) return gammaLogTail(a * x, a, a * (x - 1), upper);
  const odds = (df1 / df2) * x;
  return betaLogTail(a, df2 / 2, shareOfOdds(odds), restOfOdds(odds), excess(x, df1, df2), upper);
}

/** p is the smaller tail. */
function quantile(p: number, df1: number, df2: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(df1, df2))) return Number.NaN;
  if (p === 0) return upper ? Number.POSITIVE_INFINITY : 0;
  if (df2 > CHI_SQUARE_FROM) return (upper ? gammaUpperQuantile : gammaQuantile)(p, df1 / 2, 2 / df1);
  return betaOddsQuantile(p, df1 / 2, df2 / 2, upper) * (df2 / df1);
}
