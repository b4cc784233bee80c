import type { Problem } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { checkAnswers } from "./checkAnswers.ts";
import { checkKeys } from "./checkKeys.ts";
import { columnNotes, itemNotes } from "./checkScales.ts";
import { problemOf } from "./finding.ts";
import { referenceFindings } from "./referenceFindings.ts";
import type { StudyFile } from "./studyFile.ts";
import { usedColumns } from "./usedColumns.ts";

/** What is wrong with a study and its data, and what gives reason to doubt. */
export interface StudyCheck {
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

const MOST_COLUMNS_NAMED = 12;

/**
 * Holds a study file against its data, before anything is computed: columns that are not there, text among numbers,
 * answers outside their answer scale, ids that occur twice, links that lead nowhere, items that run against their scale.
 * @param study as parseStudyFile gives it
 * @param tables the data sets by name, as read
 * @returns all problems (each with file, line, row and column, never an answer), and notes on what does not stop the work
 * @example checkStudy(parseStudyFile("{ betrokken: 1, title: Pilot, data: { p: { file: p.csv, role: parent } } }", "s"), {}).problems[0].code // "study/no-table"
 */
export function checkStudy(study: StudyFile, tables: Readonly<Record<string, Table>>): StudyCheck {
  const absent = Object.keys(study.data).filter((data) => tables[data] === undefined);
  const problems = [
    ...referenceFindings(study).map((finding) => problemOf(finding)),
    ...absent.map((data): Problem => ({ code: "study/no-table", values: { data } })),
    ...Object.values(tables)
      .filter(({ rows }) => rows === 0)
      .map(emptyTable),
    ...unknownColumns(study, tables),
    ...checkAnswers(study, tables),
    ...checkKeys(study, tables),
  ];
  return { problems, notes: notesOf(study, tables) };
}

function emptyTable({ source }: Table): Problem {
  return { code: "data/empty", values: {}, location: { source } };
}

function unknownColumns(study: StudyFile, tables: Readonly<Record<string, Table>>): Problem[] {
  return usedColumns(study).flatMap(({ data, column }): Problem[] => {
    const table = tables[data];
    if (!table || hasColumn(table, column)) return [];
    const names = table.fields.map(({ name }) => name);
    const known = names.slice(0, MOST_COLUMNS_NAMED).join(", ") + (names.length > MOST_COLUMNS_NAMED ? ", ..." : "");
    return [{ code: "data/unknown-column", values: { known }, location: { source: table.source, column } }];
  });
}

function hasColumn(table: Table, column: string): boolean {
  return table.fields.some(({ name }) => name === column);
}

function notesOf(study: StudyFile, tables: Readonly<Record<string, Table>>): Note[] {
  return [
    ...notesWhen([study.synthetic, "study/synthetic"]),
    ...Object.keys(study.weights).map((data) => note("study/weights-unused", { data })),
    ...Object.entries(study.data).flatMap(([data, { id }]) => emptyKeys("study/id-missing", tables[data], data, id)),
    ...Object.entries(study.clusters).flatMap(([data, column]) =>
      emptyKeys("study/key-missing", tables[data], data, column),
    ),
    ...Object.entries(study.groups).flatMap(([data, { column }]) =>
      emptyKeys("study/key-missing", tables[data], data, column),
    ),
    ...columnNotes(study, tables),
    ...itemNotes(study, tables),
  ];
}

function emptyKeys(
  code: "study/id-missing" | "study/key-missing",
  table: Table | undefined,
  data: string,
  column: string | undefined,
): Note[] {
  if (!table || column === undefined || !hasColumn(table, column)) return [];
  const count = categoriesOf(table, column).filter((value) => value === null).length;
  return notesWhen([count > 0, code, { count, total: table.rows, data, column }]);
}
