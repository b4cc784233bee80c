import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve, shared } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { nestedModel } from "../numeric/nestedIntercepts.ts";
import {
  type Categories,
  categoryColumns,
  type NumberColumns,
  numberColumn,
  numberColumns,
  read,
} from "../table/input.ts";
import { fixedColumns, type NestedGroups, nestedGroups } from "./mixedDesign.ts";
import { type MixedEstimates, mixedEstimates } from "./mixedEstimates.ts";

const input = z.strictObject({
  outcome: numberColumn({ en: "what is explained", nl: "wat wordt verklaard" }),
  groups: categoryColumns({
    en: "who belongs together, the outermost first: school, teacher",
    nl: "wie bij elkaar hoort, de buitenste eerst: school, leraar",
  }),
  numbers: numberColumns({ en: "predictors that are numbers", nl: "voorspellers die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "predictors with categories", nl: "voorspellers met categorieën" }).optional(),
});

const options = z.strictObject({
  method: described(z.enum(["REML", "ML"]).default("REML"), {
    en: "restricted maximum likelihood, or maximum likelihood to compare models with other predictors",
    nl: "restricted maximum likelihood, of maximum likelihood om modellen met andere voorspellers te vergelijken",
  }),
  varianceIntervals: described(z.enum(["profile", "none"]).default("profile"), {
    en: "intervals and tests of the variances: from the profile of the likelihood, or none",
    nl: "intervallen en toetsen van de varianties: uit het profiel van de likelihood, of geen",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const test = z.strictObject({
  standardError: available,
  df: available,
  statistic: available,
  pValue: available,
  lower: available,
  upper: available,
});

const variance = z.strictObject({
  level: z.string(),
  groups: z.int().nullable(),
  variance: z.number(),
  standardDeviation: z.number(),
  lower: available,
  upper: available,
  statistic: available,
  pValue: available,
  share: z.number(),
  icc: available,
});

const result = resultSchema("mixedModel", options, {
  coefficients: z.array(z.strictObject({ term: z.string(), estimate: z.number(), ...test.shape, robust: test })),
  references: z.record(z.string(), z.string()),
  variances: z.array(variance),
  clusters: z.int(),
  marginalR2: z.number(),
  conditionalR2: z.number(),
  logLikelihood: z.number(),
  parameters: z.int(),
  aic: z.number(),
  bic: z.number(),
  converged: z.boolean(),
});

export type MixedModel = z.output<typeof result>;

/** Below this many outermost groups their variance is hardly known. */
const FEW_GROUPS = 5;

/**
 * What goes with an outcome of people in groups within groups (parents under teachers under schools): a linear model
 * with a random intercept for every level, and beside its tests those that are robust to any clustering in the
 * outermost groups (CR2).
 * @param data `outcome`; `groups`: outermost first, inner ids read within the outer ones; `numbers` and `factors`
 * (optional): the predictors. A row with a missing value is left out
 * @param given REML (default) or ML; intervals of the variances; level of the intervals
 * @returns coefficients in the unit of the outcome, t tests with Satterthwaite's degrees of freedom; variances from the
 * outermost level to the residual, `share` of all, `icc`: correlation of two rows of one such group (shares of this level
 * and those around it), `statistic` and `pValue`: likelihood ratio test of a variance of 0 (mixture of chi-squares), where
 * profiles are asked for; marginalR2 (predictors) and conditionalR2 (with the groups); likelihood as lme4's
 * @throws data/too-few; data/constant; model/singular; moderator/one-level; mixed/same-groups, mixed/single-rows where a
 * level cannot be told from another
 * @see Harville (1977); Giesbrecht & Burns (1985); Pustejovsky & Tipton (2018); Nakagawa & Schielzeth (2013);
 * Self & Liang (1987). Reference: lmerTest::lmer(y ~ x + (1 | school / teacher)), clubSandwich::coef_test(model, "CR2")
 * @example mixedModel({ outcome: [1, 2, 3, 3, 4, 5], groups: { school: ["a", "a", "a", "b", "b", "b"] } }).variances[0].variance // 1.666666666667
 */
export function mixedModel(data: Given<typeof input>, given: Given<typeof options> = {}): MixedModel {
  const { outcome, groups, numbers, factors = {} } = read(input, data);
  const settings = resolve(options, given);
  if (Object.keys(groups).length === 0) {
    refuse("input/too-few-columns", { input: "groups", minimum: 1, found: 0 });
  }
  const complete = completeRows(outcome, numbers, [...Object.values(groups), ...Object.values(factors)]);
  const { rows } = complete;
  const fixed = fixedColumns(numbers, factors, rows);
  const nested = nestedGroups(groups, rows);
  const y = Float64Array.from(rows, (row) => outcome[row]!);
  refuseHopeless(y, fixed.columns.length, nested);
  const design = { y, x: fixed.columns, levels: nested.levels };
  const model = nestedModel(design, settings.method);
  if (model === null) return refuse("model/singular");
  const fitted = mixedEstimates(model, design, nested, settings);
  const names = ["intercept", ...fixed.names];
  return {
    kind: "mixedModel",
    options: settings,
    sample: {
      unit: "respondent",
      used: rows.length,
      dropped: outcome.length - rows.length,
      missing: complete.missing,
    },
    notes: notesOf(fitted, outcome.length - rows.length, outcome.length),
    coefficients: fitted.coefficients.map((one, k) => ({ term: names[k]!, ...one })),
    references: { ...fixed.references },
    variances: fitted.variances,
    clusters: nested.counts.at(-1)!,
    ...fitted.fit,
    converged: model.converged,
  };
}

function completeRows(
  outcome: Float64Array,
  numbers: NumberColumns | undefined,
  categories: readonly Categories[],
): { rows: number[]; missing: number } {
  const columns = [outcome, ...(numbers?.columns ?? [])];
  const rows: number[] = [];
  let missing = 0;
  for (let i = 0; i < outcome.length; i++) {
    const gaps =
      columns.filter((column) => Number.isNaN(column[i]!)).length +
      categories.filter(({ codes }) => codes[i] === -1).length;
    missing += gaps;
    if (gaps === 0) rows.push(i);
  }
  return { rows, missing };
}

/** What no likelihood can tell apart, in words rather than as a singular matrix. */
function refuseHopeless(y: Float64Array, predictors: number, { names, counts, levels }: NestedGroups): void {
  const needed = predictors + 2;
  if (y.length < needed) refuse("data/too-few", { needed, unit: "rows", found: y.length });
  if (y.every((value) => value === y[0])) refuse("data/constant", {}, { column: "outcome" });
  counts.forEach((count, l) => {
    const level = names[l]!;
    if (count < 2) refuse("data/too-few", { needed: 2, unit: level, found: count });
    if (l > 0 && counts[l - 1] === count) refuse("mixed/same-groups", { inner: names[l - 1]!, outer: level });
  });
  if (counts[0] === levels[0]!.length) refuse("mixed/single-rows", { level: names[0]! });
}

function notesOf(
  { variances, clusters, converged, coefficients }: MixedEstimates,
  dropped: number,
  total: number,
): Note[] {
  const lowest = Math.min(...coefficients.map(({ robust }) => robust.df ?? Number.POSITIVE_INFINITY));
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total }],
      [!converged, "mixed/not-converged"],
      [clusters < FEW_GROUPS, "mixed/few-groups", { level: variances[0]!.level, groups: clusters }],
      [lowest < 4, "mixed/robust-few-df", { df: lowest }],
    ),
    ...variances.filter(({ variance }) => variance === 0).map(({ level }) => note("mixed/boundary", { level })),
  ];
}

export const mixedModelCard = defineStatistic({
  kind: "mixedModel",
  label: { en: "Mixed model with nested groups", nl: "Gemengd model met geneste groepen" },
  summary: {
    en: "What goes with an outcome of people in classes and schools.",
    nl: "Wat samengaat met een uitkomst van mensen in klassen en scholen.",
  },
  input,
  options,
  result,
  run: mixedModel,
  tidy: ({ coefficients, variances, options: { method } }) => [
    ...coefficients.flatMap(({ term, estimate, robust, ...own }) => [
      { term, estimate, ...own, method: `${method}, Satterthwaite` },
      { term, estimate, ...robust, method: "CR2" },
    ]),
    ...variances.map(
      ({ level, variance: estimate, standardDeviation, lower, upper, statistic, pValue, icc, groups }) => {
        return {
          term: "variance",
          level,
          estimate,
          standardDeviation,
          lower,
          upper,
          statistic,
          pValue,
          icc,
          k: groups,
          method,
        };
      },
    ),
  ],
  glance: ({ sample, clusters, logLikelihood, conditionalR2, variances, options: { method } }) => ({
    n: sample.used,
    k: clusters,
    icc: variances.at(-2)!.icc,
    R2: conditionalR2,
    logLikelihood,
    method,
  }),
  composes: [],
  charts: [],
  source: "Harville (1977); Giesbrecht & Burns (1985); Pustejovsky & Tipton (2018); Nakagawa & Schielzeth (2013)",
  example: {
    data: {
      outcome: [6, 7, 6.5, 8, 7.5, 8.5, 5, 6, 5.5, 7, 8, null],
      groups: {
        school: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"],
        teacher: [1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2],
      },
      numbers: { involvement: [3, 4, 3, 5, 4, 5, 2, 3, 2, 4, 5, 3] },
    },
  },
});
