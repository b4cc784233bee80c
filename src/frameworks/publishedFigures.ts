import contradictionsFile from "../../data/literature/contradictions.json" with { type: "json" };
import effectsFile from "../../data/literature/effects.json" with { type: "json" };
import sourcesFile from "../../data/literature/sources.json" with { type: "json" };
import type { Text } from "../foundation/phrases.ts";

/** A published mean correlation about components of a theory, as far as it is known: null is not known. */
export interface PublishedFigure {
  readonly id: string;
  readonly components: readonly string[];
  /** What it is about, in the words of the source's own division. */
  readonly subject: Text;
  readonly outcome: Text | null;
  readonly r: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Standard error of r, and tau2 on the scale of r. */
  readonly se: number | null;
  readonly tau2: number | null;
  readonly predictionLower: number | null;
  readonly predictionUpper: number | null;
  readonly k: number | null;
  readonly n: number | null;
  /** Who says so, short enough for a line of a chart. */
  readonly name: Text;
  readonly citation: string;
}

/** Where sources contradict each other about a component. */
export interface PublishedContradiction {
  readonly id: string;
  readonly text: Text;
}

type Effect = (typeof effectsFile.effects)[number];
type Contradiction = (typeof contradictionsFile.contradictions)[number];

/**
 * The mean correlations of meta-analyses that a study can be set beside, each with its components: those whose measure
 * is r and which their file calls comparable. No source gives their standard error, tau2 or prediction interval.
 * @example publishedFigures()[0].r // 0.39
 */
export function publishedFigures(): readonly PublishedFigure[] {
  return effectsFile.effects.flatMap((effect) => {
    const source = sourcesFile.sources.find(({ id }) => id === effect.source);
    const pooled = source?.kindOfStudy === "metaAnalysis";
    const usable = effect.measure === "r" && effect.poolable && effect.value !== null && effect.components.length > 0;
    return source && pooled && usable ? [figureOf(effect, source)] : [];
  });
}

function figureOf(effect: Effect, { name, citation }: { readonly name: Text; readonly citation: string }) {
  const { id, components, subject, outcome, value, ci, k, n } = effect;
  const outcomes: Readonly<Record<string, Text>> = effectsFile.outcomes;
  const [lower = null, upper = null]: readonly (number | null)[] = ci ?? [];
  const unknown = { se: null, tau2: null, predictionLower: null, predictionUpper: null };
  return {
    id,
    components,
    subject,
    outcome: outcomes[outcome] ?? null,
    r: value,
    lower,
    upper,
    ...unknown,
    k,
    n,
    name,
    citation,
  };
}

/** What sources contradict each other about, on one component: both sides, and how it is read here. */
export function publishedContradictions(component: string): readonly PublishedContradiction[] {
  return contradictionsFile.contradictions
    .filter(({ components }) => (components as readonly string[]).includes(component))
    .map((one) => ({ id: one.id, text: { nl: textOf(one, "nl"), en: textOf(one, "en") } }));
}

function textOf({ topic, sides, reading }: Contradiction, language: "nl" | "en"): string {
  const said = sides.map(({ source, says }) => `${source}: ${says[language]}`);
  return [topic[language], ...said, ...(reading ? [reading[language]] : [])].join(" ");
}
