import { hypergeometric } from "./hypergeometric.ts";

/**
 * The minimum-variance unbiased estimate of a correlation: r itself is a little too close to 0.
 * @param r correlation, -1 to 1
 * @param n sample size, more than 4
 * @returns r 2F1(1/2, 1/2; (n - 2)/2; 1 - r^2), the exact value, between -1 and 1
 * @see Olkin & Pratt (1958), eq. 2.3. Reference: metafor::escalc(measure = "UCOR")
 * @example unbiasedCorrelation(0.6, 12) // 0.6220970603656708
 */
export function unbiasedCorrelation(r: number, n: number): number {
  return r * hypergeometric(0.5, 0.5, (n - 2) / 2, r * r);
}

/**
 * Unbiased estimate of the sampling variance of the unbiased correlation.
 * @param r the correlation as reported, not the unbiased one
 * @param n sample size, more than 4
 * @returns y^2 - [1 - (n - 3)/(n - 2) (1 - r^2) 2F1(1, 1; n/2; 1 - r^2)], y the unbiased correlation
 * @see Hedges (1989). Reference: metafor::escalc(measure = "UCOR", vtype = "UB")
 * @example unbiasedCorrelationVariance(0.6, 12) // 0.039527675149855
 */
export function unbiasedCorrelationVariance(r: number, n: number): number {
  const y = unbiasedCorrelation(r, n);
  const square = 1 - ((n - 3) / (n - 2)) * (1 - r) * (1 + r) * hypergeometric(1, 1, n / 2, r * r);
  return y * y - square;
}
