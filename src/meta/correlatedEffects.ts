import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { categoryColumn, labelColumn, read } from "../table/input.ts";
import { type CorrelatedEffects as Correlated, readCorrelated, withCorrelation } from "./correlatedRead.ts";
import { multilevelEstimates, multilevelNotes } from "./multilevelEstimates.ts";
import { fitMultilevel } from "./multilevelFit.ts";
import { multilevelRows, multilevelSummary } from "./multilevelRows.ts";
import { multilevelColumns, multilevelFields, multilevelOptions } from "./multilevelSchema.ts";

const input = z.strictObject({
  ...multilevelColumns,
  sample: categoryColumn({
    en: "people the effects were found in, where the outermost level holds several samples",
    nl: "mensen bij wie de effecten zijn gevonden, als het buitenste niveau meer steekproeven bevat",
  }).optional(),
  first: labelColumn({
    en: "effects that are correlations: name of the one variable",
    nl: "effecten die correlaties zijn: naam van de ene variabele",
  }).optional(),
  second: labelColumn({
    en: "effects that are correlations: name of the other variable",
    nl: "effecten die correlaties zijn: naam van de andere variabele",
  }).optional(),
});

const options = z.strictObject({
  rho: described(z.number().min(0).lt(1).default(0.6), {
    en: "correlation of sampling errors of effects found in the same people, from 0 to below 1",
    nl: "correlatie van steekproeffouten van effecten bij dezelfde mensen, van 0 tot onder 1",
  }),
  sensitivity: described(z.enum(["table", "none"]).default("table"), {
    en: "the same with rho from 0 to 0.95, to see whether it matters; or none (saves time)",
    nl: "hetzelfde met rho van 0 tot 0,95, om te zien of het uitmaakt; of geen (bespaart tijd)",
  }),
  ...multilevelOptions,
});

const result = resultSchema("correlatedEffects", options, {
  ...multilevelFields,
  sensitivity: z.array(
    z.strictObject({
      rho: z.number(),
      coefficients: z.array(
        z.strictObject({
          term: z.string(),
          estimate: z.number(),
          standardError: available,
          df: available,
          pValue: available,
          lower: available,
          upper: available,
        }),
      ),
      variances: z.array(z.number()),
      tau2: z.number(),
      I2: z.number(),
      logLikelihood: z.number(),
    }),
  ),
});

export type CorrelatedEffects = z.output<typeof result>;
type Settings = Resolved<typeof options>;

/** The correlations of the table. */
const RHOS = [0, 0.2, 0.4, 0.6, 0.8, 0.95];

/**
 * The mean of effects of which several come from the same people: their sampling errors are correlated by a supposed
 * rho, true effects differ within and between studies (correlated and hierarchical effects), and robust tests do not rest
 * on rho being right. A table shows what another rho would give.
 * @param data `estimate`, `samplingVariance`; `levels`: outermost first, usually study and effect; `sample`, read within
 * the outermost level; `moderators` (numbers), `factors` (categories). A row with a gap is left out. For correlations
 * `first` and `second`, the names of their variables: where the people's other correlations are among the effects, errors
 * correlate as these say (Olkin & Siotani, 1976) and not by rho; Fisher's z needs `backTransform: "fisherZ"` for that
 * @param given rho, whether to give the table, and the options of `multilevelMeta`
 * @returns as `multilevelMeta`; `sensitivity`: per rho the coefficients (robust, unless asked not to), the variances from
 * the outermost level inwards, tau2, I2 (0-1) and log-likelihood
 * @throws effect/variance; data/too-few; mixed/same-groups where two levels have the same groups;
 * moderator/dependent; correlated/impossible where correlations cannot all be true together
 * @see Pustejovsky & Tipton (2022); Olkin & Siotani (1976). Reference: metafor::rma.mv(yi, vcalc(vi, cluster = study, obs = effect, rho = 0.6),
 * random = ~ 1 | study / effect, test = "t", dfs = "contain"), clubSandwich::coef_test(model, "CR2")
 * @example correlatedEffects({ estimate: [0.1, 0.2, 0.5, 0.7], samplingVariance: [0.01, 0.01, 0.01, 0.01], levels: { study: ["a", "a", "b", "b"] } }, { rho: 0.5 }).tau2 // 0.09375
 */
export function correlatedEffects(data: Given<typeof input>, given: Given<typeof options> = {}): CorrelatedEffects {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const correlated = readCorrelated(columns, settings.backTransform === "fisherZ");
  const effects = withCorrelation(correlated, settings.rho);
  const fitted = fitMultilevel(effects, settings.method);
  const shown = multilevelEstimates(effects, fitted, settings);
  return {
    kind: "correlatedEffects",
    options: settings,
    sample: effects.effects.sample,
    notes: [
      ...notesWhen(
        [correlated.known < correlated.pairs, "correlated/supposed", { rho: settings.rho }],
        [correlated.known > 0, "correlated/reported", { known: correlated.known, pairs: correlated.pairs }],
        [correlated.sharing === 0, "correlated/nothing-shared"],
      ),
      ...multilevelNotes(shown, effects, settings, fitted.top.maxima),
    ],
    ...shown,
    sensitivity: settings.sensitivity === "none" ? [] : RHOS.map((rho) => atCorrelation(correlated, rho, settings)),
  };
}

function atCorrelation(correlated: Correlated, rho: number, settings: Settings) {
  const effects = withCorrelation(correlated, rho);
  const fitted = fitMultilevel(effects, settings.method);
  const shown = multilevelEstimates(effects, fitted, { ...settings, varianceIntervals: "none" });
  const { coefficients, levels, tau2, I2, logLikelihood } = shown;
  return {
    rho,
    coefficients: coefficients.map(({ term, estimate, robust, ...own }) => {
      const { standardError, df, pValue, lower, upper } = robust ?? own;
      return { term, estimate, standardError, df, pValue, lower, upper };
    }),
    variances: levels.map(({ variance }) => variance),
    ...{ tau2, I2, logLikelihood },
  };
}

export const correlatedEffectsCard = defineStatistic({
  kind: "correlatedEffects",
  label: { en: "Correlated and hierarchical effects", nl: "Gecorreleerde en hiërarchische effecten" },
  summary: {
    en: "The mean of effects of which several come from the same people, and whether the correlation of their errors matters.",
    nl: "Het gemiddelde van effecten waarvan er meer bij dezelfde mensen zijn gevonden, en of de correlatie van hun fouten uitmaakt.",
  },
  input,
  options,
  result,
  run: correlatedEffects,
  tidy: (shown) => [
    ...multilevelRows(shown),
    ...shown.sensitivity.flatMap(({ rho, coefficients, tau2, I2 }) =>
      coefficients.map((own) => {
        const kind = shown.options.robust === "none" ? shown.options.method : shown.options.robust;
        return { ...own, tau2, I2, method: `${kind}, rho = ${rho}` };
      }),
    ),
  ],
  glance: multilevelSummary,
  composes: [],
  charts: [],
  source: "Pustejovsky & Tipton (2022); Olkin & Siotani (1976)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41, 0.09, 0.33, 0.28],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02, 0.015, 0.02, 0.01],
      levels: {
        study: ["Adams", "Adams", "Bakker", "Chen", "Chen", "De Vries", "Evans", "Evans", "Evans", "Fisher"],
        effect: [1, 2, 1, 1, 2, 1, 1, 2, 3, 1],
      },
    },
    options: { rho: 0.6, backTransform: "fisherZ" },
  },
});
