import type { Problem } from "../foundation/errors.ts";
import { duplicateIds } from "../table/duplicateIds.ts";
import { placeOf } from "../table/fields.ts";
import { categoriesOf, type Table } from "../table/table.ts";
import { capped } from "./checkAnswers.ts";
import type { StudyFile } from "./studyFile.ts";
import { splitReference } from "./studyVariables.ts";

type Tables = Readonly<Record<string, Table>>;

/** Ids that occur twice, links that lead nowhere, groups without a label. */
export function checkKeys(study: StudyFile, tables: Tables): Problem[] {
  return [...duplicateKeys(study, tables), ...brokenLinks(study, tables), ...unlabelledGroups(study, tables)];
}

/** The values of a column as text; undefined when the column or its table is not there. */
function keysOf(tables: Tables, data: string, column: string): (string | null)[] | undefined {
  const table = tables[data];
  return table?.fields.some(({ name }) => name === column) ? categoriesOf(table, column) : undefined;
}

/** Ids, and columns that a link leads to, must be unique. */
function duplicateKeys(study: StudyFile, tables: Tables): Problem[] {
  const ids = Object.entries(study.data).flatMap(([data, { id }]) => (id === undefined ? [] : [`${data}.${id}`]));
  const keys = new Set([...ids, ...study.links.map(({ to }) => to)]);
  return [...keys]
    .map(splitReference)
    .filter(({ data, column }) => keysOf(tables, data, column) !== undefined)
    .flatMap(({ data, column }) => capped(duplicateIds(tables[data]!, column)));
}

function brokenLinks(study: StudyFile, tables: Tables): Problem[] {
  return study.links.flatMap((link) => {
    const from = splitReference(link.from);
    const to = splitReference(link.to);
    const targets = keysOf(tables, to.data, to.column);
    const keys = keysOf(tables, from.data, from.column);
    if (!targets || !keys) return [];
    const known = new Set(targets);
    const lost = [...keys.keys()].filter((row) => keys[row] !== null && !known.has(keys[row]!));
    const place = (row: number) => placeOf(tables[from.data]!, row, from.column);
    return capped(lost.map((row) => ({ code: "study/not-matched", values: { to: link.to }, location: place(row) })));
  });
}

/** Where the levels of a group have labels, another level is taken for a mistake. */
function unlabelledGroups(study: StudyFile, tables: Tables): Problem[] {
  return Object.entries(study.groups).flatMap(([data, { column, labels }]) => {
    const levels = keysOf(tables, data, column);
    const known = Object.keys(labels);
    if (!levels || known.length === 0) return [];
    const strange = [...levels.keys()].filter((row) => levels[row] !== null && !known.includes(levels[row]!));
    const values = { expected: known.join(", ") };
    const place = (row: number) => placeOf(tables[data]!, row, column);
    return capped(strange.map((row) => ({ code: "data/not-a-code", values, location: place(row) })));
  });
}
