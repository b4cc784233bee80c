import { finenessAt, logChiMixture } from "./chiMixture.ts";
import { fLower, fUpper } from "./fDistribution.ts";
import { monotoneRoot } from "./monotoneRoot.ts";
import { normalRangeLogLower, normalRangeLogUpper, normalRangeLower, normalRangeUpper } from "./normalRange.ts";
import { studentTDensity, studentTUpperQuantile } from "./studentT.ts";

/** Beyond this the upper tail is a power of q, to all digits (or 0, with many degrees of freedom). */
const FAR = 1e10;
/** Below this the range of two values has a constant density, to all digits. */
const NEAR = 1e-9;
/** Range of log q: from the smallest double to the largest. */
const LOWEST = -744.4;
const HIGHEST = 709.78;

/**
 * Share of the studentized range distribution below q.
 *
 * @param q a difference of two means over its standard error, 0 or more
 * @param groups number of means, at least 2; otherwise NaN
 * @param df degrees of freedom of the standard error, above 0, may be Infinity; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Miller (1981), Simultaneous Statistical Inference, section 2.1; R's ptukey is wrong for small values
 * @example studentizedRangeLower(3.5, 3, 20) // 0.9441081509183
 */
export function studentizedRangeLower(q: number, groups: number, df: number): number {
  return share(q, groups, df, false);
}

/**
 * Share of the studentized range distribution above q: the p-value of Tukey's and of Games and Howell's test.
 *
 * @param q a difference of two means over its standard error, 0 or more
 * @param groups number of means, at least 2; otherwise NaN
 * @param df degrees of freedom of the standard error, above 0, may be Infinity; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Miller (1981), section 2.1; R: ptukey(q, groups, df, lower.tail = FALSE)
 * @example studentizedRangeUpper(3.5, 3, 20) // 0.05589184908175
 */
export function studentizedRangeUpper(q: number, groups: number, df: number): number {
  return share(q, groups, df, true);
}

/**
 * The q below which a share p of the studentized range distribution lies.
 *
 * @param p 0 to 1, otherwise NaN
 * @param groups number of means, at least 2; otherwise NaN
 * @param df degrees of freedom, above 0, may be Infinity; otherwise NaN
 * @returns 0 or more, converged to some 13 digits
 * @see R: qtukey(p, groups, df), which is wrong where df is small
 * @example studentizedRangeQuantile(0.99, 20, 2) // 37.9434622875
 */
export function studentizedRangeQuantile(p: number, groups: number, df: number): number {
  return p > 0.5 ? quantile(1 - p, groups, df, true) : quantile(p, groups, df, false);
}

/**
 * The q above which a share p of the studentized range distribution lies: the critical value of Tukey's test.
 *
 * @param p 0 to 1, otherwise NaN
 * @param groups number of means, at least 2; otherwise NaN
 * @param df degrees of freedom, above 0, may be Infinity; otherwise NaN
 * @see R: qtukey(p, groups, df, lower.tail = FALSE)
 * @example studentizedRangeUpperQuantile(0.05, 3, 10) // 3.876776750013
 */
export function studentizedRangeUpperQuantile(p: number, groups: number, df: number): number {
  return p > 0.5 ? quantile(1 - p, groups, df, false) : quantile(p, groups, df, true);
}

function valid(groups: number, df: number): boolean {
  return groups >= 2 && groups < Number.POSITIVE_INFINITY && df > 0;
}

function share(q: number, groups: number, df: number, upper: boolean): number {
  if (Number.isNaN(q) || !valid(groups, df)) return Number.NaN;
  if (q <= 0 || q === Number.POSITIVE_INFINITY) return q <= 0 === upper ? 1 : 0;
  return groups === 2 ? shareOfTwo(q, df, upper) : shareOfMany(q, groups, df, upper);
}

/** q^2 / 2 is an F with 1 and df degrees of freedom; near 0, where q^2 underflows, its root has a constant density. */
function shareOfTwo(q: number, df: number, upper: boolean): number {
  if (q < NEAR && !upper) return Math.SQRT2 * q * studentTDensity(0, df);
  return (upper ? fUpper : fLower)((q * q) / 2, 1, df);
}

function shareOfMany(q: number, groups: number, df: number, upper: boolean): number {
  if (df === Number.POSITIVE_INFINITY) return (upper ? normalRangeUpper : normalRangeLower)(q, groups);
  if (q > FAR) {
    const beyond = shareOfMany(FAR, groups, df, true) * Math.exp(-df * Math.log(q / FAR));
    return upper ? beyond : 1 - beyond;
  }
  const logOfRange = upper ? normalRangeLogUpper : normalRangeLogLower;
  // The range of many values is a narrow bell: seen on the scale of log S its tails turn sharply.
  const fineness = finenessAt(1 / q) * Math.max(1, Math.log2(groups) / 4);
  return Math.min(1, Math.exp(logChiMixture(df, (s) => logOfRange(q * s, groups), fineness)));
}

/** Starts from Bonferroni's bound: all pairs as separate t tests. */
function quantile(p: number, groups: number, df: number, upper: boolean): number {
  if (!(p >= 0 && p <= 1 && valid(groups, df))) return Number.NaN;
  if (p === 0) return upper ? Number.POSITIVE_INFINITY : 0;
  const above = upper ? p : 1 - p;
  const start = Math.SQRT2 * studentTUpperQuantile(Math.min(0.45, above / (groups * (groups - 1))), df);
  return rootOfLog((q) => Math.log(share(q, groups, df, upper)) - Math.log(p), upper, start);
}

/** Where a gap that rises (or, for an upper tail, falls) with q is 0, found on the scale of log q. */
function rootOfLog(gap: (q: number) => number, upper: boolean, start: number): number {
  const sign = upper ? -1 : 1;
  const search = { start: Math.log(Math.min(start, 1e300)), step: 0.125, lowest: LOWEST, highest: HIGHEST };
  const found = monotoneRoot((logQ) => sign * gap(Math.exp(logQ)), search);
  if (found === LOWEST) return 0;
  return found === HIGHEST ? Number.POSITIVE_INFINITY : Math.exp(found);
}
