import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metaContrasts } from "../../src/meta/metaContrasts.ts";
import { metaRegression } from "../../src/meta/metaRegression.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const GROUPS = ["a", "b", "c"];
const sheet = fc
  .array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 20 })), {
    minLength: 9,
    maxLength: 20,
  })
  .map((rows) => ({
    estimate: rows.map(([estimate]) => estimate / 100),
    samplingVariance: rows.map(([, variance]) => variance / 100),
    factors: { group: rows.map((_, i) => GROUPS[i % 3]!) },
  }));

describe("agrees with R", () => {
  test.each(fixtureCases("metaContrasts"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(metaContrasts(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("differences add up, and are the coefficients of the meta-regression", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        const [ab, ac, bc] = metaContrasts(data).contrasts;
        const { coefficients } = metaRegression(data);
        expect(ab!.estimate + bc!.estimate).toBeCloseTo(ac!.estimate, 9);
        expect(-ab!.estimate).toBeCloseTo(coefficients[1]!.estimate, 9);
        expect(ac!.standardError).toBeCloseTo(coefficients[2]!.standardError, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("two independent contrasts together are the omnibus test of the factor", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        const contrasts = [
          [0, 1, -1],
          [0, 1, 1],
        ];
        const { joint } = metaContrasts(data, { contrasts });
        const [omnibus] = metaRegression(data).tests;
        expect(joint.pValue!).toBeCloseTo(omnibus!.pValue!, 8);
        expect(joint.df).toBe(2);
      }),
      { numRuns: 30 },
    );
  });

  test("a corrected p is never smaller", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        for (const { pValue, adjustedPValue } of metaContrasts(data).contrasts) {
          expect(adjustedPValue!).toBeGreaterThanOrEqual(pValue!);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("at the edges", () => {
  const data = {
    estimate: [0.2, 0.5, 0.1, 0.7, 0.4],
    samplingVariance: [0.02, 0.02, 0.03, 0.01, 0.02],
    factors: { group: ["a", "b", "a", "b", "b"] },
  };

  test("one pair needs no correction", () => {
    const { contrasts } = metaContrasts(data);
    expect(contrasts).toHaveLength(1);
    expect(contrasts[0]!.term).toBe("group: a − b");
    expect(contrasts[0]!.adjustedPValue).toBe(contrasts[0]!.pValue);
  });

  test("contrasts that depend on one another have no joint test", () => {
    const contrasts = [
      [0, 1],
      [0, 2],
    ];
    const found = metaContrasts(data, { contrasts });
    expect(found.joint).toEqual({ statistic: null, df: 2, dfError: null, pValue: null });
    expect(found.contrasts[1]!.statistic).toBeCloseTo(found.contrasts[0]!.statistic!, 12);
  });
});

describe("refuses", () => {
  const effects = { estimate: [0.2, 0.5, 0.1, 0.7], samplingVariance: [0.02, 0.02, 0.03, 0.01] };
  const x = { ...effects, moderators: { x: [1, 2, 3, 5] } };
  test.each([
    ["no levels and no contrasts", x, {}, "no levels"],
    ["too few weights", x, { contrasts: [[1]] }, "contrasts"],
    ["only zeros", x, { contrasts: [[0, 0]] }, "contrasts"],
    ["no moderator", effects, {}, "moderators"],
  ])("%s", (_, data, options, message) => {
    expect(() => metaContrasts(data, options)).toThrow(message);
  });
});
