import { restOfOdds, shareOfOdds } from "./betaOdds.ts";
import { finenessAt, logChiMixture } from "./chiMixture.ts";
import { monotoneRoot } from "./monotoneRoot.ts";
import { noncentralBetaLogTail } from "./noncentralBeta.ts";
import { normalLogDensity, normalLogLower, normalQuantile } from "./normal.ts";
import { LARGEST_MEAN } from "./poissonMixture.ts";
import { studentTLogDensity, studentTLogLower, studentTLower, studentTQuantile, studentTUpper } from "./studentT.ts";
import { logShareOf, shareOf } from "./tailPair.ts";

/** Beyond this both the tail and the density are powers of t, to all digits. */
const FAR = 1e60;
/** The largest noncentrality: the number of terms grows with it. */
const LARGEST = Math.sqrt(2 * LARGEST_MEAN);
/** The largest arc sinh of a double. */
const FARTHEST = 710.4;

/**
 * Density of the noncentral t distribution.
 *
 * @param t any number
 * @param df degrees of freedom, whole or not, above 0, or Infinity; otherwise NaN
 * @param ncp noncentrality: the mean of the normal variable on top, -1e5 to 1e5; otherwise NaN
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 31; R: dt(t, df, ncp)
 * @example noncentralTDensity(2, 10, 1) // 0.2254240465905
 */
export function noncentralTDensity(t: number, df: number, ncp: number): number {
  return Math.exp(noncentralTLogDensity(t, df, ncp));
}

/**
 * Logarithm of the noncentral t density: finite where the density itself underflows.
 *
 * @see R: dt(t, df, ncp, log = TRUE)
 * @example noncentralTLogDensity(-40, 200, 5) // -295.7495720505
 */
export function noncentralTLogDensity(t: number, df: number, ncp: number): number {
  if (!valid(t, df, ncp)) return Number.NaN;
  if (ncp === 0) return studentTLogDensity(t, df);
  if (!Number.isFinite(t)) return Number.NEGATIVE_INFINITY;
  if (df === Number.POSITIVE_INFINITY) return normalLogDensity(t - ncp);
  if (Math.abs(t) > FAR)
    return noncentralTLogDensity(Math.sign(t) * FAR, df, ncp) - (df + 1) * Math.log(Math.abs(t) / FAR);
  return logChiMixture(df, (s) => Math.log(s) + normalLogDensity(t * s - ncp), fineness(t, ncp));
}

/**
 * Share of the noncentral t distribution below t.
 *
 * @param t any number, may be infinite
 * @param df degrees of freedom, whole or not, above 0, or Infinity; otherwise NaN
 * @param ncp noncentrality, -1e5 to 1e5; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Benton & Krishnamoorthy (2003), Computing discrete mixtures of continuous distributions; where t and ncp have
 *   opposite signs the normal tail is integrated instead. R's pt with ncp loses digits in the tails.
 * @example noncentralTLower(3, 20, 8) // 0.00000314188064959946
 */
export function noncentralTLower(t: number, df: number, ncp: number): number {
  return ncp === 0 ? studentTLower(t, df) : shareOf((side) => logTail(t, df, ncp, side), t > ncp, false);
}

/**
 * Share of the noncentral t distribution above t: the power of a one-sided t test with critical value t.
 *
 * @param t any number, may be infinite
 * @param df degrees of freedom, whole or not, above 0, or Infinity; otherwise NaN
 * @param ncp noncentrality, -1e5 to 1e5; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Benton & Krishnamoorthy (2003); R: pt(t, df, ncp, lower.tail = FALSE)
 * @example noncentralTUpper(1.7, 30, 2.5) // 0.7868133867772
 */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  return ncp === 0 ? studentTUpper(t, df) : shareOf((side) => logTail(t, df, ncp, side), t > ncp, true);
}

/**
 * Logarithm of noncentralTLower: accurate where that underflows or is nearly 1.
 *
 * @see R: pt(t, df, ncp, log.p = TRUE)
 * @example noncentralTLogLower(-20, 100, 40) // -1065.931469107
 */
export function noncentralTLogLower(t: number, df: number, ncp: number): number {
  return logShareOf((side) => logTail(t, df, ncp, side), t > ncp, false);
}

/**
 * Logarithm of noncentralTUpper: accurate where that underflows or is nearly 1.
 *
 * @see R: pt(t, df, ncp, lower.tail = FALSE, log.p = TRUE)
 * @example noncentralTLogUpper(20, 100, -40) // -1065.931469107
 */
export function noncentralTLogUpper(t: number, df: number, ncp: number): number {
  return logShareOf((side) => logTail(t, df, ncp, side), t > ncp, true);
}

/**
 * The t below which a share p of the noncentral t distribution lies.
 *
 * @param p 0 to 1, otherwise NaN; 0 gives -Infinity, 1 Infinity
 * @param df degrees of freedom, above 0, or Infinity
 * @param ncp noncentrality
 * @returns converged to some 14 digits
 * @see R: qt(p, df, ncp)
 * @example noncentralTQuantile(0.05, 12, 2) // 0.3582042960399
 */
export function noncentralTQuantile(p: number, df: number, ncp: number): number {
  return p > 0.5 ? quantile(1 - p, df, ncp, true) : quantile(p, df, ncp, false);
}

/**
 * The t above which a share p of the noncentral t distribution lies.
 *
 * @param p 0 to 1, otherwise NaN; 0 gives Infinity, 1 -Infinity
 * @param df degrees of freedom, above 0, or Infinity
 * @param ncp noncentrality
 * @see R: qt(p, df, ncp, lower.tail = FALSE)
 * @example noncentralTUpperQuantile(0.05, 12, 2) // 4.227290100108
 */
export function noncentralTUpperQuantile(p: number, df: number, ncp: number): number {
  return p > 0.5 ? quantile(1 - p, df, ncp, false) : quantile(p, df, ncp, true);
}

/**
 * The noncentrality at which a share p lies below t: with p = .975 and .025 the 95% limits behind those of Cohen's d.
 *
 * @param t the observed t
 * @param df degrees of freedom, above 0, or Infinity
 * @param p 0 to 1, otherwise NaN; 0 gives Infinity, 1 -Infinity
 * @returns the noncentrality; it falls as p rises; NaN where it lies beyond 1e5
 * @see Cumming & Finch (2001), A primer on confidence intervals based on central and noncentral distributions
 * @example noncentralTParameter(2.5, 30, 0.025) // 4.539828137086
 */
export function noncentralTParameter(t: number, df: number, p: number): number {
  if (!(p >= 0 && p <= 1 && valid(t, df, 0)) || !Number.isFinite(t)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const upper = p > 0.5;
  const target = Math.log(upper ? 1 - p : p);
  const gap = (ncp: number) =>
    upper ? noncentralTLogUpper(t, df, ncp) - target : target - noncentralTLogLower(t, df, ncp);
  const spread = Math.sqrt(1 + (t * t) / (2 * df));
  const start = t - normalQuantile(p) * spread;
  const found = monotoneRoot(gap, { start, step: 0.25 * spread, lowest: -LARGEST, highest: LARGEST });
  return Math.abs(found) < LARGEST ? found : Number.NaN;
}

function valid(t: number, df: number, ncp: number): boolean {
  return !Number.isNaN(t) && df > 0 && Math.abs(ncp) <= LARGEST;
}

/** The tail itself, never 1 minus the other; mirrored so that ncp is positive. */
function logTail(t: number, df: number, ncp: number, upper: boolean): number {
  if (!valid(t, df, ncp)) return Number.NaN;
  if (ncp < 0) return logTail(-t, df, -ncp, !upper);
  if (ncp === 0) return studentTLogLower(upper ? -t : t, df);
  if (df === Number.POSITIVE_INFINITY) return normalLogLower(upper ? ncp - t : t - ncp);
  const beyond = (upper ? t : -t) / FAR;
  if (beyond > 1) return logTail(Math.sign(t) * FAR, df, ncp, upper) - df * Math.log(beyond);
  return t < 0 ? oppositeLogTail(t, df, ncp, upper) : sameSideLogTail(t, df, ncp, upper);
}

/** t and ncp both positive: a mixture of beta tails. */
function sameSideLogTail(t: number, df: number, ncp: number, upper: boolean): number {
  const odds = (t / df) * t;
  const z = shareOfOdds(odds);
  const rest = restOfOdds(odds);
  if (z === 0) return normalLogLower(upper ? ncp : -ncp);
  if (rest === 0) return upper ? Number.NEGATIVE_INFINITY : 0;
  const mean = (ncp * ncp) / 2;
  const whole = noncentralBetaLogTail(z, rest, 0.5, df / 2, mean, 0, upper) - Math.LN2;
  const half = noncentralBetaLogTail(z, rest, 1, df / 2, mean, 0.5, upper) - Math.LN2;
  const sum = logOfSum(whole, half);
  return upper ? sum : logOfSum(sum, normalLogLower(-ncp));
}

/** t < 0 < ncp: the lower tail is small and is integrated; the upper one is at least one half. */
function oppositeLogTail(t: number, df: number, ncp: number, upper: boolean): number {
  const lower = logChiMixture(df, (s) => normalLogLower(t * s - ncp), fineness(t, ncp));
  return upper ? Math.log1p(-Math.exp(lower)) : lower;
}

/** Above S = (1 + |ncp|) / |t|, t S - ncp is no longer about -ncp. */
function fineness(t: number, ncp: number): number {
  return finenessAt((1 + Math.abs(ncp)) / Math.abs(t));
}

/** log(exp(a) + exp(b)). */
function logOfSum(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

/** Found on the scale of arc sinh t, which is that of t near 0 and of log |t| far out. */
function quantile(p: number, df: number, ncp: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(0, df, ncp))) return Number.NaN;
  if (ncp === 0 || p === 0) return upper ? 0 - studentTQuantile(p, df) : studentTQuantile(p, df);
  const target = Math.log(p);
  const gap = (v: number) =>
    upper ? target - noncentralTLogUpper(Math.sinh(v), df, ncp) : noncentralTLogLower(Math.sinh(v), df, ncp) - target;
  const start = Math.asinh(ncp + (upper ? -1 : 1) * normalQuantile(p));
  const found = monotoneRoot(gap, { start, step: 0.125, lowest: -FARTHEST, highest: FARTHEST });
  return Math.abs(found) === FARTHEST ? found * Number.POSITIVE_INFINITY : Math.sinh(found);
}
