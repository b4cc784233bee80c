import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { clusterRobust } from "../numeric/clusterRobust.ts";
import { univariate } from "../numeric/univariate.ts";
import { categoryColumn, categoryColumns, numberColumn, numberColumns, read } from "../table/input.ts";
import { testedEstimate } from "./meanDifference.ts";
import { type FixedColumns, fixedColumns } from "./mixedDesign.ts";
import { fitOf, shareOf, stepRows, stepsOf, testOf } from "./regressionSteps.ts";
import {
  breuschPagan,
  type Fitted,
  HC_TYPES,
  type HcType,
  heteroskedasticErrors,
  leverages,
} from "./robustCovariance.ts";

const input = z.strictObject({
  outcome: numberColumn({ en: "what is explained", nl: "wat wordt verklaard" }),
  numbers: numberColumns({ en: "predictors that are numbers", nl: "voorspellers die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "predictors with categories", nl: "voorspellers met categorieën" }).optional(),
  cluster: categoryColumn({ en: "school, class or other cluster", nl: "school, klas of ander cluster" }).optional(),
});

const CLUSTER_TYPES = ["CR2", "CR1", "CR1S", "CR0"] as const;

const options = z.strictObject({
  robust: described(z.enum(["auto", ...CLUSTER_TYPES, ...HC_TYPES, "none"]).default("auto"), {
    en: "robust tests beside the usual ones; auto: CR2 where clusters are given, otherwise HC3",
    nl: "robuuste toetsen naast de gewone; auto: CR2 waar clusters zijn gegeven, anders HC3",
  }),
  steps: described(z.array(z.array(z.string()).min(1)).default([]), {
    en: "predictors in the order they enter, step by step; all at once when left out",
    nl: "voorspellers in de volgorde waarin ze erbij komen, stap voor stap; alle tegelijk als het openblijft",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const test = z.strictObject({
  standardError: available,
  statistic: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
});

const coefficient = z.strictObject({
  term: z.string(),
  estimate: z.number(),
  ...test.shape,
  robust: test.nullable(),
  beta: available,
  partR: available,
  vif: available,
});

const step = z.strictObject({
  predictors: z.array(z.string()),
  R2: z.number(),
  adjustedR2: available,
  change: z.number(),
  statistic: available,
  df: z.int(),
  dfError: z.int(),
  pValue: available,
  f2: available,
});

const result = resultSchema("linearRegression", options, {
  coefficients: z.array(coefficient),
  references: z.record(z.string(), z.string()),
  robustMethod: z.enum([...CLUSTER_TYPES, ...HC_TYPES]).nullable(),
  clusters: z.int().nullable(),
  steps: z.array(step),
  R2: z.number(),
  adjustedR2: available,
  statistic: available,
  df: z.int(),
  dfError: z.int(),
  pValue: available,
  residualStandardDeviation: available,
  breuschPagan: z.strictObject({ statistic: z.number(), df: z.int(), pValue: z.number() }).nullable(),
  largestCooksDistance: available,
});

type Settings = Resolved<typeof options>;
export type LinearRegression = z.output<typeof result>;

/**
 * What goes with an outcome when other things are held: a linear model by least squares, with tests that allow for clusters
 * or for unequal spread beside the usual ones, and predictors in steps on the same rows.
 * @param data `outcome`; `numbers` and `factors` (levels against the first in the order of the alphabet); `cluster`
 * (optional). A row with a missing value in any of them is left out of every step
 * @param given robust tests; steps; level of the intervals
 * @returns coefficients in the unit of the outcome; beta (both standardised), partR (semipartial correlation), vif; per
 * step R2, its change with F test and f2 = change / (1 - R2); the model's F test; Breusch-Pagan test of unequal spread; the
 * largest Cook's distance, of no matter whom
 * @throws data/too-few; model/dependent with the predictors that follow from others; data/unknown-column for a step
 * @see Cohen, Cohen, West & Aiken (2003); MacKinnon & White (1985); Pustejovsky & Tipton (2018). Reference: lm(y ~ x),
 * sandwich::vcovHC, clubSandwich::coef_test
 * @example linearRegression({ outcome: [1, 2, 4, 4, 6], numbers: { x: [1, 2, 3, 4, 5] } }).coefficients[1].estimate // 1.2
 */
export function linearRegression(data: Given<typeof input>, given: Given<typeof options> = {}): LinearRegression {
  const { outcome, numbers, factors = {}, cluster } = read(input, data);
  const settings = resolve(options, given);
  const predictors = [...(numbers?.names ?? []), ...Object.keys(factors)];
  if (predictors.length === 0) refuse("input/too-few-columns", { input: "numbers", minimum: 1, found: 0 });
  const plan = stepsOf(settings.steps, predictors);
  const gaps = [outcome, ...(numbers?.columns ?? [])];
  const categories = [...Object.values(factors), ...(cluster ? [cluster] : [])];
  const rows = [...outcome.keys()].filter(
    (i) => gaps.every((column) => !Number.isNaN(column[i]!)) && categories.every(({ codes }) => codes[i] !== -1),
  );
  const fixed = fixedColumns(numbers, factors, rows);
  const y = Float64Array.from(rows, (row) => outcome[row]!);
  const needed = fixed.columns.length + 2;
  if (y.length < needed) refuse("data/too-few", { needed, unit: "rows", found: y.length });
  const model = fitOf(y, fixed);
  const codes = cluster === undefined ? null : Int32Array.from(rows, (row) => cluster.codes[row]!);
  const robustMethod = methodOf(settings, codes !== null);
  const missing =
    gaps.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0) +
    categories.reduce((sum, one) => sum + one.codes.filter((code) => code === -1).length, 0);
  const body = {
    ...summaryOf(model, y, fixed),
    coefficients: coefficientsOf({ model, y, fixed, codes }, robustMethod, settings),
    references: { ...fixed.references },
    robustMethod,
    clusters: codes === null ? null : new Set(codes).size,
    steps: stepRows(y, fixed, plan),
  };
  const dropped = outcome.length - rows.length;
  return {
    kind: "linearRegression",
    options: settings,
    sample: { unit: "respondent", used: rows.length, dropped, missing },
    notes: notesOf(body, dropped, outcome.length, settings),
    ...body,
  };
}

type RobustMethod = LinearRegression["robustMethod"];

function methodOf({ robust }: Settings, clustered: boolean): RobustMethod {
  if (robust === "none") return null;
  if (robust === "auto") return clustered ? "CR2" : "HC3";
  if ((CLUSTER_TYPES as readonly string[]).includes(robust) && !clustered) refuse("option/needed", { option: "cluster", with: `robust: ${robust}` }); // biome-ignore format: one line
  return robust;
}

interface Model {
  readonly model: Fitted;
  readonly y: Float64Array;
  readonly fixed: FixedColumns;
  readonly codes: Int32Array | null;
}

function coefficientsOf({ model, y, fixed, codes }: Model, method: RobustMethod, { confidenceLevel }: Settings) {
  const { fit } = model;
  const df = fit.residualDf;
  const variance = fit.residualSumSquares / df;
  const outcome = univariate(y);
  const unexplained = fit.residualSumSquares / outcome.sumSquares;
  const robust = robustOf(model, y, codes, method);
  return ["intercept", ...fixed.names].map((term, j) => {
    const estimate = fit.coefficients[j]!;
    const inverse = fit.inverse.data[j * fit.inverse.columns + j]!;
    const own = testedEstimate(estimate, Math.sqrt(variance * inverse), df, confidenceLevel);
    const beside = robust && testedEstimate(estimate, robust.errors[j]!, robust.df[j]!, confidenceLevel);
    if (j === 0) return { term, estimate, ...own, robust: beside, beta: null, partR: null, vif: null };
    const { sumSquares } = univariate(fixed.columns[j - 1]!);
    return {
      ...{ term, estimate, ...own, robust: beside },
      beta: finiteOrNull(estimate * Math.sqrt(sumSquares / outcome.sumSquares)),
      partR: own.statistic === null ? null : own.statistic * Math.sqrt(unexplained / df),
      vif: inverse * sumSquares,
    };
  });
}

function robustOf(model: Fitted, y: Float64Array, codes: Int32Array | null, method: RobustMethod) {
  if (method === null) return null;
  if ((HC_TYPES as readonly string[]).includes(method)) {
    const errors = heteroskedasticErrors(model, method as HcType);
    return { errors, df: errors.map(() => model.fit.residualDf) };
  }
  const found = clusterRobust({ x: model.x, y, clusters: codes! }, method as (typeof CLUSTER_TYPES)[number]);
  return { errors: found.standardErrors, df: found.degreesOfFreedom };
}

function summaryOf(model: Fitted, y: Float64Array, fixed: FixedColumns) {
  const { fit, x } = model;
  const total = univariate(y).sumSquares;
  const df = fixed.columns.length;
  const dfError = fit.residualDf;
  const spread = breuschPagan(model);
  const variance = fit.residualSumSquares / dfError;
  const h = leverages(model);
  const cooks = fit.residuals.map(
    (residual, i) => (residual ** 2 / (x.columns * variance)) * (h[i]! / (1 - h[i]!) ** 2),
  );
  return {
    ...shareOf(fit, total, y.length),
    ...testOf((total - fit.residualSumSquares) / df / variance, df, dfError),
    residualStandardDeviation: finiteOrNull(Math.sqrt(variance)),
    breuschPagan: Number.isFinite(spread) ? { statistic: spread, df, pValue: chiSquareUpper(spread, df) } : null,
    largestCooksDistance: finiteOrNull(Math.max(...cooks)),
  };
}

/** Below so many degrees of freedom the p-value of a cluster-robust test cannot be trusted. */
const FEW = 4;
const UNEQUAL_SPREAD = 0.05;

type Body = Pick<LinearRegression, "coefficients" | "robustMethod" | "breuschPagan" | "clusters">;

function notesOf(
  { coefficients, breuschPagan: spread, clusters }: Body,
  dropped: number,
  total: number,
  { confidenceLevel }: Settings,
): Note[] {
  const limit = 1 - confidenceLevel;
  const other = coefficients.filter(({ pValue, robust }) => {
    const [own, beside] = [pValue, robust?.pValue ?? null];
    return own !== null && beside !== null && own < limit !== beside < limit;
  });
  const lowest = Math.min(...coefficients.map(({ robust }) => robust?.df ?? Number.POSITIVE_INFINITY));
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total }],
    [clusters !== null && lowest < FEW, "mixed/robust-few-df", { df: lowest }],
    [other.length > 0, "regression/robust-decides", { names: other.map(({ term }) => term).join(", ") }],
    [spread !== null && spread.pValue < UNEQUAL_SPREAD, "regression/unequal-spread", { p: spread?.pValue ?? 1 }],
  );
}

export const linearRegressionCard = defineStatistic({
  kind: "linearRegression",
  label: { en: "Linear regression", nl: "Lineaire regressie" },
  summary: {
    en: "What goes with an outcome when other things are held, also where people belong to schools.",
    nl: "Wat met een uitkomst samengaat als andere dingen gelijk blijven, ook waar mensen bij scholen horen.",
  },
  input,
  options,
  result,
  run: linearRegression,
  tidy: ({ coefficients, robustMethod }) =>
    coefficients.flatMap(({ term, estimate, robust, beta: _, partR, vif: _vif, ...own }) => [
      { term, estimate, ...own, r: partR, method: "t" },
      ...(robust === null ? [] : [{ term, estimate, ...robust, r: partR, method: robustMethod }]),
    ]),
  glance: ({ sample, R2, statistic, df, dfError, pValue }) => ({ n: sample.used, R2, statistic, df, dfError, pValue }),
  composes: [],
  charts: [],
  source: "Cohen, Cohen, West & Aiken (2003); MacKinnon & White (1985); Pustejovsky & Tipton (2018)",
  example: {
    data: {
      outcome: [6, 7, 6.5, 8, 7.5, 8.5, 5, 6, 5.5, 7, 8, null],
      numbers: { involvement: [3, 4, 3, 5, 4, 5, 2, 3, 2, 4, 5, 3], age: [9, 8, 10, 9, 8, 11, 9, 10, 8, 9, 10, 9] },
      cluster: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"],
    },
    options: { steps: [["age"], ["involvement"]] },
  },
});
