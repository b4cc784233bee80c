import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  gammaDensity,
  gammaLogDensity,
  gammaLogLower,
  gammaLogUpper,
  gammaLower,
  gammaQuantile,
  gammaUpper,
  gammaUpperQuantile,
} from "../../src/numeric/gammaDistribution.ts";
import { agreesWithTruth, between, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const GAMMA = {
  lower: (x: number, shape?: number) => gammaLower(x, shape!),
  upper: (x: number, shape?: number) => gammaUpper(x, shape!),
  density: (x: number, shape?: number) => gammaDensity(x, shape!),
  logLower: (x: number, shape?: number) => gammaLogLower(x, shape!),
  logUpper: (x: number, shape?: number) => gammaLogUpper(x, shape!),
  logDensity: (x: number, shape?: number) => gammaLogDensity(x, shape!),
  quantile: (p: number, shape?: number) => gammaQuantile(p, shape!),
  upperQuantile: (p: number, shape?: number) => gammaUpperQuantile(p, shape!),
};

agreesWithTruth("gammaDistribution", GAMMA, 12.5);

describe("always", () => {
  keepsTheLaws(GAMMA, {
    parameters: scaled(-2, 7).map((shape) => [shape]),
    x: (shape) => between(-5, 5).map((z) => shape! * Math.exp(z / Math.sqrt(Math.min(shape!, 1e4)))),
  });

  test("another unit changes nothing", () => {
    fc.assert(
      fc.property(scaled(-1, 3), scaled(-1, 3), (x, shape) => {
        expect(gammaLower(x * 64, shape, 64)).toBe(gammaLower(x, shape));
        expect(gammaQuantile(0.2, shape, 64)).toBe(64 * gammaQuantile(0.2, shape));
      }),
    );
  });

  test("shape 1 is the exponential distribution", () => {
    fc.assert(
      fc.property(scaled(-10, 2.5), (x) => {
        expect(correctDigits(gammaUpper(x, 1), Math.exp(-x))).toBeGreaterThan(13);
        expect(correctDigits(gammaLower(x, 1), -Math.expm1(-x))).toBeGreaterThan(13);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", gammaLower(0, 3), 0],
  ["nor below a negative number", gammaLower(-2, 3), 0],
  ["everything lies above 0", gammaUpper(0, 3), 1],
  ["nothing lies above Infinity", gammaUpper(Number.POSITIVE_INFINITY, 3), 0],
  ["density at 0, shape above 1", gammaDensity(0, 3), 0],
  ["density at 0, shape 1", gammaDensity(0, 1, 4), 0.25],
  ["density at 0, shape below 1", gammaDensity(0, 0.5), Number.POSITIVE_INFINITY],
  ["density below 0", gammaDensity(-1, 3), 0],
  ["quantile of 0", gammaQuantile(0, 3), 0],
  ["quantile of 1", gammaQuantile(1, 3), Number.POSITIVE_INFINITY],
  ["upper quantile of 0", gammaUpperQuantile(0, 3), Number.POSITIVE_INFINITY],
  ["shape 0", gammaLower(1, 0), Number.NaN],
  ["negative scale", gammaLower(1, 2, -1), Number.NaN],
  ["infinite shape", gammaUpper(1, Number.POSITIVE_INFINITY), Number.NaN],
  ["NaN x", gammaUpper(Number.NaN, 2), Number.NaN],
  ["a share above 1", gammaQuantile(1.1, 2), Number.NaN],
]);
