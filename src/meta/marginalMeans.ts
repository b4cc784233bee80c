import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { described, type Given, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import type { ModeratorDesign } from "./moderatorDesign.ts";
import { moderatorInput, moderatorModel, moderatorNotes, moderatorOptions } from "./moderatorModel.ts";
import { atLevel, middlePoint, observedPoint, weightsAt } from "./moderatorPoint.ts";
import { meanRow, pointMean, pointMeans, pointOptions, predictionNotes } from "./pointMeans.ts";

const input = z.strictObject(moderatorInput);

const options = z.strictObject({
  ...moderatorOptions,
  ...pointOptions,
  weights: described(z.enum(["equal", "proportional"]).default("equal"), {
    en: "how the levels of the other factors count: equally, or as often as they occur (together) among the effects",
    nl: "hoe de niveaus van de andere factoren tellen: even zwaar, of naar hoe vaak ze (samen) onder de effecten voorkomen",
  }),
});

const mean = z.strictObject({ factor: z.string(), level: z.string(), k: z.int(), ...pointMean });

const result = resultSchema("marginalMeans", options, {
  k: z.int(),
  tau2: available,
  means: z.array(mean),
});

export type MarginalMeans = z.output<typeof result>;

/**
 * The mean effect at every level of a factor, as if the levels did not differ in the other moderators: adjusted (or
 * estimated marginal) means of a meta-regression.
 * @param data effects with their sampling variances; `factors` (categories), and `moderators` (numbers) to adjust for
 * @param given as for metaRegression; `weights` of the levels of the other factors; rule of the prediction interval;
 * backTransform
 * @returns per level its number of effects k, the adjusted mean with its test against 0, its confidence and its
 * prediction interval, `transformed` on the original scale; numbers stand at their unweighted mean over the effects
 * @throws moderator/no-factor without factors; as metaRegression
 * @see Searle, Speed & Milliken (1980). Reference: emmeans::emmeans(weights = "equal" or "proportional") of metafor::rma
 * @example marginalMeans({ estimate: [0.1, 0.2, 0.5, 0.6], samplingVariance: [0.02, 0.02, 0.02, 0.02], factors: { age: ["child", "child", "teen", "teen"] } }).means[1].estimate // 0.55
 */
export function marginalMeans(data: Given<typeof input>, given: Given<typeof options> = {}): MarginalMeans {
  const columns = read(input, data);
  const settings = resolve(options, given);
  if (Object.keys(columns.factors ?? {}).length === 0) refuse("moderator/no-factor");
  const model = moderatorModel(columns, settings);
  const { design } = model;
  const places = Object.entries(design.levels).flatMap(([factor, levels]) => {
    const middle = settings.weights === "equal" ? middlePoint(design) : observedPoint(design, factor);
    return levels.map((level) => ({
      place: { factor, level, k: countOf(design, factor, level) },
      weights: weightsAt(design, atLevel(middle, design, factor, level)),
    }));
  });
  const rows = places.map(({ weights }) => weights);
  const means = pointMeans(model, rows, settings);
  return {
    kind: "marginalMeans",
    options: settings,
    sample: model.sample,
    notes: [...predictionNotes(means, settings), ...moderatorNotes(model)],
    k: model.k,
    tau2: settings.method === "FE" ? null : model.tau2,
    means: means.map((one, i) => ({ ...places[i]!.place, ...one })),
  };
}

/** How many effects have a level: those of the reference are what the others leave. */
function countOf({ matrix, names, levels }: ModeratorDesign, factor: string, level: string): number {
  const sum = (one: string) => {
    const column = names.indexOf(`${factor}: ${one}`);
    return matrix.data.reduce((total, value, at) => (at % matrix.columns === column ? total + value : total), 0);
  };
  const [reference, ...others] = levels[factor]!;
  return level === reference ? others.reduce((left, one) => left - sum(one), matrix.rows) : sum(level);
}

export const marginalMeansCard = defineStatistic({
  kind: "marginalMeans",
  label: { en: "Adjusted means per level", nl: "Gecorrigeerde gemiddelden per niveau" },
  summary: {
    en: "The mean effect at every level of a factor, adjusted for the other moderators.",
    nl: "Het gemiddelde effect per niveau van een factor, gecorrigeerd voor de andere moderatoren.",
  },
  input,
  options,
  result,
  run: marginalMeans,
  tidy: ({ means }) => means.map(({ factor: term, level, k, ...rest }) => ({ term, level, k, ...meanRow(rest) })),
  glance: ({ k, tau2 }) => ({ k, tau2 }),
  composes: [],
  charts: [],
  source: "Searle, Speed & Milliken (1980)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02],
      moderators: { year: [1, 2, 2, 4, 5, 3, 4] },
      factors: { school: ["primary", "primary", "secondary", "secondary", "primary", "secondary", "primary"] },
    },
  },
});
