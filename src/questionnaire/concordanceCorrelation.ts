import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { numberColumn, read } from "../table/input.ts";
import { completeRows } from "./completeRows.ts";
import { type Concordance, concordance } from "./concordance.ts";

const input = z.strictObject({
  first: numberColumn({ en: "scores by one method or person", nl: "scores volgens de ene methode of persoon" }),
  second: numberColumn({
    en: "scores by the other, on the same scale",
    nl: "scores volgens de andere, op dezelfde schaal",
  }),
});

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel });

const result = resultSchema("concordanceCorrelation", options, {
  concordance: z.number(),
  standardError: available,
  lower: available,
  upper: available,
  correlation: available,
  biasCorrection: available,
  scaleShift: available,
  locationShift: available,
  means: z.strictObject({ first: z.number(), second: z.number() }),
  standardDeviations: z.strictObject({ first: z.number(), second: z.number() }),
});

export type ConcordanceCorrelation = z.output<typeof result>;

/**
 * How near two scores of the same cases come to being equal, not merely related: Lin's concordance correlation, the
 * product of the correlation and of how near the best line comes to identity.
 * @param data `first` and `second`, one score per case on one scale; a pair with a missing value is left out
 * @param given level of the interval
 * @returns from -1 to 1, never further from 0 than the correlation; moments with denominator n, interval by Fisher's z;
 * biasCorrection (C_b) from 0 to 1, scaleShift first over second, locationShift first minus second; no interval below
 * three pairs or when a score does not vary
 * @throws data/too-few below two complete pairs; data/constant when neither score varies and both are the same
 * @see Lin (1989, 2000). Reference: epiR::epi.ccc(x, y, ci = "z-transform")
 * @example concordanceCorrelation({ first: [1, 2, 3, 4], second: [2, 2, 4, 5] }).concordance // 0.785714285714
 */
export function concordanceCorrelation(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): ConcordanceCorrelation {
  const { first, second } = read(input, data);
  const settings = resolve(options, given);
  const pairs = completeRows({ names: ["first", "second"], columns: [first, second], rows: first.length });
  const { used } = pairs;
  if (used < 2) refuse("data/too-few", { needed: 2, unit: "pairs", found: used });
  const found = concordance(pairs.columns[0]!, pairs.columns[1]!);
  if (Number.isNaN(found.estimate)) refuse("data/constant");
  const [vx, vy] = found.variances;
  const constant = vx === 0 || vy === 0;
  const deviation = (variance: number) => Math.sqrt((variance * used) / (used - 1));
  return {
    kind: "concordanceCorrelation",
    options: settings,
    sample: { unit: "respondent", used, dropped: first.length - used, missing: pairs.missing },
    notes: notesWhen(
      [used < first.length, "missing/listwise", { dropped: first.length - used, total: first.length }],
      [constant, "pairs/constant"],
      [!constant && found.correlation === 0, "pairs/no-correlation"],
      [!constant && used < 3, "pairs/no-interval", { n: used }],
      [Math.abs(found.estimate) === 1, "agreement/perfect"],
    ),
    concordance: found.estimate,
    ...intervalOf(found, used, settings.confidenceLevel),
    correlation: finiteOrNull(found.correlation),
    biasCorrection: finiteOrNull(found.biasCorrection),
    scaleShift: finiteOrNull(found.scaleShift),
    locationShift: finiteOrNull(found.locationShift),
    means: { first: found.means[0], second: found.means[1] },
    standardDeviations: { first: deviation(vx), second: deviation(vy) },
  };
}

function intervalOf({ estimate, standardError, zStandardError }: Concordance, n: number, level: number) {
  if (n < 3) return { standardError: null, lower: null, upper: null };
  if (Math.abs(estimate) === 1) return { standardError: 0, lower: estimate, upper: estimate };
  const reach = normalUpperQuantile((1 - level) / 2) * zStandardError;
  const at = (z: number) => finiteOrNull(Math.tanh(z));
  const middle = Math.atanh(estimate);
  return { standardError: finiteOrNull(standardError), lower: at(middle - reach), upper: at(middle + reach) };
}

export const concordanceCorrelationCard = defineStatistic({
  kind: "concordanceCorrelation",
  label: { en: "Lin's concordance correlation", nl: "Concordantiecorrelatie van Lin" },
  summary: {
    en: "How near two scores of the same cases come to being equal, not merely related.",
    nl: "Hoe dicht twee scores van dezelfde gevallen bij gelijk komen, en niet alleen samenhangen.",
  },
  input,
  options,
  result,
  run: concordanceCorrelation,
  tidy: ({ concordance: estimate, standardError, lower, upper, sample: { used: n }, ...found }) => [
    { term: "concordance correlation", estimate, standardError, lower, upper, n },
    { term: "Pearson correlation", estimate: found.correlation, n },
    { term: "bias correction", estimate: found.biasCorrection, n },
    { term: "scale shift", estimate: found.scaleShift, n },
    { term: "location shift", estimate: found.locationShift, n },
  ],
  glance: ({ concordance: estimate, standardError, lower, upper, correlation, sample }) => ({
    estimate,
    standardError,
    lower,
    upper,
    r: correlation,
    n: sample.used,
  }),
  composes: [],
  charts: ["blandAltmanPlot"],
  source: "Lin (1989, 2000)",
  example: {
    data: { first: [5, 7, 8, 6, 7, 4, 6], second: [4, 7, 6, 5, 7, null, 7] },
  },
});
