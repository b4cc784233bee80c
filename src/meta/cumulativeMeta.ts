import { z } from "zod";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { numberColumn, read } from "../table/input.ts";
import { maximaNotes, placesOf, rowNotes, weightedEffectColumns } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { refitOptions } from "./poolingOptions.ts";
import { type UsableEffects, usableWeightedEffects } from "./readEffects.ts";
import { effectsAt, refit, refitFields, shownRefit } from "./refit.ts";

const input = z.strictObject({
  ...weightedEffectColumns,
  order: numberColumn({
    en: "what the effects are added by, such as the year; else the order of the rows",
    nl: "waarop de effecten worden toegevoegd, zoals het jaar; anders de volgorde van de rijen",
  }).optional(),
});

const options = z.strictObject({
  ...refitOptions,
  ties: described(z.enum(["separate", "together"]).default("separate"), {
    en: "effects of equal order: one after the other, as the rows stand, or all at once",
    nl: "effecten met gelijke volgorde: na elkaar, zoals de rijen staan, of alle tegelijk",
  }),
});

const step = z.strictObject({ added: z.array(z.string()), order: z.number().nullable(), ...refitFields });

const result = resultSchema("cumulativeMeta", options, { steps: z.array(step) });

type Settings = Resolved<typeof options>;
export type CumulativeMeta = z.output<typeof result>;

/**
 * How the evidence built up: the pooled mean, its test and the heterogeneity after each effect that was added, by year
 * or by any other order.
 * @param data `estimate` and `samplingVariance` per effect; `order`, `weight` and `study` if wanted
 * @param given method, test, confidenceLevel and backTransform as in randomEffects; ties "separate" or "together"
 * @param context is told of the progress, and can stop the work
 * @returns one step per effect, or per value of order; with one effect there is no tau2 and the test is the normal one
 * @throws effect/variance, effect/weight with their rows; data/too-few without any row
 * @see Chalmers & Lau (1993); Lau et al. (1995). Reference: metafor::cumul(rma(yi, vi), order = year)
 * @example cumulativeMeta({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }).steps[1].estimate // 0.175
 */
export function cumulativeMeta(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): CumulativeMeta {
  const { study: names, order, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableWeightedEffects({ ...columns, present: order });
  const places = placesOf(effects, names);
  const additions = additionsOf(effects, order, settings);
  const kept: number[] = [];
  let start: number | undefined;
  const fits = additions.map((added, i) => {
    context.signal?.throwIfAborted();
    kept.push(...added);
    const found = refit(layOut(effectsAt(effects, kept)), settings, start);
    start = found.fit.tau2;
    context.progress?.(i + 1, additions.length);
    return found;
  });
  return {
    kind: "cumulativeMeta",
    options: settings,
    sample: effects.sample,
    notes: [...rowNotes(effects, names), ...maximaNotes(fits.map(({ fit }) => fit.maxima))],
    steps: additions.map((added, i) => ({
      added: added.map((j) => places[j]!.study),
      order: order?.[effects.rows[added[0]!]!] ?? null,
      ...fits[i]!.figures,
    })),
  };
}

/** The places of the effects that each step adds. */
function additionsOf({ rows }: UsableEffects, order: Float64Array | undefined, { ties }: Settings): number[][] {
  const places = [...rows.keys()];
  if (!order) return places.map((i) => [i]);
  const orderOf = (i: number) => order[rows[i]!]!;
  const sorted = places.sort((i, j) => orderOf(i) - orderOf(j) || i - j);
  if (ties === "separate") return sorted.map((i) => [i]);
  const steps: number[][] = [];
  for (const i of sorted) {
    const last = steps.at(-1);
    if (last && orderOf(last[0]!) === orderOf(i)) last.push(i);
    else steps.push([i]);
  }
  return steps;
}

export const cumulativeMetaCard = defineStatistic({
  kind: "cumulativeMeta",
  label: { en: "Cumulative meta-analysis", nl: "Cumulatieve meta-analyse" },
  summary: {
    en: "How the pooled effect changed as studies were added, by year or another order.",
    nl: "Hoe het gepoolde effect veranderde naarmate er studies bijkwamen, naar jaar of een andere volgorde.",
  },
  input,
  options,
  result,
  run: cumulativeMeta,
  tidy: ({ steps }) =>
    steps.map(({ added, order: _, ...figures }) => ({ term: `+ ${added.join(", ")}`, ...shownRefit(figures) })),
  glance: ({ steps }) => shownRefit(steps.at(-1)!),
  composes: [],
  charts: ["forestPlot"],
  source: "Chalmers & Lau (1993); Lau, Schmid & Chalmers (1995)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
      order: [1994, 2003, 2001, 2011, 2003],
    },
    options: { ties: "together" },
  },
});
