import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { categoryColumn, labelColumn, numberColumn, read } from "../table/input.ts";
import { AVERAGES, compositeEffect } from "./compositeEffect.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  study: labelColumn({
    en: "the study of each effect; a row without one is a study of its own",
    nl: "de studie van elk effect; een rij zonder is een eigen studie",
  }),
  sample: labelColumn({ en: "the sample within the study", nl: "de steekproef binnen de studie" }).optional(),
  subgroup: categoryColumn({
    en: "average within each of these levels apart",
    nl: "middel binnen elk van deze niveaus apart",
  }).optional(),
  n: numberColumn({ en: "sample sizes", nl: "steekproefgroottes" }).optional(),
});

export const UNITS = ["effect", "sample", "study"] as const;

export const unitOptions = {
  unit: described(z.enum(UNITS).default("study"), {
    en: "what counts as one: every effect, every sample, every study",
    nl: "wat als één telt: elk effect, elke steekproef, elke studie",
  }),
  rho: described(z.number().min(0).max(1).default(1), {
    en: "how effects of one sample are supposed to correlate; 1: their average is no more precise than one of them",
    nl: "hoe effecten van één steekproef verondersteld worden te correleren; 1: hun gemiddelde is niet preciezer dan één ervan",
  }),
} as const;

const options = z.strictObject({
  ...unitOptions,
  average: described(z.enum(AVERAGES).default("simple"), {
    en: "the simple mean, or weighted by precision (generalised least squares)",
    nl: "het gewone gemiddelde, of gewogen naar precisie (gegeneraliseerde kleinste kwadraten)",
  }),
});

const unit = z.strictObject({
  unit: z.string(),
  study: z.string(),
  sample: z.string().nullable(),
  group: z.string().nullable(),
  k: z.int(),
  estimate: z.number(),
  samplingVariance: z.number(),
  n: available,
  rows: z.array(z.int()),
});

const result = resultSchema("toUnits", options, {
  effects: z.int(),
  samples: z.int().nullable(),
  studies: z.int(),
  units: z.array(unit),
});

type Settings = Resolved<typeof options>;
export type ToUnits = z.output<typeof result>;

/**
 * One effect per study or per sample out of several, so that a study with many effects does not count many times; with
 * `subgroup` one per level of a moderator, the shifting unit of analysis. The result can be pooled as it is.
 * @param data `estimate`, `samplingVariance`, `study`; `sample`, `subgroup`, `n`; rows with a missing number or subgroup
 * are left out; without `sample` all effects of a study are one sample
 * @param given `unit`; `rho`, the correlation of sampling errors within a sample (none between samples); `average`
 * @returns `units` in order of first appearance with `k` effects each and `n` (the mean n of a sample, summed over
 * samples); `effects`, `samples` (null when not told apart) and `studies` count what went in
 * @throws units/no-sample; units/rho-one for a weighted average with rho 1; effect/variance with its row; data/too-few
 * @see Cooper (2017), ch. 4, the shifting unit; Borenstein et al. (2009), ch. 24. Reference: metafor::aggregate
 * @example toUnits({ estimate: [0.2, 0.4, 0.5], samplingVariance: [0.01, 0.01, 0.02], study: ["A", "A", "B"] }, { rho: 0.5 }).units[0].samplingVariance // 0.0075
 */
export function toUnits(data: Given<typeof input>, given: Given<typeof options> = {}): ToUnits {
  const { study, sample, subgroup, n, ...columns } = read(input, data);
  const settings = resolve(options, given);
  if (settings.unit === "sample" && !sample) refuse("units/no-sample");
  if (settings.average === "weighted" && settings.rho === 1) refuse("units/rho-one");
  const effects = usableEffects(
    columns.estimate,
    columns.samplingVariance,
    (row) => !subgroup || subgroup.codes[row]! >= 0,
  );
  const places = Array.from(effects.rows, (row, place): Place => {
    const name = study[row] ?? `row ${row + 1}`;
    const own = sample?.[row] ?? null;
    return { place, row, study: name, sample: own, group: subgroup ? subgroup.levels[subgroup.codes[row]!]! : null };
  });
  const units = grouped(places, (one) => keyOf(one, settings.unit)).map((members) =>
    unitOf(members, effects, settings, n),
  );
  const studies = new Set(places.map((one) => one.study)).size;
  return {
    kind: "toUnits",
    options: settings,
    sample: effects.sample,
    notes: notesOf(units, effects, studies, settings),
    effects: places.length,
    samples: sample ? new Set(places.map((one) => sampleKey(one))).size : null,
    studies,
    units,
  };
}

/** An effect: its place among the usable ones, its row, and where it belongs. */
interface Place {
  readonly place: number;
  readonly row: number;
  readonly study: string;
  readonly sample: string | null;
  readonly group: string | null;
}

function sampleKey({ study, sample }: Place): string {
  return JSON.stringify([study, sample]);
}

function keyOf(one: Place, by: Settings["unit"]): string {
  if (by === "effect") return String(one.row);
  return JSON.stringify([one.study, by === "sample" ? one.sample : null, one.group]);
}

function grouped(places: readonly Place[], key: (one: Place) => string): Place[][] {
  const groups = new Map<string, Place[]>();
  for (const one of places) {
    const found = groups.get(key(one));
    if (found) found.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups.values()];
}

function unitOf(
  members: readonly Place[],
  effects: UsableEffects,
  settings: Settings,
  n?: Float64Array,
): ToUnits["units"][number] {
  const [{ study, sample, group }] = members as [Place];
  const samples = grouped(members, sampleKey);
  const composite = compositeEffect(
    samples.map((own) => ({
      estimates: own.map(({ place }) => effects.estimates[place]!),
      variances: own.map(({ place }) => effects.variances[place]!),
    })),
    settings.average,
    settings.rho,
  );
  const named = settings.unit === "study" ? null : sample;
  return {
    unit: named === null ? study : `${study}, ${named}`,
    ...{ study, sample: named, group },
    k: members.length,
    // One effect stays what it was, to the last digit
    ...(members.length === 1 ? own(members[0]!, effects) : composite),
    n: n ? samples.reduce((sum, one) => sum + meanOf(one.map(({ row }) => n[row]!)), 0) : null,
    rows: members.map(({ row }) => row + 1),
  };
}

function own({ place }: Place, { estimates, variances }: UsableEffects) {
  return { estimate: estimates[place]!, samplingVariance: variances[place]! };
}

/** The mean of what is known; 0 where nothing is. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function notesOf(
  units: ToUnits["units"],
  { rows, estimates, sample }: UsableEffects,
  studies: number,
  settings: Settings,
): Note[] {
  const { unit: by, rho, average } = settings;
  const k = rows.length;
  const levels = grouped(
    units.map((one, place) => ({ place, row: 0, study: one.study, sample: one.sample, group: null })),
    sampleKey,
  );
  const across = by === "effect" ? 0 : levels.filter((own) => own.length > 1).length;
  const byRow = new Map(Array.from(rows, (row, i) => [row + 1, estimates[i]!]));
  const outside = units.filter(
    ({ estimate, rows: own, k: size }) =>
      size > 1 &&
      isOutside(
        estimate,
        own.map((row) => byRow.get(row)!),
      ),
  );
  const counts = { effects: k, units: units.length, unit: by, rho };
  return notesWhen(
    [sample.dropped > 0, "missing/listwise", { dropped: sample.dropped, total: k + sample.dropped }],
    [units.length < k && average === "simple", "units/averaged", counts],
    [units.length < k && average === "weighted", "units/averaged-weighted", counts],
    [by === "effect" && studies < k, "meta/dependent-effects", { k, studies }],
    [across > 0, "units/across-levels", { count: across }],
    [average === "weighted" && outside.length > 0, "units/outside", { count: outside.length }],
  );
}

function isOutside(estimate: number, values: readonly number[]): boolean {
  return estimate > Math.max(...values) || estimate < Math.min(...values);
}

export const toUnitsCard = defineStatistic({
  kind: "toUnits",
  label: { en: "One effect per study or sample", nl: "Eén effect per studie of steekproef" },
  summary: {
    en: "Averages effects within samples or studies, so that each counts once.",
    nl: "Middelt effecten binnen steekproeven of studies, zodat elk één keer telt.",
  },
  input,
  options,
  result,
  run: toUnits,
  tidy: ({ units }) =>
    units.map(({ unit: term, group, k, n, estimate, samplingVariance }) => ({
      ...{ term, ...(group === null ? {} : { group }), k, n, estimate, samplingVariance },
    })),
  glance: ({ effects, studies, options: { unit: method } }) => ({ k: effects, studies, method }),
  composes: [],
  charts: [],
  source: "Cooper (2017), ch. 4; Borenstein, Hedges, Higgins & Rothstein (2009), ch. 24",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
      samplingVariance: [0.01, 0.01, 0.008, 0.03, 0.012],
      study: ["Adams", "Adams", "Bakker", "Chen", "Chen"],
      sample: ["1", "1", "1", "girls", "boys"],
      n: [103, 103, 128, 36, 86],
    },
  },
});
