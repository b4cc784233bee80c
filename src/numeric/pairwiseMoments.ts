import { blockProducts } from "./blockProducts.ts";
import { commonLength, type PairMoments, pairMoments } from "./moments.ts";
import { roundMean } from "./roundMean.ts";
import { addTo, BLOCK_ROWS } from "./sums.ts";

/** Above this share of a pair's sum of squares the middle lies too far from its own mean: it is done by itself. */
const OFF_CENTRE = 0.6;
/** Below this share of a column's sum of squares too little is left of it in a pair. */
const LITTLE_LEFT = 1e-3;

/** Sums over rows of columns by columns, and what rounding took from them. */
interface Sums {
  readonly total: Float64Array;
  readonly lost: Float64Array;
}

interface Work {
  readonly columns: readonly Float64Array[];
  readonly middles: readonly number[];
  readonly values: Float64Array;
  readonly within: Float64Array;
  /** Per column the rows of the block in which it is missing, as a list and as bits. */
  readonly gaps: readonly Int32Array[];
  readonly gapCounts: Int32Array;
  readonly gapBits: Int32Array;
  /** Of whole numbers: value, square and gap as the digits of one number; made for the first block that needs it. */
  merged: Float64Array;
  /** Sums per column; [i, j]: products of i and j; sums and squares of i over the rows in which j is missing; rows both miss (j up to i). */
  readonly sums: Sums;
  readonly products: Sums;
  readonly gapSums: Sums;
  readonly gapSquares: Sums;
  readonly bothMissing: Float64Array;
}

const WORDS = BLOCK_ROWS / 32;
/** Digits of merged numbers: of a block's rows with values up to 6, the sum is below 2^13, that of squares below 2^18. */
const SQUARE = 2 ** 14;
const GAP = 2 ** 32;
/** Columns gathered at a time. */
const GATHERED = 4;

/**
 * Moments of every two of some columns from the rows in which both values are present, in one pass over the rows. What
 * is missing is taken off again, so that the work hardly grows with the number of gaps.
 * @param columns equally long columns; NaN is missing
 * @returns a function that gives the moments of columns i and j; relative error about 1e-15
 * @throws input/unequal-length
 * @see Chan, Golub & LeVeque (1983), section 3: shifted sums. Reference: cov(x, use = "pairwise.complete.obs")
 * @example pairwiseMoments([[1, 2, 3, NaN], [2, 4, 9, 1]].map((one) => Float64Array.from(one)))(0, 1).sumProducts // 7
 */
export function pairwiseMoments(columns: readonly Float64Array[]): (i: number, j: number) => PairMoments {
  const rows = commonLength(columns);
  const work = startOf(columns, Math.min(rows, BLOCK_ROWS));
  for (let from = 0; from < rows; from += BLOCK_ROWS) addRows(work, from, Math.min(rows, from + BLOCK_ROWS));
  return (i, j) => momentsOfPair(work, rows, i, j);
}

function startOf(columns: readonly Float64Array[], stride: number): Work {
  const count = columns.length;
  const square = () => new Float64Array(count * count);
  return {
    columns,
    middles: columns.map((column) => roundMean(column, 0, column.length, Math.ceil(column.length / BLOCK_ROWS))),
    values: new Float64Array(count * stride),
    within: square(),
    gaps: columns.map(() => new Int32Array(stride)),
    gapCounts: new Int32Array(count),
    gapBits: new Int32Array(count * WORDS),
    merged: new Float64Array(0),
    sums: { total: new Float64Array(count), lost: new Float64Array(count) },
    products: { total: square(), lost: square() },
    gapSums: { total: square(), lost: square() },
    gapSquares: { total: square(), lost: square() },
    bothMissing: square(),
  };
}

function addRows(work: Work, from: number, to: number): void {
  const { columns, values, within, products } = work;
  const stride = values.length / columns.length;
  for (let j = 0; j < columns.length; j++) centre(work, j, from, to);
  const largest = blockProducts({ values, stride, columns: columns.length, rows: to - from }, within);
  for (let i = 0; i < columns.length; i++) {
    for (let j = 0; j <= i; j++) {
      const at = i * columns.length + j;
      addTo(products.total, products.lost, at, within[at]!);
    }
  }
  if (work.gapCounts.every((count) => count === 0)) return;
  if (largest < Number.POSITIVE_INFINITY) merge(work, to - from);
  const add = largest < Number.POSITIVE_INFINITY ? addMergedGaps : addGaps;
  for (let j = 0; j < columns.length; j++) if (work.gapCounts[j]! > 0) add(work, j);
}

/** Copies a column's rows as distances from its middle, 0 where missing, and lists its gaps. */
function centre(work: Work, j: number, from: number, to: number): void {
  const { values, gapCounts, sums } = work;
  const first = j * work.gaps[j]!.length;
  let sum = shifted(values, first, work.columns[j]!, from, to, work.middles[j]!);
  gapCounts[j] = 0;
  if (Number.isNaN(sum)) sum = listGaps(work, j, to - from);
  addTo(sums.total, sums.lost, j, sum);
}

/** Copies rows as distances from `middle`; returns their sum, NaN when a value is missing. */
function shifted(
  values: Float64Array,
  first: number,
  column: Float64Array,
  from: number,
  to: number,
  middle: number,
): number {
  let sum = 0;
  let k = first;
  for (let i = from; i < to; i++) {
    const distance = column[i]! - middle;
    values[k++] = distance;
    sum += distance;
  }
  return sum;
}

/** Lists where a column is missing, as rows and as bits, and puts 0 there; returns the sum of the others. */
function listGaps({ values, gaps, gapCounts, gapBits }: Work, j: number, rows: number): number {
  const own = gaps[j]!;
  const first = j * own.length;
  let count = 0;
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    const value = values[first + i]!;
    if (Number.isNaN(value)) own[count++] = i;
    else sum += value;
  }
  gapCounts[j] = count;
  gapBits.fill(0, j * WORDS, (j + 1) * WORDS);
  for (let k = 0; k < count; k++) {
    const i = own[k]!;
    values[first + i] = 0;
    gapBits[j * WORDS + (i >> 5)]! |= 1 << (i & 31);
  }
  return sum;
}

/** Value, square and gap of every whole number as one number: a sum of those over rows is three sums. */
function merge(work: Work, rows: number): void {
  const { columns, values, gaps, gapCounts } = work;
  const stride = values.length / columns.length;
  if (work.merged.length === 0) work.merged = new Float64Array(values.length);
  for (let j = 0; j < columns.length; j++) {
    mergeColumn(values, work.merged, j * stride, j * stride + rows);
    for (let k = 0; k < gapCounts[j]!; k++) work.merged[j * stride + gaps[j]![k]!] = GAP;
  }
}

function mergeColumn(values: Float64Array, merged: Float64Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    merged[i] = value + SQUARE * value * value;
  }
}

/** As `addGaps`, of whole numbers. */
function addMergedGaps(work: Work, j: number): void {
  const { columns, merged, gaps, gapCounts } = work;
  const own = gaps[j]!;
  const last = columns.length - 1;
  for (let i = 0; i <= last; i += GATHERED) {
    const a = i * own.length;
    const b = Math.min(i + 1, last) * own.length;
    const c = Math.min(i + 2, last) * own.length;
    const d = Math.min(i + 3, last) * own.length;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let k = 0; k < gapCounts[j]!; k++) {
      const row = own[k]!;
      first += merged[a + row]!;
      second += merged[b + row]!;
      third += merged[c + row]!;
      fourth += merged[d + row]!;
    }
    addMerged(work, i, j, first);
    if (i + 1 <= last) addMerged(work, i + 1, j, second);
    if (i + 2 <= last) addMerged(work, i + 2, j, third);
    if (i + 3 <= last) addMerged(work, i + 3, j, fourth);
  }
}

/** Adds the three sums that a merged one is. */
function addMerged({ columns, gapSums, gapSquares, bothMissing }: Work, i: number, j: number, merged: number): void {
  const missing = Math.floor((merged + SQUARE / 2) / GAP);
  const rest = merged - missing * GAP;
  const squares = Math.round(rest / SQUARE);
  const at = i * columns.length + j;
  addTo(gapSums.total, gapSums.lost, at, rest - squares * SQUARE);
  addTo(gapSquares.total, gapSquares.lost, at, squares);
  if (j <= i) bothMissing[at] = bothMissing[at]! + missing;
}

/** What every column has in the rows in which column j is missing. */
function addGaps({ columns, values, gaps, gapCounts, gapBits, gapSums, gapSquares, bothMissing }: Work, j: number) {
  const own = gaps[j]!;
  const count = gapCounts[j]!;
  for (let i = 0; i < columns.length; i++) {
    const first = i * own.length;
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < count; k++) {
      const value = values[first + own[k]!]!;
      sum += value;
      squares += value * value;
    }
    const at = i * columns.length + j;
    addTo(gapSums.total, gapSums.lost, at, sum);
    addTo(gapSquares.total, gapSquares.lost, at, squares);
    if (j <= i && gapCounts[i]! > 0) bothMissing[at] = bothMissing[at]! + commonBits(gapBits, i * WORDS, j * WORDS);
  }
}

function commonBits(bits: Int32Array, a: number, b: number): number {
  let count = 0;
  for (let k = 0; k < WORDS; k++) count += bitCount(bits[a + k]! & bits[b + k]!);
  return count;
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function momentsOfPair(work: Work, rows: number, i: number, j: number): PairMoments {
  const { columns, middles, products } = work;
  const count = columns.length;
  const missing = (a: number, b: number) => work.bothMissing[Math.max(a, b) * count + Math.min(a, b)]!;
  const n = rows - missing(i, i) - missing(j, j) + missing(i, j);
  const x = ownSums(work, i, j, n);
  const y = ownSums(work, j, i, n);
  if (n === 0 || x === null || y === null) return pairMoments(columns[i]!, columns[j]!);
  const sumProducts = wholeOf(products, Math.max(i, j) * count + Math.min(i, j)) - x.sum * (y.sum / n);
  return {
    n,
    meanX: middles[i]! + x.sum / n,
    meanY: middles[j]! + y.sum / n,
    sumSquaresX: x.squares,
    sumSquaresY: y.squares,
    sumProducts,
  };
}

/** Sum and centred sum of squares of column i where j is present too; null where cancelling would cost digits. */
function ownSums({ columns, sums, products, gapSums, gapSquares }: Work, i: number, j: number, n: number) {
  const at = i * columns.length + j;
  const all = wholeOf(products, i * columns.length + i);
  const raw = i === j ? all : all - wholeOf(gapSquares, at);
  const sum = wholeOf(sums, i) - (i === j ? 0 : wholeOf(gapSums, at));
  const shift = sum * (sum / n);
  return raw < LITTLE_LEFT * all || shift > OFF_CENTRE * raw ? null : { sum, squares: raw - shift };
}

function wholeOf({ total, lost }: Sums, at: number): number {
  return total[at]! + lost[at]!;
}
