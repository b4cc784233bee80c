import type { Text } from "../foundation/phrases.ts";
import type { StudyFile } from "./studyFile.ts";

/** Something with a number per row: an item, a scale or an outcome. */
export interface StudyVariable {
  readonly name: string;
  readonly kind: "item" | "scale" | "outcome";
  /** Its data set; undefined when the study file does not make clear which. */
  readonly data: string | undefined;
  readonly label: Text;
  /** The theory components it measures; empty when the file names none. */
  readonly measures: readonly string[];
}

/** All items, scales and outcomes of a study, in the order of the file. */
export function studyVariables(study: StudyFile): StudyVariable[] {
  return [
    ...Object.entries(study.scales).map(([name, scale]) => ({
      name,
      kind: "scale" as const,
      data: dataOfScale(study, scale.items),
      label: scale.label,
      measures: scale.measures ?? [],
    })),
    ...Object.entries(study.outcomes).map(([name, outcome]) => ({
      name,
      kind: "outcome" as const,
      data: outcome.data ?? onlyData(study),
      label: outcome.label,
      measures: [],
    })),
    ...Object.entries(study.items).map(([name, item]) => ({
      name,
      kind: "item" as const,
      data: item.data ?? onlyData(study),
      label: item.label,
      measures: item.measures ?? [],
    })),
  ];
}

/** A variable by name. */
export function variableOf(study: StudyFile, name: string): StudyVariable | undefined {
  return studyVariables(study).find((variable) => variable.name === name);
}

/** The data set of an item or outcome that may leave it out: its own, or the only one there is. */
export function onlyData(study: StudyFile): string | undefined {
  const names = Object.keys(study.data);
  return names.length === 1 ? names[0] : undefined;
}

/** The data set of an analysis: its own, or that of its first outcome. */
export function dataOfAnalysis(study: StudyFile, analysis: StudyFile["analyses"][string]): string | undefined {
  return analysis.data ?? variableOf(study, analysis.outcomes[0]!)?.data;
}

/** The outcome that is set beside the literature. */
export function mainOutcome(study: StudyFile): string | undefined {
  return study.mainOutcome ?? Object.keys(study.outcomes)[0];
}

/** `parents.teacher_id` as data set and column; a column's name may hold dots. */
export function splitReference(reference: string): { readonly data: string; readonly column: string } {
  const dot = reference.indexOf(".");
  return { data: reference.slice(0, dot), column: reference.slice(dot + 1) };
}

/** The links that lead from one data set to another. */
export function linksFrom(study: StudyFile, data: string) {
  return study.links
    .map(({ from, to }) => ({ from: splitReference(from), to: splitReference(to) }))
    .filter(({ from }) => from.data === data);
}

function dataOfScale(study: StudyFile, items: readonly string[]): string | undefined {
  const first = study.items[items[0] ?? ""];
  return first?.data ?? (first ? onlyData(study) : undefined);
}
