import type { Measure, Reported } from "./measure.ts";

/** When something is added to the cells: where one is 0, everywhere, everywhere if one anywhere is 0, nowhere. */
export const ADD_TO = ["only0", "all", "if0all", "none"] as const;
export type AddTo = (typeof ADD_TO)[number];

/**
 * What is added to the cells of each row before its effect is computed.
 * @param measure has `cells` when its rows are counts
 * @param rows the rows as reported
 * @param given `to` which rows; `add` how much (left out: the measure's own)
 * @returns per row the number added to every cell, 0 for none
 * @see metafor::escalc(add, to)
 */
export function additions(
  { cells }: Measure,
  rows: readonly Reported[],
  given: { readonly to: AddTo; readonly add?: number | undefined },
): number[] {
  if (!cells || given.to === "none") return rows.map(() => 0);
  const add = given.add ?? cells.add;
  const hasZero = rows.map((row) => cellsOf(row, cells.kind).includes(0));
  if (given.to === "only0") return hasZero.map((zero) => (zero ? add : 0));
  return rows.map(() => (given.to === "all" || hasZero.includes(true) ? add : 0));
}

function cellsOf(row: Reported, kind: "table" | "proportion"): number[] {
  return kind === "table" ? [row.a, row.b, row.c, row.d] : [row.events, row.n - row.events];
}

/** The row with `add` in every cell; the two cells of a proportion are the cases with and without the outcome. */
export function withAddition(row: Reported, add: number): Reported {
  if (add === 0) return row;
  const { a, b, c, d, events, n } = row;
  return { ...row, a: a + add, b: b + add, c: c + add, d: d + add, events: events + add, n: n + 2 * add };
}
