import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bracketedRoot, expandBracket } from "../../src/numeric/roots.ts";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("agrees with roots known in closed form, to the last bits", () => {
  test.each<[string, (x: number) => number, number, number, number]>([
    ["square root of 2", (x) => x * x - 2, 0, 2, Math.SQRT2],
    ["cube root of 5", (x) => x ** 3 - 5, 0, 10, Math.cbrt(5)],
    ["logarithm of 1e-5", (x) => Math.exp(x) - 1e-5, -100, 10, Math.log(1e-5)],
    ["cos x = x", (x) => Math.cos(x) - x, 0, 1, 0.7390851332151607],
    ["very steep", (x) => Math.atan(1e10 * (x - 0.1234567)), -5, 9, 0.1234567],
    ["a jump", (x) => (x < 0.3 ? -1 : 1), 0, 1, 0.3],
    ["a tiny root", (x) => x - 1e-300, -1, 1, 1e-300],
    ["a huge root", (x) => x - 1e300, 0, 1.7e308, 1e300],
    ["pi", Math.sin, 3, 4, Math.PI],
  ])("%s", (_, f, lower, upper, root) => {
    const { x, converged, iterations } = bracketedRoot(f, lower, upper);
    expect(converged).toBe(true);
    expect(Math.abs(x - root)).toBeLessThanOrEqual(2 * Number.EPSILON * Math.abs(root));
    expect(iterations).toBeLessThan(60);
  });

  test("a root of the ninth order at 0 is found to where its values vanish", () => {
    expect(Math.abs(bracketedRoot((x) => x ** 9, -1, 4).x)).toBeLessThan(1e-35);
  });
});

describe("always", () => {
  test("finds the root of any line, whichever end comes first", () => {
    fc.assert(
      fc.property(number, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), fc.boolean(), (root, slope, turned) => {
        const f = (x: number) => slope * (x - root);
        const ends = [root - 7, root + 3] as const;
        const { x, converged } = turned ? bracketedRoot(f, ends[1], ends[0]) : bracketedRoot(f, ...ends);
        expect(converged).toBe(true);
        expect(Math.abs(x - root)).toBeLessThanOrEqual(4e-16 * Math.abs(root) + 1e-300);
      }),
    );
  });

  test("an expanded bracket holds a sign change and stays within its limits", () => {
    fc.assert(
      fc.property(number, number, (root, start) => {
        const { lower, upper, converged } = expandBracket((x) => x - root, start, {
          step: 0.5,
          lower: -2e6,
          upper: 2e6,
        });
        expect(converged).toBe(true);
        expect(lower <= root && root <= upper && lower >= -2e6 && upper <= 2e6).toBe(true);
      }),
    );
  });

  test("a tolerance saves steps and is kept", () => {
    const f = (x: number) => Math.exp(x) - 3;
    const rough = bracketedRoot(f, 0, 5, { tolerance: 1e-3 });
    expect(Math.abs(rough.x - Math.log(3))).toBeLessThan(1e-3);
    expect(rough.iterations).toBeLessThan(bracketedRoot(f, 0, 5).iterations);
  });
});

describe("at the edges", () => {
  test("a root at an end", () => {
    expect(bracketedRoot((x) => x, 0, 1)).toMatchObject({ x: 0, converged: true });
    expect(bracketedRoot((x) => x - 1, 0, 1)).toMatchObject({ x: 1, converged: true });
    expect(expandBracket((x) => x, 0)).toMatchObject({ lower: 0, upper: 0, converged: true });
  });

  test("neighbouring doubles", () => {
    const next = 1 + Number.EPSILON;
    expect(bracketedRoot((x) => (x === 1 ? -1 : 2), 1, next)).toMatchObject({ x: 1, converged: true });
  });
});

describe("refuses, by saying so in the result", () => {
  test("no sign change, NaN, too few steps", () => {
    expect(bracketedRoot((x) => x * x + 1, -1, 1)).toMatchObject({ x: Number.NaN, converged: false });
    expect(bracketedRoot((x) => (Math.abs(x) < 0.9 ? Number.NaN : x), -1, 1)).toMatchObject({ converged: false });
    expect(bracketedRoot((x) => x ** 3 - 5, 0, 1e6, { iterations: 3 })).toMatchObject({
      iterations: 3,
      converged: false,
    });
  });

  test("no sign change in reach", () => {
    expect(expandBracket((x) => x * x + 1, 0)).toMatchObject({ converged: false });
    expect(expandBracket((x) => x - 0.5, 0.2, { lower: 0, upper: 0.4 })).toMatchObject({
      lower: 0,
      upper: 0.4,
      converged: false,
    });
  });
});
