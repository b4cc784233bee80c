import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectSizes, effectSizesCard } from "../../src/effects/effectSizes.ts";
import { correlationFromZ, fisherZ } from "../../src/effects/fisherZ.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { correctDigits } from "../numeric/truthTable.ts";

const CASES = fixtureCases("effectSizes").filter(([, { options }]) => options !== undefined);
const correlation = fc.double({ min: -0.999, max: 0.999, noNaN: true });
const studies = fc.array(fc.tuple(correlation, fc.integer({ min: 4, max: 1e6 })), { minLength: 1, maxLength: 20 });

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected }) => {
    const { effects } = effectSizes(data, options);
    const columns = {
      estimate: effects.map(({ estimate }) => estimate),
      samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
    };
    expect(disagreements(columns, expected, 13)).toEqual([]);
  });
});

describe("always", () => {
  test("turning the sign of a correlation turns that of its effect and leaves its own variance", () => {
    fc.assert(
      fc.property(studies, fc.constantFrom("ZCOR", "COR"), (rows, measure) => {
        const r = rows.map(([value]) => value);
        const n = rows.map(([, size]) => size);
        const turned = effectSizes({ r: r.map((value) => -value), n }, { measure }).effects;
        effectSizes({ r, n }, { measure }).effects.forEach(({ estimate, samplingVariance }, i) => {
          expect(turned[i]!.estimate).toBe(-estimate);
          expect(turned[i]!.samplingVariance).toBe(samplingVariance);
        });
      }),
    );
  });

  test("a larger study has a smaller variance, whatever the measure", () => {
    fc.assert(
      fc.property(correlation, fc.integer({ min: 4, max: 1e6 }), fc.constantFrom("ZCOR", "COR"), (r, n, measure) => {
        const [small, large] = effectSizes({ r: [r, r], n: [n, n + 1] }, { measure, variance: "AV" }).effects;
        expect(large!.samplingVariance).toBeLessThan(small!.samplingVariance);
      }),
    );
  });

  test("Fisher's z and back is the correlation", () => {
    fc.assert(
      fc.property(correlation, (r) => {
        expect(correlationFromZ(fisherZ(r))).toBeCloseTo(r, 14);
      }),
    );
  });
});

describe("at the edges", () => {
  test("rows without r or n are left out, noted, and the others keep their row and name", () => {
    const result = effectSizes({
      r: [null, 0.2, 0.3, Number.NaN],
      n: [50, null, 60, null],
      study: ["a", "b", null, "d"],
    });
    expect(result.effects).toMatchObject([{ study: "3", row: 3, r: 0.3, n: 60, measure: "ZCOR" }]);
    expect(result.sample).toEqual({ unit: "effect", used: 1, dropped: 3, missing: 4 });
    expect(result.notes).toEqual([{ code: "missing/listwise", values: { dropped: 3, total: 4 } }]);
  });

  test("the smallest samples and correlations next to 1 still have an effect", () => {
    const { effects } = effectSizes({ r: [1 - 1e-15, 0], n: [4, 3.5] });
    expect(effects.map(({ estimate }) => Number.isFinite(estimate))).toEqual([true, true]);
    expect(effects.map(({ samplingVariance }) => samplingVariance)).toEqual([1, 2]);
    const next = effectSizes({ r: [0.999999], n: [5] }, { measure: "COR" }).effects[0]!.samplingVariance;
    expect(correctDigits(next, 9.99999000057761e-13)).toBeGreaterThan(14);
    expect(effectSizes({ r: [0.5], n: [2] }, { measure: "COR" }).effects[0]!.samplingVariance).toBe(0.5625);
  });

  test("rows carry the measure and the sample size", () => {
    const result = effectSizes({ r: [0.2, 0.4], n: [50, 100] }, { measure: "COR" });
    expect(effectSizesCard.tidy(result)[1]).toMatchObject({ term: "2", r: 0.4, n: 100, estimate: 0.4, method: "COR" });
    expect(effectSizesCard.glance(result)).toEqual({ k: 2, n: 150, method: "COR" });
  });
});

describe("refuses", () => {
  test("every impossible correlation and sample size at once, with its row", () => {
    expect(() => effectSizes({ r: [1, 0.2, -1.5, 0.3], n: [50, 3, 20, 2] })).toThrow(
      /row 1, column r: .*\nrow 2, column n: n must be larger than 3 .*\nrow 3, column r: .*\nrow 4, column n: /,
    );
  });

  test("for the correlation itself n must exceed 1 only", () => {
    expect(() => effectSizes({ r: [0.2], n: [1] }, { measure: "COR" })).toThrow(/n must be larger than 1 /);
    expect(() => effectSizes({ r: [0.2], n: [3] })).toThrow(/n must be larger than 3 /);
  });

  test("no usable row, and measures it does not have", () => {
    expect(() => effectSizes({ r: [0.2], n: [null] })).toThrow(/1 usable effects needed, 0 found/);
    expect(() => effectSizes({ r: [0.2], n: [9] }, { measure: "OR" as never })).toThrow(/measure must be ZCOR \| COR/);
  });
});
