import { z } from "zod";
import { refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { noncentralChiSquareParameter } from "../numeric/noncentralChiSquare.ts";
import { type Categories, categoryColumn, read } from "../table/input.ts";
import { raoScott } from "./raoScott.ts";
import { fisherExact, twoByTwoEffects } from "./twoByTwo.ts";

const input = z.strictObject({
  row: categoryColumn({ en: "categories of the rows", nl: "categorieën van de rijen" }),
  column: categoryColumn({ en: "categories of the columns", nl: "categorieën van de kolommen" }),
  cluster: categoryColumn({ en: "school, class or other cluster", nl: "school, klas of ander cluster" }).optional(),
});

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel });

const cell = z.strictObject({
  row: z.string(),
  column: z.string(),
  n: z.int(),
  expected: z.number(),
  rowShare: z.number(),
  columnShare: z.number(),
  adjustedResidual: available,
});

const chiSquare = z.strictObject({ statistic: z.number(), df: z.int(), pValue: available });
const limits = z.strictObject({ estimate: available, lower: available, upper: available });

const result = resultSchema("crosstab", options, {
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  cells: z.array(cell),
  pearson: chiSquare,
  likelihoodRatio: chiSquare,
  yates: chiSquare.nullable(),
  fisher: available,
  raoScott: z
    .strictObject({ clusters: z.int(), statistic: z.number(), df: z.number(), dfError: z.number(), pValue: z.number() })
    .nullable(),
  cramerV: limits,
  correctedV: z.number(),
  phi: available,
  oddsRatio: limits.nullable(),
  riskRatio: limits.nullable(),
  riskDifference: limits.nullable(),
  lowExpected: z.int(),
});

type Settings = Resolved<typeof options>;
export type Crosstab = z.output<typeof result>;

/**
 * Whether two sets of categories go together, which cells hold more than expected, and how strongly; where clusters are
 * given with a test that allows for them.
 * @param data `row`, `column`: a category per respondent; `cluster` (optional). A row with a missing value is left out
 * @param given level of the intervals
 * @returns cells with shares of row and column (0-1) and adjusted residuals (normal scores); chi-square and likelihood
 * ratio tests; V with limits from the noncentral chi-square and V without its bias; for two by two also Fisher's exact p,
 * Yates' test, phi (signed), odds ratio, risk ratio and difference (chance of the first column, first row against second);
 * raoScott: F with clusters, null with a note where there are too few
 * @throws data/too-few when a side has fewer than two categories
 * @see Pearson (1900); Agresti (2013); Bergsma (2013); Rao & Scott (1984). Reference: chisq.test(row, column),
 * effectsize::cramers_v, survey::svychisq
 * @example crosstab({ row: ["p", "p", "p", "t", "t", "t"], column: ["y", "y", "n", "n", "n", "y"] }).oddsRatio.estimate // 4
 */
export function crosstab(data: Given<typeof input>, given: Given<typeof options> = {}): Crosstab {
  const { row, column, cluster } = read(input, data);
  const settings = resolve(options, given);
  const kept = [...row.codes.keys()].filter((i) => [row, column, cluster].every((one) => one?.codes[i] !== -1));
  const [rows, columns] = [filled(row, kept), filled(column, kept)];
  refuseAll(
    [rows, columns].flatMap(({ names }, side) =>
      names.length < 2
        ? [
            {
              code: "data/too-few" as const,
              values: { needed: 2, unit: "categories", found: names.length },
              location: { column: side === 0 ? "row" : "column" },
            },
          ]
        : [],
    ),
  );
  const counts = rows.names.map((_, i) =>
    columns.names.map((_name, j) => kept.filter((_row, k) => rows.codes[k] === i && columns.codes[k] === j).length),
  );
  const table = tableOf(counts);
  const clusters = cluster === undefined ? null : Int32Array.from(kept, (i) => cluster.codes[i]!);
  const corrected =
    clusters && raoScott({ rows: rows.codes, columns: columns.codes, clusters, counts }, table.pearson.statistic);
  const total = row.codes.length;
  const missing = [row, column].reduce((sum, { codes }) => sum + codes.filter((code) => code === -1).length, 0);
  const small =
    rows.names.length === 2 && columns.names.length === 2 ? twoByTwoOf(counts, table, settings) : NOT_TWO_BY_TWO;
  const { cells, ...tests } = table;
  return {
    kind: "crosstab",
    options: settings,
    sample: { unit: "respondent", used: kept.length, dropped: total - kept.length, missing },
    notes: notesWhen(
      [kept.length < total, "missing/listwise", { dropped: total - kept.length, total }],
      [tests.lowExpected > 0, "crosstab/low-expected", { count: tests.lowExpected, total: cells.length }],
      [small !== NOT_TWO_BY_TWO && small.oddsRatio === null, "crosstab/empty-cell"],
      [clusters !== null && corrected === null, "crosstab/no-cluster-test"],
      [corrected !== null && decides(corrected, table.pearson, settings), "crosstab/clusters-decide"],
    ),
    rows: rows.names,
    columns: columns.names,
    cells: cells.map(({ i, j, ...one }) => ({ row: rows.names[i]!, column: columns.names[j]!, ...one })),
    ...tests,
    ...small,
    raoScott: corrected,
    ...association(table.pearson, counts, kept.length, settings),
  };
}

/** The categories that occur in the rows kept, in order of first appearance. */
function filled({ levels, codes }: Categories, kept: readonly number[]) {
  const found = [...new Set(kept.map((i) => codes[i]!))].sort((a, b) => a - b);
  return { names: found.map((code) => levels[code]!), codes: Int32Array.from(kept, (i) => found.indexOf(codes[i]!)) };
}

function tableOf(counts: readonly (readonly number[])[]) {
  const rowSums = counts.map((row) => row.reduce((sum, n) => sum + n, 0));
  const columnSums = counts[0]!.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const total = rowSums.reduce((sum, n) => sum + n, 0);
  const cells = counts.flatMap((row, i) =>
    row.map((n, j) => {
      const expected = (rowSums[i]! / total) * columnSums[j]!;
      const variance = expected * (1 - rowSums[i]! / total) * (1 - columnSums[j]! / total);
      const adjustedResidual = finiteOrNull((n - expected) / Math.sqrt(variance));
      return { i, j, n, expected, rowShare: n / rowSums[i]!, columnShare: n / columnSums[j]!, adjustedResidual };
    }),
  );
  const df = (rowSums.length - 1) * (columnSums.length - 1);
  const pearson = cells.reduce((sum, { n, expected }) => sum + (n - expected) ** 2 / expected, 0);
  const ratio = cells.reduce((sum, { n, expected }) => sum + (n === 0 ? 0 : 2 * n * Math.log(n / expected)), 0);
  return {
    cells,
    pearson: tested(pearson, df),
    likelihoodRatio: tested(Math.max(0, ratio), df),
    lowExpected: cells.filter(({ expected }) => expected < 5).length,
  };
}

function tested(statistic: number, df: number) {
  return { statistic, df, pValue: chiSquareUpper(statistic, df) };
}

const NOT_TWO_BY_TWO = { yates: null, fisher: null, phi: null, oddsRatio: null, riskRatio: null, riskDifference: null };

function twoByTwoOf(
  counts: readonly (readonly number[])[],
  { cells }: ReturnType<typeof tableOf>,
  { confidenceLevel }: Settings,
) {
  const [[a, b], [c, d]] = counts as [[number, number], [number, number]];
  const four = { a, b, c, d };
  const off = Math.max(0, Math.abs(a - cells[0]!.expected) - Math.min(0.5, Math.abs(a - cells[0]!.expected)));
  const yates = cells.reduce((sum, { expected }) => sum + off ** 2 / expected, 0);
  return {
    yates: tested(yates, 1),
    fisher: fisherExact(four),
    phi: (a * d - b * c) / Math.sqrt((a + b) * (c + d)) / Math.sqrt((a + c) * (b + d)),
    ...twoByTwoEffects(four, confidenceLevel),
  };
}

function decides(
  corrected: { readonly pValue: number },
  naive: { readonly pValue: number },
  { confidenceLevel }: Settings,
) {
  return corrected.pValue < 1 - confidenceLevel !== naive.pValue < 1 - confidenceLevel;
}

/** V, with limits from those of the noncentrality, and without its bias (Bergsma). */
function association(
  { statistic, df }: { readonly statistic: number; readonly df: number },
  counts: readonly (readonly number[])[],
  n: number,
  { confidenceLevel }: Settings,
) {
  const [height, width] = [counts.length, counts[0]!.length];
  const most = Math.min(height, width) - 1;
  const limit = (p: number) =>
    finiteOrNull(Math.min(1, Math.sqrt(noncentralChiSquareParameter(statistic, df, p) / n / most)));
  const square = Math.max(0, statistic / n - df / (n - 1));
  const sizes = [height, width].map((size) => size - (size - 1) ** 2 / (n - 1) - 1);
  return {
    cramerV: {
      estimate: Math.sqrt(statistic / n / most),
      lower: limit((1 + confidenceLevel) / 2),
      upper: limit((1 - confidenceLevel) / 2),
    },
    correctedV: Math.sqrt(square / Math.min(...sizes)),
  };
}

export const crosstabCard = defineStatistic({
  kind: "crosstab",
  label: { en: "Crosstab", nl: "Kruistabel" },
  summary: {
    en: "Whether two sets of categories go together, also where people belong to schools.",
    nl: "Of twee indelingen samengaan, ook waar mensen bij scholen horen.",
  },
  input,
  options,
  result,
  run: crosstab,
  tidy: ({ cells }) =>
    cells.map(({ row: term, column, n, columnShare: _, rowShare, expected, adjustedResidual }) => {
      return { term, with: column, n, share: rowShare, mean: expected, standardizedResidual: adjustedResidual };
    }),
  glance: ({ sample, pearson, raoScott: corrected, cramerV }) => ({
    n: sample.used,
    ...(corrected === null
      ? { statistic: pearson.statistic, df: pearson.df, pValue: pearson.pValue, method: "Pearson" }
      : {
          statistic: corrected.statistic,
          df: corrected.df,
          dfError: corrected.dfError,
          pValue: corrected.pValue,
          method: "Rao-Scott",
        }),
    estimate: cramerV.estimate,
    lower: cramerV.lower,
    upper: cramerV.upper,
  }),
  composes: [],
  charts: [],
  source: "Pearson (1900); Bergsma (2013); Rao & Scott (1984); Newcombe (1998)",
  example: {
    data: {
      row: ["primary", "primary", "primary", "primary", "vmbo", "vmbo", "vmbo", "vmbo", "vmbo", null],
      column: ["yes", "yes", "yes", "no", "yes", "no", "no", "no", "yes", "no"],
    },
  },
});
