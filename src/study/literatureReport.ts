import { forestPlot } from "../charts/forestPlot.ts";
import { type Language, notePhrase, sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { knownComponent } from "../frameworks/components.ts";
import { framework } from "../frameworks/frameworks.ts";
import { OUTCOME_WORDS } from "../frameworks/frameworkWords.ts";
import { type ApaTable, apaTable, type TableColumn } from "../report/apaTable.ts";
import type { Block } from "../report/report.ts";
import { disclose } from "../results/disclosure.ts";
import type { CodedPlacement, PooledCorrelation } from "./codedPlacement.ts";
import { contradictionSentences, isHidden, nameOf, placeSentences } from "./literatureSentences.ts";
import type { PlacedEffect, PlacedFigure, PlacedStudy } from "./placeInLiterature.ts";

/**
 * A study's place as rows for forestPlot, measure by measure, safe to show: its own correlation, the published figures,
 * and the coded ones pooled without and with it. `group` is the measure; measures without any figure have no rows.
 */
export function literatureRows(placed: PlacedStudy, language: Language): Row[] {
  const rows = placed.effects.filter(hasFigures).flatMap((one) => rowsOf(one, placed, language));
  return disclose(rows, placed.disclosure);
}

function hasFigures({ figures, coded }: PlacedEffect): boolean {
  return figures.length > 0 || coded.length > 0;
}

function rowsOf(one: PlacedEffect, placed: PlacedStudy, language: Language): Row[] {
  const group = placed.labels[one.effect.x]![language];
  const shown = !isHidden(one.effect, placed);
  return [
    ownRow(one, language),
    ...one.figures.map((figure) => figureRow(figure, language)),
    ...one.coded.flatMap((coded) => codedRows(coded, shown, language)),
  ].map((row) => ({ ...row, group }));
}

function ownRow({ effect }: PlacedEffect, language: Language): Row {
  const { r, lower, upper, n, effectiveN, correctedR } = effect;
  const term = word("your-study", language);
  return { term, source: term, r, estimate: r, lower, upper, n, effectiveN, correctedR };
}

function figureRow({ published, outcome, comparison }: PlacedFigure, language: Language): Row {
  const { r, lower, upper, n, k, predictionLower, predictionUpper } = published;
  return {
    term: nameOf(published, language),
    source: published.citation,
    outcome: published.outcome?.[language] ?? null,
    mapping: outcome === "own" ? null : OUTCOME_WORDS[outcome][language],
    ...{ r, estimate: r, lower, upper, n, k, predictionLower, predictionUpper },
    statistic: comparison?.statistic ?? null,
    pValue: comparison?.pValue ?? null,
  };
}

/** What is pooled with a study too small to show would give it away. */
function codedRows({ component, before, after }: CodedPlacement, shown: boolean, language: Language): Row[] {
  const about = component === null ? "" : `: ${knownComponent(component).label[language]}`;
  return [
    pooledRow(word("coded-before", language) + about, before),
    ...(shown ? [pooledRow(word("coded-after", language) + about, after)] : []),
  ];
}

/** Pooled coded correlations count effects, not respondents: they have no n. */
function pooledRow(term: string, pooled: PooledCorrelation): Row {
  const { k, r, lower, upper, predictionLower, predictionUpper } = pooled;
  return { term, source: term, r, estimate: r, lower, upper, k, predictionLower, predictionUpper };
}

const COLUMNS: readonly TableColumn[] = [
  { column: "term" },
  { column: "outcome" },
  { column: "r" },
  { column: "lower", interval: true },
  { column: "predictionLower", interval: true },
  { column: "k" },
  { column: "n" },
  { column: "effectiveN", decimals: 0 },
  { column: "correctedR" },
  { column: "mapping" },
  { column: "statistic", label: "z" },
  { column: "pValue" },
];

/** The figures of the forest plot, without the columns of which nothing is known. */
export function literatureTable(placed: PlacedStudy, language: Language): ApaTable {
  const rows = literatureRows(placed, language);
  const outcome = placed.outcome === null ? "" : placed.labels[placed.outcome]![language];
  const table = apaTable({
    title: word("in-the-literature", language),
    columns: COLUMNS.filter(
      ({ column }) => column === "r" || rows.some((row) => row[column] !== null && row[column] !== undefined),
    ),
    rows,
    notes: [
      sentence("place-caption", { outcome }, language),
      ...placed.notes.map(({ code, values }) => notePhrase(code, named(values, placed, language), language)),
      ...elsewhereTexts(placed, language),
    ],
    language,
  });
  return underHeadings(table, rows);
}

/** Every measure as a heading over its lines. */
function underHeadings(table: ApaTable, rows: readonly Row[]): ApaTable {
  const body: (readonly string[])[] = [];
  const headings: number[] = [];
  rows.forEach(({ group }, i) => {
    if (i === 0 || group !== rows[i - 1]!.group) {
      headings.push(body.length);
      body.push([String(group), ...table.columns.slice(1).map(() => "")]);
    }
    body.push(table.body[i]!);
  });
  return { ...table, body, headings };
}

type NoteValues = PlacedStudy["notes"][number]["values"];

function named(values: NoteValues, { labels }: PlacedStudy, language: Language): NoteValues {
  const entries = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "string" ? namesIn(value, labels, language) : value,
  ]);
  return Object.fromEntries(entries);
}

/** Names of measures by their labels, also where several stand together. */
function namesIn(value: string, labels: PlacedStudy["labels"], language: Language): string {
  const parts = value.split(", ");
  return parts.map((name) => labels[name]?.[language] ?? name).join(", ");
}

/** What could not be set beside the literature: no component, no link, or a link that leaves it open. */
function elsewhereTexts({ effects, unnamed, labels }: PlacedStudy, language: Language): string[] {
  const label = (name: string) => labels[name]?.[language] ?? name;
  const told = (outcome: "ambiguous" | "unmapped") =>
    effects
      .map(({ effect, elsewhere }) => ({
        name: label(effect.x),
        theories: elsewhere
          .filter((one) => one.outcome === outcome)
          .map((one) => framework(one.framework).label[language]),
      }))
      .filter(({ theories }) => theories.length > 0)
      .map(({ name, theories }) => `${name} (${theories.join("; ")})`);
  const [ambiguous, unmapped] = [told("ambiguous"), told("unmapped")];
  return [
    ...(ambiguous.length > 0 ? [sentence("place-ambiguous", { names: ambiguous.join(", ") }, language)] : []),
    ...(unmapped.length > 0 ? [sentence("place-unmapped", { names: unmapped.join(", ") }, language)] : []),
    ...(unnamed.length > 0 ? [sentence("place-unnamed", { names: unnamed.map(label).join(", ") }, language)] : []),
  ];
}

/** A study in the literature as blocks of a report: forest plot with its table, what may be concluded, contradictions. */
export function literatureBlocks(placed: PlacedStudy, language: Language): Block[] {
  const rows = literatureRows(placed, language);
  if (placed.effects.length === 0) return [];
  const title = word("in-the-literature", language);
  const contradictions = contradictionSentences(placed, language);
  const spec = forestPlot(rows, {
    language,
    measure: "r",
    shown: "coefficient",
    ownSource: word("your-study", language),
    summaryTerms: rows.flatMap(({ n, k, term }) => (n === undefined && k !== undefined ? [String(term)] : [])),
  });
  const chart: Block = {
    kind: "chart",
    spec,
    title,
    description: String(spec.description ?? title),
    table: literatureTable(placed, language),
  };
  return [
    { kind: "heading", text: title },
    ...(rows.length > 0 ? [chart] : []),
    { kind: "list", items: placeSentences(placed, language) },
    ...(contradictions.length > 0 ? [{ kind: "text" as const, paragraphs: contradictions }] : []),
  ];
}
