import type { Categories } from "./input.ts";

/**
 * A column of numbers as one column per group, in the order of the groups. Rows without a group are left out;
 * missing values stay (NaN).
 * @example splitByGroup(Float64Array.of(1, 2, 3), { levels: ["a", "b"], codes: Int32Array.of(1, 0, 1), rows: 3 }).map((column) => [...column]) // [[2], [1, 3]]
 */
export function splitByGroup(values: Float64Array, { levels, codes }: Categories): Float64Array[] {
  const sizes = new Int32Array(levels.length);
  for (let i = 0; i < codes.length; i++) if (codes[i]! >= 0) sizes[codes[i]!]! += 1;
  const columns = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(levels.length);
  for (let i = 0; i < codes.length; i++) {
    const group = codes[i]!;
    if (group >= 0) columns[group]![filled[group]!++] = values[i]!;
  }
  return columns;
}
