import { refuseAll } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { type ScaleScores, scaleScores } from "../questionnaire/scaleScores.ts";
import { numberFieldOf, textFieldOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { checkStudy } from "./checkStudy.ts";
import { columnRule, columnValues } from "./columnValues.ts";
import { itemValues } from "./itemValues.ts";
import type { StudyFile } from "./studyFile.ts";
import { linksFrom, studyVariables } from "./studyVariables.ts";

type Tables = Readonly<Record<string, Table>>;
type Labels = readonly (string | null)[];

/** A data set with everything the analyses need; columns have one value per row, NaN is missing. */
export interface ScoredData {
  readonly name: string;
  readonly rows: number;
  readonly ids: Labels | null;
  readonly clusters: Labels | null;
  readonly groups: Labels | null;
  /** Items as scored: missing codes missing, reversed items turned over. */
  readonly items: Readonly<Record<string, Float64Array>>;
  readonly scales: Readonly<Record<string, Float64Array>>;
  readonly outcomes: Readonly<Record<string, Float64Array>>;
  /** Per data set it links to, the row (from 0) each row refers to; -1 is none. */
  readonly links: Readonly<Record<string, Int32Array>>;
}

export interface ScoredStudy {
  readonly study: StudyFile;
  readonly data: Readonly<Record<string, ScoredData>>;
  /** How every scale was scored. */
  readonly scoring: Readonly<Record<string, ScaleScores>>;
  readonly notes: readonly Note[];
}

/**
 * Turns raw answers into what is analysed: declared missing codes, reversal against the declared bounds, scale scores,
 * outcomes, and which row of one data set belongs to which of another.
 * @param study as parseStudyFile gives it
 * @param tables the data sets by name, as read
 * @throws all problems of checkStudy; nothing is scored while one stands
 * @see scaleScores for how a score comes about
 */
export function scoreStudy(study: StudyFile, tables: Tables): ScoredStudy {
  const { problems, notes } = checkStudy(study, tables);
  refuseAll(problems);
  const scoring = Object.fromEntries(Object.keys(study.scales).map((name) => [name, scoreScale(study, tables, name)]));
  const data = Object.fromEntries(
    Object.keys(study.data).map((name) => [name, scoreData(study, tables, name, scoring)]),
  );
  return { study, data, scoring, notes: [...notes, ...scoringNotes(study, tables, scoring)] };
}

/** The values of a variable for the rows of a data set: its own, or those of the rows it links to. */
export function valuesFor(scored: ScoredStudy, data: string, variable: string): Float64Array | undefined {
  const own = ownValues(scored.data[data]!, variable);
  if (own) return own;
  for (const [other, rows] of Object.entries(scored.data[data]!.links)) {
    const values = ownValues(scored.data[other]!, variable);
    if (values) return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
  }
  return undefined;
}

/** A data set as a table that can be written: id, cluster, group, scale scores and outcomes. */
export function scoredTable({ study, data }: ScoredStudy, name: string): Table {
  const one = data[name]!;
  const labels: [string | undefined, Labels | null][] = [
    [study.data[name]!.id, one.ids],
    [study.clusters[name], one.clusters],
    [study.groups[name]?.column, one.groups],
  ];
  const fields = [
    ...labels.flatMap(([column, values]) => (column !== undefined && values ? [textFieldOf(column, values)] : [])),
    ...[one.scales, one.outcomes]
      .flatMap(Object.entries<Float64Array>)
      .map(([variable, values]) => numberFieldOf(variable, values)),
  ];
  return { source: study.data[name]!.file, rows: one.rows, fields };
}

function ownValues({ scales, outcomes, items }: ScoredData, variable: string): Float64Array | undefined {
  return scales[variable] ?? outcomes[variable] ?? items[variable];
}

/** Items are keyed here, for each has its own answer scale; scaleScores then only takes them together. */
function scoreScale(study: StudyFile, tables: Tables, name: string): ScaleScores {
  const { items, score, minimumAnswered } = study.scales[name]!;
  const keyed = Object.fromEntries(items.map((item) => [item, itemValues(study, tables, item)!]));
  return scaleScores({ items: keyed }, { score, minimumAnswered });
}

function scoreData(
  study: StudyFile,
  tables: Tables,
  name: string,
  scoring: Readonly<Record<string, ScaleScores>>,
): ScoredData {
  const table = tables[name]!;
  const labels = (column: string | undefined) => (column === undefined ? null : categoriesOf(table, column));
  const here = (kind: string) => studyVariables(study).filter((one) => one.kind === kind && one.data === name);
  const columns = (kind: string, values: (name: string) => Float64Array) =>
    Object.fromEntries(here(kind).map((one) => [one.name, values(one.name)]));
  return {
    name,
    rows: table.rows,
    ids: labels(study.data[name]!.id),
    clusters: labels(study.clusters[name]),
    groups: labels(study.groups[name]?.column),
    items: columns("item", (item) => itemValues(study, tables, item)!),
    scales: columns("scale", (scale) => Float64Array.from(scoring[scale]!.scores, (score) => score ?? Number.NaN)),
    outcomes: columns("outcome", (outcome) => columnValues(table, columnRule(study, "outcomes", outcome)!).values),
    links: Object.fromEntries(linksFrom(study, name).map(({ from, to }) => [to.data, linkedRows(tables, from, to)])),
  };
}

interface Reference {
  readonly data: string;
  readonly column: string;
}

function linkedRows(tables: Tables, from: Reference, to: Reference): Int32Array {
  const rowOf = new Map(categoriesOf(tables[to.data]!, to.column).map((key, row) => [key, row]));
  return Int32Array.from(categoriesOf(tables[from.data]!, from.column), (key) =>
    key === null ? -1 : (rowOf.get(key) ?? -1),
  );
}

function scoringNotes(study: StudyFile, tables: Tables, scoring: Readonly<Record<string, ScaleScores>>): Note[] {
  const reversed = Object.keys(study.items).filter((item) => study.items[item]!.reversed);
  return [
    ...Object.keys(study.data).flatMap((data) => missingNotes(study, tables, data)),
    ...notesWhen([reversed.length > 0, "study/reversed", { items: reversed.join(", ") }]),
    ...Object.entries(scoring).flatMap(([scale, { tooFewAnswered, scores, needed }]) => {
      const values = { scale, dropped: tooFewAnswered, total: scores.length, needed };
      return notesWhen([tooFewAnswered > 0, "study/too-few-answered", values]);
    }),
  ];
}

/** How many answers were missing by their code, and how many rows lead nowhere. */
function missingNotes(study: StudyFile, tables: Tables, data: string): Note[] {
  const sections = ["items", "outcomes"] as const;
  const rules = sections.flatMap((section) =>
    Object.keys(study[section]).flatMap((name) => columnRule(study, section, name) ?? []),
  );
  const own = rules.filter((rule) => rule.data === data);
  const count = own.reduce((sum, rule) => sum + columnValues(tables[data]!, rule).declaredMissing, 0);
  return [
    ...notesWhen([count > 0, "study/missing-codes", { count, data }]),
    ...linksFrom(study, data).flatMap(({ from, to }) => {
      const lost = linkedRows(tables, from, to).filter((row) => row < 0).length;
      const values = { count: lost, total: tables[data]!.rows, data, to: to.data };
      return lost > 0 ? [note("study/no-reference", values)] : [];
    }),
  ];
}
