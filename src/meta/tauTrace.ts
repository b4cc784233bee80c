import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { read } from "../table/input.ts";
import { backTransformed } from "./backTransform.ts";
import { effectColumns, maximaNotes, place, placesOf, rowNotes, type StudyNames } from "./effectColumns.ts";
import { type EffectLayout, layOut } from "./effectLayout.ts";
import { restrictedMaximumLikelihood } from "./maximumLikelihood.ts";
import { weightedMean } from "./meanFit.ts";
import { testedMean, varianceScale } from "./meanInference.ts";
import { refitOptions } from "./poolingOptions.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";
import { residualSums } from "./residualSums.ts";
import { tauSquaredEstimator } from "./tauSquared.ts";

/** The estimators that are marked; EB is PM, GENQ and GENQM ask for weights of one's own. */
const MARKED = ["DL", "HE", "HS", "HSk", "SJ", "ML", "REML", "PM", "PMM"] as const;

const input = z.strictObject(effectColumns);

const options = z.strictObject({
  test: refitOptions.test,
  points: described(z.int().min(2).max(2001).default(41), {
    en: "number of values of tau, evenly from 0",
    nl: "aantal waarden van tau, gelijkmatig vanaf 0",
  }),
  largest: described(z.number().positive().optional(), {
    en: "largest tau; left out: twice the largest estimate of it",
    nl: "grootste tau; weggelaten: tweemaal de grootste schatting ervan",
  }),
  confidenceLevel: refitOptions.confidenceLevel,
  backTransform: refitOptions.backTransform,
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };
const at = {
  ...{ tau: z.number(), tau2: z.number() },
  ...limits,
  standardError: z.number(),
  transformed: z.strictObject(limits).nullable(),
};

const result = resultSchema("tauTrace", options, {
  k: z.int(),
  trace: z.array(z.strictObject({ ...at, Q: z.number(), pQ: available, restrictedLogLikelihood: z.number() })),
  estimators: z.array(z.strictObject({ method: z.enum(MARKED), ...at })),
  effects: z.array(
    z.strictObject({
      ...place,
      observed: z.number(),
      shrunken: z.array(z.number()),
      transformed: z.array(z.number()).nullable(),
    }),
  ),
});

type Settings = Resolved<typeof options>;
export type TauTrace = z.output<typeof result>;

/**
 * How far the answer hangs on how much studies are supposed to differ: the pooled mean with its interval, and every
 * study's shrunken effect, as functions of tau, and where the estimators of tau lie.
 * @param data `estimate` and `samplingVariance` per effect; `study` names; rows with a missing number are left out
 * @param given test, points, largest, confidenceLevel and backTransform
 * @returns `trace` per tau: mean, interval, generalised `Q` with its p (the p of that tau, turned around: the Q-profile
 * interval), restricted log-likelihood; `effects` with `shrunken` estimates at the same taus; `estimators` by method
 * @throws data/too-few below two effects; effect/variance with its row
 * @see Rubin (1981), fig. 1 and 2; Röver (2020). Reference: metafor::rma(tau2 = ) and metafor::blup; bayesmeta's traceplot
 * @example tauTrace({ estimate: [0.1, 0.5], samplingVariance: [0.01, 0.03] }, { points: 2, largest: 1 }).trace[0].estimate // 0.2
 */
export function tauTrace(data: Given<typeof input>, given: Given<typeof options> = {}): TauTrace {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableEffects(columns.estimate, columns.samplingVariance);
  const k = effects.rows.length;
  if (k < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: k });
  const layout = layOut(effects);
  const found = MARKED.map((method) => ({ method, ...tauSquaredEstimator(method).estimate(layout) }));
  const largest = settings.largest ?? reach(layout, Math.max(...found.map(({ tau2 }) => tau2)));
  const taus = Array.from({ length: settings.points }, (_, i) => (largest * i) / (settings.points - 1));
  const trace = taus.map((tau) => {
    const { Q } = residualSums(layout, tau ** 2);
    const restrictedLogLikelihood = restrictedMaximumLikelihood.logLikelihood!(layout, tau ** 2);
    return { ...meanAt(layout, tau ** 2, settings), tau, Q, pQ: chiSquareUpper(Q, k - 1), restrictedLogLikelihood };
  });
  return {
    kind: "tauTrace",
    options: settings,
    sample: effects.sample,
    notes: notesOf(trace, found, effects, names),
    k,
    trace,
    estimators: found.map(({ method, tau2 }) => ({ method, ...meanAt(layout, tau2, settings) })),
    effects: placesOf(effects, names).map((own, i) => ({ ...own, ...shrunkenOf(i, effects, trace, settings) })),
  };
}

/** Twice the largest estimate; where all are 0 one typical standard error. */
function reach(layout: EffectLayout, tau2: number): number {
  return tau2 > 0 ? 2 * Math.sqrt(tau2) : Math.sqrt((layout.k - 1) / residualSums(layout, 0).trace);
}

/** The pooled mean if tau2 were this. */
function meanAt(layout: EffectLayout, tau2: number, { test, confidenceLevel, backTransform }: Settings) {
  const { mean, variance } = weightedMean(layout, tau2);
  const scale = varianceScale(residualSums(layout, tau2).Q, layout.k - 1, test);
  const tested = testedMean(mean, Math.sqrt(scale.factor * variance), scale.df, confidenceLevel);
  const { estimate, lower, upper, standardError } = tested;
  const transformed = backTransformed({ estimate, lower, upper }, backTransform);
  return { tau: Math.sqrt(tau2), tau2, estimate, lower, upper, standardError, transformed };
}

function shrunkenOf(i: number, effects: UsableEffects, trace: TauTrace["trace"], { backTransform }: Settings) {
  const observed = effects.estimates[i]!;
  const variance = effects.variances[i]!;
  const shrunken = trace.map(({ tau2, estimate }) => {
    const kept = tau2 / (tau2 + variance);
    return kept * observed + (1 - kept) * estimate;
  });
  const back = backTransformed(Object.fromEntries(shrunken.entries()), backTransform);
  return { observed, shrunken, transformed: back && Object.values(back) };
}

function notesOf(
  trace: TauTrace["trace"],
  found: readonly { readonly maxima: number }[],
  effects: UsableEffects,
  names: StudyNames,
): Note[] {
  const signs = new Set(trace.map(({ lower, upper }) => lower > 0 || upper < 0));
  return [
    ...rowNotes(effects, names),
    ...notesWhen([signs.size > 1, "trace/verdict-changes"]),
    ...maximaNotes(found.map(({ maxima }) => maxima)),
  ];
}

type Shown = Pick<TauTrace["trace"][number], "tau" | "estimate" | "lower" | "upper" | "transformed">;

function shown({ tau, transformed, estimate, lower, upper }: Shown) {
  return { tau, ...(transformed ?? { estimate, lower, upper }) };
}

export const tauTraceCard = defineStatistic({
  kind: "tauTrace",
  label: { en: "Trace over tau", nl: "Verloop over tau" },
  summary: {
    en: "The pooled mean and the shrunken effects as functions of how much studies differ.",
    nl: "Het gemiddelde en de gekrompen effecten als functie van hoeveel studies verschillen.",
  },
  input,
  options,
  result,
  run: tauTrace,
  tidy: ({ trace, estimators, effects }) => [
    ...trace.map((one) => ({ term: "mean", ...shown(one) })),
    ...estimators.map((one) => ({ term: one.method, group: "estimator", ...shown(one) })),
    ...effects.flatMap(({ study, shrunken, transformed }) =>
      trace.map(({ tau }, i) => ({ term: study, group: "effect", tau, estimate: (transformed ?? shrunken)[i]! })),
    ),
  ],
  glance: ({ k, estimators }) => {
    const { method, ...one } = estimators.find((own) => own.method === "REML")!;
    return { k, method, tau2: one.tau2, ...shown(one) } as const;
  },
  composes: [],
  charts: [],
  source: "Rubin (1981); Röver (2020); Viechtbauer (2005)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { backTransform: "fisherZ", points: 11 },
  },
});
