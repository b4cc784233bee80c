import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  complementaryErrorFunction,
  errorFunction,
  scaledComplementaryErrorFunction,
} from "../../src/numeric/errorFunction.ts";
import {
  normalDensity,
  normalLogDensity,
  normalLogLower,
  normalLogQuantile,
  normalLogUpper,
  normalLower,
  normalQuantile,
  normalUpper,
  normalUpperQuantile,
} from "../../src/numeric/normal.ts";
import { normalAround, normalInterval } from "../../src/numeric/normalInterval.ts";
import {
  agreesWithTruth,
  between,
  keepsTheLaws,
  mpmathTable,
  scaled,
  shortfalls,
  standsAtTheEdges,
} from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const NORMAL = {
  lower: normalLower,
  upper: normalUpper,
  density: normalDensity,
  logLower: normalLogLower,
  logUpper: normalLogUpper,
  logDensity: normalLogDensity,
  quantile: normalQuantile,
  upperQuantile: normalUpperQuantile,
};

agreesWithTruth("normal", NORMAL, 14.5);

describe("agrees with the truth table", () => {
  const { logQuantile, error } = mpmathTable("normal");

  test("normalLogQuantile", () => {
    expect(shortfalls(logQuantile!.rows, 1, 1, normalLogQuantile, 14)).toEqual([]);
  });

  test.each([
    ["errorFunction", errorFunction, 1],
    ["complementaryErrorFunction", complementaryErrorFunction, 2],
    ["scaledComplementaryErrorFunction", scaledComplementaryErrorFunction, 3],
  ])("%s", (_, compute, column) => {
    expect(shortfalls(error!.rows, 1, column, compute, 14.5)).toEqual([]);
  });
});

describe("always", () => {
  keepsTheLaws(NORMAL, { parameters: fc.constant([]), x: () => between(-36, 36), runs: 500 });

  test("one tail is the other mirrored", () => {
    fc.assert(
      fc.property(between(-40, 40), (z) => {
        expect(normalLower(z)).toBe(normalUpper(-z));
      }),
    );
  });

  test("a quantile from a logarithm is that from the share", () => {
    fc.assert(
      fc.property(scaled(-300, -0.001), (p) => {
        expect(correctDigits(normalLogQuantile(Math.log(p)), normalQuantile(p))).toBeGreaterThan(11);
      }),
    );
  });

  test("neighbouring intervals add up, and a narrow one is width times density", () => {
    fc.assert(
      fc.property(between(-9, 9), scaled(-12, 0.5), (z, width) => {
        const whole = normalInterval(z, z + 2 * width);
        const parts = normalInterval(z, z + width) + normalInterval(z + width, z + 2 * width);
        expect(Math.abs(parts - whole)).toBeLessThan(1e-12 * whole + 4e-16 * width * (Math.abs(z) + 1));
        expect(normalAround(z, 1e-9) / normalDensity(z)).toBeCloseTo(1e-9, 20);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below -Infinity", normalLower(Number.NEGATIVE_INFINITY), 0],
  ["everything lies below Infinity", normalLower(Number.POSITIVE_INFINITY), 1],
  ["the log tail beyond Infinity", normalLogUpper(Number.POSITIVE_INFINITY), Number.NEGATIVE_INFINITY],
  ["the middle", normalLower(0), 0.5],
  ["density at Infinity", normalDensity(Number.POSITIVE_INFINITY), 0],
  ["quantile of 0", normalQuantile(0), Number.NEGATIVE_INFINITY],
  ["quantile of 1", normalQuantile(1), Number.POSITIVE_INFINITY],
  ["quantile of one half", normalQuantile(0.5), 0],
  ["upper quantile of 0", normalUpperQuantile(0), Number.POSITIVE_INFINITY],
  ["log quantile of log 0", normalLogQuantile(Number.NEGATIVE_INFINITY), Number.NEGATIVE_INFINITY],
  ["log quantile of log 1", normalLogQuantile(0), Number.POSITIVE_INFINITY],
  ["an empty interval", normalInterval(3, 3), 0],
  ["the whole line", normalInterval(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), 1],
  ["an interval turned round", normalInterval(1, 0), Number.NaN],
  ["a share above 1", normalQuantile(1.1), Number.NaN],
  ["a negative share", normalQuantile(-0.1), Number.NaN],
  ["a log share above 0", normalLogQuantile(0.1), Number.NaN],
  ["NaN below", normalLower(Number.NaN), Number.NaN],
  ["NaN as a share", normalQuantile(Number.NaN), Number.NaN],
]);
