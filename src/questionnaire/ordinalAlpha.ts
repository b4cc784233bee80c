import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { polychoricCorrelation } from "../inference/polychoricCorrelation.ts";
import { covariances, itemRest } from "../numeric/covariances.ts";
import { numberColumns, read } from "../table/input.ts";
import { alphaOf, belowDiagonal, type Matrix, withoutItem } from "./alphaCoefficient.ts";

const input = z.strictObject({
  items: numberColumns(
    { en: "the items of one scale, ordered answers", nl: "de items van één schaal, geordende antwoorden" },
    2,
  ),
});

const options = z.strictObject({
  missing: shared.missing,
  smoothing: described(z.enum(["none", "eigenvalues"]).default("none"), {
    en: "what to do when the matrix is not positive definite: leave it, or raise its negative eigenvalues",
    nl: "wat te doen als de matrix niet positief definiet is: zo laten, of de negatieve eigenwaarden ophogen",
  }),
});

const item = z.strictObject({ item: z.string(), itemRest: available, alphaIfDropped: available });

const result = resultSchema("ordinalAlpha", options, {
  ordinalAlpha: available,
  alpha: available,
  meanCorrelation: available,
  items: z.array(item),
});

export type OrdinalAlpha = z.output<typeof result>;

/**
 * Alpha of the traits supposed to stand behind ordered answers: Cronbach's alpha of the polychoric correlations. It is
 * not the reliability of the observed sum or mean; alpha of the answers themselves stands beside it.
 * @param data `items`: named columns of ordered answers; null or NaN is missing
 * @param given listwise (default) or pairwise; what to do with a matrix that is not positive definite
 * @returns ordinalAlpha (usually above alpha), null when a polychoric correlation does not exist; alpha of the same
 * answers; per item its correlation with the sum of the other traits, and ordinal alpha without it
 * @throws data/too-many-categories; input/too-few-columns
 * @see Zumbo, Gadermann & Zeisser (2007); Chalmers (2018) on what it is not. Reference: psych::alpha of
 * psych::polychoric(x, correct = 0)$rho
 * @example ordinalAlpha({ items: { a: [1, 1, 2, 2, 3, 3], b: [1, 2, 1, 2, 2, 2], c: [1, 2, 2, 3, 2, 3] } }).alpha // 0.77227722772277
 */
export function ordinalAlpha(data: Given<typeof input>, given: Given<typeof options> = {}): OrdinalAlpha {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const variables = Object.fromEntries(items.names.map((name, j) => [name, items.columns[j]!]));
  const found = polychoricCorrelation({ variables }, { ...settings, adjust: "none" });
  const whole = found.matrix.every((row) => row.every((r) => r !== null));
  const matrix = whole ? (found.matrix as number[][]) : null;
  const below = matrix === null ? [] : belowDiagonal(matrix);
  const ordinal = matrix === null ? null : finiteOrNull(alphaOf(matrix));
  return {
    kind: "ordinalAlpha",
    options: settings,
    sample: found.sample,
    notes: [
      note("ordinal-alpha/not-the-sum"),
      ...found.notes.filter(({ code }) => code !== "polychoric/normal-traits"),
      ...notesWhen([ordinal !== null && ordinal < 0, "alpha/negative"]),
    ],
    ordinalAlpha: ordinal,
    alpha: finiteOrNull(alphaOf(covariances(items.columns, settings.missing).matrix)),
    meanCorrelation: matrix === null ? null : below.reduce((sum, r) => sum + r, 0) / below.length,
    items: items.names.map((name, j) => ({ item: name, ...itemFigures(matrix, j) })),
  };
}

function itemFigures(matrix: Matrix | null, j: number) {
  if (matrix === null) return { itemRest: null, alphaIfDropped: null };
  const alphaIfDropped = matrix.length > 2 ? finiteOrNull(alphaOf(withoutItem(matrix, j))) : null;
  return { itemRest: finiteOrNull(itemRest(matrix, j)), alphaIfDropped };
}

export const ordinalAlphaCard = defineStatistic({
  kind: "ordinalAlpha",
  label: { en: "Ordinal alpha", nl: "Ordinale alfa" },
  summary: {
    en: "Alpha of the traits behind ordered answers: not the reliability of the observed sum.",
    nl: "Alfa van de eigenschappen achter geordende antwoorden: niet de betrouwbaarheid van de waargenomen som.",
  },
  input,
  options,
  result,
  run: ordinalAlpha,
  tidy: ({ items }) => items.map(({ item, ...rest }) => ({ term: item, method: "polychoric", ...rest })),
  glance: ({ ordinalAlpha, alpha, items, sample }) => ({
    method: "polychoric",
    estimate: ordinalAlpha,
    alpha,
    k: items.length,
    n: sample.used,
  }),
  composes: ["polychoricCorrelation"],
  charts: ["itemTotalChart"],
  source: "Zumbo, Gadermann & Zeisser (2007); Chalmers (2018)",
  example: {
    data: {
      items: {
        talks: [1, 2, 2, 3, 3, 4, 4, 1, 2, 3, 4, 4],
        asks: [1, 1, 2, 2, 3, 3, 4, 2, 1, 3, 3, 4],
        attends: [1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 2, null],
      },
    },
  },
});
