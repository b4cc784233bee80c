import type { Categories, NumberColumns } from "../table/input.ts";
import type { ClusteredPair } from "./correlationLevels.ts";

/** Two named columns. */
export interface NamedPair {
  readonly x: string;
  readonly y: string;
  readonly columns: readonly [Float64Array, Float64Array];
}

/** Two names with the rows they have in common. */
export interface Pair {
  readonly x: string;
  readonly y: string;
  readonly rows: ClusteredPair;
}

export interface CorrelationRows {
  readonly pairs: readonly Pair[];
  readonly clustered: boolean;
  /** Rows given; used by at least one pair; without a cluster; left out because a value was missing (listwise). */
  readonly total: number;
  readonly used: number;
  readonly unclustered: number;
  readonly incomplete: number;
  /** Missing values in all columns together. */
  readonly missing: number;
}

/** Every variable with every other one (the lower triangle, column by column), or with every one of another set. */
export function pairsOf(variables: NumberColumns, others: NumberColumns | undefined): NamedPair[] {
  return variables.names.flatMap((x, i) => {
    const partners = others ?? from(variables, i + 1);
    return partners.names.map((y, j): NamedPair => ({ x, y, columns: [variables.columns[i]!, partners.columns[j]!] }));
  });
}

function from({ names, columns, rows }: NumberColumns, first: number): NumberColumns {
  return { names: names.slice(first), columns: columns.slice(first), rows };
}

/** Picks the rows of each pair: those with a cluster, and complete in that pair or (listwise) in all columns. */
export function correlationRows(
  pairs: readonly NamedPair[],
  cluster: Categories | undefined,
  missing: "listwise" | "pairwise",
): CorrelationRows {
  const columns = [...new Set(pairs.flatMap((pair) => pair.columns))];
  const total = columns[0]!.length;
  const rows = Array.from({ length: total }, (_, i) => i);
  const clustered = cluster ? rows.filter((i) => cluster.codes[i]! >= 0) : rows;
  const present = (some: readonly Float64Array[], i: number) => some.every((column) => !Number.isNaN(column[i]!));
  const allowed = missing === "listwise" ? clustered.filter((i) => present(columns, i)) : clustered;
  const used = new Set<number>();
  const picked = pairs.map(({ x, y, columns: both }): Pair => {
    const own = allowed.filter((i) => present(both, i));
    for (const i of own) used.add(i);
    return { x, y, rows: take(both, cluster, own) };
  });
  return {
    pairs: picked,
    clustered: cluster !== undefined,
    total,
    used: used.size,
    unclustered: total - clustered.length,
    incomplete: clustered.length - allowed.length,
    missing: columns.reduce((sum, column) => sum + column.filter((value) => Number.isNaN(value)).length, 0),
  };
}

function take([x, y]: NamedPair["columns"], cluster: Categories | undefined, rows: readonly number[]): ClusteredPair {
  return {
    x: Float64Array.from(rows, (i) => x[i]!),
    y: Float64Array.from(rows, (i) => y[i]!),
    clusters: Int32Array.from(rows, (i) => cluster?.codes[i] ?? 0),
  };
}
