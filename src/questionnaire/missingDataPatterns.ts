import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { cholesky, forwardSubstitute } from "../numeric/cholesky.ts";
import { incompleteMoments } from "../numeric/incompleteMoments.ts";
import { zeros } from "../numeric/matrices.ts";
import { type MissingPattern, missingPatterns } from "../numeric/missingPatterns.ts";
import { univariate } from "../numeric/univariate.ts";
import { type NumberColumns, numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what may be missing", nl: "wat kan ontbreken" }),
});

const options = z.strictObject({});

const pattern = z.strictObject({ missing: z.array(z.string()), n: z.int(), share: z.number() });
const variable = z.strictObject({ variable: z.string(), n: z.int(), missing: z.int(), share: z.number() });
const little = z.strictObject({ statistic: z.number(), df: z.int(), pValue: z.number() });

const result = resultSchema("missingDataPatterns", options, {
  variables: z.array(variable),
  patterns: z.array(pattern),
  complete: z.int(),
  empty: z.int(),
  missingShare: available,
  littleTest: little.nullable(),
});

export type MissingDataPatterns = z.output<typeof result>;

/**
 * Which values are missing together, and Little's test of whether they are missing completely at random: whether the
 * means of the answers given differ between rows that miss different things.
 * @param data `variables`: named columns, one value per respondent; null or NaN is missing
 * @returns per variable and per pattern how many rows, most frequent first; the test, null with a note when nothing is
 * missing or the means and covariances cannot be estimated. A small p speaks against missing completely at random; a
 * large one does not show it
 * @throws input/too-few-columns, data/not-a-number with their places
 * @see Little (1988), eq. 5, with maximum likelihood estimates. Reference: naniar::mcar_test, there with an EM that stops early
 * @example missingDataPatterns({ variables: { a: [1, 2, 3, null], b: [2, 4, null, 1] } }).patterns.map(({ missing, n }) => [missing.join(), n]) // [["", 2], ["b", 1], ["a", 1]]
 */
export function missingDataPatterns(data: Given<typeof input>, given: Given<typeof options> = {}): MissingDataPatterns {
  const { variables } = read(input, data);
  const settings = resolve(options, given);
  const { names, columns, rows } = variables;
  const counts = columns.map((column) => column.filter((value) => Number.isNaN(value)).length);
  const missing = counts.reduce((sum, count) => sum + count, 0);
  const patterns = patternsOf(variables);
  const rowsWith = (share: number) =>
    patterns.filter((one) => one.missing.length === share).reduce((sum, { n }) => sum + n, 0);
  const test = missing === 0 ? null : littleTest(columns);
  const empty = rowsWith(names.length);
  return {
    kind: "missingDataPatterns",
    options: settings,
    sample: { unit: "respondent", used: rows - empty, dropped: empty, missing },
    notes: notesWhen(
      [empty > 0, "missing/no-value", { count: empty, total: rows }],
      [missing > 0 && test === null, "missing/no-test"],
      [test !== null, "missing/mcar-meaning"],
    ),
    variables: names.map((name, j) => ({
      variable: name,
      n: rows - counts[j]!,
      missing: counts[j]!,
      share: counts[j]! / rows,
    })),
    patterns,
    complete: rowsWith(0),
    empty,
    missingShare: rows === 0 ? null : missing / (rows * names.length),
    littleTest: test,
  };
}

/** Rows by what they miss, the most frequent first. */
function patternsOf({ names, columns, rows }: NumberColumns): z.output<typeof pattern>[] {
  const counts = new Map<string, number>();
  for (let i = 0; i < rows; i++) {
    const key = columns.map((column) => (Number.isNaN(column[i]!) ? "." : "x")).join("");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, n]) => ({ missing: names.filter((_, j) => key[j] === "."), n, share: n / rows }))
    .sort((a, b) => b.n - a.n);
}

/** Little's d2 from units in which every variable has mean 0 and variance 1; null when there is nothing to compare. */
function littleTest(columns: readonly Float64Array[]): z.output<typeof little> | null {
  const units = columns.map((column) => univariate(column));
  if (units.some(({ n, sumSquares }) => !(n > 1 && sumSquares > 0))) return null;
  const standard = columns.map((column, j) => {
    const { n, mean, sumSquares } = units[j]!;
    const spread = Math.sqrt(sumSquares / n);
    return column.map((value) => (value - mean) / spread);
  });
  const patterns = missingPatterns(standard);
  const df = patterns.reduce((sum, { present }) => sum + present.length, 0) - columns.length;
  const moments = incompleteMoments(patterns, columns.length);
  if (moments === null || !moments.converged || df < 1) return null;
  const distances = patterns.map((one) => distanceOf(one, moments));
  if (distances.some((distance) => distance === null)) return null;
  const statistic = distances.reduce<number>((sum, distance) => sum + distance!, 0);
  return { statistic, df, pValue: chiSquareUpper(statistic, df) };
}

/** n (m - mu)' S^-1 (m - mu) over what a pattern has. */
function distanceOf(
  { present, n, means }: MissingPattern,
  all: NonNullable<ReturnType<typeof incompleteMoments>>,
): number | null {
  const size = present.length;
  const own = zeros(size, size);
  const k = all.covariance.columns;
  present.forEach((i, a) => {
    present.forEach((j, b) => {
      own.data[a * size + b] = all.covariance.data[i * k + j]!;
    });
  });
  const root = cholesky(own);
  if (root === null) return null;
  const apart = forwardSubstitute(root, present.map((j, a) => means[a]! - all.means[j]!)); // biome-ignore format: one line
  return n * apart.reduce((sum, value) => sum + value ** 2, 0);
}

export const missingDataPatternsCard = defineStatistic({
  kind: "missingDataPatterns",
  label: { en: "Missing data patterns", nl: "Patronen van ontbrekende waarden" },
  summary: {
    en: "Which values are missing together, with Little's test of missing completely at random.",
    nl: "Welke waarden samen ontbreken, met Littles toets op volledig toevallig ontbreken.",
  },
  input,
  options,
  result,
  run: missingDataPatterns,
  tidy: ({ patterns }) =>
    patterns.map(({ missing, n, share }) => ({ term: missing.join(", ") || "–", n, missing: missing.length, share })),
  glance: ({ sample, patterns, littleTest: test }) => ({
    ...{ n: sample.used, k: patterns.length, missing: sample.missing },
    ...(test ?? { statistic: null, df: null, pValue: null }),
  }),
  composes: [],
  charts: [],
  source: "Little (1988); Little & Rubin (2019)",
  example: {
    data: {
      variables: {
        expectations: [3, 4, null, 2, 5, 4, 3, null, 4, 2],
        contact: [2, 4, 3, 2, 5, null, 3, 1, 4, 2],
        grade: [6, 7.5, 6.5, null, 8.5, 7, 6, 5, null, 5.5],
      },
    },
  },
});
