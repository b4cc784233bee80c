import { z } from "zod";
import { type Given, resolve } from "../foundation/options.ts";
import { resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { multilevelEstimates, multilevelNotes } from "./multilevelEstimates.ts";
import { fitMultilevel } from "./multilevelFit.ts";
import { readMultilevel } from "./multilevelRead.ts";
import { multilevelRows, multilevelSummary } from "./multilevelRows.ts";
import { multilevelColumns, multilevelFields, multilevelOptions } from "./multilevelSchema.ts";

const input = z.strictObject(multilevelColumns);
const options = z.strictObject(multilevelOptions);
const result = resultSchema("multilevelMeta", options, multilevelFields);

export type MultilevelMeta = z.output<typeof result>;

/**
 * The mean of effects that belong together (several per study, studies per country), and how much of their differences
 * lies at each level: a meta-analysis in three or more levels, with moderators if wanted.
 * @param data `estimate`, `samplingVariance`; `levels`: outermost first, inner ids read within the outer ones, for the
 * usual three levels study and effect; `crossed`: groups across them; `moderators` (numbers), `factors` (categories). A row with a gap is left out
 * @param given REML or ML; test; robust tests; intervals of the variances; level of the intervals; backTransform
 * @returns coefficients (`robust`: the same by the sandwich estimator); per level, outermost first, its variance, profile
 * limits, I2 (0-1) and likelihood ratio test against 0 (`boundaryPValue`: one-sided); tau2 and I2 over all levels; the
 * prediction interval of one effect in a new outermost group, without moderators only
 * @throws effect/variance; data/too-few; mixed/same-groups where two levels have the same groups; moderator/dependent
 * @see Konstantopoulos (2011); Cheung (2014); Pustejovsky & Tipton (2018). Reference: metafor::rma.mv(yi, vi, random =
 * ~ 1 | study / effect, test = "t", dfs = "contain"), clubSandwich::coef_test(model, "CR2")
 * @example multilevelMeta({ estimate: [0.1, 0.2, 0.5, 0.7], samplingVariance: [0.01, 0.01, 0.01, 0.01], levels: { study: ["a", "a", "b", "b"] } }).levels[0].variance // 0.09625
 */
export function multilevelMeta(data: Given<typeof input>, given: Given<typeof options> = {}): MultilevelMeta {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const effects = readMultilevel(columns);
  const fitted = fitMultilevel(effects, settings.method);
  const shown = multilevelEstimates(effects, fitted, settings);
  return {
    kind: "multilevelMeta",
    options: settings,
    sample: effects.effects.sample,
    notes: multilevelNotes(shown, effects, settings, fitted.top.maxima),
    ...shown,
  };
}

export const multilevelMetaCard = defineStatistic({
  kind: "multilevelMeta",
  label: { en: "Multilevel meta-analysis", nl: "Multilevel meta-analyse" },
  summary: {
    en: "The mean of effects of which several come from one study, and how much they differ within and between studies.",
    nl: "Het gemiddelde van effecten waarvan er meer uit één studie komen, en hoeveel ze verschillen binnen en tussen studies.",
  },
  input,
  options,
  result,
  run: multilevelMeta,
  tidy: multilevelRows,
  glance: multilevelSummary,
  composes: [],
  charts: [],
  source: "Konstantopoulos (2011); Cheung (2014); Pustejovsky & Tipton (2018)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41, 0.09, 0.33, 0.28],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02, 0.015, 0.02, 0.01],
      levels: {
        study: ["Adams", "Adams", "Bakker", "Chen", "Chen", "De Vries", "Evans", "Evans", "Evans", "Fisher"],
        effect: [1, 2, 1, 1, 2, 1, 1, 2, 3, 1],
      },
    },
    options: { backTransform: "fisherZ" },
  },
});
