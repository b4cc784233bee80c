import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chiSquareDensity,
  chiSquareLogDensity,
  chiSquareLogLower,
  chiSquareLogUpper,
  chiSquareLower,
  chiSquareQuantile,
  chiSquareUpper,
  chiSquareUpperQuantile,
} from "../../src/numeric/chiSquare.ts";
import { normalUpper } from "../../src/numeric/normal.ts";
import { agreesWithTruth, between, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const CHI_SQUARE = {
  lower: chiSquareLower,
  upper: chiSquareUpper,
  density: chiSquareDensity,
  logLower: chiSquareLogLower,
  logUpper: chiSquareLogUpper,
  logDensity: chiSquareLogDensity,
  quantile: chiSquareQuantile,
  upperQuantile: chiSquareUpperQuantile,
};

agreesWithTruth("chiSquare", CHI_SQUARE, 12.5);

describe("always", () => {
  keepsTheLaws(CHI_SQUARE, {
    parameters: scaled(-1, 6).map((df) => [df]),
    x: (df) => between(-5, 5).map((z) => df! * Math.exp(z / Math.sqrt(Math.min(df!, 1e4)))),
  });

  test("1 df is a squared normal value", () => {
    fc.assert(
      fc.property(scaled(-4, 1.4), (z) => {
        expect(correctDigits(chiSquareUpper(z * z, 1), 2 * normalUpper(z))).toBeGreaterThan(12);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", chiSquareLower(0, 3), 0],
  ["nothing lies above Infinity", chiSquareUpper(Number.POSITIVE_INFINITY, 3), 0],
  ["log tail beyond Infinity", chiSquareLogUpper(Number.POSITIVE_INFINITY, 3), Number.NEGATIVE_INFINITY],
  ["density at 0, 1 df", chiSquareDensity(0, 1), Number.POSITIVE_INFINITY],
  ["density at 0, 2 df", chiSquareDensity(0, 2), 0.5],
  ["density at 0, 3 df", chiSquareDensity(0, 3), 0],
  ["a tail too small for a double", chiSquareUpper(1e5, 3), 0],
  ["quantile of 0", chiSquareQuantile(0, 3), 0],
  ["quantile of 1", chiSquareQuantile(1, 3), Number.POSITIVE_INFINITY],
  ["upper quantile of 1", chiSquareUpperQuantile(1, 3), 0],
  ["no df", chiSquareUpper(1, 0), Number.NaN],
  ["negative df", chiSquareLower(1, -3), Number.NaN],
  ["NaN x", chiSquareLower(Number.NaN, 3), Number.NaN],
  ["a negative share", chiSquareQuantile(-0.1, 3), Number.NaN],
]);
