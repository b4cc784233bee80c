import { backTransformed } from "./backTransform.ts";
import type { CommonFit } from "./commonTauSquared.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { type Heterogeneity, heterogeneityOf } from "./heterogeneity.ts";
import { type TestedMean, testedMean } from "./meanInference.ts";
import { onOriginalScale, type PoolingSettings, predictionOf, type Transformed } from "./pooledEffects.ts";
import { NO_PREDICTION, type PredictionInterval } from "./predictionInterval.ts";
import { groupMeans } from "./residualSums.ts";

/** The random-effects mean of a subgroup, whichever tau2 it was pooled with. */
export interface SubgroupMean extends TestedMean, PredictionInterval, Heterogeneity {
  readonly k: number;
  readonly scale2: number | null;
  readonly tau2: number | null;
  readonly tau: number | null;
  readonly transformed: Transformed | null;
}

/** The mean of one subgroup with the tau2 that all subgroups share, and the heterogeneity of its own effects. */
export function meanWithCommonTauSquared(
  layout: EffectLayout,
  group: number,
  fit: CommonFit,
  settings: PoolingSettings,
): SubgroupMean {
  const { mean, totalWeight } = fit.means[group]!;
  const { tau2, scale } = fit;
  const random = settings.method !== "FE";
  const tested = testedMean(mean, Math.sqrt(scale.factor / totalWeight), scale.df, settings.confidenceLevel);
  const own = { variance: 1 / totalWeight, tau2, scale };
  const prediction = random ? predictionOf(tested, own, fit.residualDf, settings) : NO_PREDICTION;
  const { transformed } = onOriginalScale(tested, prediction, tau2, settings);
  return {
    k: layout.k,
    ...tested,
    scale2: scale.scale2,
    ...prediction,
    ...heterogeneityOf(layout, random ? tau2 : null),
    tau2,
    tau: Math.sqrt(tau2),
    transformed,
  };
}

/** The fixed-effect mean with its normal interval. */
export interface FixedMean {
  readonly fixedEstimate: number;
  readonly fixedStandardError: number;
  readonly fixedLower: number;
  readonly fixedUpper: number;
  readonly fixedTransformed: Readonly<Record<"estimate" | "lower" | "upper", number>> | null;
}

export function fixedMean(layout: EffectLayout, { confidenceLevel, backTransform }: PoolingSettings): FixedMean {
  const { mean, totalWeight } = groupMeans(layout, 0)[0]!;
  const standardError = Math.sqrt(1 / totalWeight);
  const { estimate, lower, upper } = testedMean(mean, standardError, Number.POSITIVE_INFINITY, confidenceLevel);
  return {
    fixedEstimate: estimate,
    fixedStandardError: standardError,
    fixedLower: lower,
    fixedUpper: upper,
    fixedTransformed: backTransformed({ estimate, lower, upper }, backTransform),
  };
}
