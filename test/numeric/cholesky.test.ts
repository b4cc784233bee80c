import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "../../src/numeric/cholesky.ts";
import {
  crossProduct,
  fromRows,
  identity,
  type Matrix,
  multiply,
  toRows,
  transpose,
  zeros,
} from "../../src/numeric/matrices.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Positive definite: a cross product plus 1 on the diagonal. */
const definite = fc
  .array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 6, maxLength: 6 })
  .map((rows) => {
    const a = crossProduct(fromRows(rows));
    return { ...a, data: a.data.map((element, k) => element + (k % 5 === 0 ? 1 : 0)) };
  });

function largestDifference(a: Matrix, b: Matrix): number {
  return a.data.reduce((most, element, k) => Math.max(most, Math.abs(element - b.data[k]!)), 0);
}

describe("agrees with R", () => {
  test.each(fixtureCases("cholesky"))("%s", (name, { data, expected }) => {
    const { rows, right } = data as { rows: number[][]; right: number[] };
    const lower = cholesky(fromRows(rows))!;
    const actual = {
      lower: toRows(lower),
      inverse: toRows(choleskyInverse(lower)),
      logDeterminant: logDeterminant(lower),
      solution: Array.from(choleskySolve(lower, right)),
    };
    // Correlation .999999: a condition of 2e6 leaves both programs ten digits.
    expect(disagreements(actual, expected, name.includes(".999999") ? 10 : 12)).toEqual([]);
  });
});

describe("always", () => {
  test("L L' gives the matrix back, and the inverse undoes it", () => {
    fc.assert(
      fc.property(definite, (a) => {
        const lower = cholesky(a)!;
        expect(largestDifference(multiply(lower, transpose(lower)), a)).toBeLessThan(1e-11);
        expect(largestDifference(multiply(choleskyInverse(lower), a), identity(4))).toBeLessThan(1e-6);
      }),
    );
  });

  test("only the lower triangle is read", () => {
    fc.assert(
      fc.property(definite, (a) => {
        const data = a.data.map((element, k) => (k % 4 > Math.floor(k / 4) ? Number.NaN : element));
        expect(cholesky({ ...a, data })).toEqual(cholesky(a));
      }),
    );
  });
});

describe("at the edges", () => {
  test.each([
    [
      "indefinite",
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      "singular",
      [
        [1, 1],
        [1, 1],
      ],
    ],
    ["zero", [[0]]],
    [
      "not a number",
      [
        [1, 0],
        [Number.NaN, 1],
      ],
    ],
    ["infinite", [[Number.POSITIVE_INFINITY]]],
  ])("a matrix that is %s has no factor", (_, rows) => {
    expect(cholesky(fromRows(rows))).toBeNull();
  });

  test("a matrix of no rows", () => {
    expect(logDeterminant(cholesky(zeros(0, 0))!)).toBe(0);
  });
});

describe("refuses", () => {
  test("a matrix that is not square", () => {
    expect(() => cholesky(zeros(2, 3))).toThrow(expect.objectContaining({ code: "input/invalid" }));
  });
});
