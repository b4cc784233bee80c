import { z } from "zod";
import { fisherZ } from "../effects/fisherZ.ts";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import { type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { knownComponent } from "../frameworks/components.ts";
import { correlationFrom, pairMoments } from "../numeric/moments.ts";
import { categoryColumn, numberColumns, read } from "../table/input.ts";
import { correctedEffect, precision } from "./attenuation.ts";
import type { ClusteredPair } from "./correlationLevels.ts";
import { type CorrelationRows, clusteredRows, independentRows, type Pair, pairsOf } from "./correlationRows.ts";
import {
  designEffectVariance,
  jackknifeVariance,
  robustVariance,
  simpleVariance,
  type VarianceOfZ,
} from "./correlationVariance.ts";
import { doubtsOf, type EffectRow, effectRow } from "./effectRow.ts";

export type { EffectRow } from "./effectRow.ts";

const input = z.strictObject({
  x: numberColumns({ en: "the involvement measures", nl: "de maten van betrokkenheid" }),
  y: numberColumns({ en: "the outcomes", nl: "de uitkomsten" }),
  cluster: categoryColumn({
    en: "school, class: who belongs together",
    nl: "school, klas: wie bij elkaar hoort",
  }).optional(),
});

const share = z.number().min(0).max(1);
const perColumn = <S extends z.ZodType>(of: S, en: string, nl: string) =>
  described(z.record(z.string(), of).default({}), { en: `${en} (column=value)`, nl: `${nl} (kolom=waarde)` });
const name = z.string().min(1).nullable().default(null);

const options = z.strictObject({
  variance: described(z.enum(["auto", "simple", "cr2", "jackknife", "design-effect"]).default("auto"), {
    en: "variance of Fisher's z: 1 / (n - 3), cluster-robust, leaving out clusters, or by ICCs; auto: cr2 with clusters, else simple",
    nl: "variantie van Fishers z: 1 / (n - 3), clusterrobuust, door clusters weg te laten, of met ICC's; auto: cr2 met clusters, anders simple",
  }),
  icc: perColumn(share, "ICCs of columns, for design-effect", "ICC's van kolommen, voor design-effect"),
  clusterSize: described(z.number().min(1).nullable().default(null), {
    en: "cluster size for design-effect, if not from the data",
    nl: "clustergrootte voor design-effect, als die niet uit de gegevens komt",
  }),
  reliabilities: perColumn(z.number().gt(0).max(1), "reliabilities of columns", "betrouwbaarheden van kolommen"),
  attenuation: described(z.enum(["none", "x", "y", "both"]).default("none"), {
    en: "also give r corrected for the unreliability of x, y or both",
    nl: "geef ook r gecorrigeerd voor de onbetrouwbaarheid van x, y of beide",
  }),
  missing: described(z.enum(["listwise", "pairwise"]).default("pairwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is",
  }),
  study: described(name, { en: "name of the study", nl: "naam van het onderzoek" }),
  sample: described(name, { en: "name of the sample", nl: "naam van de steekproef" }),
  components: perColumn(z.string(), "theory components of x columns", "theorieonderdelen van x-kolommen"),
  dimensions: perColumn(z.string(), "dimensions of x columns", "dimensies van x-kolommen"),
  outcomes: perColumn(z.string(), "names of the outcomes", "namen van de uitkomsten"),
});

const result = resultSchema("toEffectRows", options, { rows: z.array(effectRow) });

type Settings = Resolved<typeof options>;
type Method = Exclude<Settings["variance"], "auto">;
export type ToEffectRows = z.output<typeof result>;

/**
 * Every correlation as a row for a meta-analysis: Fisher's z with a variance that counts clustering in, under the
 * names a coded sheet has. cr2: the CR2 variance of the mean of r's influence values over (1 - r^2)^2; jackknife:
 * (J - 1) / J times the sum of squares of z without each cluster; design-effect: (1 + (m - 1) ICC_x ICC_y) / (n - 3).
 * @param data `x` and `y`: named columns, every x with every y; `cluster` (optional): one per row
 * @param given variance; reliabilities, ICCs and labels by column; attenuation (none unless asked)
 * @returns `estimate` is z; `effectiveN` = 3 + 1 / its variance is the n a coded sheet takes; `designEffect` is that
 * variance over 1 / (n - 3); corrected figures stand beside, never instead, and take reliabilities as known
 * @throws effect/one-cluster, effect/no-cluster-variance, effect/correlation-range, effect/sample-size (n of 3 or
 * less), data/constant, option/needed; option/unknown-column for a label of a column that is not there
 * @see Fisher (1921); Bell & McCaffrey (2002); Pustejovsky & Tipton (2018); Devlin, Gnanadesikan & Kettenring (1975) for
 * the influence; Efron (1982) for the jackknife; Donner & Eliasziw (1991) for the design effect; Schmidt & Hunter (2015)
 * @example toEffectRows({ x: { talk: [1, 2, 3, 4, 5] }, y: { grade: [2, 1, 4, 3, 5] } }).rows[0].samplingVariance // 0.5
 */
export function toEffectRows(data: Given<typeof input>, given: Given<typeof options> = {}): ToEffectRows {
  const { x, y, cluster } = read(input, data);
  const settings = resolve(options, given);
  refuseUnknownColumns(settings, x.names, y.names);
  const named = pairsOf(x, y);
  const found = cluster ? clusteredRows(named, cluster, settings.missing) : independentRows(named, settings.missing);
  const method = methodOf(settings, found);
  const rows = found.pairs.map((pair) => rowOf(pair, method, settings));
  const { used, missing, total } = found;
  return {
    kind: "toEffectRows",
    options: settings,
    sample: { unit: "respondent", used, dropped: total - used, missing },
    notes: notesOf(found, rows, method, settings),
    rows,
  };
}

function methodOf({ variance }: Settings, { clustered }: CorrelationRows): Method {
  if (variance === "auto") return clustered ? "cr2" : "simple";
  if (!clustered && (variance === "cr2" || variance === "jackknife")) {
    refuse("input/missing", { input: "cluster", expected: "(string | number)[]" });
  }
  return variance;
}

/** A label for a column that is not there is a typing error, and would be lost silently. */
function refuseUnknownColumns(settings: Settings, x: readonly string[], y: readonly string[]): void {
  const both = [...x, ...y];
  const known = { icc: both, reliabilities: both, components: x, dimensions: x, outcomes: y } as const;
  for (const [option, columns] of Object.entries(known)) {
    const stray = Object.keys(settings[option as keyof typeof known]).find((column) => !columns.includes(column));
    if (stray !== undefined) refuse("option/unknown-column", { option, column: stray, known: columns.join(", ") });
  }
}

function rowOf(pair: Pair, method: Method, settings: Settings): EffectRow {
  const { x, y } = pair;
  const { n, r, clustered } = correlated(pair);
  const clusters = clustered ? new Set(clustered.clusters).size : null;
  if (clusters === 1 && method !== "simple") refuse("effect/one-cluster", { x, y });
  const variance = varianceOf(method, { n, clustered, pair, settings });
  if (!(variance.samplingVariance > 0 && Number.isFinite(variance.samplingVariance))) {
    refuse("effect/no-cluster-variance", { x, y, clusters: clusters ?? 0 });
  }
  const { study, sample, components, dimensions, outcomes, reliabilities, attenuation } = settings;
  const component = components[x];
  const effect = precision({ r, n, samplingVariance: variance.samplingVariance });
  const sides = { reliabilityX: reliabilities[x] ?? null, reliabilityY: reliabilities[y] ?? null };
  return {
    study,
    sample,
    effect: [study, sample, x, y].filter((part) => part !== null).join(":"),
    component: component === undefined ? null : knownComponent(component).id,
    dimension: dimensions[x] ?? null,
    outcome: outcomes[y] ?? y,
    x,
    y,
    ...effect,
    estimate: fisherZ(r),
    df: variance.df,
    clusters,
    clusterSize: variance.clusterSize,
    iccX: variance.iccX,
    iccY: variance.iccY,
    ...sides,
    ...correctedEffect({ ...effect, ...sides }, attenuation),
    method: METHODS[method],
  };
}

const METHODS: Readonly<Record<Method, string>> = {
  simple: "1 / (n - 3)",
  cr2: "CR2",
  jackknife: "jackknife",
  "design-effect": "design effect",
};

/** r over the rows of a pair; refused where it cannot be an effect. */
function correlated({ x, y, own }: Pair) {
  const clustered: ClusteredPair | undefined = "clusters" in own ? own : undefined;
  const moments = "clusters" in own ? pairMoments(own.x, own.y) : own;
  const { n } = moments;
  const location = { column: `${x}, ${y}` };
  if (n <= 3) refuse("effect/sample-size", { minimum: 3 }, location);
  const r = correlationFrom(moments.sumProducts, moments.sumSquaresX, moments.sumSquaresY);
  if (Number.isNaN(r)) refuse("data/constant", {}, location);
  if (Math.abs(r) >= PERFECT) refuse("effect/correlation-range", {}, location);
  return { n, r, clustered };
}

/** Rounding alone keeps perfectly correlated columns this far from 1. */
const PERFECT = 1 - 16 * Number.EPSILON;

interface Asked {
  readonly n: number;
  readonly clustered: ClusteredPair | undefined;
  readonly pair: Pair;
  readonly settings: Settings;
}

function varianceOf(method: Method, { n, clustered, pair, settings }: Asked): VarianceOfZ {
  if (method === "simple") return simpleVariance(n);
  if (method === "cr2") return robustVariance(clustered!);
  if (method === "jackknife") return jackknifeVariance(clustered!);
  const { icc, clusterSize } = settings;
  return designEffectVariance(n, clustered, { iccX: icc[pair.x] ?? null, iccY: icc[pair.y] ?? null, clusterSize });
}

function notesOf(found: CorrelationRows, rows: readonly EffectRow[], method: Method, settings: Settings): Note[] {
  const counts = rows.map(({ n }) => n);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const { total, clustered, unclustered, incomplete } = found;
  return [
    ...notesWhen(
      [unclustered > 0, "cluster/missing", { dropped: unclustered, total }],
      [incomplete > 0, "missing/listwise", { dropped: incomplete, total }],
      [settings.missing === "pairwise" && lowest < highest, "missing/pairwise", { lowest, highest }],
      [clustered && method === "simple", "effect-rows/clusters-ignored"],
      [settings.attenuation !== "none", "effect-rows/reliability-as-known"],
    ),
    ...rows.flatMap((one) => doubtsOf(one, settings.attenuation)),
  ];
}

export const toEffectRowsCard = defineStatistic({
  kind: "toEffectRows",
  label: { en: "Correlations as meta-analysis rows", nl: "Correlaties als rijen voor een meta-analyse" },
  summary: {
    en: "Every correlation as a row for a meta-analysis, with a variance that counts schools or classes in.",
    nl: "Elke correlatie als rij voor een meta-analyse, met een variantie die scholen of klassen meetelt.",
  },
  input,
  options,
  result,
  run: toEffectRows,
  tidy: ({ rows }) =>
    rows.map(({ study, sample, effect, component, dimension, outcome, x, y, clusters, ...rest }) => ({
      study,
      sample,
      effect,
      component,
      dimension,
      outcome,
      term: x,
      with: y,
      r: rest.r,
      n: rest.n,
      estimate: rest.estimate,
      samplingVariance: rest.samplingVariance,
      effectiveN: rest.effectiveN,
      designEffect: rest.designEffect,
      k: clusters,
      reliabilityX: rest.reliabilityX,
      reliabilityY: rest.reliabilityY,
      correctedR: rest.correctedR,
      correctedVariance: rest.correctedVariance,
      method: rest.method,
    })),
  glance: ({ rows, sample }) => ({ n: sample.used, k: rows.length, missing: sample.missing }),
  composes: [],
  charts: ["forestPlot"],
  source: "Fisher (1921); Bell & McCaffrey (2002); Pustejovsky & Tipton (2018); Donner & Eliasziw (1991)",
  example: {
    data: {
      x: { involvement: [2, 3, 4, 5, 3, 4, 2, 5, 4, 3, 1, 2] },
      y: { grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9, 5, 5.5, 7] },
      cluster: ["Elm", "Elm", "Elm", "Oak", "Oak", "Oak", "Fir", "Fir", "Fir", "Ash", "Ash", "Ash"],
    },
    options: { reliabilities: { involvement: 0.8 }, attenuation: "x", study: "Pilot" },
  },
});
