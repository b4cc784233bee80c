import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { type Given, resolve } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { deletedFits } from "./deletedFits.ts";
import { maximaNotes, place, placesOf, rowNotes, weightedEffectColumns } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { fitMean } from "./meanFit.ts";
import { fitOptions } from "./poolingOptions.ts";
import { usableWeightedEffects } from "./readEffects.ts";

const input = z.strictObject(weightedEffectColumns);

const options = z.strictObject({ method: fitOptions.method, test: fitOptions.test });

const result = resultSchema("baujat", options, {
  estimate: z.number(),
  tau2: available,
  effects: z.array(z.strictObject({ ...place, contribution: z.number(), influence: available })),
});

export type Baujat = z.output<typeof result>;

/**
 * Which studies make the effects differ, and which move the mean: the two numbers of Baujat's plot.
 * @param data `estimate` and `samplingVariance` per effect; `weight` and `study` if wanted
 * @param given method and test as in randomEffects; Baujat's own plot has method "FE" and test "z"
 * @returns per effect `contribution`, its part of the heterogeneity statistic (squared Pearson residual), and
 * `influence`, the squared change of the mean without it over the variance of that mean
 * @throws effect/variance, effect/weight with their rows; data/too-few below two effects
 * @see Baujat, Mahé, Pignon & Hill (2002). Reference: metafor::baujat(rma(yi, vi))
 * @example baujat({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.01, 0.01] }, { method: "FE", test: "z" }).effects[2].contribution // 4
 */
export function baujat(data: Given<typeof input>, given: Given<typeof options> = {}): Baujat {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableWeightedEffects(columns);
  const { estimates, variances } = effects;
  if (estimates.length < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: estimates.length });
  const all = fitMean(layOut(effects), settings);
  const deleted = deletedFits(effects, settings, all);
  return {
    kind: "baujat",
    options: settings,
    sample: effects.sample,
    notes: [...rowNotes(effects, names), ...maximaNotes([all, ...deleted].map(({ maxima }) => maxima))],
    estimate: all.mean,
    tau2: settings.method === "FE" ? null : all.tau2,
    effects: placesOf(effects, names).map(({ study, row }, i) => {
      const { mean, variance, scale } = deleted[i]!;
      return {
        ...{ study, row },
        contribution: (estimates[i]! - all.mean) ** 2 / (variances[i]! + all.tau2),
        influence: finiteOrNull((all.mean - mean) ** 2 / (scale.factor * variance)),
      };
    }),
  };
}

export const baujatCard = defineStatistic({
  kind: "baujat",
  label: { en: "Baujat's contributions", nl: "Bijdragen volgens Baujat" },
  summary: {
    en: "Which studies make the effects differ, and which move the pooled effect.",
    nl: "Welke studies de effecten doen verschillen, en welke het gepoolde effect verschuiven.",
  },
  input,
  options,
  result,
  run: baujat,
  tidy: ({ effects }) => effects.map(({ study: term, contribution, influence }) => ({ term, contribution, influence })),
  glance: ({ estimate, tau2, effects }) => ({ k: effects.length, estimate, tau2 }),
  composes: [],
  charts: ["baujatPlot"],
  source: "Baujat, Mahé, Pignon & Hill (2002)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { method: "FE", test: "z" },
  },
});
