import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastSquares } from "../../src/numeric/leastSquares.ts";
import { fromColumns, fromRows, multiplyVector, toRows, transpose } from "../../src/numeric/matrices.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { column } from "./samples.ts";

interface Given {
  readonly x: number[][];
  readonly y: number[];
  readonly weights: number[] | null;
}

/** A design with an intercept and two predictors, and an outcome. */
const small = fc.array(
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })),
  {
    minLength: 6,
    maxLength: 30,
  },
);
const designOf = (rows: readonly (readonly [number, number, number])[]) => fromRows(rows.map(([a, b]) => [1, a, b]));
const outcomeOf = (rows: readonly (readonly [number, number, number])[]) => rows.map(([, , y]) => y);

describe("agrees with R", () => {
  test.each(fixtureCases("leastSquares"))("%s", (name, { data, expected }) => {
    const { x, y, weights } = data as Given;
    const fit = leastSquares(fromRows(x), y, weights ?? undefined);
    const kept = x[0]!.map((_, j) => j).filter((j) => !fit.dropped.includes(j));
    const actual = {
      ...fit,
      coefficients: Array.from(fit.coefficients, (value) => (Number.isNaN(value) ? null : value)),
      residuals: Array.from(fit.residuals),
      inverse: toRows(fit.inverse)
        .filter((_, i) => kept.includes(i))
        .map((row) => row.filter((_, j) => kept.includes(j))),
    };
    const { residuals, residualSumSquares, ...rest } = expected as { residuals: number[]; residualSumSquares: number };
    expect(disagreements(actual, rest, name.includes("1e8 apart") ? 10 : 11)).toEqual([]);
    // Residuals are differences: their error is that of the outcome.
    const outcome = Math.max(...y.map(Math.abs));
    const error = Math.max(...residuals.map((residual, i) => Math.abs(residual - fit.residuals[i]!)));
    expect(error / outcome).toBeLessThan(1e-13);
    expect(Math.abs(fit.residualSumSquares - residualSumSquares)).toBeLessThan(
      1e-12 * (residualSumSquares + outcome ** 2 * 1e-8),
    );
  });
});

describe("always", () => {
  test("residuals are at right angles to every column", () => {
    fc.assert(
      fc.property(small, (rows) => {
        const x = designOf(rows);
        const { residuals } = leastSquares(x, outcomeOf(rows));
        for (const product of multiplyVector(transpose(x), residuals)) expect(Math.abs(product)).toBeLessThan(1e-9);
      }),
    );
  });

  test("weights 1 and 2 equal rows once and twice", () => {
    fc.assert(
      fc.property(small, fc.array(fc.constantFrom(0, 1, 2), { minLength: 30, maxLength: 30 }), (rows, weights) => {
        const repeated = rows.flatMap((row, i) => Array.from({ length: weights[i]! }, () => row));
        const once = leastSquares(designOf(rows), outcomeOf(rows), weights.slice(0, rows.length));
        const twice = leastSquares(
          designOf(repeated.length ? repeated : [[0, 0, 0]]),
          repeated.length ? outcomeOf(repeated) : [0],
        );
        if (repeated.length === 0) expect(once.rank).toBe(0);
        else {
          expect(once.dropped).toEqual(twice.dropped);
          once.coefficients.forEach((value, j) => {
            expect(Number.isNaN(value) || Math.abs(value - twice.coefficients[j]!) < 1e-8).toBe(true);
          });
        }
      }),
    );
  });

  test("another unit of a column changes its coefficient and nothing else", () => {
    fc.assert(
      fc.property(small, (rows) => {
        const plain = leastSquares(designOf(rows), outcomeOf(rows));
        const scaled = leastSquares(fromRows(rows.map(([a, b]) => [1, a * 1024, b])), outcomeOf(rows));
        expect(scaled.coefficients[1]! * 1024).toEqual(plain.coefficients[1]!);
        expect(Array.from(scaled.residuals)).toEqual(Array.from(plain.residuals));
      }),
    );
  });

  test("an exact combination is found and dropped, whatever its level", () => {
    const a = column(40, (stream) => 2000 + stream.integer(20));
    const b = column(40, (stream) => stream.normal(), 2);
    const y = column(40, (stream) => stream.normal(), 3);
    const one = a.map(() => 1);
    const sum = a.map((value, i) => value + b[i]!);
    const { dropped, rank, coefficients } = leastSquares(fromColumns([one, a, b, sum]), y);
    expect([dropped, rank]).toEqual([[3], 3]);
    const without = leastSquares(fromColumns([one, a, b]), y);
    expect(Array.from(coefficients.subarray(0, 3))).toEqual(Array.from(without.coefficients));
  });
});

describe("at the edges", () => {
  test("no columns: the residuals are the outcome", () => {
    const fit = leastSquares({ rows: 2, columns: 0, data: new Float64Array(0) }, [1, 2]);
    expect(fit).toMatchObject({ rank: 0, residualDf: 2, residualSumSquares: 5 });
    expect(Array.from(fit.residuals)).toEqual([1, 2]);
  });

  test("more columns than rows: the last ones are dropped, the fit is exact", () => {
    const fit = leastSquares(
      fromRows([
        [1, 2, 4],
        [1, 3, 9],
      ]),
      [5, 7],
    );
    expect(fit).toMatchObject({ rank: 2, residualDf: 0, dropped: [2] });
    expect(Array.from(fit.coefficients)).toEqual([1, 2, Number.NaN]);
  });

  test("a column of zeros is dropped", () => {
    expect(
      leastSquares(
        fromRows([
          [0, 1],
          [0, 2],
        ]),
        [1, 2],
      ).dropped,
    ).toEqual([0]);
  });

  test("a perfect fit leaves nothing", () => {
    const fit = leastSquares(
      fromRows([
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
      [1, 3, 5, 7],
    );
    expect(Array.from(fit.coefficients)).toEqual([1, 2]);
    expect(fit.residualSumSquares).toBeLessThan(1e-30);
  });

  test("a row of weight 0 has a residual and counts for nothing", () => {
    const fit = leastSquares(
      fromRows([
        [1, 0],
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
      [1, 3, 5, 100],
      [1, 1, 1, 0],
    );
    expect(fit.residuals[3]).toBeCloseTo(93, 12);
    expect(fit.residualDf).toBe(1);
    expect(fit.residualSumSquares).toBeLessThan(1e-30);
  });
});

describe("refuses", () => {
  test("an outcome or weights of another length", () => {
    expect(() => leastSquares(fromRows([[1], [1]]), [1])).toThrow(
      expect.objectContaining({ code: "input/unequal-length" }),
    );
    expect(() => leastSquares(fromRows([[1], [1]]), [1, 2], [1])).toThrow(
      expect.objectContaining({ code: "input/unequal-length", location: { column: "weights" } }),
    );
  });

  test("numbers that are missing or infinite, naming the row", () => {
    const code = { code: "data/not-finite", location: { row: 2 } };
    expect(() => leastSquares(fromRows([[1], [Number.NaN]]), [1, 2])).toThrow(expect.objectContaining(code));
    expect(() => leastSquares(fromRows([[1], [1]]), [1, Number.POSITIVE_INFINITY])).toThrow(
      expect.objectContaining(code),
    );
  });

  test("negative weights", () => {
    expect(() => leastSquares(fromRows([[1], [1]]), [1, 2], [1, -1])).toThrow(
      expect.objectContaining({ code: "data/outside-range", location: { row: 2 } }),
    );
  });
});
