import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { described, type Given, resolve, shared } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { read } from "../table/input.ts";
import { jointTest } from "./jointTest.ts";
import { testedMean } from "./meanInference.ts";
import type { ModeratorDesign } from "./moderatorDesign.ts";
import { moderatorInput, moderatorModel, moderatorNotes, moderatorOptions } from "./moderatorModel.ts";
import { atLevel, combinations, middlePoint, weightsAt } from "./moderatorPoint.ts";

const input = z.strictObject(moderatorInput);

const options = z.strictObject({
  ...moderatorOptions,
  contrasts: described(z.array(z.array(z.number())).default([]), {
    en: "weights of the coefficients, one row per contrast, the intercept first; without them every pair of levels of every factor",
    nl: "gewichten van de coëfficiënten, één rij per contrast, het intercept eerst; zonder deze elk paar niveaus van elke factor",
  }),
  adjust: shared.adjust,
});

const contrast = z.strictObject({
  term: z.string(),
  weights: z.array(z.number()),
  estimate: z.number(),
  standardError: z.number(),
  statistic: available,
  df: available,
  pValue: available,
  adjustedPValue: available,
  lower: z.number(),
  upper: z.number(),
});

const result = resultSchema("metaContrasts", options, {
  k: z.int(),
  coefficients: z.array(z.string()),
  contrasts: z.array(contrast),
  joint: z.strictObject({ statistic: available, df: z.int(), dfError: available, pValue: available }),
  tau2: available,
});

export type MetaContrasts = z.output<typeof result>;

/**
 * Which levels of a moderator differ in their effects: every pair of levels of every factor compared in one
 * meta-regression, or contrasts of your own, with p-values corrected for their number.
 * @param data effects with their sampling variances; `moderators` (numbers), `factors` (categories), at least one of them
 * @param given as for metaRegression; `contrasts`: rows of weights, one per coefficient; correction of p
 * @returns differences (the first level minus the second) on the scale of the effects; where a factor interacts, at the
 * mean of numbers and with every level of the other factors counted equally; intervals are not corrected. `joint`: all
 * contrasts at once, null where they depend on one another, as all pairs of three levels do
 * @throws moderator/no-contrast without factors and contrasts; option/invalid for weights that do not fit; as metaRegression
 * @see Searle, Speed & Milliken (1980); Holm (1979); Knapp & Hartung (2003). Reference: metafor::anova(fit, X = weights)
 * @example metaContrasts({ estimate: [0.1, 0.2, 0.5, 0.6], samplingVariance: [0.02, 0.02, 0.02, 0.02], factors: { age: ["child", "child", "teen", "teen"] } }).contrasts[0].estimate // -0.4
 */
export function metaContrasts(data: Given<typeof input>, given: Given<typeof options> = {}): MetaContrasts {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const model = moderatorModel(columns, settings);
  const { fit, design, scale } = model;
  const asked = settings.contrasts.length > 0 ? ownContrasts(design, settings.contrasts) : pairsOfLevels(design);
  if (asked.length === 0) refuse("moderator/no-contrast");
  const { estimates, covariance } = combinations(
    fit,
    asked.map(({ weights }) => weights),
  );
  const scaled = covariance.map((row) => row.map((value) => scale.factor * value));
  const tested = estimates.map((estimate, i) =>
    testedMean(estimate, Math.sqrt(scaled[i]![i]!), scale.df, settings.confidenceLevel),
  );
  const adjusted = adjustPValues(
    tested.map(({ pValue }) => pValue),
    settings.adjust,
  );
  return {
    kind: "metaContrasts",
    options: settings,
    sample: model.sample,
    notes: moderatorNotes(model),
    k: model.k,
    coefficients: [...design.names],
    contrasts: asked.map((one, i) => ({ ...one, ...tested[i]!, adjustedPValue: adjusted[i]! })),
    joint: jointTest(estimates, scaled, scale.df),
    tau2: settings.method === "FE" ? null : model.tau2,
  };
}

interface Asked {
  readonly term: string;
  readonly weights: number[];
}

function ownContrasts({ names }: ModeratorDesign, contrasts: readonly (readonly number[])[]): Asked[] {
  const fits = (row: readonly number[]) => row.length === names.length && row.some((weight) => weight !== 0);
  if (!contrasts.every(fits)) {
    refuse("option/invalid", { option: "contrasts", expected: `[${names.join(", ")}], ≠ 0` });
  }
  return contrasts.map((row, i) => ({ term: `contrast ${i + 1}`, weights: [...row] }));
}

/** The mean at one level minus the mean at another, the other moderators at their middle. */
function pairsOfLevels(design: ModeratorDesign): Asked[] {
  const middle = middlePoint(design);
  return Object.entries(design.levels).flatMap(([factor, levels]) => {
    const rows = levels.map((level) => weightsAt(design, atLevel(middle, design, factor, level)));
    return levels.flatMap((first, i) =>
      levels.slice(i + 1).map((second, after) => ({
        term: `${factor}: ${first} − ${second}`,
        weights: rows[i]!.map((weight, j) => weight - rows[i + 1 + after]![j]!),
      })),
    );
  });
}

export const metaContrastsCard = defineStatistic({
  kind: "metaContrasts",
  label: { en: "Contrasts in a meta-regression", nl: "Contrasten in een metaregressie" },
  summary: {
    en: "Which levels of a moderator differ in their effects, corrected for the number of comparisons.",
    nl: "Welke niveaus van een moderator in hun effecten verschillen, gecorrigeerd voor het aantal vergelijkingen.",
  },
  input,
  options,
  result,
  run: metaContrasts,
  tidy: ({ contrasts }) => contrasts.map(({ weights: _weights, ...rest }) => rest),
  glance: ({ k, tau2, joint }) => ({ k, tau2, ...joint }),
  composes: [],
  charts: [],
  source: "Searle, Speed & Milliken (1980); Holm (1979); Knapp & Hartung (2003)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02],
      factors: { school: ["primary", "primary", "secondary", "secondary", "preschool", "secondary", "preschool"] },
    },
  },
});
