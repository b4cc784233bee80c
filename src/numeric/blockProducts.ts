import { CHUNK } from "./sums.ts";

/** Columns of centred numbers, one after the other in one array, `stride` apart. */
export interface Block {
  readonly values: Float64Array;
  readonly stride: number;
  readonly columns: number;
  /** Rows in use, at most `stride`. */
  readonly rows: number;
}

/** Columns in a side of a tile: nine running sums and six values just fit the processor's registers. */
const SIDE = 3;
/** Whole numbers up to this are multiplied four columns at a time. */
const LARGEST_PACKED = 6;
const PACKED = 4;
const BASE = 2 ** 13;

/**
 * Inner products of all columns of a block, two by two.
 * @param block centred columns; small whole numbers (answers on a scale) go twice as fast
 * @param products columns by columns, overwritten on and below the diagonal; exact for small whole numbers
 * @example blockProducts({ values: Float64Array.of(1, 2, 3, 4), stride: 2, columns: 2, rows: 2 }, new Float64Array(4))
 */
export function blockProducts(block: Block, products: Float64Array): void {
  const largest = largestWhole(block);
  if (largest <= LARGEST_PACKED) packedProducts(block, largest, products);
  else plainProducts(block, products);
}

/** Largest absolute value when all values are small whole numbers, else Infinity. */
function largestWhole({ values, stride, columns, rows }: Block): number {
  let largest = 0;
  for (let j = 0; j < columns && largest <= LARGEST_PACKED; j++) {
    largest = Math.max(largest, largestOf(values, j * stride, j * stride + rows));
  }
  return largest;
}

function largestOf(values: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    const size = value < 0 ? -value : value;
    if (size > LARGEST_PACKED || (value | 0) !== value) return Number.POSITIVE_INFINITY;
    largest = size > largest ? size : largest;
  }
  return largest;
}

const sums = new Float64Array(SIDE * SIDE);
const starts = new Int32Array(2 * SIDE);

function plainProducts({ values, stride, columns, rows }: Block, products: Float64Array): void {
  for (let i = 0; i < columns; i += SIDE) {
    setStarts(0, i, columns, stride, 0);
    for (let j = 0; j <= i; j += SIDE) {
      setStarts(SIDE, j, columns, stride, 0);
      multiplyTile(values, values, rows, CHUNK);
      for (let k = 0; k < SIDE * SIDE; k++) {
        const row = i + Math.floor(k / SIDE);
        const column = j + (k % SIDE);
        if (row < columns && column < columns) products[row * columns + column] = sums[k]!;
      }
    }
  }
}

/**
 * Four columns as the digits of one number, so that one multiplication gives four products. Their sums stay below half
 * the base, and can be read back exactly.
 */
function packedProducts(block: Block, largest: number, products: Float64Array): void {
  const { values, stride, columns, rows } = block;
  const packed = packedColumns(block);
  const groups = Math.ceil(columns / PACKED);
  const run = Math.min(rows, Math.floor((BASE / 2 - 1) / Math.max(1, largest ** 2)));
  products.fill(0);
  for (let from = 0; from < rows; from += run) {
    for (let group = 0; group < groups; group += SIDE) {
      setStarts(0, group, groups, stride, from);
      const last = Math.min(columns, PACKED * (group + SIDE));
      for (let j = 0; j < last; j += SIDE) {
        setStarts(SIDE, j, columns, stride, from);
        multiplyTile(packed, values, Math.min(run, rows - from), run);
        unpackTile(group, groups, j, columns, products);
      }
    }
  }
}

let room = new Float64Array(0);

function packedColumns({ values, stride, columns, rows }: Block): Float64Array {
  const groups = Math.ceil(columns / PACKED);
  if (room.length < groups * stride) room = new Float64Array(groups * stride);
  for (let group = 0; group < groups; group++) {
    const first = group * PACKED;
    const last = Math.min(columns, first + PACKED) - 1;
    const to = group * stride;
    for (let i = 0; i < rows; i++) room[to + i] = values[last * stride + i]!;
    for (let j = last - 1; j >= first; j--) {
      for (let i = 0; i < rows; i++) room[to + i] = values[j * stride + i]! + BASE * room[to + i]!;
    }
  }
  return room;
}

/** Adds the digits of the sums to the products of the columns they stand for. */
function unpackTile(group: number, groups: number, first: number, columns: number, products: Float64Array): void {
  for (let k = 0; k < SIDE * SIDE; k++) {
    const g = group + Math.floor(k / SIDE);
    const column = first + (k % SIDE);
    if (g >= groups || column >= columns) continue;
    let left = sums[k]!;
    for (let digit = PACKED - 1; digit >= 0; digit--) {
      const unit = BASE ** digit;
      const value = Math.round(left / unit);
      left -= value * unit;
      const row = g * PACKED + digit;
      if (row < columns) products[row * columns + column] = products[row * columns + column]! + value;
    }
  }
}

/** Where the three runs of a side begin; beyond the last column the last one stands in. */
function setStarts(side: number, first: number, columns: number, stride: number, from: number): void {
  for (let k = 0; k < SIDE; k++) starts[side + k] = Math.min(first + k, columns - 1) * stride + from;
}

/** Inner products of three runs with three others, nine at a time: reading costs more than multiplying. */
function multiplyTile(left: Float64Array, right: Float64Array, length: number, chunk: number): void {
  const [a, b, c, d, e, f] = starts as unknown as [number, number, number, number, number, number];
  sums.fill(0);
  for (let from = 0; from < length; from += chunk) {
    const to = Math.min(length, from + chunk);
    let ad = 0;
    let ae = 0;
    let af = 0;
    let bd = 0;
    let be = 0;
    let bf = 0;
    let cd = 0;
    let ce = 0;
    let cf = 0;
    for (let i = from; i < to; i++) {
      const x = right[d + i]!;
      const y = right[e + i]!;
      const z = right[f + i]!;
      const first = left[a + i]!;
      const second = left[b + i]!;
      const third = left[c + i]!;
      ad += first * x;
      ae += first * y;
      af += first * z;
      bd += second * x;
      be += second * y;
      bf += second * z;
      cd += third * x;
      ce += third * y;
      cf += third * z;
    }
    addSums(ad, ae, af, 0);
    addSums(bd, be, bf, SIDE);
    addSums(cd, ce, cf, 2 * SIDE);
  }
}

function addSums(x: number, y: number, z: number, at: number): void {
  sums[at] = sums[at]! + x;
  sums[at + 1] = sums[at + 1]! + y;
  sums[at + 2] = sums[at + 2]! + z;
}
