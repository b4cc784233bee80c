import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { estimatesOf, type RowEffect } from "./computeEffects.ts";
import { effectInput } from "./effectColumns.ts";
import { casesOf, type Measure, VARIANCE_FORMULAS, variancesOf } from "./measure.ts";
import { MEASURE_CODES, MEASURES } from "./measures.ts";
import { type ReportedRows, reportedRows } from "./reportedRows.ts";
import { ADD_TO } from "./zeroCells.ts";

const input = effectInput;

const options = z.strictObject({
  measure: described(z.enum(MEASURE_CODES).default("ZCOR"), {
    en: "measure of effect size, by metafor's codes: ZCOR Fisher's z, COR the correlation itself, SMD Hedges' g, OR the log odds ratio",
    nl: "maat voor effectgrootte, met de codes van metafor: ZCOR Fishers z, COR de correlatie zelf, SMD Hedges' g, OR de log-odds-ratio",
  }),
  variance: described(z.enum(VARIANCE_FORMULAS).default("LS"), {
    en: "formula of the sampling variance: large-sample at each study's own effect (LS) or at the n-weighted mean of all (AV); LS2 and UB are refinements, HO equal variances, ST and CS the way of sampling",
    nl: "formule van de steekproefvariantie: voor grote steekproeven bij het eigen effect van elke studie (LS) of bij het n-gewogen gemiddelde van alle (AV); LS2 en UB zijn verfijningen, HO gelijke varianties, ST en CS de manier van steekproef trekken",
  }),
  add: described(z.number().min(0).optional(), {
    en: "what is added to counts when one of them is 0; left out: 0.5, or nothing for AS, PHI, RTET, PAS and PFT",
    nl: "wat bij aantallen wordt opgeteld als er een 0 is; weggelaten: 0,5, of niets bij AS, PHI, RTET, PAS en PFT",
  }),
  to: described(z.enum(ADD_TO).default("only0"), {
    en: "to which rows that is added: those with a 0, all, all if one of them has a 0, none",
    nl: "bij welke rijen dat wordt opgeteld: die met een 0, alle, alle als er een 0 in een ervan staat, geen",
  }),
});

const effect = z.strictObject({
  study: z.string(),
  row: z.int(),
  r: available,
  n: z.number(),
  estimate: z.number(),
  samplingVariance: z.number(),
  measure: z.enum(MEASURE_CODES),
  added: z.number(),
});

const result = resultSchema("effectSizes", options, { effects: z.array(effect) });

export type EffectSizes = z.output<typeof result>;

/** Effect sizes made from correlations: each carries the correlation it was made from. */
export type CorrelationEffectSizes = Omit<EffectSizes, "effects"> & {
  effects: (EffectSizes["effects"][number] & { r: number })[];
};

type Data = Given<typeof input>;
type Correlations = Data & Required<Pick<Data, "r" | "n">>;

/**
 * Effect sizes with their sampling variances, ready to be pooled, from what studies report.
 * @param data the columns that the measure needs, and no others, and `study` names: `r`, `n` for ZCOR, COR and UCOR;
 *   `t`, `n`, `predictors` (and `r2`) for partial (and semipartial) correlations; `m1`, `sd1`, `n1`, `m2`, `sd2`, `n2`
 *   for two groups; `a`, `b`, `c`, `d` for tables; `events`, `n` for proportions; `mean`, `sd`, `n`; `alpha`, `items`,
 *   `n`. A row with one of them missing is left out, with a note
 * @param given measure, formula of the variance, and what is added to empty cells
 * @returns `effects`: per usable row its estimate, sampling variance, what was `added` to its cells, and the row it
 *   came from, counting from 1; `r` is null unless the measure is made from one
 * @throws effect/columns-lacking, effect/columns-unused, effect/variance-formula; all rows at once: effect/correlation-range,
 *   effect/sample-size, effect/not-available (a zero cell to which nothing is added) and the bounds of the columns
 * @see Fisher (1921); Hedges (1981, 1989); Aloe & Becker (2012); Jacobs & Viechtbauer (2017). Reference:
 *   metafor::escalc(measure, vtype, add, to), version 5.2
 * @example effectSizes({ r: [0.3], n: [103] }).effects[0].samplingVariance // 0.01
 */
export function effectSizes(data: Correlations, given?: Given<typeof options>): CorrelationEffectSizes;
export function effectSizes(data: Data, given?: Given<typeof options>): EffectSizes;
export function effectSizes(data: Data, given: Given<typeof options> = {}): EffectSizes {
  const { study, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const measure: Measure = MEASURES[settings.measure];
  const known = variancesOf(measure);
  if (!known.includes(settings.variance))
    refuse("effect/variance-formula", {
      measure: settings.measure,
      variance: settings.variance,
      known: known.join(", "),
    });
  const reported = reportedRows(measure, settings.measure, columns);
  const effects = estimatesOf(measure, reported.rows, settings);
  return {
    kind: "effectSizes",
    options: settings,
    sample: sampleOf(reported),
    notes: notesOf(reported, effects),
    effects: effects.map(({ row, values, ...computed }) => ({
      study: study?.[row] ?? String(row + 1),
      row: row + 1,
      r: measure.columns.includes("r") ? values.r : null,
      n: casesOf(measure, values),
      measure: settings.measure,
      ...computed,
    })),
  };
}

function sampleOf({ rows, total, missing }: ReportedRows): EffectSizes["sample"] {
  return { unit: "effect", used: rows.length, dropped: total - rows.length, missing };
}

function notesOf({ rows, total }: ReportedRows, effects: readonly RowEffect[]) {
  const dropped = total - rows.length;
  const changed = effects.filter(({ added }) => added > 0);
  return notesWhen(
    [dropped > 0, "missing/listwise", { dropped, total }],
    [changed.length > 0, "effect/zero-cells", { count: changed.length, total, add: changed[0]?.added ?? 0 }],
  );
}

export const effectSizesCard = defineStatistic({
  kind: "effectSizes",
  label: { en: "Effect sizes", nl: "Effectgroottes" },
  summary: {
    en: "Effect sizes and sampling variances from what studies report: correlations, groups, tables, proportions, alphas.",
    nl: "Effectgroottes en steekproefvarianties uit wat studies melden: correlaties, groepen, tabellen, proporties, alfa's.",
  },
  input,
  options,
  result,
  run: effectSizes,
  tidy: ({ effects }) =>
    effects.map(({ study, r, n, estimate, samplingVariance, measure }) => ({
      ...{ term: study, r, n, estimate, samplingVariance, method: measure },
    })),
  glance: ({ effects, options: { measure } }) => ({
    k: effects.length,
    n: effects.reduce((sum, { n }) => sum + n, 0),
    method: measure,
  }),
  composes: [],
  charts: ["funnelPlot"],
  source: "Fisher (1921); Hedges (1981, 1989); Hunter & Schmidt (2015); Viechtbauer (2010)",
  example: { data: { r: [0.26, 0.33, 0.18], n: [120, 85, 210], study: ["Adams", "Bakker", "Chen"] } },
});
