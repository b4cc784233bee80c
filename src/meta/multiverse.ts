import { z } from "zod";
import { effectSizes } from "../effects/effectSizes.ts";
import { correlationFromZ } from "../effects/fisherZ.ts";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { categoryColumns, labelColumn, numberColumn, read } from "../table/input.ts";
import { MEASURES, OUTLIERS, type Outcome, specifications } from "./multiverseFits.ts";
import { choiceSummaries, summaryOf } from "./multiverseSummary.ts";
import { UNITS, unitOptions } from "./toUnits.ts";

const METHODS = ["REML", "ML", "DL", "HE", "HS", "HSk", "SJ", "PM", "EB", "PMM", "FE"] as const;
const TESTS = ["knappHartung", "adHoc", "t", "z"] as const;

const input = z.strictObject({
  r: numberColumn({ en: "correlations", nl: "correlaties" }),
  n: numberColumn({ en: "sample sizes", nl: "steekproefgroottes" }),
  study: labelColumn({ en: "the study of each effect", nl: "de studie van elk effect" }).optional(),
  sample: labelColumn({ en: "the sample within the study", nl: "de steekproef binnen de studie" }).optional(),
  factors: categoryColumns({
    en: "moderators: every level of each is also analysed by itself",
    nl: "moderatoren: elk niveau ervan wordt ook op zichzelf geanalyseerd",
  }).optional(),
});

const options = z.strictObject({
  methods: described(z.array(z.enum(METHODS)).min(1).default(["REML", "DL", "PM", "FE"]), {
    en: "estimators of tau2 to try",
    nl: "schatters van tau2 om te proberen",
  }),
  tests: described(z.array(z.enum(TESTS)).min(1).default(["knappHartung", "z"]), {
    en: "tests of the mean to try",
    nl: "toetsen van het gemiddelde om te proberen",
  }),
  measures: described(z.array(z.enum(MEASURES)).min(1).default(["ZCOR", "COR"]), {
    en: "scales to pool on: Fisher's z, the correlation itself",
    nl: "schalen om op samen te voegen: Fishers z, de correlatie zelf",
  }),
  units: described(z.array(z.enum(UNITS)).min(1).default(["effect", "study"]), {
    en: "what counts as one, as in toUnits",
    nl: "wat als één telt, zoals in toUnits",
  }),
  outliers: described(z.array(z.enum(OUTLIERS)).min(1).default(["kept", "leftOut"]), {
    en: "effects with a deleted residual beyond 1.96: kept, or left out",
    nl: "effecten met een residu (zonder het effect zelf) voorbij 1,96: behouden, of weggelaten",
  }),
  rho: unitOptions.rho,
  smallest: described(z.int().min(1).default(3), {
    en: "subsets with fewer effects than this are not analysed",
    nl: "deelverzamelingen met minder effecten dan dit worden niet geanalyseerd",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const shares = {
  specifications: z.int(),
  ...{ median: available, minimum: available, maximum: available },
  ...{ positive: available, excludesZero: available, positiveAndExcludesZero: available },
};

const result = resultSchema("multiverse", options, {
  k: z.int(),
  ...shares,
  skipped: z.int(),
  identical: z.int(),
  choices: z.array(z.strictObject({ choice: z.string(), option: z.string(), ...shares })),
  curve: z.array(
    z.strictObject({
      rank: z.int(),
      ...{ factor: z.string().nullable(), level: z.string().nullable() },
      ...{ measure: z.enum(MEASURES), unit: z.enum(UNITS), outliers: z.enum(OUTLIERS) },
      ...{ method: z.enum(METHODS), test: z.enum(TESTS) },
      ...{ k: z.int(), leftOut: z.int() },
      ...{ r: z.number(), lower: z.number(), upper: z.number(), pValue: available, tau2: available },
    }),
  ),
});

type Settings = Resolved<typeof options>;
export type Multiverse = z.output<typeof result>;

/**
 * Whether the conclusion hangs on how one happens to pool: the mean correlation under every combination of defensible
 * choices, ordered as a specification curve, with the share of them that say the same.
 * @param data `r` and `n` per effect; `study`, `sample` for units; `factors` whose levels are subsets; rows without r or
 * n are left out
 * @param given methods, tests, measures, units, outliers: what to combine; rho as toUnits; smallest, confidenceLevel
 * @returns `curve` from the lowest to the highest mean r; its median and extremes, the shares (0-1) that are `positive`
 * and whose interval `excludesZero`; the same per option in `choices`; `identical` counts choices that changed nothing
 * in the data and were not counted twice, `skipped` those with too few effects
 * @throws effect/correlation-range, effect/sample-size with their rows; units/no-sample; option/twice; data/too-few
 * @see Steegen et al. (2016); Voracek, Kossmeier & Tran (2019); Simonsohn, Simmons & Nelson (2020).
 * Reference: metafor::rma for every combination
 * @example multiverse({ r: [0.2, 0.3, 0.4], n: [50, 80, 60] }, { units: ["effect"], outliers: ["kept"] }).specifications // 16
 */
export function multiverse(data: Given<typeof input>, given: Given<typeof options> = {}): Multiverse {
  const { r, n, study, sample, factors = {} } = read(input, data);
  const settings = resolve(options, given);
  refuseTwice(settings);
  if (settings.units.includes("sample") && !sample) refuse("units/no-sample");
  const perMeasure = settings.measures.map((measure) => effectSizes({ r, n }, { measure }));
  const { sample: counts, effects } = perMeasure[0]!;
  if (effects.length === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  const rows = effects.map(({ row }) => row - 1);
  const names = rows.map((row) => study?.[row] ?? `row ${row + 1}`);
  const { outcomes, skipped, identical } = specifications(
    {
      effects: Object.fromEntries(settings.measures.map((measure, i) => [measure, perMeasure[i]!.effects])),
      study: names,
      sample: sample ? rows.map((row) => sample[row] ?? null) : null,
      factors: Object.entries(factors).map(([factor, { levels, codes }]) => ({
        factor,
        levels: rows.map((row) => (codes[row]! < 0 ? null : levels[codes[row]!]!)),
      })),
    },
    settings,
  );
  const curve = outcomes
    .map((one) => ({ ...one, ...asCorrelation(one) }))
    .toSorted((a, b) => a.r - b.r)
    .map(({ estimate: _, ...one }, i) => ({ rank: i + 1, ...one }));
  const dependent = { k: rows.length, studies: new Set(names).size };
  return {
    kind: "multiverse",
    options: settings,
    sample: counts,
    notes: notesOf(
      { dropped: counts.dropped, total: r.length, skipped, identical, count: curve.length },
      dependent,
      settings,
    ),
    k: rows.length,
    ...summaryOf(curve),
    skipped,
    identical,
    choices: choiceSummaries(curve),
    curve,
  };
}

/** A choice that stands twice would count twice. */
function refuseTwice(settings: Settings): void {
  for (const option of ["methods", "tests", "measures", "units", "outliers"] as const) {
    const values: readonly string[] = settings[option];
    const twice = values.find((value, i) => values.indexOf(value) < i);
    if (twice !== undefined) refuse("option/twice", { option, value: twice });
  }
}

function asCorrelation({ measure, estimate, lower, upper }: Outcome) {
  if (measure === "COR") return { r: estimate, lower, upper };
  return { r: correlationFromZ(estimate), lower: correlationFromZ(lower), upper: correlationFromZ(upper) };
}

interface Counts {
  readonly dropped: number;
  readonly total: number;
  readonly skipped: number;
  readonly identical: number;
  readonly count: number;
}

function notesOf(counts: Counts, dependent: { k: number; studies: number }, { units, smallest }: Settings): Note[] {
  const { dropped, total, skipped, identical, count } = counts;
  const repeats = units.includes("effect") && dependent.studies < dependent.k;
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total }],
      [repeats, "multiverse/dependent-effects", dependent],
      [skipped > 0, "multiverse/skipped", { count: skipped, smallest }],
      [identical > 0, "multiverse/identical", { count: identical }],
    ),
    note("multiverse/not-evidence", { count }),
  ];
}

export const multiverseCard = defineStatistic({
  kind: "multiverse",
  label: { en: "Multiverse of analytic choices", nl: "Multiversum van analysekeuzes" },
  summary: {
    en: "The mean correlation under every combination of analytic choices, as a specification curve.",
    nl: "De gemiddelde correlatie bij elke combinatie van analysekeuzes, als specificatiecurve.",
  },
  input,
  options,
  result,
  run: multiverse,
  tidy: ({ curve }) =>
    curve.map(({ factor, level, measure, unit, outliers, method, test, k, r, lower, upper, pValue, tau2 }) => ({
      term: [measure, unit, outliers, method, test].join(" · "),
      group: factor === null ? "all" : `${factor}: ${level}`,
      ...{ k, r, lower, upper, pValue, tau2 },
    })),
  glance: ({ k, median, minimum, maximum, specifications: count }) => ({
    ...{ k, median, minimum, maximum, method: `${count} specifications` },
  }),
  composes: ["effectSizes", "toUnits"],
  charts: [],
  source: "Steegen, Tuerlinckx, Gelman & Vanpaemel (2016); Voracek, Kossmeier & Tran (2019)",
  example: {
    data: {
      r: [0.26, 0.33, 0.18, 0.41, 0.05, 0.22, 0.3],
      n: [120, 85, 210, 64, 150, 98, 77],
      study: ["Adams", "Adams", "Bakker", "Chen", "De Vries", "Evans", "Fischer"],
      factors: { where: ["home", "school", "home", "home", "school", "school", "home"] },
    },
    options: { methods: ["REML", "DL"] },
  },
});
