import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digamma, gammaRatio, logBeta, logFactorial, logGamma, trigamma } from "../../src/numeric/gammaFunction.ts";
import { logGammaIncrement, stirlingError } from "../../src/numeric/stirlingError.ts";
import { type Curve, mpmathTable, scaled, shortfalls, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const FUNCTIONS: readonly [string, Curve, number][] = [
  ["logGamma", logGamma, 13],
  ["digamma", digamma, 13.5],
  ["trigamma", trigamma, 15],
  ["logBeta", (a, b) => logBeta(a, b!), 14.5],
  ["gammaRatio", (a, b) => gammaRatio(a, b!), 13],
];

describe("agrees with the truth table", () => {
  test.each(FUNCTIONS)("%s", (name, compute, digits) => {
    const { cols, rows } = mpmathTable("gammaFunction")[name]!;
    // Between its negative poles log gamma crosses 0: there its absolute error counts.
    const correct = (actual: number, expected: number) =>
      Math.abs(expected) < 1 && name === "logGamma"
        ? Math.max(correctDigits(actual, expected), correctDigits(1 + actual - expected, 1))
        : correctDigits(actual, expected);
    expect(shortfalls(rows, cols.length - 1, cols.length - 1, compute, digits, correct)).toEqual([]);
  });
});

describe("always", () => {
  test("gamma(x + 1) = x gamma(x)", () => {
    fc.assert(
      fc.property(scaled(-5, 5), (x) => {
        const step = logGamma(x + 1) - logGamma(x);
        expect(Math.abs(step - Math.log(x))).toBeLessThan(1e-15 * (10 + Math.abs(logGamma(x))));
        expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-14 * (1 + 1 / x));
        expect(correctDigits(trigamma(x) - 1 / (x * x), trigamma(x + 1))).toBeGreaterThan(x < 0.1 ? 4 : 11);
      }),
    );
  });

  test("the factorial of a whole number is a product", () => {
    let sum = 0;
    for (let n = 1; n < 200; n++) {
      sum += Math.log(n);
      expect(correctDigits(logFactorial(n), sum)).toBeGreaterThan(13);
    }
  });

  test("the beta function is symmetric, and its ratios of gammas are those of logGamma", () => {
    fc.assert(
      fc.property(scaled(-3, 3), scaled(-3, 3), (a, b) => {
        expect(logBeta(a, b)).toBe(logBeta(b, a));
        const size = 1 + Math.abs(logGamma(a)) + Math.abs(logGamma(b));
        expect(Math.abs(logGammaIncrement(a, b) - (logGamma(a + b) - logGamma(a)))).toBeLessThan(
          4e-15 * (size + Math.abs(logGamma(a + b))),
        );
      }),
    );
  });

  test("the Stirling error is what the formula leaves over", () => {
    fc.assert(
      fc.property(scaled(-6, 2), (a) => {
        const formula = (a - 0.5) * Math.log(a) - a + Math.log(2 * Math.PI) / 2;
        expect(Math.abs(stirlingError(a) - (logGamma(a) - formula))).toBeLessThan(2e-15 * (5 + Math.abs(formula)));
      }),
    );
  });
});

standsAtTheEdges([
  ["log gamma of 1", logGamma(1), 0],
  ["log gamma of 2", logGamma(2), 0],
  ["log gamma of 0", logGamma(0), Number.POSITIVE_INFINITY],
  ["log gamma of a negative integer", logGamma(-3), Number.POSITIVE_INFINITY],
  ["log gamma of Infinity", logGamma(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY],
  ["log gamma of NaN", logGamma(Number.NaN), Number.NaN],
  ["log factorial of 0", logFactorial(0), 0],
  ["log factorial below 0", logFactorial(-1), Number.NaN],
  ["digamma at a pole", digamma(-2), Number.NaN],
  ["trigamma at a pole", trigamma(0), Number.POSITIVE_INFINITY],
  ["log beta of a huge argument", logBeta(2, Number.POSITIVE_INFINITY), Number.NEGATIVE_INFINITY],
  ["log beta outside", logBeta(-1, 2), Number.NaN],
  ["a ratio beyond the doubles", gammaRatio(1000, 2), Number.POSITIVE_INFINITY],
  ["a ratio outside", gammaRatio(0, 2), Number.NaN],
]);
