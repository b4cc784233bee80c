import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { available, type Note } from "../foundation/result.ts";
import { type BackTransform, backTransformed } from "./backTransform.ts";
import { testedMean } from "./meanInference.ts";
import type { ModeratorModel } from "./moderatorModel.ts";
import { combinations } from "./moderatorPoint.ts";
import { poolingOptions } from "./poolingOptions.ts";
import { NO_PREDICTION, type PredictionRule, predictionInterval } from "./predictionInterval.ts";
import type { RegressionMethod } from "./regressionFit.ts";

const limits = {
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
  predictionLower: available,
  predictionUpper: available,
};

/** A mean of a meta-regression, as a result has it. */
export const pointMean = {
  ...limits,
  standardError: z.number(),
  statistic: available,
  df: available,
  pValue: available,
  transformed: z.strictObject(limits).nullable(),
};

/** The options that say how such a mean is shown. */
export const pointOptions = {
  prediction: poolingOptions.prediction,
  backTransform: poolingOptions.backTransform,
};

interface PointSettings {
  readonly method: RegressionMethod;
  readonly prediction: PredictionRule;
  readonly backTransform: BackTransform;
  readonly confidenceLevel: number;
}

export type PointMean = ReturnType<typeof pointMeans>[number];

/** Mean effects, each a weighted sum of the coefficients, with confidence and prediction intervals. */
export function pointMeans(model: ModeratorModel, weights: readonly (readonly number[])[], settings: PointSettings) {
  const { fit, scale, tau2, df: residualDf } = model;
  const { confidenceLevel } = settings;
  return weights.map((row) => {
    const { estimates, covariance } = combinations(fit, [row]);
    const unscaledError = Math.sqrt(covariance[0]![0]!);
    const tested = testedMean(estimates[0]!, Math.sqrt(scale.factor) * unscaledError, scale.df, confidenceLevel);
    const { estimate, standardError, lower, upper } = tested;
    const prediction =
      settings.method === "FE"
        ? NO_PREDICTION
        : predictionInterval(
            { estimate, standardError, unscaledError, tau2, residualDf, df: scale.df, confidenceLevel },
            settings.prediction,
          );
    const transformed = backTransformed({ estimate, lower, upper, ...prediction }, settings.backTransform);
    return { ...tested, ...prediction, transformed };
  });
}

/** Says it when the rule gives no prediction interval. */
export function predictionNotes(means: readonly PointMean[], { method }: PointSettings): Note[] {
  const absent = means.some(({ predictionLower }) => predictionLower === null);
  return notesWhen([method !== "FE" && absent, "moderator/no-prediction"]);
}

/** A mean as a row: on the original scale where that was asked for. */
export function meanRow({ transformed, estimate, lower, upper, predictionLower, predictionUpper, ...rest }: PointMean) {
  const { statistic, df, pValue, standardError } = rest;
  return {
    ...(transformed ?? { estimate, lower, upper, predictionLower, predictionUpper, standardError }),
    ...{ statistic, df, pValue },
  };
}
