import type { EffectLayout } from "./effectLayout.ts";
import { quadraticForm, quadraticFormVariance } from "./quadraticForm.ts";
import { type ResidualSums, residualSums } from "./residualSums.ts";
import type { TauSquaredEstimator } from "./tauSquared.ts";

/**
 * tau2 by the method of moments: what Q has above its degrees of freedom, over tr P; not below 0.
 * @see DerSimonian & Laird (1986); Raudenbush (2009), eq. 16.46, for its standard error. Reference: rma(method = "DL")
 */
export const derSimonianLaird: TauSquaredEstimator = {
  estimate: (layout) => {
    const { Q, trace } = residualSums(layout, 0);
    return { tau2: Math.max(0, (Q - (layout.k - layout.p)) / trace), maxima: 1 };
  },
  standardError: (layout, tau2) => {
    const sums = residualSums(layout, 0);
    return spreadOfQ(layout, tau2, sums) / sums.trace;
  },
};

/** Standard deviation of Q at tau2, from the sums at 0. */
function spreadOfQ({ k, p }: EffectLayout, tau2: number, { trace, traceOfSquare }: ResidualSums): number {
  return Math.sqrt(2 * (k - p) + 4 * tau2 * trace + 2 * tau2 ** 2 * traceOfSquare);
}

/**
 * tau2 from the unweighted variance of the estimates less their mean sampling variance.
 * @see Hedges (1983); Hedges & Olkin (1985), ch. 9. Reference: rma(method = "HE")
 */
export const hedges: TauSquaredEstimator = {
  estimate: (layout) => {
    const { Q, trace, expected } = quadraticForm(layout, equalWeights(layout));
    return { tau2: Math.max(0, (Q - expected) / trace), maxima: 1 };
  },
  standardError: (layout, tau2) =>
    Math.sqrt(quadraticFormVariance(layout, equalWeights(layout), tau2)) / (layout.k - layout.p),
};

function equalWeights({ k }: EffectLayout): Float64Array {
  return new Float64Array(k).fill(1);
}

/**
 * tau2 as Hunter and Schmidt have it: what Q has above the number of effects, over the sum of the weights.
 * @see Hunter & Schmidt (1990); Viechtbauer (2005). Reference: rma(method = "HS")
 */
export const hunterSchmidt = hunterSchmidtBy(() => 1);

/**
 * The same with Q enlarged by k / (k - p), which takes away most of its bias.
 * @see Viechtbauer, López-López, Sánchez-Meca & Marín-Martínez (2015). Reference: rma(method = "HSk")
 */
export const hunterSchmidtCorrected = hunterSchmidtBy(({ k, p }) => k / (k - p));

function hunterSchmidtBy(factorOf: (layout: EffectLayout) => number): TauSquaredEstimator {
  return {
    estimate: (layout) => {
      const { Q, weight } = residualSums(layout, 0);
      return { tau2: Math.max(0, (factorOf(layout) * Q - layout.k) / weight), maxima: 1 };
    },
    standardError: (layout, tau2) => {
      const sums = residualSums(layout, 0);
      return (factorOf(layout) * spreadOfQ(layout, tau2, sums)) / sums.weight;
    },
  };
}
