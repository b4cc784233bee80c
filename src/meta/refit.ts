import { z } from "zod";
import { available } from "../foundation/result.ts";
import { type BackTransform, backTransformed } from "./backTransform.ts";
import type { EffectLayout, Effects } from "./effectLayout.ts";
import { heterogeneityOf } from "./heterogeneity.ts";
import { type FitSettings, fitMean, type MeanFit, standardErrorOf } from "./meanFit.ts";
import { testedMean } from "./meanInference.ts";

export interface RefitSettings extends FitSettings {
  readonly confidenceLevel: number;
  readonly backTransform: BackTransform;
}

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };

/** The figures of one of many fits. */
export const refitFields = {
  k: z.int(),
  ...limits,
  standardError: z.number(),
  statistic: available,
  df: available,
  pValue: available,
  tau2: available,
  tau: available,
  I2: available,
  H2: available,
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  transformed: z.strictObject(limits).nullable(),
} as const;

export interface Refit {
  readonly fit: MeanFit;
  readonly figures: z.output<z.ZodObject<typeof refitFields>>;
}

/** A fit to some of the effects, with its test and its heterogeneity. @param start a guess of tau2 */
export function refit(layout: EffectLayout, settings: RefitSettings, start?: number): Refit {
  const fit = fitMean(layout, settings, start);
  const tau2 = fit.isRandom || settings.method === "FE" ? fit.tau2 : null;
  const tested = testedMean(fit.mean, standardErrorOf(fit), fit.scale.df, settings.confidenceLevel);
  const { I2, H2, Q, dfQ, pQ } = heterogeneityOf(layout, settings.method === "FE" ? null : fit.tau2);
  const { estimate, lower, upper, standardError, statistic, df, pValue } = tested;
  const transformed = backTransformed({ estimate, lower, upper }, settings.backTransform);
  const tau = tau2 === null ? null : Math.sqrt(tau2);
  const mean = { k: layout.k, estimate, lower, upper, standardError, statistic, df, pValue };
  return { fit, figures: { ...mean, tau2, tau, I2, H2, Q, dfQ, pQ, transformed } };
}

/** Estimate and limits as the reader wants them; a standard error belongs to the pooled scale only. */
export function shownRefit({ transformed, ...own }: Refit["figures"]) {
  const { k, estimate, standardError, lower, upper, pValue, tau2, I2, Q } = own;
  const shown = transformed ? { ...transformed, standardError: null } : { estimate, lower, upper, standardError };
  return { k, ...shown, pValue, tau2, I2, Q };
}

/** The effects at some places, in that order. */
export function effectsAt({ estimates, variances, weights }: Effects, places: ArrayLike<number>): Effects {
  const chosen = (values: Float64Array) => {
    const some = new Float64Array(places.length);
    for (let i = 0; i < some.length; i++) some[i] = values[places[i]!]!;
    return some;
  };
  return { estimates: chosen(estimates), variances: chosen(variances), weights: weights && chosen(weights) };
}
