import type { Text } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import { describe } from "../inference/describe.ts";
import { cronbachAlpha } from "../questionnaire/cronbachAlpha.ts";
import { intraclassCorrelation } from "../questionnaire/intraclassCorrelation.ts";
import { attempt } from "./attempt.ts";
import type { ScoredData, ScoredStudy } from "./scoreStudy.ts";
import type { StudyAnalysis, StudyClustering, StudyDescriptives, StudySample } from "./studyAnalysis.ts";
import type { StudyFile } from "./studyFile.ts";

/** Every data set with its number of rows, clusters and groups. */
export function samplesOf({ study, data }: ScoredStudy): StudySample[] {
  return Object.values(data).map(({ name, rows, clusters, groups }) => ({
    data: name,
    label: study.data[name]!.label ?? { nl: name, en: name },
    role: study.data[name]!.role,
    rows,
    clusters: clusters ? levelsOf(clusters).length : null,
    groups: groups ? groupCounts(study, name, groups) : null,
    groupedBy: groupingOf(study, name),
  }));
}

function groupCounts(study: StudyFile, data: string, groups: readonly (string | null)[]): StudySample["groups"] {
  const count = (level: string) => groups.filter((one) => one === level).length;
  const labels = Object.entries(groupLabels(study, data, groups));
  return Object.fromEntries(labels.map(([level, label]) => [level, { label, rows: count(level) }]));
}

function groupingOf({ groups }: StudyFile, data: string): Text | null {
  const group = groups[data];
  return group ? (group.label ?? { nl: group.column, en: group.column }) : null;
}

/** The groups of a data set with their labels, in order. */
export function groupLabels(study: StudyFile, data: string, groups: readonly (string | null)[]): Record<string, Text> {
  const labels = study.groups[data]?.labels ?? {};
  return Object.fromEntries(levelsOf(groups).map((level) => [level, labels[level] ?? { nl: level, en: level }]));
}

function levelsOf(labels: readonly (string | null)[]): string[] {
  return [...new Set(labels)].filter((level) => level !== null).sort();
}

/** Alpha of every scale with at least two items, on the items as scored. */
export function reliabilityOf({ study, data }: ScoredStudy, skipped: Note[]): StudyAnalysis["reliability"] {
  return Object.entries(study.scales).flatMap(([scale, { items }]) => {
    const owner = Object.values(data).find((one) => one.items[items[0]!] !== undefined);
    if (!owner || items.length < 2) return [];
    const columns = Object.fromEntries(items.map((item) => [item, owner.items[item]!]));
    return attempt(scale, skipped, () => {
      const result = cronbachAlpha({ items: columns });
      return { scale, result: { ...result, notes: result.notes.map((note) => asKeyed(study, note)) } };
    });
  });
}

/** An item that runs against its scale after it was turned over is told in other words. */
function asKeyed(study: StudyFile, note: Note): Note {
  const reversed = study.items[String(note.values.item)]?.reversed;
  return note.code === "item/negative" && reversed ? { ...note, code: "item/negative-reversed" } : note;
}

/** Scales and outcomes of every data set: over all rows, and group by group where groups are declared. */
export function descriptivesOf({ data }: ScoredStudy, skipped: Note[]): StudyDescriptives[] {
  return Object.values(data).flatMap(({ name, scales, outcomes, groups }) => {
    const variables = { ...scales, ...outcomes };
    if (Object.keys(variables).length === 0) return [];
    const whole = attempt(name, skipped, () => describe({ variables }));
    const parts = groups ? attempt(name, skipped, () => describe({ variables, group: groups })) : [];
    return [
      ...whole.map((result) => ({ data: name, byGroup: false, result })),
      ...parts.map((result) => ({ data: name, byGroup: true, result })),
    ];
  });
}

/** The share of every scale and outcome that lies between clusters, where clusters are declared. */
export function clusteringOf({ data }: ScoredStudy, skipped: Note[]): StudyClustering[] {
  return Object.values(data).flatMap((one) =>
    Object.entries({ ...one.scales, ...one.outcomes }).flatMap(([variable, values]) =>
      clusterShare(one, variable, values, skipped),
    ),
  );
}

function clusterShare(
  { name, clusters }: ScoredData,
  variable: string,
  values: Float64Array,
  skipped: Note[],
): StudyClustering[] {
  if (!clusters) return [];
  const found = attempt(variable, skipped, () => intraclassCorrelation({ values, cluster: clusters }));
  return found.map((result) => ({ variable, data: name, result }));
}
