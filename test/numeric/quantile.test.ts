import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, type QuantileType, quantile, quantiles } from "../../src/numeric/quantile.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { shuffled } from "./samples.ts";

const TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const satisfies readonly QuantileType[];
const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const type = fc.constantFrom(...TYPES);

describe("agrees with R", () => {
  test.each(fixtureCases("quantile"))("%s", (_, { data, expected }) => {
    const { values: given, shares } = data as { values: number[]; shares: number[] };
    const types = TYPES.map((one) => quantiles(given, shares, one));
    expect(disagreements({ median: median(given), types }, expected, 14)).toEqual([]);
  });
});

describe("always", () => {
  test("lies between the extremes and rises with the share", () => {
    fc.assert(
      fc.property(values, share, share, type, (all, a, b, one) => {
        const [low, high] = quantiles(all, [Math.min(a, b), Math.max(a, b)], one) as [number, number];
        expect(low).toBeLessThanOrEqual(high + 1e-12);
        expect(low).toBeGreaterThanOrEqual(Math.min(...all));
        expect(high).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });

  test("the order of the values makes no difference and they stay where they are", () => {
    fc.assert(
      fc.property(values, share, type, fc.nat(), (all, p, one, seed) => {
        const other = shuffled(all, seed);
        const before = other.slice();
        expect(quantile(other, p, one)).toBe(quantile(all, p, one));
        expect(other).toEqual(before);
      }),
    );
  });

  test("turning the scale turns the quantiles of the symmetric types", () => {
    fc.assert(
      fc.property(values, share, fc.constantFrom(2, 5, 6, 7, 8, 9), (all, p, one) => {
        const turned = all.map((value) => -value);
        expect(quantile(turned, 1 - p, one as QuantileType)).toBeCloseTo(-quantile(all, p, one as QuantileType), 9);
      }),
    );
  });
});

describe("at the edges", () => {
  test("no values have no quantile", () => {
    expect(TYPES.map((one) => quantile([], 0.5, one))).toEqual(TYPES.map(() => Number.NaN));
    expect(median([])).toBeNaN();
  });

  test("one value is every quantile", () => {
    expect(TYPES.flatMap((one) => quantiles([7], [0, 0.3, 1], one))).toEqual(TYPES.flatMap(() => [7, 7, 7]));
  });

  test("between two infinite values", () => {
    expect(median([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("refuses", () => {
  test.each([-0.01, 1.01, Number.NaN])("a share of %d", (p) => {
    expect(() => quantile([1, 2], p)).toThrow(expect.objectContaining({ code: "option/invalid" }));
  });
});
