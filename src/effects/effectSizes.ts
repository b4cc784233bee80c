import { z } from "zod";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, resolve } from "../foundation/options.ts";
import { resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { labelColumn, numberColumn, read } from "../table/input.ts";
import { MEASURE_CODES, MEASURES, type Measure } from "./measures.ts";
import { weightedMeanCorrelation } from "./rawCorrelation.ts";

const input = z.strictObject({
  r: numberColumn({ en: "correlations, one per effect", nl: "correlaties, één per effect" }),
  n: numberColumn({ en: "sample sizes", nl: "steekproefgroottes" }),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
});

const options = z.strictObject({
  measure: described(z.enum(MEASURE_CODES).default("ZCOR"), {
    en: "measure of effect size, by metafor's codes: ZCOR Fisher's z, COR the correlation itself",
    nl: "maat voor effectgrootte, met de codes van metafor: ZCOR Fishers z, COR de correlatie zelf",
  }),
  variance: described(z.enum(["LS", "AV"]).default("LS"), {
    en: "variance of COR: at each study's own correlation (LS) or at the n-weighted mean of all (AV)",
    nl: "variantie van COR: bij de eigen correlatie van elke studie (LS) of bij het n-gewogen gemiddelde van alle (AV)",
  }),
});

const effect = z.strictObject({
  study: z.string(),
  row: z.int(),
  r: z.number(),
  n: z.number(),
  estimate: z.number(),
  samplingVariance: z.number(),
  measure: z.enum(MEASURE_CODES),
});

const result = resultSchema("effectSizes", options, { effects: z.array(effect) });

export type EffectSizes = z.output<typeof result>;

/**
 * Effect sizes with their sampling variances, ready to be pooled, from the correlations and sample sizes of studies.
 * @param data `r` and `n` per effect, `study` names; a row with one of the two missing is left out, with a note
 * @param given measure (ZCOR: Fisher's z, or COR) and, for COR, the variance formula
 * @returns `effects`: per usable row its estimate, sampling variance, and the row it came from, counting from 1
 * @throws effect/correlation-range, effect/sample-size (n must exceed 3 for ZCOR, 1 for COR), all rows at once
 * @see Fisher (1921); Hedges (1989); Hunter & Schmidt (2015). Reference: metafor::escalc(measure, ri, ni, vtype)
 * @example effectSizes({ r: [0.3], n: [103] }).effects[0].samplingVariance // 0.01
 */
export function effectSizes(data: Given<typeof input>, given: Given<typeof options> = {}): EffectSizes {
  const { r, n, study } = read(input, data);
  const settings = resolve(options, given);
  const measure: Measure = MEASURES[settings.measure];
  refuseAll(problemsOf(r, n, measure.minimumN));
  const rows = [...r.keys()].filter((row) => !Number.isNaN(r[row]!) && !Number.isNaN(n[row]!));
  if (rows.length === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  const meanCorrelation = weightedMeanCorrelation(pick(r, rows), pick(n, rows));
  const dropped = r.length - rows.length;
  return {
    kind: "effectSizes",
    options: settings,
    sample: { unit: "effect", used: rows.length, dropped, missing: [...r, ...n].filter(Number.isNaN).length },
    notes: notesWhen([dropped > 0, "missing/listwise", { dropped, total: r.length }]),
    effects: rows.map((row) => {
      const reported = { r: r[row]!, n: n[row]!, meanCorrelation };
      return {
        study: study?.[row] ?? String(row + 1),
        row: row + 1,
        r: reported.r,
        n: reported.n,
        estimate: measure.estimate(reported),
        samplingVariance: measure.variance[settings.variance](reported),
        measure: settings.measure,
      };
    }),
  };
}

function pick(values: Float64Array, rows: readonly number[]): number[] {
  return rows.map((row) => values[row]!);
}

function problemsOf(r: Float64Array, n: Float64Array, minimum: number): Problem[] {
  return [...r.keys()].flatMap((i): Problem[] => {
    const place = (column: string) => ({ row: i + 1, column });
    const problems: Problem[] = [];
    if (Math.abs(r[i]!) >= 1) problems.push({ code: "effect/correlation-range", values: {}, location: place("r") });
    if (n[i]! <= minimum) problems.push({ code: "effect/sample-size", values: { minimum }, location: place("n") });
    return problems;
  });
}

export const effectSizesCard = defineStatistic({
  kind: "effectSizes",
  label: { en: "Effect sizes", nl: "Effectgroottes" },
  summary: {
    en: "Effect sizes and sampling variances from the correlations of studies.",
    nl: "Effectgroottes en steekproefvarianties uit de correlaties van studies.",
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
  charts: [],
  source: "Fisher (1921); Hedges (1989); Hunter & Schmidt (2015)",
  example: { data: { r: [0.26, 0.33, 0.18], n: [120, 85, 210], study: ["Adams", "Bakker", "Chen"] } },
});
