import { type CategoryCodes, twoWayCounts } from "./twoWayCounts.ts";

/** A table of four columns is worth its cells when there are at least this many rows for each. */
const ROWS_PER_CELL = 2;

/** Two neighbouring columns (or the last one alone) as one code per row; code 0 of each is missing. */
interface Duo {
  readonly first: number;
  readonly codes: Int32Array;
  /** Categories of either, with missing as one more. */
  readonly own: number;
  readonly other: number;
}

/**
 * How often each two categories of every two columns occur together. Columns are taken two by two, so that a row is
 * counted once for four tables.
 * @returns a function that gives the table of columns i and j, as `twoWayCounts` does, for i below j
 * @example
 * allTwoWayCounts([[0, 1, 1], [0, 0, -1]].map((codes) => ({ codes: Int32Array.from(codes), levels: [1, 2] })))(0, 1) // [[1, 0], [1, 0]]
 */
export function allTwoWayCounts(columns: readonly CategoryCodes[]): (i: number, j: number) => number[][] {
  const rows = columns[0]?.codes.length ?? 0;
  const duos: Duo[] = [];
  for (let j = 0; j < columns.length; j += 2) duos.push(duoOf(columns, j));
  const cells = Math.max(...duos.map(({ own, other }) => own * other)) ** 2;
  if (cells * ROWS_PER_CELL > rows) return (i, j) => twoWayCounts(columns[i]!, columns[j]!);
  const tables = new Map<number, number[][]>();
  for (const [k, right] of duos.entries()) {
    for (const left of duos.slice(0, k + 1)) addTables(tables, left, right, columns.length);
  }
  return (i, j) => tables.get(i * columns.length + j)!;
}

function duoOf(columns: readonly CategoryCodes[], first: number): Duo {
  const a = columns[first]!;
  const b = columns[first + 1];
  const other = b === undefined ? 1 : b.levels.length + 1;
  const codes = new Int32Array(a.codes.length);
  for (let i = 0; i < codes.length; i++) {
    codes[i] = (a.codes[i]! + 1) * other + (b === undefined ? 0 : b.codes[i]! + 1);
  }
  return { first, codes, own: a.levels.length + 1, other };
}

/** The tables of the columns of one duo with those of another, or of its own two columns. */
function addTables(tables: Map<number, number[][]>, left: Duo, right: Duo, columns: number): void {
  const place = (i: number, j: number) => i * columns + j;
  if (left === right) {
    if (left.other > 1) tables.set(place(left.first, left.first + 1), ownTable(left));
    return;
  }
  const joint = jointCounts(left, right);
  const ofLeft = sidesOf(left);
  for (const a of ofLeft) {
    for (const b of sidesOf(right)) {
      tables.set(place(left.first + a.step, right.first + b.step), collapsed(joint, right.own * right.other, a, b));
    }
  }
}

function jointCounts(left: Duo, right: Duo): Int32Array {
  const width = right.own * right.other;
  const counts = new Int32Array(left.own * left.other * width);
  for (let i = 0; i < left.codes.length; i++) counts[left.codes[i]! * width + right.codes[i]!]! += 1;
  return counts;
}

/** One column of a duo: the code its category has, from 0 (missing), at every code of the duo. */
interface Side {
  readonly step: 0 | 1;
  readonly categories: number;
  readonly of: Int32Array;
}

function sidesOf({ own, other }: Duo): Side[] {
  const codes = Array.from({ length: own * other }, (_, code) => code);
  const first: Side = { step: 0, categories: own, of: Int32Array.from(codes, (code) => Math.floor(code / other)) };
  return other === 1 ? [first] : [first, { step: 1, categories: other, of: Int32Array.from(codes, (c) => c % other) }];
}

/** The table of two columns out of that of two duos, without the missing. */
function collapsed(joint: Int32Array, width: number, a: Side, b: Side): number[][] {
  const table = Array.from({ length: a.categories }, () => new Array<number>(b.categories).fill(0));
  for (let p = 0; p < a.of.length; p++) {
    const row = table[a.of[p]!]!;
    for (let q = 0; q < width; q++) row[b.of[q]!]! += joint[p * width + q]!;
  }
  return table.slice(1).map((row) => row.slice(1));
}

function ownTable({ codes, own, other }: Duo): number[][] {
  const counts = new Int32Array(own * other);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]! += 1;
  return Array.from({ length: own - 1 }, (_, i) => Array.from(counts.subarray((i + 1) * other + 1, (i + 2) * other)));
}
