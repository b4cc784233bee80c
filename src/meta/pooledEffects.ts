import { finiteOrNull } from "../foundation/result.ts";
import {
  BACK_TRANSFORMS,
  type BackTransform,
  backTransformed,
  meanBackTransformed,
  transformed as transformedOf,
} from "./backTransform.ts";
import type { EffectLayout } from "./effectLayout.ts";
import {
  type Heterogeneity,
  type HeterogeneityLimits,
  heterogeneityLimits,
  heterogeneityOf,
  NO_LIMITS,
} from "./heterogeneity.ts";
import { type FitSettings, fitMean, type MeanFit, standardErrorOf } from "./meanFit.ts";
import { type TestedMean, testedMean } from "./meanInference.ts";
import {
  NO_PREDICTION,
  type PredictionInput,
  type PredictionInterval,
  type PredictionRule,
  predictionInterval,
  probabilityAbove,
} from "./predictionInterval.ts";
import { tauSquaredEstimator } from "./tauSquared.ts";
import type { TauSquaredInterval } from "./tauSquaredIntervals.ts";

/** How effects are pooled: the resolved options. */
export interface PoolingSettings extends FitSettings {
  readonly confidenceLevel: number;
  readonly prediction: PredictionRule;
  readonly backTransform: BackTransform;
}

/** Those of a statistic that says all there is to say. */
export interface FullSettings extends PoolingSettings {
  readonly tau2Interval: TauSquaredInterval;
  readonly thresholds: readonly number[];
}

/** One pooled mean with all that is said of it. */
export interface PooledEffects extends TestedMean, PredictionInterval, Heterogeneity, HeterogeneityLimits {
  readonly k: number;
  readonly scale2: number | null;
  readonly tau2: number | null;
  readonly tau: number | null;
  readonly standardErrorTau2: number | null;
  readonly logLikelihood: number | null;
  readonly predictive: Threshold[];
  readonly transformed: Transformed | null;
  readonly meanRho: number | null;
  readonly meanRhoLower: number | null;
  readonly meanRhoUpper: number | null;
}

/** How likely the effect in a new study is to lie above a threshold, which is on the scale that is reported. */
export interface Threshold {
  readonly threshold: number;
  readonly above: number | null;
}

/** The pooled mean on the original scale: the median over studies, with its limits. */
export type Transformed = Readonly<
  Record<"estimate" | "lower" | "upper", number> & Record<"predictionLower" | "predictionUpper", number | null>
>;

/** What pooling gives besides the figures: the fit they came from. */
export interface Pooled {
  readonly summary: PooledEffects;
  readonly fit: MeanFit;
}

/** Pools the effects of one group. With one effect tau2 is unknown: its own estimate and normal interval come back. */
export function pool(layout: EffectLayout, settings: FullSettings): Pooled {
  const { method, confidenceLevel } = settings;
  const fit = fitMean(layout, settings);
  const alone = layout.k === 1 && method !== "FE";
  const tau2 = alone ? null : fit.tau2;
  const tested = testedMean(fit.mean, standardErrorOf(fit), fit.scale.df, confidenceLevel);
  const estimator = tauSquaredEstimator(method);
  const standardError = fit.isRandom ? finiteOrNull(estimator.standardError(layout, fit.tau2) ?? Number.NaN) : null;
  const input = { method, tau2: fit.tau2, standardError, confidenceLevel };
  const predicted = predictionInput(tested, fit, settings, layout.k - 1);
  const prediction = fit.isRandom ? predictionInterval(predicted, settings.prediction) : NO_PREDICTION;
  const heterogeneity = heterogeneityOf(layout, method === "FE" ? null : fit.tau2);
  const limits = fit.isRandom ? heterogeneityLimits(layout, settings.tau2Interval, input) : NO_LIMITS;
  const original = onOriginalScale(tested, prediction, tau2, settings);
  // One object with every property spelled out: spreading these parts costs more than a fit
  const summary: PooledEffects = {
    k: layout.k,
    estimate: tested.estimate,
    standardError: tested.standardError,
    statistic: tested.statistic,
    df: tested.df,
    pValue: tested.pValue,
    lower: tested.lower,
    upper: tested.upper,
    scale2: fit.scale.scale2,
    tau2,
    tau: tau2 === null ? null : Math.sqrt(tau2),
    standardErrorTau2: standardError,
    logLikelihood: alone ? null : (estimator.logLikelihood?.(layout, fit.tau2) ?? null),
    I2: heterogeneity.I2,
    H2: heterogeneity.H2,
    Q: heterogeneity.Q,
    dfQ: heterogeneity.dfQ,
    pQ: heterogeneity.pQ,
    tau2Lower: limits.tau2Lower,
    tau2Upper: limits.tau2Upper,
    I2Lower: limits.I2Lower,
    I2Upper: limits.I2Upper,
    H2Lower: limits.H2Lower,
    H2Upper: limits.H2Upper,
    predictionLower: prediction.predictionLower,
    predictionUpper: prediction.predictionUpper,
    predictive: fit.isRandom ? predictiveOf(predicted, settings) : [],
    transformed: original.transformed,
    meanRho: original.meanRho,
    meanRhoLower: original.meanRhoLower,
    meanRhoUpper: original.meanRhoUpper,
  };
  return { summary, fit };
}

function predictionInput(
  { estimate, standardError }: TestedMean,
  { variance, tau2, scale }: Pick<MeanFit, "variance" | "tau2" | "scale">,
  { confidenceLevel }: PoolingSettings,
  residualDf: number,
): PredictionInput {
  const unscaledError = Math.sqrt(variance);
  return { estimate, standardError, unscaledError, tau2, residualDf, df: scale.df, confidenceLevel };
}

/** The prediction interval of a mean that was fitted together with others. */
export function predictionOf(
  tested: TestedMean,
  fit: Pick<MeanFit, "variance" | "tau2" | "scale">,
  residualDf: number,
  settings: PoolingSettings,
): PredictionInterval {
  return predictionInterval(predictionInput(tested, fit, settings, residualDf), settings.prediction);
}

function predictiveOf(input: PredictionInput, { thresholds, backTransform, prediction }: FullSettings): Threshold[] {
  return thresholds.map((threshold) => ({
    threshold,
    above: probabilityAbove(transformedOf(threshold, backTransform), input, prediction),
  }));
}

/** The median over studies and its limits, and the mean over studies, on the original scale. */
export function onOriginalScale(
  { estimate, lower, upper }: TestedMean,
  { predictionLower, predictionUpper }: PredictionInterval,
  tau2: number | null,
  { backTransform }: PoolingSettings,
) {
  if (!BACK_TRANSFORMS[backTransform])
    return { transformed: null, meanRho: null, meanRhoLower: null, meanRhoUpper: null };
  const transformed = backTransformed({ estimate, lower, upper, predictionLower, predictionUpper }, backTransform);
  const averaged = (value: number) =>
    tau2 === null ? null : meanBackTransformed(value, Math.sqrt(tau2), backTransform);
  return {
    transformed: transformed as Transformed,
    ...{ meanRho: averaged(estimate), meanRhoLower: averaged(lower), meanRhoUpper: averaged(upper) },
  };
}
