import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import {
  type Bounded,
  differenceInterval,
  nonOverlappingCorrelation,
  overlappingCorrelation,
  williamsT,
} from "../numeric/dependentCorrelations.ts";
import { normalUpper, normalUpperQuantile } from "../numeric/normal.ts";
import { pearson } from "../numeric/pearson.ts";
import { studentTUpper } from "../numeric/studentT.ts";
import { type Categories, categoryColumn, type NumberColumns, numberColumns, read } from "../table/input.ts";

const input = z.strictObject({
  first: numberColumns({ en: "two columns: the first correlation", nl: "twee kolommen: de eerste correlatie" }, 2),
  second: numberColumns(
    {
      en: "two columns: the second correlation, of the same respondents; may share one with the first",
      nl: "twee kolommen: de tweede correlatie, van dezelfde respondenten; mag er een delen met de eerste",
    },
    2,
  ).optional(),
  group: categoryColumn({
    en: "compare the first correlation between these groups instead",
    nl: "vergelijk in plaats daarvan de eerste correlatie tussen deze groepen",
  }).optional(),
});

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel, adjust: shared.adjust });

const test = z.strictObject({ method: z.string(), statistic: available, df: available, pValue: available });
const comparison = z.strictObject({
  first: z.string(),
  second: z.string(),
  r1: z.number(),
  r2: z.number(),
  n1: z.int(),
  n2: z.int(),
  difference: z.number(),
  lower: available,
  upper: available,
  tests: z.array(test),
  adjustedPValue: available,
});

const result = resultSchema("compareCorrelations", options, { comparisons: z.array(comparison) });

type Comparison = z.output<typeof comparison>;
type Test = z.output<typeof test>;
export type CompareCorrelations = z.output<typeof result>;

/** Fisher's z needs this many rows; Williams's t one more. */
const FEWEST = 4;

/**
 * Whether two correlations differ: of the same respondents, with or without a variable in common, or of one pair of
 * variables between groups. Difference with Zou's interval; Steiger's and Dunn and Clark's z, Williams's t where a
 * variable is shared; Fisher's z between groups.
 * @param data `first`: two columns; then either `second`: two columns, or `group`; rows with a missing value are left out
 * @param given level of the interval; correction of p over pairs of groups
 * @returns difference first minus second; `tests`, the one to report first (Steiger, or Fisher between groups)
 * @throws compare/second-or-group; compare/two-columns; compare/same; data/too-few below four rows (per group)
 * @see Steiger (1980); Dunn & Clark (1969); Williams (1959); Zou (2007). Reference: cocor::cocor.dep.groups.overlap
 * @example compareCorrelations({ first: { a: [1, 2, 3, 4, 5], y: [2, 1, 4, 3, 6] }, second: { b: [5, 3, 4, 1, 2], y: [2, 1, 4, 3, 6] } }).comparisons[0].difference // 1.1507929
 */
export function compareCorrelations(data: Given<typeof input>, given: Given<typeof options> = {}): CompareCorrelations {
  const { first, second, group } = read(input, data);
  const settings = resolve(options, given);
  if ((second === undefined) === (group === undefined)) refuse("compare/second-or-group");
  for (const pair of second ? [first, second] : [first]) {
    if (pair.names.length !== 2) refuse("compare/two-columns", { found: pair.names.length });
  }
  const columns = [...first.columns, ...(second?.columns ?? [])];
  const rows = Array.from({ length: first.rows }, (_, i) => i).filter(
    (i) => columns.every((column) => !Number.isNaN(column[i]!)) && (group === undefined || group.codes[i]! >= 0),
  );
  const found = group
    ? betweenGroups(first, group, rows, settings.confidenceLevel)
    : [withinRows(first, second!, rows, settings.confidenceLevel)];
  const adjusted = adjustPValues(
    found.map(({ tests }) => tests[0]!.pValue),
    settings.adjust,
  );
  const comparisons = found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! }));
  const dropped = first.rows - rows.length;
  return {
    kind: "compareCorrelations",
    options: settings,
    sample: {
      unit: "respondent",
      used: rows.length,
      dropped,
      missing: columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0),
    },
    notes: notesOf(comparisons, dropped, first.rows),
    comparisons,
  };
}

type Unadjusted = Omit<Comparison, "adjustedPValue">;

function named(pair: NumberColumns): string {
  return pair.names.join(" × ");
}

/** Two correlations of the same rows. */
function withinRows(first: NumberColumns, second: NumberColumns, rows: readonly number[], level: number): Unadjusted {
  const n = enough(rows);
  const shared = first.names.filter((name) => second.names.includes(name));
  if (shared.length === 2) refuse("compare/same");
  const r = (x: Float64Array, y: Float64Array) => correlationIn(x, y, rows);
  const [a, b] = first.columns as [Float64Array, Float64Array];
  const [c, d] = second.columns as [Float64Array, Float64Array];
  const [r1, r2] = [r(a, b), r(c, d)];
  const mean = (r1 + r2) / 2;
  const cross = { jh: r(a, c), jm: r(a, d), kh: r(b, c), km: r(b, d) };
  const rest = restOf(first, second, shared[0]);
  const kh = rest === null ? 0 : r(...rest);
  const correlationOf = (one: number, other: number) =>
    rest === null ? nonOverlappingCorrelation(one, other, cross) : overlappingCorrelation(one, other, kh);
  const own = correlationOf(r1, r2);
  const scaled = (Math.atanh(r1) - Math.atanh(r2)) * Math.sqrt(n - 3);
  const zTest = (method: string, c: number) => normalTest(method, scaled / Math.sqrt(2 - 2 * c));
  const williams = rest === null ? [] : [tTest("Williams", williamsT(r1, r2, kh, n), n - 3)];
  return {
    first: named(first),
    second: named(second),
    ...figures(r1, r2, n, n, own, level),
    tests: [zTest("Steiger", correlationOf(mean, mean)), zTest("Dunn & Clark", own), ...williams],
  };
}

/** The two columns that a shared one leaves over; null when none is shared. */
function restOf(
  first: NumberColumns,
  second: NumberColumns,
  shared: string | undefined,
): [Float64Array, Float64Array] | null {
  if (shared === undefined) return null;
  const other = (pair: NumberColumns) => pair.columns[1 - pair.names.indexOf(shared)]!;
  return [other(first), other(second)];
}

/** One pair of variables in every two groups. */
function betweenGroups(pair: NumberColumns, group: Categories, rows: readonly number[], level: number): Unadjusted[] {
  const [x, y] = pair.columns as [Float64Array, Float64Array];
  const parts = group.levels.flatMap((name, code) => {
    const own = rows.filter((i) => group.codes[i] === code);
    return own.length === 0 ? [] : [{ name, n: enough(own), r: correlationIn(x, y, own) }];
  });
  if (parts.length < 2) refuse("compare/one-group");
  return parts.flatMap((a, i) =>
    parts.slice(i + 1).map((b): Unadjusted => {
      const standardError = Math.sqrt(1 / (a.n - 3) + 1 / (b.n - 3));
      const statistic = (Math.atanh(a.r) - Math.atanh(b.r)) / standardError;
      return {
        first: a.name,
        second: b.name,
        ...figures(a.r, b.r, a.n, b.n, 0, level),
        tests: [normalTest("Fisher", statistic)],
      };
    }),
  );
}

function enough(rows: readonly number[]): number {
  if (rows.length < FEWEST) refuse("data/too-few", { needed: FEWEST, unit: "rows", found: rows.length });
  return rows.length;
}

function correlationIn(x: Float64Array, y: Float64Array, rows: readonly number[]): number {
  const r = pearson(
    rows.map((i) => x[i]!),
    rows.map((i) => y[i]!),
  );
  if (Number.isNaN(r)) refuse("compare/constant");
  return r;
}

function figures(r1: number, r2: number, n1: number, n2: number, c: number, level: number) {
  const { lower, upper } = differenceInterval(fisherInterval(r1, n1, level), fisherInterval(r2, n2, level), c);
  return { r1, r2, n1, n2, difference: r1 - r2, lower: finiteOrNull(lower), upper: finiteOrNull(upper) };
}

function fisherInterval(r: number, n: number, level: number): Bounded {
  const half = normalUpperQuantile((1 - level) / 2) / Math.sqrt(n - 3);
  return { r, lower: Math.tanh(Math.atanh(r) - half), upper: Math.tanh(Math.atanh(r) + half) };
}

function normalTest(method: string, statistic: number): Test {
  const pValue = Number.isFinite(statistic) ? 2 * normalUpper(Math.abs(statistic)) : null;
  return { method, statistic: finiteOrNull(statistic), df: null, pValue };
}

function tTest(method: string, statistic: number, df: number): Test {
  return {
    method,
    statistic: finiteOrNull(statistic),
    df,
    pValue: finiteOrNull(2 * studentTUpper(Math.abs(statistic), df)),
  };
}

function notesOf(comparisons: readonly Comparison[], dropped: number, total: number): Note[] {
  const perfect = comparisons.filter(({ r1, r2 }) => Math.abs(r1) === 1 || Math.abs(r2) === 1);
  return [
    ...notesWhen([dropped > 0, "missing/listwise", { dropped, total }]),
    ...perfect.map(({ first, second }) => note("compare/perfect", { first, second })),
  ];
}

export const compareCorrelationsCard = defineStatistic({
  kind: "compareCorrelations",
  label: { en: "Comparison of correlations", nl: "Vergelijking van correlaties" },
  summary: {
    en: "Whether two correlations differ, of the same respondents or between groups.",
    nl: "Of twee correlaties verschillen, van dezelfde respondenten of tussen groepen.",
  },
  input,
  options,
  result,
  run: compareCorrelations,
  tidy: ({ comparisons }) =>
    comparisons.flatMap(({ first, second, difference, lower, upper, tests, n1, n2 }) =>
      tests.map((one) => ({
        term: first,
        with: second,
        estimate: difference,
        lower,
        upper,
        n: Math.min(n1, n2),
        ...one,
      })),
    ),
  glance: ({ comparisons, sample }) => ({ k: comparisons.length, n: sample.used, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Steiger (1980); Dunn & Clark (1969); Williams (1959); Zou (2007)",
  example: {
    data: {
      first: { talking: [2, 3, 4, 5, 3, 4, 2, 5, 4], grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9] },
      second: { checking: [4, 2, 3, 3, 5, 2, 4, 3, 4], grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9] },
    },
  },
});
