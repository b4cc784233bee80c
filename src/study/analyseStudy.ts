import type { Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { type PearsonCorrelation, pearsonCorrelation } from "../inference/pearsonCorrelation.ts";
import { type CronbachAlpha, cronbachAlpha } from "../questionnaire/cronbachAlpha.ts";
import type { Table } from "../table/table.ts";
import { type ScoredStudy, scoreStudy, valuesFor } from "./scoreStudy.ts";
import type { StudyFile } from "./studyFile.ts";
import { dataOfAnalysis, mainOutcome, studyVariables } from "./studyVariables.ts";

/** The correlations of one analysis, over all rows or within one group of them. */
export interface StudyCorrelations {
  readonly name: string;
  readonly label: Text;
  /** The group it is about; null for all rows. */
  readonly group: Text | null;
  readonly predictors: readonly string[];
  readonly outcomes: readonly string[];
  readonly result: PearsonCorrelation;
}

/** What came out of a study: plain JSON, not yet made safe to show. */
export interface StudyAnalysis {
  readonly title: Text;
  readonly synthetic: boolean;
  readonly disclosure: StudyFile["disclosure"];
  readonly labels: Readonly<Record<string, Text>>;
  /** The theory component that each scale measures, where the file names one. */
  readonly measures: Readonly<Record<string, string>>;
  readonly mainOutcome: string | null;
  readonly reliability: readonly { readonly scale: string; readonly result: CronbachAlpha }[];
  readonly correlations: readonly StudyCorrelations[];
  readonly notes: readonly Note[];
}

/**
 * A whole study: every scale's reliability, and the correlations its analyses ask for; where clusters are declared in
 * total, within and between them.
 * @param study as parseStudyFile gives it
 * @param tables the data sets by name, as read
 * @throws all problems of checkStudy at once
 */
export function analyseStudy(study: StudyFile, tables: Readonly<Record<string, Table>>): StudyAnalysis {
  const scored = scoreStudy(study, tables);
  const variables = studyVariables(study);
  return {
    title: study.title,
    synthetic: study.synthetic,
    disclosure: study.disclosure,
    labels: Object.fromEntries(variables.map(({ name, label }) => [name, label])),
    measures: Object.fromEntries(variables.flatMap(({ name, measures }) => (measures ? [[name, measures]] : []))),
    mainOutcome: mainOutcome(study) ?? null,
    reliability: reliabilityOf(scored),
    correlations: Object.keys(study.analyses).flatMap((name) => correlationsOf(scored, name)),
    notes: scored.notes,
  };
}

/** Alpha of every scale with at least two items, on the items as scored. */
function reliabilityOf({ study, data }: ScoredStudy): StudyAnalysis["reliability"] {
  return Object.entries(study.scales).flatMap(([scale, { items }]) => {
    const owner = Object.values(data).find((one) => one.items[items[0]!] !== undefined);
    if (!owner || items.length < 2) return [];
    const columns = Object.fromEntries(items.map((item) => [item, owner.items[item]!]));
    return [{ scale, result: cronbachAlpha({ items: columns }) }];
  });
}

function correlationsOf(scored: ScoredStudy, name: string): StudyCorrelations[] {
  const analysis = scored.study.analyses[name]!;
  const data = dataOfAnalysis(scored.study, analysis);
  if (data === undefined) return [];
  const whole = {
    name,
    label: analysis.label ?? { nl: name, en: name },
    predictors: analysis.predictors,
    outcomes: analysis.outcomes,
  };
  const all = { ...whole, group: null, result: correlate(scored, name, data, () => true) };
  return [
    all,
    ...groupsOf(scored, name, data).map(({ level, label }) => {
      const groups = scored.data[data]!.groups!;
      return { ...whole, group: label, result: correlate(scored, name, data, (row) => groups[row] === level) };
    }),
  ];
}

/** The groups an analysis is repeated in, with their labels. */
function groupsOf({ study, data }: ScoredStudy, name: string, dataName: string): { level: string; label: Text }[] {
  const groups = data[dataName]!.groups;
  if (!study.analyses[name]!.byGroup || !groups) return [];
  const levels = [...new Set(groups)].filter((level) => level !== null).sort();
  const labels = study.groups[dataName]?.labels ?? {};
  return levels.map((level) => ({ level, label: labels[level] ?? { nl: level, en: level } }));
}

function correlate(
  scored: ScoredStudy,
  name: string,
  data: string,
  keep: (row: number) => boolean,
): PearsonCorrelation {
  const { predictors, outcomes, adjust } = scored.study.analyses[name]!;
  const { rows, clusters } = scored.data[data]!;
  const kept = Array.from({ length: rows }, (_, row) => row).filter(keep);
  const columns = (names: readonly string[]) =>
    Object.fromEntries(
      names.map((one) => {
        const values = valuesFor(scored, data, one)!;
        return [one, kept.map((row) => values[row]!)];
      }),
    );
  const cluster = clusters ? { cluster: kept.map((row) => clusters[row]!) } : {};
  return pearsonCorrelation({ variables: columns(predictors), with: columns(outcomes), ...cluster }, { adjust });
}
