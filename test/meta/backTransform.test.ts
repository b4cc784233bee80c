import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backTransformed, meanBackTransformed } from "../../src/meta/backTransform.ts";
import { correctDigits } from "../numeric/truthTable.ts";

const z = fc.double({ min: -3, max: 3, noNaN: true });
const tau = fc.double({ min: 0, max: 4, noNaN: true });

describe("agrees with 40-digit arithmetic", () => {
  /** mpmath.quad(tanh(mu + tau x) npdf(x)) over the line, 40 digits. */
  test.each([
    [0.5, 0.3, 0.43291757165425426],
    [0.1, 0.05, 0.09942250655618558],
    [-2, 1.5, -0.7487436428323436],
    [0.001, 3, 0.000254833287666113],
  ])("mean correlation at z %d with tau %d", (mean, spread, expected) => {
    expect(correctDigits(meanBackTransformed(mean, spread, "fisherZ")!, expected)).toBeGreaterThan(12);
  });
});

describe("always", () => {
  test("without spread the mean is the median; it is odd; it shrinks with the spread", () => {
    fc.assert(
      fc.property(z, tau, (mean, spread) => {
        expect(meanBackTransformed(mean, 0, "fisherZ")).toBe(Math.tanh(mean));
        expect(meanBackTransformed(-mean, spread, "fisherZ")).toBeCloseTo(
          -meanBackTransformed(mean, spread, "fisherZ")!,
          13,
        );
        expect(Math.abs(meanBackTransformed(mean, spread + 0.5, "fisherZ")!)).toBeLessThanOrEqual(
          Math.abs(meanBackTransformed(mean, spread, "fisherZ")!) + 1e-14,
        );
      }),
    );
  });
});

describe("at the edges", () => {
  test("no transformation gives nothing, and what is not available stays so", () => {
    expect(backTransformed({ lower: 1 }, "none")).toBeNull();
    expect(meanBackTransformed(1, 1, "none")).toBeNull();
    expect(backTransformed({ lower: 0, upper: null }, "fisherZ")).toEqual({ lower: 0, upper: null });
  });
});
