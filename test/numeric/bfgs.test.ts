import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bfgs } from "../../src/numeric/bfgs.ts";
import type { WithGradient } from "../../src/numeric/wolfeLine.ts";

const rosenbrock: WithGradient = (x, gradient) => {
  const [a, b] = [x[0]!, x[1]!];
  gradient[0] = -400 * a * (b - a ** 2) - 2 * (1 - a);
  gradient[1] = 200 * (b - a ** 2);
  return 100 * (b - a ** 2) ** 2 + (1 - a) ** 2;
};
const beale: WithGradient = (x, gradient) => {
  const [a, b] = [x[0]!, x[1]!];
  gradient.fill(0);
  return [1.5, 2.25, 2.625].reduce((sum, c, i) => {
    const rest = c - a * (1 - b ** (i + 1));
    gradient[0] = gradient[0]! - 2 * rest * (1 - b ** (i + 1));
    gradient[1] = gradient[1]! + 2 * rest * a * (i + 1) * b ** i;
    return sum + rest * rest;
  }, 0);
};
/** Minus the logarithm of the normal likelihood of five scores: mean and log standard deviation. */
const likelihood: WithGradient = (x, gradient) => {
  gradient.fill(0);
  return [1.2, 3.4, 2.2, 5.1, 4.4].reduce((sum, score) => {
    const z = (score - x[0]!) / Math.exp(x[1]!);
    gradient[0] = gradient[0]! - z / Math.exp(x[1]!);
    gradient[1] = gradient[1]! + 1 - z * z;
    return sum + x[1]! + (z * z) / 2;
  }, 0);
};
const logarithm: WithGradient = (x, gradient) => {
  if (!(x[0]! > 0)) return Number.POSITIVE_INFINITY;
  gradient[0] = 1 - 2 / x[0]!;
  return x[0]! - 2 * Math.log(x[0]!);
};
const raised =
  (f: WithGradient, level: number): WithGradient =>
  (x, gradient) =>
    f(x, gradient) + level;

describe("agrees with minima known in closed form", () => {
  test.each<[string, WithGradient, number[], number[]]>([
    ["Rosenbrock's valley", rosenbrock, [-1.2, 1], [1, 1]],
    ["Beale's function", beale, [1, 1], [3, 0.5]],
    ["a normal likelihood", likelihood, [1, 1], [3.26, Math.log(2.0144) / 2]],
    ["a domain with an edge", logarithm, [1e-3], [2]],
  ])("%s", (_, f, start, at) => {
    const { x, gradient, converged, iterations } = bfgs(f, start);
    expect(converged).toBe(true);
    expect(Math.max(...at.map((value, j) => Math.abs(x[j]! - value)))).toBeLessThan(1e-8);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-8);
    expect(iterations).toBeLessThan(60);
  });

  test("a high level, where values no longer tell points apart, costs few digits", () => {
    const { x, converged } = bfgs(raised(rosenbrock, 1e4), [-1.2, 1]);
    expect(converged).toBe(true);
    expect(Math.abs(x[0]! - 1)).toBeLessThan(1e-7);
  });
});

describe("always", () => {
  test("finds the bottom of any bowl, and value and gradient are those of the point", () => {
    const bowls = fc.array(
      fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true })),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(bowls, (bowl) => {
        const f: WithGradient = (x, gradient) =>
          bowl.reduce((sum, [at, steepness], j) => {
            gradient[j] = 2 * steepness * (x[j]! - at);
            return sum + steepness * (x[j]! - at) ** 2;
          }, 0);
        const { x, value, gradient, converged } = bfgs(
          f,
          bowl.map(() => 0),
        );
        const again = new Float64Array(bowl.length);
        expect(converged).toBe(true);
        expect(f(x, again)).toBe(value);
        expect(again).toEqual(gradient);
        bowl.forEach(([at], j) => {
          expect(Math.abs(x[j]! - at)).toBeLessThan(1e-5);
        });
      }),
    );
  });

  test("the start stays as it was", () => {
    const start = [-1.2, 1];
    expect(bfgs(rosenbrock, start).converged).toBe(true);
    expect(start).toEqual([-1.2, 1]);
  });
});

describe("at the edges", () => {
  test("starting at the minimum takes no step", () => {
    expect(bfgs(rosenbrock, [1, 1])).toMatchObject({ iterations: 0, converged: true, value: 0 });
  });

  test("no minimum, too few steps, an impossible start, a wrong gradient: not converged", () => {
    const downhill: WithGradient = (x, gradient) => {
      gradient[0] = 1;
      return x[0]!;
    };
    const lying: WithGradient = (x, gradient) => {
      gradient[0] = -2 * (x[0]! - 3);
      return (x[0]! - 3) ** 2;
    };
    expect(bfgs(downhill, [1], { iterations: 20 })).toMatchObject({ converged: false });
    expect(bfgs(rosenbrock, [-1.2, 1], { iterations: 5 })).toMatchObject({ iterations: 5, converged: false });
    expect(bfgs(logarithm, [-1])).toMatchObject({ iterations: 0, converged: false });
    expect(bfgs(lying, [0]).converged).toBe(false);
  });
});
