import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { type Given, type Resolved, resolve } from "../foundation/options.ts";
import { resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { studentTUpperQuantile } from "../numeric/studentT.ts";
import { read } from "../table/input.ts";
import { backTransformed } from "./backTransform.ts";
import { effectColumns, maximaNotes, place, placesOf, rowNotes } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { fitMean, type MeanFit } from "./meanFit.ts";
import { refitOptions } from "./poolingOptions.ts";
import { usableEffects } from "./readEffects.ts";

const input = z.strictObject(effectColumns);

const options = z.strictObject(refitOptions);

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };

const result = resultSchema("blups", options, {
  estimate: z.number(),
  tau2: z.number(),
  effects: z.array(
    z.strictObject({
      ...place,
      observed: z.number(),
      shrinkage: z.number(),
      ...limits,
      standardError: z.number(),
      randomEffect: z.number(),
      randomEffectStandardError: z.number(),
      transformed: z.strictObject(limits).nullable(),
    }),
  ),
});

type Settings = Resolved<typeof options>;
export type Blups = z.output<typeof result>;

/**
 * The best guess of each study's true effect: its own estimate drawn towards the mean of all, the more so the less
 * precise the study is and the less studies differ (best linear unbiased prediction).
 * @param data `estimate` and `samplingVariance` per effect; `study` names
 * @param given method (not FE), test, confidenceLevel and backTransform as in randomEffects
 * @returns per effect `observed`, the prediction `estimate` with its interval, its distance `randomEffect` from the mean,
 * and `shrinkage`, the share of the way to the mean, 0-1
 * @throws effect/variance with its row; data/too-few below two effects; meta/needs-random with method FE
 * @see Raudenbush & Bryk (1985); Robinson (1991). Reference: metafor::blup, metafor::ranef
 * @example blups({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }).effects[0].estimate // 0.146636498283
 */
export function blups(data: Given<typeof input>, given: Given<typeof options> = {}): Blups {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  if (settings.method === "FE") refuse("meta/needs-random");
  const effects = usableEffects(columns.estimate, columns.samplingVariance);
  const { estimates, variances } = effects;
  if (estimates.length < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: estimates.length });
  const fit = fitMean(layOut(effects), settings);
  return {
    kind: "blups",
    options: settings,
    sample: effects.sample,
    notes: [...rowNotes(effects, names), ...maximaNotes([fit.maxima])],
    estimate: fit.mean,
    tau2: fit.tau2,
    effects: placesOf(effects, names).map(({ study, row }, i) => ({
      ...{ study, row, observed: estimates[i]! },
      ...predicted(fit, estimates[i]!, variances[i]!, settings),
    })),
  };
}

function predicted(fit: MeanFit, observed: number, samplingVariance: number, settings: Settings) {
  const { mean, tau2, variance, scale } = fit;
  const own = tau2 / (tau2 + samplingVariance);
  const shrinkage = samplingVariance / (tau2 + samplingVariance);
  const estimate = own * observed + shrinkage * mean;
  const meanVariance = scale.factor * variance;
  const standardError = Math.sqrt(own * samplingVariance + shrinkage ** 2 * meanVariance);
  const margin = studentTUpperQuantile((1 - settings.confidenceLevel) / 2, scale.df) * standardError;
  const shown = { estimate, lower: estimate - margin, upper: estimate + margin };
  return {
    ...{ shrinkage, ...shown, standardError },
    // adding 0 makes -0 an ordinary 0
    randomEffect: own * (observed - mean) + 0,
    randomEffectStandardError: Math.sqrt(own * samplingVariance + own ** 2 * meanVariance),
    transformed: backTransformed(shown, settings.backTransform),
  };
}

export const blupsCard = defineStatistic({
  kind: "blups",
  label: { en: "Shrunken effects per study (BLUPs)", nl: "Krimpschattingen per studie (BLUPs)" },
  summary: {
    en: "The best guess of each study's true effect, drawn towards the mean of all.",
    nl: "De beste schatting van het ware effect per studie, naar het gemiddelde toe getrokken.",
  },
  input,
  options,
  result,
  run: blups,
  tidy: ({ effects }) =>
    effects.map(({ study: term, estimate, lower, upper, standardError, transformed }) => ({
      term,
      ...(transformed ?? { estimate, lower, upper, standardError }),
    })),
  glance: ({ estimate, tau2, effects }) => ({ k: effects.length, estimate, tau2 }),
  composes: [],
  charts: ["forestPlot"],
  source: "Raudenbush & Bryk (1985); Robinson (1991)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { backTransform: "fisherZ" },
  },
});
