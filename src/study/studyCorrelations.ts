import type { Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { type PearsonCorrelation, pearsonCorrelation } from "../inference/pearsonCorrelation.ts";
import { attempt } from "./attempt.ts";
import { type ScoredStudy, valuesFor } from "./scoreStudy.ts";
import type { StudyCorrelations } from "./studyAnalysis.ts";
import { groupLabels } from "./studySummaries.ts";
import { dataOfAnalysis } from "./studyVariables.ts";

interface Part {
  /** The group, or null for all rows. */
  readonly level: string | null;
  readonly label: Text | null;
}

/** The correlations of one analysis: over all rows, and within every group where the analysis asks for it. */
export function correlationsOf(scored: ScoredStudy, name: string, skipped: Note[]): StudyCorrelations[] {
  const analysis = scored.study.analyses[name]!;
  const data = dataOfAnalysis(scored.study, analysis);
  if (data === undefined) return [];
  const { predictors, outcomes, label = { nl: name, en: name } } = analysis;
  return partsOf(scored, name, data).flatMap((part) => {
    const what = part.level === null ? name : `${name}, ${part.level}`;
    const found = attempt(what, skipped, () => correlate(scored, name, data, rowsOf(scored, data, part)));
    return found.map((result) => ({ name, label, data, group: part.label, predictors, outcomes, result }));
  });
}

function partsOf({ study, data }: ScoredStudy, name: string, dataName: string): Part[] {
  const whole = { level: null, label: null };
  const groups = data[dataName]!.groups;
  if (!study.analyses[name]!.byGroup || !groups) return [whole];
  const labels = Object.entries(groupLabels(study, dataName, groups));
  return [whole, ...labels.map(([level, label]) => ({ level, label }))];
}

function rowsOf({ data }: ScoredStudy, name: string, { level }: Part): number[] {
  const { rows, groups } = data[name]!;
  return Array.from({ length: rows }, (_, row) => row).filter((row) => level === null || groups![row] === level);
}

function correlate(scored: ScoredStudy, name: string, data: string, rows: readonly number[]): PearsonCorrelation {
  const { predictors, outcomes, adjust } = scored.study.analyses[name]!;
  const { clusters } = scored.data[data]!;
  const columns = (names: readonly string[]) =>
    Object.fromEntries(
      names.map((one) => {
        const values = valuesFor(scored, data, one)!;
        return [one, rows.map((row) => values[row]!)];
      }),
    );
  const cluster = clusters ? { cluster: rows.map((row) => clusters[row]!) } : {};
  return pearsonCorrelation({ variables: columns(predictors), with: columns(outcomes), ...cluster }, { adjust });
}
