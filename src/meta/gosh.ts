import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { type Context, defineStatistic } from "../foundation/statistic.ts";
import { median } from "../numeric/quantile.ts";
import { read } from "../table/input.ts";
import { BACK_TRANSFORMS } from "./backTransform.ts";
import { effectColumns, place, placesOf, rowNotes } from "./effectColumns.ts";
import { type EffectLayout, layOut } from "./effectLayout.ts";
import { heterogeneityShares } from "./heterogeneity.ts";
import { fitMean } from "./meanFit.ts";
import { refitOptions } from "./poolingOptions.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";
import { subsetLayouts } from "./subsetLayouts.ts";
import { type Subsets, subsetsOf } from "./subsets.ts";

const input = z.strictObject(effectColumns);

const options = z.strictObject({
  method: refitOptions.method,
  backTransform: refitOptions.backTransform,
  subsets: described(z.int().min(1).max(2_000_000).default(10_000), {
    en: "all subsets when there are no more than this, else so many random ones",
    nl: "alle deelverzamelingen als het er niet meer zijn dan dit, anders zoveel willekeurige",
  }),
  seed: shared.seed.optional(),
});

const spread = { median: z.number(), lowest: z.number(), highest: z.number() };

const result = resultSchema("gosh", options, {
  isComplete: z.boolean(),
  subsets: z.strictObject({
    included: z.array(z.string()),
    k: z.array(z.int()),
    estimate: z.array(z.number()),
    tau2: z.array(available),
    I2: z.array(available),
    H2: z.array(available),
    Q: z.array(z.number()),
  }),
  estimates: z.strictObject(spread),
  studies: z.array(z.strictObject({ ...place, with: available, without: available, difference: available })),
});

type Settings = Resolved<typeof options>;
type Columns = z.output<typeof result>["subsets"];
export type Gosh = z.output<typeof result>;

/**
 * Whether the pooled effect depends on which studies happen to be there: mean and heterogeneity of all subsets of the
 * studies, or of many random ones (graphical display of study heterogeneity).
 * @param data `estimate` and `samplingVariance` per effect; `study` names
 * @param given method as in randomEffects; how many subsets at most, and the seed when they have to be drawn; backTransform
 * @param context is told of the progress, and can stop the work
 * @returns one number per subset in each column of `subsets`; `included` has a 1 per effect that is in; per study the
 * mean estimate of the subsets with and without it
 * @throws effect/variance with its row; data/too-few below two effects; option/needed for random subsets without a seed
 * @see Olkin, Dahabreh & Trikalinos (2012). Reference: metafor::gosh(rma(yi, vi), subsets = 10000)
 * @example gosh({ estimate: [0.1, 0.3], samplingVariance: [0.01, 0.01] }, { method: "FE" }).subsets.estimate // [0.1, 0.3, 0.2]
 */
export function gosh(data: Given<typeof input>, given: Given<typeof options> = {}, context: Context = {}): Gosh {
  const work = prepared(data, given);
  for (let block = 0; block < work.subsets.blocks; block++) fitBlock(work, block, context);
  return finished(work);
}

/** As `gosh`, with room for other work between the subsets; the same figures for the same seed. */
export async function goshAsync(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
  context: Context = {},
): Promise<Gosh> {
  const work = prepared(data, given);
  for (let block = 0; block < work.subsets.blocks; block++) {
    fitBlock(work, block, context);
    await new Promise<void>((resume) => setTimeout(resume, 0));
  }
  return finished(work);
}

interface Work {
  readonly effects: UsableEffects;
  readonly settings: Settings;
  readonly notes: Note[];
  readonly places: { study: string; row: number }[];
  readonly subsets: Subsets;
  readonly layoutOf: (members: Uint8Array) => EffectLayout;
  /** tau2 of all effects, from which every search starts. */
  readonly start: number;
  readonly columns: Columns;
}

function prepared(data: Given<typeof input>, given: Given<typeof options>): Work {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableEffects(columns.estimate, columns.samplingVariance);
  const k = effects.estimates.length;
  if (k < 2) refuse("data/too-few", { needed: 2, unit: "effects", found: k });
  const subsets = subsetsOf(k, settings.subsets, settings.seed);
  return {
    ...{ effects, settings, subsets, places: placesOf(effects, names) },
    notes: [
      ...rowNotes(effects, names),
      ...notesWhen([!subsets.isComplete, "meta/some-subsets", { count: subsets.count, all: 2 ** k - 1 }]),
    ],
    layoutOf: subsetLayouts(effects),
    start: fitMean(layOut(effects), { method: settings.method, test: "z" }).tau2,
    columns: { included: [], k: [], estimate: [], tau2: [], I2: [], H2: [], Q: [] },
  };
}

function fitBlock(work: Work, block: number, context: Context): void {
  context.signal?.throwIfAborted();
  const members = work.subsets.members(block);
  const k = work.effects.estimates.length;
  for (let from = 0; from < members.length; from += k) fitSubset(work, members.subarray(from, from + k));
  context.progress?.(work.columns.k.length, work.subsets.count);
}

function fitSubset({ layoutOf, settings, start, columns }: Work, members: Uint8Array): void {
  const layout = layoutOf(members);
  const { method, backTransform } = settings;
  const isFixed = method === "FE";
  const { mean, tau2 } = fitMean(layout, { method, test: "z" }, start);
  const found = layout.k > 1 ? heterogeneityShares(layout, isFixed ? null : tau2) : ALONE;
  columns.included.push(members.join(""));
  columns.k.push(layout.k);
  columns.estimate.push(BACK_TRANSFORMS[backTransform]?.(mean) ?? mean);
  columns.tau2.push(isFixed || layout.k > 1 ? tau2 : null);
  columns.I2.push(found.I2);
  columns.H2.push(found.H2);
  columns.Q.push(found.Q);
}

const ALONE = { I2: null, H2: null, Q: 0 };

function finished({ effects, settings, notes, places, subsets, columns }: Work): Gosh {
  const { estimate } = columns;
  return {
    kind: "gosh",
    options: settings,
    sample: effects.sample,
    notes,
    isComplete: subsets.isComplete,
    subsets: columns,
    estimates: { median: median(estimate), ...ends(estimate) },
    studies: places.map(({ study, row }, i) => {
      const pair = { with: meanWhere("1", i, columns), without: meanWhere("0", i, columns) };
      const difference = pair.with === null || pair.without === null ? null : pair.with - pair.without;
      return { study, row, ...pair, difference };
    }),
  };
}

/** Mean estimate of the subsets in which a study is in, or out; null without any. */
function meanWhere(state: "0" | "1", study: number, { included, estimate }: Columns): number | null {
  let sum = 0;
  let count = 0;
  for (let s = 0; s < included.length; s++) {
    if (included[s]![study] !== state) continue;
    sum += estimate[s]!;
    count++;
  }
  return count > 0 ? sum / count : null;
}

function ends(values: readonly number[]): { lowest: number; highest: number } {
  let [lowest, highest] = [values[0]!, values[0]!];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return { lowest, highest };
}

export const goshCard = defineStatistic({
  kind: "gosh",
  label: { en: "All subsets of the studies (GOSH)", nl: "Alle deelverzamelingen van de studies (GOSH)" },
  summary: {
    en: "Whether the pooled effect depends on which studies happen to be there.",
    nl: "Of het gepoolde effect afhangt van welke studies er toevallig bij zijn.",
  },
  input,
  options,
  result,
  run: gosh,
  tidy: ({ subsets }) =>
    subsets.included.map((term, s) => ({
      ...{ term, k: subsets.k[s]!, estimate: subsets.estimate[s]!, tau2: subsets.tau2[s]! },
      ...{ I2: subsets.I2[s]!, H2: subsets.H2[s]!, Q: subsets.Q[s]! },
    })),
  glance: ({ estimates, studies, subsets }) => ({
    ...{ k: studies.length, n: subsets.k.length, median: estimates.median },
    ...{ minimum: estimates.lowest, maximum: estimates.highest },
  }),
  composes: [],
  charts: ["goshPlot"],
  source: "Olkin, Dahabreh & Trikalinos (2012)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45],
      samplingVariance: [0.01, 0.02, 0.008, 0.03],
      study: ["Adams", "Bakker", "Chen", "De Vries"],
    },
    options: { backTransform: "fisherZ" },
  },
});
