import { formatCount } from "../foundation/format.ts";
import { type Language, sentence, type Text, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { describeCard } from "../inference/describe.ts";
import { intraclassCorrelationCard } from "../questionnaire/intraclassCorrelation.ts";
import { type ApaTable, apaTable, type TableColumn } from "../report/apaTable.ts";
import { disclose, SMALLEST_SHOWN } from "../results/disclosure.ts";
import type { StudyAnalysis, StudySample } from "./studyAnalysis.ts";

/** Who is in the study: a sentence per data set. */
export function sampleTexts({ samples, disclosure }: StudyAnalysis, language: Language): string[] {
  return samples.map((one) => {
    const { label, rows, clusters } = one;
    const names = groupTexts(one, SMALLEST_SHOWN[disclosure], language);
    const values = {
      label: label[language],
      rows,
      clusters: clusters === null ? "" : sentence("sample-clusters", { k: clusters }, language),
      groups: names.length === 0 ? "" : sentence("sample-groups", { names: names.join(", ") }, language),
    };
    return sentence("sample-of", values, language);
  });
}

/** The groups with their rows; where one is too small to be shown none is counted, for the rest would give it away. */
function groupTexts({ groups }: StudySample, smallest: number, language: Language): string[] {
  const all = Object.values(groups ?? {});
  const counted = all.every(({ rows }) => rows >= smallest);
  return all.map(({ label, rows }) => {
    const values = { name: label[language], rows: formatCount(rows, language) };
    return counted ? sentence("sample-group", values, language) : label[language];
  });
}

/**
 * Every scale and outcome: how many, mean, spread, and how much of it lies between clusters; safe to show. Lowest and
 * highest are one respondent's own, so they stand in it only where everything may be shown.
 */
export function summaryTable(analysis: StudyAnalysis, language: Language): ApaTable {
  const shares = new Map(analysis.clustering.map(({ variable, result }) => [variable, shareOf(result)]));
  const clustered = shares.size > 0;
  return apaTable({
    title: word("described", language),
    columns: [{ column: "term" }, ...describedColumns(analysis), ...(clustered ? shareColumns(language) : [])],
    rows: disclose(
      describedRows(analysis, false).map((row) => ({ ...row, ...(shares.get(String(row.term)) ?? NO_SHARE) })),
      analysis.disclosure,
    ),
    notes: clustered ? [sentence("icc-explained", {}, language)] : [],
    labels: textsOf(analysis.labels, language),
    language,
  });
}

/** The same within every group: a table per data set that has groups; safe to show. */
export function groupTables(analysis: StudyAnalysis, language: Language): ApaTable[] {
  return analysis.samples.flatMap(({ data, label, groups, groupedBy }) => {
    const rows = describedRows(analysis, true, data);
    if (groups === null || groupedBy === null || rows.length === 0) return [];
    const named = (row: Row) => ({ ...row, group: groups[String(row.group)]!.label[language] });
    return apaTable({
      title: `${word("described", language)}: ${label[language]}`,
      columns: [{ column: "term" }, { column: "group", label: groupedBy[language] }, ...describedColumns(analysis)],
      rows: disclose(rows.map(named), analysis.disclosure),
      labels: textsOf(analysis.labels, language),
      language,
    });
  });
}

function describedRows({ descriptives }: StudyAnalysis, grouped: boolean, only?: string): Row[] {
  return descriptives
    .filter(({ byGroup, data }) => byGroup === grouped && (only === undefined || data === only))
    .flatMap(({ result }) => describeCard.tidy(result));
}

function describedColumns({ disclosure }: StudyAnalysis): TableColumn[] {
  const extremes: TableColumn[] = [{ column: "minimum" }, { column: "maximum" }];
  return [
    { column: "n" },
    { column: "missing" },
    { column: "mean" },
    { column: "standardDeviation" },
    ...(disclosure === "public" ? extremes : []),
  ];
}

function shareColumns(language: Language): TableColumn[] {
  return [{ column: "k", label: word("clusters", language) }, { column: "icc" }, { column: "designEffect" }];
}

const NO_SHARE: Row = { k: null, icc: null, designEffect: null };

function shareOf(result: StudyAnalysis["clustering"][number]["result"]): Row {
  const { k, icc, designEffect } = intraclassCorrelationCard.glance(result);
  return { k: k ?? null, icc: icc ?? null, designEffect: designEffect ?? null };
}

function textsOf(texts: Readonly<Record<string, Text>>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text[language]]));
}
