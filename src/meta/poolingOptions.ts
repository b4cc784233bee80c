import { z } from "zod";
import { described, shared } from "../foundation/options.ts";
import { BACK_TRANSFORM_NAMES } from "./backTransform.ts";
import { TAU_SQUARED_METHODS } from "./tauSquared.ts";

/** The options that statistics share which pool independent effects. */
export const poolingOptions = {
  method: described(z.enum(TAU_SQUARED_METHODS).default("REML"), {
    en: "estimator of tau2; FE is the fixed model, which has none",
    nl: "schatter van tau2; FE is het vaste model, dat er geen heeft",
  }),
  test: described(z.enum(["knappHartung", "adHoc", "z"]).default("knappHartung"), {
    en: "Knapp and Hartung's t, the same with its scale at least 1, or z",
    nl: "de t van Knapp en Hartung, dezelfde met schaal minstens 1, of z",
  }),
  confidenceLevel: shared.confidenceLevel,
  prediction: described(z.enum(["metafor", "riley"]).default("metafor"), {
    en: "prediction interval: the quantile of the test (t with k - 1 degrees of freedom, or z), or t with k - 2",
    nl: "predictie-interval: het kwantiel van de toets (t met k - 1 vrijheidsgraden, of z), of t met k - 2",
  }),
  backTransform: described(z.enum(BACK_TRANSFORM_NAMES).default("none"), {
    en: "also give the results on the original scale; fisherZ: estimates are Fisher z, give correlations",
    nl: "geef de uitkomsten ook op de oorspronkelijke schaal; fisherZ: schattingen zijn Fishers z, geef correlaties",
  }),
} as const;

export type PooledTest = "knappHartung" | "adHoc" | "z";
export type PredictionRule = "metafor" | "riley";
