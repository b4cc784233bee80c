import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dFromR, rFromD } from "../../src/effects/correlationToD.ts";
import { fixtureCases } from "../fixtures/readFixture.ts";
import { correctDigits } from "../numeric/truthTable.ts";

interface Conversion {
  readonly r: number;
  readonly n1?: number;
  readonly n2?: number;
}

const CASES = fixtureCases("effectSizes").filter(([name]) => name.startsWith("d of"));

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, expected }) => {
    const { r, n1, n2 } = data as Conversion;
    const sizes = n1 === undefined || n2 === undefined ? undefined : { n1, n2 };
    expect(correctDigits(dFromR(r, sizes), expected.d as number)).toBeGreaterThan(12);
    expect(correctDigits(rFromD(expected.d as number, sizes), r)).toBeGreaterThan(12);
  });
});

describe("always", () => {
  const correlation = fc.double({ min: -0.999, max: 0.999, noNaN: true });
  const size = fc.integer({ min: 1, max: 100_000 });

  test("there and back is the correlation, for groups of any size", () => {
    fc.assert(
      fc.property(correlation, size, size, (r, n1, n2) => {
        expect(rFromD(dFromR(r, { n1, n2 }), { n1, n2 })).toBeCloseTo(r, 12);
      }),
    );
  });

  test("equal groups are the default; unequal ones need a larger d for the same r", () => {
    fc.assert(
      fc.property(correlation, size, size, (r, n1, n2) => {
        expect(dFromR(r, { n1, n2: n1 })).toBe(dFromR(r));
        expect(Math.abs(dFromR(r, { n1, n2 }))).toBeGreaterThanOrEqual(Math.abs(dFromR(r)) * (1 - 1e-15));
      }),
    );
  });
});

describe("refuses", () => {
  test("a perfect correlation and empty groups", () => {
    expect(() => dFromR(1)).toThrow(/between -1 and 1/);
    expect(() => dFromR(Number.NaN)).toThrow(/between -1 and 1/);
    expect(() => dFromR(0.2, { n1: 0, n2: 10 })).toThrow(/larger than 0/);
    expect(() => rFromD(0.2, { n1: 10, n2: Number.NaN })).toThrow(/larger than 0/);
  });
});
