import { refuse } from "../foundation/errors.ts";
import type { Categories, NumberColumns } from "../table/input.ts";

/** Columns of a model without its intercept, with the name of every coefficient. */
export interface FixedColumns {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Level that the others are compared with, per factor. */
  readonly references: Readonly<Record<string, string>>;
}

/**
 * Numbers as they are, factors as one column for every level but the first in the order of the alphabet.
 * @param rows the rows to take
 * @throws moderator/one-level
 */
export function fixedColumns(
  numbers: NumberColumns | undefined,
  factors: Readonly<Record<string, Categories>>,
  rows: readonly number[],
): FixedColumns {
  const names = [...(numbers?.names ?? [])];
  const columns = (numbers?.columns ?? []).map((column) => Float64Array.from(rows, (row) => column[row]!));
  const references: Record<string, string> = {};
  for (const [name, { levels, codes }] of Object.entries(factors)) {
    const present = levels.filter((_, code) => rows.some((row) => codes[row] === code)).sort();
    if (present.length < 2) refuse("moderator/one-level", { name });
    references[name] = present[0]!;
    for (const level of present.slice(1)) {
      const code = levels.indexOf(level);
      names.push(`${name}: ${level}`);
      columns.push(Float64Array.from(rows, (row) => (codes[row] === code ? 1 : 0)));
    }
  }
  return { names, columns, references };
}

/** Groups within groups: codes from 0 per level, the innermost first. */
export interface NestedGroups {
  readonly names: readonly string[];
  readonly levels: readonly Int32Array[];
  readonly counts: readonly number[];
}

/**
 * Groups read within the groups around them: teacher 1 of school a is another than teacher 1 of school b.
 * @param groups outermost first
 * @param rows the rows to take
 */
export function nestedGroups(groups: Readonly<Record<string, Categories>>, rows: readonly number[]): NestedGroups {
  const names = Object.keys(groups);
  let around = Int32Array.from(rows, () => 0);
  const levels = names.map((name) => {
    const { codes, levels: labels } = groups[name]!;
    const seen = new Map<number, number>();
    around = Int32Array.from(rows, (row, i) => {
      const key = around[i]! * labels.length + codes[row]!;
      if (!seen.has(key)) seen.set(key, seen.size);
      return seen.get(key)!;
    });
    return { codes: around, count: seen.size };
  });
  return {
    names: names.toReversed(),
    levels: levels.map(({ codes }) => codes).toReversed(),
    counts: levels.map(({ count }) => count).toReversed(),
  };
}
