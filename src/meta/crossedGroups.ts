import { refuse } from "../foundation/errors.ts";
import { type NestedGroups, nestedGroups } from "../inference/mixedDesign.ts";
import { zeros } from "../numeric/matrices.ts";
import type { Categories } from "../table/input.ts";
import type { KnownBlock } from "./blockForms.ts";

/** Groups of which the first ones may lie across the others; the outermost of the nested ones is last. */
export interface CrossedGroups extends NestedGroups {
  /** How many of the first levels are not nested. */
  readonly crossed: number;
}

/**
 * Nested groups with further ones across them.
 * @throws data/too-few for a level with one group; mixed/same-groups for two levels with the same groups
 */
export function crossedGroups(
  nested: NestedGroups,
  crossed: Readonly<Record<string, Categories>>,
  rows: Int32Array,
): CrossedGroups {
  const names = Object.keys(crossed).reverse();
  const own = names.map((name) => nestedGroups({ [name]: crossed[name]! }, [...rows]));
  const all = {
    names: [...names, ...nested.names],
    levels: [...own.map(({ levels }) => levels[0]!), ...nested.levels],
    counts: [...own.map(({ counts }) => counts[0]!), ...nested.counts],
    crossed: names.length,
  };
  names.forEach((name, l) => {
    if (all.counts[l]! < 2) refuse("data/too-few", { needed: 2, unit: name, found: all.counts[l]! });
    const same = all.levels.findIndex((codes, other) => other > l && areSame(codes, all.levels[l]!));
    if (same >= 0) refuse("mixed/same-groups", { inner: name, outer: all.names[same]! });
  });
  return all;
}

/** Codes count from 0 in order of appearance, so the same groups have the same codes. */
function areSame(codes: Int32Array, others: Int32Array): boolean {
  return codes.every((code, i) => code === others[i]);
}

/** Rows that groups of some level connect: of nested groups the outermost ones. */
export function connectedRows({ levels, crossed }: CrossedGroups): number[][] {
  const codes = Int32Array.from(levels.at(-1)!);
  const ties = levels.slice(0, crossed);
  let moved = crossed > 0;
  while (moved) {
    moved = false;
    for (const tie of ties) moved = pulled(codes, tie) || moved;
    moved = pulled(codes, levels.at(-1)!) || moved;
  }
  return membersOf(codes);
}

/** Gives all rows of a group the lowest of their codes; whether any changed. */
function pulled(codes: Int32Array, groups: Int32Array): boolean {
  const lowest = new Map<number, number>();
  groups.forEach((group, i) => {
    lowest.set(group, Math.min(codes[i]!, lowest.get(group) ?? codes[i]!));
  });
  let moved = false;
  groups.forEach((group, i) => {
    if (codes[i] !== lowest.get(group)) moved = true;
    codes[i] = lowest.get(group)!;
  });
  return moved;
}

/** The rows of every code that occurs. */
export function membersOf(codes: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  codes.forEach((code, i) => {
    const rows = members.get(code);
    if (rows) rows.push(i);
    else members.set(code, [i]);
  });
  return [...members.values()];
}

/** Clusters with the known covariance matrix of their errors. */
export function blocksOf(
  clusters: readonly (readonly number[])[],
  covarianceOf: (effect: number, other: number) => number,
): KnownBlock[] {
  return clusters.map((rows) => {
    const size = rows.length;
    const variance = zeros(size, size);
    rows.forEach((row, i) => {
      rows.forEach((other, j) => {
        variance.data[i * size + j] = covarianceOf(row, other);
      });
    });
    return { rows, variance };
  });
}
