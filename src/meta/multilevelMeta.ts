import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { categoryColumns, numberColumn, numberColumns, read } from "../table/input.ts";
import { BACK_TRANSFORM_NAMES, backTransformed } from "./backTransform.ts";
import { quantileOf } from "./meanInference.ts";
import { fitMultilevel, type MultilevelFit, zeroTest } from "./multilevelFit.ts";
import { type MultilevelEffects, readMultilevel } from "./multilevelRead.ts";
import { degreesOfFreedom, moderatorTests, robustTests, testOf } from "./multilevelTests.ts";
import { nestedVarianceInterval } from "./nestedVarianceIntervals.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  levels: categoryColumns({
    en: "what effects belong to, the outermost first: study, effect",
    nl: "waar effecten bij horen, het buitenste eerst: studie, effect",
  }),
  moderators: numberColumns({ en: "moderators that are numbers", nl: "moderatoren die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "moderators that are categories", nl: "moderatoren die categorieën zijn" }).optional(),
});

const options = z.strictObject({
  method: described(z.enum(["REML", "ML"]).default("REML"), {
    en: "restricted maximum likelihood, or maximum likelihood to compare models with other moderators",
    nl: "restricted maximum likelihood, of maximum likelihood om modellen met andere moderatoren te vergelijken",
  }),
  test: described(z.enum(["contain", "residual", "z"]).default("contain"), {
    en: "t with degrees of freedom by the level a moderator varies at, t with effects less coefficients, or z",
    nl: "t met vrijheidsgraden naar het niveau waarop een moderator varieert, t met effecten min coëfficiënten, of z",
  }),
  robust: described(z.enum(["CR2", "CR1", "CR0", "none"]).default("CR2"), {
    en: "tests beside it that are robust to dependence within the outermost level",
    nl: "toetsen ernaast die robuust zijn tegen afhankelijkheid binnen het buitenste niveau",
  }),
  varianceIntervals: described(z.enum(["profile", "none"]).default("profile"), {
    en: "intervals of the variances: from the profile of the likelihood, or none (saves time)",
    nl: "intervallen van de varianties: uit het profiel van de likelihood, of geen (bespaart tijd)",
  }),
  confidenceLevel: shared.confidenceLevel,
  backTransform: described(z.enum(BACK_TRANSFORM_NAMES).default("none"), {
    en: "also give the mean on the original scale; fisherZ: estimates are Fisher z, give correlations",
    nl: "geef het gemiddelde ook op de oorspronkelijke schaal; fisherZ: schattingen zijn Fishers z, geef correlaties",
  }),
});

const tested = {
  standardError: available,
  statistic: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
};

const level = z.strictObject({
  level: z.string(),
  groups: z.int(),
  variance: z.number(),
  standardDeviation: z.number(),
  lower: available,
  upper: available,
  I2: z.number(),
  statistic: z.number(),
  pValue: z.number(),
  boundaryPValue: z.number(),
});

const prediction = { predictionLower: available, predictionUpper: available };

const result = resultSchema("multilevelMeta", options, {
  k: z.int(),
  clusters: z.int(),
  coefficients: z.array(
    z.strictObject({ term: z.string(), estimate: z.number(), ...tested, robust: z.strictObject(tested).nullable() }),
  ),
  tests: z.array(
    z.strictObject({
      term: z.string(),
      statistic: available,
      df: z.int(),
      dfError: available,
      pValue: available,
    }),
  ),
  references: z.record(z.string(), z.string()),
  levels: z.array(level),
  tau2: z.number(),
  I2: z.number(),
  Q: z.number(),
  dfQ: z.int(),
  pQ: z.number(),
  logLikelihood: z.number(),
  parameters: z.int(),
  AIC: z.number(),
  BIC: z.number(),
  AICc: z.number(),
  ...prediction,
  transformed: z.strictObject({ estimate: z.number(), lower: available, upper: available, ...prediction }).nullable(),
  converged: z.boolean(),
});

type Settings = Resolved<typeof options>;
export type MultilevelMeta = z.output<typeof result>;

/** Below this many outermost groups their variance is hardly known. */
const FEW_GROUPS = 5;

/**
 * The mean of effects that belong together (several per study, studies per country), and how much of their differences
 * lies at each level: a meta-analysis in three or more levels, with moderators if wanted.
 * @param data `estimate`, `samplingVariance`; `levels`: outermost first, inner ids read within the outer ones, for the
 * usual three levels study and effect; `moderators` (numbers), `factors` (categories). A row with a gap is left out
 * @param given REML or ML; test; robust tests; intervals of the variances; level of the intervals; backTransform
 * @returns coefficients (`robust`: the same by the sandwich estimator); per level, outermost first, its variance, profile
 * limits, I2 (0-1) and likelihood ratio test against 0 (`boundaryPValue`: one-sided); tau2 and I2 over all levels; the
 * prediction interval of one effect in a new outermost group, without moderators only
 * @throws effect/variance; data/too-few; mixed/same-groups where two levels have the same groups; moderator/dependent
 * @see Konstantopoulos (2011); Cheung (2014); Pustejovsky & Tipton (2018). Reference: metafor::rma.mv(yi, vi, random =
 * ~ 1 | study / effect, test = "t", dfs = "contain"), clubSandwich::coef_test(model, "CR2")
 * @example multilevelMeta({ estimate: [0.1, 0.2, 0.5, 0.7], samplingVariance: [0.01, 0.01, 0.01, 0.01], levels: { study: ["a", "a", "b", "b"] } }).levels[0].variance // 0.10625
 */
export function multilevelMeta(data: Given<typeof input>, given: Given<typeof options> = {}): MultilevelMeta {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const effects = readMultilevel(columns);
  const fit = fitMultilevel(effects, settings.method);
  const { design, groups, fixed } = effects;
  const k = effects.effects.rows.length;
  const dfQ = k - design.names.length;
  const df = degreesOfFreedom(effects, settings.test);
  const coefficients = coefficientsOf(effects, fit, df, settings);
  const levels = levelsOf(effects, fit, settings);
  const tau2 = levels.reduce((sum, { variance }) => sum + variance, 0);
  const shown = {
    k,
    clusters: groups.counts.at(-1)!,
    coefficients,
    tests: moderatorTests(fit, design, df),
    references: { ...design.references },
    levels,
    tau2,
    I2: tau2 / (tau2 + dfQ / fixed.freeWeight),
    ...{ Q: fixed.Q, dfQ, pQ: chiSquareUpper(fixed.Q, dfQ) },
    ...informationOf(fit, k, settings),
    ...meanOf(coefficients, tau2, df, settings),
    converged: fit.top.converged,
  };
  return {
    kind: "multilevelMeta",
    options: settings,
    sample: effects.effects.sample,
    notes: notesOf(shown, effects),
    ...shown,
  };
}

function coefficientsOf(data: MultilevelEffects, fit: MultilevelFit, df: readonly number[], settings: Settings) {
  const { robust, confidenceLevel } = settings;
  const beside = robust === "none" ? null : robustTests(data, fit, robust, confidenceLevel);
  const p = data.design.names.length;
  return data.design.names.map((term, j) => {
    const estimate = fit.coefficients[j]!;
    const standardError = Math.sqrt(fit.covariance.data[j * p + j]!);
    return {
      term,
      estimate,
      ...testOf(estimate, standardError, df[j]!, confidenceLevel),
      robust: beside?.[j] ?? null,
    };
  });
}

/** From the outermost level inwards. */
function levelsOf({ groups, fixed, effects, design }: MultilevelEffects, fit: MultilevelFit, settings: Settings) {
  const { likelihood, reach, top } = fit;
  const typical = (effects.rows.length - design.names.length) / fixed.freeWeight;
  const total = top.variances.reduce((sum, value) => sum + value, 0);
  return [...groups.names.keys()].reverse().map((l) => {
    const limits =
      settings.varianceIntervals === "none"
        ? null
        : nestedVarianceInterval(likelihood, reach, top, l, settings.confidenceLevel);
    const variance = top.variances[l]!;
    return {
      level: groups.names[l]!,
      groups: groups.counts[l]!,
      variance,
      standardDeviation: Math.sqrt(variance),
      lower: finiteOrNull(limits?.lower ?? Number.NaN),
      upper: finiteOrNull(limits?.upper ?? Number.NaN),
      I2: variance / (total + typical),
      ...zeroTest(fit, l),
    };
  });
}

/** Information criteria as metafor counts them: restricted likelihood has k - p observations. */
function informationOf({ top, coefficients, logLikelihood }: MultilevelFit, k: number, { method }: Settings) {
  const parameters = coefficients.length + top.variances.length;
  const rows = method === "REML" ? k - coefficients.length : k;
  const most = Math.max(rows, parameters + 2);
  return {
    logLikelihood,
    parameters,
    AIC: 2 * parameters - 2 * logLikelihood,
    BIC: parameters * Math.log(rows) - 2 * logLikelihood,
    AICc: (2 * parameters * most) / (most - parameters - 1) - 2 * logLikelihood,
  };
}

/** Of a model without moderators: where a new effect may lie, and the mean on its original scale. */
function meanOf(coefficients: MultilevelMeta["coefficients"], tau2: number, df: readonly number[], settings: Settings) {
  const [mean, second] = coefficients;
  const none = { predictionLower: null, predictionUpper: null };
  if (!mean || second) return { ...none, transformed: null };
  const { estimate, standardError, lower, upper } = mean;
  const reach =
    df[0]! > 0
      ? quantileOf((1 - settings.confidenceLevel) / 2, df[0]!) * Math.hypot(standardError ?? 0, Math.sqrt(tau2))
      : Number.NaN;
  const predicted = {
    predictionLower: finiteOrNull(estimate - reach),
    predictionUpper: finiteOrNull(estimate + reach),
  };
  return {
    ...predicted,
    transformed: backTransformed({ estimate, lower, upper, ...predicted }, settings.backTransform),
  };
}

type Shown = Pick<MultilevelMeta, "coefficients" | "levels" | "clusters" | "converged">;

function notesOf(
  { coefficients, levels, clusters, converged }: Shown,
  { effects, groups, design }: MultilevelEffects,
): Note[] {
  const { used, dropped } = effects.sample;
  const lowest = Math.min(...coefficients.map(({ robust }) => robust?.df ?? Number.POSITIVE_INFINITY));
  const [innermost, counted] = [groups.names[0]!, groups.counts[0]!];
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total: used + dropped }],
      [!converged, "mixed/not-converged"],
      [clusters < FEW_GROUPS, "mixed/few-groups", { level: levels[0]!.level, groups: clusters }],
      [lowest < 4, "mixed/robust-few-df", { df: lowest }],
      [counted < used, "multilevel/no-effect-level", { level: innermost }],
      [
        coefficients.some(({ df, pValue }) => df === null && pValue === null),
        "multilevel/no-df",
        { level: levels[0]!.level },
      ],
      [design.names.length > 1, "moderator/between-studies"],
    ),
    ...levels
      .filter(({ variance }) => variance === 0)
      .map(({ level: name }) => note("mixed/boundary", { level: name })),
    ...notesWhen([levels.some(({ variance }) => variance > 0), "multilevel/zero-test"]),
  ];
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
  tidy: ({ coefficients, levels, options: { method, robust: correction } }) => [
    ...coefficients.flatMap(({ term, estimate, robust, ...own }) => [
      { term, estimate, ...own, method },
      ...(robust ? [{ term, estimate, ...robust, method: correction }] : []),
    ]),
    ...levels.map(({ level: name, groups, variance: estimate, standardDeviation, lower, upper, I2 }) => {
      return { term: "variance", level: name, k: groups, estimate, standardDeviation, lower, upper, I2, method };
    }),
  ],
  glance: ({ k, clusters, tau2, I2, Q, dfQ, pQ, logLikelihood, predictionLower, predictionUpper, options }) => ({
    ...{ k, groups: clusters, tau2, I2, Q, df: dfQ, pValue: pQ, predictionLower, predictionUpper, logLikelihood },
    method: options.method,
  }),
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
