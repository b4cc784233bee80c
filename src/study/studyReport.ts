import { correlationHeatMap } from "../charts/correlationHeatMap.ts";
import { type Language, notePhrase, sentence, type Text, word } from "../foundation/phrases.ts";
import type { Note } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { pearsonCorrelationCard } from "../inference/pearsonCorrelation.ts";
import { cronbachAlphaCard } from "../questionnaire/cronbachAlpha.ts";
import { type ApaTable, apaTable } from "../report/apaTable.ts";
import { correlationSentences } from "../report/correlationSentence.ts";
import { correlationTable } from "../report/correlationTable.ts";
import { type Block, type ChartBlock, sentencesBlock } from "../report/report.ts";
import { disclose } from "../results/disclosure.ts";
import type { StudyAnalysis, StudyCorrelations } from "./analyseStudy.ts";
import { groupTables, sampleTexts, summaryTable } from "./summaryTable.ts";

type Labels = Readonly<Record<string, string>>;

function labelsOf({ labels }: StudyAnalysis, language: Language): Labels {
  return Object.fromEntries(Object.entries(labels).map(([name, label]: [string, Text]) => [name, label[language]]));
}

/** Notes as sentences, each once; names that have a label are shown by it. */
export function noteTexts(notes: readonly Note[], language: Language, labels: Labels = {}): string[] {
  const named = (values: Note["values"]) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, labels[String(value)] ?? value]));
  return [...new Set(notes.map(({ code, values }) => notePhrase(code, named(values), language)))];
}

/** The reliability of every scale, safe to show. */
export function reliabilityTable(analysis: StudyAnalysis, language: Language): ApaTable {
  const rows = analysis.reliability.map(({ scale, result }) => ({ ...cronbachAlphaCard.glance(result), term: scale }));
  const labels = labelsOf(analysis, language);
  const told = analysis.reliability.map(({ scale, result }) => ({
    scale,
    ...parted(result.notes, "missing/listwise"),
  }));
  const notes = [
    ...(told.some(({ taken }) => taken.length > 0) ? [sentence("rows-complete", {}, language)] : []),
    ...told.flatMap(({ scale, rest }) =>
      noteTexts(rest, language, labels).map((text) => `${labels[scale] ?? scale}: ${text}`),
    ),
  ];
  return apaTable({
    title: word("reliability", language),
    columns: [
      { column: "term" },
      { column: "k" },
      { column: "n" },
      { column: "alpha" },
      { column: "lower", interval: true },
      { column: "standardizedAlpha" },
    ],
    rows: disclose(rows, analysis.disclosure),
    notes,
    labels,
    language,
  });
}

/** Notes of one code, which the table tells in its own way, and the others. */
function parted(notes: readonly Note[], code: string): { taken: Note[]; rest: Note[] } {
  return { taken: notes.filter((one) => one.code === code), rest: notes.filter((one) => one.code !== code) };
}

/** The rows of one analysis, safe to show. */
export function correlationRows(analysis: StudyAnalysis, { result }: StudyCorrelations): Row[] {
  return disclose(pearsonCorrelationCard.tidy(result), analysis.disclosure);
}

/** The correlations of one analysis as an APA table: in total, and where clusters are declared within and between. */
export function studyCorrelationTable(analysis: StudyAnalysis, one: StudyCorrelations, language: Language): ApaTable {
  const { adjust, confidenceLevel } = one.result.options;
  return correlationTable(correlationRows(analysis, one), {
    language,
    predictors: one.predictors,
    outcomes: one.outcomes,
    labels: labelsOf(analysis, language),
    title: titleOf(one, language),
    adjust,
    confidenceLevel,
    notes: noteTexts(parted(one.result.notes, "missing/pairwise").rest, language, labelsOf(analysis, language)),
  });
}

function titleOf({ label, group }: StudyCorrelations, language: Language): string {
  return group === null ? label[language] : `${label[language]}: ${group[language]}`;
}

/** Every table of a study's analysis, in order. */
export function studyTables(analysis: StudyAnalysis, language: Language): ApaTable[] {
  return [
    ...(analysis.reliability.length > 0 ? [reliabilityTable(analysis, language)] : []),
    ...(analysis.descriptives.length > 0 ? [withSample(summaryTable(analysis, language), analysis, language)] : []),
    ...analysis.correlations.map((one) => studyCorrelationTable(analysis, one, language)),
  ];
}

/** A table that stands alone says in its note who is in it. */
function withSample(table: ApaTable, analysis: StudyAnalysis, language: Language): ApaTable {
  return { ...table, notes: [...sampleTexts(analysis, language), ...table.notes] };
}

/** A study as blocks of a report: what to know, reliability, correlations with their heat maps. */
export function studyBlocks(analysis: StudyAnalysis, language: Language): Block[] {
  return [
    {
      kind: "callout",
      tone: "note",
      title: word("what-to-know", language),
      paragraphs: [
        sentence("correlation-is-not-cause", {}, language),
        ...noteTexts(analysis.notes, language, labelsOf(analysis, language)),
      ],
    },
    { kind: "heading", text: word("respondents", language) },
    { kind: "text", paragraphs: sampleTexts(analysis, language) },
    ...(analysis.descriptives.length > 0
      ? [summaryTable(analysis, language), ...groupTables(analysis, language)].map((table) => tableBlock(table))
      : []),
    ...headed(
      "reliability",
      analysis.reliability.length > 0 ? [tableBlock(reliabilityTable(analysis, language))] : [],
      language,
    ),
    ...headed(
      "correlations-of",
      analysis.correlations.flatMap((one) => correlationBlocks(analysis, one, language)),
      language,
    ),
  ];
}

function tableBlock(table: ApaTable): Block {
  return { kind: "table", table };
}

/** Blocks under a heading; no heading over nothing. */
function headed(heading: "reliability" | "correlations-of", blocks: readonly Block[], language: Language): Block[] {
  return blocks.length === 0 ? [] : [{ kind: "heading", text: word(heading, language) }, ...blocks];
}

function correlationBlocks(analysis: StudyAnalysis, one: StudyCorrelations, language: Language): Block[] {
  return [
    tableBlock(studyCorrelationTable(analysis, one, language)),
    ...sentencesOf(analysis, one, language),
    ...(one.group === null ? [heatMapBlock(analysis, one, language)] : []),
  ];
}

/** The correlations over all rows in APA sentences. */
function sentencesOf(analysis: StudyAnalysis, one: StudyCorrelations, language: Language): Block[] {
  const rows = correlationRows(analysis, one).filter(({ level }) => level === undefined || level === "total");
  const { confidenceLevel } = one.result.options;
  const texts = correlationSentences(rows, { language, labels: labelsOf(analysis, language), confidenceLevel });
  return sentencesBlock(texts, language);
}

function heatMapBlock(analysis: StudyAnalysis, one: StudyCorrelations, language: Language): ChartBlock {
  const title = titleOf(one, language);
  const spec = correlationHeatMap(correlationRows(analysis, one), { language, labels: labelsOf(analysis, language) });
  return { kind: "chart", spec, title, description: String(spec.description ?? title) };
}
