import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anovaSums } from "../../src/numeric/anovaSums.ts";
import { twoWayMeanSquares } from "../../src/numeric/twoWayMeanSquares.ts";

const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 })).chain(([n, k]) =>
  fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: n, maxLength: n }), {
    minLength: k,
    maxLength: k,
  }),
);

function squaresOf(columns: readonly (readonly number[])[]) {
  return twoWayMeanSquares(columns.map((column) => Float64Array.from(column)));
}

describe("always", () => {
  test("the variation within rows is that of the one-way analysis by rows", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const { n, k, rows, within } = squaresOf(columns);
        const byRow = anovaSums(columns[0]!.map((_, i) => columns.map((column) => column[i]!)));
        expect(within * n * (k - 1)).toBeCloseTo(byRow.within, 8);
        expect(rows * (n - 1)).toBeCloseTo(byRow.between, 8);
      }),
    );
  });

  test("rows and columns may change places", () => {
    fc.assert(
      fc.property(table, (columns) => {
        const turned = squaresOf(columns[0]!.map((_, i) => columns.map((column) => column[i]!)));
        const { rows, columns: between, error } = squaresOf(columns);
        expect(turned.rows).toBeCloseTo(between, 8);
        expect(turned.columns).toBeCloseTo(rows, 8);
        expect(turned.error).toBeCloseTo(error, 8);
      }),
    );
  });
});

describe("at the edges", () => {
  test("what only rounding makes is exactly 0, also in thirds and far from zero", () => {
    const steps = [0.1, 0.7, 0.4, 1 / 3];
    const shifted = squaresOf([steps, steps.map((x) => x + 0.2), steps.map((x) => x - 0.3)]);
    expect(shifted.error).toBe(0);
    expect(shifted.rows).toBeGreaterThan(0);
    expect(squaresOf([steps.map((x) => x + 1e9), steps.map((x) => x + 1e9)])).toMatchObject({ columns: 0, within: 0 });
  });

  test("a small but real error stays", () => {
    expect(
      squaresOf(
        [
          [1, 2, 3],
          [1, 2, 3 + 1e-9],
        ].map((one) => [...one]),
      ).error,
    ).toBeGreaterThan(1e-20);
  });
});
