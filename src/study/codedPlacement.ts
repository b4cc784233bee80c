import { effectSizes } from "../effects/effectSizes.ts";
import { meant } from "../foundation/closest.ts";
import { refuse, refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import type { Mappings } from "../frameworks/link.ts";
import { type RandomEffects, randomEffects } from "../meta/randomEffects.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { checkSheet } from "./checkSheet.ts";
import { type CodedEffects, codedEffects } from "./codedSheet.ts";
import { matchOf } from "./componentMatch.ts";
import type { SheetPooling } from "./poolSheet.ts";
import type { SheetColumns } from "./sheetFormat.ts";
import type { StudyEffect } from "./studyEffects.ts";

/** A user's own coded studies, and how to pool them. */
export interface CodedStudies {
  readonly sheet: SheetColumns;
  readonly table: Table;
  /** Only the effects on this outcome of the sheet. */
  readonly outcome?: string;
  readonly pooling?: Pick<SheetPooling, "method" | "test" | "prediction" | "confidenceLevel">;
}

/** What a pooled correlation is: k effects, on the scale of r. */
export interface PooledCorrelation {
  readonly k: number;
  readonly r: number;
  readonly lower: number;
  readonly upper: number;
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
  readonly tau2: number | null;
  readonly I2: number | null;
  readonly notes: readonly Note[];
}

/** The coded correlations about one component, pooled without and with the study's own as observed, not corrected. */
export interface CodedPlacement {
  /** What the correlations have in common; null where the sheet names no components and all its rows were taken. */
  readonly component: string | null;
  readonly studies: number;
  /** Whether a coded study bears the name of this one: then it may count twice. */
  readonly sameName: boolean;
  readonly before: PooledCorrelation;
  readonly after: PooledCorrelation;
}

/** A coded sheet, read once: the rows that have an effect. */
export interface ReadStudies {
  readonly components: readonly (string | null)[] | null;
  readonly study: readonly string[];
  readonly estimate: readonly number[];
  readonly samplingVariance: readonly number[];
  readonly notes: readonly Note[];
}

/**
 * The effects of a coded sheet as Fisher's z.
 * @throws all problems of checkSheet; option/unknown-outcome
 */
export function readCodedStudies({ sheet, table, outcome }: CodedStudies): ReadStudies {
  const { problems, notes } = checkSheet(sheet, table);
  refuseAll(problems);
  const outcomes = sheet.outcome === undefined ? [] : categoriesOf(table, sheet.outcome);
  const known = [...new Set(outcomes)].filter((one) => one !== null);
  if (outcome !== undefined && !known.includes(outcome)) {
    refuse("option/unknown-outcome", { name: outcome, known: known.join(", ") || "-", ...meant(outcome, known) });
  }
  const coded = codedEffects(sheet, table, (row) => outcome === undefined || outcomes[row] === outcome);
  const mixed = outcome === undefined && known.length > 1;
  const { effects } = effectSizes({ r: coded.r, n: coded.n, study: namesOf(coded) });
  return {
    components: coded.component === null ? null : effects.map(({ row }) => coded.component![row - 1] ?? null),
    study: effects.map((effect) => effect.study),
    estimate: effects.map((effect) => effect.estimate),
    samplingVariance: effects.map((effect) => effect.samplingVariance),
    notes: [...notes, ...coded.notes, ...notesWhen([mixed, "place/coded-outcomes", { names: known.join(", ") }])],
  };
}

function namesOf({ study, rows }: CodedEffects): string[] {
  return study.map((name, i) => name ?? `row ${rows[i]! + 1}`);
}

/**
 * The coded effects on what a study measured, pooled without and with the study: once for its own component, and once
 * for every component of the sheet under which that falls. A coded effect counts when its component is the same or
 * falls under it through the crosswalk; in a sheet without components all do.
 * @returns empty when no coded effect is about it; a set of effects that comes about twice stands once
 */
export function placeAmongCoded(
  effect: StudyEffect,
  coded: ReadStudies,
  { mappings, pooling = {} }: { readonly mappings: Mappings; readonly pooling?: CodedStudies["pooling"] },
): CodedPlacement[] {
  const all = coded.study.map((_, i) => i);
  const sets =
    coded.components === null ? [{ component: null, rows: all }] : setsOf(effect, coded.components, mappings);
  return sets
    .filter(({ rows }, i) => rows.length > 0 && sets.findIndex((one) => String(one.rows) === String(rows)) === i)
    .map(({ component, rows }) => ({ component, ...withAndWithout(effect, coded, rows, pooling) }));
}

/** The rows under the study's component, and under every coded one that contains it. */
function setsOf({ components: own }: StudyEffect, components: readonly (string | null)[], mappings: Mappings) {
  const named = [...new Set(components)].filter((id) => id !== null);
  const wholes = [...(own.length === 1 ? own : []), ...named.filter((id) => matchOf(own, id, mappings) !== null)];
  return [...new Set(wholes)].map((whole) => {
    const under = new Set(named.filter((id) => matchOf([id], whole, mappings) !== null));
    return { component: whole, rows: components.flatMap((id, i) => (id !== null && under.has(id) ? [i] : [])) };
  });
}

function withAndWithout(
  effect: StudyEffect,
  coded: ReadStudies,
  rows: readonly number[],
  pooling: CodedStudies["pooling"],
): Omit<CodedPlacement, "component"> {
  const pick = <T>(values: readonly T[]) => rows.map((row) => values[row]!);
  const [study, estimate, variance] = [pick(coded.study), pick(coded.estimate), pick(coded.samplingVariance)] as const;
  const settings = { ...pooling, backTransform: "fisherZ" } as const;
  const name = effect.study ?? effect.effect;
  const after = {
    study: [...study, freeName(name, study)],
    estimate: [...estimate, effect.estimate],
    samplingVariance: [...variance, effect.samplingVariance],
  };
  return {
    studies: new Set(study).size,
    sameName: study.includes(name),
    before: pooledOf(randomEffects({ study, estimate, samplingVariance: variance }, settings)),
    after: pooledOf(randomEffects(after, settings)),
  };
}

/** A coded study of the same name is another study. */
function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}*`, taken) : name;
}

function pooledOf({ k, transformed, tau2, I2, notes }: RandomEffects): PooledCorrelation {
  const { estimate: r, ...limits } = transformed!;
  return { k, r, ...limits, tau2, I2, notes };
}
