import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  binomialLogLower,
  binomialLogProbability,
  binomialLogUpper,
  binomialLower,
  binomialProbability,
  binomialQuantile,
  binomialUpper,
  binomialUpperQuantile,
} from "../../src/numeric/binomial.ts";
import { agreesWithTruth, between, scaled, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const BINOMIAL = {
  lower: binomialLower,
  upper: binomialUpper,
  density: binomialProbability,
  logLower: binomialLogLower,
  logUpper: binomialLogUpper,
  logDensity: binomialLogProbability,
  quantile: binomialQuantile,
} as unknown as Parameters<typeof agreesWithTruth>[1];

agreesWithTruth("binomial", BINOMIAL, 12.5);

const trials = fc.tuple(
  scaled(0, 5).map((n) => Math.round(n)),
  between(0.001, 0.999),
);

describe("always", () => {
  test("probabilities are the steps of the tails and sum to 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), between(0, 1), (n, p) => {
        let sum = 0;
        for (let k = 0; k <= n; k++) {
          sum += binomialProbability(k, n, p);
          expect(Math.abs(sum - binomialLower(k, n, p))).toBeLessThan(1e-13);
          expect(Math.abs(1 - sum - binomialUpper(k, n, p))).toBeLessThan(1e-13);
        }
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  test("successes and failures trade places", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 63 }), (n, share) => {
        const k = Math.floor(n / 3);
        const p = share / 64;
        expect(correctDigits(binomialLower(k, n, p), binomialUpper(n - k - 1, n, 1 - p))).toBeGreaterThan(11);
        expect(correctDigits(binomialProbability(k, n, p), binomialProbability(n - k, n, 1 - p))).toBeGreaterThan(11);
      }),
    );
  });

  test("a quantile is the first count that reaches its share, from either side", () => {
    fc.assert(
      fc.property(trials, between(1e-6, 1 - 1e-6), ([n, p], share) => {
        const k = binomialQuantile(share, n, p);
        expect(binomialLower(k, n, p)).toBeGreaterThanOrEqual(share * (1 - 1e-13));
        expect(binomialLower(k - 1, n, p)).toBeLessThan(share * (1 + 1e-13));
        const above = binomialUpperQuantile(share, n, p);
        expect(binomialUpper(above, n, p)).toBeLessThanOrEqual(share * (1 + 1e-13));
        if (above > 0) expect(binomialUpper(above - 1, n, p)).toBeGreaterThan(share * (1 - 1e-13));
      }),
    );
  });
});

standsAtTheEdges([
  ["fewer than none", binomialLower(-1, 5, 0.3), 0],
  ["more than fewer than none", binomialUpper(-1, 5, 0.3), 1],
  ["at most all", binomialLower(5, 5, 0.3), 1],
  ["more than all", binomialUpper(5, 5, 0.3), 0],
  ["between two counts", binomialLower(2.5, 5, 0.3), binomialLower(2, 5, 0.3)],
  ["probability between two counts", binomialProbability(2.5, 5, 0.3), 0],
  ["no trials", binomialProbability(0, 0, 0.3), 1],
  ["never a success", binomialProbability(0, 5, 0), 1],
  ["always a success", binomialProbability(5, 5, 1), 1],
  ["always a success, at most 4", binomialLower(4, 5, 1), 0],
  ["log of nothing", binomialLogProbability(6, 5, 0.3), Number.NEGATIVE_INFINITY],
  ["log tail of nothing", binomialLogUpper(5, 5, 0.3), Number.NEGATIVE_INFINITY],
  ["quantile of 0", binomialQuantile(0, 5, 0.3), 0],
  ["quantile of 1", binomialQuantile(1, 5, 0.3), 5],
  ["upper quantile of 0", binomialUpperQuantile(0, 5, 0.3), 5],
  ["trials that are not whole", binomialProbability(2, 5.5, 0.3), Number.NaN],
  ["tail of trials that are not whole", binomialLower(2, 5.5, 0.3), Number.NaN],
  ["a probability above 1", binomialLower(2, 5, 1.2), Number.NaN],
  ["NaN count", binomialLower(Number.NaN, 5, 0.3), Number.NaN],
  ["a share above 1", binomialQuantile(1.1, 5, 0.3), Number.NaN],
]);
