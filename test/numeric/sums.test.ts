import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compensatedDot, compensatedSquares, compensatedSum } from "../../src/numeric/sums.ts";
import { shuffled } from "./samples.ts";

const wholes = fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { maxLength: 50 });

describe("agrees with the truth", () => {
  test.each([
    ["cancelling", [1, 1e100, 1, -1e100], 2],
    ["cancelling the other way round", [1e100, 1, -1e100, 1], 2],
    ["three decimals", [0.1, 0.2, -0.3], 2.7755575615628914e-17],
    ["one number", [0.1], 0.1],
    ["none", [], 0],
  ])("a sum: %s", (_, values, truth) => {
    expect(compensatedSum(values)).toBe(truth);
  });

  test("a million tenths", () => {
    expect(compensatedSum(new Float64Array(1e6).fill(0.1))).toBe(100000);
  });

  test("an inner product whose terms cancel", () => {
    expect(compensatedDot([1e10, 1, -1e10], [1e10, 1, 1e10])).toBe(1);
    expect(compensatedDot([1 + 2 ** -30, -1], [1 + 2 ** -30, 1 + 2 ** -29])).toBe(2 ** -60);
  });
});

describe("always", () => {
  test("sums of whole numbers are exact", () => {
    fc.assert(
      fc.property(wholes, (values) => {
        expect(compensatedSum(values)).toBe(values.reduce((sum, value) => sum + value, 0));
      }),
    );
  });

  test("the order of the values makes no difference", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 }),
        fc.nat(),
        (values, seed) => {
          const scale = compensatedSum(values.map(Math.abs));
          const difference = compensatedSum(values) - compensatedSum(shuffled(values, seed));
          expect(Math.abs(difference)).toBeLessThanOrEqual(
            scale * 2 ** -100 + Math.abs(compensatedSum(values)) * 2 ** -52,
          );
        },
      ),
    );
  });

  test("an inner product of whole numbers equals that in big integers", () => {
    fc.assert(
      fc.property(wholes, fc.nat(), (x, seed) => {
        const y = shuffled(x, seed);
        const truth = x.reduce((sum, value, i) => sum + BigInt(value) * BigInt(y[i]!), 0n);
        expect(compensatedDot(x, y)).toBe(Number(truth));
      }),
    );
  });
});

describe("at the edges", () => {
  test("NaN and infinity go through", () => {
    expect(compensatedSum([1, Number.NaN, 2])).toBeNaN();
    expect(compensatedSum([1, Number.POSITIVE_INFINITY, 2])).toBe(Number.POSITIVE_INFINITY);
    expect(compensatedDot([1, Number.NaN], [1, 1])).toBeNaN();
    expect(compensatedDot([1e200, 1], [1e200, 1])).toBe(Number.POSITIVE_INFINITY);
  });

  test("squares of numbers too small to square leave 0", () => {
    expect(compensatedSquares([1e-200, 1e-200])).toBe(0);
  });
});
