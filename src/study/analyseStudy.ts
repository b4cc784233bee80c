import type { Note } from "../foundation/result.ts";
import type { Context } from "../foundation/statistic.ts";
import type { Table } from "../table/table.ts";
import { scoreStudy } from "./scoreStudy.ts";
import type { StudyAnalysis } from "./studyAnalysis.ts";
import { correlationsOf } from "./studyCorrelations.ts";
import type { StudyFile } from "./studyFile.ts";
import { clusteringOf, descriptivesOf, reliabilityOf, samplesOf } from "./studySummaries.ts";
import { mainOutcome, studyVariables } from "./studyVariables.ts";

export type { StudyAnalysis, StudyCorrelations } from "./studyAnalysis.ts";

/**
 * A whole study: who is in it, every scale's reliability, every scale and outcome described and held against its
 * clusters, and the correlations its analyses ask for; where clusters are declared in total, within and between them.
 * @param study as parseStudyFile gives it
 * @param tables the data sets by name, as read
 * @param context progress over the analyses, and a signal to stop between them
 * @returns the results of the statistics as they are; a part that its data do not allow is left out, with a note
 * @throws all problems of checkStudy at once
 * @see cronbachAlpha, describe, intraclassCorrelation, pearsonCorrelation for the methods
 */
export function analyseStudy(
  study: StudyFile,
  tables: Readonly<Record<string, Table>>,
  context: Context = {},
): StudyAnalysis {
  const scored = scoreStudy(study, tables);
  const variables = studyVariables(study);
  const skipped: Note[] = [];
  const names = Object.keys(study.analyses);
  context.signal?.throwIfAborted();
  return {
    title: study.title,
    synthetic: study.synthetic,
    language: study.language,
    disclosure: study.disclosure,
    samples: samplesOf(scored),
    labels: Object.fromEntries(variables.map(({ name, label }) => [name, label])),
    measures: Object.fromEntries(
      variables.flatMap(({ name, measures }) => (measures.length > 0 ? [[name, measures]] : [])),
    ),
    mainOutcome: mainOutcome(study) ?? null,
    reliability: reliabilityOf(scored, skipped),
    descriptives: descriptivesOf(scored, skipped),
    clustering: clusteringOf(scored, skipped),
    correlations: names.flatMap((name, i) => {
      context.signal?.throwIfAborted();
      const found = correlationsOf(scored, name, skipped);
      context.progress?.(i + 1, names.length);
      return found;
    }),
    notes: [...scored.notes, ...skipped],
  };
}
