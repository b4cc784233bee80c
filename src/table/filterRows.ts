import { refuse } from "../foundation/errors.ts";
import type { Table } from "./table.ts";
import { takeRows } from "./takeRows.ts";

/**
 * The rows whose mark is true (or not 0).
 * @param keep one mark per row
 * @returns a new table; levels of text that no longer occur are dropped
 * @throws table/unequal-length when there is not one mark per row
 */
export function filterRows(table: Table, keep: ArrayLike<boolean | number>): Table {
  if (keep.length !== table.rows)
    refuse("table/unequal-length", { found: keep.length, expected: table.rows }, { source: table.source });
  const places: number[] = [];
  for (let i = 0; i < keep.length; i++) if (keep[i]) places.push(i);
  return takeRows(table, Int32Array.from(places));
}
