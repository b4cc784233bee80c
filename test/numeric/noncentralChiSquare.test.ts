import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareUpper } from "../../src/numeric/chiSquare.ts";
import {
  noncentralChiSquareDensity,
  noncentralChiSquareLogDensity,
  noncentralChiSquareLogLower,
  noncentralChiSquareLogUpper,
  noncentralChiSquareLower,
  noncentralChiSquareParameter,
  noncentralChiSquareQuantile,
  noncentralChiSquareUpper,
  noncentralChiSquareUpperQuantile,
} from "../../src/numeric/noncentralChiSquare.ts";
import { normalInterval } from "../../src/numeric/normalInterval.ts";
import { agreesWithTruth, between, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const NONCENTRAL_CHI_SQUARE = {
  lower: noncentralChiSquareLower,
  upper: noncentralChiSquareUpper,
  density: noncentralChiSquareDensity,
  logLower: noncentralChiSquareLogLower,
  logUpper: noncentralChiSquareLogUpper,
  logDensity: noncentralChiSquareLogDensity,
  quantile: noncentralChiSquareQuantile,
  upperQuantile: noncentralChiSquareUpperQuantile,
};

agreesWithTruth("noncentralChiSquare", NONCENTRAL_CHI_SQUARE, 12.5);

describe("always", () => {
  keepsTheLaws(NONCENTRAL_CHI_SQUARE, {
    parameters: fc.tuple(scaled(-1, 4), scaled(-4, 4)),
    x: (df, ncp) => between(-4, 4).map((z) => (df! + ncp!) * Math.exp(z / Math.sqrt(Math.min(df!, 1e4)))),
    runs: 100,
  });

  test("1 df is the square of a normal value around the root of the noncentrality", () => {
    fc.assert(
      fc.property(scaled(-2, 1), scaled(-2, 1), (root, mean) => {
        const within = normalInterval(-root - mean, root - mean);
        expect(correctDigits(noncentralChiSquareLower(root * root, 1, mean * mean), within)).toBeGreaterThan(11);
      }),
    );
  });

  test("more noncentrality, more power; without it the central distribution", () => {
    fc.assert(
      fc.property(between(0.1, 60), scaled(-1, 2), scaled(-6, 3), (x, df, ncp) => {
        expect(noncentralChiSquareUpper(x, df, 0)).toBe(chiSquareUpper(x, df));
        expect(noncentralChiSquareUpper(x, df, ncp)).toBeGreaterThanOrEqual(chiSquareUpper(x, df) * (1 - 1e-12));
      }),
    );
  });

  test("the parameter at which a share lies below x", () => {
    fc.assert(
      fc.property(scaled(-1, 3), scaled(-0.5, 2), between(0.01, 0.99), (x, df, p) => {
        const ncp = noncentralChiSquareParameter(x, df, p);
        if (ncp === 0) expect(noncentralChiSquareLower(x, df, 0)).toBeLessThanOrEqual(p * (1 + 1e-12));
        else expect(correctDigits(noncentralChiSquareLower(x, df, ncp), p)).toBeGreaterThan(10);
      }),
      { numRuns: 100 },
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", noncentralChiSquareLower(0, 3, 2), 0],
  ["nothing lies above Infinity", noncentralChiSquareUpper(Number.POSITIVE_INFINITY, 3, 2), 0],
  ["log tail of nothing", noncentralChiSquareLogLower(-1, 3, 2), Number.NEGATIVE_INFINITY],
  ["a lower tail too small for a double", noncentralChiSquareLower(1e-320, 3, 2), 0],
  ["an upper tail too small for a double", noncentralChiSquareUpper(1e308, 3, 2), 0],
  ["its logarithm", noncentralChiSquareLogUpper(1e308, 3, 2), -5e307],
  ["density at 0, 1 df", noncentralChiSquareDensity(0, 1, 2), Number.POSITIVE_INFINITY],
  ["density at 0, 3 df", noncentralChiSquareDensity(0, 3, 2), 0],
  ["quantile of 0", noncentralChiSquareQuantile(0, 3, 2), 0],
  ["quantile of 1", noncentralChiSquareQuantile(1, 3, 2), Number.POSITIVE_INFINITY],
  ["upper quantile of 0", noncentralChiSquareUpperQuantile(0, 3, 2), Number.POSITIVE_INFINITY],
  ["a parameter where nothing is left below", noncentralChiSquareParameter(1, 9, 0.5), 0],
  ["the parameter for a share of 0", noncentralChiSquareParameter(5, 3, 0), Number.POSITIVE_INFINITY],
  ["negative noncentrality", noncentralChiSquareUpper(1, 3, -1), Number.NaN],
  ["noncentrality beyond 1e10", noncentralChiSquareUpper(1, 3, 1e11), Number.NaN],
  ["no df", noncentralChiSquareUpper(1, 0, 1), Number.NaN],
  ["a parameter beyond 1e10", noncentralChiSquareParameter(1e11, 3, 0.5), Number.NaN],
  ["NaN x", noncentralChiSquareLower(Number.NaN, 3, 1), Number.NaN],
  ["a share above 1", noncentralChiSquareQuantile(1.1, 3, 1), Number.NaN],
  ["a parameter for a share above 1", noncentralChiSquareParameter(5, 3, 1.1), Number.NaN],
]);
