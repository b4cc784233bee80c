import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { type Covariances, covarianceOfSums, covariances, varianceOfSum } from "../numeric/covariances.ts";
import { correlationFrom } from "../numeric/moments.ts";
import { splitHalves } from "../numeric/splitHalves.ts";
import { numberColumns, read } from "../table/input.ts";
import { alphaOf, squaredMultipleCorrelations } from "./alphaCoefficient.ts";
import { itemCorrelations } from "./itemCorrelations.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }, 2),
});

const options = z.strictObject({
  missing: shared.missing,
  matrix: described(z.enum(["covariances", "correlations"]).default("covariances"), {
    en: "of the items as they are (as SPSS), or brought to equal variance (as psych)",
    nl: "van de items zoals ze zijn (als SPSS), of met gelijke variantie (als psych)",
  }),
  halves: described(z.enum(["oddEven", "firstLast"]).default("oddEven"), {
    en: "the halves that are compared: odd and even items, or the first and the last (as SPSS)",
    nl: "de helften die worden vergeleken: oneven en even items, of de eerste en de laatste (als SPSS)",
  }),
});

const half = z.strictObject({ items: z.array(z.string()), alpha: available });

const result = resultSchema("guttmanLambdas", options, {
  lambda1: z.number(),
  lambda2: z.number(),
  lambda3: z.number(),
  lambda4: available,
  lambda5: z.number(),
  lambda6: available,
  splits: z.strictObject({
    count: z.int(),
    lowest: available,
    mean: available,
    highest: available,
    highestHalf: z.array(z.string()),
  }),
  split: z.strictObject({
    first: half,
    second: half,
    r: available,
    spearmanBrown: available,
    horst: available,
    guttman: z.number(),
  }),
});

type Settings = Resolved<typeof options>;
type Matrix = Covariances["matrix"];
export type GuttmanLambdas = z.output<typeof result>;

/** With more items there are too many splits to try them all. */
const MOST_ITEMS = 16;

/**
 * Lower bounds of a scale's reliability from one administration: Guttman's six lambdas (the third is alpha), the
 * reliabilities of all splits in halves, and the correlation of two halves stepped up to the whole scale.
 * @param data `items`: named columns in the order of the questionnaire; null or NaN is missing
 * @param given listwise (default) or pairwise; covariances or correlations; which halves to correlate
 * @returns lambda1 to lambda6; splits: lowest, mean and highest (lambda4) over all splits of equal size, up to 16
 * items; split: the correlation r of the two halves, Spearman and Brown's prediction from it, Horst's for halves of
 * unequal length, and Guttman's, which does not need the halves to be alike
 * @throws data/too-few below two rows; scale/no-variance when the sum is constant
 * @see Guttman (1945); Horst (1951) for unequal halves; Spearman (1910), Brown (1910). Reference: psych::guttman,
 * psych::splitHalf (of correlations)
 * @example guttmanLambdas({ items: { a: [1, 2, 3, 4], b: [2, 2, 4, 4], c: [1, 3, 3, 5] } }).lambda2 // 0.939619041268571
 */
export function guttmanLambdas(data: Given<typeof input>, given: Given<typeof options> = {}): GuttmanLambdas {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const moments = covariances(items.columns, settings.missing);
  if (moments.lowest < 2) refuse("data/too-few", { needed: 2, unit: "rows", found: moments.lowest });
  const correlations = () => itemCorrelations(items.columns, moments, settings.missing);
  const matrix = settings.matrix === "covariances" ? moments.matrix : correlations();
  const constant = items.names.find((_, j) => moments.matrix[j]![j] === 0);
  if (constant !== undefined && settings.matrix === "correlations") refuse("data/constant", {}, { column: constant });
  const variance = varianceOfSum(matrix, [...matrix.keys()]);
  if (!(variance > 0)) refuse("scale/no-variance");
  const shares = squaredMultipleCorrelations(matrix);
  const splits = splitsOf(matrix, items.names);
  return {
    kind: "guttmanLambdas",
    options: settings,
    sample: { unit: "respondent", used: moments.n, dropped: items.rows - moments.n, missing: moments.missing },
    notes: notesOf(moments, shares, items.names, items.rows),
    ...lambdasOf(matrix, variance, shares),
    lambda4: splits.highest,
    splits,
    split: splitOf(matrix, items.names, settings),
  };
}

function lambdasOf(matrix: Matrix, variance: number, shares: readonly (number | null)[]) {
  const k = matrix.length;
  const apart = matrix.map((row, i) => row.reduce((sum, value, j) => (i === j ? sum : sum + value ** 2), 0));
  const between = matrix.reduce(
    (sum, row, i) => sum + row.reduce((rest, value, j) => (i === j ? rest : rest + value), 0),
    0,
  );
  const lambda1 = between / variance;
  const squares = apart.reduce((sum, value) => sum + value, 0);
  const errors = shares.map((share, j) => (share === null ? Number.NaN : matrix[j]![j]! * (1 - share)));
  return {
    lambda1,
    lambda2: lambda1 + Math.sqrt((k / (k - 1)) * squares) / variance,
    lambda3: (k / (k - 1)) * lambda1,
    lambda5: lambda1 + (2 * Math.sqrt(Math.max(...apart))) / variance,
    lambda6: finiteOrNull(1 - errors.reduce((sum, error) => sum + error, 0) / variance),
  };
}

function splitsOf(matrix: Matrix, names: readonly string[]): GuttmanLambdas["splits"] {
  if (matrix.length > MOST_ITEMS) return { count: 0, lowest: null, mean: null, highest: null, highestHalf: [] };
  const { splits, lowest, mean, highest, highestHalf } = splitHalves(matrix);
  return { count: splits, lowest, mean, highest, highestHalf: highestHalf.map((j) => names[j]!) };
}

function splitOf(matrix: Matrix, names: readonly string[], { halves }: Settings): GuttmanLambdas["split"] {
  const k = names.length;
  const inFirst = (j: number) => (halves === "oddEven" ? j % 2 === 0 : j < Math.ceil(k / 2));
  const first = [...names.keys()].filter(inFirst);
  const second = [...names.keys()].filter((j) => !inFirst(j));
  const across = covarianceOfSums(matrix, first, second);
  const r = correlationFrom(across, varianceOfSum(matrix, first), varianceOfSum(matrix, second));
  return {
    first: halfOf(matrix, names, first),
    second: halfOf(matrix, names, second),
    r: finiteOrNull(r),
    spearmanBrown: finiteOrNull((2 * r) / (1 + r)),
    horst: finiteOrNull(horstOf(r, first.length / k)),
    guttman: (4 * across) / varianceOfSum(matrix, [...names.keys()]),
  };
}

/** Reliability of the whole from the correlation of parts that make up shares p and 1 - p of it. @see Horst (1951) */
function horstOf(r: number, p: number): number {
  const unlike = 2 * p * (1 - p) * (1 - r) * (1 + r);
  // without this the whole is 0 / 0 at r = 1
  if (unlike === 0) return r;
  return (r * (Math.sqrt(r * r + 2 * unlike) - r)) / unlike;
}

function halfOf(matrix: Matrix, names: readonly string[], members: readonly number[]) {
  const own = members.map((i) => members.map((j) => matrix[i]![j]!));
  return { items: members.map((j) => names[j]!), alpha: members.length < 2 ? null : finiteOrNull(alphaOf(own)) };
}

function notesOf(
  { matrix, n, lowest, highest }: Covariances,
  shares: readonly (number | null)[],
  names: readonly string[],
  total: number,
): Note[] {
  const constant = names.filter((_, j) => matrix[j]![j] === 0);
  return [
    ...notesWhen(
      [n < total, "missing/listwise", { dropped: total - n, total }],
      [lowest < highest, "missing/pairwise", { lowest, highest }],
      [names.length > MOST_ITEMS, "halves/too-many-items", { most: MOST_ITEMS }],
      [constant.length === 0 && shares.includes(null), "items/overlap"],
    ),
    ...constant.map((item) => note("alpha/constant-item", { item })),
  ];
}

export const guttmanLambdasCard = defineStatistic({
  kind: "guttmanLambdas",
  label: { en: "Guttman's lambdas and split halves", nl: "Guttmans lambda's en splitsing in helften" },
  summary: {
    en: "Lower bounds of a scale's reliability, and what its halves say of the whole.",
    nl: "Ondergrenzen van de betrouwbaarheid van een schaal, en wat haar helften over het geheel zeggen.",
  },
  input,
  options,
  result,
  run: guttmanLambdas,
  tidy: ({ splits, split, sample, ...found }) => {
    const row = (term: string, estimate: number | null) => ({ term, estimate, n: sample.used });
    return [
      ...([1, 2, 3, 4, 5, 6] as const).map((i) => row(`lambda ${i}`, found[`lambda${i}`])),
      row("lowest split", splits.lowest),
      row("mean split", splits.mean),
      row("highest split", splits.highest),
      row("r of the halves", split.r),
      row("Spearman-Brown", split.spearmanBrown),
      row("Horst", split.horst),
      row("Guttman split-half", split.guttman),
    ];
  },
  glance: ({ lambda2, lambda3, split, sample }) => ({
    estimate: lambda2,
    alpha: lambda3,
    r: split.r,
    k: split.first.items.length + split.second.items.length,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Guttman (1945); Horst (1951)",
  example: {
    data: {
      items: {
        talks: [1, 2, 3, 4, 5, 4],
        asks: [2, 2, 4, 4, 5, 5],
        listens: [1, 3, 3, 5, 4, null],
        reads: [2, 1, 3, 4, 4, 4],
        visits: [1, 2, 2, 4, 5, 3],
      },
    },
  },
});
