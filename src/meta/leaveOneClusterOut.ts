import { z } from "zod";
import { BetrokkenError } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { categoryColumn, read } from "../table/input.ts";
import { waldSquares } from "./blockSandwich.ts";
import { type CorrelatedColumns, readCorrelated, withCorrelation } from "./correlatedRead.ts";
import { multilevelEstimates } from "./multilevelEstimates.ts";
import { coefficientsAt, fitMultilevel } from "./multilevelFit.ts";
import { multilevelColumns, multilevelOptions } from "./multilevelSchema.ts";

const input = z.strictObject({
  ...multilevelColumns,
  sample: categoryColumn({
    en: "people the effects were found in, where the outermost level holds several samples",
    nl: "mensen bij wie de effecten zijn gevonden, als het buitenste niveau meer steekproeven bevat",
  }).optional(),
});

const { method, test, robust, confidenceLevel } = multilevelOptions;
const options = z.strictObject({
  rho: described(z.number().min(0).lt(1).default(0), {
    en: "correlation of sampling errors of effects found in the same people; 0: the multilevel model",
    nl: "correlatie van steekproeffouten van effecten bij dezelfde mensen; 0: het multilevelmodel",
  }),
  ...{ method, test, robust, confidenceLevel },
});

const coefficient = {
  term: z.string(),
  estimate: z.number(),
  standardError: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
};

const left = z.strictObject({
  left: z.string(),
  k: z.int(),
  coefficients: z.array(z.strictObject({ ...coefficient, dfbetas: available })),
  variances: z.array(z.number()),
  tau2: available,
  I2: available,
  Q: available,
  cooksDistance: available,
});

const result = resultSchema("leaveOneClusterOut", options, {
  k: z.int(),
  clusters: z.int(),
  coefficients: z.array(z.strictObject(coefficient)),
  tau2: z.number(),
  I2: z.number(),
  Q: z.number(),
  left: z.array(left),
});

type Settings = Resolved<typeof options>;
export type LeaveOneClusterOut = z.output<typeof result>;

/**
 * What the pooled effect would be without each study (or whatever the outermost level is), all its effects left out
 * together: whether one study carries the result of a multilevel or correlated-effects model.
 * @param data `estimate`, `samplingVariance`; `levels`: outermost first; `crossed`, `sample`, `moderators`, `factors` as in
 * `correlatedEffects`. A row with a gap is left out
 * @param given rho; REML or ML; test and robust tests; level of the intervals
 * @param context progress and interruption
 * @returns the whole, and per group left out: coefficients (robust, unless asked not to) with dfbetas (in standard errors of
 * all effects at the variances without the group), variances from the outermost level inwards, tau2, I2 (0-1), Q, and Cook's distance (0 and above); null where the rest cannot be fitted
 * @throws as `multilevelMeta`
 * @see Viechtbauer & Cheung (2010). Reference: metafor::cooks.distance(rma.mv(...), cluster = study), dfbetas
 * @example leaveOneClusterOut({ estimate: [0.1, 0.2, 0.5, 0.7, 0.3], samplingVariance: [0.01, 0.01, 0.01, 0.01, 0.01], levels: { study: ["a", "a", "b", "b", "c"] } }).left[2].tau2 // 0.09625
 */
export function leaveOneClusterOut(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): LeaveOneClusterOut {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const whole = estimatesOf(columns, settings);
  const { rows, sample } = whole.effects.effects;
  const groups = Object.values(columns.levels)[0]!;
  const codes = [...new Set(Array.from(rows, (row) => groups.codes[row]!))];
  const parts = codes.map((code, i) => {
    context.signal?.throwIfAborted();
    const part = without(columns, code, settings);
    context.progress?.(i + 1, codes.length);
    const k = rows.reduce((sum, row) => sum + Number(groups.codes[row] !== code), 0);
    return compared({ name: groups.levels[code]!, k }, whole, part);
  });
  const { k, tau2, I2, Q } = whole.shown;
  return {
    kind: "leaveOneClusterOut",
    options: settings,
    sample,
    notes: notesOf(parts, sample.dropped, columns.estimate.length),
    ...{ k, clusters: codes.length, coefficients: coefficientsOf(whole), tau2, I2, Q },
    left: parts,
  };
}

type Estimates = ReturnType<typeof estimatesOf>;

function estimatesOf(columns: CorrelatedColumns, settings: Settings) {
  const read = readCorrelated(columns, false);
  const effects = settings.rho === 0 ? read.effects : withCorrelation(read, settings.rho);
  const fitted = fitMultilevel(effects, settings.method);
  const shown = multilevelEstimates(effects, fitted, { ...settings, varianceIntervals: "none", backTransform: "none" });
  return { effects, fitted, shown };
}

/** The model without a group; null where what is left cannot be fitted, or has lost a moderator. */
function without(columns: CorrelatedColumns, code: number, settings: Settings): Estimates | null {
  const { codes } = Object.values(columns.levels)[0]!;
  const estimate = columns.estimate.map((value, row) => (codes[row] === code ? Number.NaN : value));
  try {
    return estimatesOf({ ...columns, estimate }, settings);
  } catch (error) {
    if (error instanceof BetrokkenError) return null;
    throw error;
  }
}

function coefficientsOf({ shown }: Estimates) {
  return shown.coefficients.map(({ term, estimate, robust: beside, ...own }) => {
    const { standardError, df, pValue, lower, upper } = beside ?? own;
    return { term, estimate, standardError, df, pValue, lower, upper };
  });
}

function compared(
  { name, k }: { name: string; k: number },
  { effects, fitted: whole }: Estimates,
  part: Estimates | null,
): LeaveOneClusterOut["left"][number] {
  const same = part !== null && part.effects.design.names.join("\n") === effects.design.names.join("\n");
  if (!same)
    return { left: name, k, coefficients: [], variances: [], tau2: null, I2: null, Q: null, cooksDistance: null };
  const { shown, fitted } = part;
  const moves = whole.coefficients.map((value, j) => value - fitted.coefficients[j]!);
  const { covariance } = coefficientsAt(effects, whole.likelihood, fitted.top.variances);
  const distance = waldSquares(
    moves,
    whole.covariance,
    Array.from(moves, (_, j) => j),
  );
  return {
    left: name,
    k,
    coefficients: coefficientsOf(part).map((own, j) => ({
      ...own,
      dfbetas: finiteOrNull(moves[j]! / Math.sqrt(covariance.data[j * moves.length + j]!)),
    })),
    variances: shown.levels.map(({ variance }) => variance),
    ...{ tau2: shown.tau2, I2: shown.I2, Q: shown.Q, cooksDistance: distance },
  };
}

function notesOf(parts: LeaveOneClusterOut["left"], dropped: number, total: number): Note[] {
  const failed = parts.filter(({ tau2 }) => tau2 === null).map((part) => part.left);
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total }],
    [failed.length > 0, "multilevel/not-without", { groups: failed.join(", ") }],
  );
}

export const leaveOneClusterOutCard = defineStatistic({
  kind: "leaveOneClusterOut",
  label: { en: "Leave one study out, with all its effects", nl: "Eén studie weglaten, met al haar effecten" },
  summary: {
    en: "What the pooled effect would be without each study, when studies have several effects.",
    nl: "Wat het gemiddelde effect zonder elke studie zou zijn, als studies meer effecten hebben.",
  },
  input,
  options,
  result,
  run: leaveOneClusterOut,
  tidy: ({ left: parts }) =>
    parts.flatMap(({ left: name, k, coefficients, tau2, I2, Q, cooksDistance }) =>
      coefficients.map(({ term, ...own }) => ({
        ...{ term: `${term}, without ${name}`, ...own },
        ...{ k, tau2, I2, Q, cooksDistance },
      })),
    ),
  glance: ({ k, clusters, tau2, I2, Q, options: { method: how } }) => ({
    k,
    groups: clusters,
    tau2,
    I2,
    Q,
    method: how,
  }),
  composes: [],
  charts: [],
  source: "Viechtbauer & Cheung (2010)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41, 0.09, 0.33, 0.28],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02, 0.015, 0.02, 0.01],
      levels: {
        study: ["Adams", "Adams", "Bakker", "Chen", "Chen", "De Vries", "Evans", "Evans", "Evans", "Fisher"],
        effect: [1, 2, 1, 1, 2, 1, 1, 2, 3, 1],
      },
    },
  },
});
