import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { numberColumns, read } from "../table/input.ts";
import { type ChanceAgreement, type ChanceModel, categoryShares, chanceAgreement } from "./chanceAgreement.ts";
import { ratingCounts } from "./ratingCounts.ts";
import { ratingOptions } from "./ratings.ts";

const input = z.strictObject({
  ratings: numberColumns(
    { en: "one column of codes per rater, one row per case", nl: "één kolom codes per beoordelaar, één rij per geval" },
    2,
  ),
});

const options = z.strictObject({
  weights: described(z.enum(["none", "linear", "quadratic", "ordinal", "radical", "ratio"]).default("none"), {
    en: "how a near miss counts: not at all (AC1), or the more the nearer it is (AC2)",
    nl: "hoe bijna raak meetelt: helemaal niet (AC1), of meer naarmate het dichterbij is (AC2)",
  }),
  ...ratingOptions,
  confidenceLevel: shared.confidenceLevel,
});

const coefficient = z.strictObject({
  estimate: available,
  standardError: available,
  lower: available,
  upper: available,
  statistic: available,
  df: z.int(),
  pValue: available,
});

const result = resultSchema("gwetAgreement", options, {
  coefficient: z.enum(["AC1", "AC2"]),
  ...coefficient.shape,
  observedAgreement: z.number(),
  expectedAgreement: available,
  brennanPrediger: coefficient,
  agreement: coefficient,
  raters: z.int(),
  paired: z.int(),
  categories: z.array(z.strictObject({ category: z.string(), share: z.number() })),
});

type Coefficient = z.output<typeof coefficient>;
export type GwetAgreement = z.output<typeof result>;

/**
 * How far any number of raters agree beyond chance, in a way that skewed categories do not upset as they do kappa:
 * Gwet's AC1, or AC2 where near misses count. Every rating given is used.
 * @param data `ratings`: one column of codes per rater, one row per case; null or NaN where a rater gave none
 * @param given weights; the categories, where not all were used: their number counts; level of the intervals
 * @returns estimates up to 1 with Gwet's standard error over cases (the raters are taken as they are), t with n - 1
 * degrees of freedom; `brennanPrediger` against chance as equal shares, `agreement` against none; null when only one
 * category occurs and no others were declared
 * @throws input/too-few-columns with one rater; data/too-few when no case has two ratings; data/not-a-code
 * @see Gwet (2008); Gwet (2014), Handbook of inter-rater reliability, ch. 5. Reference: irrCAC::gwet.ac1.raw
 * @example gwetAgreement({ ratings: { a: [1, 1, 2, 2, 1], b: [1, 1, 2, 1, 1] } }).estimate // 0.655172413793
 */
export function gwetAgreement(data: Given<typeof input>, given: Given<typeof options> = {}): GwetAgreement {
  const { ratings } = read(input, data);
  const settings = resolve(options, given);
  const { scale, counts, missing } = ratingCounts(ratings, settings);
  const by = (model: ChanceModel) => chanceAgreement(counts, scale.disagreement, model);
  const [gwet, equal, plain] = [by("gwet"), by("brennanPrediger"), by("none")];
  const inferred = (found: ChanceAgreement) => inference(found, settings.confidenceLevel);
  const main = inferred(gwet);
  const shares = categoryShares(counts);
  return {
    kind: "gwetAgreement",
    options: settings,
    sample: { unit: "respondent", used: counts.length, dropped: ratings.rows - counts.length, missing },
    notes: [...notesOf(gwet, main, ratings.rows, missing), ...scale.notes],
    coefficient: settings.weights === "none" ? "AC1" : "AC2",
    ...main,
    observedAgreement: plain.observed,
    expectedAgreement: finiteOrNull(gwet.expected),
    brennanPrediger: inferred(equal),
    agreement: inferred(plain),
    raters: ratings.names.length,
    paired: gwet.paired,
    categories: scale.labels.map((category, k) => ({ category, share: shares[k]! })),
  };
}

function inference({ estimate, variance, n }: ChanceAgreement, level: number): Coefficient {
  const standardError = Math.sqrt(variance);
  const statistic = estimate / standardError;
  const reach = n > 1 ? studentTUpperQuantile((1 - level) / 2, n - 1) * standardError : Number.NaN;
  return {
    estimate: finiteOrNull(estimate),
    standardError: finiteOrNull(standardError),
    lower: finiteOrNull(estimate - reach),
    upper: finiteOrNull(estimate + reach),
    statistic: finiteOrNull(statistic),
    df: n - 1,
    pValue: Number.isFinite(statistic) ? 2 * studentTUpper(Math.abs(statistic), n - 1) : null,
  };
}

function notesOf(found: ChanceAgreement, { estimate, upper }: Coefficient, rows: number, missing: number): Note[] {
  const dropped = rows - found.n;
  return notesWhen(
    [dropped > 0, "ratings/none", { dropped, total: rows }],
    [missing > 0, "ratings/incomplete", { missing, paired: found.paired }],
    [found.n === 1, "ratings/one-subject"],
    [estimate === null, "agreement/one-category"],
    [found.observed === 1 && estimate !== null, "agreement/perfect"],
    [upper !== null && upper > 1, "agreement/beyond-one"],
  );
}

export const gwetAgreementCard = defineStatistic({
  kind: "gwetAgreement",
  label: { en: "Gwet's AC1 and AC2", nl: "Gwets AC1 en AC2" },
  summary: {
    en: "How far raters agree beyond chance, also with skewed categories, missing ratings and near misses.",
    nl: "Hoe sterk beoordelaars meer dan toevallig overeenstemmen, ook bij scheve categorieën en ontbrekende oordelen.",
  },
  input,
  options,
  result,
  run: gwetAgreement,
  tidy: ({ coefficient, sample, agreement, brennanPrediger, ...found }) => {
    const figures = ({ estimate, standardError, lower, upper, statistic, df, pValue }: Coefficient) => {
      return { estimate, standardError, lower, upper, statistic, df, pValue, n: sample.used };
    };
    return [
      { term: `Gwet ${coefficient}`, ...figures(found) },
      { term: "Brennan-Prediger", ...figures(brennanPrediger) },
      { term: "observed agreement", ...figures(agreement) },
    ];
  },
  glance: ({ estimate, standardError, lower, upper, statistic, df, pValue, raters, sample }) => ({
    estimate,
    standardError,
    lower,
    upper,
    statistic,
    df,
    pValue,
    k: raters,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Gwet (2008, 2014)",
  example: {
    data: {
      ratings: { parent: [1, 2, 3, 3, 2, 1], teacher: [1, 2, 3, 3, 2, 2], tutor: [1, null, 3, 2, 2, 1] },
    },
    options: { weights: "linear" },
  },
});
