import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, type Resolved, resolve } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { type Categories, categoryColumn, labelColumn, numberColumn, read } from "../table/input.ts";
import { inOrder } from "./effectLayout.ts";
import { poolingOptions } from "./poolingOptions.ts";
import { randomEffects } from "./randomEffects.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";
import { toUnits, UNITS, unitOptions } from "./toUnits.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  dimension: categoryColumn({ en: "the dimension of involvement", nl: "de dimensie van betrokkenheid" }),
  outcome: categoryColumn({ en: "the outcome", nl: "de uitkomst" }),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
  sample: labelColumn({ en: "the sample within the study", nl: "de steekproef binnen de studie" }).optional(),
  n: numberColumn({ en: "sample sizes", nl: "steekproefgroottes" }).optional(),
});

const options = z.strictObject({
  ...poolingOptions,
  unit: z
    .enum(UNITS)
    .default("effect")
    .meta({ help: (unitOptions.unit.meta() as { help: unknown }).help }),
  rho: unitOptions.rho,
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };

const cell = z.strictObject({
  dimension: z.string().nullable(),
  outcome: z.string().nullable(),
  k: z.int(),
  effects: z.int(),
  studies: z.int(),
  n: available,
  ...{ estimate: available, standardError: available, lower: available, upper: available, pValue: available },
  ...{ predictionLower: available, predictionUpper: available },
  ...{ tau2: available, tau: available, I2: available, Q: available, dfQ: available, pQ: available },
  transformed: z.strictObject({ ...limits, predictionLower: available, predictionUpper: available }).nullable(),
});

const result = resultSchema("dimensionOutcomeMatrix", options, {
  dimensions: z.array(z.string()),
  outcomes: z.array(z.string()),
  cells: z.array(cell),
  dimensionMargins: z.array(cell),
  outcomeMargins: z.array(cell),
  total: cell,
});

type Settings = Resolved<typeof options>;
type Cell = z.output<typeof cell>;
export type DimensionOutcomeMatrix = z.output<typeof result>;

/**
 * Which kind of involvement goes with which outcome: the pooled effect of every combination, each by itself, with the
 * margins. A combination that nobody studied stays in the table as a gap.
 * @param data per effect `estimate`, `samplingVariance`, `dimension`, `outcome`; `study`, `sample`, `n`; rows with a
 * missing number, dimension or outcome are left out
 * @param given as randomEffects; `unit` and `rho` as toUnits, within every cell and every margin by itself
 * @returns `cells` row by row (every dimension with every outcome); k is 0 and the figures are null in a gap; in the
 * margins the other side is null; `effects` counts what was averaged to k
 * @throws effect/variance with its row; data/too-few without any row; units/no-sample
 * @see Fan & Chen (2001) and Hill & Tyson (2009) for such tables. Reference: metafor::rma per subset
 * @example dimensionOutcomeMatrix({ estimate: [0.1, 0.3], samplingVariance: [0.01, 0.01], dimension: ["home", "school"], outcome: ["grades", "tests"] }).cells[1].k // 0
 */
export function dimensionOutcomeMatrix(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): DimensionOutcomeMatrix {
  const { dimension, outcome, estimate, samplingVariance, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const present = (row: number) => dimension.codes[row]! >= 0 && outcome.codes[row]! >= 0;
  const effects = usableEffects(estimate, samplingVariance, present);
  const places = [...effects.rows.keys()];
  const of = (d: string | null, o: string | null) => {
    const chosen = places.filter(
      (place) =>
        (d === null || levelAt(dimension, effects, place) === d) &&
        (o === null || levelAt(outcome, effects, place) === o),
    );
    return { dimension: d, outcome: o, ...pooledCell(chosen, effects, columns, settings) };
  };
  const dimensions = levelsOf(dimension, effects);
  const outcomes = levelsOf(outcome, effects);
  const cells = dimensions.flatMap((d) => outcomes.map((o) => of(d, o)));
  const total = of(null, null);
  return {
    kind: "dimensionOutcomeMatrix",
    options: settings,
    sample: effects.sample,
    notes: notesOf(cells, total, effects, settings),
    ...{ dimensions, outcomes, cells },
    dimensionMargins: dimensions.map((d) => of(d, null)),
    outcomeMargins: outcomes.map((o) => of(null, o)),
    total,
  };
}

interface Columns {
  readonly study?: readonly (string | null)[] | undefined;
  readonly sample?: readonly (string | null)[] | undefined;
  readonly n?: Float64Array | undefined;
}

function levelAt({ levels, codes }: Categories, { rows }: UsableEffects, place: number): string {
  return levels[codes[rows[place]!]!]!;
}

/** The levels that occur among the effects used, in order of first appearance. */
function levelsOf(categories: Categories, effects: UsableEffects): string[] {
  return [...new Set(Array.from(effects.rows, (_, place) => levelAt(categories, effects, place)))];
}

const GAP = {
  ...{ k: 0, effects: 0, studies: 0, n: null },
  ...{ estimate: null, standardError: null, lower: null, upper: null, pValue: null },
  ...{ predictionLower: null, predictionUpper: null },
  ...{ tau2: null, tau: null, I2: null, Q: null, dfQ: null, pQ: null, transformed: null },
} as const;

function pooledCell(places: readonly number[], effects: UsableEffects, columns: Columns, settings: Settings) {
  if (places.length === 0) return GAP;
  const { unit, rho, ...pooling } = settings;
  const own = Int32Array.from(places);
  const rows = places.map((place) => effects.rows[place]!);
  const study = rows.map((row) => columns.study?.[row] ?? `row ${row + 1}`);
  const units = toUnits(
    {
      ...{ estimate: inOrder(effects.estimates, own), samplingVariance: inOrder(effects.variances, own), study },
      ...(columns.sample ? { sample: rows.map((row) => columns.sample![row] ?? null) } : {}),
      ...(columns.n ? { n: rows.map((row) => columns.n![row]!) } : {}),
    },
    { unit, rho },
  ).units;
  const mean = randomEffects(
    {
      estimate: units.map(({ estimate }) => estimate),
      samplingVariance: units.map(({ samplingVariance }) => samplingVariance),
    },
    { ...pooling, tau2Interval: "none" },
  );
  const { estimate, standardError, lower, upper, pValue, predictionLower, predictionUpper } = mean;
  const { k, tau2, tau, I2, Q, dfQ, pQ, transformed } = mean;
  return {
    ...{ k, effects: places.length, studies: new Set(study).size },
    n: columns.n ? units.reduce((sum, { n }) => sum + n!, 0) : null,
    ...{ estimate, standardError, lower, upper, pValue, predictionLower, predictionUpper },
    ...{ tau2, tau, I2, Q, dfQ, pQ, transformed },
  };
}

function notesOf(cells: readonly Cell[], total: Cell, { sample }: UsableEffects, { unit, rho }: Settings): Note[] {
  const empty = cells.filter(({ k }) => k === 0).length;
  const few = cells.filter(({ k }) => k > 0 && k < 3).length;
  const { k, effects, studies } = total;
  return notesWhen(
    [sample.dropped > 0, "missing/listwise", { dropped: sample.dropped, total: sample.used + sample.dropped }],
    [empty > 0, "matrix/gaps", { count: empty, total: cells.length }],
    [few > 0, "matrix/few", { count: few }],
    [k < effects, "units/averaged", { effects, units: k, unit, rho }],
    [unit === "effect" && studies < effects, "meta/dependent-effects", { k: effects, studies }],
    [cells.length > 1, "matrix/overlap"],
  );
}

function tableRow({ transformed, k, studies, n, tau2, I2, dimension, outcome, ...own }: Cell): Row {
  const { estimate, lower, upper, predictionLower, predictionUpper } = { ...own, ...transformed };
  return {
    ...{ dimension: dimension ?? "total", outcome: outcome ?? "total", k, studies, n, estimate, lower, upper },
    ...{ predictionLower, predictionUpper, tau2, I2 },
  };
}

export const dimensionOutcomeMatrixCard = defineStatistic({
  kind: "dimensionOutcomeMatrix",
  label: { en: "Dimension by outcome matrix", nl: "Matrix van dimensie en uitkomst" },
  summary: {
    en: "The pooled effect of every kind of involvement on every outcome, gaps shown as gaps.",
    nl: "Het gemiddelde effect voor elke vorm van betrokkenheid en elke uitkomst, gaten zichtbaar als gat.",
  },
  input,
  options,
  result,
  run: dimensionOutcomeMatrix,
  tidy: ({ cells, dimensionMargins, outcomeMargins, total }) =>
    [...cells, ...dimensionMargins, ...outcomeMargins, total].map(tableRow),
  glance: ({ total }) => tableRow(total),
  composes: ["randomEffects", "toUnits"],
  charts: [],
  source: "Fan & Chen (2001); Hill & Tyson (2009)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08, 0.38, 0.29],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012, 0.015, 0.009],
      dimension: ["home", "home", "school", "expectations", "school", "expectations", "home"],
      outcome: ["grades", "grades", "grades", "tests", "grades", "tests", "tests"],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans", "Fischer", "Adams"],
      n: [103, 53, 128, 36, 86, 70, 114],
    },
    options: { backTransform: "fisherZ" },
  },
});
