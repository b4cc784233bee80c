import { refuse } from "../foundation/errors.ts";
import type { NumberColumns } from "../table/input.ts";
import { type CategoryScale, categoryScale, placesOf, type RatingSettings } from "./ratings.ts";

/** Ratings of a table of subjects by raters, in categories. */
export interface Rated {
  readonly scale: CategoryScale;
  /** Subjects with a rating by categories. */
  readonly counts: number[][];
  /** Raters by subjects of the table: place of the category, -1 where missing. */
  readonly places: readonly Int32Array[];
  readonly missing: number;
}

/**
 * Counts how often each category was chosen for each subject. Subjects without any rating are left out.
 * @throws data/not-a-code; data/too-many-categories; data/too-few when no subject has two ratings
 */
export function ratingCounts({ names, columns, rows }: NumberColumns, settings: RatingSettings): Rated {
  const values = new Set(columns.flatMap((column) => [...column].filter((value) => !Number.isNaN(value))));
  const scale = categoryScale([...values].map(String), settings);
  const labels = columns.map((column) => Array.from(column, (value) => (Number.isNaN(value) ? null : String(value))));
  const places = labels.map((column, j) => placesOf(column, scale, names[j]!));
  const all = Array.from({ length: rows }, (_, i) => {
    const row = scale.labels.map(() => 0);
    for (const column of places) if (column[i]! >= 0) row[column[i]!]! += 1;
    return row;
  });
  const total = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
  const paired = all.filter((row) => total(row) > 1).length;
  if (paired === 0) refuse("data/too-few", { needed: 1, unit: "rows with two ratings", found: 0 });
  const counts = all.filter((row) => total(row) > 0);
  const present = all.reduce((sum, row) => sum + total(row), 0);
  return { scale, counts, places, missing: rows * columns.length - present };
}
