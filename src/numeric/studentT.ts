import { betaOddsQuantile } from "./betaOdds.ts";
import { productMinus } from "./exactProduct.ts";
import { fLogUpper, fUpper } from "./fDistribution.ts";
import { gammaRatio, logBeta } from "./gammaFunction.ts";
import { normalDensity, normalLogDensity, normalLogLower, normalLower, normalQuantile } from "./normal.ts";

/** Beyond this t^2 would leave the doubles; one term of the tail's series is then all there is. */
const FAR = 1e150;
const INFINITE = Number.POSITIVE_INFINITY;
/** From here on the normal distribution has the same digits. */
const NORMAL_FROM = 1e100;

/**
 * Density of Student's t distribution.
 * @param x any number
 * @param df degrees of freedom, whole or not, above 0, or Infinity (the normal distribution); otherwise NaN
 * @see Abramowitz & Stegun (1964) 26.7.1; R: dt(x, df)
 * @example studentTDensity(0, 3) // 0.36755259694786141
 */
export function studentTDensity(x: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalDensity(x);
  return densityAtZero(df) * Math.exp(-((df + 1) / 2) * logOfOnePlusSquare(x, df));
}

/**
 * Logarithm of studentTDensity: finite where the density itself underflows.
 * @see R: dt(x, df, log = TRUE)
 * @example studentTLogDensity(1e200, 2) // -1381.55105579
 */
export function studentTLogDensity(x: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalLogDensity(x);
  return Math.log(densityAtZero(df)) - ((df + 1) / 2) * logOfOnePlusSquare(x, df);
}

/**
 * Share of the t distribution below x.
 * @param df degrees of freedom, whole or not, above 0, or Infinity (the normal distribution); otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 26.7.1; R: pt(x, df)
 * @example studentTLower(-2.1, 30) // 0.0221212356311
 */
export function studentTLower(x: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalLower(x);
  return x > 0 ? 1 - upperTail(x, df) : upperTail(-x, df);
}

/**
 * Share of the t distribution above x: the one-sided p-value of a t test; twice that of |x| is the two-sided one.
 * @param df degrees of freedom, whole or not, above 0, or Infinity (the normal distribution); otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see R: pt(x, df, lower.tail = FALSE)
 * @example studentTUpper(2.1, 30) // 0.0221212356311
 */
export function studentTUpper(x: number, df: number): number {
  return studentTLower(-x, df);
}

/**
 * Logarithm of studentTLower: accurate where that underflows or is nearly 1.
 * @see R: pt(x, df, log.p = TRUE)
 * @example studentTLogLower(-1e200, 2) // -921.7271843781782
 */
export function studentTLogLower(x: number, df: number): number {
  if (!(df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalLogLower(x);
  if (x > 0) return Math.log1p(-upperTail(x, df));
  return -x > FAR ? farLogTail(-x, df) : fLogUpper(x * x, 1, df) - Math.LN2;
}

/**
 * Logarithm of studentTUpper: accurate where that underflows or is nearly 1.
 * @see R: pt(x, df, lower.tail = FALSE, log.p = TRUE)
 * @example studentTLogUpper(1e200, 2) // -921.7271843781782
 */
export function studentTLogUpper(x: number, df: number): number {
  return studentTLogLower(-x, df);
}

/**
 * The x below which a share p of the t distribution lies.
 * @param p 0 to 1, otherwise NaN; 0 gives -Infinity, 1 Infinity
 * @param df degrees of freedom, whole or not, above 0, or Infinity (the normal distribution); otherwise NaN
 * @see Newton steps for log p against log x^2; R: qt(p, df), which loses digits for tiny p
 * @example studentTQuantile(0.975, 5) // 2.5705818356363146
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (df > NORMAL_FROM) return normalQuantile(p);
  return p > 0.5 ? upperQuantile(1 - p, df) : 0 - upperQuantile(p, df);
}

/**
 * The x above which a share p of the t distribution lies: a critical value.
 * @param p 0 to 1, otherwise NaN; 0 gives Infinity, 1 -Infinity
 * @see R: qt(p, df, lower.tail = FALSE)
 * @example studentTUpperQuantile(0.025, 5) // 2.5705818356363146
 */
export function studentTUpperQuantile(p: number, df: number): number {
  return 0 - studentTQuantile(p, df);
}

function densityAtZero(df: number): number {
  return gammaRatio((df + 1) / 2, df / 2) / Math.sqrt(df * Math.PI);
}

/** log(1 + x^2 / df). */
function logOfOnePlusSquare(x: number, df: number): number {
  return Math.abs(x) > FAR ? 2 * (Math.log(Math.abs(x)) - Math.log(df) / 2) : Math.log1p((x * x) / df);
}

/** For x of 0 or more: half the upper tail of F = x^2. */
function upperTail(x: number, df: number): number {
  if (x > FAR) return (x / Math.sqrt(df)) ** -df / (df * beta(df));
  return 0.5 * fUpper(x * x, 1, df);
}

function farLogTail(x: number, df: number): number {
  return -df * (Math.log(x) - Math.log(df) / 2) - Math.log(df * beta(df));
}

/** B(1/2, df/2). */
function beta(df: number): number {
  return Math.exp(logBeta(0.5, df / 2));
}

/** For p up to one half: from the upper tail of F, or near the centre from its lower tail. */
function upperQuantile(p: number, df: number): number {
  if (p === 0) return INFINITE;
  if (p === 0.5) return 0;
  const lead = p * df * beta(df);
  if (-Math.log(lead) / df > 340) return farQuantile(lead, df);
  const odds = p <= 0.25 ? betaOddsQuantile(2 * p, 0.5, df / 2, true) : betaOddsQuantile(1 - 2 * p, 0.5, df / 2, false);
  return Math.sqrt(df) * Math.sqrt(odds);
}

/** sqrt(df) * lead^(-1/df), with the rounding of 1/df made good. */
function farQuantile(lead: number, df: number): number {
  const inverse = 1 / df;
  const rounding = -productMinus(inverse, df, 1) / df;
  return Math.sqrt(df) * lead ** -inverse * (1 - rounding * Math.log(lead));
}
