import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { testedMean } from "./meanInference.ts";
import {
  expectedCount,
  hypergeometricVariance,
  isInformative,
  qFigures,
  tableColumns,
  tableEffect,
  tablePlace,
  tablesOf,
  total,
} from "./twoByTwoTables.ts";

const input = z.strictObject(tableColumns);

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel });

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };

const result = resultSchema("petoOddsRatio", options, {
  k: z.int(),
  ...limits,
  standardError: z.number(),
  statistic: available,
  pValue: available,
  transformed: z.strictObject(limits),
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  I2: available,
  H2: available,
  studies: z.array(tableEffect),
});

export type PetoOddsRatio = z.output<typeof result>;

/**
 * A common odds ratio by Peto's one-step method, for rare outcomes, groups of about the same size and small effects.
 * @param data per study the counts `a` and `b` of the first group with and without the outcome, `c` and `d` of the second
 * @param given confidenceLevel
 * @returns log odds ratio; `transformed` is the odds ratio; per study (O - E) / V with variance 1 / V; I2 and weights 0-1
 * @throws data/outside-range, effect/group-sizes with the row; meta/no-ratio when the outcome always or never occurs
 * @see Yusuf, Peto, Lewis, Collins & Sleight (1985). Reference: metafor::rma.peto
 * @example petoOddsRatio({ a: [3, 1], b: [97, 99], c: [1, 1], d: [99, 99] }).estimate // 0.674576271186
 */
export function petoOddsRatio(data: Given<typeof input>, given: Given<typeof options> = {}): PetoOddsRatio {
  const { study, ...cells } = read(input, data);
  const settings = resolve(options, given);
  const { tables, sample } = tablesOf(cells, study);
  const used = tables.filter(isInformative);
  const information = total(used, hypergeometricVariance);
  if (!(information > 0)) refuse("meta/no-ratio");
  const mean = total(used, (table) => table.a - expectedCount(table)) / information;
  const tested = testedMean(mean, Math.sqrt(1 / information), Number.POSITIVE_INFINITY, settings.confidenceLevel);
  const { estimate, lower, upper, standardError, statistic, pValue } = tested;
  const Q = total(used, (table) => {
    const variance = hypergeometricVariance(table);
    return (table.a - expectedCount(table) - variance * mean) ** 2 / variance;
  });
  const silent = tables.length - used.length;
  return {
    kind: "petoOddsRatio",
    options: settings,
    sample,
    notes: notesWhen(
      [sample.dropped > 0, "missing/listwise", { dropped: sample.dropped, total: sample.used + sample.dropped }],
      [silent > 0, "meta/silent-tables", { count: silent }],
    ),
    k: tables.length,
    ...{ estimate, lower, upper, standardError, statistic, pValue },
    transformed: { estimate: Math.exp(estimate), lower: Math.exp(lower), upper: Math.exp(upper) },
    ...qFigures(Q, used.length - 1),
    studies: tables.map((table) => {
      const place = tablePlace(table);
      if (!isInformative(table)) return { ...place, estimate: null, samplingVariance: null, weight: 0 };
      const variance = hypergeometricVariance(table);
      const own = { estimate: (table.a - expectedCount(table)) / variance, samplingVariance: 1 / variance };
      return { ...place, ...own, weight: variance / information };
    }),
  };
}

export const petoOddsRatioCard = defineStatistic({
  kind: "petoOddsRatio",
  label: { en: "Peto's odds ratio", nl: "Odds-ratio volgens Peto" },
  summary: {
    en: "A common odds ratio from 2 x 2 tables with a rare outcome.",
    nl: "Een gemeenschappelijke odds-ratio uit 2 x 2-tabellen met een zeldzame uitkomst.",
  },
  input,
  options,
  result,
  run: petoOddsRatio,
  tidy: ({ studies }) => studies.map(({ study: term, row: _row, ...effect }) => ({ term, ...effect })),
  glance: ({ k, transformed, statistic, pValue, Q, I2 }) => ({ k, ...transformed, statistic, pValue, Q, I2 }),
  composes: [],
  charts: ["forestPlot", "labbePlot"],
  source: "Yusuf, Peto, Lewis, Collins & Sleight (1985)",
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
