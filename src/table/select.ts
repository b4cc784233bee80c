import { type Problem, refuseAll } from "../foundation/errors.ts";
import { fieldOf, type Table } from "./table.ts";

/**
 * The named columns, in the order given.
 * @throws data/unknown-column, with every name that is not there
 */
export function selectColumns(table: Table, names: readonly string[]): Table {
  refuseAll(unknownColumns(table, names));
  return { ...table, fields: names.map((name) => fieldOf(table, name)) };
}

/** A problem for every name that is not a column. */
export function unknownColumns(table: Table, names: readonly string[]): Problem[] {
  const known = table.fields.map(({ name }) => name);
  return names
    .filter((name) => !known.includes(name))
    .map((column) => ({
      code: "data/unknown-column",
      values: { known: known.join(", ") },
      location: { source: table.source, column },
    }));
}
