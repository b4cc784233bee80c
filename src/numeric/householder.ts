/**
 * An orthogonal-triangular factorisation kept as reflections. Numbers stand column after column: column j of the
 * matrix begins at `j * rows`; it holds R above the diagonal and the reflection's vector from the diagonal down.
 */
export interface Factored {
  readonly rows: number;
  readonly data: Float64Array;
  /** Diagonal of R, and for each reflection 2 / (v'v). */
  readonly diagonal: Float64Array;
  readonly factors: Float64Array;
  /** Columns that count, in the order they were taken, and those that depend on earlier ones. */
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
}

/**
 * Factorises a matrix in place by Householder reflections. A column of which less than `tolerance` of its length is
 * left after the columns before it depends on them and is dropped; the others keep their order.
 * @see Golub & Van Loan (2013), algorithm 5.2.1
 */
export function factorise(data: Float64Array, rows: number, columns: number, tolerance: number): Factored {
  const kept: number[] = [];
  const dropped: number[] = [];
  const diagonal = new Float64Array(columns);
  const factors = new Float64Array(columns);
  const lengths = Array.from({ length: columns }, (_, j) => lengthOf(data, j * rows, (j + 1) * rows));
  for (let j = 0; j < columns; j++) {
    const step = kept.length;
    const from = j * rows + step;
    const length = step < rows ? lengthOf(data, from, (j + 1) * rows) : 0;
    if (length <= tolerance * lengths[j]!) {
      dropped.push(j);
      continue;
    }
    const first = data[from]!;
    diagonal[step] = first > 0 ? -length : length;
    data[from] = first - diagonal[step]!;
    factors[step] = 1 / (length * (length + Math.abs(first)));
    for (let other = j + 1; other < columns; other++) {
      reflect(data, from, data, other * rows + step, rows - step, factors[step]!);
    }
    kept.push(j);
  }
  return { rows, data, diagonal, factors, kept, dropped };
}

/** Q' times a vector, in place. */
export function rotate({ rows, data, factors, kept }: Factored, vector: Float64Array): void {
  for (let k = 0; k < kept.length; k++) {
    reflect(data, kept[k]! * rows + k, vector, k, rows - k, factors[k]!);
  }
}

/** Q times a vector, in place. */
export function rotateBack({ rows, data, factors, kept }: Factored, vector: Float64Array): void {
  for (let k = kept.length - 1; k >= 0; k--) {
    reflect(data, kept[k]! * rows + k, vector, k, rows - k, factors[k]!);
  }
}

/** Solves R x = the first numbers of a vector, in place. */
export function solveUpper({ rows, data, diagonal, kept }: Factored, vector: Float64Array): void {
  for (let i = kept.length - 1; i >= 0; i--) {
    let rest = vector[i]!;
    for (let k = i + 1; k < kept.length; k++) rest -= data[kept[k]! * rows + i]! * vector[k]!;
    vector[i] = rest / diagonal[i]!;
  }
}

/** Solves R' x = the first numbers of a vector, in place. */
export function solveLower({ rows, data, diagonal, kept }: Factored, vector: Float64Array): void {
  for (let i = 0; i < kept.length; i++) {
    let rest = vector[i]!;
    for (let k = 0; k < i; k++) rest -= data[kept[i]! * rows + k]! * vector[k]!;
    vector[i] = rest / diagonal[i]!;
  }
}

function lengthOf(data: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += data[i]! * data[i]!;
  return Math.sqrt(sum);
}

/** Four sums at a time: one alone would wait for each addition to end. */
function innerProduct(a: Float64Array, aFrom: number, b: Float64Array, bFrom: number, length: number): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    first += a[aFrom + i]! * b[bFrom + i]!;
    second += a[aFrom + i + 1]! * b[bFrom + i + 1]!;
    third += a[aFrom + i + 2]! * b[bFrom + i + 2]!;
    fourth += a[aFrom + i + 3]! * b[bFrom + i + 3]!;
  }
  for (; i < length; i++) first += a[aFrom + i]! * b[bFrom + i]!;
  return first + second + (third + fourth);
}

/** Takes from `length` numbers of the target their part along v, twice. */
function reflect(
  v: Float64Array,
  vFrom: number,
  target: Float64Array,
  from: number,
  length: number,
  factor: number,
): void {
  const share = innerProduct(v, vFrom, target, from, length) * factor;
  for (let i = 0; i < length; i++) target[from + i] = target[from + i]! - share * v[vFrom + i]!;
}
