/** One predictor of a regression, as a study reports it. */
export interface RegressionTest {
  /** t of the coefficient. */
  readonly t: number;
  readonly n: number;
  /** Number of predictors, this one included, the intercept not. */
  readonly predictors: number;
}

/**
 * Partial correlation of a predictor with the outcome, all other predictors held constant.
 * @returns t / sqrt(t^2 + n - m - 1), m the number of predictors; -1 to 1
 * @see Aloe & Thompson (2013). Reference: metafor::escalc(measure = "PCOR", ti, ni, mi)
 * @example partialCorrelationFromT({ t: 2.1, n: 60, predictors: 3 }) // 0.2701872660740168
 */
export function partialCorrelationFromT({ t, n, predictors }: RegressionTest): number {
  return t / Math.hypot(t, Math.sqrt(n - predictors - 1));
}

/**
 * Large-sample variance of a partial correlation.
 * @param r the partial correlation
 * @param test n and the number of predictors
 * @returns (1 - r^2)^2 / (n - m)
 * @see Aloe & Thompson (2013). Reference: metafor::escalc(measure = "PCOR")
 * @example partialCorrelationVariance(0.5, { n: 104, predictors: 4 }) // 0.005625
 */
export function partialCorrelationVariance(r: number, { n, predictors }: Omit<RegressionTest, "t">): number {
  return ((1 - r) * (1 + r)) ** 2 / (n - predictors);
}

/**
 * Semipartial correlation of a predictor with the outcome: its square is what the predictor adds to R².
 * @param test t, n and the number of predictors
 * @param r2 R² of the regression with all predictors
 * @returns t sqrt(1 - R^2) / sqrt(n - m - 1)
 * @see Aloe & Becker (2012), eq. 2. Reference: metafor::escalc(measure = "SPCOR", ti, ni, mi, r2i)
 * @example semipartialCorrelationFromT({ t: 2.1, n: 60, predictors: 3 }, 0.3) // 0.2347871376374779
 */
export function semipartialCorrelationFromT({ t, n, predictors }: RegressionTest, r2: number): number {
  return (t * Math.sqrt(1 - r2)) / Math.sqrt(n - predictors - 1);
}

/**
 * Large-sample variance of a semipartial correlation.
 * @param r the semipartial correlation
 * @param r2 R² of the regression with all predictors
 * @param n sample size
 * @returns (R^4 - 2 R^2 + Q + 1 - Q^2) / n, Q = R^2 - r^2 the R² without this predictor
 * @see Aloe & Becker (2012), eq. 4. Reference: metafor::escalc(measure = "SPCOR")
 * @example semipartialCorrelationVariance(0, 0.5, 100) // 0.005
 */
export function semipartialCorrelationVariance(r: number, r2: number, n: number): number {
  const others = r2 - r * r;
  return ((1 - r2) ** 2 + others * (1 - others)) / n;
}
