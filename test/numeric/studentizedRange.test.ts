import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fUpper } from "../../src/numeric/fDistribution.ts";
import { normalLower } from "../../src/numeric/normal.ts";
import { gaussLegendre } from "../../src/numeric/quadrature.ts";
import {
  studentizedRangeLower,
  studentizedRangeQuantile,
  studentizedRangeUpper,
  studentizedRangeUpperQuantile,
} from "../../src/numeric/studentizedRange.ts";
import { agreesWithTruth, between, type Curve, keepsTheLaws, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const INFINITY = Number.POSITIVE_INFINITY;
/** In the table 0 stands for infinity. */
const opened =
  (f: (q: number, groups: number, df: number) => number): Curve =>
  (q, groups, df) =>
    f(q, groups!, df === 0 ? INFINITY : df!);

const STUDENTIZED_RANGE = {
  lower: opened(studentizedRangeLower),
  upper: opened(studentizedRangeUpper),
  quantile: opened(studentizedRangeQuantile),
  upperQuantile: opened(studentizedRangeUpperQuantile),
};

agreesWithTruth("studentizedRange", STUDENTIZED_RANGE, 12);

describe("always", () => {
  keepsTheLaws(STUDENTIZED_RANGE, {
    parameters: fc.tuple(fc.integer({ min: 2, max: 30 }), fc.constantFrom(1, 4, 9.5, 30, 200)),
    x: () => between(0.1, 9),
    runs: 12,
  });

  test("two groups are a t test", () => {
    fc.assert(
      fc.property(between(0.1, 20), between(1, 100), (q, df) => {
        expect(studentizedRangeUpper(q, 2, df)).toBe(fUpper((q * q) / 2, 1, df));
      }),
    );
  });

  test("with infinite df it is the range of normal values", () => {
    const { nodes, weights } = gaussLegendre(120);
    fc.assert(
      fc.property(between(0.5, 7), fc.integer({ min: 3, max: 12 }), (w, k) => {
        let sum = 0;
        nodes.forEach((node, i) => {
          const z = 10 * node;
          sum += weights[i]! * 10 * k * Math.exp((-z * z) / 2) * (normalLower(z + w) - normalLower(z)) ** (k - 1);
        });
        const expected = sum / Math.sqrt(2 * Math.PI);
        expect(correctDigits(studentizedRangeLower(w, k, INFINITY), expected)).toBeGreaterThan(9);
      }),
      { numRuns: 40 },
    );
  });

  test("more groups, a wider range", () => {
    fc.assert(
      fc.property(between(0.5, 8), fc.integer({ min: 2, max: 40 }), (q, k) => {
        expect(studentizedRangeLower(q, k + 1, 12)).toBeLessThan(studentizedRangeLower(q, k, 12));
      }),
      { numRuns: 40 },
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", studentizedRangeLower(0, 3, 10), 0],
  ["everything lies above 0", studentizedRangeUpper(-1, 3, 10), 1],
  ["nothing lies above Infinity", studentizedRangeUpper(INFINITY, 3, 10), 0],
  ["very many groups, a small range", studentizedRangeUpper(0.3, 1e4, INFINITY), 1],
  ["quantile of 0", studentizedRangeQuantile(0, 3, 10), 0],
  ["quantile of 1", studentizedRangeQuantile(1, 3, 10), INFINITY],
  ["upper quantile of 0", studentizedRangeUpperQuantile(0, 3, 10), INFINITY],
  ["one group", studentizedRangeUpper(1, 1, 10), Number.NaN],
  ["no df", studentizedRangeUpper(1, 3, 0), Number.NaN],
  ["NaN q", studentizedRangeLower(Number.NaN, 3, 10), Number.NaN],
  ["a share above 1", studentizedRangeQuantile(1.1, 3, 10), Number.NaN],
]);
