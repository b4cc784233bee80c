import type { Composite } from "./compositeEffect.ts";
import { layOut } from "./effectLayout.ts";
import { metaResiduals } from "./metaResiduals.ts";
import type { PooledTest } from "./poolingOptions.ts";
import { refit } from "./refit.ts";
import type { TauSquaredMethod } from "./tauSquared.ts";
import { toUnits, type UNITS } from "./toUnits.ts";

export const MEASURES = ["ZCOR", "COR"] as const;
export const OUTLIERS = ["kept", "leftOut"] as const;

/** A deleted residual beyond this makes an outlier. @see Viechtbauer & Cheung (2010) */
const OUTLYING = 1.96;

/** What is to be combined. */
export interface Choices<M extends TauSquaredMethod = TauSquaredMethod> {
  readonly methods: readonly M[];
  readonly tests: readonly PooledTest[];
  readonly measures: readonly (typeof MEASURES)[number][];
  readonly units: readonly (typeof UNITS)[number][];
  readonly outliers: readonly (typeof OUTLIERS)[number][];
  readonly rho: number;
  readonly smallest: number;
  readonly confidenceLevel: number;
}

/** The effects on every measure, and where each belongs. */
export interface Choosable {
  readonly effects: Readonly<Partial<Record<(typeof MEASURES)[number], readonly Composite[]>>>;
  readonly study: readonly string[];
  readonly sample: readonly (string | null)[] | null;
  readonly factors: readonly { readonly factor: string; readonly levels: readonly (string | null)[] }[];
}

interface Subset {
  readonly factor: string | null;
  readonly level: string | null;
  readonly places: readonly number[];
}

type DataChoice<M extends TauSquaredMethod> = Pick<Subset, "factor" | "level"> & {
  readonly measure: Choices["measures"][number];
  readonly unit: Choices["units"][number];
  readonly method: M;
};

/** One way to analyse, and what comes of it on the scale of its measure. */
export interface Outcome<M extends TauSquaredMethod = TauSquaredMethod> extends DataChoice<M> {
  readonly outliers: Choices["outliers"][number];
  readonly test: PooledTest;
  readonly k: number;
  readonly leftOut: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number | null;
  readonly tau2: number | null;
}

/** The outcomes, and how many combinations had too few effects or the very data of another. */
export interface Outcomes<M extends TauSquaredMethod = TauSquaredMethod> {
  readonly outcomes: Outcome<M>[];
  skipped: number;
  identical: number;
}

/** Every combination of choices: subset, measure, unit, estimator, outliers, test, in that order. */
export function specifications<M extends TauSquaredMethod>(data: Choosable, choices: Choices<M>): Outcomes<M> {
  const all: Outcomes<M> = { outcomes: [], skipped: 0, identical: 0 };
  const { measures, units, methods, outliers, tests } = choices;
  const perUnit = methods.length * outliers.length * tests.length;
  const seen = new Set<string>();
  for (const subset of subsetsOf(data)) {
    if (isKnown(subset.places.join(), seen)) all.identical += perUnit * units.length * measures.length;
    else for (const measure of measures) addUnits(all, { data, choices, perUnit }, subset, measure);
  }
  return all;
}

interface Task<M extends TauSquaredMethod> {
  readonly data: Choosable;
  readonly choices: Choices<M>;
  /** Combinations that are left once subset, measure and unit are chosen. */
  readonly perUnit: number;
}

function isKnown(key: string, seen: Set<string>): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

/** All effects, and those of every level of every factor. */
function subsetsOf({ study, factors }: Choosable): Subset[] {
  const all = [...study.keys()];
  const levels = factors.flatMap(({ factor, levels: own }) =>
    [...new Set(own)].flatMap((level) =>
      level === null ? [] : [{ factor, level, places: all.filter((place) => own[place] === level) }],
    ),
  );
  return [{ factor: null, level: null, places: all }, ...levels];
}

function addUnits<M extends TauSquaredMethod>(
  all: Outcomes<M>,
  { data, choices, perUnit }: Task<M>,
  { factor, level, places }: Subset,
  measure: Choices["measures"][number],
): void {
  const { methods, rho, smallest } = choices;
  const seen = new Set<string>();
  for (const unit of choices.units) {
    const effects = unitsOf(data, places, measure, { unit, rho });
    if (effects.length < smallest) all.skipped += perUnit;
    else if (isKnown(effects.map(({ rows }) => rows.join()).join(";"), seen)) all.identical += perUnit;
    else for (const method of methods) addFits(all, choices, { factor, level, measure, unit, method }, effects);
  }
}

function unitsOf(
  { effects, study, sample }: Choosable,
  places: readonly number[],
  measure: Choices["measures"][number],
  given: Pick<Choices, "rho"> & { readonly unit: Choices["units"][number] },
) {
  const own = effects[measure]!;
  return toUnits(
    {
      estimate: places.map((place) => own[place]!.estimate),
      samplingVariance: places.map((place) => own[place]!.samplingVariance),
      study: places.map((place) => study[place]!),
      ...(sample ? { sample: places.map((place) => sample[place]!) } : {}),
    },
    given,
  ).units;
}

function addFits<M extends TauSquaredMethod>(
  all: Outcomes<M>,
  { outliers, tests, smallest, confidenceLevel }: Choices<M>,
  choice: DataChoice<M>,
  effects: readonly Composite[],
): void {
  for (const which of outliers) {
    const kept = which === "kept" ? effects : withoutOutliers(effects, choice.method);
    const leftOut = effects.length - kept.length;
    if (which === "leftOut" && leftOut === 0 && outliers.includes("kept")) all.identical += tests.length;
    else if (kept.length < smallest) all.skipped += tests.length;
    else
      for (const test of tests) {
        const fit = fitted(kept, { method: choice.method, test, confidenceLevel });
        all.outcomes.push({ ...choice, outliers: which, test, leftOut, ...fit });
      }
  }
}

/** Those whose distance from the mean of all others is within what such a distance allows. */
function withoutOutliers(effects: readonly Composite[], method: TauSquaredMethod): readonly Composite[] {
  if (effects.length < 3) return effects;
  const { effects: residuals } = metaResiduals(columnsOf(effects), { method, test: "z" });
  return effects.filter((_, i) => Math.abs(residuals[i]!.studentized ?? 0) <= OUTLYING);
}

function columnsOf(effects: readonly Composite[]) {
  return {
    estimate: Float64Array.from(effects, ({ estimate }) => estimate),
    samplingVariance: Float64Array.from(effects, ({ samplingVariance }) => samplingVariance),
  };
}

function fitted(
  effects: readonly Composite[],
  settings: { method: TauSquaredMethod; test: PooledTest; confidenceLevel: number },
) {
  const { estimate: estimates, samplingVariance: variances } = columnsOf(effects);
  const { figures } = refit(layOut({ estimates, variances }), { ...settings, backTransform: "none" });
  const { k, estimate, lower, upper, pValue, tau2 } = figures;
  return { k, estimate, lower, upper, pValue, tau2 };
}
