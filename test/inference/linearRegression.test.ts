import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linearRegression, linearRegressionCard } from "../../src/inference/linearRegression.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const ROWS = fc
  .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 8,
    maxLength: 20,
  })
  .filter((rows) => {
    const sum = (of: (row: readonly number[]) => number) => rows.reduce((total, row) => total + of(row), 0);
    const n = rows.length;
    const s = (i: number, j: number) =>
      sum((row) => row[i]! * row[j]!) - (sum((row) => row[i]!) * sum((row) => row[j]!)) / n;
    return s(0, 0) * s(1, 1) - s(0, 1) ** 2 > 5 && s(2, 2) > 5;
  });

function of(rows: readonly (readonly number[])[]) {
  return {
    outcome: rows.map((row) => row[2]!),
    numbers: { a: rows.map((row) => row[0]!), b: rows.map((row) => row[1]!) },
  };
}

describe("agrees with R", () => {
  test.each(fixtureCases("linearRegression"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(linearRegression(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("the unit and zero of a predictor do not change its t, beta, part r and VIF", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const one = linearRegression(of(rows)).coefficients[1]!;
        const moved = linearRegression(of(rows.map(([a, b, y]) => [5 + 3 * a!, b!, y!]))).coefficients[1]!;
        for (const key of ["statistic", "beta", "partR", "vif"] as const) {
          expect(moved[key] ?? 0).toBeCloseTo(one[key] ?? 0, 7);
        }
        expect(moved.estimate * 3).toBeCloseTo(one.estimate, 9);
      }),
    );
  });

  test("changes of R2 over the steps add up to R2, in whatever order", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        for (const steps of [
          [["a"], ["b"]],
          [["b"], ["a"]],
        ]) {
          const found = linearRegression(of(rows), { steps });
          expect(found.steps.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(found.R2, 10);
        }
      }),
    );
  });

  test("the last predictor's change of R2 is its part correlation squared, and its F the square of t", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const { steps, coefficients } = linearRegression(of(rows), { steps: [["a"], ["b"]] });
        const [last, b] = [steps[1]!, coefficients[2]!];
        if (b.partR === null) return;
        expect(b.partR ** 2).toBeCloseTo(last.change, 9);
        expect(last.statistic!).toBeCloseTo(b.statistic! ** 2, 4);
      }),
    );
  });

  test("a higher level gives wider intervals", () => {
    fc.assert(
      fc.property(ROWS, (rows) => {
        const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => linearRegression(of(rows), { confidenceLevel }).coefficients[1]!); // biome-ignore format: one line
        if (narrow!.lower === null) return;
        expect(wide!.upper! - wide!.lower!).toBeGreaterThan(narrow!.upper! - narrow!.lower);
      }),
    );
  });
});

describe("at the edges", () => {
  test("a perfect fit has no tests, and R2 1", () => {
    const found = linearRegression({ outcome: [1, 2, 3, 4], numbers: { x: [2, 4, 6, 8] } });
    expect(found.R2).toBeCloseTo(1, 12);
    expect(found.coefficients[1]!.estimate).toBeCloseTo(0.5, 12);
  });

  test("a row that alone decides a coefficient leaves HC3 none", () => {
    const data = { outcome: [1, 3, 2, 5, 4], numbers: { dummy: [0, 0, 0, 0, 1] } };
    expect(linearRegression(data).coefficients[1]!.robust!.pValue).toBeNull();
    expect(linearRegression(data, { robust: "HC0" }).coefficients[1]!.robust!.pValue).not.toBeNull();
  });

  test("rows with a gap are left out of every step", () => {
    const data = { outcome: [1, 3, 2, 5, 4, 6], numbers: { a: [1, 2, 3, 4, 5, 6], b: [1, null, 2, 1, 5, 2] } };
    const found = linearRegression(data, { steps: [["a"]] });
    expect(found.steps.map(({ predictors, dfError }) => [predictors, dfError])).toEqual([
      [["a"], 3],
      [["b"], 2],
    ]);
    expect(found.notes[0]).toEqual({ code: "missing/listwise", values: { dropped: 1, total: 6 } });
  });

  test("tables show the usual and the robust test of each predictor", () => {
    const rows = linearRegressionCard.tidy(linearRegression(of([[1, 2, 3], [2, 1, 5], [3, 5, 4], [4, 3, 8], [5, 5, 7]]))); // biome-ignore format: one line
    expect(rows.map(({ term, method }) => [term, method]).slice(2, 4)).toEqual([
      ["a", "t"],
      ["a", "HC3"],
    ]);
  });
});

describe("refuses", () => {
  test("a predictor that follows from another, by name", () => {
    const data = { outcome: [1, 2, 4, 3, 5], numbers: { a: [1, 2, 3, 4, 5], twice: [2, 4, 6, 8, 10] } };
    expect(() => linearRegression(data)).toThrow(/twice/);
  });

  test("steps that name what is not there, and robust clusters without clusters", () => {
    const data = { outcome: [1, 2, 4, 3, 5], numbers: { age: [1, 2, 3, 4, 7] } };
    expect(() => linearRegression(data, { steps: [["aeg"]] })).toThrow(/age/);
    expect(() => linearRegression(data, { robust: "CR2" })).toThrow(/cluster/);
  });

  test("no predictors, and too few rows", () => {
    expect(() => linearRegression({ outcome: [1, 2, 3] })).toThrow(/numbers/);
    expect(() => linearRegression({ outcome: [1, 2], numbers: { a: [1, 2] } })).toThrow(/3/);
  });
});
