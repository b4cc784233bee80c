import { refuseAll } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import type { Note } from "../foundation/result.ts";
import { addField } from "./addField.ts";
import { duplicateIds } from "./duplicateIds.ts";
import { selectColumns } from "./select.ts";
import { categoriesOf, type Table } from "./table.ts";
import { takeRows } from "./takeRows.ts";

/** How two tables hang together: the column that refers, the column it refers to, and what to bring over. */
export interface Lookup {
  /** Column of the table that refers: `teacher_id`. */
  readonly by: string;
  /** Column of the lookup table it refers to; the same name when left out. */
  readonly to?: string;
  /** Columns to bring over; all but the key when left out. */
  readonly columns?: readonly string[];
}

/**
 * Brings columns of another table over by id (a left join): every row stays once, in its place; rows without a match
 * get missing values, and a note counts them. Ids are compared as text: 7 and "7" are the same.
 * @param table the table that refers
 * @param lookup the table referred to; its ids must differ
 * @param how the columns that hang together, and which to bring over
 * @returns the wider table, and notes join/unmatched and join/no-key
 * @throws data/duplicate-id with every row whose id occurred before; data/unknown-column; table/duplicate-column
 */
export function joinLookup(
  table: Table,
  lookup: Table,
  { by, to = by, columns }: Lookup,
): { readonly table: Table; readonly notes: readonly Note[] } {
  const ids = categoriesOf(table, by);
  const wanted = columns ?? lookup.fields.map(({ name }) => name).filter((name) => name !== to);
  refuseAll(duplicateIds(lookup, to));
  const rowOf = new Map(categoriesOf(lookup, to).map((id, row) => [id, row]));
  const places = Int32Array.from(ids, (id) => (id === null ? -1 : (rowOf.get(id) ?? -1)));
  const joined = takeRows(selectColumns(lookup, wanted), places).fields.reduce(addField, table);
  const withoutKey = ids.filter((id) => id === null).length;
  const unmatched = places.filter((place) => place < 0).length - withoutKey;
  const values = { source: table.source, total: table.rows, column: by };
  return {
    table: joined,
    notes: notesWhen(
      [unmatched > 0, "join/unmatched", { ...values, count: unmatched }],
      [withoutKey > 0, "join/no-key", { ...values, count: withoutKey }],
    ),
  };
}
