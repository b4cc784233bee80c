import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { studentTUpperQuantile } from "../numeric/studentT.ts";
import { compensatedSum } from "../numeric/sums.ts";
import { numberColumns, read } from "../table/input.ts";
import { type ChanceAgreement, categoryShares, chanceAgreement, type RatingCounts } from "./chanceAgreement.ts";
import { completeRows } from "./completeRows.ts";
import { ratingCounts } from "./ratingCounts.ts";
import { ratingOptions } from "./ratings.ts";

const input = z.strictObject({
  ratings: numberColumns(
    { en: "one column of codes per rater, one row per case", nl: "één kolom codes per beoordelaar, één rij per geval" },
    2,
  ),
});

const options = z.strictObject({
  categories: ratingOptions.categories,
  interval: described(z.enum(["gwet", "fleissNeeLandis"]).default("gwet"), {
    en: "interval from Gwet's standard error and t, or from that of a kappa of 0 and z, as SPSS has it",
    nl: "interval uit Gwets standaardfout en t, of uit die van een kappa van 0 en z, zoals SPSS",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const kappa = z.strictObject({
  kappa: available,
  standardError: available,
  lower: available,
  upper: available,
  nullStandardError: available,
  statistic: available,
  pValue: available,
});

const category = z.strictObject({ category: z.string(), share: z.number(), ...kappa.shape });

const result = resultSchema("fleissKappa", options, {
  ...kappa.shape,
  observedAgreement: z.number(),
  expectedAgreement: z.number(),
  congerKappa: available,
  raters: z.int(),
  categories: z.array(category),
});

type Settings = Resolved<typeof options>;
type Kappa = z.output<typeof kappa>;
export type FleissKappa = z.output<typeof result>;

/**
 * How far three or more raters who sort the same cases into categories agree beyond chance: Fleiss' kappa, for all
 * categories together and for each against the rest. The raters need not be the same people for every case.
 * @param data `ratings`: one column of codes per rating, one row per case; a case with a missing rating is left out
 * @param given the categories, where not all were used; kind and level of the intervals
 * @returns kappa from below 0 to 1, null when only one category occurs; the test of kappa = 0 has the standard error of
 * Fleiss, Nee and Landis (nullStandardError), the interval by default Gwet's, which holds for any kappa; congerKappa
 * takes raters for fixed persons, each with margins of their own
 * @throws input/too-few-columns with one rater; data/too-few without a complete case; data/not-a-code
 * @see Fleiss (1971); Fleiss, Nee & Landis (1979); Conger (1980); Gwet (2014). Reference: irr::kappam.fleiss, irrCAC
 * @example fleissKappa({ ratings: { a: [1, 2, 3, 1], b: [1, 2, 3, 2], c: [1, 2, 1, 2] } }).kappa // 0.466666666666
 */
export function fleissKappa(data: Given<typeof input>, given: Given<typeof options> = {}): FleissKappa {
  const { ratings } = read(input, data);
  const settings = resolve(options, given);
  const { columns, used, missing } = completeRows(ratings);
  if (used < 1) refuse("data/too-few", { needed: 1, unit: "rows", found: used });
  const rated = ratingCounts(
    { names: ratings.names, columns, rows: used },
    { categories: settings.categories, spacing: "ranks", weights: "none" },
  );
  const { scale, counts, places } = rated;
  const overall = chanceAgreement(counts, scale.disagreement, "fleiss");
  const raters = columns.length;
  const shares = categoryShares(counts);
  const main = inference(overall, nullVariance(shares, used, raters), settings);
  return {
    kind: "fleissKappa",
    options: settings,
    sample: { unit: "respondent", used, dropped: ratings.rows - used, missing },
    notes: notesOf(overall, main, ratings.rows),
    ...main,
    observedAgreement: overall.observed,
    expectedAgreement: overall.expected,
    congerKappa: finiteOrNull(congerKappa(places, scale.labels.length, 1 - overall.observed)),
    raters,
    categories: scale.labels.map((label, k) => ({
      category: label,
      share: shares[k]!,
      ...inference(againstRest(counts, k), 2 / (used * raters * (raters - 1)), settings),
    })),
  };
}

/** Agreement on one category: all others count as one. */
function againstRest(counts: RatingCounts, k: number): ChanceAgreement {
  const two = counts.map((row) => [row[k]!, row.reduce((sum, count, l) => sum + (l === k ? 0 : count), 0)]);
  return chanceAgreement(two, EITHER, "fleiss");
}

const EITHER = [
  [0, 1],
  [1, 0],
];

/** Variance of a kappa whose true value is 0 (Fleiss, Nee & Landis 1979, eq. 12). */
function nullVariance(shares: readonly number[], n: number, raters: number): number {
  const spread = compensatedSum(shares.map((p) => p * (1 - p)));
  const skew = compensatedSum(shares.map((p) => p * (1 - p) * (1 - 2 * p)));
  return (2 * (spread ** 2 - skew)) / (n * raters * (raters - 1) * spread ** 2);
}

/** Kappa against the mean chance agreement of every two raters with their own margins. */
function congerKappa(places: readonly Int32Array[], categories: number, disagreement: number): number {
  const m = places.length;
  const margins = places.map((column) => {
    const counts = new Float64Array(categories);
    for (const place of column) counts[place]! += 1 / column.length;
    return counts;
  });
  const chance = margins.flatMap((a, g) =>
    margins.flatMap((b, h) => (g === h ? [] : Array.from(a, (share, k) => share * (1 - b[k]!)))),
  );
  return 1 - disagreement / (compensatedSum(chance) / (m * (m - 1)));
}

function inference(found: ChanceAgreement, variance: number, { interval, confidenceLevel }: Settings): Kappa {
  const { estimate, n } = found;
  const tail = (1 - confidenceLevel) / 2;
  const exists = !Number.isNaN(estimate);
  const standardError = Math.sqrt(found.variance);
  const nullStandardError = exists ? Math.sqrt(variance) : Number.NaN;
  const statistic = estimate / nullStandardError;
  const byGwet = n > 1 ? studentTUpperQuantile(tail, n - 1) * standardError : Number.NaN;
  const reach = interval === "gwet" ? byGwet : normalUpperQuantile(tail) * nullStandardError;
  return {
    kappa: finiteOrNull(estimate),
    standardError: finiteOrNull(standardError),
    lower: finiteOrNull(estimate - reach),
    upper: finiteOrNull(estimate + reach),
    nullStandardError: finiteOrNull(nullStandardError),
    statistic: finiteOrNull(statistic),
    pValue: finiteOrNull(2 * normalUpper(Math.abs(statistic))),
  };
}

function notesOf({ n, observed }: ChanceAgreement, { kappa: estimate, upper }: Kappa, rows: number): Note[] {
  return notesWhen(
    [n < rows, "missing/listwise", { dropped: rows - n, total: rows }],
    [n === 1, "ratings/one-subject"],
    [estimate === null, "agreement/one-category"],
    [estimate !== null && observed === 1, "agreement/perfect"],
    [upper !== null && upper > 1, "agreement/beyond-one"],
  );
}

export const fleissKappaCard = defineStatistic({
  kind: "fleissKappa",
  label: { en: "Fleiss' kappa", nl: "Fleiss' kappa" },
  summary: {
    en: "How far three or more raters who sort cases into categories agree beyond chance, overall and per category.",
    nl: "Hoe sterk drie of meer beoordelaars meer dan toevallig overeenstemmen, in het geheel en per categorie.",
  },
  input,
  options,
  result,
  run: fleissKappa,
  tidy: ({ categories, kappa: estimate, congerKappa, observedAgreement, expectedAgreement, sample, ...found }) => {
    const figures = ({ standardError, lower, upper, statistic, pValue }: Omit<Kappa, "kappa">) => {
      return { standardError, lower, upper, statistic, pValue, n: sample.used };
    };
    return [
      { term: "Fleiss' kappa", estimate, ...figures(found) },
      ...categories.map((row) => ({
        term: "category kappa",
        level: row.category,
        estimate: row.kappa,
        ...figures(row),
      })),
      { term: "Conger's kappa", estimate: congerKappa, n: sample.used },
      { term: "observed agreement", estimate: observedAgreement, n: sample.used },
      { term: "expected agreement", estimate: expectedAgreement, n: sample.used },
    ];
  },
  glance: ({ kappa: estimate, standardError, lower, upper, statistic, pValue, raters, sample }) => ({
    estimate,
    standardError,
    lower,
    upper,
    statistic,
    pValue,
    k: raters,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Fleiss (1971); Fleiss, Nee & Landis (1979); Conger (1980); Gwet (2014)",
  example: {
    data: {
      ratings: { parent: [1, 2, 3, 3, 2, 1], teacher: [1, 2, 3, 3, 2, 2], tutor: [1, 2, 3, 2, 2, 1] },
    },
  },
});
