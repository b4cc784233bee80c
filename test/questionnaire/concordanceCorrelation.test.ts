import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concordanceCorrelation } from "../../src/questionnaire/concordanceCorrelation.ts";
import { krippendorffAlpha } from "../../src/questionnaire/krippendorffAlpha.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Pairs in which both scores vary. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), { minLength: 4, maxLength: 20 })
  .map((rows) => ({ first: rows.map(([a]) => a), second: rows.map(([, b]) => b) }))
  .filter(({ first, second }) => new Set(first).size > 1 && new Set(second).size > 1);

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("concordanceCorrelation"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(concordanceCorrelation(data, options), expected, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of pairs, who is first, the zero and the unit make no difference", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: -90, max: 90 }), fc.integer({ min: 1, max: 9 }), (data, zero, unit) => {
        const moved = (column: readonly number[]) => column.map((x) => zero - unit * x).toReversed();
        const before = concordanceCorrelation(data);
        const after = concordanceCorrelation({ first: moved(data.second), second: moved(data.first) });
        expect(after.concordance).toBeCloseTo(before.concordance, 10);
        expect(after.scaleShift! * before.scaleShift!).toBeCloseTo(1, 9);
        expect(after.locationShift).toBeCloseTo(before.locationShift!, 9);
        if (before.lower !== null && before.standardError! > 1e-6) expect(after.lower).toBeCloseTo(before.lower, 7);
      }),
    );
  });

  test("it is the correlation times the bias correction, and never further from 0 than the correlation", () => {
    fc.assert(
      fc.property(pairs, (data) => {
        const { concordance, correlation, biasCorrection, scaleShift, locationShift } = concordanceCorrelation(data);
        expect(correlation! * biasCorrection!).toBeCloseTo(concordance, 12);
        expect(Math.abs(concordance)).toBeLessThanOrEqual(Math.abs(correlation!) + 1e-12);
        const expected = 2 / (scaleShift! + 1 / scaleShift! + locationShift! ** 2);
        expect(biasCorrection).toBeCloseTo(expected, 10);
      }),
    );
  });

  test("with equal means it is the interval alpha of two raters, but for its correction for few pairs", () => {
    fc.assert(
      fc.property(pairs, ({ first, second }) => {
        const n = first.length;
        const apart = first.reduce((sum, x, i) => sum + x - second[i]!, 0) / n;
        const level = second.map((x) => x + apart);
        const { alpha } = krippendorffAlpha({ ratings: { first, level } }, { measurement: "interval" });
        const { concordance } = concordanceCorrelation({ first, second: level });
        expect(1 - alpha!).toBeCloseTo(((2 * n - 1) / (2 * n)) * (1 - concordance), 9);
      }),
    );
  });

  test("a higher level gives a wider interval around the same estimate", () => {
    const data = { first: [5, 7, 8, 6, 9], second: [4, 7, 6, 5, 9] };
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => concordanceCorrelation(data, { confidenceLevel }));
    expect(wide!.concordance).toBe(narrow!.concordance);
    expect(wide!.lower! < narrow!.lower! && wide!.upper! > narrow!.upper!).toBe(true);
    expect(wide!.upper!).toBeLessThan(1);
  });
});

describe("at the edges", () => {
  test("the same scores twice: exactly 1", () => {
    const column = [1 / 3, 0.7, 1e6 + 1 / 3];
    const found = concordanceCorrelation({ first: column, second: column });
    expect(found).toMatchObject({ concordance: 1, standardError: 0, lower: 1, upper: 1, biasCorrection: 1 });
    expect(codesOf(found)).toEqual(["agreement/perfect"]);
  });

  test("a score that does not vary: 0 and no interval", () => {
    const found = concordanceCorrelation({ first: [1, 2, 3], second: [2, 2, 2] });
    expect(found).toMatchObject({ concordance: 0, correlation: null, lower: null, scaleShift: null });
    expect(codesOf(found)).toEqual(["pairs/constant"]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("a correlation of exactly 0, and two pairs: no interval", () => {
    const none = concordanceCorrelation({ first: [1, 2, 1, 2], second: [1, 1, 2, 2] });
    expect(none).toMatchObject({ concordance: 0, standardError: null, lower: null });
    expect(codesOf(none)).toEqual(["pairs/no-correlation"]);
    const two = concordanceCorrelation({ first: [1, 2], second: [1, 3] });
    expect(two).toMatchObject({ lower: null, upper: null });
    expect(codesOf(two)).toEqual(["pairs/no-interval"]);
  });

  test("pairs with a gap are left out and counted", () => {
    const { sample } = concordanceCorrelation({ first: [1, 2, null, 4], second: [2, 5, null, null] });
    expect(sample).toEqual({ unit: "respondent", used: 2, dropped: 2, missing: 3 });
  });
});

describe("refuses", () => {
  test.each([
    ["one complete pair", { first: [1, 2], second: [1, null] }, "data/too-few"],
    ["two equal constants", { first: [2, 2], second: [2, 2] }, "data/constant"],
  ])("%s", (_, data, code) => {
    expect(() => concordanceCorrelation(data)).toThrow(expect.objectContaining({ code }));
  });
});
