import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  crossProduct,
  diagonal,
  fromColumns,
  fromRows,
  identity,
  multiply,
  multiplyVector,
  toRows,
  transpose,
  zeros,
} from "../../src/numeric/matrices.ts";

/** Whole numbers, so that every product and sum is exact and the laws hold to the last bit. */
const whole = fc.integer({ min: -99, max: 99 });
const matrix = (rows: number, columns: number) =>
  fc
    .array(fc.array(whole, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
    .map(fromRows);

describe("agrees with a sum by hand", () => {
  test("a product", () => {
    const product = multiply(
      fromRows([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      fromRows([
        [7, 8],
        [9, 10],
        [11, 12],
      ]),
    );
    expect(toRows(product)).toEqual([
      [58, 64],
      [139, 154],
    ]);
  });

  test("a weighted cross product", () => {
    expect(
      toRows(
        crossProduct(
          fromRows([
            [1, 2],
            [3, 4],
          ]),
          [10, 1],
        ),
      ),
    ).toEqual([
      [19, 32],
      [32, 56],
    ]);
  });
});

describe("always", () => {
  test("rows and columns come back", () => {
    fc.assert(
      fc.property(matrix(3, 5), (a) => {
        expect(fromRows(toRows(a))).toEqual(a);
        expect(fromColumns(toRows(transpose(a)))).toEqual(a);
        expect(transpose(transpose(a))).toEqual(a);
      }),
    );
  });

  test("products are associative and turn around when transposed", () => {
    fc.assert(
      fc.property(matrix(2, 3), matrix(3, 4), matrix(4, 2), (a, b, c) => {
        expect(toRows(multiply(multiply(a, b), c))).toEqual(toRows(multiply(a, multiply(b, c))));
        expect(toRows(transpose(multiply(a, b)))).toEqual(toRows(multiply(transpose(b), transpose(a))));
      }),
    );
  });

  test("the identity changes nothing; a vector is a matrix of one column", () => {
    fc.assert(
      fc.property(matrix(3, 4), fc.array(whole, { minLength: 4, maxLength: 4 }), (a, vector) => {
        expect(toRows(multiply(a, identity(4)))).toEqual(toRows(a));
        expect(Array.from(multiplyVector(a, vector))).toEqual(Array.from(multiply(a, fromColumns([vector])).data));
      }),
    );
  });

  test("a cross product is X' W X", () => {
    const weights = fc.array(fc.nat({ max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(matrix(4, 3), weights, (x, w) => {
        expect(toRows(crossProduct(x))).toEqual(toRows(multiply(transpose(x), x)));
        expect(toRows(crossProduct(x, w))).toEqual(toRows(multiply(transpose(x), multiply(diagonal(w), x))));
      }),
    );
  });
});

describe("at the edges", () => {
  test("matrices without rows or columns", () => {
    expect(toRows(multiply(zeros(2, 0), zeros(0, 2)))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(toRows(crossProduct(zeros(0, 2)))).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(toRows(fromRows([]))).toEqual([]);
  });
});

describe("refuses", () => {
  test("rows or columns of unequal length", () => {
    expect(() => fromRows([[1, 2], [3]])).toThrow(expect.objectContaining({ code: "input/unequal-length" }));
    expect(() => fromColumns([[1], [2, 3]])).toThrow(expect.objectContaining({ code: "input/unequal-length" }));
  });

  test("a product of matrices that do not fit", () => {
    expect(() => multiply(zeros(2, 3), zeros(2, 3))).toThrow(expect.objectContaining({ code: "input/invalid" }));
  });
});
