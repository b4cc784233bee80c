import { BACK_TRANSFORMS, type BackTransform, backTransformed, meanBackTransformed } from "./backTransform.ts";
import type { EffectLayout } from "./effectLayout.ts";
import {
  type Heterogeneity,
  type HeterogeneityLimits,
  heterogeneityLimits,
  heterogeneityOf,
  NO_LIMITS,
} from "./heterogeneity.ts";
import { type TestedMean, testedMean, varianceScale } from "./meanInference.ts";
import type { PooledTest, PredictionRule } from "./poolingOptions.ts";
import { NO_PREDICTION, type PredictionInterval, predictionInterval } from "./predictionInterval.ts";
import { groupMeans, residualSums } from "./residualSums.ts";
import { TAU_SQUARED, type TauSquared, type TauSquaredMethod } from "./tauSquared.ts";

/** How effects are pooled: the resolved options. */
export interface PoolingSettings {
  readonly method: TauSquaredMethod;
  readonly test: PooledTest;
  readonly confidenceLevel: number;
  readonly prediction: PredictionRule;
  readonly backTransform: BackTransform;
}

/** One pooled mean with all that is said of it. */
export interface PooledEffects extends TestedMean, PredictionInterval, Heterogeneity, HeterogeneityLimits {
  readonly k: number;
  readonly scale2: number | null;
  readonly tau2: number | null;
  readonly tau: number | null;
  readonly standardErrorTau2: number | null;
  readonly logLikelihood: number | null;
  readonly transformed: Transformed | null;
  readonly meanRho: number | null;
}

/** The pooled mean on the original scale: the median over studies, with its limits. */
export type Transformed = Readonly<
  Record<"estimate" | "lower" | "upper", number> & Record<"predictionLower" | "predictionUpper", number | null>
>;

/** What pooling gives besides the figures: the total weight, and how many maxima the likelihood had. */
export interface Pooled {
  readonly summary: PooledEffects;
  readonly totalWeight: number;
  readonly maxima: number;
}

const NO_TAU_SQUARED: TauSquared = { tau2: 0, standardError: null, logLikelihood: null, maxima: 1 };

/** Pools the effects of one group. With one effect tau2 is unknown: its own estimate and normal interval come back. */
export function pool(layout: EffectLayout, settings: PoolingSettings): Pooled {
  const random = settings.method !== "FE";
  const alone = layout.k === 1 && random;
  const { tau2, maxima, ...found } = alone ? NO_TAU_SQUARED : TAU_SQUARED[settings.method](layout);
  const { mean, totalWeight } = groupMeans(layout, tau2)[0]!;
  const scale = varianceScale(residualSums(layout, tau2).Q, layout.k - 1, settings.test);
  const tested = testedMean(mean, Math.sqrt(scale.factor / totalWeight), scale.df, settings.confidenceLevel);
  const summary = {
    k: layout.k,
    ...tested,
    scale2: scale.scale2,
    tau2: alone ? null : tau2,
    tau: alone ? null : Math.sqrt(tau2),
    standardErrorTau2: found.standardError,
    logLikelihood: found.logLikelihood,
    ...heterogeneityOf(layout, random ? tau2 : null),
    ...(random && !alone ? heterogeneityLimits(layout, settings.confidenceLevel) : NO_LIMITS),
    ...(random && !alone ? predictionOf(tested, tau2, layout.k - 1, settings) : NO_PREDICTION),
  };
  return { summary: { ...summary, ...onOriginalScale(summary, alone ? null : tau2, settings) }, totalWeight, maxima };
}

export function predictionOf(
  tested: TestedMean,
  tau2: number,
  residualDf: number,
  settings: PoolingSettings,
): PredictionInterval {
  const df = tested.df ?? Number.POSITIVE_INFINITY;
  const { confidenceLevel, prediction } = settings;
  const { estimate, standardError } = tested;
  return predictionInterval({ estimate, standardError, tau2, residualDf, df, confidenceLevel }, prediction);
}

/** The median over studies and its limits, and the mean over studies, on the original scale. */
export function onOriginalScale(
  mean: TestedMean & PredictionInterval,
  tau2: number | null,
  { backTransform }: PoolingSettings,
) {
  if (!BACK_TRANSFORMS[backTransform]) return { transformed: null, meanRho: null };
  const { estimate, lower, upper, predictionLower, predictionUpper } = mean;
  const transformed = backTransformed({ estimate, lower, upper, predictionLower, predictionUpper }, backTransform);
  const meanRho = tau2 === null ? null : meanBackTransformed(estimate, Math.sqrt(tau2), backTransform);
  return { transformed: transformed as Transformed, meanRho };
}
