import { type Language, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import type { StudyAnalysis } from "./analyseStudy.ts";

/** A figure of the literature about one component of a theory. */
export interface ReportedCorrelation {
  readonly component: string;
  readonly label: string;
  readonly r: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number | null;
  readonly source: string;
}

/**
 * A study's own correlations with its main outcome beside reported ones, grouped by the theory component that the
 * scale measures. Only the very same component counts; nothing is pooled.
 * @returns rows for a forest plot: `group` is the component, `source` tells the study from the literature
 */
export function placeInLiterature(
  analysis: StudyAnalysis,
  reported: readonly ReportedCorrelation[],
  language: Language,
): Row[] {
  return reported.flatMap(({ component, label, source, ...figures }) => {
    const own = ownRows(analysis, component, language);
    const { r, lower, upper, n } = figures;
    return own.length === 0
      ? []
      : [...own, { term: source, r, estimate: r, lower, upper, n, source }].map((row) => ({ ...row, group: label }));
  });
}

function ownRows(analysis: StudyAnalysis, component: string, language: Language): Row[] {
  const wholes = analysis.correlations.filter(({ group }) => group === null);
  const pairs = wholes.flatMap(({ result }) => result.pairs);
  return pairs
    .filter(({ x, y, level }) => level === "total" && y === analysis.mainOutcome && analysis.measures[x] === component)
    .map(({ x, r, lower, upper, n }) => ({
      term: analysis.labels[x]![language],
      r,
      estimate: r,
      lower,
      upper,
      n,
      source: word("your-study", language),
    }));
}
