import { refuse } from "../foundation/errors.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { quadraticForm, quadraticFormVariance } from "./quadraticForm.ts";
import { quadraticFormTails } from "./quadraticFormTails.ts";
import { tauSquaredAtTail } from "./tailSearch.ts";
import type { TauSquaredEstimator } from "./tauSquared.ts";

/**
 * tau2 by the method of moments with weights of one's own.
 * @see DerSimonian & Kacker (2007); Jackson, Turner, Rhodes & Viechtbauer (2014). Reference: rma(method = "GENQ", weights)
 */
export const generalizedQ: TauSquaredEstimator = {
  estimate: (layout) => {
    const { Q, trace, expected } = quadraticForm(layout, weightsOf(layout));
    return { tau2: Math.max(0, (Q - expected) / trace), maxima: 1 };
  },
  standardError,
};

/**
 * The tau2 at which the generalized Q is at the median of its exact distribution.
 * @see Viechtbauer (2021). Reference: rma(method = "GENQM", weights)
 */
export const generalizedQMedian: TauSquaredEstimator = {
  estimate: (layout) => ({ tau2: tauSquaredAtGeneralizedQ(layout, weightsOf(layout), 0.5) ?? 0, maxima: 1 }),
  standardError,
};

function standardError(layout: EffectLayout, tau2: number): number {
  const weights = weightsOf(layout);
  return Math.sqrt(quadraticFormVariance(layout, weights, tau2)) / quadraticForm(layout, weights).trace;
}

/** The weights that were given. @throws meta/weights-needed */
function weightsOf({ given }: EffectLayout): Float64Array {
  return given ?? refuse("meta/weights-needed");
}

/**
 * The tau2 at which a share of the distribution of Q, with weights a, lies above the Q that was found; null where
 * already more does at 0.
 * @see Jackson (2013), Confidence intervals for the between-study variance. Reference: metafor::confint(type = "GENQ")
 */
export function tauSquaredAtGeneralizedQ(layout: EffectLayout, a: Float64Array, share: number): number | null {
  const { Q, trace } = quadraticForm(layout, a);
  const excess = (tau2: number) => {
    const { lower, upper } = quadraticFormTails(layout, a, tau2, Q);
    return share < 0.5 ? upper - share : 1 - share - lower;
  };
  return tauSquaredAtTail(excess, Q / trace);
}
