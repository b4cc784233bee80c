import type { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { finiteOrNull, type Note } from "../foundation/result.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import type { Matrix } from "../numeric/matrices.ts";
import { backTransformed } from "./backTransform.ts";
import type { Sandwich } from "./blockSandwich.ts";
import { quantileOf } from "./meanInference.ts";
import { type MultilevelFit, zeroTest } from "./multilevelFit.ts";
import type { MultilevelEffects } from "./multilevelRead.ts";
import type { multilevelFields, multilevelOptions } from "./multilevelSchema.ts";
import { degreesOfFreedom, moderatorTests, multilevelSandwich, testOf } from "./multilevelTests.ts";
import { nestedVarianceInterval } from "./nestedVarianceIntervals.ts";

type Settings = { [O in keyof typeof multilevelOptions]: z.output<(typeof multilevelOptions)[O]> };
export type MultilevelShown = { [F in keyof typeof multilevelFields]: z.output<(typeof multilevelFields)[F]> };

/** Below this many outermost groups their variance is hardly known. */
const FEW_GROUPS = 5;

/** All that is reported of a fitted multilevel meta-analysis. */
export function multilevelEstimates(
  effects: MultilevelEffects,
  fitted: MultilevelFit,
  settings: Settings,
): MultilevelShown {
  const { design, groups, fixed } = effects;
  const k = effects.effects.rows.length;
  const dfQ = k - design.names.length;
  const df = degreesOfFreedom(effects, settings.test);
  const sandwich =
    settings.robust === "none" || effects.clusters.length < 2
      ? null
      : multilevelSandwich(effects, fitted, settings.robust);
  const { confidenceLevel } = settings;
  const coefficients = coefficientsOf(effects, fitted, { df, sandwich, confidenceLevel });
  const levels = levelsOf(effects, fitted, settings);
  const tau2 = levels.reduce((sum, { variance }) => sum + variance, 0);
  return {
    k,
    clusters: groups.counts.at(-1)!,
    coefficients,
    tests: moderatorTests(fitted, design, df, sandwich),
    references: { ...design.references },
    levels,
    tau2,
    I2: tau2 / (tau2 + dfQ / fixed.freeWeight),
    ...{ Q: fixed.Q, dfQ, pQ: chiSquareUpper(fixed.Q, dfQ) },
    ...informationOf(fitted, k, settings),
    ...meanOf(coefficients, tau2, df, settings),
    converged: fitted.top.converged,
  };
}

function coefficientsOf(
  { design: { names } }: MultilevelEffects,
  { coefficients, covariance }: MultilevelFit,
  { df, sandwich, confidenceLevel }: { df: readonly number[]; sandwich: Sandwich | null; confidenceLevel: number },
) {
  const p = names.length;
  const errorOf = (matrix: Matrix, j: number) => Math.sqrt(matrix.data[j * p + j]!);
  return names.map((term, j) => {
    const estimate = coefficients[j]!;
    const robust =
      sandwich === null
        ? null
        : testOf(estimate, errorOf(sandwich.covariance, j), sandwich.degreesOfFreedom[j]!, confidenceLevel);
    return { term, estimate, ...testOf(estimate, errorOf(covariance, j), df[j]!, confidenceLevel), robust };
  });
}

/** From the outermost level inwards. */
function levelsOf({ groups, fixed, effects, design }: MultilevelEffects, fitted: MultilevelFit, settings: Settings) {
  const { likelihood, reach, top } = fitted;
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
      ...zeroTest(fitted, l),
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
function meanOf(
  coefficients: MultilevelShown["coefficients"],
  tau2: number,
  df: readonly number[],
  settings: Settings,
) {
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

type Shown = Pick<MultilevelShown, "coefficients" | "levels" | "clusters" | "converged">;

export function multilevelNotes(
  { coefficients, levels, clusters, converged }: Shown,
  { effects, groups, clusters: connected, design }: MultilevelEffects,
  { varianceIntervals }: Settings,
  maxima: number,
): Note[] {
  const { used, dropped } = effects.sample;
  const lowest = Math.min(...coefficients.map(({ robust }) => robust?.df ?? Number.POSITIVE_INFINITY));
  const [innermost, counted] = [groups.names[groups.crossed]!, Math.max(...groups.counts)];
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
      [groups.crossed > 0 && connected.length < 2, "multilevel/crossed-not-robust"],
      [groups.crossed > 0 && connected.length > 1, "multilevel/crossed-clusters", { clusters: connected.length }],
      [maxima > 1, "multilevel/several-maxima", { maxima }],
    ),
    ...levels
      .filter(({ variance }) => variance === 0)
      .map(({ level: name }) => note("mixed/boundary", { level: name })),
    ...levels
      .filter(({ upper }) => varianceIntervals === "profile" && upper === null)
      .map(({ level: name }) => note("multilevel/flat", { level: name })),
    ...notesWhen([levels.some(({ variance }) => variance > 0), "multilevel/zero-test"]),
  ];
}
