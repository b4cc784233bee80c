import type { EffectLayout } from "./effectLayout.ts";
import { likelihoodMaxima, type Slope } from "./likelihoodMaxima.ts";
import { logLikelihood, restrictedLogLikelihood } from "./logLikelihood.ts";
import { residualSums } from "./residualSums.ts";
import type { TauSquaredEstimator } from "./tauSquared.ts";

/** A log-likelihood of tau2: its height, its slope, and the curvature that is expected at its top. */
export interface Likelihood {
  readonly height: (layout: EffectLayout, tau2: number) => number;
  readonly slope: (layout: EffectLayout, tau2: number) => Slope;
  /** tau2 beyond which it falls. */
  readonly upper: (layout: EffectLayout) => number;
}

/** @see Harville (1977); Viechtbauer (2005), eqs. 12-14 */
export const RESTRICTED: Likelihood = {
  height: restrictedLogLikelihood,
  slope: (layout, at) => {
    const { squares, cubes, trace, traceOfSquare } = residualSums(layout, at);
    return { at, gain: squares, cost: trace, gainFall: 2 * cubes, costFall: traceOfSquare };
  },
  upper: (layout) => upperBound(layout, layout.k - layout.p),
};

/** @see Viechtbauer (2005), eqs. 8-11 */
export const FULL: Likelihood = {
  height: logLikelihood,
  slope: (layout, at) => {
    const { squares, cubes, weight, squaredWeight } = residualSums(layout, at);
    return { at, gain: squares, cost: weight, gainFall: 2 * cubes, costFall: squaredWeight };
  },
  upper: (layout) => upperBound(layout, layout.k),
};

/**
 * Beyond this a likelihood falls: its gain is at most spread / (tau2 + smallest v)^2 and its cost, of n terms, at least
 * n / (tau2 + largest v), so there is no maximum where the first bound is below the second.
 */
function upperBound({ spread, smallestVariance: a, largestVariance: b }: EffectLayout, n: number): number {
  const share = spread / n;
  const half = share / 2 - a;
  const inside = half * half - (a * a - share * b);
  return inside < 0 ? 0 : (half + Math.sqrt(inside)) * (1 + 1e-6);
}

/** Every local maximum of a likelihood, the boundary 0 among them where the likelihood falls from there. */
export function maximaOf({ slope, upper }: Likelihood, layout: EffectLayout, start?: number): number[] {
  const { smallestVariance: smallest, largestVariance: largest } = layout;
  let fallsAtZero = true;
  const slopeAt = (tau2: number) => {
    const found = slope(layout, tau2);
    if (tau2 === 0) fallsAtZero = found.gain <= found.cost;
    return found;
  };
  const inside = likelihoodMaxima(slopeAt, { upper: upper(layout), smallest, largest, start });
  return fallsAtZero ? [0, ...inside.filter((tau2) => tau2 > 0)] : inside;
}

function highest({ height }: Likelihood, layout: EffectLayout, maxima: readonly number[]): number {
  if (maxima.length === 1) return maxima[0]!;
  const heights = maxima.map((tau2) => height(layout, tau2));
  return maxima[heights.indexOf(Math.max(...heights))] ?? 0;
}

function estimatorOf(
  likelihood: Likelihood,
  information: (layout: EffectLayout, tau2: number) => number,
): Required<TauSquaredEstimator> {
  return {
    estimate: (layout, start) => {
      const maxima = maximaOf(likelihood, layout, start);
      return { tau2: highest(likelihood, layout, maxima), maxima: maxima.length };
    },
    standardError: (layout, tau2) => Math.sqrt(2 / information(layout, tau2)),
    logLikelihood: likelihood.height,
  };
}

/**
 * tau2 at the highest point of the restricted likelihood. The search is exhaustive, so it is the global maximum, and
 * there is no set of data for which it does not end.
 * @see Harville (1977); Viechtbauer (2005), eqs. 12-14. Reference: metafor::rma(method = "REML"), converged
 */
export const restrictedMaximumLikelihood = estimatorOf(
  RESTRICTED,
  (layout, tau2) => residualSums(layout, tau2).traceOfSquare,
);

/**
 * tau2 at the highest point of the likelihood, found in the same way.
 * @see Viechtbauer (2005), eqs. 8-11. Reference: metafor::rma(method = "ML"), converged
 */
export const maximumLikelihood = estimatorOf(FULL, (layout, tau2) => residualSums(layout, tau2).squaredWeight);
