import type { Text } from "../foundation/phrases.ts";
import { contradictionText, literature } from "./literature.ts";
import { literatureData } from "./literatureData.ts";

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

/**
 * The mean correlations of meta-analyses that a study can be set beside, each with its components: those whose measure
 * is r and which their file calls comparable. No source gives their standard error, tau2 or prediction interval.
 * @example publishedFigures()[0].r // 0.39
 */
export function publishedFigures(): readonly PublishedFigure[] {
  const unknown = { se: null, tau2: null, predictionLower: null, predictionUpper: null };
  return literature({ measure: "r" })
    .filter(({ kindOfStudy, poolable, r, components }) => {
      return kindOfStudy === "metaAnalysis" && poolable && r !== null && components.length > 0;
    })
    .map(({ id, components, subject, outcome, r, ci, k, n, source: { name, citation } }) => {
      const [lower, upper] = ci ?? [null, null];
      return { id, components, subject, outcome: outcome.label, r, lower, upper, ...unknown, k, n, name, citation };
    });
}

/** What sources contradict each other about, on one component: both sides, and how it is read here. */
export function publishedContradictions(component: string): readonly PublishedContradiction[] {
  return literatureData()
    .contradictions.filter(({ components }) => components.includes(component))
    .map((one) => ({ id: one.id, text: { nl: contradictionText(one, "nl"), en: contradictionText(one, "en") } }));
}
