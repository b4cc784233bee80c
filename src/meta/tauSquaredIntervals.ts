import { refuse } from "../foundation/errors.ts";
import { chiSquareUpperQuantile } from "../numeric/chiSquare.ts";
import { gammaLower, gammaUpper } from "../numeric/gammaDistribution.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { tauSquaredAtGeneralizedQ } from "./generalizedQ.ts";
import { FULL, RESTRICTED } from "./maximumLikelihood.ts";
import { profileInterval } from "./profileInterval.ts";
import { tauSquaredAtQ } from "./qProfile.ts";
import { residualSums } from "./residualSums.ts";
import { tauSquaredAtTail } from "./tailSearch.ts";
import type { TauSquaredMethod } from "./tauSquared.ts";

/** What an interval of tau2 is made from, besides the effects. */
export interface IntervalInput {
  readonly method: TauSquaredMethod;
  readonly tau2: number;
  readonly standardError: number | null;
  readonly confidenceLevel: number;
}

export type Limits = readonly [lower: number, upper: number];
type IntervalRule = (layout: EffectLayout, input: IntervalInput) => Limits;

/** Lower and upper limit from where a test at one tail's share would just not reject. */
function byTails(input: IntervalInput, limitAt: (upperTail: number) => number | null): Limits {
  const tail = (1 - input.confidenceLevel) / 2;
  return [limitAt(tail) ?? 0, limitAt(1 - tail) ?? 0];
}

/** @see Viechtbauer (2007), Confidence intervals for the amount of heterogeneity. Reference: metafor::confint */
const qProfile: IntervalRule = (layout, input) =>
  byTails(input, (tail) => tauSquaredAtQ(layout, chiSquareUpperQuantile(tail, layout.k - layout.p)));

const weighted = (weightsOf: (layout: EffectLayout) => Float64Array): IntervalRule => {
  return (layout, input) => byTails(input, (tail) => tauSquaredAtGeneralizedQ(layout, weightsOf(layout), tail));
};

/**
 * Q, with weights 1 / v, taken to have a gamma distribution with the mean and the variance it has at tau2.
 * @see Biggerstaff & Tweedie (1997), Incorporating variability in estimates of heterogeneity
 */
const biggerstaffTweedie: IntervalRule = (layout, input) => {
  const { Q, trace, traceOfSquare } = residualSums(layout, 0);
  const df = layout.k - layout.p;
  const excessAt = (share: number) => (tau2: number) => {
    const mean = df + trace * tau2;
    const scale = (2 * df + 4 * tau2 * trace + 2 * tau2 ** 2 * traceOfSquare) / mean;
    const shape = mean / scale;
    return share < 0.5 ? gammaUpper(Q, shape, scale) - share : 1 - share - gammaLower(Q, shape, scale);
  };
  return byTails(input, (tail) => tauSquaredAtTail(excessAt(tail), Q / trace));
};

/** The estimate plus and minus normal quantiles of its standard error, not below 0. */
const wald: IntervalRule = (_, { tau2, standardError, confidenceLevel }) => {
  const margin = normalUpperQuantile((1 - confidenceLevel) / 2) * (standardError ?? 0);
  return [Math.max(0, tau2 - margin), tau2 + margin];
};

const profileLikelihood: IntervalRule = (layout, { method, confidenceLevel }) => {
  if (method === "REML") return profileInterval(RESTRICTED, layout, confidenceLevel);
  if (method === "ML") return profileInterval(FULL, layout, confidenceLevel);
  return refuse("meta/needs-likelihood", { method });
};

/** Confidence intervals of tau2 by name. A further one is a line here. */
export const TAU_SQUARED_INTERVALS = {
  qProfile,
  profileLikelihood,
  /** @see Jackson (2013): weights 1 / standard error */
  jackson: weighted(({ variances }) => variances.map((v) => 1 / Math.sqrt(v))),
  /** @see Biggerstaff & Jackson (2008): weights 1 / v */
  biggerstaffJackson: weighted(({ variances }) => variances.map((v) => 1 / v)),
  generalizedQ: weighted(({ given }) => given ?? refuse("meta/weights-needed")),
  biggerstaffTweedie,
  wald,
  none: null,
} as const satisfies Record<string, IntervalRule | null>;

export type TauSquaredInterval = keyof typeof TAU_SQUARED_INTERVALS;
export const TAU_SQUARED_INTERVAL_NAMES = Object.keys(TAU_SQUARED_INTERVALS) as [
  TauSquaredInterval,
  ...TauSquaredInterval[],
];
