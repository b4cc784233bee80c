import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { effectColumns, maximaNotes, rowNotes } from "./effectColumns.ts";
import { type EffectLayout, layOut } from "./effectLayout.ts";
import { heterogeneityOf } from "./heterogeneity.ts";
import { FULL, maximaOf, RESTRICTED } from "./maximumLikelihood.ts";
import { weightedMean } from "./meanFit.ts";
import { testedMean, varianceScale } from "./meanInference.ts";
import { fitOptions } from "./poolingOptions.ts";
import { profileInterval } from "./profileInterval.ts";
import { usableEffects } from "./readEffects.ts";
import { residualSums } from "./residualSums.ts";

const input = z.strictObject(effectColumns);

const options = z.strictObject({
  method: described(z.enum(["REML", "ML"]).default("REML"), {
    en: "restricted or full likelihood",
    nl: "restricted of volledige likelihood",
  }),
  test: fitOptions.test,
  confidenceLevel: shared.confidenceLevel,
  steps: described(z.int().min(2).max(100_000).default(41), {
    en: "number of values of tau2",
    nl: "aantal waarden van tau2",
  }),
  from: described(z.number().min(0).default(0), { en: "smallest tau2", nl: "kleinste tau2" }),
  to: described(z.number().gt(0).optional(), {
    en: "largest tau2; else a quarter beyond the upper limit",
    nl: "grootste tau2; anders een kwart voorbij de bovengrens",
  }),
});

const point = z.strictObject({
  tau2: z.number(),
  logLikelihood: z.number(),
  relative: z.number(),
  estimate: z.number(),
  lower: z.number(),
  upper: z.number(),
});

const result = resultSchema("profileLikelihood", options, {
  tau2: z.number(),
  tau2Lower: z.number(),
  tau2Upper: z.number(),
  I2Lower: z.number(),
  I2Upper: z.number(),
  logLikelihood: z.number(),
  maxima: z.array(z.number()),
  points: z.array(point),
});

type Settings = Resolved<typeof options>;
export type ProfileLikelihood = z.output<typeof result>;

/** An interval of I2 wider than this says next to nothing of how much studies differ. */
const FLAT = 0.9;

/**
 * How well the data tell one value of tau2 from another: the log-likelihood over a range of tau2, its peaks, the values
 * it does not reject, and the pooled mean at each. Warns when the likelihood is flat.
 * @param data `estimate` and `samplingVariance` per effect; `study` names
 * @param given method "REML" or "ML"; test and confidenceLevel; steps, from and to of the range of tau2
 * @returns `points` along the range, `relative` to the highest log-likelihood (0 or less); `maxima` all local maxima;
 * limits are those of the profile likelihood
 * @throws effect/variance with its row; data/too-few below two effects; option/invalid when from is not below to
 * @see Hardy & Thompson (1996). Reference: metafor::profile(rma(yi, vi)), metafor::confint(type = "PL")
 * @example profileLikelihood({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }).tau2 // 0.0328848664377
 */
export function profileLikelihood(data: Given<typeof input>, given: Given<typeof options> = {}): ProfileLikelihood {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableEffects(columns.estimate, columns.samplingVariance);
  const layout = layOut(effects);
  if (layout.k < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: layout.k });
  const likelihood = settings.method === "REML" ? RESTRICTED : FULL;
  const maxima = maximaOf(likelihood, layout);
  const heights = maxima.map((tau2) => likelihood.height(layout, tau2));
  const logLikelihood = Math.max(...heights);
  const [tau2Lower, tau2Upper] = profileInterval(likelihood, layout, settings.confidenceLevel);
  const I2Lower = heterogeneityOf(layout, tau2Lower).I2!;
  const I2Upper = heterogeneityOf(layout, tau2Upper).I2!;
  const points = rangeOf(settings, tau2Upper).map((tau2) => {
    const height = likelihood.height(layout, tau2);
    return { tau2, logLikelihood: height, relative: height - logLikelihood, ...meanAt(layout, tau2, settings) };
  });
  return {
    kind: "profileLikelihood",
    options: settings,
    sample: effects.sample,
    notes: [...rowNotes(effects, names), ...maximaNotes([maxima.length]), ...flatNotes(I2Lower, I2Upper)],
    tau2: maxima[heights.indexOf(logLikelihood)]!,
    ...{ tau2Lower, tau2Upper, I2Lower, I2Upper, logLikelihood, maxima, points },
  };
}

function rangeOf({ from, to, steps }: Settings, tau2Upper: number): number[] {
  const end = to ?? Math.max(tau2Upper * 1.25, from * 2);
  if (!(end > from)) refuse("option/invalid", { option: "to", expected: `> ${from}` });
  return Array.from({ length: steps }, (_, i) => from + ((end - from) * i) / (steps - 1));
}

function meanAt(layout: EffectLayout, tau2: number, { test, confidenceLevel }: Settings) {
  const { mean, variance } = weightedMean(layout, tau2);
  const { factor, df } = varianceScale(residualSums(layout, tau2).Q, layout.k - 1, test);
  const { estimate, lower, upper } = testedMean(mean, Math.sqrt(factor * variance), df, confidenceLevel);
  return { estimate, lower, upper };
}

function flatNotes(lower: number, upper: number): Note[] {
  return notesWhen([upper - lower > FLAT, "meta/flat-likelihood", { lower, upper }]);
}

export const profileLikelihoodCard = defineStatistic({
  kind: "profileLikelihood",
  label: { en: "Profile likelihood of tau²", nl: "Profiellikelihood van tau²" },
  summary: {
    en: "How well the studies tell one amount of heterogeneity from another.",
    nl: "Hoe goed de studies de ene mate van heterogeniteit van de andere onderscheiden.",
  },
  input,
  options,
  result,
  run: profileLikelihood,
  tidy: ({ points }) =>
    points.map(({ tau2, logLikelihood, estimate, lower, upper }) => ({ tau2, logLikelihood, estimate, lower, upper })),
  glance: ({ tau2, tau2Lower, tau2Upper, logLikelihood, sample }) => ({
    ...{ term: "tau2", estimate: tau2, lower: tau2Lower, upper: tau2Upper, logLikelihood, k: sample.used },
  }),
  composes: [],
  charts: [],
  source: "Hardy & Thompson (1996)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { steps: 5 },
  },
});
