import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { type Given, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { deletedFits, deletedVariance } from "./deletedFits.ts";
import { maximaNotes, place, placesOf, rowNotes, weightedEffectColumns } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { fitMean, residualVariances } from "./meanFit.ts";
import { fitOptions } from "./poolingOptions.ts";
import { usableWeightedEffects } from "./readEffects.ts";

const input = z.strictObject(weightedEffectColumns);

const options = z.strictObject({ method: fitOptions.method, test: fitOptions.test });

const result = resultSchema("metaResiduals", options, {
  estimate: z.number(),
  tau2: available,
  effects: z.array(
    z.strictObject({
      ...place,
      estimate: z.number(),
      residual: z.number(),
      standardError: available,
      pearson: z.number(),
      standardized: available,
      deletedResidual: z.number(),
      deletedStandardError: available,
      studentized: available,
    }),
  ),
});

export type MetaResiduals = z.output<typeof result>;

/**
 * How far each effect lies from the pooled mean, in three kinds: as it is, over the standard error of such a residual
 * (internally standardized), and from the mean of all others over the error that such a distance has (studentized).
 * @param data `estimate` and `samplingVariance` per effect; `weight` and `study` if wanted
 * @param given method and test as in randomEffects
 * @returns per effect the residuals; `pearson` is the residual over the square root of variance + tau2; under a
 * Knapp-Hartung test the studentized residual is scaled with it, as metafor does
 * @throws effect/variance, effect/weight with their rows; data/too-few below two effects
 * @see Hedges & Olkin (1985), ch. 12; Viechtbauer & Cheung (2010). Reference: metafor::rstandard, metafor::rstudent
 * @example metaResiduals({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }, { test: "z" }).effects[0].residual // -0.2
 */
export function metaResiduals(data: Given<typeof input>, given: Given<typeof options> = {}): MetaResiduals {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableWeightedEffects(columns);
  const { estimates, variances } = effects;
  if (estimates.length < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: estimates.length });
  const all = fitMean(layOut(effects), settings);
  const deleted = deletedFits(effects, settings, all);
  const variance = residualVariances(all);
  return {
    kind: "metaResiduals",
    options: settings,
    sample: effects.sample,
    notes: [...rowNotes(effects, names), ...maximaNotes([all, ...deleted].map(({ maxima }) => maxima))],
    estimate: all.mean,
    tau2: settings.method === "FE" ? null : all.tau2,
    effects: placesOf(effects, names).map(({ study, row }, i) => {
      const estimate = estimates[i]!;
      const samplingVariance = variances[i]!;
      const weight = (effects.weights?.[i] ?? 1 / (samplingVariance + all.tau2)) / all.totalWeight;
      const residual = estimate - all.mean;
      const pearson = residual / Math.sqrt(samplingVariance + all.tau2);
      const standardError = rootOrNull(variance(samplingVariance, weight));
      const deletedResidual = estimate - deleted[i]!.mean;
      const deletedStandardError = rootOrNull(deletedVariance(deleted[i]!, samplingVariance));
      return {
        ...{ study, row, estimate, residual, standardError, pearson },
        standardized: standardError === null ? null : residual / standardError,
        ...{ deletedResidual, deletedStandardError },
        studentized: deletedStandardError === null ? null : deletedResidual / deletedStandardError,
      };
    }),
  };
}

function rootOrNull(variance: number): number | null {
  return variance > 0 ? Math.sqrt(variance) : null;
}

export const metaResidualsCard = defineStatistic({
  kind: "metaResiduals",
  label: { en: "Residuals of a meta-analysis", nl: "Residuen van een meta-analyse" },
  summary: {
    en: "How far each study lies from the pooled effect, raw, standardized and studentized.",
    nl: "Hoe ver elke studie van het gepoolde effect ligt, ruw, gestandaardiseerd en gestudentiseerd.",
  },
  input,
  options,
  result,
  run: metaResiduals,
  tidy: ({ effects }) =>
    effects.map(({ study: term, estimate, residual, standardError, standardized, studentized }) => ({
      ...{ term, estimate, residual, standardError },
      ...{ standardizedResidual: standardized, studentizedResidual: studentized },
    })),
  glance: ({ estimate, tau2, effects }) => ({ k: effects.length, estimate, tau2 }),
  composes: [],
  charts: ["normalQuantilePlot"],
  source: "Hedges & Olkin (1985), ch. 12; Viechtbauer & Cheung (2010)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
  },
});
