import type { EffectLayout } from "./effectLayout.ts";
import { generalizedQ, generalizedQMedian } from "./generalizedQ.ts";
import { logLikelihood } from "./logLikelihood.ts";
import { maximumLikelihood, restrictedMaximumLikelihood } from "./maximumLikelihood.ts";
import { derSimonianLaird, hedges, hunterSchmidt, hunterSchmidtCorrected } from "./momentEstimators.ts";
import { pauleMandel, pauleMandelMedian } from "./pauleMandel.ts";
import { sidikJonkman } from "./sidikJonkman.ts";

/** An estimate of the variance between studies. */
export interface TauSquared {
  readonly tau2: number;
  /** Number of local maxima of the likelihood, the boundary 0 included; 1 where nothing is maximised. */
  readonly maxima: number;
}

/** One estimator of tau2 for effects in groups (p of them, p < k). */
export interface TauSquaredEstimator {
  /** @param start a guess, such as the estimate without one study; it changes the work, not the answer */
  readonly estimate: (layout: EffectLayout, start?: number) => TauSquared;
  readonly standardError: (layout: EffectLayout, tau2: number) => number | null;
  /** Log-likelihood there, for the methods that maximise one. */
  readonly logLikelihood?: (layout: EffectLayout, tau2: number) => number;
}

const fixed: TauSquaredEstimator = {
  estimate: () => ({ tau2: 0, maxima: 1 }),
  standardError: () => null,
  logLikelihood,
};

/** The estimators, under metafor's codes. A further one is a further file and a line here. */
export const TAU_SQUARED = {
  REML: restrictedMaximumLikelihood,
  ML: maximumLikelihood,
  DL: derSimonianLaird,
  HE: hedges,
  HS: hunterSchmidt,
  HSk: hunterSchmidtCorrected,
  SJ: sidikJonkman,
  PM: pauleMandel,
  EB: pauleMandel,
  PMM: pauleMandelMedian,
  GENQ: generalizedQ,
  GENQM: generalizedQMedian,
  FE: fixed,
} as const satisfies Record<string, TauSquaredEstimator>;

export type TauSquaredMethod = keyof typeof TAU_SQUARED;
export const TAU_SQUARED_METHODS = Object.keys(TAU_SQUARED) as [TauSquaredMethod, ...TauSquaredMethod[]];

/** The estimator of a method, as a caller sees it: which further figures it gives is not known beforehand. */
export function tauSquaredEstimator(method: TauSquaredMethod): TauSquaredEstimator {
  return TAU_SQUARED[method];
}
