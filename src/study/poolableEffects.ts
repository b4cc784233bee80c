import { effectSizes } from "../effects/effectSizes.ts";
import { correlationFromZ } from "../effects/fisherZ.ts";
import { refuse } from "../foundation/errors.ts";
import type { Note } from "../foundation/result.ts";
import { toUnits } from "../meta/toUnits.ts";
import type { Table } from "../table/table.ts";
import type { CodedEffects } from "./codedSheet.ts";

/** What counts as one when a sheet is pooled, and how effects of one sample are supposed to correlate. */
export interface SheetUnits {
  readonly unit?: "effect" | "sample" | "study";
  readonly rho?: number;
}

/** Effects of a sheet as Fisher's z, ready to be pooled. */
export interface Poolable {
  readonly columns: { readonly estimate: number[]; readonly samplingVariance: number[] };
  readonly study: string[];
  readonly sample: (string | null)[] | null;
  readonly r: number[];
  readonly n: number[];
  /** The row of the table each came from (of several the first), counting from 0. */
  readonly rows: number[];
}

/**
 * The effects that have both r and n; a row without a study is one of its own.
 * @throws data/too-few, with the file, where there are none
 */
export function poolable({ r, n, study, sample, rows }: CodedEffects, { source }: Table): Poolable {
  if (!r.some((value, i) => !Number.isNaN(value + n[i]!)))
    refuse("data/too-few", { needed: 1, unit: "effects", found: 0 }, { source });
  const names = study.map((name, i) => name ?? `row ${rows[i]! + 1}`);
  const { effects } = effectSizes({ r, n, study: names });
  return {
    columns: {
      estimate: effects.map(({ estimate }) => estimate),
      samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
    },
    study: effects.map((effect) => effect.study),
    sample: sample && effects.map(({ row }) => sample[row - 1]!),
    r: effects.map((effect) => effect.r),
    n: effects.map((effect) => effect.n),
    rows: effects.map(({ row }) => rows[row - 1]!),
  };
}

/** Effects by unit, and the level of each unit where levels are given. */
export interface UnitEffects {
  readonly data: Poolable;
  readonly levels: (string | null)[];
  readonly notes: readonly Note[];
}

/**
 * The effects averaged within units: z by the simple mean, its variance from the supposed correlation, and r as the
 * correlation of that z. With levels within units and levels, the shifting unit of analysis.
 * @param levels the level of every effect
 * @throws units/no-sample
 */
export function inUnits(data: Poolable, { unit = "effect", rho }: SheetUnits, levels?: (string | null)[]): UnitEffects {
  if (unit === "effect") return { data, levels: levels ?? [], notes: [] };
  const { units, notes } = toUnits(
    {
      ...data.columns,
      ...{ study: data.study, n: data.n },
      ...(data.sample ? { sample: data.sample } : {}),
      ...(levels ? { subgroup: levels } : {}),
    },
    { unit, ...(rho === undefined ? {} : { rho }) },
  );
  return {
    data: {
      columns: {
        estimate: units.map(({ estimate }) => estimate),
        samplingVariance: units.map(({ samplingVariance }) => samplingVariance),
      },
      study: units.map(({ study }) => study),
      sample: data.sample && units.map(({ sample }) => sample),
      r: units.map(({ estimate }) => correlationFromZ(estimate)),
      n: units.map(({ n }) => n!),
      rows: units.map(({ rows }) => data.rows[rows[0]! - 1]!),
    },
    levels: units.map(({ group }) => group),
    notes,
  };
}
