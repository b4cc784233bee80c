import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimum1D } from "../../src/numeric/minimum.ts";

describe("agrees with minima known in closed form", () => {
  test.each<[string, (x: number) => number, number, number, number]>([
    ["a parabola", (x) => (x - 2) ** 2 + 1, 0, 5, 2],
    ["a cosine", Math.cos, 0, 6, Math.PI],
    ["x log x", (x) => x * Math.log(x), 0, 5, 1 / Math.E],
    ["a kink", (x) => Math.abs(x - 0.7), 0, 1, 0.7],
    ["a quartic", (x) => (x + 1) ** 4, -5, 3, -1],
    ["infinite at both ends", (x) => -Math.log(x) - Math.log(3 - x), 0, 3, 1.5],
    ["far from zero", (x) => (x - 1e6) ** 2, 0, 3e6, 1e6],
  ])("%s", (name, f, lower, upper, at) => {
    const { x, converged, iterations } = minimum1D(f, lower, upper);
    expect(converged).toBe(true);
    // The values of a quartic near its minimum differ by less than rounding: 1e-4 is all they tell.
    expect(Math.abs(x - at)).toBeLessThan((name === "a quartic" ? 1e-3 : 3e-8) * Math.max(1, Math.abs(at)));
    expect(iterations).toBeLessThan(80);
  });
});

describe("always", () => {
  test("is not above the ends or any point of a grid, for a function with one dip", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        (at, width) => {
          const f = (x: number) => -1 / (1 + ((x - at) / width) ** 2);
          const { value } = minimum1D(f, -10, 10);
          for (let x = -10; x <= 10; x += 0.5) expect(value).toBeLessThanOrEqual(f(x) + 1e-11);
        },
      ),
    );
  });

  test("a minimum at an end is that end itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 4 }), (lower) => {
        expect(minimum1D((x) => Math.exp(x), lower, 5)).toMatchObject({ x: lower, converged: true });
        expect(minimum1D((x) => -Math.exp(x), lower, 5)).toMatchObject({ x: 5, converged: true });
      }),
    );
  });
});

describe("at the edges", () => {
  test("a flat function gives a point between the ends", () => {
    const { x, converged } = minimum1D(() => 1, 2, 3);
    expect(converged && x >= 2 && x <= 3).toBe(true);
  });

  test("too few steps are not called converged", () => {
    expect(minimum1D((x) => Math.cosh(x - 1), -50, 90, { iterations: 4 })).toMatchObject({
      iterations: 4,
      converged: false,
    });
  });
});
