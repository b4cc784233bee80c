import { chiSquareUpperQuantile } from "../numeric/chiSquare.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { tauSquaredAtQ } from "./qProfile.ts";
import { residualSums } from "./residualSums.ts";
import type { TauSquaredEstimator } from "./tauSquared.ts";

/**
 * The tau2 at which Q is what it is expected to be, its degrees of freedom; 0 when Q is less already. Morris's empirical
 * Bayes estimate ends at the same value.
 * @see Paule & Mandel (1982); Morris (1983); Viechtbauer et al. (2015). Reference: rma(method = "PM" or "EB"), converged
 */
export const pauleMandel = whereQIs(({ k, p }) => k - p);

/**
 * The tau2 at which Q is at the median of its distribution, so that it errs upwards as often as downwards.
 * @see Viechtbauer (2021), Median-unbiased estimators for the amount of heterogeneity. Reference: rma(method = "PMM")
 */
export const pauleMandelMedian = whereQIs(({ k, p }) => chiSquareUpperQuantile(0.5, k - p));

function whereQIs(target: (layout: EffectLayout) => number): TauSquaredEstimator {
  return {
    estimate: (layout) => ({ tau2: tauSquaredAtQ(layout, target(layout)) ?? 0, maxima: 1 }),
    standardError: (layout, tau2) =>
      (layout.k * Math.sqrt(2 / (layout.k - layout.p))) / residualSums(layout, tau2).weight,
  };
}
