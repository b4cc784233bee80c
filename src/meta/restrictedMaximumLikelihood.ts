import type { EffectLayout } from "./effectLayout.ts";
import { likelihoodMaxima, type Slope } from "./likelihoodMaxima.ts";
import { restrictedLogLikelihood } from "./logLikelihood.ts";
import { residualSums } from "./residualSums.ts";
import type { TauSquared } from "./tauSquared.ts";

/**
 * tau2 at the highest point of the restricted likelihood. The search is exhaustive, so it is the global maximum, and
 * there is no set of data for which it does not end.
 * @see Harville (1977); Viechtbauer (2005), eqs. 12-14. Reference: metafor::rma(method = "REML"), converged
 */
export function restrictedMaximumLikelihood(layout: EffectLayout): TauSquared {
  const slopeAt = restrictedSlope(layout);
  const maxima = likelihoodMaxima(slopeAt, upperBound(layout), layout.smallestVariance);
  const candidates = risesAtZero(slopeAt(0)) ? maxima : [0, ...maxima.filter((tau2) => tau2 > 0)];
  const tau2 = highest(candidates, layout);
  const { traceOfSquare } = residualSums(layout, tau2);
  return {
    tau2,
    standardError: Math.sqrt(2 / traceOfSquare),
    logLikelihood: restrictedLogLikelihood(layout, tau2),
    maxima: candidates.length,
  };
}

function restrictedSlope(layout: EffectLayout): (tau2: number) => Slope {
  return (at) => {
    const { squares, cubes, trace, traceOfSquare } = residualSums(layout, at);
    return { at, gain: squares, cost: trace, gainFall: 2 * cubes, costFall: traceOfSquare };
  };
}

function risesAtZero({ gain, cost }: Slope): boolean {
  return gain > cost;
}

function highest(candidates: readonly number[], layout: EffectLayout): number {
  const [first, ...others] = candidates;
  if (first === undefined) return 0;
  let best = { tau2: first, height: others.length > 0 ? restrictedLogLikelihood(layout, first) : 0 };
  for (const tau2 of others) {
    const height = restrictedLogLikelihood(layout, tau2);
    if (height > best.height) best = { tau2, height };
  }
  return best.tau2;
}

/**
 * Beyond this the restricted likelihood falls: y'PPy <= spread / (tau2 + smallest v)^2 and
 * tr P >= (k - p) / (tau2 + largest v), so there is no maximum where the first bound is below the second.
 */
function upperBound({ k, p, spread, smallestVariance: a, largestVariance: b }: EffectLayout): number {
  const share = spread / (k - p);
  const half = share / 2 - a;
  const inside = half * half - (a * a - share * b);
  return inside < 0 ? 0 : (half + Math.sqrt(inside)) * (1 + 1e-6);
}
