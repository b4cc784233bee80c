import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, shared } from "../foundation/options.ts";
import type { Note } from "../foundation/result.ts";
import { type Categories, categoryColumns, type NumberColumns, numberColumn, numberColumns } from "../table/input.ts";
import { varianceScale } from "./meanInference.ts";
import { moderatorDesign } from "./moderatorDesign.ts";
import type { PooledTest } from "./poolingOptions.ts";
import { usableEffects } from "./readEffects.ts";
import { fitAt, type RegressionMethod, regressionTau2 } from "./regressionFit.ts";

/** The columns that every statistic of a meta-regression takes. */
export const moderatorInput = {
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  moderators: numberColumns({ en: "moderators that are numbers", nl: "moderatoren die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "moderators that are categories", nl: "moderatoren die categorieën zijn" }).optional(),
};

/** The options that they share. */
export const moderatorOptions = {
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
};

interface ModeratorColumns {
  readonly estimate: Float64Array;
  readonly samplingVariance: Float64Array;
  readonly moderators?: NumberColumns | undefined;
  readonly factors?: Readonly<Record<string, Categories>> | undefined;
}

interface ModeratorSettings {
  readonly method: RegressionMethod;
  readonly test: PooledTest;
  readonly interactions: readonly string[];
}

export type ModeratorModel = ReturnType<typeof moderatorModel>;

/**
 * A meta-regression fitted: the rows that have everything, their design, tau2 and the coefficients at it.
 * @throws moderator/none; moderator/one-level; moderator/dependent; data/too-few
 */
export function moderatorModel(data: ModeratorColumns, settings: ModeratorSettings) {
  const { estimate, samplingVariance, moderators, factors = {} } = data;
  if (!moderators && Object.keys(factors).length === 0) refuse("moderator/none");
  const present = (row: number) =>
    (moderators?.columns ?? []).every((column) => !Number.isNaN(column[row]!)) &&
    Object.values(factors).every(({ codes }) => codes[row]! >= 0);
  const { estimates, variances, rows, sample } = usableEffects(estimate, samplingVariance, present);
  const design = moderatorDesign(moderators, factors, settings.interactions, rows);
  const { names, matrix } = design;
  const [k, p] = [rows.length, names.length];
  const regression = { estimates, variances, design: matrix };
  if (k <= p) refuse("data/too-few", { needed: p + 1, unit: "effects", found: k });
  const fixed = fitAt(regression, 0);
  const { dependent } = fixed;
  if (dependent.length > 0) refuse("moderator/dependent", { names: dependent.map((j) => names[j]!).join(", ") });
  const { tau2, maxima } = regressionTau2(regression, settings.method);
  const fit = fitAt(regression, tau2);
  const scale = varianceScale(fit.Q, k - p, settings.test);
  return { regression, design, fit, fixed, tau2, maxima, scale, k, df: k - p, rows, sample };
}

/** The doubts that every statistic of a meta-regression has. */
export function moderatorNotes({ sample, maxima }: ModeratorModel): Note[] {
  const { used, dropped } = sample;
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total: used + dropped }],
      [maxima > 1, "meta/several-maxima", { maxima }],
    ),
    note("moderator/between-studies"),
  ];
}
