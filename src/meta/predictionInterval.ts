import { studentTUpperQuantile } from "../numeric/studentT.ts";
import type { PredictionRule } from "./poolingOptions.ts";

/** What a prediction interval is made of. */
export interface PredictionInput {
  readonly estimate: number;
  readonly standardError: number;
  readonly tau2: number;
  /** Number of effects minus number of means. */
  readonly residualDf: number;
  /** Degrees of freedom of the test; Infinity for the normal. */
  readonly df: number;
  readonly confidenceLevel: number;
}

/** Where the effect of a new study is expected to lie; null without enough studies for the rule. */
export interface PredictionInterval {
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
}

export const NO_PREDICTION: PredictionInterval = { predictionLower: null, predictionUpper: null };

/**
 * Prediction interval: estimate plus and minus a quantile times the square root of squared standard error + tau2.
 * @param rule metafor: the quantile of the test; riley: t with one degree of freedom less than the residual, k - 2 for one mean
 * @see Higgins, Thompson & Spiegelhalter (2009); Riley, Higgins & Deeks (2011). Reference: metafor::predict
 */
export function predictionInterval(input: PredictionInput, rule: PredictionRule): PredictionInterval {
  const df = rule === "riley" ? input.residualDf - 1 : input.df;
  if (df < 1) return NO_PREDICTION;
  const quantile = studentTUpperQuantile((1 - input.confidenceLevel) / 2, df);
  const margin = quantile * Math.sqrt(input.standardError ** 2 + input.tau2);
  return { predictionLower: input.estimate - margin, predictionUpper: input.estimate + margin };
}
