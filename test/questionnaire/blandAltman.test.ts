import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noncentralTLower } from "../../src/numeric/noncentralT.ts";
import { blandAltman, blandAltmanCard } from "../../src/questionnaire/blandAltman.ts";
import { limitFactors } from "../../src/questionnaire/limitsOfAgreement.ts";
import { disclose } from "../../src/results/disclosure.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Pairs whose differences and means vary. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), { minLength: 4, maxLength: 20 })
  .filter((rows) => new Set(rows.map(([a, b]) => a - b)).size > 1 && new Set(rows.map(([a, b]) => a + b)).size > 1)
  .map((rows) => ({ first: rows.map(([a]) => a), second: rows.map(([, b]) => b) }));

const METHODS = ["exact", "blandAltman1999", "blandAltman1986"] as const;

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("blandAltman"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(blandAltman(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test("Bland and Altman (1986): bias -2.1, SD 38.8, limits -79.7 and 75.5 with 2 SD", () => {
    const [, { data }] = fixtureCases("blandAltman")[0]!;
    const found = blandAltman(data);
    expect(found.bias).toBeCloseTo(-2.1, 1);
    expect(found.standardDeviation).toBeCloseTo(38.8, 1);
    expect(found.bias - 2 * found.standardDeviation).toBeCloseTo(-79.7, 0);
  });

  test("the exact limits are where the noncentral t distribution says", () => {
    const { lower, upper } = limitFactors(30, 0.95, 0.9, "exact");
    const ncp = 1.959963984540054 * Math.sqrt(30);
    expect(noncentralTLower(lower * Math.sqrt(30), 29, ncp)).toBeCloseTo(0.05, 12);
    expect(noncentralTLower(upper * Math.sqrt(30), 29, ncp)).toBeCloseTo(0.95, 12);
  });
});

describe("always", () => {
  test("the order of pairs makes no difference, and the other way round everything changes sign", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...METHODS), ({ first, second }, limitsInterval) => {
        const before = blandAltman({ first, second }, { limitsInterval });
        const after = blandAltman({ first: second.toReversed(), second: first.toReversed() }, { limitsInterval });
        expect(after.bias).toBeCloseTo(-before.bias, 10);
        expect(after.lowerLimit.estimate).toBeCloseTo(-before.upperLimit.estimate, 9);
        expect(after.lowerLimit.lower!).toBeCloseTo(-before.upperLimit.upper!, 8);
        expect(after.proportionalBias.slope!).toBeCloseTo(-before.proportionalBias.slope!, 9);
        expect(after.pValue!).toBeCloseTo(before.pValue!, 9);
      }),
    );
  });

  test("another zero changes nothing but the intercept, another unit only the size", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -900, max: 900 }), fc.integer({ min: 2, max: 9 }), (data, zero, unit) => {
        const moved = (column: readonly number[]) => column.map((x) => zero + unit * x);
        const before = blandAltman(data);
        const after = blandAltman({ first: moved(data.first), second: moved(data.second) });
        expect(after.upperLimit.upper! / unit).toBeCloseTo(before.upperLimit.upper!, 9);
        expect(after.proportionalBias.slope).toBeCloseTo(before.proportionalBias.slope!, 9);
        expect(after.statistic).toBeCloseTo(before.statistic!, 8);
      }),
    );
  });

  test("a line without slope through the bias: the test of the slope is that of the correlation", () => {
    fc.assert(
      fc.property(pairs, ({ first, second }) => {
        const { proportionalBias, sample } = blandAltman({ first, second });
        const { correlation: r, statistic } = proportionalBias;
        if (Math.abs(r!) < 0.999) expect(statistic).toBeCloseTo(r! * Math.sqrt((sample.used - 2) / (1 - r! ** 2)), 7);
      }),
    );
  });

  test("more pairs narrow the limits' interval; all three kinds come together", () => {
    for (const method of METHODS) {
      const few = limitFactors(10, 0.95, 0.95, method);
      const many = limitFactors(1000, 0.95, 0.95, method);
      expect(few.upper - few.lower).toBeGreaterThan(many.upper - many.lower);
      expect(many.upper).toBeCloseTo(limitFactors(1000, 0.95, 0.95, "exact").upper, 1);
    }
  });

  test("a higher level widens the intervals, a larger coverage the limits", () => {
    const data = { first: [5, 7, 8, 6, 9], second: [4, 7, 6, 5, 9] };
    const [usual, sure, most] = [{}, { confidenceLevel: 0.99 }, { coverage: 0.99 }].map((one) =>
      blandAltman(data, one),
    );
    expect(sure!.upperLimit.upper!).toBeGreaterThan(usual!.upperLimit.upper!);
    expect(sure!.upperLimit.estimate).toBe(usual!.upperLimit.estimate);
    expect(most!.upperLimit.estimate).toBeGreaterThan(usual!.upperLimit.estimate);
  });
});

describe("at the edges", () => {
  test("all differences the same: limits at the bias, no test", () => {
    const found = blandAltman({ first: [1, 2, 4], second: [0, 1, 3] });
    expect(found).toMatchObject({ bias: 1, standardDeviation: 0, statistic: null, pValue: null, lower: 1, upper: 1 });
    expect(found.upperLimit).toEqual({ estimate: 1, lower: 1, upper: 1 });
    expect(found.proportionalBias).toMatchObject({ slope: 0, statistic: null, correlation: null });
    expect(codesOf(found)).toEqual(["pairs/same-difference"]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("means that do not vary: no line; two pairs: no test of it", () => {
    const flat = blandAltman({ first: [1, 2, 3], second: [3, 2, 1] });
    expect(flat.proportionalBias).toMatchObject({ slope: null, intercept: null, statistic: null, correlation: null });
    const two = blandAltman({ first: [1, 4], second: [2, 3] });
    expect(two.proportionalBias).toMatchObject({ df: 0, standardError: null, pValue: null });
    expect(codesOf(two)).toEqual(["pairs/few"]);
  });

  test("pairs with a gap are left out and counted", () => {
    const { sample } = blandAltman({ first: [1, 2, null, 4], second: [2, null, null, 3] });
    expect(sample).toEqual({ unit: "respondent", used: 2, dropped: 2, missing: 3 });
  });

  test("one row per pair for the chart, which the strict rule hides", () => {
    const data = { first: [5, 7, null], second: [4, 8, 6] };
    const rows = blandAltmanCard.augment!(blandAltman(data), data);
    expect(rows).toEqual([
      { term: "pair", mean: 4.5, difference: 1, n: 1 },
      { term: "pair", mean: 7.5, difference: -1, n: 1 },
    ]);
    expect(disclose(rows, "strict").every(({ mean, difference }) => mean === null && difference === null)).toBe(true);
  });
});

describe("refuses", () => {
  test.each([
    ["one complete pair", { first: [1, 2], second: [1, null] }, {}, "data/too-few"],
    ["columns of unequal length", { first: [1, 2], second: [1] }, {}, "input/unequal-length"],
    ["a coverage of 1", { first: [1, 2], second: [2, 2] }, { coverage: 1 }, "option/invalid"],
  ])("%s", (_, data, options, code) => {
    expect(() => blandAltman(data, options)).toThrow(expect.objectContaining({ code }));
  });
});
