import { type Language, sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { describeCard } from "../inference/describe.ts";
import { intraclassCorrelationCard } from "../questionnaire/intraclassCorrelation.ts";
import { type ApaTable, apaTable } from "../report/apaTable.ts";
import { disclose } from "../results/disclosure.ts";
import type { StudyAnalysis } from "./studyAnalysis.ts";

/** Who is in the study: a sentence per data set. */
export function sampleTexts({ samples }: StudyAnalysis, language: Language): string[] {
  return samples.map(({ label, rows, clusters, groups }) => {
    const names = Object.values(groups ?? {}).map((text) => text[language]);
    const values = {
      label: label[language],
      rows,
      clusters: clusters === null ? "" : sentence("sample-clusters", { k: clusters }, language),
      groups: names.length === 0 ? "" : sentence("sample-groups", { names: names.join(", ") }, language),
    };
    return sentence("sample-of", values, language);
  });
}

/** Every scale and outcome: how many, mean, spread, and how much of it lies between clusters; safe to show. */
export function summaryTable(analysis: StudyAnalysis, language: Language): ApaTable {
  const shares = new Map(analysis.clustering.map(({ variable, result }) => [variable, shareOf(result)]));
  const rows = analysis.descriptives
    .filter(({ byGroup }) => !byGroup)
    .flatMap(({ result }) => describeCard.tidy(result))
    .map((row): Row => ({ ...row, ...(shares.size > 0 ? (shares.get(String(row.term)) ?? NO_SHARE) : {}) }));
  return apaTable({
    title: word("described", language),
    columns: [
      { column: "term" },
      { column: "n" },
      { column: "missing" },
      { column: "mean" },
      { column: "standardDeviation" },
      ...(shares.size > 0 ? [{ column: "icc" as const }, { column: "designEffect" as const }] : []),
    ],
    rows: disclose(rows, analysis.disclosure),
    notes: shares.size > 0 ? [sentence("icc-explained", {}, language)] : [],
    labels: Object.fromEntries(Object.entries(analysis.labels).map(([name, label]) => [name, label[language]])),
    language,
  });
}

const NO_SHARE: Row = { icc: null, designEffect: null };

function shareOf(result: StudyAnalysis["clustering"][number]["result"]): Row {
  const { icc, designEffect } = intraclassCorrelationCard.glance(result);
  return { icc: icc ?? null, designEffect: designEffect ?? null };
}
