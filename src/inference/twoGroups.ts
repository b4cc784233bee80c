import { meant } from "../foundation/closest.ts";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import type { Categories, NumberColumns } from "../table/input.ts";

/**
 * Codes of two groups, the one that is compared with last.
 * @param reference its name; the second to appear when null
 * @throws group/not-two with the groups found; option/invalid for a reference that is not there
 */
export function orderOfGroups({ levels }: Categories, reference: string | null): readonly [number, number] {
  if (levels.length !== 2) refuse("group/not-two", { found: levels.length, groups: levels.slice(0, 10).join(", ") });
  const last = reference === null ? 1 : levels.indexOf(reference);
  if (last === -1) {
    refuse("option/invalid", { option: "reference", expected: levels.join(" | "), ...meant(reference!, levels) });
  }
  return [1 - last, last];
}

/** Who was used in a comparison of groups: those of a group with at least one value. */
export function groupSample(groups: Categories, { columns, rows }: NumberColumns) {
  const grouped = [...groups.codes.keys()].filter((i) => groups.codes[i] !== -1);
  const used = grouped.filter((i) => columns.some((column) => !Number.isNaN(column[i]!))).length;
  const missing = columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0);
  const ungrouped = rows - grouped.length;
  return {
    sample: { unit: "respondent" as const, used, dropped: rows - used, missing },
    notes: notesWhen([ungrouped > 0, "group/missing", { dropped: ungrouped, total: rows }]),
  };
}

/** The values of each variable in two groups, and who was used. */
export function twoGroups(groups: Categories, variables: NumberColumns, reference: string | null) {
  const order = orderOfGroups(groups, reference);
  const valuesOf = (column: Float64Array, code: number) =>
    column.filter((value, i) => groups.codes[i] === code && !Number.isNaN(value));
  return {
    names: order.map((code) => groups.levels[code]!) as unknown as readonly [string, string],
    split: variables.columns.map((column) => [valuesOf(column, order[0]), valuesOf(column, order[1])] as const),
    ...groupSample(groups, variables),
  };
}
