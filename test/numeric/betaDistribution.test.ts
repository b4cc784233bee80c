import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  betaDensity,
  betaLogDensity,
  betaLogLower,
  betaLogUpper,
  betaLower,
  betaQuantile,
  betaUpper,
  betaUpperQuantile,
} from "../../src/numeric/betaDistribution.ts";
import { agreesWithTruth, between, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const BETA = {
  lower: betaLower,
  upper: betaUpper,
  density: betaDensity,
  logLower: betaLogLower,
  logUpper: betaLogUpper,
  logDensity: betaLogDensity,
  quantile: betaQuantile,
  upperQuantile: betaUpperQuantile,
};

agreesWithTruth("betaDistribution", BETA, 12.5);

describe("always", () => {
  keepsTheLaws(BETA, {
    parameters: fc.tuple(scaled(-1, 5), scaled(-1, 5)),
    x: (a, b) => between(-5, 5).map((z) => 1 / (1 + (b! / a!) * Math.exp(z / Math.sqrt(Math.min(a!, b!, 1e4))))),
  });

  test("mirrored, the shapes trade places", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1023 }), scaled(-2, 4), scaled(-2, 4), (k, a, b) => {
        expect(correctDigits(betaLower(k / 1024, a, b), betaUpper(1 - k / 1024, b, a))).toBeGreaterThan(11);
      }),
    );
  });

  test("with a second shape of 1 the lower tail is a power", () => {
    fc.assert(
      fc.property(between(0.001, 1), scaled(-2, 2), (x, a) => {
        expect(correctDigits(betaLower(x, a, 1), x ** a)).toBeGreaterThan(12);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", betaLower(0, 2, 3), 0],
  ["everything lies below 1", betaLower(1, 2, 3), 1],
  ["nothing lies above 1", betaUpper(1, 2, 3), 0],
  ["nor above 2", betaUpper(2, 2, 3), 0],
  ["density outside", betaDensity(1.5, 2, 3), 0],
  ["density at 0, shapes above 1", betaDensity(0, 2, 3), 0],
  ["density at 0, first shape 1", betaDensity(0, 1, 3), 3],
  ["density at 1, second shape below 1", betaDensity(1, 2, 0.5), Number.POSITIVE_INFINITY],
  ["quantile of 0", betaQuantile(0, 2, 3), 0],
  ["quantile of 1", betaQuantile(1, 2, 3), 1],
  ["upper quantile of 0", betaUpperQuantile(0, 2, 3), 1],
  ["a quantile below the smallest double", betaQuantile(1e-10, 0.001, 3), 0],
  ["first shape 0", betaLower(0.5, 0, 3), Number.NaN],
  ["negative second shape", betaLower(0.5, 2, -1), Number.NaN],
  ["shapes beyond what x can tell", betaLower(0.5, 1e200, 2), Number.NaN],
  ["NaN x", betaUpper(Number.NaN, 2, 3), Number.NaN],
  ["a share above 1", betaQuantile(1.1, 2, 3), Number.NaN],
]);
