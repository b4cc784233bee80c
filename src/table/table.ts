import { refuse } from "../foundation/errors.ts";

/** Why a cell is missing: `codes` per row (0 = present or plainly missing), `labels[code - 1]` says the reason. */
export interface MissingReasons {
  readonly codes: Uint8Array;
  readonly labels: readonly string[];
}

/** Numbers; NaN is missing. */
export interface NumberField {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
  readonly reasons?: MissingReasons;
}

/** Text, kept as codes into the levels in order of first appearance; code -1 is missing. */
export interface TextField {
  readonly kind: "text";
  readonly name: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  readonly reasons?: MissingReasons;
}

export type Field = NumberField | TextField;

/** A data file in memory: typed columns of equal length. `lines[row]` is the line of the file a row began on. */
export interface Table {
  readonly source: string;
  readonly rows: number;
  readonly fields: readonly Field[];
  readonly lines?: Int32Array;
}

/** A column by name. */
export function fieldOf(table: Table, name: string): Field {
  const field = table.fields.find((candidate) => candidate.name === name);
  if (field) return field;
  const known = table.fields.map((candidate) => candidate.name).join(", ");
  return refuse("data/unknown-column", { known }, { source: table.source, column: name });
}

/** Columns of numbers by name, ready for a statistic. Text where numbers should stand is refused with its row. */
export function numbersOf(table: Table, names: readonly string[]): Record<string, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, numberField(table, name).values]));
}

function numberField(table: Table, name: string): NumberField {
  const field = fieldOf(table, name);
  if (field.kind === "number") return field;
  const row = field.codes.findIndex((code) => code >= 0);
  const line = table.lines?.[row];
  const place = { source: table.source, row: row + 1, column: name };
  return refuse("data/not-a-number", {}, line === undefined ? place : { ...place, line });
}

/** A column as categories: text as it stands, numbers as their text, null where missing. */
export function categoriesOf(table: Table, name: string): (string | null)[] {
  const field = fieldOf(table, name);
  if (field.kind === "text") return Array.from(field.codes, (code) => field.levels[code] ?? null);
  return Array.from(field.values, (value) => (Number.isNaN(value) ? null : String(value)));
}
