import { columnRule } from "./columnValues.ts";
import type { StudyFile } from "./studyFile.ts";
import { splitReference } from "./studyVariables.ts";

/** A column of a data set that a study names. */
export interface UsedColumn {
  readonly data: string;
  readonly column: string;
}

/** Every column a study names, each once. */
export function usedColumns(study: StudyFile): UsedColumn[] {
  const all = [
    ...Object.entries(study.data).flatMap(([data, { id }]) => (id === undefined ? [] : [{ data, column: id }])),
    ...Object.entries(study.clusters).map(([data, column]) => ({ data, column })),
    ...Object.entries(study.groups).map(([data, { column }]) => ({ data, column })),
    ...Object.entries(study.weights).map(([data, column]) => ({ data, column })),
    ...study.links.flatMap(({ from, to }) => [splitReference(from), splitReference(to)]),
    ...Object.keys(study.items).flatMap((name) => columnRule(study, "items", name) ?? []),
    ...Object.keys(study.outcomes).flatMap((name) => columnRule(study, "outcomes", name) ?? []),
  ];
  const seen = new Map(all.map(({ data, column }) => [JSON.stringify([data, column]), { data, column }]));
  return [...seen.values()];
}
