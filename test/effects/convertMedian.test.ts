import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FiveNumbers, meanFromMedian } from "../../src/effects/convertMedian.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const CASES = fixtureCases("effectSizes").filter(([name]) => name.startsWith("five numbers"));
const summary = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 5 }),
    fc.integer({ min: 5, max: 5000 }),
  )
  .map(([values, n]): FiveNumbers => {
    const [minimum, firstQuartile, median, thirdQuartile, maximum] = values.sort((x, y) => x - y) as Five;
    return { minimum, firstQuartile, median, thirdQuartile, maximum, n };
  });
type Five = [number, number, number, number, number];

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, expected }) => {
    expect(disagreements(meanFromMedian(data), expected, 12)).toEqual([]);
  });

  test("there are cases of all three kinds", () => {
    expect(new Set(CASES.map(([, { data }]) => meanFromMedian(data).from)).size).toBe(3);
  });
});

describe("always", () => {
  test("the mean lies within the range, and moves with a shift of all numbers", () => {
    fc.assert(
      fc.property(summary, fc.integer({ min: -100, max: 100 }), (numbers, shift) => {
        const { mean, standardDeviation } = meanFromMedian(numbers);
        const { n, ...values } = numbers;
        const moved = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value + shift]));
        const shifted = meanFromMedian({ ...moved, n } as unknown as FiveNumbers);
        expect(mean).toBeGreaterThan(numbers.minimum!);
        expect(mean).toBeLessThan(numbers.maximum!);
        expect(shifted.mean).toBeCloseTo(mean + shift, 10);
        expect(shifted.standardDeviation).toBeCloseTo(standardDeviation, 10);
      }),
    );
  });
});

describe("at the edges", () => {
  test("symmetric numbers have their median as mean; equal numbers have no spread", () => {
    expect(meanFromMedian({ minimum: 0, median: 5, maximum: 10, n: 9 }).mean).toBe(5);
    expect(meanFromMedian({ firstQuartile: 3, median: 3, thirdQuartile: 3, n: 9 }).standardDeviation).toBe(0);
  });
});

describe("refuses", () => {
  test("half a pair, numbers out of order, and n of 1", () => {
    expect(() => meanFromMedian({ minimum: 1, median: 2, n: 9 })).toThrow(
      /smallest and largest value or both quartiles/,
    );
    expect(() => meanFromMedian({ minimum: 3, median: 2, maximum: 9, n: 9 })).toThrow(/in order of size/);
    expect(() => meanFromMedian({ minimum: 1, median: 2, maximum: 9, n: 1 })).toThrow(/n must be larger than 1/);
  });
});
