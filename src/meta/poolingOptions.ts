import { z } from "zod";
import { described, shared } from "../foundation/options.ts";
import { BACK_TRANSFORM_NAMES } from "./backTransform.ts";
import { PREDICTION_RULE_NAMES } from "./predictionInterval.ts";
import { TAU_SQUARED_METHODS } from "./tauSquared.ts";
import { TAU_SQUARED_INTERVAL_NAMES } from "./tauSquaredIntervals.ts";

/** The options that all statistics share which fit a mean of independent effects. */
export const fitOptions = {
  method: described(z.enum(TAU_SQUARED_METHODS).default("REML"), {
    en: "estimator of tau2; FE is the fixed model, which has none",
    nl: "schatter van tau2; FE is het vaste model, dat er geen heeft",
  }),
  test: described(z.enum(["knappHartung", "adHoc", "t", "z"]).default("knappHartung"), {
    en: "Knapp and Hartung's t, the same with its scale at least 1, plain t, or z",
    nl: "de t van Knapp en Hartung, dezelfde met schaal minstens 1, gewone t, of z",
  }),
  confidenceLevel: shared.confidenceLevel,
} as const;

const backTransform = described(z.enum(BACK_TRANSFORM_NAMES).default("none"), {
  en: "also give the results on the original scale; fisherZ: estimates are Fisher z, give correlations",
  nl: "geef de uitkomsten ook op de oorspronkelijke schaal; fisherZ: schattingen zijn Fishers z, geef correlaties",
});

/** Those, and the scale to report on. */
export const refitOptions = { ...fitOptions, backTransform } as const;

/** The options of a statistic that says all there is to say of a pooled mean. */
export const poolingOptions = {
  ...fitOptions,
  prediction: described(z.enum(PREDICTION_RULE_NAMES).default("metafor"), {
    en: "prediction interval: the quantile of the test (t with k - 1 degrees of freedom, or z), t with k - 2 (riley, or with the unscaled standard error higginsThompsonSpiegelhalter), t with k - 1, or normal",
    nl: "predictie-interval: het kwantiel van de toets (t met k - 1 vrijheidsgraden, of z), t met k - 2 (riley, of met de ongeschaalde standaardfout higginsThompsonSpiegelhalter), t met k - 1, of normaal",
  }),
  backTransform,
} as const;

/** The interval of tau2, and so of I2 and H2. */
export const tau2Interval = described(z.enum(TAU_SQUARED_INTERVAL_NAMES).default("qProfile"), {
  en: "confidence interval of tau2 (none saves time); generalizedQ takes the column weight",
  nl: "betrouwbaarheidsinterval van tau2 (none bespaart tijd); generalizedQ neemt de kolom weight",
});

export type PooledTest = "knappHartung" | "adHoc" | "t" | "z";
