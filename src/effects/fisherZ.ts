/**
 * Fisher's z of a correlation: nearly normal, with a variance that does not depend on the correlation.
 * @param r correlation, between -1 and 1
 * @returns atanh(r); the ends give an infinite number, beyond them NaN
 * @see Fisher (1921). Reference: metafor::transf.rtoz(r)
 * @example fisherZ(0.5) // 0.54930614433405489
 */
export function fisherZ(r: number): number {
  return Math.atanh(r);
}

/**
 * The correlation that belongs to a Fisher z.
 * @param z any number
 * @returns tanh(z), between -1 and 1
 * @see Fisher (1921). Reference: metafor::transf.ztor(z)
 * @example correlationFromZ(0.5) // 0.46211715726000979
 */
export function correlationFromZ(z: number): number {
  return Math.tanh(z);
}

/**
 * Sampling variance of Fisher's z.
 * @param n sample size, more than 3
 * @see Fisher (1921). Reference: metafor::escalc(measure = "ZCOR")
 * @example fisherZVariance(53) // 0.02
 */
export function fisherZVariance(n: number): number {
  return 1 / (n - 3);
}
