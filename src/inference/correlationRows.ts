import type { PairMoments } from "../numeric/moments.ts";
import { pairwiseMoments } from "../numeric/pairwiseMoments.ts";
import type { Categories, NumberColumns } from "../table/input.ts";
import type { ClusteredPair } from "./correlationLevels.ts";

/** Two named columns. */
export interface NamedPair {
  readonly x: string;
  readonly y: string;
  readonly columns: readonly [Float64Array, Float64Array];
}

/** Two names with the rows they have in common, or where rows are independent with the moments of these. */
export interface Pair {
  readonly x: string;
  readonly y: string;
  readonly own: ClusteredPair | PairMoments;
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

/** Moments of each pair, from the rows complete in that pair or (listwise) in all columns. */
export function independentRows(pairs: readonly NamedPair[], missing: "listwise" | "pairwise"): CorrelationRows {
  const all = columnsOf(pairs);
  const total = all[0]!.length;
  const gaps = missingCount(all);
  const columns = missing === "listwise" && gaps > 0 ? completeRows(all) : all;
  const momentsOfPair = pairwiseMoments(columns);
  const place = new Map(all.map((column, i) => [column, i]));
  const side = (k: 0 | 1) => [...new Set(pairs.map((pair) => columns[place.get(pair.columns[k])!]!))];
  return {
    pairs: pairs.map(({ x, y, columns: [a, b] }) => ({ x, y, own: momentsOfPair(place.get(a)!, place.get(b)!) })),
    clustered: false,
    total,
    used: gaps === 0 ? total : rowsInAPair(side(0), side(1)),
    unclustered: 0,
    incomplete: total - columns[0]!.length,
    missing: gaps,
  };
}

/** Rows of each pair: those with a cluster, and complete in that pair or (listwise) in all columns. */
export function clusteredRows(
  pairs: readonly NamedPair[],
  cluster: Categories,
  missing: "listwise" | "pairwise",
): CorrelationRows {
  const columns = columnsOf(pairs);
  const total = columns[0]!.length;
  const clustered = Array.from({ length: total }, (_, i) => i).filter((i) => cluster.codes[i]! >= 0);
  const present = (some: readonly Float64Array[], i: number) => some.every((column) => !Number.isNaN(column[i]!));
  const allowed = missing === "listwise" ? clustered.filter((i) => present(columns, i)) : clustered;
  const used = new Set<number>();
  const picked = pairs.map(({ x, y, columns: both }): Pair => {
    const own = allowed.filter((i) => present(both, i));
    for (const i of own) used.add(i);
    return { x, y, own: take(both, cluster, own) };
  });
  return {
    pairs: picked,
    clustered: true,
    total,
    used: used.size,
    unclustered: total - clustered.length,
    incomplete: clustered.length - allowed.length,
    missing: missingCount(columns),
  };
}

function columnsOf(pairs: readonly NamedPair[]): Float64Array[] {
  return [...new Set(pairs.flatMap((pair) => pair.columns))];
}

function missingCount(columns: readonly Float64Array[]): number {
  let count = 0;
  for (const column of columns) for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i]!)) count += 1;
  return count;
}

function completeRows(columns: readonly Float64Array[]): Float64Array[] {
  const complete = Uint8Array.from(columns[0]!, () => 1);
  for (const column of columns) for (let i = 0; i < column.length; i++) if (Number.isNaN(column[i]!)) complete[i] = 0;
  return columns.map((column) => column.filter((_, i) => complete[i] === 1));
}

/** Rows with a value on both sides of at least one pair of different columns. */
function rowsInAPair(x: readonly Float64Array[], y: readonly Float64Array[]): number {
  let count = 0;
  for (let i = 0; i < x[0]!.length; i++) {
    const first = presentColumn(x, i, null);
    if (first !== null && presentColumn(y, i, first) !== null) count += 1;
  }
  return count;
}

/** The first column with a value in this row, other than one. */
function presentColumn(columns: readonly Float64Array[], row: number, but: Float64Array | null): Float64Array | null {
  for (const column of columns) if (column !== but && !Number.isNaN(column[row]!)) return column;
  return null;
}

function take([x, y]: NamedPair["columns"], cluster: Categories, rows: readonly number[]): ClusteredPair {
  return {
    x: Float64Array.from(rows, (i) => x[i]!),
    y: Float64Array.from(rows, (i) => y[i]!),
    clusters: Int32Array.from(rows, (i) => cluster.codes[i]!),
  };
}
