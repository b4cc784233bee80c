import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { integrate } from "../../src/numeric/adaptiveIntegral.ts";
import { gaussHermite, gaussLegendre, normalExpectation, type QuadratureRule } from "../../src/numeric/quadrature.ts";
import { between, mpmathTable } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const RULES: readonly [string, (n: number) => QuadratureRule][] = [
  ["gaussLegendre", gaussLegendre],
  ["gaussHermite", gaussHermite],
];

describe("agrees with the truth table", () => {
  test.each(RULES)("%s: nodes and weights", (name, rule) => {
    const { rows } = mpmathTable("quadrature")[name]!;
    expect(rows.length).toBeGreaterThan(15);
    for (const [n, i, node, weight] of rows as [number, number, number, number][]) {
      const { nodes, weights } = rule(n);
      expect(correctDigits(nodes[n - 1 - i]!, node)).toBeGreaterThan(14);
      // The outermost Hermite weights are exp(-700).
      expect(correctDigits(weights[n - 1 - i]!, weight)).toBeGreaterThan(12);
    }
  });
});

describe("always", () => {
  test("a rule of n points is exact for polynomials of degree 2n - 1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(59), (n, degree) => {
        fc.pre(degree <= 2 * n - 1);
        const { nodes, weights } = gaussLegendre(n);
        const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** degree, 0);
        expect(Math.abs(sum - (degree % 2 === 0 ? 2 / (degree + 1) : 0))).toBeLessThan(1e-14);
      }),
    );
  });

  test("the moments of a standard normal variable", () => {
    const { nodes, weights } = normalExpectation(20);
    const moment = (power: number) => nodes.reduce((total, z, i) => total + weights[i]! * z ** power, 0);
    [1, 0, 1, 0, 3, 0, 15, 0, 105].forEach((expected, power) => {
      expect(moment(power)).toBeCloseTo(expected, 11);
    });
  });

  test("an adaptive integral is additive and changes sign with its direction", () => {
    const f = (x: number) => Math.exp(-x * x) * Math.cos(3 * x);
    fc.assert(
      fc.property(between(-5, 5), between(-5, 5), between(-5, 5), (a, b, c) => {
        const parts = integrate(f, a, b) + integrate(f, b, c);
        expect(Math.abs(parts - integrate(f, a, c))).toBeLessThan(1e-9);
        expect(integrate(f, b, a)).toBeCloseTo(-integrate(f, a, b), 14);
      }),
    );
  });
});

describe("at the edges", () => {
  test("a rule of no points is NaN", () => {
    expect(gaussLegendre(0).nodes[0]).toBeNaN();
    expect(gaussHermite(2.5).weights[0]).toBeNaN();
  });

  test("integrals over the whole line and a half of it", () => {
    expect(integrate((x) => Math.exp(-x * x), -Infinity, Infinity)).toBeCloseTo(Math.sqrt(Math.PI), 12);
    expect(integrate((x) => Math.exp(x), -Infinity, 0)).toBeCloseTo(1, 12);
    expect(integrate((x) => x, 2, 2)).toBe(0);
    expect(integrate(() => Number.NaN, 0, 1)).toBeNaN();
    expect(integrate((x) => x, Number.NaN, 1)).toBeNaN();
  });
});
