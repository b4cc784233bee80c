import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rFromBeta } from "../../src/effects/convertBeta.ts";
import { dFromOddsRatio } from "../../src/effects/convertOddsRatio.ts";
import { rFromChi2, rFromF, rFromP, rFromT } from "../../src/effects/convertTestStatistics.ts";
import { studentTUpper } from "../../src/numeric/studentT.ts";

describe("always", () => {
  test("the p-value of the correlation that p gives is p again", () => {
    const p = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(p, fc.integer({ min: 4, max: 500 }), (given, n) => {
        const r = rFromP(given, n, 1);
        const t = (r * Math.sqrt(n - 2)) / Math.sqrt((1 - r) * (1 + r));
        expect(2 * studentTUpper(t, n - 2)).toBeCloseTo(given, 9);
      }),
    );
  });

  test("a larger t is a larger correlation, never beyond 1", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (t, df) => {
        expect(rFromT(t + 1, df)).toBeGreaterThanOrEqual(rFromT(t, df));
        expect(rFromT(t, df)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("at the edges", () => {
  test("nothing found is 0, whichever statistic says so", () => {
    const found = [rFromT(0, 10), rFromF(0, 10, 1), rFromChi2(0, 10, 1), rFromP(1, 10, 1), dFromOddsRatio(1)];
    expect(found).toEqual([0, 0, 0, 0, 0]);
  });

  test("Peterson and Brown add only to betas that are not negative", () => {
    expect([-0.2, 0, 0.4].map(rFromBeta)).toEqual([-0.2, 0.05, 0.45]);
  });
});

describe("refuses", () => {
  test("what such a statistic cannot be", () => {
    expect(() => rFromT(1, 0)).toThrow(/larger than 0/);
    expect(() => rFromF(-1, 10, 1)).toThrow(/at least 0/);
    expect(() => rFromChi2(-1, 10, 1)).toThrow(/at least 0/);
    expect(() => rFromChi2(1, 0, 1)).toThrow(/larger than 0/);
    expect(() => rFromP(0, 10, 1)).toThrow(/outside 0 to 1/);
    expect(() => rFromP(0.5, 2, 1)).toThrow(/n must be larger than 2/);
    expect(() => dFromOddsRatio(0)).toThrow(/larger than 0/);
  });
});
