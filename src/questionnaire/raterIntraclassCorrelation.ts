import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { type TwoWayMeanSquares, twoWayMeanSquares } from "../numeric/twoWayMeanSquares.ts";
import { univariate } from "../numeric/univariate.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";
import { completeRows } from "./completeRows.ts";
import { type RaterCoefficient, raterCoefficients } from "./raterCoefficients.ts";

const input = z.strictObject({
  ratings: numberColumns(
    {
      en: "one column of scores per rater, one row per case",
      nl: "één kolom scores per beoordelaar, één rij per geval",
    },
    2,
  ),
});

const options = z.strictObject({
  nullValue: described(z.number().min(0).lt(1).default(0), {
    en: "the ICC that the F tests suppose",
    nl: "de ICC waarvan de F-toetsen uitgaan",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const coefficient = z.strictObject({
  name: z.string(),
  model: z.enum(["oneWayRandom", "twoWayRandom", "twoWayMixed"]),
  shroutFleiss: z.string().nullable(),
  estimate: available,
  lower: available,
  upper: available,
  statistic: available,
  df: z.number(),
  dfError: z.number(),
  pValue: available,
});

const both = z.strictObject({ agreement: z.number(), consistency: z.number() });

const result = resultSchema("raterIntraclassCorrelation", options, {
  raters: z.int(),
  coefficients: z.array(coefficient),
  raterDifference: z.strictObject({ statistic: available, df: z.int(), dfError: z.int(), pValue: available }),
  meanSquares: z.strictObject({ subjects: z.number(), raters: z.number(), error: z.number(), within: z.number() }),
  variances: z.strictObject({ subjects: z.number(), raters: z.number(), error: z.number() }),
  standardErrorOfMeasurement: both,
  smallestDetectableChange: both,
  raterMeans: z.array(z.strictObject({ rater: z.string(), mean: z.number(), standardDeviation: z.number() })),
});

export type RaterIntraclassCorrelation = z.output<typeof result>;

/**
 * How reliable the scores are that several raters (or moments) give the same cases: the six intraclass correlations of
 * Shrout and Fleiss and McGraw and Wong's ten, with what a single score may be off. For how much of a variable lies
 * between schools there is intraclassCorrelation.
 * @param data `ratings`: one column per rater, one row per case; a row with a missing score (null, NaN) is left out
 * @param given the ICC supposed by the F tests; level of the intervals
 * @returns coefficients up to 1, negative ones kept and noted: "A" is absolute agreement, "C" consistency (differences
 * of level between raters do not count), "1" one rater's score, "k" the mean of all; variances as the mean squares give
 * them; the smallest detectable change at the confidence level is z sqrt(2) times the standard error of measurement
 * @throws input/too-few-columns with one rater; data/too-few below two cases; raters/no-spread when cases do not differ
 * @see Shrout & Fleiss (1979); McGraw & Wong (1996). Reference: irr::icc, psych::ICC(x, lmer = FALSE)
 * @example
 * raterIntraclassCorrelation({ ratings: { a: [1, 2, 3], b: [2, 4, 6] } }).coefficients[4].estimate // 0.461538461538
 */
export function raterIntraclassCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): RaterIntraclassCorrelation {
  const { ratings } = read(input, data);
  const settings = resolve(options, given);
  const { columns, used, missing } = completeRows(ratings);
  if (used < 2) refuse("data/too-few", { needed: 2, unit: "rows", found: used });
  const squares = twoWayMeanSquares(columns);
  if (squares.rows === 0 && squares.error === 0) refuse("raters/no-spread");
  const coefficients = raterCoefficients(squares, settings);
  return {
    kind: "raterIntraclassCorrelation",
    options: settings,
    sample: { unit: "respondent", used, dropped: ratings.rows - used, missing },
    notes: notesOf(ratings, columns, squares, coefficients),
    raters: squares.k,
    coefficients: coefficients.map(shown),
    ...components(squares, settings.confidenceLevel),
    raterMeans: ratings.names.map((rater, j) => raterRow(rater, columns[j]!)),
  };
}

function shown(found: RaterCoefficient) {
  const { estimate, lower, upper, statistic, pValue } = found;
  const figures = Object.entries({ estimate, lower, upper, statistic, pValue });
  return { ...found, ...Object.fromEntries(figures.map(([name, value]) => [name, finiteOrNull(value)])) };
}

function components({ n, k, rows, columns, error, within }: TwoWayMeanSquares, level: number) {
  const raters = (columns - error) / n;
  const F = columns / error;
  const standardErrorOfMeasurement = {
    agreement: Math.sqrt(error + Math.max(0, raters)),
    consistency: Math.sqrt(error),
  };
  const change = normalUpperQuantile((1 - level) / 2) * Math.SQRT2;
  return {
    raterDifference: {
      statistic: finiteOrNull(F),
      df: k - 1,
      dfError: (n - 1) * (k - 1),
      pValue: finiteOrNull(fUpper(F, k - 1, (n - 1) * (k - 1))),
    },
    meanSquares: { subjects: rows, raters: columns, error, within },
    variances: { subjects: (rows - error) / k, raters, error },
    standardErrorOfMeasurement,
    smallestDetectableChange: {
      agreement: change * standardErrorOfMeasurement.agreement,
      consistency: change * standardErrorOfMeasurement.consistency,
    },
  };
}

function raterRow(rater: string, column: Float64Array) {
  const { n, mean, sumSquares } = univariate(column);
  return { rater, mean, standardDeviation: Math.sqrt(sumSquares / (n - 1)) };
}

function notesOf(
  ratings: NumberColumns,
  columns: readonly Float64Array[],
  { n, error, within }: TwoWayMeanSquares,
  coefficients: readonly RaterCoefficient[],
): Note[] {
  const constant = ratings.names.filter((_, j) => columns[j]!.every((value) => value === columns[j]![0]));
  const twins = ratings.names.flatMap((first, i) =>
    ratings.names.filter((_, j) => j > i && isSame(columns[i]!, columns[j]!)).map((second) => ({ first, second })),
  );
  const negative = coefficients.find(({ name, estimate }) => name === "ICC(A,1)" && estimate < 0);
  return [
    ...notesWhen(
      [n < ratings.rows, "missing/listwise", { dropped: ratings.rows - n, total: ratings.rows }],
      [within === 0, "raters/perfect"],
      [within > 0 && error === 0, "raters/parallel"],
      [negative !== undefined, "raters/negative", { icc: negative?.estimate ?? 0 }],
    ),
    ...constant.map((rater) => note("raters/constant", { rater })),
    ...(within === 0 ? [] : twins).map((values) => note("raters/identical", values)),
  ];
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, i) => value === b[i]);
}

const MODELS = {
  oneWayRandom: "one-way random",
  twoWayRandom: "two-way random",
  twoWayMixed: "two-way mixed",
} as const;

export const raterIntraclassCorrelationCard = defineStatistic({
  kind: "raterIntraclassCorrelation",
  label: { en: "Intraclass correlation of raters", nl: "Intraklassecorrelatie van beoordelaars" },
  summary: {
    en: "How reliable the scores of several raters are: ICC(1,1) to ICC(3,k), with their intervals.",
    nl: "Hoe betrouwbaar de scores van meerdere beoordelaars zijn: ICC(1,1) tot ICC(3,k), met hun intervallen.",
  },
  input,
  options,
  result,
  run: raterIntraclassCorrelation,
  tidy: ({ coefficients, sample, raters }) =>
    coefficients.map(({ name, model, shroutFleiss, ...figures }) => ({
      term: name,
      method: shroutFleiss === null ? MODELS[model] : `${MODELS[model]}, ${shroutFleiss}`,
      ...figures,
      k: raters,
      n: sample.used,
    })),
  glance: ({ coefficients, raters, sample }) => {
    const { name, estimate, ...figures } = coefficients.find(({ shroutFleiss }) => shroutFleiss === "ICC(2,1)")!;
    const { lower, upper, statistic, df, dfError, pValue } = figures;
    return { term: name, icc: estimate, lower, upper, statistic, df, dfError, pValue, k: raters, n: sample.used };
  },
  composes: [],
  charts: [],
  source: "Shrout & Fleiss (1979); McGraw & Wong (1996)",
  example: {
    data: {
      ratings: { parent: [6, 7, 5, 8, 7, 4], teacher: [5, 7, 4, 8, 6, null], tutor: [6, 8, 5, 7, 7, 5] },
    },
  },
});
