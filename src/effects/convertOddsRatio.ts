import { refuse } from "../foundation/errors.ts";

/**
 * The standardized mean difference that an odds ratio amounts to, if a logistic variable had been cut in two.
 * @param oddsRatio above 0, not its logarithm
 * @returns ln(OR) sqrt(3) / pi
 * @throws effect/larger-than
 * @see Hasselblad & Hedges (1995); Borenstein et al. (2009), eq. 7.1. Reference: metafor::escalc(measure = "OR2DL")
 * @example dFromOddsRatio(2) // 0.382149...
 */
export function dFromOddsRatio(oddsRatio: number): number {
  if (!(oddsRatio > 0)) refuse("effect/larger-than", { minimum: 0 });
  return (Math.log(oddsRatio) * Math.sqrt(3)) / Math.PI;
}

/**
 * The odds ratio that a standardized mean difference amounts to.
 * @see Borenstein et al. (2009), eq. 7.3. Reference: metafor::escalc(measure = "D2ORL"), which gives its logarithm
 * @example oddsRatioFromD(0) // 1
 */
export function oddsRatioFromD(d: number): number {
  return Math.exp((d * Math.PI) / Math.sqrt(3));
}
