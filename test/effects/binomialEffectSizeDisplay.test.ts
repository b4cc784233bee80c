import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialEffectSizeDisplay } from "../../src/effects/binomialEffectSizeDisplay.ts";

describe("agrees with Rosenthal & Rubin (1982)", () => {
  test("r = .32 is a success rate of 34% against 66%", () => {
    const { low, high } = binomialEffectSizeDisplay(0.32);
    expect(low).toBeCloseTo(0.34, 15);
    expect(high).toBeCloseTo(0.66, 15);
  });
});

describe("always", () => {
  test("two shares, r apart, around one half", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (r) => {
        const { low, high } = binomialEffectSizeDisplay(r);
        expect(Math.min(low, high)).toBeGreaterThanOrEqual(0);
        expect(Math.max(low, high)).toBeLessThanOrEqual(1);
        expect(high - low).toBeCloseTo(r, 14);
        expect(high + low).toBeCloseTo(1, 14);
      }),
    );
  });
});

describe("at the edges and beyond", () => {
  test("a perfect correlation is all or nothing; more is refused", () => {
    expect(binomialEffectSizeDisplay(1)).toEqual({ low: 0, high: 1 });
    expect(() => binomialEffectSizeDisplay(1.01)).toThrow(/between -1 and 1/);
    expect(() => binomialEffectSizeDisplay(Number.NaN)).toThrow(/between -1 and 1/);
  });
});
