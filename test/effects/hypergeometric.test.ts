import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hypergeometric } from "../../src/effects/hypergeometric.ts";
import { correctDigits } from "../numeric/truthTable.ts";

const COMPLEMENTS = [1, 0.9, 0.6, 0.5, 0.26, 0.25, 0.24, 0.1, 0.01, 1e-4, 1e-8, 1e-14, 0];

describe("agrees with closed forms", () => {
  test.each(COMPLEMENTS)("2F1(1/2, 1/2; 3/2; z) is asin(sqrt z) / sqrt z, 1 - z = %d", (y) => {
    const root = Math.sqrt(1 - y);
    const expected = root === 0 ? 1 : Math.atan2(root, Math.sqrt(y)) / root;
    expect(correctDigits(hypergeometric(0.5, 0.5, 1.5, y), expected)).toBeGreaterThan(13);
  });

  test.each(COMPLEMENTS.slice(2))("2F1(1, 1; 3; z) is 2 (z + (1 - z) ln(1 - z)) / z^2, 1 - z = %d", (y) => {
    const z = 1 - y;
    const expected = (2 * (z + (y === 0 ? 0 : y * Math.log(y)))) / (z * z);
    expect(correctDigits(hypergeometric(1, 1, 3, y), expected)).toBeGreaterThan(13);
  });
});

describe("always", () => {
  test("the contiguous relation in c holds, across series and integral", () => {
    const c = fc.double({ min: 3.2, max: 25, noNaN: true });
    const y = fc.double({ min: 0.001, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(c, y, fc.constantFrom(0.5, 1), (middle, complement, a) => {
        const z = 1 - complement;
        const below = middle * (middle - 1) * -complement * hypergeometric(a, a, middle - 1, complement);
        const here = middle * (middle - 1 - (2 * middle - 2 * a - 1) * z) * hypergeometric(a, a, middle, complement);
        const above = (middle - a) ** 2 * z * hypergeometric(a, a, middle + 1, complement);
        expect(Math.abs(below + here + above) / (Math.abs(below) + Math.abs(here) + Math.abs(above))).toBeLessThan(
          1e-13,
        );
      }),
    );
  });
});
