import { z } from "zod";
import { rFromD } from "../effects/correlationToD.ts";
import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import { described, type Given, type Resolved, resolve } from "../foundation/options.ts";
import type { Text } from "../foundation/phrases.ts";
import { knownComponent, liesWithin } from "./components.ts";
import { framework } from "./frameworks.ts";
import { type Contradiction, literatureData, MEASURES, type PublishedEffect, SECTORS } from "./literatureData.ts";
import { mapComponent } from "./mapComponent.ts";

/** What to look for; everything that is left out counts as no matter. */
export const literatureQuery = z.strictObject({
  component: described(z.string().nullable().default(null), {
    en: "about this component of a theory, or a part of it: fan_chen.expectations",
    nl: "over dit onderdeel van een theorie, of een deel ervan: fan_chen.expectations",
  }),
  framework: described(z.string().nullable().default(null), {
    en: "about any component of this theory",
    nl: "over een onderdeel van deze theorie",
  }),
  outcome: described(z.string().nullable().default(null), { en: "on this outcome", nl: "op deze uitkomst" }),
  age: described(z.number().min(0).max(30).nullable().default(null), {
    en: "about children of this age, where it is known",
    nl: "over kinderen van deze leeftijd, waar die bekend is",
  }),
  sector: described(z.enum(SECTORS).nullable().default(null), { en: "this kind of school", nl: "dit soort school" }),
  measure: described(z.enum(MEASURES).nullable().default(null), { en: "this measure", nl: "deze maat" }),
  mappings: described(z.enum(["none", "stated", "all"]).default("none"), {
    en: "also what falls under it by links between theories: those a source states, or also inferred ones",
    nl: "ook wat eronder valt door verbanden tussen theorieën: vermelde, of ook afgeleide",
  }),
});

export type LiteratureQuery = Given<typeof literatureQuery>;
type Query = Resolved<typeof literatureQuery>;

/** A published figure with its source, as far as it is known: null is not known. */
export interface LiteratureRow extends Omit<PublishedEffect, "outcome" | "source"> {
  readonly outcome: { readonly id: string; readonly label: Text };
  /** On the scale of r: as published, or made from d; null for other measures. */
  readonly r: number | null;
  /** How r was made, where it was not published: from d of two groups taken as equally large. */
  readonly conversion: "r = d / √(d² + 4)" | null;
  readonly source: { readonly id: string; readonly name: Text; readonly citation: string };
  readonly year: number;
  readonly place: string | null;
  readonly kindOfStudy: "metaAnalysis" | "overview" | "experiments" | "cohort" | "survey";
  /** How it came to be found under what was asked for; null when nothing was asked for. */
  readonly match: "own" | "stated" | "inferred" | null;
}

/**
 * The published figures on parental involvement that are known here: only what was checked, with where it stands.
 * @param query component or theory (also through the crosswalk), outcome, age, sector, measure; everything when left out
 * @returns in the order of the sources; r from d as d / root(d^2 + 4), said in `conversion`
 * @throws framework/unknown, framework/unknown-component, option/invalid with what was probably meant or what is known
 * @example literature({ component: "fan_chen.supervision" })[0].r // 0.13
 */
export function literature(query: LiteratureQuery = {}): LiteratureRow[] {
  const asked = resolve(literatureQuery, query);
  const { effects, outcomes } = literatureData();
  if (asked.outcome !== null && !Object.hasOwn(outcomes, asked.outcome)) {
    const known = Object.keys(outcomes);
    refuse("option/invalid", { option: "outcome", expected: known.join(" | "), ...meant(asked.outcome, known) });
  }
  const target = asked.component === null ? null : knownComponent(asked.component).id;
  const theory = asked.framework === null ? null : framework(asked.framework).id;
  return effects
    .filter((effect) => fits(effect, asked))
    .flatMap((effect) => {
      const match = target === null && theory === null ? null : matchOf(effect, { target, theory }, asked.mappings);
      return match === undefined ? [] : [rowOf(effect, match)];
    });
}

function fits({ outcome, age, sector, measure }: PublishedEffect, asked: Query): boolean {
  return (
    (asked.outcome === null || asked.outcome === outcome) &&
    (asked.measure === null || asked.measure === measure) &&
    (asked.sector === null || sector.includes(asked.sector)) &&
    (asked.age === null || (age !== null && age[0] <= asked.age && asked.age <= age[1]))
  );
}

interface Place {
  readonly target: string | null;
  readonly theory: string | null;
}

const SUREST = ["own", "stated", "inferred"] as const;

/** The surest way from any of an effect's components to what was asked for; undefined when there is none. */
function matchOf({ components }: PublishedEffect, { target, theory }: Place, mappings: Query["mappings"]) {
  const under = (id: string) => (target === null || id === target || liesWithin(id, target)) && (theory === null || knownComponent(id).framework === theory); // biome-ignore format: one rule
  const goal = theory ?? knownComponent(target!).framework;
  const found = components.flatMap((id) => {
    const own = knownComponent(id);
    if (under(own.id)) return ["own" as const];
    if (mappings === "none" || own.framework === goal) return [];
    const { outcome, target: mapped } = mapComponent(id, goal, { mappings });
    return mapped !== null && under(mapped) && (outcome === "stated" || outcome === "inferred") ? [outcome] : [];
  });
  return SUREST.find((one) => found.includes(one));
}

function rowOf(effect: PublishedEffect, match: LiteratureRow["match"]): LiteratureRow {
  const { sources, outcomes } = literatureData();
  const { name, citation, year, place, kindOfStudy } = sources.get(effect.source)!;
  const { measure, value } = effect;
  const converted = measure === "d" && value !== null;
  const published = measure === "r" ? value : null;
  return {
    ...effect,
    outcome: { id: effect.outcome, label: outcomes[effect.outcome]! },
    r: converted ? rFromD(value) : published,
    conversion: converted ? "r = d / √(d² + 4)" : null,
    source: { id: effect.source, name, citation },
    ...{ year, place, kindOfStudy, match },
  };
}

/**
 * Where sources contradict each other about figures: contradictions that are about one of their components, or that name
 * one of them.
 * @param rows as literature gives them
 * @example contradictionsAmong(literature({ component: "fan_chen.participation" })).length // 0
 */
export function contradictionsAmong(rows: readonly LiteratureRow[]): readonly Contradiction[] {
  const ids = new Set(rows.map(({ id }) => id));
  const about = new Set(rows.flatMap(({ components }) => components.map((one) => knownComponent(one).id)));
  return literatureData().contradictions.filter(
    ({ components, sides }) =>
      components.some((one) => about.has(knownComponent(one).id)) ||
      sides.some(({ effects }) => effects.some((id) => ids.has(id))),
  );
}

/** Both sides of a contradiction and how it is read here, as one text in a language. */
export function contradictionText({ topic, sides, reading }: Contradiction, language: "nl" | "en"): string {
  const said = sides.map(({ source, says }) => `${source}: ${says[language]}`);
  return [topic[language], ...said, ...(reading ? [reading[language]] : [])].join(" ");
}
