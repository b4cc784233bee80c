import { blockProducts } from "./blockProducts.ts";
import { sumError } from "./exactProduct.ts";
import { roundMean } from "./roundMean.ts";
import { addTo } from "./sums.ts";

/** In blocks from this size a part of the rows tells the middle near enough: it costs at most a factor of its step. */
const SAMPLED = 256;
const SAMPLE_STEP = 4;

/** Sums so far, relative to `reference` (the first block's means), and room for one block of centred rows. */
export interface Running {
  n: number;
  readonly columns: number;
  readonly stride: number;
  readonly block: Float64Array;
  readonly left: Uint8Array;
  readonly reference: Float64Array;
  readonly centre: Float64Array;
  readonly remainder: Float64Array;
  readonly apart: Float64Array;
  readonly within: Float64Array;
  readonly totals: Float64Array;
  readonly totalsLost: Float64Array;
  readonly products: Float64Array;
  readonly productsLost: Float64Array;
}

/** Room for blocks of `stride` rows. */
export function startOf(columns: number, stride: number): Running {
  const perColumn = () => new Float64Array(columns);
  return {
    n: 0,
    columns,
    stride,
    block: new Float64Array(columns * stride),
    left: new Uint8Array(stride),
    reference: perColumn(),
    centre: perColumn(),
    remainder: perColumn(),
    apart: perColumn(),
    within: new Float64Array(columns * columns),
    totals: perColumn(),
    totalsLost: perColumn(),
    products: new Float64Array(columns * columns),
    productsLost: new Float64Array(columns * columns),
  };
}

/** Copies the complete rows from..to into the block, column by column; returns how many there are. */
export function gather(running: Running, columns: readonly ArrayLike<number>[], from: number, to: number): number {
  const { block, left, stride } = running;
  if (columns.every((column) => column instanceof Float64Array && isComplete(column, from, to))) {
    for (let j = 0; j < columns.length; j++) block.set((columns[j] as Float64Array).subarray(from, to), j * stride);
    return to - from;
  }
  markIncomplete(left, columns, from, to);
  let used = 0;
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]!;
    used = j * stride;
    for (let i = from; i < to; i++) if (left[i - from] === 0) block[used++] = column[i]!;
    used -= j * stride;
  }
  return used;
}

/** Whether no value is missing: one that is would make the sum NaN. Infinities may too, and are then looked at. */
function isComplete(column: Float64Array, from: number, to: number): boolean {
  let even = 0;
  let odd = 0;
  let i = from;
  for (; i + 1 < to; i += 2) {
    even += column[i]!;
    odd += column[i + 1]!;
  }
  if (i < to) even += column[i]!;
  return !Number.isNaN(even + odd);
}

/** Marks the rows in which a value is missing. */
function markIncomplete(left: Uint8Array, columns: readonly ArrayLike<number>[], from: number, to: number): void {
  left.fill(0);
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]!;
    for (let i = from; i < to; i++) {
      if (Number.isNaN(column[i]!)) left[i - from] = 1;
    }
  }
}

/** Adds the first `rows` rows of the block, merged as Chan, Golub & LeVeque (1983) do. */
export function addBlock(running: Running, rows: number): void {
  const { columns, reference, centre, remainder, apart, within, totals, totalsLost } = running;
  for (let j = 0; j < columns; j++) centreColumn(running, j, rows);
  if (running.n === 0) reference.set(centre);
  for (let j = 0; j < columns; j++) {
    const mean = centre[j]! - reference[j]! + remainder[j]!;
    apart[j] = running.n === 0 ? 0 : mean - (totals[j]! + totalsLost[j]!) / running.n;
    addTo(totals, totalsLost, j, mean * rows);
  }
  blockProducts({ values: running.block, stride: running.stride, columns, rows }, within);
  const between = (running.n * rows) / (running.n + rows);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j <= i; j++) {
      const inside = within[i * columns + j]! - rows * remainder[i]! * remainder[j]!;
      addTo(running.products, running.productsLost, i * columns + j, inside + apart[i]! * apart[j]! * between);
    }
  }
  running.n += rows;
}

/** Subtracts from a column of the block a round number near its mean; what it misses of the mean is the remainder. */
function centreColumn({ block, stride, centre, remainder }: Running, j: number, rows: number): void {
  const from = j * stride;
  const middle = roundMean(block, from, from + rows, rows < SAMPLED ? 1 : SAMPLE_STEP);
  let rest = 0;
  for (let i = from; i < from + rows; i++) rest += block[i] = block[i]! - middle;
  centre[j] = middle;
  remainder[j] = rest / rows;
}

/** The sums as plain data. */
export function finished(running: Running, missing: number) {
  const { n, columns, reference, totals, totalsLost, products, productsLost } = running;
  const offset = Array.from(totals, (total, j) => (n === 0 ? 0 : (total + totalsLost[j]!) / n));
  const sum = (i: number, j: number) => products[i * columns + j]! + productsLost[i * columns + j]!;
  return {
    n,
    missing,
    means: offset.map((step, j) => reference[j]! + step),
    meanRemainders: offset.map((step, j) => sumError(reference[j]!, step)),
    sumProducts: offset.map((_, i) => offset.map((_, j) => (i >= j ? sum(i, j) : sum(j, i)))),
  };
}
