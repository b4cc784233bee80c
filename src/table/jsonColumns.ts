import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import type { LooseCell } from "./fields.ts";
import { codesFor, columnsWithCodes, fieldOfCoded, type MissingCodes } from "./missing.ts";
import { unknownColumns } from "./select.ts";
import { categoriesOf, type Field, type Table } from "./table.ts";

const JSON_SOURCE = "json";

/** A table as plain JSON: null is missing. */
export interface JsonColumns {
  readonly source: string;
  readonly rows: number;
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>;
}

/**
 * A table as plain JSON, column by column. Reasons of missing values are not kept.
 * @example toJsonColumns({ source: "x", rows: 2, fields: [{ kind: "number", name: "a", values: Float64Array.of(1, NaN) }] }).columns // { a: [1, null] }
 */
export function toJsonColumns(table: Table): JsonColumns {
  const columns = Object.fromEntries(table.fields.map((field) => [field.name, cellsOf(table, field)]));
  return { source: table.source, rows: table.rows, columns };
}

/** The cells of a column: numbers, texts, null where missing. */
export function cellsOf(table: Table, field: Field): (number | string | null)[] {
  if (field.kind === "text") return categoriesOf({ ...table, fields: [field] }, field.name);
  return Array.from(field.values, (value) => (Number.isFinite(value) ? value : null));
}

/** What is known of the data beforehand. */
export interface JsonReading {
  /** What to call the table in messages. */
  readonly source?: string | undefined;
  /** Codes that stand for no answer, for all columns or by column. */
  readonly missing?: MissingCodes | undefined;
  /** The line of every row. */
  readonly lines?: Int32Array | undefined;
}

/**
 * A table from JSON columns (`{ columns: { name: [...] } }`), as `toJsonColumns` gives them.
 * @throws file/json-shape when it is not that; file/json-cell; input/unequal-length; data/empty
 */
export function fromJsonColumns(json: unknown, reading: JsonReading = {}): Table {
  const { source = JSON_SOURCE } = reading;
  const columns = isObject(json) ? json.columns : undefined;
  if (!isObject(columns) || !Object.values(columns).every(Array.isArray))
    return refuse("file/json-shape", {}, { source });
  return tableOfColumns(Object.entries(columns) as [string, unknown[]][], reading);
}

/** A table from rows (`[{ name: value, ... }, ...]`); a key that a row does not have is missing there. */
export function fromJsonRows(rows: readonly unknown[], reading: JsonReading = {}): Table {
  const { source = JSON_SOURCE, lines } = reading;
  const wrong = rows.findIndex((row) => !isObject(row));
  if (wrong >= 0) refuse("file/json-shape", {}, { source, row: wrong + 1, ...(lines ? { line: lines[wrong]! } : {}) });
  const records = rows as readonly Record<string, unknown>[];
  const names = new Set<string>();
  for (const record of records) for (const name of Object.keys(record)) names.add(name);
  const columns = [...names].map((name): [string, unknown[]] => [
    name,
    records.map((row) => (Object.hasOwn(row, name) ? row[name] : null)),
  ]);
  return tableOfColumns(columns, reading);
}

function tableOfColumns(
  columns: readonly (readonly [string, readonly unknown[]])[],
  { source = JSON_SOURCE, missing, lines }: JsonReading,
): Table {
  const [first] = columns;
  if (!first || first[1].length === 0) return refuse("data/empty", {}, { source });
  const rows = first[1].length;
  refuseAll(columns.flatMap(([column, cells]) => columnProblems(cells, { source, column }, { first: first[0], rows })));
  const fields = columns.map(([name, cells]) =>
    fieldOfCoded(name, cells as readonly LooseCell[], codesFor(missing, name)),
  );
  const table = lines === undefined ? { source, rows, fields } : { source, rows, fields, lines };
  refuseAll(unknownColumns(table, columnsWithCodes(missing)));
  return table;
}

function columnProblems(
  cells: readonly unknown[],
  location: { source: string; column: string },
  { first, rows }: { first: string; rows: number },
): Problem[] {
  if (cells.length !== rows)
    return [{ code: "input/unequal-length", values: { first, a: rows, b: cells.length }, location }];
  const row = cells.findIndex((cell) => typeof cell === "object" && cell !== null);
  return row < 0 ? [] : [{ code: "file/json-cell", values: {}, location: { ...location, row: row + 1 } }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
