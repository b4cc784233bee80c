import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crosstab, crosstabCard } from "../../src/inference/crosstab.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const PAIRS = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("x", "y")), { minLength: 10, maxLength: 40 })
  .filter((pairs) => new Set(pairs.map(([row]) => row)).size > 1 && new Set(pairs.map(([, own]) => own)).size > 1);

function tableOf(pairs: readonly (readonly [string, string])[], given = {}) {
  return crosstab({ row: pairs.map(([row]) => row), column: pairs.map(([, column]) => column) }, given);
}

describe("agrees with R", () => {
  test.each(fixtureCases("crosstab"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(crosstab(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("rows and columns may change places", () => {
    fc.assert(
      fc.property(PAIRS, (pairs) => {
        const [one, turned] = [tableOf(pairs), tableOf(pairs.map(([row, column]) => [column, row] as const))];
        expect(turned.pearson.statistic).toBeCloseTo(one.pearson.statistic, 10);
        expect(turned.cramerV.estimate).toBeCloseTo(one.cramerV.estimate!, 12);
        expect(turned.fisher ?? 2).toBeCloseTo(one.fisher ?? 2, 10);
      }),
    );
  });

  test("cells add up to the rows used, expected counts too; residuals of a row's categories balance", () => {
    fc.assert(
      fc.property(PAIRS, (pairs) => {
        const { cells, sample } = tableOf(pairs);
        expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(sample.used);
        expect(cells.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(sample.used, 9);
        expect(cells.reduce((sum, { n, expected }) => sum + n - expected, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  test("a higher level gives wider intervals", () => {
    fc.assert(
      fc.property(PAIRS, (pairs) => {
        const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => tableOf(pairs, { confidenceLevel }).cramerV);
        expect(wide!.lower!).toBeLessThanOrEqual(narrow!.lower!);
        expect(wide!.upper!).toBeGreaterThanOrEqual(narrow!.upper!);
      }),
      { numRuns: 30 },
    );
  });

  test("two by two: chi-square is n phi squared, and the square of the adjusted residual", () => {
    const { pearson, phi, cells } = tableOf([...Array(9).fill(["a", "x"]), ...Array(4).fill(["a", "y"]), ...Array(5).fill(["b", "x"]), ...Array(12).fill(["b", "y"])]); // biome-ignore format: one table
    expect(pearson.statistic).toBeCloseTo(30 * phi! ** 2, 11);
    expect(pearson.statistic).toBeCloseTo(cells[0]!.adjustedResidual! ** 2, 11);
  });
});

describe("at the edges", () => {
  test("one cluster gives no corrected test, with a note", () => {
    const found = crosstab({ row: ["a", "a", "b", "b"], column: ["x", "y", "x", "x"], cluster: [1, 1, 1, 1] });
    expect(found.raoScott).toBeNull();
    expect(found.notes.map(({ code }) => code)).toContain("crosstab/no-cluster-test");
  });

  test("a category that only occurs in rows left out is no category", () => {
    const found = crosstab({ row: ["a", "b", "c", "a"], column: ["x", "y", null, "y"] });
    expect([found.rows, found.sample.dropped]).toEqual([["a", "b"], 1]);
  });

  test("tables show counts, shares of the row and residuals", () => {
    const rows = crosstabCard.tidy(crosstab({ row: ["a", "a", "b", "b"], column: ["x", "y", "x", "x"] }));
    expect(rows[0]).toMatchObject({ term: "a", with: "x", n: 1, share: 0.5 });
  });
});

describe("refuses", () => {
  test("a side with one category, both at once", () => {
    expect(() => crosstab({ row: ["a", "a"], column: ["x", "x"] })).toThrow(/row[\s\S]*column/);
  });

  test("columns of unequal length", () => {
    expect(() => crosstab({ row: ["a", "b"], column: ["x"] })).toThrow(/row|column/);
  });
});
