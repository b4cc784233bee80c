import type { Problem } from "../foundation/errors.ts";
import { placeOf } from "./fields.ts";
import { categoriesOf, type Table } from "./table.ts";

/**
 * A problem for every row whose id stands in an earlier row too. Missing ids are no duplicates.
 * @param column the column with the ids
 * @returns data/duplicate-id per row, with the row of the first; none when all ids differ
 * @throws data/unknown-column
 */
export function duplicateIds(table: Table, column: string): Problem[] {
  const first = new Map<string, number>();
  return categoriesOf(table, column).flatMap((id, row): Problem[] => {
    if (id === null) return [];
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, row);
    return earlier === undefined
      ? []
      : [{ code: "data/duplicate-id", values: { first: earlier + 1 }, location: placeOf(table, row, column) }];
  });
}
