import { quadraticFormVariance } from "./quadraticForm.ts";
import { residualSums } from "./residualSums.ts";
import type { TauSquaredEstimator } from "./tauSquared.ts";

/**
 * tau2 in one step from a crude first one, the variance of the estimates with k below; above 0 unless all are equal.
 * @see Sidik & Jonkman (2005). Reference: rma(method = "SJ")
 */
export const sidikJonkman: TauSquaredEstimator = {
  estimate: (layout) => {
    const first = layout.spread / layout.k;
    return { tau2: first * (residualSums(layout, first).Q / (layout.k - layout.p)), maxima: 1 };
  },
  standardError: (layout, tau2) => {
    const first = layout.spread / layout.k;
    const weights = layout.variances.map((v) => 1 / (v + first));
    return (first / (layout.k - layout.p)) * Math.sqrt(quadraticFormVariance(layout, weights, tau2));
  },
};
