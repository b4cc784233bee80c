import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { read } from "../table/input.ts";
import { maximaNotes, placesOf, rowNotes, weightedEffectColumns } from "./effectColumns.ts";
import { layOut } from "./effectLayout.ts";
import { refitOptions } from "./poolingOptions.ts";
import { usableWeightedEffects } from "./readEffects.ts";
import { refit, refitFields, shownRefit } from "./refit.ts";
import { subsetLayouts } from "./subsetLayouts.ts";

const input = z.strictObject(weightedEffectColumns);

const options = z.strictObject({
  ...refitOptions,
  leaveOut: described(z.enum(["effect", "study"]).default("effect"), {
    en: "leave out one effect at a time, or all effects of one study",
    nl: "laat steeds één effect weg, of alle effecten van één studie",
  }),
});

const result = resultSchema("leaveOneOut", options, {
  all: z.strictObject(refitFields),
  without: z.array(z.strictObject({ study: z.string(), rows: z.array(z.int()), ...refitFields })),
});

type Settings = Resolved<typeof options>;
export type LeaveOneOut = z.output<typeof result>;

/**
 * Whether one study carries the result: the pooled mean, its test and the heterogeneity without each effect in turn,
 * or without each study with all its effects. Every fit is complete, tau2 included.
 * @param data `estimate` and `samplingVariance` per effect; `weight` and `study` if wanted
 * @param given method, test, confidenceLevel and backTransform as in randomEffects; leaveOut "effect" or "study"
 * @param context is told of the progress, and can stop the work
 * @returns `all` and, per effect or study left out, the same figures; `rows` are the rows left out, from 1
 * @throws effect/variance, effect/weight with their rows; data/too-few below two effects or studies
 * @see Viechtbauer & Cheung (2010). Reference: metafor::leave1out(rma(yi, vi, test = "knha"))
 * @example leaveOneOut({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.02, 0.01] }).without[2].estimate // 0.175
 */
export function leaveOneOut(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): LeaveOneOut {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableWeightedEffects(columns);
  const places = placesOf(effects, names);
  const parts = partsOf(places, settings);
  if (parts.length < 2) {
    const unit = settings.leaveOut === "study" ? "studies" : "effects";
    refuse("data/too-few", { needed: 2, unit, found: parts.length });
  }
  const all = refit(layOut(effects), settings);
  const layoutOf = subsetLayouts(effects);
  const members = new Uint8Array(places.length).fill(1);
  const fits = parts.map((left, i) => {
    context.signal?.throwIfAborted();
    for (const j of left) members[j] = 0;
    const found = refit(layoutOf(members), settings, all.fit.tau2);
    for (const j of left) members[j] = 1;
    context.progress?.(i + 1, parts.length);
    return found;
  });
  return {
    kind: "leaveOneOut",
    options: settings,
    sample: effects.sample,
    notes: [...rowNotes(effects, names), ...maximaNotes([all, ...fits].map(({ fit }) => fit.maxima))],
    all: all.figures,
    without: parts.map((left, i) => ({
      ...fits[i]!.figures,
      study: places[left[0]!]!.study,
      rows: left.map((j) => places[j]!.row),
    })),
  };
}

/** The places of the effects that are left out each time. */
function partsOf(places: readonly { study: string }[], { leaveOut }: Settings): number[][] {
  if (leaveOut === "effect") return places.map((_, i) => [i]);
  const byStudy = new Map<string, number[]>();
  places.forEach(({ study }, i) => {
    const known = byStudy.get(study);
    if (known) known.push(i);
    else byStudy.set(study, [i]);
  });
  return [...byStudy.values()];
}

export const leaveOneOutCard = defineStatistic({
  kind: "leaveOneOut",
  label: { en: "Leave-one-out analysis", nl: "Leave-one-out-analyse" },
  summary: {
    en: "What the pooled effect would be without each study in turn.",
    nl: "Wat het gepoolde effect zou zijn zonder telkens één van de studies.",
  },
  input,
  options,
  result,
  run: leaveOneOut,
  tidy: ({ without }) => without.map(({ study, rows: _, ...figures }) => ({ term: study, ...shownRefit(figures) })),
  glance: ({ all }) => shownRefit(all),
  composes: [],
  charts: ["forestPlot"],
  source: "Viechtbauer & Cheung (2010)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans"],
    },
    options: { backTransform: "fisherZ" },
  },
});
