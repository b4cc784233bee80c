import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { type Covariances, covariances, itemRest } from "../numeric/covariances.ts";
import { univariate } from "../numeric/univariate.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";
import { answerScaleOptions, keyedColumns } from "./answerScale.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }),
});

const options = z.strictObject({
  score: described(z.enum(["mean", "sum", "pomp", "schoolGrade"]).default("mean"), {
    en: "mean of the answers, sum (k times the mean), percentage of the maximum possible, or a grade from 1 to 10",
    nl: "gemiddelde van de antwoorden, som (k keer het gemiddelde), percentage van het hoogst mogelijke, of cijfer van 1 tot 10",
  }),
  minimumAnswered: described(z.number().gt(0).max(1).default(0.8), {
    en: "share of the items that must be answered for a score",
    nl: "aandeel van de items dat beantwoord moet zijn voor een score",
  }),
  ...answerScaleOptions,
});

const item = z.strictObject({
  item: z.string(),
  reversed: z.boolean(),
  n: z.int(),
  missing: z.int(),
  mean: available,
  standardDeviation: available,
  itemRest: available,
});

const result = resultSchema("scaleScores", options, {
  scores: z.array(available),
  needed: z.int(),
  scored: z.int(),
  tooFewAnswered: z.int(),
  mean: available,
  standardDeviation: available,
  items: z.array(item),
});

type Settings = Resolved<typeof options>;
type Item = z.output<typeof item>;
export type ScaleScores = z.output<typeof result>;

/**
 * One score per respondent from the items of a scale. Only the items you name are reversed, against the bounds you
 * declare; nothing is imputed: the score rests on the answers given, when there are enough of them.
 * @param data `items`: named columns, one value per respondent; null or NaN is missing
 * @param given kind of score, share that must be answered, items to reverse, bounds of the answer scale
 * @returns scores in the order of the rows, null where too few items were answered; items as they were scored
 * @throws option/needed without bounds where they are needed; data/outside-range with the row and column of an answer
 * outside them; data/unknown-column for an item to reverse that is not there
 * @see Cohen, Cohen, Aiken & West (1999) for pomp. Reference: rowMeans(x, na.rm = TRUE), psych::reverse.code
 * @example scaleScores({ items: { a: [1, 4], b: [5, 2] } }, { reversed: ["b"], minimum: 1, maximum: 5 }).scores // [1, 4]
 */
export function scaleScores(data: Given<typeof input>, given: Given<typeof options> = {}): ScaleScores {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const bounded = settings.score === "pomp" || settings.score === "schoolGrade";
  const keyed = keyedColumns(items, settings, bounded ? `score: ${settings.score}` : null);
  const needed = Math.max(1, Math.ceil(settings.minimumAnswered * keyed.length - ROUNDING));
  const scores = Array.from({ length: items.rows }, (_, row) => scoreOf(keyed, row, needed, settings));
  const rows = itemRows(items, covariances(keyed, "pairwise"), settings);
  const { n, mean, sumSquares } = univariate(scores.map((score) => score ?? Number.NaN));
  const dropped = items.rows - n;
  return {
    kind: "scaleScores",
    options: settings,
    sample: {
      unit: "respondent",
      used: n,
      dropped,
      missing: rows.reduce((sum, { missing }) => sum + missing, 0),
    },
    notes: notesOf(rows, dropped, items.rows, needed),
    scores,
    needed,
    scored: n,
    tooFewAnswered: dropped,
    mean: finiteOrNull(mean),
    standardDeviation: n > 1 ? Math.sqrt(sumSquares / (n - 1)) : null,
    items: rows,
  };
}

/** Keeps a share times a count that should be whole, such as .55 of 20, from being rounded up. */
const ROUNDING = 1e-9;

/** The score of one row from the items answered; null when these are too few. */
function scoreOf(keyed: readonly Float64Array[], row: number, needed: number, settings: Settings): number | null {
  let answered = 0;
  let sum = 0;
  for (const column of keyed) {
    if (Number.isNaN(column[row]!)) continue;
    answered += 1;
    sum += column[row]!;
  }
  return answered < needed ? null : SCORES[settings.score](sum / answered, keyed.length, settings);
}

/** What is made of the mean answer m of a scale of k items. */
const SCORES: Record<Settings["score"], (m: number, k: number, settings: Settings) => number> = {
  mean: (m) => m,
  sum: (m, k) => k * m,
  pomp: (m, _, settings) => 100 * positionOf(m, settings),
  schoolGrade: (m, _, settings) => 1 + 9 * positionOf(m, settings),
};

/** How far between the bounds, 0 to 1. */
function positionOf(m: number, { minimum, maximum }: Settings): number {
  return (m - minimum!) / (maximum! - minimum!);
}

function itemRows({ names }: NumberColumns, moments: Covariances, { reversed }: Settings): Item[] {
  const { matrix, means, counts, missingCounts } = moments;
  return names.map((name, j) => ({
    item: name,
    reversed: reversed.includes(name),
    n: counts[j]!,
    missing: missingCounts[j]!,
    mean: finiteOrNull(means[j]!),
    standardDeviation: finiteOrNull(Math.sqrt(matrix[j]![j]!)),
    itemRest: finiteOrNull(itemRest(matrix, j)),
  }));
}

function notesOf(rows: readonly Item[], dropped: number, total: number, needed: number): Note[] {
  const negative = rows.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
  return [
    ...notesWhen([dropped > 0, "scale/too-few-answered", { dropped, total, needed }]),
    ...negative.map(({ item, itemRest, reversed }) =>
      note(reversed ? "item/negative-reversed" : "item/negative", { item, r: itemRest! }),
    ),
  ];
}

export const scaleScoresCard = defineStatistic({
  kind: "scaleScores",
  label: { en: "Scale scores", nl: "Schaalscores" },
  summary: {
    en: "One score per respondent from the items of a scale.",
    nl: "Eén score per respondent uit de items van een schaal.",
  },
  input,
  options,
  result,
  run: scaleScores,
  tidy: ({ items }) => items.map(({ item, ...rest }) => ({ term: item, ...rest })),
  glance: ({ items, scored, mean, standardDeviation, tooFewAnswered }) => ({
    n: scored,
    k: items.length,
    mean,
    standardDeviation,
    missing: tooFewAnswered,
  }),
  augment: ({ scores }) => scores.map((score) => ({ score })),
  composes: [],
  charts: [],
  source: "Cohen, Cohen, Aiken & West (1999)",
  example: {
    data: {
      items: { talks: [1, 2, 3, 4, 5], asks: [2, 2, null, 4, 5], forgets: [5, 5, 3, 2, null] },
    },
    options: { reversed: ["forgets"], minimum: 1, maximum: 5, minimumAnswered: 0.6 },
  },
});
