import { gammaRatio } from "../numeric/gammaFunction.ts";
import type { GroupSizes } from "./correlationToD.ts";

/** Means, standard deviations and sizes of two groups. */
export interface TwoGroups extends GroupSizes {
  readonly m1: number;
  readonly sd1: number;
  readonly m2: number;
  readonly sd2: number;
}

/**
 * The standard deviation within two groups that are taken to be equally spread.
 * @see Hedges (1981)
 * @example pooledStandardDeviation({ m1: 0, sd1: 3, n1: 10, m2: 0, sd2: 3, n2: 20 }) // 3
 */
export function pooledStandardDeviation({ sd1, n1, sd2, n2 }: Omit<TwoGroups, "m1" | "m2">): number {
  return Math.sqrt(((n1 - 1) * sd1 * sd1 + (n2 - 1) * sd2 * sd2) / (n1 + n2 - 2));
}

/**
 * Cohen's d: the difference of two means in units of their common standard deviation.
 * @returns (m1 - m2) / pooled sd; not corrected for small samples
 * @see Hedges (1981)
 * @example cohenD({ m1: 6, sd1: 2, n1: 10, m2: 5, sd2: 2, n2: 10 }) // 0.5
 */
export function cohenD(groups: TwoGroups): number {
  return (groups.m1 - groups.m2) / pooledStandardDeviation(groups);
}

/**
 * The exact factor that takes the bias of small samples out of d.
 * @param df degrees of freedom of the standard deviation, more than 1
 * @returns J = Gamma(m/2) / (sqrt(m/2) Gamma((m - 1)/2)), between 0 and 1
 * @see Hedges (1981), eq. 6e
 * @example smallSampleFactor(48) // 0.9842794262959216
 */
export function smallSampleFactor(df: number): number {
  return gammaRatio(df / 2, (df - 1) / 2) / Math.sqrt(df / 2);
}

/**
 * Hedges' g: d without the bias of small samples.
 * @see Hedges (1981). Reference: metafor::escalc(measure = "SMD")
 * @example hedgesG({ m1: 5, sd1: 2, n1: 20, m2: 4, sd2: 1.5, n2: 30 }) // 0.5737791963669064
 */
export function hedgesG(groups: TwoGroups): number {
  return smallSampleFactor(groups.n1 + groups.n2 - 2) * cohenD(groups);
}

/**
 * Large-sample variance of a standardized mean difference.
 * @param d the difference the variance is taken at
 * @returns 1/n1 + 1/n2 + d^2 / (2 (n1 + n2))
 * @see Hedges (1982), eq. 8
 * @example standardizedDifferenceVariance(0, { n1: 10, n2: 10 }) // 0.2
 */
export function standardizedDifferenceVariance(d: number, { n1, n2 }: GroupSizes): number {
  return 1 / n1 + 1 / n2 + (d * d) / (2 * (n1 + n2));
}
