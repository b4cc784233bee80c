import fc from "fast-check";
import { expect, describe as paragraph, test } from "vitest";
import { describe, describeCard } from "../../src/inference/describe.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const values = fc
  .array(fc.integer({ min: -500, max: 500 }), { minLength: 4, maxLength: 30 })
  .filter((all) => new Set(all).size > 1);

function only(column: readonly (number | null)[], options: Parameters<typeof describe>[1] = {}) {
  return describe({ variables: { x: column } }, options).variables[0]!;
}

paragraph("agrees with R", () => {
  test.each(fixtureCases("describe"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(describe(data, options).variables, expected, 12)).toEqual([]);
  });
});

paragraph("always", () => {
  test("the order of rows makes no difference", () => {
    fc.assert(
      fc.property(values, (column) => {
        expect(disagreements(only(column.toReversed()), only(column), 10)).toEqual([]);
      }),
    );
  });

  test("another zero and unit move location and spread, not shape", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 9 }), (column, zero, unit) => {
        const before = only(column);
        const after = only(column.map((value) => zero + unit * value));
        for (const name of ["mean", "lower", "upper", "median", "firstQuartile", "maximum"] as const)
          expect(after[name]).toBeCloseTo(zero + unit * before[name]!, 8);
        expect(after.standardDeviation).toBeCloseTo(unit * before.standardDeviation!, 8);
        expect(after.skewness).toBeCloseTo(before.skewness!, 8);
        expect(after.kurtosis).toBeCloseTo(before.kurtosis!, 7);
      }),
    );
  });

  test("mirroring a column turns its skewness around", () => {
    fc.assert(
      fc.property(values, (column) => {
        expect(only(column.map((value) => -value)).skewness).toBeCloseTo(-only(column).skewness!, 10);
      }),
    );
  });

  test("a higher level gives a wider interval around the same mean", () => {
    fc.assert(
      fc.property(values, (column) => {
        const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => only(column, { confidenceLevel }));
        expect(wide!.lower!).toBeLessThan(narrow!.lower!);
        expect(wide!.upper!).toBeGreaterThan(narrow!.upper!);
        expect(wide!.mean).toBe(narrow!.mean);
      }),
    );
  });

  test("groups together hold everyone, and their means average to the mean", () => {
    fc.assert(
      fc.property(values, (column) => {
        const group = column.map((_, i) => (i % 3 === 0 ? "a" : "b"));
        const rows = describe({ variables: { x: column }, group }).variables;
        const n = rows.reduce((sum, row) => sum + row.n, 0);
        expect(n).toBe(column.length);
        expect(rows.reduce((sum, row) => sum + row.n * row.mean!, 0) / n).toBeCloseTo(only(column).mean!, 9);
      }),
    );
  });
});

paragraph("at the edges", () => {
  test.each([
    ["no value", [null, null], { n: 0, missing: 2, mean: null, median: null, minimum: null }, "column/too-few"],
    ["one value", [4], { n: 1, mean: 4, standardDeviation: null, lower: null, skewness: null }, "column/too-few"],
    ["two values", [1, 4], { n: 2, mean: 2.5, median: 2.5, skewness: null, kurtosis: null }, "column/no-shape"],
    ["three values", [1, 2, 6], { n: 3, mean: 3, kurtosis: null }, "column/no-shape"],
    [
      "a constant",
      [0.1, 0.1, 0.1, 0.1],
      { mean: 0.1, standardDeviation: 0, lower: 0.1, upper: 0.1, skewness: null },
      "column/no-spread",
    ],
  ])("%s", (_, column, expected, code) => {
    const result = describe({ variables: { x: column } });
    expect(result.variables[0]).toMatchObject(expected);
    expect(result.notes.map((one) => one.code)).toEqual([code]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("rows without a group are left out with a count; an empty group has its row", () => {
    const result = describe({ variables: { x: [1, 2, 3, null] }, group: ["a", null, "a", "b"] });
    expect(result.variables.map(({ group, n, missing }) => [group, n, missing])).toEqual([
      ["a", 2, 0],
      ["b", 0, 1],
    ]);
    expect(result.sample).toEqual({ unit: "respondent", used: 2, dropped: 2, missing: 1 });
    expect(result.notes[0]).toEqual({ code: "group/missing", values: { dropped: 1, total: 4 } });
  });

  test("rows name their group only when there are groups", () => {
    const variables = { x: [1, 2, 3, 4] };
    expect(describeCard.tidy(describe({ variables }))[0]).not.toHaveProperty("group");
    expect(describeCard.tidy(describe({ variables, group: ["a", "a", "b", "b"] })).map(({ group }) => group)).toEqual([
      "a",
      "b",
    ]);
  });
});

paragraph("refuses", () => {
  test.each([
    ["no variables", { variables: {} }, {}, "input/too-few-columns"],
    ["no rows", { variables: { x: [] } }, {}, "data/empty"],
    ["a group of another length", { variables: { x: [1, 2] }, group: ["a"] }, {}, "input/unequal-length"],
    ["quartiles of type 5", { variables: { x: [1, 2] } }, { quantileType: 5 as never }, "option/invalid"],
    ["a level of 95", { variables: { x: [1, 2] } }, { confidenceLevel: 95 }, "option/invalid"],
    ["an infinite number", { variables: { x: [1, Number.POSITIVE_INFINITY] } }, {}, "data/not-finite"],
  ])("%s", (_, data, options, code) => {
    expect(() => describe(data, options)).toThrow(expect.objectContaining({ code }));
  });
});
