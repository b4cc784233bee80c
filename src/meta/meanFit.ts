import type { EffectLayout } from "./effectLayout.ts";
import { type VarianceScale, varianceScale } from "./meanInference.ts";
import type { PooledTest } from "./poolingOptions.ts";
import { firstMean, residualSums } from "./residualSums.ts";
import { type TauSquaredMethod, tauSquaredEstimator } from "./tauSquared.ts";

/** A mean of one group of effects, with what its standard error is made of. */
export interface MeanFit {
  readonly mean: number;
  /** Variance of the mean under the model, before Knapp and Hartung's scale. */
  readonly variance: number;
  readonly scale: VarianceScale;
  /** 0 where it is not known, with one effect. */
  readonly tau2: number;
  /** Whether there is a tau2: not with one effect, not in the fixed model. */
  readonly isRandom: boolean;
  readonly totalWeight: number;
  /** Whether the weights were given. */
  readonly hasOwnWeights: boolean;
  readonly maxima: number;
}

/** How a mean is fitted. */
export interface FitSettings {
  readonly method: TauSquaredMethod;
  readonly test: PooledTest;
}

/**
 * Fits one mean, with weights of the model or those that were given. One pass per value of tau2 that is tried.
 * @param start a guess of tau2, such as that of nearly the same effects
 */
export function fitMean(layout: EffectLayout, { method, test }: FitSettings, start?: number): MeanFit {
  const isRandom = layout.k > 1 && method !== "FE";
  const { tau2, maxima } = isRandom ? tauSquaredEstimator(method).estimate(layout, start) : NO_TAU_SQUARED;
  const scale = varianceScale(residualSums(layout, tau2).Q, layout.k - 1, test);
  const { mean, variance, totalWeight } = weightedMean(layout, tau2);
  return { mean, variance, scale, tau2, isRandom, totalWeight, hasOwnWeights: layout.given !== null, maxima };
}

const NO_TAU_SQUARED = { tau2: 0, maxima: 1 };

/** The mean of one group at a value of tau2. */
export function weightedMean(layout: EffectLayout, tau2: number) {
  if (layout.given) return meanByOwnWeights(layout, layout.given, tau2);
  const { mean, totalWeight } = firstMean(layout, tau2);
  return { mean, totalWeight, variance: 1 / totalWeight };
}

function meanByOwnWeights({ variances, distances, references, k }: EffectLayout, given: Float64Array, tau2: number) {
  let totalWeight = 0;
  let moment = 0;
  let spread = 0;
  for (let i = 0; i < k; i++) {
    const weight = given[i]!;
    totalWeight += weight;
    moment += weight * distances[i]!;
    spread += weight * weight * (variances[i]! + tau2);
  }
  return { mean: references[0]! + moment / totalWeight, totalWeight, variance: spread / totalWeight ** 2 };
}

/** Standard error of the mean, scaled as the test asks. */
export function standardErrorOf({ variance, scale }: MeanFit): number {
  return Math.sqrt(scale.factor * variance);
}

/** The variance of a residual, given the sampling variance and the share of the weight of its effect. */
export function residualVariances({ tau2, variance, hasOwnWeights }: MeanFit) {
  return (samplingVariance: number, weight: number): number => {
    const own = samplingVariance + tau2;
    return hasOwnWeights ? own * (1 - 2 * weight) + variance : own * (1 - weight);
  };
}
