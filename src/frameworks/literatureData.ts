import { z } from "zod";
import contradictionsData from "../../data/literature/contradictions.json" with { type: "json" };
import effectsData from "../../data/literature/effects.json" with { type: "json" };
import sourcesData from "../../data/literature/sources.json" with { type: "json" };
import { bothLanguages } from "./framework.ts";

export const SECTORS = ["preschool", "primary", "secondary"] as const;
export const MEASURES = ["r", "d", "beta", "adjusted r", "direction"] as const;

const ends = z.tuple([z.number(), z.number()]).refine(([low, high]) => low <= high);
const count = z.int().positive().nullable();

const provenance = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("document"), document: z.string(), locate: z.string() }),
  z.strictObject({ kind: z.literal("page"), address: z.string().nullable() }),
  z.strictObject({ kind: z.literal("secondary") }),
  z.strictObject({ kind: z.literal("computed"), how: bothLanguages }),
]);

const effect = z.strictObject({
  id: z.string(),
  source: z.string(),
  subject: bothLanguages,
  components: z.array(z.string()),
  outcome: z.string(),
  measure: z.enum(MEASURES),
  value: z.number().nullable(),
  ci: ends.nullable(),
  range: ends.nullable(),
  direction: bothLanguages.nullable(),
  k: count,
  n: count,
  effects: count,
  population: bothLanguages.nullable(),
  age: ends.nullable(),
  sector: z.array(z.enum(SECTORS)),
  poolable: z.boolean().meta({ description: "A mean of correlations that may stand beside another." }),
  certainty: z.enum(["high", "fairlyHigh", "medium", "asListed"]),
  provenance: z.array(provenance).min(1),
  notes: z.array(bothLanguages),
});

const source = z.strictObject({
  id: z.string(),
  name: bothLanguages,
  citation: z.string().min(1),
  year: z.int(),
  kindOfStudy: z.enum(["metaAnalysis", "overview", "experiments", "cohort", "survey"]),
  place: z.string().nullable(),
});

const contradiction = z.strictObject({
  id: z.string(),
  topic: bothLanguages,
  sides: z.array(z.strictObject({ source: z.string(), says: bothLanguages, effects: z.array(z.string()) })).min(2),
  reading: bothLanguages.nullable(),
  components: z.array(z.string()),
  outcomes: z.array(z.string()),
});

export const effectsFile = z.strictObject({
  about: bothLanguages,
  outcomes: z.record(z.string(), bothLanguages),
  effects: z.array(effect),
});
export const sourcesFile = z.strictObject({ about: bothLanguages, sources: z.array(source) });
export const contradictionsFile = z.strictObject({ about: bothLanguages, contradictions: z.array(contradiction) });

export type PublishedEffect = z.output<typeof effect>;
export type PublishedSource = z.output<typeof source>;
export type Contradiction = z.output<typeof contradiction>;

/** The literature as it lies in data/literature, checked once. */
export interface LiteratureData {
  readonly outcomes: z.output<typeof effectsFile>["outcomes"];
  readonly effects: readonly PublishedEffect[];
  readonly sources: ReadonlyMap<string, PublishedSource>;
  readonly contradictions: readonly Contradiction[];
}

let read: LiteratureData | undefined;

/** Everything in data/literature. */
export function literatureData(): LiteratureData {
  if (read === undefined) {
    const { outcomes, effects } = effectsFile.parse(effectsData);
    const { sources } = sourcesFile.parse(sourcesData);
    const { contradictions } = contradictionsFile.parse(contradictionsData);
    read = { outcomes, effects, sources: new Map(sources.map((one) => [one.id, one])), contradictions };
  }
  return read;
}
