import { betaExcess, betaLogPrefix, betaLogTail, betaPrefix, betaTail } from "./incompleteBeta.ts";
import { normalQuantile } from "./normal.ts";

/** A quantile counts as reached when its share is short by no more than this (shares are rounded to doubles). */
const ROUNDING = 64 * 2 ** -52;

/**
 * Probability of exactly k successes in n independent trials.
 * @param k number of successes; 0 for a k that is not whole or not between 0 and n
 * @param n number of trials, whole, 0 or more; otherwise NaN
 * @param p probability of success in each trial, 0 to 1; otherwise NaN
 * @see Loader (2000), Fast and accurate computation of binomial probabilities; R: dbinom(k, n, p)
 * @example binomialProbability(3, 10, 0.5) // 0.1171875
 */
export function binomialProbability(k: number, n: number, p: number): number {
  if (!valid(n, p) || !inside(k, n, p) || k === 0 || k === n) return Math.exp(binomialLogProbability(k, n, p));
  return betaPrefix(k, n - k, p, 1 - p, betaExcess(k, n - k, p)) * (n / k / (n - k));
}

/**
 * Logarithm of binomialProbability: finite where the probability itself underflows.
 * @see R: dbinom(k, n, p, log = TRUE)
 * @example binomialLogProbability(0, 2000, 0.5) // -1386.29436111989
 */
export function binomialLogProbability(k: number, n: number, p: number): number {
  if (!valid(n, p) || Number.isNaN(k)) return Number.NaN;
  if (!inside(k, n, p)) return (p <= 0 && k === 0) || (p >= 1 && k === n) ? 0 : Number.NEGATIVE_INFINITY;
  if (k === 0) return n * Math.log1p(-p);
  if (k === n) return n * Math.log(p);
  return betaLogPrefix(k, n - k, p, 1 - p, betaExcess(k, n - k, p)) + Math.log(n / k / (n - k));
}

/**
 * Probability of at most k successes, P(X <= k).
 * @param k number of successes; what is behind the decimal point does not count
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 26.5.24, through the incomplete beta function; R: pbinom(k, n, p)
 * @example binomialLower(3, 10, 0.5) // 0.171875
 */
export function binomialLower(k: number, n: number, p: number): number {
  return share(Math.floor(k), n, p, false);
}

/**
 * Probability of more than k successes, P(X > k): k itself is not counted, as in R; for "at least k" ask for k - 1.
 * @param k number of successes; what is behind the decimal point does not count
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Abramowitz & Stegun (1964) 26.5.24; R: pbinom(k, n, p, lower.tail = FALSE)
 * @example binomialUpper(3, 10, 0.5) // 0.828125
 */
export function binomialUpper(k: number, n: number, p: number): number {
  return share(Math.floor(k), n, p, true);
}

/**
 * Logarithm of binomialLower: accurate where that underflows or is nearly 1.
 * @see R: pbinom(k, n, p, log.p = TRUE)
 * @example binomialLogLower(10, 10000, 0.5) // -6854.476314577
 */
export function binomialLogLower(k: number, n: number, p: number): number {
  return logShare(Math.floor(k), n, p, false);
}

/**
 * Logarithm of binomialUpper: accurate where that underflows or is nearly 1.
 * @see R: pbinom(k, n, p, lower.tail = FALSE, log.p = TRUE)
 * @example binomialLogUpper(9990, 10000, 0.5) // -6861.383269716
 */
export function binomialLogUpper(k: number, n: number, p: number): number {
  return logShare(Math.floor(k), n, p, true);
}

/**
 * The smallest k with P(X <= k) of at least `probability`.
 * @param probability 0 to 1, otherwise NaN
 * @returns a whole number from 0 to n
 * @see R: qbinom(probability, n, p)
 * @example binomialQuantile(0.975, 10, 0.5) // 8
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  return probability > 0.5 ? quantile(1 - probability, n, p, true) : quantile(probability, n, p, false);
}

/**
 * The smallest k with P(X > k) of at most `probability`: one less than the critical count of a one-sided test.
 * @param probability 0 to 1, otherwise NaN
 * @returns a whole number from 0 to n
 * @see R: qbinom(probability, n, p, lower.tail = FALSE)
 * @example binomialUpperQuantile(0.025, 10, 0.5) // 8
 */
export function binomialUpperQuantile(probability: number, n: number, p: number): number {
  return probability > 0.5 ? quantile(1 - probability, n, p, false) : quantile(probability, n, p, true);
}

/** `tail` is the smaller tail: the lower one must be reached, the upper one no longer exceeded. */
function quantile(tail: number, n: number, p: number, upper: boolean): number {
  if (!(tail >= 0 && tail <= 1 && valid(n, p))) return Number.NaN;
  if (p === 0 || n === 0) return 0;
  if (tail === 0) return upper ? n : 0;
  if (p === 1) return n;
  const z = upper ? -normalQuantile(tail) : normalQuantile(tail);
  const start = Math.round(n * p + z * Math.sqrt(n * p * (1 - p)) + ((z * z - 1) * (1 - 2 * p)) / 6);
  const reaches = (k: number) =>
    upper ? binomialUpper(k, n, p) <= tail * (1 + ROUNDING) : binomialLower(k, n, p) >= tail * (1 - ROUNDING);
  return search(Math.min(Math.max(start, 0), n), n, reaches);
}

function valid(n: number, p: number): boolean {
  return n >= 0 && Number.isInteger(n) && p >= 0 && p <= 1;
}

/** Whether k is a possible count and p leaves room for chance. */
function inside(k: number, n: number, p: number): boolean {
  return Number.isInteger(k) && k >= 0 && k <= n && p > 0 && p < 1;
}

function share(k: number, n: number, p: number, upper: boolean): number {
  if (!valid(n, p) || Number.isNaN(k)) return Number.NaN;
  if (k < 0) return upper ? 1 : 0;
  if (k >= n || p === 0) return upper ? 0 : 1;
  if (p === 1) return upper ? 1 : 0;
  return betaTail(k + 1, n - k, p, 1 - p, betaExcess(k + 1, n - k, p), !upper);
}

function logShare(k: number, n: number, p: number, upper: boolean): number {
  if (!valid(n, p) || Number.isNaN(k) || k < 0 || k >= n || p === 0 || p === 1) return Math.log(share(k, n, p, upper));
  return betaLogTail(k + 1, n - k, p, 1 - p, betaExcess(k + 1, n - k, p), !upper);
}

/** Doubling steps away from the start until the answer is between two counts, then halving. */
function search(start: number, n: number, reaches: (k: number) => boolean): number {
  let low = start;
  let high = start;
  let step = 1;
  if (reaches(start)) {
    for (low -= 1; low >= 0 && reaches(low); low -= step *= 2) high = low;
    low = Math.max(low, -1);
  } else {
    for (high += 1; high < n && !reaches(high); high += step *= 2) low = high;
    high = Math.min(high, n);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return high;
}
