import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crossProduct, fromRows, identity, type Matrix, multiply, toRows } from "../../src/numeric/matrices.ts";
import {
  inverseSquareRoot,
  pseudoInverseSquareRoot,
  symmetricPseudoInverse,
  symmetricSquareRoot,
} from "../../src/numeric/matrixRoots.ts";

const crossed = (rows: number) =>
  fc
    .array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }), {
      minLength: rows,
      maxLength: rows,
    })
    .map((all) => crossProduct(fromRows(all)));

/** Positive definite, with eigenvalues of at least 1. */
const definite = crossed(6).map((a) => ({ ...a, data: a.data.map((element, k) => element + (k % 5 === 0 ? 1 : 0)) }));

function largestDifference(a: Matrix, b: Matrix): number {
  return a.data.reduce((most, element, k) => Math.max(most, Math.abs(element - b.data[k]!)), 0);
}

describe("agrees with a root by hand", () => {
  test("eigenvalues 9 and 1 along the diagonals", () => {
    const a = fromRows([
      [5, 4],
      [4, 5],
    ]);
    expect(
      largestDifference(
        symmetricSquareRoot(a),
        fromRows([
          [2, 1],
          [1, 2],
        ]),
      ),
    ).toBeLessThan(1e-15);
    expect(
      largestDifference(
        inverseSquareRoot(a)!,
        fromRows([
          [2 / 3, -1 / 3],
          [-1 / 3, 2 / 3],
        ]),
      ),
    ).toBeLessThan(1e-15);
  });
});

describe("always", () => {
  test("the root of a semidefinite matrix, times itself, is the matrix", () => {
    fc.assert(
      fc.property(crossed(2), (a) => {
        const root = symmetricSquareRoot(a);
        expect(largestDifference(multiply(root, root), a)).toBeLessThan(1e-10);
      }),
    );
  });

  test("the inverse root on both sides of a definite matrix leaves the identity", () => {
    fc.assert(
      fc.property(definite, (a) => {
        const root = inverseSquareRoot(a)!;
        expect(largestDifference(multiply(multiply(root, a), root), identity(4))).toBeLessThan(1e-11);
        expect(largestDifference(root, pseudoInverseSquareRoot(a))).toBe(0);
      }),
    );
  });

  test("the pseudo-inverse root, times itself, is the Moore-Penrose inverse of a singular matrix", () => {
    fc.assert(
      fc.property(crossed(2), (a) => {
        const root = pseudoInverseSquareRoot(a);
        const inverse = symmetricPseudoInverse(a);
        expect(largestDifference(multiply(root, root), inverse)).toBeLessThan(1e-9);
        expect(largestDifference(multiply(multiply(a, inverse), a), a)).toBeLessThan(1e-9);
        expect(largestDifference(multiply(multiply(inverse, a), inverse), inverse)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("at the edges", () => {
  test("a singular matrix has no inverse root, but a pseudo-inverse one", () => {
    const a = fromRows([
      [4, 0],
      [0, 0],
    ]);
    expect(inverseSquareRoot(a)).toBeNull();
    expect(toRows(pseudoInverseSquareRoot(a))).toEqual([
      [0.5, 0],
      [0, 0],
    ]);
  });

  test("the tolerance is a share of the largest eigenvalue", () => {
    const a = fromRows([
      [1e-20, 0],
      [0, 1e-30],
    ]);
    expect(pseudoInverseSquareRoot(a, 1e-9).data[3]).toBe(0);
    expect(pseudoInverseSquareRoot(a, 1e-11).data[3]).toBeCloseTo(1e15, 0);
  });

  test("an eigenvalue that rounding made negative counts as 0", () => {
    expect(
      symmetricSquareRoot(
        fromRows([
          [1, 0],
          [0, -1e-17],
        ]),
      ).data.some(Number.isNaN),
    ).toBe(false);
  });
});
