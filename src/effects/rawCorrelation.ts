/**
 * Large-sample variance of a correlation.
 * @param r the correlation the variance is taken at: the study's own (LS) or the n-weighted mean of all (AV)
 * @param n sample size, more than 1
 * @returns (1 - r^2)^2 / (n - 1)
 * @see Hedges (1989); Hunter & Schmidt (2015), ch. 3 (at the mean). Reference: metafor::escalc(measure = "COR")
 * @example correlationVariance(0.5, 101) // 0.005625
 */
export function correlationVariance(r: number, n: number): number {
  const unexplained = (1 - r) * (1 + r);
  return unexplained ** 2 / (n - 1);
}

/**
 * Mean correlation, each weighted by its sample size.
 * @param r correlations
 * @param n their sample sizes, in the same order
 * @see Hunter & Schmidt (2015), ch. 3
 * @example weightedMeanCorrelation([0.2, 0.5], [100, 50]) // 0.3
 */
export function weightedMeanCorrelation(r: readonly number[], n: readonly number[]): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < r.length; i++) {
    sum += n[i]! * r[i]!;
    total += n[i]!;
  }
  return sum / total;
}
