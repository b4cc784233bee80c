import type { RegroupedScale } from "./regroupStudy.ts";
import type { StudyFile } from "./studyFile.ts";
import { variableOf } from "./studyVariables.ts";

type Analyses = StudyFile["analyses"];

/**
 * The analyses of a study with its regrouped scales in place of what they were made of. Predictors that fall under no
 * component are left out; outcomes that do not stay as they are. An analysis without a regrouped predictor is dropped.
 */
export function regroupedAnalyses(
  study: StudyFile,
  scales: readonly RegroupedScale[],
): { readonly analyses: Analyses; readonly dropped: readonly string[] } {
  const newName = new Map(scales.flatMap(({ name, from }) => from.map((old) => [old, name] as const)));
  const kept: [string, Analyses[string]][] = [];
  const dropped: string[] = [];
  for (const [name, analysis] of Object.entries(study.analyses)) {
    const outcomes = once(analysis.outcomes.map((old) => newName.get(old) ?? old));
    const predictors = once(analysis.predictors.flatMap((old) => newName.get(old) ?? background(study, old)));
    const left = predictors.filter((predictor) => !outcomes.includes(predictor));
    const some = left.some((predictor) => scales.some((scale) => scale.name === predictor));
    if (some) kept.push([name, { ...analysis, predictors: left, outcomes }]);
    else dropped.push(name);
  }
  return { analyses: Object.fromEntries(kept), dropped };
}

/** Outcomes among the predictors, such as a background variable, belong to no theory and stay. */
function background(study: StudyFile, name: string): string[] {
  return variableOf(study, name)?.kind === "outcome" ? [name] : [];
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)];
}
