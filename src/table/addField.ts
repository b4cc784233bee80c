import { refuse } from "../foundation/errors.ts";
import type { Field, Table } from "./table.ts";

/**
 * The table with one column more, at its end.
 * @throws table/duplicate-column when the name is taken; table/unequal-length when it has not one value per row
 */
export function addField(table: Table, field: Field): Table {
  const place = { source: table.source, column: field.name };
  if (table.fields.some(({ name }) => name === field.name)) refuse("table/duplicate-column", {}, place);
  const found = field.kind === "number" ? field.values.length : field.codes.length;
  if (found !== table.rows) refuse("table/unequal-length", { found, expected: table.rows }, place);
  return { ...table, fields: [...table.fields, field] };
}
