import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nelderMead } from "../../src/numeric/nelderMead.ts";

type Point = Float64Array;
const rosenbrock = ([x, y]: Point) => 100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2;
const powell = ([a, b, c, d]: Point) =>
  (a! + 10 * b!) ** 2 + 5 * (c! - d!) ** 2 + (b! - 2 * c!) ** 4 + 10 * (a! - d!) ** 4;
const beale = ([x, y]: Point) => [1.5, 2.25, 2.625].reduce((sum, c, i) => sum + (c - x! * (1 - y! ** (i + 1))) ** 2, 0);
const distance = (x: Point, at: readonly number[]) => Math.max(...at.map((value, j) => Math.abs(x[j]! - value)));

describe("agrees with minima known in closed form", () => {
  test.each<[string, (x: Point) => number, number[], number[], number]>([
    ["Rosenbrock's valley", rosenbrock, [-1.2, 1], [1, 1], 1e-6],
    ["Beale's function", beale, [1, 1], [3, 0.5], 1e-6],
    ["Powell's singular function", powell, [3, -1, 0, 1], [0, 0, 0, 0], 1e-4],
    ["a logarithm, in one dimension", ([x]) => (x! > 0 ? x! - 2 * Math.log(x!) : Number.NaN), [1e-3], [2], 1e-6],
    ["units 1e8 apart", ([x, y]) => (x! - 1e4) ** 2 / 1e8 + (y! * 1e4 - 3) ** 2, [9e3, 2e-4], [1e4, 3e-4], 1e-2],
  ])("%s", (_, f, start, at, within) => {
    const { x, converged } = nelderMead(f, start);
    expect(converged).toBe(true);
    expect(distance(x, at)).toBeLessThan(within);
  });
});

describe("always", () => {
  test("is never above the start, and the value is that of the point", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 4 }), (start) => {
        const f = (x: Point) => x.reduce((sum, value, j) => sum + (value - j) ** 2 * (j + 1), 0);
        const { x, value, converged } = nelderMead(f, start);
        expect(converged).toBe(true);
        expect(value).toBeLessThanOrEqual(f(Float64Array.from(start)));
        expect(f(x)).toBe(value);
        expect(
          distance(
            x,
            start.map((_, j) => j),
          ),
        ).toBeLessThan(1e-4);
      }),
      { numRuns: 30 },
    );
  });

  test("the start stays as it was", () => {
    const start = [-1.2, 1];
    expect(nelderMead(rosenbrock, start).converged).toBe(true);
    expect(start).toEqual([-1.2, 1]);
  });
});

describe("at the edges", () => {
  test("a function without a minimum, too few steps, an impossible start: not converged", () => {
    expect(nelderMead(([x]) => x!, [1], { iterations: 500 })).toMatchObject({ converged: false });
    expect(nelderMead(rosenbrock, [-1.2, 1], { iterations: 20 })).toMatchObject({ iterations: 20, converged: false });
    expect(nelderMead(() => Number.NaN, [1, 1]).converged).toBe(false);
  });
});
