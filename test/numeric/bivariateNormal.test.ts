import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bivariateNormalDensity,
  bivariateNormalLower,
  bivariateNormalRectangle,
  bivariateNormalUpper,
} from "../../src/numeric/bivariateNormal.ts";
import { normalDensity, normalLower, normalUpper } from "../../src/numeric/normal.ts";
import { normalInterval } from "../../src/numeric/normalInterval.ts";
import { between, type Curve, mpmathTable, shortfalls, standsAtTheEdges } from "./distributionTests.ts";
import { correctDigits } from "./truthTable.ts";

const INFINITY = Number.POSITIVE_INFINITY;
const correlation = between(-0.999, 0.999);

/** In the table of rectangles 50 stands for infinity. */
const opened = (bound: number) => (Math.abs(bound) === 50 ? bound * INFINITY : bound);
const rectangle: Curve = (x0, x1, y0, y1, rho) =>
  bivariateNormalRectangle(opened(x0), opened(x1!), opened(y0!), opened(y1!), rho!);

describe("agrees with the truth table", () => {
  test("bivariateNormalLower", () => {
    const { rows } = mpmathTable("bivariateNormal").tails!;
    // Where |rho| is 1 to nine digits the share is a small difference: it is right to 1e-16 of the whole.
    const nearlyOne = rows.filter(([, , rho]) => Math.abs(rho!) > 1 - 1e-8);
    const rest = rows.filter((row) => !nearlyOne.includes(row));
    expect(shortfalls(rest, 3, 3, (x, y, rho) => bivariateNormalLower(x, y!, rho!), 12)).toEqual([]);
    for (const [x, y, rho, share] of nearlyOne) {
      expect(Math.abs(bivariateNormalLower(x!, y!, rho!) - share!)).toBeLessThan(Math.max(1e-11 * share!, 2e-16));
    }
  });

  test("bivariateNormalRectangle", () => {
    const { rows } = mpmathTable("bivariateNormalRectangle").bivariateNormalRectangle!;
    expect(shortfalls(rows, 5, 5, rectangle, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("the pair may trade places, and mirrors", () => {
    fc.assert(
      fc.property(between(-6, 6), between(-6, 6), correlation, (x, y, rho) => {
        const share = bivariateNormalLower(x, y, rho);
        expect(correctDigits(bivariateNormalLower(y, x, rho), share)).toBeGreaterThan(11);
        expect(bivariateNormalUpper(-x, -y, rho)).toBe(share);
      }),
    );
  });

  test("the four quadrants add up to the margins", () => {
    fc.assert(
      fc.property(between(-6, 6), between(-6, 6), correlation, (x, y, rho) => {
        const below = bivariateNormalLower(x, y, rho) + bivariateNormalLower(x, -y, -rho);
        expect(Math.abs(below - normalLower(x))).toBeLessThan(1e-15 + 1e-12 * normalLower(x));
      }),
    );
  });

  test("uncorrelated shares multiply", () => {
    fc.assert(
      fc.property(between(-8, 8), between(-8, 8), (x, y) => {
        expect(correctDigits(bivariateNormalLower(x, y, 0), normalLower(x) * normalLower(y))).toBeGreaterThan(12);
        const density = normalDensity(x) * normalDensity(y);
        expect(correctDigits(bivariateNormalDensity(x, y, 0), density)).toBeGreaterThan(13);
      }),
    );
  });

  test("at the origin it is an angle", () => {
    fc.assert(
      fc.property(correlation, (rho) => {
        const expected = 0.25 + Math.asin(rho) / (2 * Math.PI);
        expect(Math.abs(bivariateNormalLower(0, 0, rho) - expected)).toBeLessThan(1e-15);
      }),
    );
  });

  test("it rises with the correlation at the rate of the density", () => {
    fc.assert(
      fc.property(between(-3, 3), between(-3, 3), between(-0.9, 0.9), (x, y, rho) => {
        const step = 1e-5;
        const rise = bivariateNormalLower(x, y, rho + step) - bivariateNormalLower(x, y, rho - step);
        expect(Math.abs(rise / (2 * step) - bivariateNormalDensity(x, y, rho))).toBeLessThan(1e-7);
      }),
    );
  });

  test("rectangles beside each other add up", () => {
    const bound = between(-5, 5);
    fc.assert(
      fc.property(bound, bound, bound, bound, bound, correlation, (a, b, c, y0, y1, rho) => {
        const [x0, x1, x2] = [a, b, c].sort((first, second) => first - second) as [number, number, number];
        const [low, high] = [Math.min(y0, y1), Math.max(y0, y1)];
        const whole = bivariateNormalRectangle(x0, x2, low, high, rho);
        const parts =
          bivariateNormalRectangle(x0, x1, low, high, rho) + bivariateNormalRectangle(x1, x2, low, high, rho);
        expect(Math.abs(parts - whole)).toBeLessThan(1e-16 + 1e-11 * whole);
      }),
    );
  });
});

standsAtTheEdges([
  ["nothing lies below -Infinity", bivariateNormalLower(Number.NEGATIVE_INFINITY, 1, 0.5), 0],
  ["an infinite bound leaves the other margin", bivariateNormalLower(INFINITY, 1, 0.5), normalLower(1)],
  ["the whole plane", bivariateNormalLower(INFINITY, INFINITY, 0.5), 1],
  ["perfect correlation", bivariateNormalLower(1, 0.3, 1), normalLower(0.3)],
  ["perfect negative correlation", bivariateNormalLower(1, -0.3, -1), normalInterval(0.3, 1)],
  ["perfect negative correlation, nothing left", bivariateNormalLower(-1, -0.3, -1), 0],
  ["density off the line", bivariateNormalDensity(0, 1, 1), 0],
  ["density on the line", bivariateNormalDensity(1, 1, 1), INFINITY],
  ["density at Infinity", bivariateNormalDensity(INFINITY, 0, 0.3), 0],
  ["an empty rectangle", bivariateNormalRectangle(1, 1, 0, 2, 0.3), 0],
  ["a rectangle on a line", bivariateNormalRectangle(0, 1, 0.5, 2, 1), normalInterval(0.5, 1)],
  ["a quadrant as a rectangle", bivariateNormalRectangle(1, INFINITY, -INFINITY, INFINITY, 0.3), normalUpper(1)],
  ["a rectangle turned round", bivariateNormalRectangle(1, 0, 0, 2, 0.3), Number.NaN],
  ["a correlation above 1", bivariateNormalLower(0, 0, 1.1), Number.NaN],
  ["NaN", bivariateNormalLower(Number.NaN, 0, 0.5), Number.NaN],
]);
