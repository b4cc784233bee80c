import { betaExcess, betaLogPrefix, betaPrefix, betaTail } from "./incompleteBeta.ts";
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
  if (!inside(k, n, p) || k === 0 || k === n) return Math.exp(binomialLogProbability(k, n, p));
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
 * The smallest k with P(X <= k) of at least `probability`.
 * @param probability 0 to 1, otherwise NaN
 * @returns a whole number from 0 to n
 * @see R: qbinom(probability, n, p)
 * @example binomialQuantile(0.975, 10, 0.5) // 8
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  if (!(probability >= 0 && probability <= 1 && valid(n, p))) return Number.NaN;
  if (probability === 0 || p === 0 || n === 0) return 0;
  if (probability === 1 || p === 1) return n;
  const z = normalQuantile(probability);
  const start = Math.round(n * p + z * Math.sqrt(n * p * (1 - p)) + ((z * z - 1) * (1 - 2 * p)) / 6);
  return search(Math.min(Math.max(start, 0), n), probability, n, p);
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

/** Doubling steps away from the start until the answer is between two counts, then halving. */
function search(start: number, probability: number, n: number, p: number): number {
  let low = start;
  let high = start;
  let step = 1;
  if (reaches(start, probability, n, p)) {
    for (low -= 1; low >= 0 && reaches(low, probability, n, p); low -= step *= 2) high = low;
    low = Math.max(low, -1);
  } else {
    for (high += 1; high < n && !reaches(high, probability, n, p); high += step *= 2) low = high;
    high = Math.min(high, n);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(middle, probability, n, p)) high = middle;
    else low = middle;
  }
  return high;
}

/** Whether P(X <= k) is at least the probability, judged by the smaller tail. */
function reaches(k: number, probability: number, n: number, p: number): boolean {
  if (probability > 0.5) return binomialUpper(k, n, p) <= (1 - probability) * (1 + ROUNDING);
  return binomialLower(k, n, p) >= probability * (1 - ROUNDING);
}
