import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareUpper } from "../../src/numeric/chiSquare.ts";
import {
  fDensity,
  fLogDensity,
  fLogLower,
  fLogUpper,
  fLower,
  fQuantile,
  fUpper,
  fUpperQuantile,
} from "../../src/numeric/fDistribution.ts";
import { studentTUpper } from "../../src/numeric/studentT.ts";
import { agreesWithTruth, between, type Curve, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

/** In the table 1e300 stands for infinity. */
const opened =
  (f: (x: number, df1: number, df2: number) => number): Curve =>
  (x, df1, df2) =>
    f(x, df1!, df2 === 1e300 ? Number.POSITIVE_INFINITY : df2!);

const F = {
  lower: opened(fLower),
  upper: opened(fUpper),
  density: opened(fDensity),
  logLower: opened(fLogLower),
  logUpper: opened(fLogUpper),
  logDensity: opened(fLogDensity),
  quantile: opened(fQuantile),
  upperQuantile: opened(fUpperQuantile),
};

agreesWithTruth("fDistribution", F, 12.5);

describe("always", () => {
  keepsTheLaws(F, {
    parameters: fc.tuple(scaled(-1, 5), scaled(-1, 7)),
    x: (df1, df2) => between(-5, 5).map((z) => Math.exp((z * 3) / Math.sqrt(Math.min(df1!, df2!, 1e4)))),
  });

  test("turned round, the tails and degrees of freedom trade places", () => {
    fc.assert(
      fc.property(scaled(-2, 2), scaled(-1, 4), scaled(-1, 4), (x, df1, df2) => {
        expect(correctDigits(fUpper(x, df1, df2), fLower(1 / x, df2, df1))).toBeGreaterThan(10);
      }),
    );
  });

  test("1 numerator df is a squared t", () => {
    fc.assert(
      fc.property(scaled(-2, 3), scaled(-1, 5), (t, df) => {
        expect(correctDigits(fUpper(t * t, 1, df), 2 * studentTUpper(t, df))).toBeGreaterThan(12);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", fLower(0, 3, 4), 0],
  ["nothing lies above Infinity", fUpper(Number.POSITIVE_INFINITY, 3, 4), 0],
  ["infinite df2 is chi-square over its df", fUpper(2, 3, Number.POSITIVE_INFINITY), chiSquareUpper(6, 3)],
  ["density at 0, df1 1", fDensity(0, 1, 4), Number.POSITIVE_INFINITY],
  ["density at 0, df1 2", fDensity(0, 2, 4), 1],
  ["density at 0, df1 3", fDensity(0, 3, 4), 0],
  ["a lower tail of the smallest doubles", fLower(1e-320, 2, 2), 1e-320],
  ["quantile of 0", fQuantile(0, 3, 4), 0],
  ["quantile of 1", fQuantile(1, 3, 4), Number.POSITIVE_INFINITY],
  ["upper quantile of 0", fUpperQuantile(0, 3, 4), Number.POSITIVE_INFINITY],
  ["no df1", fUpper(1, 0, 4), Number.NaN],
  ["infinite df1", fUpper(1, Number.POSITIVE_INFINITY, 4), Number.NaN],
  ["negative df2", fUpper(1, 3, -4), Number.NaN],
  ["NaN x", fUpper(Number.NaN, 3, 4), Number.NaN],
  ["a share above 1", fUpperQuantile(1.1, 3, 4), Number.NaN],
]);
