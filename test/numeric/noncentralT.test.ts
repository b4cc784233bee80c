import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  noncentralTDensity,
  noncentralTLogDensity,
  noncentralTLogLower,
  noncentralTLogUpper,
  noncentralTLower,
  noncentralTParameter,
  noncentralTQuantile,
  noncentralTUpper,
  noncentralTUpperQuantile,
} from "../../src/numeric/noncentralT.ts";
import { normalLower } from "../../src/numeric/normal.ts";
import { studentTLower } from "../../src/numeric/studentT.ts";
import { agreesWithTruth, between, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const NONCENTRAL_T = {
  lower: noncentralTLower,
  upper: noncentralTUpper,
  density: noncentralTDensity,
  logLower: noncentralTLogLower,
  logUpper: noncentralTLogUpper,
  logDensity: noncentralTLogDensity,
  quantile: noncentralTQuantile,
  upperQuantile: noncentralTUpperQuantile,
};

agreesWithTruth("noncentralT", NONCENTRAL_T, 12);

describe("always", () => {
  keepsTheLaws(NONCENTRAL_T, {
    parameters: fc.tuple(scaled(-0.3, 4), between(-8, 8)),
    x: (_, ncp) => between(-8, 8).map((z) => ncp! + z * (1 + Math.abs(ncp!) / 8)),
    runs: 100,
  });

  test("mirrored, t and noncentrality change sign", () => {
    fc.assert(
      fc.property(between(-20, 20), scaled(0, 3), between(-10, 10), (t, df, ncp) => {
        expect(noncentralTLower(t, df, ncp)).toBe(noncentralTUpper(-t, df, -ncp));
      }),
    );
  });

  test("without noncentrality Student's t, at 0 the normal tail, with infinite df a shifted one", () => {
    fc.assert(
      fc.property(between(-20, 20), scaled(-1, 4), between(-30, 30), (t, df, ncp) => {
        expect(noncentralTLower(t, df, 0)).toBe(studentTLower(t, df));
        const shifted = noncentralTLower(t, Number.POSITIVE_INFINITY, ncp);
        if (t - ncp > -30) expect(correctDigits(shifted, normalLower(t - ncp))).toBeGreaterThan(12);
        expect(correctDigits(noncentralTLower(0, df, ncp), normalLower(-ncp))).toBeGreaterThan(11);
      }),
    );
  });

  test("the parameter at which a share lies below t", () => {
    fc.assert(
      fc.property(between(-20, 20), scaled(0, 4), between(0.001, 0.999), (t, df, p) => {
        expect(correctDigits(noncentralTLower(t, df, noncentralTParameter(t, df, p)), p)).toBeGreaterThan(10);
      }),
      { numRuns: 100 },
    );
  });
});

standsAtTheEdges([
  ["nothing lies below -Infinity", noncentralTLower(Number.NEGATIVE_INFINITY, 3, 2), 0],
  ["nothing lies above Infinity", noncentralTUpper(Number.POSITIVE_INFINITY, 3, 2), 0],
  ["density at Infinity", noncentralTDensity(Number.POSITIVE_INFINITY, 3, 2), 0],
  ["quantile of 0", noncentralTQuantile(0, 3, 2), Number.NEGATIVE_INFINITY],
  ["quantile of 1", noncentralTQuantile(1, 3, 2), Number.POSITIVE_INFINITY],
  ["upper quantile of 0", noncentralTUpperQuantile(0, 3, 2), Number.POSITIVE_INFINITY],
  ["the parameter for a share of 0", noncentralTParameter(2, 3, 0), Number.POSITIVE_INFINITY],
  ["the parameter for a share of 1", noncentralTParameter(2, 3, 1), Number.NEGATIVE_INFINITY],
  ["the parameter of an infinite t", noncentralTParameter(Number.POSITIVE_INFINITY, 3, 0.5), Number.NaN],
  ["no df", noncentralTLower(1, 0, 1), Number.NaN],
  ["noncentrality beyond 1e5", noncentralTLower(1, 3, 2e5), Number.NaN],
  ["a parameter beyond 1e5", noncentralTParameter(1e6, 3, 0.5), Number.NaN],
  ["NaN t", noncentralTUpper(Number.NaN, 3, 1), Number.NaN],
  ["NaN noncentrality", noncentralTUpper(1, 3, Number.NaN), Number.NaN],
  ["a share above 1", noncentralTQuantile(1.1, 3, 1), Number.NaN],
]);
