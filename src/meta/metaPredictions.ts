import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import type { ModeratorDesign } from "./moderatorDesign.ts";
import {
  type ModeratorModel,
  moderatorInput,
  moderatorModel,
  moderatorNotes,
  moderatorOptions,
} from "./moderatorModel.ts";
import { atLevel, type ModeratorPoint, middlePoint, weightsAt } from "./moderatorPoint.ts";
import { meanRow, pointMean, pointMeans, pointOptions, predictionNotes } from "./pointMeans.ts";

const input = z.strictObject(moderatorInput);

const options = z.strictObject({
  ...moderatorOptions,
  ...pointOptions,
  at: described(z.array(z.string()).default([]), {
    en: "where to predict, as year=2010; grade=primary, one text per point; without it at every effect used",
    nl: "waar te voorspellen, als jaar=2010; leerjaar=onderbouw, één tekst per punt; zonder dit bij elk gebruikt effect",
  }),
});

const prediction = z.strictObject({ at: z.string().nullable(), row: z.int().nullable(), ...pointMean });

const result = resultSchema("metaPredictions", options, {
  k: z.int(),
  tau2: available,
  predictions: z.array(prediction),
});

export type MetaPredictions = z.output<typeof result>;

/**
 * Which mean effect goes with given values of the moderators, and where the effect of a new study with those values may
 * be expected.
 * @param data effects with their sampling variances; `moderators` (numbers), `factors` (categories), at least one of them
 * @param given as for metaRegression; `at`: points as `year=2010; grade=primary`; rule of the prediction interval;
 * backTransform
 * @returns per point, or per effect used (`row` counts from 1) without points, the mean with its test against 0, its
 * confidence and its prediction interval (null for the fixed model), `transformed` on the original scale. A moderator
 * that a point does not name is put at the middle, with a note
 * @throws option/unknown-moderator; option/invalid for a level or number that does not fit; as metaRegression
 * @see Higgins, Thompson & Spiegelhalter (2009); Raudenbush (2009). Reference: metafor::predict(fit, newmods = )
 * @example metaPredictions({ estimate: [0.1, 0.3, 0.2, 0.6, 0.5], samplingVariance: [0.02, 0.02, 0.02, 0.02, 0.02], moderators: { year: [1, 2, 3, 4, 5] } }, { at: ["year=3"] }).predictions[0].estimate // 0.34
 */
export function metaPredictions(data: Given<typeof input>, given: Given<typeof options> = {}): MetaPredictions {
  const columns = read(input, data);
  const settings = resolve(options, given);
  const model = moderatorModel(columns, settings);
  const points = settings.at.map((text) => pointOf(model.design, text));
  const places = points.length > 0 ? settings.at.map((at) => ({ at: at.trim(), row: null })) : rowsOf(model);
  const weights = points.length > 0 ? points.map(({ point }) => weightsAt(model.design, point)) : designRows(model);
  const means = pointMeans(model, weights, settings);
  const middle = [...new Set(points.flatMap(({ absent }) => absent))];
  return {
    kind: "metaPredictions",
    options: settings,
    sample: model.sample,
    notes: [
      ...notesWhen([middle.length > 0, "moderator/at-middle", { names: middle.join(", ") }]),
      ...predictionNotes(means, settings),
      ...moderatorNotes(model),
    ],
    k: model.k,
    tau2: settings.method === "FE" ? null : model.tau2,
    predictions: means.map((mean, i) => ({ ...places[i]!, ...mean })),
  };
}

function rowsOf({ rows }: ModeratorModel) {
  return Array.from(rows, (row) => ({ at: null, row: row + 1 }));
}

function designRows({ design: { matrix } }: ModeratorModel): number[][] {
  const { rows, columns, data } = matrix;
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

/** A point read from a text as `name=value; name=value`, and the moderators it does not name. */
function pointOf(design: ModeratorDesign, text: string): { point: ModeratorPoint; absent: string[] } {
  const mains = design.terms.filter(({ columns }) => design.parts[columns[0]!]!.length === 1).map(({ term }) => term);
  let point = middlePoint(design);
  const named = text.split(";").map((part) => {
    const at = part.indexOf("=");
    const [name, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at < 0) refuse("option/invalid", { option: "at", expected: mains.map((one) => `${one}=…`).join("; ") });
    if (!mains.includes(name)) refuse("option/unknown-moderator", { name, known: mains.join(", ") });
    point = placed(point, design, name, value);
    return name;
  });
  return { point, absent: mains.filter((one) => !named.includes(one)) };
}

function placed(point: ModeratorPoint, design: ModeratorDesign, name: string, value: string): ModeratorPoint {
  const levels = design.levels[name];
  if (levels) {
    if (!levels.includes(value)) refuse("option/invalid", { option: "at", expected: `${name}=${levels.join(" | ")}` });
    return atLevel(point, design, name, value);
  }
  const number = value === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) refuse("option/invalid", { option: "at", expected: `${name}=number` });
  return new Map([...point, [name, number]]);
}

export const metaPredictionsCard = defineStatistic({
  kind: "metaPredictions",
  label: { en: "Predictions of a meta-regression", nl: "Voorspellingen van een metaregressie" },
  summary: {
    en: "Which effect goes with given values of the moderators.",
    nl: "Welk effect bij gegeven waarden van de moderatoren hoort.",
  },
  input,
  options,
  result,
  run: metaPredictions,
  tidy: ({ predictions }) => predictions.map(({ at, row, ...mean }) => ({ term: at ?? `${row}`, ...meanRow(mean) })),
  glance: ({ k, tau2 }) => ({ k, tau2 }),
  composes: [],
  charts: [],
  source: "Higgins, Thompson & Spiegelhalter (2009); Raudenbush (2009)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02],
      moderators: { year: [1, 2, 2, 4, 5, 3, 4] },
    },
    options: { at: ["year=1", "year=5"], backTransform: "fisherZ" },
  },
});
