import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { cholesky, choleskySolve, logDeterminant } from "../numeric/cholesky.ts";
import { fromColumns, fromRows, type Matrix } from "../numeric/matrices.ts";
import { read } from "../table/input.ts";
import { jointTest } from "./jointTest.ts";
import { testedMean, type varianceScale } from "./meanInference.ts";
import type { ModeratorDesign } from "./moderatorDesign.ts";
import {
  type ModeratorModel,
  moderatorInput,
  moderatorModel,
  moderatorNotes,
  moderatorOptions,
} from "./moderatorModel.ts";
import { type Regression, type RegressionFit, regressionTau2 } from "./regressionFit.ts";

const input = z.strictObject(moderatorInput);

const options = z.strictObject(moderatorOptions);

const coefficient = z.strictObject({
  term: z.string(),
  estimate: z.number(),
  standardError: z.number(),
  statistic: available,
  df: available,
  pValue: available,
  lower: z.number(),
  upper: z.number(),
  vif: available,
});

const test = z.strictObject({
  term: z.string(),
  statistic: available,
  df: z.int(),
  dfError: available,
  pValue: available,
  gvif: available,
});

const result = resultSchema("metaRegression", options, {
  k: z.int(),
  coefficients: z.array(coefficient),
  tests: z.array(test),
  references: z.record(z.string(), z.string()),
  tau2: available,
  tau2Without: available,
  R2: available,
  I2: available,
  H2: available,
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  scale2: available,
  logLikelihood: available,
  AIC: available,
  BIC: available,
  AICc: available,
});

type Settings = Resolved<typeof options>;
export type MetaRegression = z.output<typeof result>;

/**
 * Whether effects differ with what studies differ in: a weighted regression of effects on moderators, with what is left
 * of the differences between studies estimated beside it.
 * @param data effects with their sampling variances; `moderators` (numbers), `factors` (categories), at least one of them
 * @param given estimator of tau2, test of the coefficients, interactions, level of the intervals
 * @returns coefficients (a level against the first one of its factor), omnibus tests per moderator and for all (`all`),
 * tau2, R2 (0 to 1): the share of tau2 that the moderators take away; of the same effects, null where that is unknown; vif per
 * coefficient and gvif per moderator, 1 or more: what the other moderators do to its uncertainty
 * @throws moderator/none; moderator/dependent; moderator/one-level; data/too-few when effects are not more than coefficients
 * @see Raudenbush (2009); Knapp & Hartung (2003). Reference: metafor::rma(yi, vi, mods = ~ x, test = "knha")
 * @example metaRegression({ estimate: [0.1, 0.3, 0.2, 0.6, 0.5], samplingVariance: [0.02, 0.02, 0.02, 0.02, 0.02], moderators: { year: [1, 2, 3, 4, 5] } }).coefficients[1].estimate // 0.11
 */
export function metaRegression(data: Given<typeof input>, given: Given<typeof options> = {}): MetaRegression {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const model = moderatorModel(columns, settings);
  const { regression, design, fit, fixed, tau2, scale, df, k } = model;
  const without = tau2Without(regression, settings.method);
  return {
    kind: "metaRegression",
    options: settings,
    sample: model.sample,
    notes: notesOf(model, without),
    k,
    coefficients: coefficientsOf(fit, design, scale, settings.confidenceLevel),
    tests: testsOf(fit, design, scale),
    references: design.references,
    ...heterogeneityOf(fixed, tau2, without, df, settings),
    Q: fixed.Q,
    dfQ: df,
    pQ: chiSquareUpper(fixed.Q, df),
    scale2: scale.scale2,
    ...informationOf(fit, design.names.length, k, settings.method),
  };
}

/** tau2 of the same effects without moderators; null for the fixed model. */
function tau2Without({ estimates, variances }: Regression, method: Settings["method"]): number | null {
  if (method === "FE") return null;
  const intercept = fromColumns([new Float64Array(estimates.length).fill(1)]);
  return regressionTau2({ estimates, variances, design: intercept }, method).tau2;
}

type Scale = ReturnType<typeof varianceScale>;

function coefficientsOf(fit: RegressionFit, { names }: ModeratorDesign, { factor, df }: Scale, level: number) {
  const p = names.length;
  const inflation = inflationOf(fit.covariance);
  return names.map((term, j) => {
    const standardError = Math.sqrt(factor * fit.covariance.data[j * p + j]!);
    return { term, ...testedMean(fit.coefficients[j]!, standardError, df, level), vif: inflation[j]! };
  });
}

/** Variance inflation: how much larger the variance of a coefficient is because of the other moderators. */
function inflationOf({ rows: p, data }: Matrix): (number | null)[] {
  if (p < 3) return Array.from({ length: p }, () => null);
  const of = (i: number, j: number) => data[i * p + j]! / Math.sqrt(data[i * p + i]! * data[j * p + j]!);
  const inner = Array.from({ length: p - 1 }, (_, i) => Array.from({ length: p - 1 }, (_, j) => of(i + 1, j + 1)));
  const lower = cholesky(fromRows(inner));
  return [null, ...inner.map((_, j) => (lower ? choleskySolve(lower, unit(p - 1, j))[j]! : null))];
}

function unit(size: number, at: number): Float64Array {
  const vector = new Float64Array(size);
  vector[at] = 1;
  return vector;
}

/** Wald tests: of every moderator, and of all together. */
function testsOf(fit: RegressionFit, { names, terms }: ModeratorDesign, { factor, df }: Scale) {
  const all = { term: "all", columns: names.map((_, j) => j).slice(1) };
  const p = names.length;
  return [...terms, ...(terms.length > 1 ? [all] : [])].map(({ term, columns }) => {
    const block = columns.map((i) => columns.map((j) => factor * fit.covariance.data[i * p + j]!));
    const estimates = columns.map((j) => fit.coefficients[j]!);
    const gvif = columns.length === p - 1 ? null : generalizedInflation(fit.covariance, columns);
    return { term, ...jointTest(estimates, block, df), gvif };
  });
}

/**
 * Generalized variance inflation of the columns of a term: of their joint confidence region, squared.
 * @see Fox & Monette (1992). Reference: metafor::vif(fit, btt = )
 */
function generalizedInflation({ rows: p, data }: Matrix, columns: readonly number[]): number | null {
  const logOf = (chosen: readonly number[]) => {
    const of = (i: number, j: number) => data[i * p + j]! / Math.sqrt(data[i * p + i]! * data[j * p + j]!);
    const lower = cholesky(fromRows(chosen.map((i) => chosen.map((j) => of(i, j)))));
    return lower === null ? Number.NaN : logDeterminant(lower);
  };
  const all = Array.from({ length: p - 1 }, (_, j) => j + 1);
  const others = all.filter((j) => !columns.includes(j));
  return finiteOrNull(Math.exp(logOf(columns) + logOf(others) - logOf(all)));
}

/** I2 and H2 of what the moderators leave over, and the share of tau2 that they take away. */
function heterogeneityOf(fixed: RegressionFit, tau2: number, without: number | null, df: number, { method }: Settings) {
  const typical = df / fixed.freeWeight;
  if (method === "FE") {
    const H2 = fixed.Q / df;
    return { tau2: null, tau2Without: null, R2: null, I2: Math.max(0, 1 - 1 / H2), H2 };
  }
  return {
    tau2,
    tau2Without: without,
    R2: without === null || without === 0 ? null : Math.max(0, (without - tau2) / without),
    I2: tau2 / (tau2 + typical),
    H2: 1 + tau2 / typical,
  };
}

function informationOf(fit: RegressionFit, p: number, k: number, method: Settings["method"]) {
  if (method !== "REML" && method !== "ML" && method !== "FE") {
    return { logLikelihood: null, AIC: null, BIC: null, AICc: null };
  }
  const restricted = method === "REML";
  const logLikelihood = restricted ? fit.restrictedLogLikelihood : fit.logLikelihood;
  const parameters = method === "FE" ? p : p + 1;
  const n = restricted ? k - p : k;
  const enough = Math.max(n, parameters + 2);
  return {
    logLikelihood: finiteOrNull(logLikelihood),
    AIC: finiteOrNull(2 * parameters - 2 * logLikelihood),
    BIC: finiteOrNull(parameters * Math.log(n) - 2 * logLikelihood),
    AICc: finiteOrNull((2 * parameters * enough) / (enough - parameters - 1) - 2 * logLikelihood),
  };
}

function notesOf(model: ModeratorModel, without: number | null): Note[] {
  const explainsLess = without !== null && without > 0 && model.tau2 > without;
  return [
    ...notesWhen([without === 0, "moderator/nothing-to-explain"], [explainsLess, "moderator/explains-less"]),
    ...moderatorNotes(model),
  ];
}

export const metaRegressionCard = defineStatistic({
  kind: "metaRegression",
  label: { en: "Meta-regression", nl: "Metaregressie" },
  summary: {
    en: "Whether effects differ with what studies differ in.",
    nl: "Of effecten verschillen met wat studies onderscheidt.",
  },
  input,
  options,
  result,
  run: metaRegression,
  tidy: ({ coefficients }) => coefficients.map(({ vif: _vif, ...rest }) => rest),
  glance: ({ k, tau2, I2, H2, R2, Q, dfQ, pQ }) => ({ k, tau2, I2, H2, R2, Q, df: dfQ, pValue: pQ }),
  composes: [],
  charts: [],
  source: "Raudenbush (2009); Knapp & Hartung (2003)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02],
      moderators: { year: [1, 2, 2, 4, 5, 3, 4] },
      factors: { school: ["primary", "primary", "secondary", "secondary", "primary", "secondary", "primary"] },
    },
  },
});
