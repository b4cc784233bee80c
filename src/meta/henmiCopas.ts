import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { backTransformed } from "./backTransform.ts";
import { effectColumns, rowNotes } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { henmiCopasQuantile } from "./henmiCopasQuantile.ts";
import { refitOptions } from "./poolingOptions.ts";
import { usableEffects } from "./readEffects.ts";
import { groupMeans } from "./residualSums.ts";
import { TAU_SQUARED } from "./tauSquared.ts";

const input = z.strictObject(effectColumns);

const options = z.strictObject({
  confidenceLevel: shared.confidenceLevel,
  backTransform: refitOptions.backTransform,
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };

const result = resultSchema("henmiCopas", options, {
  k: z.int(),
  ...limits,
  standardError: z.number(),
  quantile: z.number(),
  tau2: z.number(),
  transformed: z.strictObject(limits).nullable(),
});

export type HenmiCopas = z.output<typeof result>;

/**
 * A pooled mean that small studies can sway less when publication bias is feared: the fixed-effect mean, with an
 * interval that does count how much studies differ.
 * @param data `estimate` and `samplingVariance` per effect; `study` names
 * @param given confidenceLevel; backTransform ("fisherZ" adds correlations)
 * @returns tau2 is DerSimonian and Laird's; the limits are the estimate plus and minus `quantile` standard errors
 * @throws effect/variance with its row; data/too-few below two effects
 * @see Henmi & Copas (2010). Reference: metafor::hc(rma(yi, vi))
 * @example henmiCopas({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }).estimate // 0.3
 */
export function henmiCopas(data: Given<typeof input>, given: Given<typeof options> = {}): HenmiCopas {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableEffects(columns.estimate, columns.samplingVariance);
  const layout = layOut(effects);
  const { k } = layout;
  if (k < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: k });
  const { tau2 } = TAU_SQUARED.DL.estimate(layout);
  const { mean: estimate, totalWeight } = groupMeans(layout, 0)[0]!;
  const { quantile, inflation } = henmiCopasQuantile(layout, tau2, settings.confidenceLevel);
  const standardError = Math.sqrt(inflation / totalWeight);
  const margin = quantile * standardError;
  const shown = { estimate, lower: estimate - margin, upper: estimate + margin };
  return {
    kind: "henmiCopas",
    options: settings,
    sample: effects.sample,
    notes: rowNotes(effects, names),
    ...{ k, ...shown, standardError, quantile, tau2 },
    transformed: backTransformed(shown, settings.backTransform),
  };
}

export const henmiCopasCard = defineStatistic({
  kind: "henmiCopas",
  label: { en: "Henmi and Copas's interval", nl: "Interval van Henmi en Copas" },
  summary: {
    en: "A pooled effect that small studies sway less, with an interval that counts heterogeneity.",
    nl: "Een gepoold effect waarop kleine studies minder invloed hebben, met een interval dat heterogeniteit meetelt.",
  },
  input,
  options,
  result,
  run: henmiCopas,
  tidy: ({ estimate, standardError, lower, upper, transformed }) => [
    { term: "estimate", estimate, standardError, lower, upper },
    ...(transformed ? [{ term: "transformed", ...transformed }] : []),
  ],
  glance: ({ k, estimate, standardError, lower, upper, tau2 }) => ({ k, estimate, standardError, lower, upper, tau2 }),
  composes: [],
  charts: [],
  source: "Henmi & Copas (2010)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { backTransform: "fisherZ" },
  },
});
