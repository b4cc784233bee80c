import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fUpper } from "../../src/numeric/fDistribution.ts";
import { noncentralChiSquareUpper } from "../../src/numeric/noncentralChiSquare.ts";
import {
  noncentralFDensity,
  noncentralFLogDensity,
  noncentralFLogLower,
  noncentralFLogUpper,
  noncentralFLower,
  noncentralFParameter,
  noncentralFQuantile,
  noncentralFUpper,
  noncentralFUpperQuantile,
} from "../../src/numeric/noncentralF.ts";
import { noncentralTLower, noncentralTUpper } from "../../src/numeric/noncentralT.ts";
import { agreesWithTruth, between, type Curve, keepsTheLaws, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const INFINITY = Number.POSITIVE_INFINITY;
/** In the table 1e300 stands for infinity. */
const opened =
  (f: (x: number, df1: number, df2: number, ncp: number) => number): Curve =>
  (x, df1, df2, ncp) =>
    f(x, df1!, df2 === 1e300 ? INFINITY : df2!, ncp!);

const NONCENTRAL_F = {
  lower: opened(noncentralFLower),
  upper: opened(noncentralFUpper),
  density: opened(noncentralFDensity),
  logLower: opened(noncentralFLogLower),
  logUpper: opened(noncentralFLogUpper),
  logDensity: opened(noncentralFLogDensity),
  quantile: opened(noncentralFQuantile),
  upperQuantile: opened(noncentralFUpperQuantile),
};

agreesWithTruth("noncentralF", NONCENTRAL_F, 12);

describe("always", () => {
  keepsTheLaws(NONCENTRAL_F, {
    parameters: fc.tuple(scaled(-0.5, 3), scaled(-0.5, 4), scaled(-4, 3)),
    x: (df1, df2, ncp) =>
      between(-4, 4).map((z) => (1 + ncp! / df1!) * Math.exp((2 * z) / Math.sqrt(Math.min(df1!, df2!)))),
    runs: 100,
  });

  test("1 numerator df is a squared noncentral t", () => {
    fc.assert(
      fc.property(scaled(-1, 1.3), scaled(0, 3), between(-6, 6), (t, df, ncp) => {
        const beyond = noncentralTUpper(t, df, ncp) + noncentralTLower(-t, df, ncp);
        expect(correctDigits(noncentralFUpper(t * t, 1, df, ncp * ncp), beyond)).toBeGreaterThan(10);
      }),
    );
  });

  test("infinite df2 is chi-square over its df; without noncentrality the central distribution", () => {
    fc.assert(
      fc.property(scaled(-1, 1), scaled(0, 2), scaled(-2, 2), (x, df1, ncp) => {
        expect(noncentralFUpper(x, df1, INFINITY, ncp)).toBe(noncentralChiSquareUpper(x * df1, df1, ncp));
        expect(noncentralFUpper(x, df1, 20, 0)).toBe(fUpper(x, df1, 20));
      }),
    );
  });

  test("the parameter at which a share lies below F", () => {
    fc.assert(
      fc.property(scaled(-1, 2), scaled(0, 1), scaled(0, 3), between(0.01, 0.99), (x, df1, df2, p) => {
        const ncp = noncentralFParameter(x, df1, df2, p);
        if (ncp === 0) expect(noncentralFLower(x, df1, df2, 0)).toBeLessThanOrEqual(p * (1 + 1e-12));
        else expect(correctDigits(noncentralFLower(x, df1, df2, ncp), p)).toBeGreaterThan(10);
      }),
      { numRuns: 60 },
    );
  });
});

standsAtTheEdges([
  ["nothing lies below 0", noncentralFLower(0, 3, 4, 2), 0],
  ["nothing lies above Infinity", noncentralFUpper(INFINITY, 3, 4, 2), 0],
  ["log tail of nothing", noncentralFLogLower(-1, 3, 4, 2), Number.NEGATIVE_INFINITY],
  ["density at 0, df1 3", noncentralFDensity(0, 3, 4, 2), 0],
  ["density at 0, df1 1", noncentralFDensity(0, 1, 4, 2), INFINITY],
  ["quantile of 0", noncentralFQuantile(0, 3, 4, 2), 0],
  ["quantile of 1", noncentralFQuantile(1, 3, 4, 2), INFINITY],
  ["upper quantile of 0", noncentralFUpperQuantile(0, 3, 4, 2), INFINITY],
  ["a parameter where nothing is left below", noncentralFParameter(0.5, 3, 40, 0.5), 0],
  ["negative noncentrality", noncentralFUpper(1, 3, 4, -1), Number.NaN],
  ["noncentrality beyond 1e10", noncentralFUpper(1, 3, 4, 1e11), Number.NaN],
  ["no df1", noncentralFUpper(1, 0, 4, 1), Number.NaN],
  ["negative df2", noncentralFUpper(1, 3, -4, 1), Number.NaN],
  ["a parameter beyond 1e10", noncentralFParameter(1e12, 3, 40, 0.5), Number.NaN],
  ["NaN x", noncentralFLower(Number.NaN, 3, 4, 1), Number.NaN],
  ["a share above 1", noncentralFQuantile(1.1, 3, 4, 1), Number.NaN],
]);
