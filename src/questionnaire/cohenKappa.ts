import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { twoWayCounts } from "../numeric/twoWayCounts.ts";
import { type Categories, categoryColumn, read } from "../table/input.ts";
import { type CategoryScale, categoryScale, placesOf, ratingOptions } from "./ratings.ts";
import { type WeightedKappa, weightedKappa } from "./weightedKappa.ts";

const input = z.strictObject({
  first: categoryColumn({ en: "the categories one rater chose", nl: "de categorieën die de ene beoordelaar koos" }),
  second: categoryColumn({ en: "those of the other rater", nl: "die van de andere beoordelaar" }),
});

const options = z.strictObject({
  weights: described(z.enum(["none", "linear", "quadratic"]).default("none"), {
    en: "whether a near miss counts as half agreement: not, in proportion to the distance, or to its square",
    nl: "of er bijna naast meetelt als halve overeenstemming: niet, naar afstand, of naar het kwadraat daarvan",
  }),
  ...ratingOptions,
  confidenceLevel: shared.confidenceLevel,
});

const category = z.strictObject({
  category: z.string(),
  first: z.int(),
  second: z.int(),
  both: z.int(),
  specificAgreement: available,
});

const result = resultSchema("cohenKappa", options, {
  kappa: available,
  standardError: available,
  lower: available,
  upper: available,
  nullStandardError: available,
  statistic: available,
  pValue: available,
  observedAgreement: z.number(),
  expectedAgreement: z.number(),
  exactAgreement: z.number(),
  adjacentAgreement: available,
  maximumKappa: available,
  prevalenceIndex: available,
  biasIndex: available,
  brennanPrediger: available,
  gwet: available,
  categories: z.array(category),
  counts: z.array(z.array(z.int())),
});

export type CohenKappa = z.output<typeof result>;

/**
 * How far two raters who put the same cases in categories agree beyond chance: Cohen's kappa, plain or weighted, with
 * what it must be read beside: the agreement itself, the largest kappa the margins allow, prevalence and bias.
 * @param data `first` and `second`: one category per case and rater; null, NaN and "" are missing
 * @param given weights; the categories in their order, where they are no numbers or not all were used; level
 * @returns kappa from below 0 (less than chance) to 1, null when everybody used one category; its standard error and,
 * for the test of kappa = 0, nullStandardError; brennanPrediger is PABAK for two categories; gwet is AC1, or AC2 when
 * weighted; specificAgreement is 2 both / (first + second); the two indices exist for two categories
 * @throws data/too-few without a complete pair; data/not-a-code for a rating outside `categories`; option/needed when
 * weights need an order
 * @see Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969); Byrt, Bishop & Carlin (1993). Reference: irr::kappa2, vcd
 * @example cohenKappa({ first: ["a", "a", "b", "b", "b"], second: ["a", "b", "b", "b", "b"] }).kappa // 0.545454545454
 */
export function cohenKappa(data: Given<typeof input>, given: Given<typeof options> = {}): CohenKappa {
  const { first, second } = read(input, data);
  const settings = resolve(options, given);
  const columns = [labelsOf(first, second), labelsOf(second, first)] as const;
  const used = columns[0].filter((label) => label !== null).length;
  if (used < 1) refuse("data/too-few", { needed: 1, unit: "pairs", found: used });
  const scale = categoryScale(
    [...new Set(columns.flat())].filter((label) => label !== null),
    settings,
  );
  const [a, b] = [placesOf(columns[0], scale, "first"), placesOf(columns[1], scale, "second")];
  const levels = scale.labels.map((_, i) => i);
  const counts = twoWayCounts({ codes: a, levels }, { codes: b, levels });
  const kappa = weightedKappa(counts, scale.disagreement);
  const missing = count(first.codes, -1) + count(second.codes, -1);
  return {
    kind: "cohenKappa",
    options: settings,
    sample: { unit: "respondent", used, dropped: first.rows - used, missing },
    notes: [...notesOf(kappa, counts, used, first.rows), ...scale.notes],
    ...inference(kappa, settings.confidenceLevel),
    observedAgreement: kappa.observed,
    expectedAgreement: kappa.expected,
    ...plainAgreement(counts, scale, used),
    maximumKappa: finiteOrNull(kappa.maximum),
    ...twoByTwo(counts, used),
    ...otherChance(counts, scale, kappa, used),
    categories: scale.labels.map((label, i) => categoryRow(label, counts, i)),
    counts,
  };
}

/** A rater's categories, of the rows in which the other has one too. */
function labelsOf({ codes, levels }: Categories, other: Categories): (string | null)[] {
  return Array.from(codes, (code, i) => (code < 0 || other.codes[i]! < 0 ? null : levels[code]!));
}

function count(codes: Int32Array, code: number): number {
  return codes.reduce((sum, one) => sum + (one === code ? 1 : 0), 0);
}

function inference({ kappa, variance, nullVariance }: WeightedKappa, level: number) {
  const standardError = Math.sqrt(variance);
  const nullStandardError = Math.sqrt(nullVariance);
  const reach = normalUpperQuantile((1 - level) / 2) * standardError;
  const statistic = kappa / nullStandardError;
  return {
    kappa: finiteOrNull(kappa),
    standardError: finiteOrNull(standardError),
    lower: finiteOrNull(kappa - reach),
    upper: finiteOrNull(kappa + reach),
    nullStandardError: finiteOrNull(nullStandardError),
    statistic: finiteOrNull(statistic),
    pValue: finiteOrNull(2 * normalUpper(Math.abs(statistic))),
  };
}

type Counts = readonly (readonly number[])[];

/** Shares of the cases with the same category, and with the same or a neighbouring one. */
function plainAgreement(counts: Counts, { ordered }: CategoryScale, n: number) {
  const within = (steps: number) =>
    counts.reduce(
      (sum, row, i) => sum + row.reduce((part, cell, j) => part + (Math.abs(i - j) <= steps ? cell : 0), 0),
      0,
    ) / n;
  return { exactAgreement: within(0), adjacentAgreement: ordered && counts.length > 2 ? within(1) : null };
}

/** How unequal two categories are, and how differently two raters use them; both 0 to 1. */
function twoByTwo(counts: Counts, n: number) {
  if (counts.length !== 2) return { prevalenceIndex: null, biasIndex: null };
  const [[a, b], [c, d]] = counts as [[number, number], [number, number]];
  return { prevalenceIndex: Math.abs(a - d) / n, biasIndex: Math.abs(b - c) / n };
}

/** The same agreement against other ideas of chance: all categories alike, and Gwet's. */
function otherChance(counts: Counts, { disagreement }: CategoryScale, { observed }: WeightedKappa, n: number) {
  const q = counts.length;
  const mean = disagreement.flat().reduce((sum, d) => sum + d, 0) / q ** 2;
  const shares = counts.map((row, i) => row.reduce((sum, cell, j) => sum + cell + counts[j]![i]!, 0) / (2 * n));
  const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const expected = ((1 - mean) * q * spread) / (q - 1);
  return {
    brennanPrediger: finiteOrNull(1 - (1 - observed) / mean),
    gwet: finiteOrNull(1 - (1 - observed) / (1 - expected)),
  };
}

function categoryRow(label: string, counts: Counts, i: number) {
  const first = counts[i]!.reduce((sum, cell) => sum + cell, 0);
  const second = counts.reduce((sum, row) => sum + row[i]!, 0);
  const both = counts[i]![i]!;
  return { category: label, first, second, both, specificAgreement: finiteOrNull((2 * both) / (first + second)) };
}

function notesOf({ kappa, observed, variance }: WeightedKappa, counts: Counts, used: number, rows: number): Note[] {
  const usedBy = (margin: (i: number) => number) => counts.filter((_, i) => margin(i) > 0).length;
  const first = usedBy((i) => counts[i]!.reduce((sum, cell) => sum + cell, 0));
  const second = usedBy((i) => counts.reduce((sum, row) => sum + row[i]!, 0));
  const one = Number.isNaN(kappa);
  return notesWhen(
    [used < rows, "missing/listwise", { dropped: rows - used, total: rows }],
    [one, "agreement/one-category"],
    [!one && (first === 1 || second === 1), "agreement/constant-rater"],
    [!one && observed === 1, "agreement/perfect"],
    [!one && kappa + 2 * Math.sqrt(variance) > 1 && observed < 1, "agreement/beyond-one"],
  );
}

export const cohenKappaCard = defineStatistic({
  kind: "cohenKappa",
  label: { en: "Cohen's kappa", nl: "Cohens kappa" },
  summary: {
    en: "How far two raters who sort the same cases into categories agree beyond chance; plain or weighted.",
    nl: "Hoe sterk twee beoordelaars die dezelfde gevallen indelen meer dan toevallig overeenstemmen; gewogen of niet.",
  },
  input,
  options,
  result,
  run: cohenKappa,
  tidy: (found) => [
    {
      term: "kappa",
      estimate: found.kappa,
      standardError: found.standardError,
      lower: found.lower,
      upper: found.upper,
      statistic: found.statistic,
      pValue: found.pValue,
      n: found.sample.used,
    },
    { term: "maximum kappa", estimate: found.maximumKappa },
    { term: "Brennan-Prediger", estimate: found.brennanPrediger },
    { term: found.options.weights === "none" ? "Gwet AC1" : "Gwet AC2", estimate: found.gwet },
    { term: "observed agreement", estimate: found.observedAgreement },
    { term: "expected agreement", estimate: found.expectedAgreement },
    { term: "exact agreement", estimate: found.exactAgreement },
    { term: "prevalence index", estimate: found.prevalenceIndex },
    { term: "bias index", estimate: found.biasIndex },
    ...found.categories.map(({ category, both, specificAgreement }) => ({
      term: "specific agreement",
      level: category,
      estimate: specificAgreement,
      n: both,
    })),
  ],
  glance: ({ kappa, standardError, lower, upper, statistic, pValue, categories, sample }) => ({
    estimate: kappa,
    standardError,
    lower,
    upper,
    statistic,
    pValue,
    k: categories.length,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Cohen (1960, 1968); Fleiss, Cohen & Everitt (1969); Byrt, Bishop & Carlin (1993)",
  example: {
    data: {
      first: ["never", "often", "never", "often", "often", "never"],
      second: ["never", "often", "often", "often", "often", null],
    },
  },
});
