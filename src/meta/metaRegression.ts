import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { cholesky, choleskySolve } from "../numeric/cholesky.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { fromColumns, fromRows, type Matrix } from "../numeric/matrices.ts";
import { categoryColumns, numberColumn, numberColumns, read } from "../table/input.ts";
import { testedMean, varianceScale } from "./meanInference.ts";
import { type ModeratorDesign, moderatorDesign } from "./moderatorDesign.ts";
import { usableEffects } from "./readEffects.ts";
import { fitAt, type Regression, type RegressionFit, regressionTau2 } from "./regressionFit.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  moderators: numberColumns({ en: "moderators that are numbers", nl: "moderatoren die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "moderators that are categories", nl: "moderatoren die categorieën zijn" }).optional(),
});

const options = z.strictObject({
  method: described(z.enum(["REML", "ML", "DL", "HE", "HS", "SJ", "PM", "EB", "FE"]).default("REML"), {
    en: "estimator of tau2; FE is the fixed model, which has none",
    nl: "schatter van tau2; FE is het vaste model, dat er geen heeft",
  }),
  test: described(z.enum(["knappHartung", "adHoc", "t", "z"]).default("knappHartung"), {
    en: "Knapp and Hartung's t, the same with its scale at least 1, plain t, or z",
    nl: "de t van Knapp en Hartung, dezelfde met schaal minstens 1, gewone t, of z",
  }),
  interactions: described(z.array(z.string()).default([]), {
    en: "products of two moderators, as a*b",
    nl: "producten van twee moderatoren, als a*b",
  }),
  confidenceLevel: shared.confidenceLevel,
});

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
});

type Settings = Resolved<typeof options>;
export type MetaRegression = z.output<typeof result>;

/**
 * Whether effects differ with what studies differ in: a weighted regression of effects on moderators, with what is left
 * of the differences between studies estimated beside it.
 * @param data effects with their sampling variances; `moderators` (numbers), `factors` (categories), at least one of them
 * @param given estimator of tau2, test of the coefficients, interactions, level of the intervals
 * @returns coefficients (a level against the first one of its factor), omnibus tests per moderator and for all (`all`),
 * tau2, R2 (0 to 1): the share of tau2 that the moderators take away; of the same effects, null where that is unknown
 * @throws moderator/none; moderator/dependent; moderator/one-level; data/too-few when effects are not more than coefficients
 * @see Raudenbush (2009); Knapp & Hartung (2003). Reference: metafor::rma(yi, vi, mods = ~ x, test = "knha")
 * @example metaRegression({ estimate: [0.1, 0.3, 0.2, 0.6, 0.5], samplingVariance: [0.02, 0.02, 0.02, 0.02, 0.02], moderators: { year: [1, 2, 3, 4, 5] } }).coefficients[1].estimate // 0.11
 */
export function metaRegression(data: Given<typeof input>, given: Given<typeof options> = {}): MetaRegression {
  const { estimate, samplingVariance, moderators, factors = {} } = read(input, data);
  const settings = resolve(options, given);
  if (!moderators && Object.keys(factors).length === 0) refuse("moderator/none");
  const present = (row: number) =>
    (moderators?.columns ?? []).every((column) => !Number.isNaN(column[row]!)) &&
    Object.values(factors).every(({ codes }) => codes[row]! >= 0);
  const { estimates, variances, rows, sample } = usableEffects(estimate, samplingVariance, present);
  const design = moderatorDesign(moderators, factors, settings.interactions, rows);
  const regression = { estimates, variances, design: design.matrix };
  refuseUnfit(regression, design);
  const { tau2, maxima } = regressionTau2(regression, settings.method);
  const fit = fitAt(regression, tau2);
  const fixed = fitAt(regression, 0);
  const without = tau2Without(regression, settings.method);
  const df = rows.length - design.names.length;
  const scale = varianceScale(fit.Q, df, settings.test);
  return {
    kind: "metaRegression",
    options: settings,
    sample,
    notes: notesOf(sample.dropped, estimate.length, maxima, tau2, without),
    k: rows.length,
    coefficients: coefficientsOf(fit, design, scale, settings.confidenceLevel),
    tests: testsOf(fit, design, scale, settings.test),
    references: design.references,
    ...heterogeneityOf(fixed, tau2, without, df, settings),
    Q: fixed.Q,
    dfQ: df,
    pQ: chiSquareUpper(fixed.Q, df),
    scale2: scale.scale2,
    ...informationOf(fit, design.names.length, rows.length, settings.method),
  };
}

function refuseUnfit(regression: Regression, { names }: ModeratorDesign): void {
  const k = regression.design.rows;
  if (k <= names.length) refuse("data/too-few", { needed: names.length + 1, unit: "effects", found: k });
  const { dependent } = fitAt(regression, 0);
  if (dependent.length > 0) refuse("moderator/dependent", { names: dependent.map((j) => names[j]!).join(", ") });
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
function testsOf(fit: RegressionFit, { names, terms }: ModeratorDesign, { factor, df }: Scale, kind: Settings["test"]) {
  const all = { term: "all", columns: names.map((_, j) => j).slice(1) };
  return [...terms, ...(terms.length > 1 ? [all] : [])].map(({ term, columns }) => {
    const p = names.length;
    const block = columns.map((i) => columns.map((j) => factor * fit.covariance.data[i * p + j]!));
    const beta = Float64Array.from(columns, (j) => fit.coefficients[j]!);
    const lower = cholesky(fromRows(block));
    if (lower === null) return { term, statistic: null, df: columns.length, dfError: null, pValue: null };
    const chi2 = choleskySolve(lower, beta).reduce((sum, value, i) => sum + value * beta[i]!, 0);
    if (kind === "z")
      return { term, statistic: chi2, df: columns.length, dfError: null, pValue: chiSquareUpper(chi2, columns.length) };
    const statistic = chi2 / columns.length;
    return { term, statistic, df: columns.length, dfError: df, pValue: fUpper(statistic, columns.length, df) };
  });
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
  if (method !== "REML" && method !== "ML" && method !== "FE") return { logLikelihood: null, AIC: null, BIC: null };
  const restricted = method === "REML";
  const logLikelihood = restricted ? fit.restrictedLogLikelihood : fit.logLikelihood;
  const parameters = method === "FE" ? p : p + 1;
  return {
    logLikelihood: finiteOrNull(logLikelihood),
    AIC: finiteOrNull(2 * parameters - 2 * logLikelihood),
    BIC: finiteOrNull(parameters * Math.log(restricted ? k - p : k) - 2 * logLikelihood),
  };
}

function notesOf(dropped: number, total: number, maxima: number, tau2: number, without: number | null): Note[] {
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total }],
      [maxima > 1, "meta/several-maxima", { maxima }],
      [without === 0, "moderator/nothing-to-explain"],
      [without !== null && without > 0 && tau2 > without, "moderator/explains-less"],
    ),
    note("moderator/between-studies"),
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
