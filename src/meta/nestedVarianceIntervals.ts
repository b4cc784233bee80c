import { chiSquareUpperQuantile } from "../numeric/chiSquare.ts";
import { bracketedRoot } from "../numeric/roots.ts";
import type { NestedLikelihood } from "./nestedLikelihood.ts";
import { type NestedMaximum, nestedMaximum, type Reach } from "./nestedMaximum.ts";

/** The variances of a level that the likelihood does not rule out; the upper limit is NaN where it sets none. */
export interface VarianceInterval {
  readonly lower: number;
  readonly upper: number;
}

const ROOT = { tolerance: 1e-12 };
/** Factor by which a search moves, and how often, until the likelihood has fallen far enough. */
const MOVE = 3;
const MOVES = 60;

/**
 * Profile likelihood interval of the variance of one level: the others are at their best for every value of it.
 * @param top where the likelihood is highest
 * @see Hardy & Thompson (1996); Viechtbauer (2010). Reference: metafor::confint(rma.mv(...), sigma2 = 1)
 */
export function nestedVarianceInterval(
  likelihood: NestedLikelihood,
  reach: Reach,
  top: NestedMaximum,
  level: number,
  confidenceLevel: number,
): VarianceInterval {
  const bar = top.deviance + chiSquareUpperQuantile(1 - confidenceLevel, 1);
  const profile = profileOf(likelihood, reach, top, level);
  const above = (logVariance: number) => profile(Math.exp(logVariance)) - bar;
  const estimate = top.variances[level]!;
  const start = Math.log(estimate > 0 ? estimate : reach.smallest);
  return {
    lower: estimate === 0 || profile(0) <= bar ? 0 : crossing(above, start, -1),
    upper: above(start) > 0 ? crossing(above, start, -1) : crossing(above, start, 1),
  };
}

/** The place, in this direction, where a function changes sign. */
function crossing(above: (x: number) => number, start: number, direction: 1 | -1): number {
  let here = start;
  const sign = above(start) > 0;
  for (let move = 0; move < MOVES; move++) {
    const next = here + direction * Math.log(MOVE);
    if (above(next) > 0 !== sign) {
      return Math.exp(bracketedRoot(above, Math.min(here, next), Math.max(here, next), ROOT).x);
    }
    here = next;
  }
  return direction < 0 ? 0 : Number.NaN;
}

/** The lowest deviance with a variance held; every search begins where the last one ended. */
function profileOf(likelihood: NestedLikelihood, reach: Reach, top: NestedMaximum, level: number) {
  let last = top.variances;
  return (variance: number): number => {
    const from = last.map((value, l) => (l === level ? variance : Math.max(value, reach.smallest)));
    const found = nestedMaximum(likelihood, reach, new Map([[level, variance]]), from);
    last = found.variances;
    return found.deviance;
  };
}
