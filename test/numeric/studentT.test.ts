import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalLower, normalQuantile } from "../../src/numeric/normal.ts";
import {
  studentTDensity,
  studentTLogDensity,
  studentTLogLower,
  studentTLogUpper,
  studentTLower,
  studentTQuantile,
  studentTUpper,
  studentTUpperQuantile,
} from "../../src/numeric/studentT.ts";
import { agreesWithTruth, between, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const STUDENT_T = {
  lower: studentTLower,
  upper: studentTUpper,
  density: studentTDensity,
  logLower: studentTLogLower,
  logUpper: studentTLogUpper,
  logDensity: studentTLogDensity,
  quantile: studentTQuantile,
  upperQuantile: studentTUpperQuantile,
};

// With 0.001 df a quantile is the thousandth power of a number.
agreesWithTruth("studentT", STUDENT_T, 12.5, { quantile: 12, upperQuantile: 12 });

describe("always", () => {
  keepsTheLaws(STUDENT_T, {
    parameters: scaled(-1, 8).map((df) => [df]),
    x: () => fc.oneof(between(-10, 10), scaled(-3, 3)),
  });

  test("one tail is the other mirrored", () => {
    fc.assert(
      fc.property(between(-50, 50), scaled(-2, 6), (t, df) => {
        expect(studentTLower(t, df)).toBe(studentTUpper(-t, df));
      }),
    );
  });

  test("1 df is the Cauchy distribution", () => {
    fc.assert(
      fc.property(scaled(-3, 8), (t) => {
        expect(correctDigits(studentTUpper(t, 1), Math.atan2(1, t) / Math.PI)).toBeGreaterThan(13);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below -Infinity", studentTLower(Number.NEGATIVE_INFINITY, 3), 0],
  ["nothing lies above Infinity", studentTUpper(Number.POSITIVE_INFINITY, 3), 0],
  ["log tail beyond Infinity", studentTLogUpper(Number.POSITIVE_INFINITY, 3), Number.NEGATIVE_INFINITY],
  ["the middle", studentTLower(0, 2.7), 0.5],
  ["infinite df are the normal distribution", studentTLower(1.2, Number.POSITIVE_INFINITY), normalLower(1.2)],
  ["its quantile", studentTQuantile(0.2, Number.POSITIVE_INFINITY), normalQuantile(0.2)],
  ["quantile of 0", studentTQuantile(0, 4), Number.NEGATIVE_INFINITY],
  ["upper quantile of 0", studentTUpperQuantile(0, 4), Number.POSITIVE_INFINITY],
  ["quantile of one half", studentTQuantile(0.5, 4), 0],
  ["a quantile beyond the doubles", studentTUpperQuantile(1e-300, 0.001), Number.POSITIVE_INFINITY],
  ["no df", studentTLower(1, 0), Number.NaN],
  ["negative df", studentTUpper(1, -1), Number.NaN],
  ["NaN df", studentTDensity(1, Number.NaN), Number.NaN],
  ["NaN t", studentTLower(Number.NaN, 3), Number.NaN],
  ["a share above 1", studentTQuantile(1.5, 3), Number.NaN],
]);
