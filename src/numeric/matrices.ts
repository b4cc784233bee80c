import { refuse } from "../foundation/errors.ts";

/** Numbers in rows and columns, row after row: element (i, j) is `data[i * columns + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float64Array(rows * columns) };
}

/**
 * A matrix from its rows.
 * @throws input/unequal-length
 * @example toRows(transpose(fromRows([[1, 2, 3], [4, 5, 6]]))) // [[1, 4], [2, 5], [3, 6]]
 */
export function fromRows(rows: readonly ArrayLike<number>[]): Matrix {
  return transpose(fromColumns(rows));
}

/**
 * A matrix from its columns, as a design matrix from predictors.
 * @throws input/unequal-length
 * @example toRows(fromColumns([[1, 1, 1], [2, 4, 8]])) // [[1, 2], [1, 4], [1, 8]]
 */
export function fromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  const rows = columns[0]?.length ?? 0;
  const result = zeros(rows, columns.length);
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]!;
    if (column.length !== rows) {
      refuse("input/unequal-length", { first: "1", a: rows, b: column.length }, { column: `${j + 1}` });
    }
    for (let i = 0; i < rows; i++) result.data[i * columns.length + j] = column[i]!;
  }
  return result;
}

/** The rows as ordinary arrays, for a result that must survive JSON. */
export function toRows({ rows, columns, data }: Matrix): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

/** A square matrix with these numbers on its diagonal. */
export function diagonal(values: ArrayLike<number>): Matrix {
  const result = zeros(values.length, values.length);
  for (let i = 0; i < values.length; i++) result.data[i * values.length + i] = values[i]!;
  return result;
}

/** The square matrix with ones on its diagonal. */
export function identity(size: number): Matrix {
  return diagonal(new Float64Array(size).fill(1));
}

/** Rows become columns. */
export function transpose({ rows, columns, data }: Matrix): Matrix {
  const result = zeros(columns, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) result.data[j * rows + i] = data[i * columns + j]!;
  }
  return result;
}

/**
 * The matrix product a b.
 * @throws input/invalid when a has not as many columns as b rows
 * @example toRows(multiply(fromRows([[1, 2], [3, 4]]), fromRows([[5], [6]]))) // [[17], [39]]
 */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) refuse("input/invalid", { input: "b", expected: `a matrix of ${a.columns} rows` });
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    const row = result.data.subarray(i * b.columns, (i + 1) * b.columns);
    for (let k = 0; k < a.columns; k++) addMultiple(row, b.data, k * b.columns, a.data[i * a.columns + k]!);
  }
  return result;
}

/**
 * X'X, or X'WX with one weight per row.
 * @example toRows(crossProduct(fromRows([[1, 2], [1, 4]]))) // [[2, 6], [6, 20]]
 */
export function crossProduct(x: Matrix, weights?: ArrayLike<number>): Matrix {
  const size = x.columns;
  const result = zeros(size, size);
  for (let i = 0; i < x.rows; i++) {
    const weight = weights === undefined ? 1 : weights[i]!;
    for (let j = 0; j < size; j++) {
      const scaled = weight * x.data[i * size + j]!;
      for (let k = 0; k <= j; k++)
        result.data[j * size + k] = result.data[j * size + k]! + scaled * x.data[i * size + k]!;
    }
  }
  return mirrored(result);
}

/** The matrix times a column of numbers. */
export function multiplyVector({ rows, columns, data }: Matrix, vector: ArrayLike<number>): Float64Array {
  const result = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += data[i * columns + j]! * vector[j]!;
    result[i] = sum;
  }
  return result;
}

/** Copies the lower triangle to the upper one. */
export function mirrored(square: Matrix): Matrix {
  const { columns, data } = square;
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < i; j++) data[j * columns + i] = data[i * columns + j]!;
  }
  return square;
}

function addMultiple(target: Float64Array, source: Float64Array, from: number, factor: number): void {
  for (let j = 0; j < target.length; j++) target[j] = target[j]! + factor * source[from + j]!;
}
