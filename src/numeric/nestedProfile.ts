import { bfgs } from "./bfgs.ts";
import { chiSquareUpperQuantile } from "./chiSquare.ts";
import type { NestedModel } from "./nestedIntercepts.ts";
import { devianceAtVariances, profileLimit } from "./nestedProfileLimit.ts";
import { bracketedRoot } from "./roots.ts";

export interface ProfileInterval {
  /** 0 where the likelihood does not rule that out. */
  readonly lower: number;
  /** NaN where the likelihood sets no bound within reach. */
  readonly upper: number;
  /** How much the deviance rises when the variance is 0: the likelihood ratio statistic; NaN for the residual. */
  readonly riseAtZero: number;
}

const TOLERANCE = 1e-14;
const ROOT = { tolerance: 1e-12 };
/** Factor by which a search moves, and how often, until the likelihood has fallen far enough. */
const MOVE = 4;
const MOVES = 30;
/** Where the others are held no lower than this share of the residual deviation when a search begins. */
const OFF_THE_BOUNDARY = 0.1;

/**
 * Intervals of the variances of a model with nested random intercepts: all values that the likelihood (restricted where
 * the model's is), maximised over the other variances, does not rule out.
 * @param model as fitted
 * @param level of the intervals
 * @returns per level, the innermost first, and last the residual variance
 * @see Venzon & Moolgavkar (1988). Reference: lme4::confint(lmer(..., REML = FALSE), method = "profile"), squared
 */
export function nestedProfileIntervals(model: NestedModel, level: number): ProfileInterval[] {
  const drop = chiSquareUpperQuantile(1 - level, 1);
  const estimates = [...model.ratios, 1].map((ratio) => ratio * model.point.residualVariance);
  return estimates.map((estimate, which) => {
    const riseAtZero = riseOf(model, which);
    const excluded = !(riseAtZero <= drop);
    return {
      lower: excluded && estimate > 0 ? limit(model, estimate, { which, drop, side: -1 }) : 0,
      upper: limit(model, estimate, { which, drop, side: 1 }),
      riseAtZero,
    };
  });
}

function riseOf(model: NestedModel, which: number): number {
  if (which === model.ratios.length) return Number.NaN;
  return model.ratios[which] === 0 ? 0 : Math.max(0, profileOf(model, which)(0) - model.point.deviance);
}

interface Search {
  readonly which: number;
  readonly drop: number;
  readonly side: 1 | -1;
}

function limit(model: NestedModel, estimate: number, search: Search): number {
  const { which, drop, side } = search;
  return profileLimit(model, which, drop, side) ?? searchedLimit(model, estimate, search);
}

/** The limit where the quick way fails: other variances reach 0 on the way, or the likelihood is far from quadratic. */
function searchedLimit(model: NestedModel, estimate: number, { which, drop, side }: Search): number {
  const profile = profileOf(model, which);
  const above = (logVariance: number) => profile(Math.exp(logVariance)) - model.point.deviance - drop;
  let inside = Math.log(estimate > 0 ? estimate : model.point.residualVariance / 100);
  for (let move = 0; move < MOVES; move++) {
    const next = inside + side * Math.log(MOVE);
    if (above(next) > 0) return Math.exp(bracketedRoot(above, Math.min(inside, next), Math.max(inside, next), ROOT).x);
    inside = next;
  }
  return side < 0 ? 0 : Number.NaN;
}

/** The deviance with one variance held, at its lowest over the others. `which` past the levels is the residual's. */
function profileOf(model: NestedModel, which: number): (variance: number) => number {
  const { ratios, point } = model;
  const residual = point.residualVariance;
  const others = ratios.map((_, l) => l).filter((l) => l !== which);
  const roots = others.map((l) => Math.sqrt(residual * Math.max(ratios[l]!, OFF_THE_BOUNDARY ** 2)));
  const own = which < ratios.length;
  const start = own ? [...roots, Math.sqrt(residual)] : roots;
  return (held) => {
    const f = (at: Float64Array, slopes: Float64Array) => {
      const variances = new Array<number>(ratios.length + 1).fill(held);
      others.forEach((l, k) => {
        variances[l] = at[k]! ** 2;
      });
      if (own) variances[ratios.length] = at.at(-1)! ** 2;
      const there = devianceAtVariances(model, variances);
      if (there === null) return Number.POSITIVE_INFINITY;
      const moving = own ? [...others, ratios.length] : others;
      moving.forEach((l, k) => {
        slopes[k] = 2 * at[k]! * there.slopes[l]!;
      });
      return there.deviance;
    };
    return bfgs(f, start, { tolerance: TOLERANCE }).value;
  };
}
