import { studentTUpper } from "../numeric/studentT.ts";
import { quantileOf } from "./meanInference.ts";

/** What a prediction is made of. */
export interface PredictionInput {
  readonly estimate: number;
  /** As the test has it, and before any scaling. */
  readonly standardError: number;
  readonly unscaledError: number;
  readonly tau2: number;
  /** Number of effects minus number of means. */
  readonly residualDf: number;
  /** Degrees of freedom of the test; Infinity for the normal. */
  readonly df: number;
  readonly confidenceLevel: number;
}

/** Which t distribution a new study's effect is given: its degrees of freedom, and the standard error of the mean. */
type PredictionRuleOf = (input: PredictionInput) => { readonly df: number; readonly standardError: number };

/**
 * The rules by name.
 * @see Higgins, Thompson & Spiegelhalter (2009); Riley, Higgins & Deeks (2011); Partlett & Riley (2017)
 * Reference: metafor::predict, predtype "default", "riley" and "t"
 */
export const PREDICTION_RULES = {
  metafor: ({ df, standardError }) => ({ df, standardError }),
  riley: ({ residualDf, standardError }) => ({ df: residualDf - 1, standardError }),
  higginsThompsonSpiegelhalter: ({ residualDf, unscaledError }) => ({
    df: residualDf - 1,
    standardError: unscaledError,
  }),
  t: ({ residualDf, standardError }) => ({ df: residualDf, standardError }),
  normal: ({ standardError }) => ({ df: Number.POSITIVE_INFINITY, standardError }),
} as const satisfies Record<string, PredictionRuleOf>;

export type PredictionRule = keyof typeof PREDICTION_RULES;
export const PREDICTION_RULE_NAMES = Object.keys(PREDICTION_RULES) as [PredictionRule, ...PredictionRule[]];

/** Where the effect of a new study is expected to lie; null without enough studies for the rule. */
export interface PredictionInterval {
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
}

export const NO_PREDICTION: PredictionInterval = { predictionLower: null, predictionUpper: null };

/** Prediction interval: estimate plus and minus a quantile times the square root of squared standard error + tau2. */
export function predictionInterval(input: PredictionInput, rule: PredictionRule): PredictionInterval {
  const { df, standardError } = PREDICTION_RULES[rule](input);
  if (df < 1) return NO_PREDICTION;
  const quantile = quantileOf((1 - input.confidenceLevel) / 2, df);
  const margin = quantile * Math.hypot(standardError, Math.sqrt(input.tau2));
  return { predictionLower: input.estimate - margin, predictionUpper: input.estimate + margin };
}

/**
 * The probability that the effect in a new study lies above a threshold, by the same distribution; null where that
 * does not exist.
 * @see Higgins, Thompson & Spiegelhalter (2009). Reference: metafor::predict(prob = ">0.1")
 */
export function probabilityAbove(threshold: number, input: PredictionInput, rule: PredictionRule): number | null {
  const { df, standardError } = PREDICTION_RULES[rule](input);
  const spread = Math.hypot(standardError, Math.sqrt(input.tau2));
  if (df < 1 || spread === 0) return null;
  return studentTUpper((threshold - input.estimate) / spread, df);
}
