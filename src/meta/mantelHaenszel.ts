import { z } from "zod";
import { TABLE_MEASURES } from "../effects/tableMeasures.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { MANTEL_HAENSZEL, MANTEL_HAENSZEL_MEASURES, type MantelHaenszelMean } from "./mantelHaenszelPooling.ts";
import { testedMean } from "./meanInference.ts";
import { cochranMantelHaenszel, homogeneityTests } from "./oddsRatioTests.ts";
import {
  isInformative,
  qFigures,
  type Table,
  tableColumns,
  tableEffect,
  tablePlace,
  tablesOf,
  total,
} from "./twoByTwoTables.ts";

const input = z.strictObject(tableColumns);

const options = z.strictObject({
  measure: described(z.enum(MANTEL_HAENSZEL_MEASURES).default("OR"), {
    en: "odds ratio, risk ratio or risk difference",
    nl: "odds-ratio, risicoratio of risicoverschil",
  }),
  continuityCorrection: described(z.boolean().default(true), {
    en: "correct the Cochran-Mantel-Haenszel test for continuity",
    nl: "corrigeer de Cochran-Mantel-Haenszel-toets voor continuïteit",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };
const chiSquare = z.strictObject({ statistic: z.number(), df: z.int(), pValue: z.number() }).nullable();

const result = resultSchema("mantelHaenszel", options, {
  k: z.int(),
  ...limits,
  standardError: z.number(),
  statistic: available,
  pValue: available,
  transformed: z.strictObject(limits).nullable(),
  cochranMantelHaenszel: chiSquare,
  breslowDay: chiSquare,
  tarone: chiSquare,
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  I2: available,
  H2: available,
  studies: z.array(tableEffect),
});

type Settings = Resolved<typeof options>;
export type MantelHaenszel = z.output<typeof result>;

/**
 * A common odds ratio, risk ratio or risk difference from studies with two groups and an outcome that is there or not;
 * holds with few cases per study, and needs nothing added to empty cells.
 * @param data per study the counts `a` and `b` of the first group with and without the outcome, `c` and `d` of the second
 * @param given measure, continuityCorrection, confidenceLevel
 * @returns log odds or risk ratio (`transformed`: the ratio itself) or risk difference; Q from the studies' own effects
 * (1/2 added to the cells of a table with a 0), the tests of equal odds ratios for OR only; I2 and weights 0-1
 * @throws data/outside-range, effect/group-sizes with the row; meta/no-ratio when a group never, or always, has the outcome
 * @see Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986); Tarone (1985). Reference: metafor::rma.mh
 * @example mantelHaenszel({ a: [10, 12], b: [20, 24], c: [5, 6], d: [25, 30] }).transformed.estimate // 2.5
 */
export function mantelHaenszel(data: Given<typeof input>, given: Given<typeof options> = {}): MantelHaenszel {
  const { study, ...cells } = read(input, data);
  const settings = resolve(options, given);
  const { tables, sample } = tablesOf(cells, study);
  const pooled = MANTEL_HAENSZEL[settings.measure](tables);
  const isRatio = settings.measure !== "RD";
  const tested = testedMean(pooled.estimate, pooled.standardError, Number.POSITIVE_INFINITY, settings.confidenceLevel);
  const { estimate, lower, upper, standardError, statistic, pValue } = tested;
  const studies = studyRows(tables, pooled, settings);
  const homogeneity = settings.measure === "OR" ? homogeneityTests(tables, Math.exp(estimate)) : null;
  const silent = tables.filter((table) => !isInformative(table)).length;
  return {
    kind: "mantelHaenszel",
    options: settings,
    sample,
    notes: notesWhen(
      [sample.dropped > 0, "missing/listwise", { dropped: sample.dropped, total: sample.used + sample.dropped }],
      [silent > 0, "meta/silent-tables", { count: silent }],
    ),
    k: tables.length,
    ...{ estimate, lower, upper, standardError, statistic, pValue },
    transformed: isRatio ? { estimate: Math.exp(estimate), lower: Math.exp(lower), upper: Math.exp(upper) } : null,
    cochranMantelHaenszel:
      settings.measure === "OR" ? cochranMantelHaenszel(tables, settings.continuityCorrection) : null,
    breslowDay: homogeneity?.breslowDay ?? null,
    tarone: homogeneity?.tarone ?? null,
    ...heterogeneity(studies, estimate),
    studies,
  };
}

/** Each study's own effect, where its table says something of it, and its share of the weight. */
function studyRows(tables: readonly Table[], { weightOf }: MantelHaenszelMean, { measure }: Settings) {
  const { estimate, variance } = TABLE_MEASURES[measure];
  const weight = total(tables, weightOf);
  return tables.map((table) => {
    const { a, b, c, d } = table;
    const add = Math.min(a, b, c, d) === 0 ? 0.5 : 0;
    const cells = { a: a + add, b: b + add, c: c + add, d: d + add };
    const own = isInformative(table)
      ? { estimate: estimate(cells as never), samplingVariance: variance.LS(cells as never) }
      : { estimate: null, samplingVariance: null };
    return { ...tablePlace(table), ...own, weight: weightOf(table) / weight };
  });
}

/** Spread of the studies' own effects around the pooled one. */
function heterogeneity(studies: readonly z.output<typeof tableEffect>[], pooled: number) {
  const known = studies.filter(({ estimate }) => estimate !== null);
  const Q = known.reduce(
    (sum, { estimate, samplingVariance }) => sum + (estimate! - pooled) ** 2 / samplingVariance!,
    0,
  );
  return qFigures(Q, known.length - 1);
}

export const mantelHaenszelCard = defineStatistic({
  kind: "mantelHaenszel",
  label: { en: "Mantel-Haenszel method", nl: "Methode van Mantel en Haenszel" },
  summary: {
    en: "A common odds ratio, risk ratio or risk difference from 2 x 2 tables.",
    nl: "Een gemeenschappelijke odds-ratio, risicoratio of risicoverschil uit 2 x 2-tabellen.",
  },
  input,
  options,
  result,
  run: mantelHaenszel,
  tidy: ({ studies }) => studies.map(({ study: term, row: _row, ...effect }) => ({ term, ...effect })),
  glance: ({ k, estimate, standardError, lower, upper, statistic, pValue, Q, I2, transformed }) => ({
    k,
    ...(transformed ?? { estimate, standardError, lower, upper }),
    ...{ statistic, pValue, Q, I2 },
  }),
  composes: [],
  charts: ["forestPlot", "labbePlot"],
  source: "Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986); Tarone (1985)",
  example: {
    data: {
      a: [12, 8, 21],
      b: [38, 42, 59],
      c: [6, 7, 10],
      d: [44, 43, 70],
      study: ["Adams", "Bakker", "Chen"],
    },
  },
});
