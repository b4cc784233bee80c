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
/** From this many columns on, packing them pays. */
const SEVERAL = 5;
/** Whole numbers up to this are multiplied two columns by two at a time. */
const LARGEST_PACKED = 6;
/** Sums of products up to this size can be read back from one number with this base: base^3 times it is below 2^53. */
const LARGEST_DIGIT = 5600;
const BASE = 2 * LARGEST_DIGIT + 3;

/**
 * Inner products of all columns of a block, two by two.
 * @param block centred columns; many columns of small whole numbers (answers on a scale) go faster
 * @param products columns by columns, overwritten on and below the diagonal; exact for small whole numbers
 * @returns the largest absolute value where they were small whole numbers, else Infinity
 * @example blockProducts({ values: Float64Array.of(1, 2, 3, 4), stride: 2, columns: 2, rows: 2 }, new Float64Array(4)) // Infinity
 */
export function blockProducts(block: Block, products: Float64Array): number {
  const largest = block.columns < SEVERAL ? Number.POSITIVE_INFINITY : largestWhole(block);
  if (largest <= LARGEST_PACKED) packedProducts(block, largest, products);
  else plainProducts(block, products);
  return largest;
}

/** Largest absolute value when all values are small whole numbers, else Infinity. */
function largestWhole({ values, stride, columns, rows }: Block): number {
  let largest = 0;
  for (let j = 0; j < columns && largest <= LARGEST_PACKED; j++) {
    largest = Math.max(largest, largestOf(values, j * stride, j * stride + rows));
  }
  return largest;
}

/** Without a branch on the sign: that of an answer's distance from the middle cannot be guessed. */
function largestOf(values: Float64Array, from: number, to: number): number {
  let largest = 0;
  for (let i = from; i < to; i++) {
    const size = Math.abs(values[i]!);
    if (!(size <= LARGEST_PACKED) || Math.floor(size) !== size) return Number.POSITIVE_INFINITY;
    if (size > largest) largest = size;
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
 * Two columns as the digits of one number, with the base or with its square, so that one multiplication gives four
 * products. Their sums stay below half the base, and can be read back exactly.
 */
function packedProducts(block: Block, largest: number, products: Float64Array): void {
  const { stride, columns, rows } = block;
  const pairs = Math.ceil(columns / 2);
  const [left, right] = packedColumns(block);
  const most = Math.floor(LARGEST_DIGIT / Math.max(1, largest ** 2));
  const run = Math.ceil(rows / Math.ceil(rows / most));
  products.fill(0);
  for (let from = 0; from < rows; from += run) {
    const length = Math.min(run, rows - from);
    for (let i = 0; i < pairs; i += SIDE) {
      setStarts(0, i, pairs, stride, from);
      for (let j = 0; j <= i; j += SIDE) {
        setStarts(SIDE, j, pairs, stride, from);
        multiplyTile(left, right, length, length);
        unpackTile(i, j, columns, products);
      }
    }
  }
}

let rooms: readonly [Float64Array, Float64Array] = [new Float64Array(0), new Float64Array(0)];

/** Every two columns as first + base second and as first + base^2 second. */
function packedColumns({ values, stride, columns, rows }: Block): readonly [Float64Array, Float64Array] {
  const size = Math.ceil(columns / 2) * stride;
  if (rooms[0].length < size) rooms = [new Float64Array(size), new Float64Array(size)];
  for (let j = 0; j < columns; j += 2) {
    if (j + 1 < columns) packTwo(values, j * stride, stride, rows);
    else for (const room of rooms) room.set(values.subarray(j * stride, j * stride + rows), (j / 2) * stride);
  }
  return rooms;
}

function packTwo(values: Float64Array, at: number, stride: number, rows: number): void {
  const [left, right] = rooms;
  const to = at / 2;
  for (let i = 0; i < rows; i++) {
    const first = values[at + i]!;
    const shifted = BASE * values[at + stride + i]!;
    left[to + i] = first + shifted;
    right[to + i] = first + BASE * shifted;
  }
}

/** Adds the digits of the sums to the products of the columns they stand for. */
function unpackTile(i: number, j: number, columns: number, products: Float64Array): void {
  for (let k = 0; k < SIDE; k++) {
    for (let l = 0; l < SIDE; l++) {
      const row = 2 * (i + k);
      const column = 2 * (j + l);
      if (row < columns && column < columns) unpack(sums[k * SIDE + l]!, row, column, columns, products);
    }
  }
}

function unpack(sum: number, row: number, column: number, columns: number, products: Float64Array): void {
  const both = Math.round(sum / BASE ** 3);
  const rest = sum - both * BASE ** 3;
  const second = Math.round(rest / BASE ** 2);
  const left = rest - second * BASE ** 2;
  const first = Math.round(left / BASE);
  const at = row * columns + column;
  products[at] = products[at]! + (left - first * BASE);
  if (row + 1 < columns) products[at + columns] = products[at + columns]! + first;
  if (column + 1 < columns) products[at + 1] = products[at + 1]! + second;
  if (row + 1 < columns && column + 1 < columns) products[at + columns + 1] = products[at + columns + 1]! + both;
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
