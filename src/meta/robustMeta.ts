import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { categoryColumn, categoryColumns, numberColumn, numberColumns, read } from "../table/input.ts";
import { blockSandwich, SANDWICH_CORRECTIONS } from "./blockSandwich.ts";
import { membersOf } from "./crossedGroups.ts";
import { type ModeratorDesign, moderatorDesign } from "./moderatorDesign.ts";
import { residualsOf, robustTest, testOf } from "./multilevelTests.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";
import { fitAt } from "./regressionFit.ts";
import { correlatedWeights, hierarchicalWeights, type StudyEffects } from "./robustWeights.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  study: categoryColumn({ en: "the study of each effect", nl: "de studie van elk effect" }),
  moderators: numberColumns({ en: "moderators that are numbers", nl: "moderatoren die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "moderators that are categories", nl: "moderatoren die categorieën zijn" }).optional(),
});

const options = z.strictObject({
  weights: described(z.enum(["correlated", "hierarchical"]).default("correlated"), {
    en: "effects of a study come from the same people (correlated), or from several samples of it (hierarchical)",
    nl: "effecten van een studie komen van dezelfde mensen (correlated), of van meer steekproeven (hierarchical)",
  }),
  rho: described(z.number().min(0).max(1).default(0.8), {
    en: "correlation of sampling errors within a study, for correlated weights",
    nl: "correlatie van steekproeffouten binnen een studie, voor correlated",
  }),
  robust: described(z.enum(SANDWICH_CORRECTIONS).default("CR2"), {
    en: "small-sample correction: CR2, CR3, CR0, or CR1 times J/(J-1), CR1p times J/(J-p), CR1S times J(N-1)/((J-1)(N-p))",
    nl: "correctie voor weinig studies: CR2, CR3, CR0, of CR1 maal J/(J-1), CR1p maal J/(J-p), CR1S maal J(N-1)/((J-1)(N-p))",
  }),
  sensitivity: described(z.enum(["table", "none"]).default("table"), {
    en: "the same with rho from 0 to 1, or none; only for correlated weights",
    nl: "hetzelfde met rho van 0 tot 1, of geen; alleen voor correlated",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const coefficient = z.strictObject({
  term: z.string(),
  estimate: z.number(),
  standardError: available,
  statistic: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
});

const result = resultSchema("robustMeta", options, {
  k: z.int(),
  studies: z.int(),
  coefficients: z.array(coefficient),
  tests: z.array(
    z.strictObject({ term: z.string(), statistic: available, df: z.int(), dfError: available, pValue: available }),
  ),
  references: z.record(z.string(), z.string()),
  tau2: z.number(),
  omega2: available,
  weights: z.array(z.strictObject({ row: z.int(), study: z.string(), weight: z.number() })),
  sensitivity: z.array(z.strictObject({ rho: z.number(), tau2: z.number(), coefficients: z.array(coefficient) })),
});

type Settings = Resolved<typeof options>;
export type RobustMeta = z.output<typeof result>;

const RHOS = [0, 0.2, 0.4, 0.6, 0.8, 1];

/**
 * The mean of effects of which several come from one study, without a model of how they go together: approximate weights,
 * and standard errors that hold whatever the dependence within studies (robust variance estimation).
 * @param data `estimate`, `samplingVariance`, `study`; `moderators` (numbers), `factors` (categories). A row with a gap is
 * left out
 * @param given kind of weights; rho; small-sample correction; whether to give the table of rhos; level of the intervals
 * @returns coefficients with Satterthwaite degrees of freedom; HTZ tests of moderators; `tau2` between and `omega2` within
 * studies (null for correlated weights) by the method of moments; `weights` of the effects; `sensitivity` per rho
 * @throws effect/variance with its row; data/too-few for less than two studies or too few effects; moderator/dependent
 * @see Hedges, Tipton & Johnson (2010); Tipton (2015). Reference: robumeta::robu(y ~ x, studynum, var.eff.size, rho,
 * modelweights, small = TRUE), clubSandwich::Wald_test(fit, vcov = "CR2", test = "HTZ")
 * @example robustMeta({ estimate: [0.1, 0.2, 0.5, 0.7], samplingVariance: [0.01, 0.01, 0.01, 0.01], study: ["a", "a", "b", "b"] }).coefficients[0].standardError // 0.225
 */
export function robustMeta(data: Given<typeof input>, given: Given<typeof options> = {}): RobustMeta {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const { effects, design, own, codes } = laidOut(columns);
  const asked = settings.weights === "correlated" && settings.sensitivity === "table";
  const { variances, omega2, ...shown } = estimatesOf(own, design, settings);
  return {
    kind: "robustMeta",
    options: settings,
    sample: effects.sample,
    notes: notesOf({ ...shown, omega2 }, effects, design, settings),
    k: effects.rows.length,
    studies: own.studies.length,
    ...shown,
    references: { ...design.references },
    omega2: finiteOrNull(omega2),
    weights: Array.from(effects.rows, (row, i) => ({
      ...{ row: row + 1, study: columns.study.levels[codes[i]!]!, weight: 1 / variances[i]! },
    })),
    sensitivity: asked
      ? RHOS.map((rho) => {
          const { tau2, coefficients } = estimatesOf(own, design, { ...settings, rho });
          return { rho, tau2, coefficients };
        })
      : [],
  };
}

function laidOut({ estimate, samplingVariance, study, moderators, factors = {} }: Resolved<typeof input>) {
  const present = (row: number) =>
    (moderators?.columns ?? []).every((column) => !Number.isNaN(column[row]!)) &&
    [study, ...Object.values(factors)].every(({ codes }) => codes[row]! >= 0);
  const effects = usableEffects(estimate, samplingVariance, present);
  const design = moderatorDesign(moderators, factors, [], effects.rows);
  const codes = Int32Array.from(effects.rows, (row) => study.codes[row]!);
  const studies = membersOf(codes);
  const [k, p] = [effects.rows.length, design.names.length];
  if (studies.length < 2) refuse("data/too-few", { needed: 2, unit: "study", found: studies.length });
  if (k <= p) refuse("data/too-few", { needed: p + 1, unit: "effects", found: k });
  const own: StudyEffects = { ...effects, design: design.matrix, studies };
  const { dependent } = fitAt(own, 0);
  if (dependent.length > 0) {
    refuse("moderator/dependent", { names: dependent.map((j) => design.names[j]!).join(", ") });
  }
  return { effects, design, own, codes };
}

function estimatesOf(own: StudyEffects, { names, terms }: ModeratorDesign, settings: Settings) {
  const { weights, rho, robust, confidenceLevel } = settings;
  const { variances, tau2, omega2 } = weights === "correlated" ? correlatedWeights(own, rho) : hierarchicalWeights(own);
  const { coefficients, covariance: bread } = fitAt({ ...own, variances }, 0);
  const sandwich = blockSandwich(
    {
      design: own.design,
      residuals: residualsOf(own.estimates, own.design, coefficients),
      bread,
      clusters: own.studies,
      covarianceOf: (row, other) => (row === other ? variances[row]! : 0),
    },
    robust,
  );
  const p = names.length;
  const all = { term: "all", columns: names.map((_, j) => j).slice(1) };
  return {
    coefficients: names.map((term, j) => {
      const [estimate, df] = [coefficients[j]!, sandwich.degreesOfFreedom[j]!];
      const error = Math.sqrt(sandwich.covariance.data[j * p + j]!);
      return { term, estimate, ...testOf(estimate, error, df, confidenceLevel) };
    }),
    tests: [...terms, ...(terms.length > 1 ? [all] : [])].map(({ term, columns }) => ({
      ...{ term, ...robustTest(sandwich.wald(coefficients, columns), columns.length) },
    })),
    ...{ tau2, omega2, variances },
  };
}

type Shown = Pick<RobustMeta, "coefficients" | "tau2"> & { readonly omega2: number };

function notesOf(
  { coefficients, tau2, omega2 }: Shown,
  { sample: { used, dropped } }: UsableEffects,
  { names }: ModeratorDesign,
  { weights, rho }: Settings,
): Note[] {
  const lowest = Math.min(...coefficients.map(({ df }) => df ?? Number.POSITIVE_INFINITY));
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total: used + dropped }],
      [lowest < 4, "mixed/robust-few-df", { df: lowest }],
      [weights === "correlated", "robust/supposed", { rho }],
      [names.length > 1, "moderator/between-studies"],
    ),
    ...(tau2 === 0 ? [note("mixed/boundary", { level: "study" })] : []),
    ...(omega2 === 0 ? [note("mixed/boundary", { level: "effect" })] : []),
  ];
}

export const robustMetaCard = defineStatistic({
  kind: "robustMeta",
  label: { en: "Robust variance meta-analysis", nl: "Meta-analyse met robuuste varianties" },
  summary: {
    en: "The mean of effects of which several come from one study, with tests that hold whatever their dependence.",
    nl: "Het gemiddelde van effecten waarvan er meer uit één studie komen, met toetsen die gelden wat hun samenhang ook is.",
  },
  input,
  options,
  result,
  run: robustMeta,
  tidy: ({ coefficients, tests, sensitivity, options: { robust } }) => [
    ...coefficients.map((own) => ({ ...own, method: robust })),
    ...tests.map(({ term, ...own }) => ({ term: `test: ${term}`, ...own, method: `${robust} HTZ` })),
    ...sensitivity.flatMap(({ rho, tau2, coefficients: table }) =>
      table.map((own) => ({ ...own, tau2, method: `${robust}, rho = ${rho}` })),
    ),
  ],
  glance: ({ k, studies, tau2, options: { weights } }) => ({ k, studies, tau2, method: weights }),
  composes: [],
  charts: [],
  source: "Hedges, Tipton & Johnson (2010); Tipton (2015)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41, 0.09, 0.33, 0.28],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02, 0.015, 0.02, 0.01],
      study: ["Adams", "Adams", "Bakker", "Chen", "Chen", "De Vries", "Evans", "Evans", "Evans", "Fisher"],
    },
  },
});
