import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { read } from "../table/input.ts";
import { BACK_TRANSFORMS } from "./backTransform.ts";
import { maximaNotes, place, rowNotes, type StudyNames, weightedEffectColumns } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { residualVariances } from "./meanFit.ts";
import { type Pooled, pool } from "./pooledEffects.ts";
import { poolingOptions, tau2Interval } from "./poolingOptions.ts";
import { type UsableEffects, usableWeightedEffects } from "./readEffects.ts";

const input = z.strictObject(weightedEffectColumns);

const options = z.strictObject({
  ...poolingOptions,
  tau2Interval,
  thresholds: described(z.array(z.number()).default([0]), {
    en: "how likely is an effect above each of these in a new study (on the scale that is reported)",
    nl: "hoe waarschijnlijk is in een nieuwe studie een effect boven elk van deze (op de schaal van de rapportage)",
  }),
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };
const prediction = { predictionLower: available, predictionUpper: available };

const study = z.strictObject({
  ...place,
  ...limits,
  samplingVariance: z.number(),
  weight: z.number(),
  residual: z.number(),
  standardizedResidual: available,
  transformed: z.strictObject(limits).nullable(),
});

const result = resultSchema("randomEffects", options, {
  k: z.int(),
  ...limits,
  standardError: z.number(),
  statistic: available,
  df: available,
  pValue: available,
  scale2: available,
  tau2: available,
  tau: available,
  standardErrorTau2: available,
  tau2Lower: available,
  tau2Upper: available,
  I2: available,
  I2Lower: available,
  I2Upper: available,
  H2: available,
  H2Lower: available,
  H2Upper: available,
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  ...prediction,
  predictive: z.array(z.strictObject({ threshold: z.number(), above: available })),
  logLikelihood: available,
  transformed: z.strictObject({ ...limits, ...prediction }).nullable(),
  meanRho: available,
  meanRhoLower: available,
  meanRhoUpper: available,
  studies: z.array(study),
});

export type RandomEffects = z.output<typeof result>;

/**
 * The mean effect of independent studies, how much true effects differ between studies (tau2), and where the effect
 * of a new study may lie. REML with the Knapp-Hartung test unless told otherwise; tau2 is exact to some 12 digits.
 * @param data `estimate`, `samplingVariance`, if wanted `weight` and `study`; rows with a missing number are left out
 * @param given method, test, tau2Interval, prediction, thresholds, backTransform ("fisherZ" adds correlations)
 * @returns I2 and weights 0-1; scale2 is Knapp and Hartung's s2; `transformed` holds median, `meanRho` mean correlation
 * @throws effect/variance, effect/weight with their rows; data/too-few without any row; meta/weights-needed (GENQ)
 * @see Viechtbauer (2005); Knapp & Hartung (2003); Viechtbauer (2007). Reference: metafor::rma(yi, vi, test = "knha")
 * @example randomEffects({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }).tau2 // 0.0328848664377
 */
export function randomEffects(data: Given<typeof input>, given: Given<typeof options> = {}): RandomEffects {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableWeightedEffects(columns);
  const pooled = pool(layOut(effects), settings);
  const studies = studyRows(effects, pooled, settings, names);
  return {
    kind: "randomEffects",
    options: settings,
    sample: effects.sample,
    notes: notesOf(pooled, effects, settings, names),
    ...pooled.summary,
    studies,
  };
}

type Limits = { estimate: number; lower: number; upper: number };
type Settings = Resolved<typeof options>;

/** Per study its own interval, by the normal distribution, and its place in the whole. */
function studyRows(effects: UsableEffects, { summary, fit }: Pooled, settings: Settings, names: StudyNames) {
  const quantile = normalUpperQuantile((1 - settings.confidenceLevel) / 2);
  const onOriginalScale = originalScale(settings);
  const residualVariance = residualVariances(fit);
  const rows = new Array<z.output<typeof study>>(effects.rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = effects.rows[i]!;
    const estimate = effects.estimates[i]!;
    const samplingVariance = effects.variances[i]!;
    const margin = quantile * Math.sqrt(samplingVariance);
    const lower = estimate - margin;
    const upper = estimate + margin;
    const residual = estimate - summary.estimate;
    const weight = (effects.weights?.[i] ?? 1 / (samplingVariance + fit.tau2)) / fit.totalWeight;
    const variance = residualVariance(samplingVariance, weight);
    const standardizedResidual = summary.k > 1 && variance > 0 ? residual / Math.sqrt(variance) : null;
    const transformed = onOriginalScale({ estimate, lower, upper });
    const name = names?.[row] ?? String(row + 1);
    rows[i] = {
      study: name,
      row: row + 1,
      estimate,
      lower,
      upper,
      samplingVariance,
      weight,
      residual,
      standardizedResidual,
      transformed,
    };
  }
  return rows;
}

function originalScale({ backTransform }: Settings): (own: Limits) => Limits | null {
  const transform = BACK_TRANSFORMS[backTransform];
  if (!transform) return () => null;
  return ({ estimate, lower, upper }) => ({
    ...{ estimate: transform(estimate), lower: transform(lower), upper: transform(upper) },
  });
}

function notesOf({ summary, fit }: Pooled, effects: UsableEffects, settings: Settings, names: StudyNames): Note[] {
  const { k, scale2, Q, tau2Upper, df, predictionLower } = summary;
  const scaled = df !== null && scale2 !== null && settings.test !== "t";
  const narrow = scaled && settings.test === "knappHartung" && scale2 > 0 && scale2 < 1;
  return [
    ...rowNotes(effects, names),
    ...notesWhen(
      [k === 1, "meta/one-study"],
      [k > 1 && k < 5 && settings.method !== "FE", "meta/few-studies", { k }],
      [scaled && settings.method === "FE", "meta/fixed-scaled"],
      [scaled && scale2 === 0, "meta/no-spread"],
      [narrow, "meta/scale-below-one", { scale2: scale2 ?? 0 }],
      [tau2Upper === 0, "meta/no-tau2-fits", { Q }],
      [k === 2 && fit.isRandom && predictionLower === null, "meta/no-prediction", { k }],
    ),
    ...maximaNotes([fit.maxima]),
  ];
}

/** Estimate and limits as the reader wants them; a standard error belongs to the pooled scale only. */
function shownEffect({
  estimate,
  standardError,
  lower,
  upper,
  predictionLower,
  predictionUpper,
  transformed,
}: RandomEffects) {
  const own = { estimate, standardError, lower, upper, predictionLower, predictionUpper };
  return transformed ? { ...own, ...transformed, standardError: null } : own;
}

function studyRow({
  study: term,
  estimate,
  lower,
  upper,
  samplingVariance,
  weight,
  transformed,
}: z.output<typeof study>): Row {
  const own = { estimate, lower, upper, samplingVariance };
  return { term, ...(transformed ?? own), weight };
}

export const randomEffectsCard = defineStatistic({
  kind: "randomEffects",
  label: { en: "Random-effects meta-analysis", nl: "Random-effects meta-analyse" },
  summary: {
    en: "The mean effect of independent studies and how much they differ.",
    nl: "Het gemiddelde effect van onafhankelijke studies en hoeveel ze verschillen.",
  },
  input,
  options,
  result,
  run: randomEffects,
  tidy: ({ studies }) => studies.map(studyRow),
  glance: (pooled) => ({
    k: pooled.k,
    ...shownEffect(pooled),
    statistic: pooled.statistic,
    df: pooled.df,
    pValue: pooled.pValue,
    tau2: pooled.tau2,
    tau: pooled.tau,
    I2: pooled.I2,
    H2: pooled.H2,
    Q: pooled.Q,
  }),
  composes: [],
  charts: ["forestPlot"],
  source: "Viechtbauer (2005); Knapp & Hartung (2003); Viechtbauer (2007)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { backTransform: "fisherZ" },
  },
});
