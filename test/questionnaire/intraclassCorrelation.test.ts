import { describe, expect, test } from "vitest";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const VALUES = [6, 7, 6.5, 8, 7.5, 8.5, 5, 6, 5.5, 7];
const CLUSTER = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "c"];

describe("agrees with R", () => {
  test.each(fixtureCases("intraclassCorrelation"))("%s", (_, { data, expected }) => {
    expect(disagreements(intraclassCorrelation(data), expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("another unit or another order of rows changes nothing", () => {
    const one = intraclassCorrelation({ values: VALUES, cluster: CLUSTER });
    const scaled = intraclassCorrelation({ values: VALUES.map((value) => 10 * value - 3), cluster: CLUSTER });
    const turned = intraclassCorrelation({ values: VALUES.toReversed(), cluster: CLUSTER.toReversed() });
    expect(scaled.icc).toBeCloseTo(one.icc!, 12);
    expect(turned.lower).toBeCloseTo(one.lower!, 12);
  });

  test("a wider level gives a wider interval around the same estimate", () => {
    const narrow = intraclassCorrelation({ values: VALUES, cluster: CLUSTER }, { confidenceLevel: 0.8 });
    const wide = intraclassCorrelation({ values: VALUES, cluster: CLUSTER }, { confidenceLevel: 0.99 });
    expect(wide.icc).toBe(narrow.icc);
    expect(wide.lower!).toBeLessThan(narrow.lower!);
    expect(wide.upper!).toBeGreaterThan(narrow.upper!);
  });

  test("effective n times design effect is n", () => {
    const { effectiveN, designEffect, sample } = intraclassCorrelation({ values: VALUES, cluster: CLUSTER });
    expect(effectiveN! * designEffect!).toBeCloseTo(sample.used, 10);
  });
});

describe("at the edges", () => {
  test("a negative estimate is kept and noted", () => {
    const result = intraclassCorrelation({ values: [1, 9, 2, 8], cluster: ["a", "a", "b", "b"] });
    expect(result.icc).toBeLessThan(0);
    expect(result.notes.map(({ code }) => code)).toContain("icc/negative");
  });

  test("nothing varies within clusters: all lies between", () => {
    const { icc, statistic } = intraclassCorrelation({ values: [1, 1, 2, 2], cluster: ["a", "a", "b", "b"] });
    expect([icc, statistic]).toEqual([1, null]);
  });

  test("rows without a value or a cluster are counted as left out", () => {
    const { sample } = intraclassCorrelation({ values: [1, 2, null, 4, 6], cluster: ["a", "a", "a", "b", null] });
    expect(sample).toEqual({ unit: "respondent", used: 3, dropped: 2, missing: 1 });
  });
});

describe("refuses", () => {
  test("one cluster, clusters of one, and a constant", () => {
    expect(() => intraclassCorrelation({ values: [1, 2, 3], cluster: ["a", "a", "a"] })).toThrow(/2 usable clusters/);
    expect(() => intraclassCorrelation({ values: [1, 2, 3], cluster: ["a", "b", "c"] })).toThrow(/clusters of two/);
    expect(() => intraclassCorrelation({ values: [3, 3, 3, 3], cluster: ["a", "a", "b", "b"] })).toThrow(
      /All values are the same/,
    );
  });
});
