import { derSimonianLaird } from "./derSimonianLaird.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { logLikelihood } from "./logLikelihood.ts";
import { restrictedMaximumLikelihood } from "./restrictedMaximumLikelihood.ts";

/** An estimate of the variance between studies. */
export interface TauSquared {
  readonly tau2: number;
  readonly standardError: number | null;
  /** Log-likelihood there, for the methods that maximise one. */
  readonly logLikelihood: number | null;
  /** Number of local maxima of the likelihood, the boundary 0 included; 1 where nothing is maximised. */
  readonly maxima: number;
}

/** One estimator of tau2: effects in groups (p of them, p < k) in, estimate out. */
export type TauSquaredEstimator = (layout: EffectLayout) => TauSquared;

/** The estimators, under metafor's codes. A further one is a further file and a line here. */
export const TAU_SQUARED = {
  REML: restrictedMaximumLikelihood,
  DL: derSimonianLaird,
  FE: (layout) => ({ tau2: 0, standardError: null, logLikelihood: logLikelihood(layout, 0), maxima: 1 }),
} as const satisfies Record<string, TauSquaredEstimator>;

export type TauSquaredMethod = keyof typeof TAU_SQUARED;
export const TAU_SQUARED_METHODS = Object.keys(TAU_SQUARED) as [TauSquaredMethod, ...TauSquaredMethod[]];
