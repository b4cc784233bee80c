import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPositiveSemidefinite, singularValues, symmetricEigen } from "../../src/numeric/eigenvalues.ts";
import {
  crossProduct,
  diagonal,
  fromRows,
  identity,
  type Matrix,
  multiply,
  toRows,
  transpose,
  zeros,
} from "../../src/numeric/matrices.ts";
import { fixtureCases } from "../fixtures/readFixture.ts";

const square = (element: fc.Arbitrary<number>) =>
  fc
    .array(fc.array(element, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
    .map((rows) => fromRows(rows.map((row, i) => row.map((value, j) => (i >= j ? value : rows[j]![i]!)))));
const symmetric = square(fc.double({ min: -10, max: 10, noNaN: true }));

function largestDifference(a: Matrix, b: Matrix): number {
  return a.data.reduce((most, element, k) => Math.max(most, Math.abs(element - b.data[k]!)), 0);
}

/** Largest difference as a share of the largest value: small eigenvalues have absolute, not relative, accuracy. */
function shareOff(actual: Float64Array, expected: readonly number[]): number {
  const largest = Math.max(...expected.map(Math.abs));
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, k) => Math.abs(actual[k]! - value) / largest));
}

describe("agrees with R", () => {
  test.each(fixtureCases("eigenvalues"))("%s", (_, { data, expected }) => {
    const { rows, symmetric } = data as { rows: number[][]; symmetric: boolean };
    const { eigenvalues, singular } = expected as { eigenvalues: number[]; singular: number[] };
    expect(shareOff(singularValues(fromRows(rows)), singular)).toBeLessThan(3e-14);
    if (symmetric) expect(shareOff(symmetricEigen(fromRows(rows)).values, eigenvalues)).toBeLessThan(3e-14);
  });
});

describe("always", () => {
  test("V diag(values) V' gives the matrix back, V is orthogonal, values run from large to small", () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const { values, vectors } = symmetricEigen(a);
        const scale = Math.max(...a.data.map(Math.abs)) || 1;
        expect(
          largestDifference(multiply(vectors, multiply(diagonal(values), transpose(vectors))), a) / scale,
        ).toBeLessThan(3e-14);
        expect(largestDifference(crossProduct(vectors), identity(4))).toBeLessThan(3e-14);
        expect(Array.from(values)).toEqual(Array.from(values).sort((x, y) => y - x));
      }),
    );
  });

  test("singular values are the sizes of the eigenvalues", () => {
    fc.assert(
      fc.property(symmetric, (a) => {
        const sizes = Array.from(symmetricEigen(a).values, Math.abs).sort((x, y) => y - x);
        const scale = sizes[0]! || 1;
        singularValues(a).forEach((value, k) => {
          expect(Math.abs(value - sizes[k]!) / scale).toBeLessThan(1e-13);
        });
      }),
    );
  });

  test("no finite matrix makes it fail, however small or large its elements", () => {
    fc.assert(
      fc.property(square(fc.double({ noNaN: true, noDefaultInfinity: true })), (a) => {
        expect(symmetricEigen(a).values.some(Number.isNaN)).toBe(false);
        expect(singularValues(a).some(Number.isNaN)).toBe(false);
      }),
    );
  });

  test("a cross product is positive semidefinite, its opposite is not", () => {
    fc.assert(
      fc.property(square(fc.integer({ min: -9, max: 9 })), (x) => {
        const a = crossProduct(x);
        expect(isPositiveSemidefinite(a)).toBe(true);
        expect(isPositiveSemidefinite({ ...a, data: a.data.map((value) => -value) })).toBe(
          a.data.every((value) => value === 0),
        );
      }),
    );
  });
});

describe("at the edges", () => {
  test("the matrix of subnormal numbers on which ml-matrix fails", () => {
    expect(
      symmetricEigen(
        fromRows([
          [0, 5e-324],
          [5e-324, -8.9e-15],
        ]),
      ).values[1],
    ).toBeCloseTo(-8.9e-15, 28);
  });

  test("zeros and no rows at all", () => {
    expect(toRows(symmetricEigen(zeros(2, 2)).vectors)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(symmetricEigen(zeros(0, 0)).values).toHaveLength(0);
    expect(Array.from(singularValues(zeros(3, 2)))).toEqual([0, 0]);
    expect(isPositiveSemidefinite(zeros(0, 0))).toBe(true);
  });

  test("every vector's largest element is positive", () => {
    const { vectors } = symmetricEigen(
      fromRows([
        [2, -1],
        [-1, 2],
      ]),
    );
    expect(vectors.data[0]! > 0 && vectors.data[1]! > 0).toBe(true);
  });
});

describe("refuses", () => {
  test.each([Number.NaN, Number.POSITIVE_INFINITY])("an element of %d", (element) => {
    expect(() => symmetricEigen(fromRows([[element]]))).toThrow(expect.objectContaining({ code: "data/not-finite" }));
    expect(() => singularValues(fromRows([[element, 1]]))).toThrow(
      expect.objectContaining({ code: "data/not-finite" }),
    );
  });

  test("a matrix that is not square", () => {
    expect(() => symmetricEigen(zeros(2, 3))).toThrow(expect.objectContaining({ code: "input/invalid" }));
  });
});
