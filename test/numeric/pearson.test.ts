import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pearson } from "../../src/numeric/pearson.ts";
import { fixtureCases } from "../fixtures/readFixture.ts";
import { shuffled } from "./samples.ts";
import { correctDigits } from "./truthTable.ts";

const scores = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 2,
  maxLength: 40,
});

describe("agrees with R", () => {
  test.each(fixtureCases("pearson"))("%s", (_, { data, expected }) => {
    const { x, y } = data as { x: (number | null)[]; y: (number | null)[] };
    const present = (values: (number | null)[]) => values.map((value) => value ?? Number.NaN);
    const r = pearson(present(x), present(y));
    if (expected.r === null) expect(r).toBeNaN();
    else expect(correctDigits(r, expected.r as number)).toBeGreaterThanOrEqual(12);
  });
});

describe("always", () => {
  test("lies between -1 and 1, is symmetric and does not depend on the order of rows", () => {
    fc.assert(
      fc.property(scores, fc.nat(), (pairs, seed) => {
        const r = pearson(
          pairs.map(([x]) => x),
          pairs.map(([, y]) => y),
        );
        const other = shuffled(pairs, seed);
        expect(
          Object.is(
            r,
            pearson(
              pairs.map(([, y]) => y),
              pairs.map(([x]) => x),
            ),
          ),
        ).toBe(true);
        const again = pearson(
          other.map(([x]) => x),
          other.map(([, y]) => y),
        );
        expect(Number.isNaN(r) ? Number.isNaN(again) : Math.abs(r) <= 1 && Math.abs(r - again) < 1e-14).toBe(true);
      }),
    );
  });

  test("changes sign with the direction of a scale and not with its level or unit", () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const x = pairs.map(([value]) => value);
        const y = pairs.map(([, value]) => value);
        const r = pearson(x, y);
        const turned = pearson(
          x,
          y.map((value) => 1000 - 3 * value),
        );
        expect(Number.isNaN(r) ? Number.isNaN(turned) : Math.abs(r + turned) < 1e-14).toBe(true);
      }),
    );
  });
});

describe("at the edges", () => {
  test("a constant has no correlation, fewer than two rows have none", () => {
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeNaN();
    expect(pearson([1], [2])).toBeNaN();
    expect(pearson([], [])).toBeNaN();
  });

  test("exactly 1 with itself", () => {
    expect(pearson([0.1, 0.25, 7.3], [0.1, 0.25, 7.3])).toBe(1);
  });
});

describe("refuses", () => {
  test("columns of unequal length", () => {
    expect(() => pearson([1, 2, 3], [1, 2])).toThrow(expect.objectContaining({ code: "input/unequal-length" }));
  });
});
