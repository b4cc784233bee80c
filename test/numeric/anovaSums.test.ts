import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anovaSums } from "../../src/numeric/anovaSums.ts";
import { univariate } from "../../src/numeric/univariate.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { shuffled } from "./samples.ts";

const groups = fc.array(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 1, maxLength: 12 }), {
  minLength: 2,
  maxLength: 6,
});

describe("agrees with R", () => {
  test.each(fixtureCases("anovaSums"))("%s", (name, { data, expected }) => {
    const given = (data as { groups: (number | null)[][] }).groups;
    const actual = anovaSums(given.map((group) => group.map((value) => value ?? Number.NaN)));
    // Scores around 1e6: lm centres on nothing and itself loses six digits.
    expect(disagreements(actual, expected, name.includes("1e6") ? 8 : 12)).toEqual([]);
  });
});

describe("always", () => {
  test("between and within add up to the whole", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { between, within, dfBetween, dfWithin, n } = anovaSums(all);
        const whole = univariate(all.flat());
        expect(Math.abs(between + within - whole.sumSquares)).toBeLessThanOrEqual(1e-12 * (whole.sumSquares + 1e-300));
        expect(dfBetween + dfWithin).toBe(n - 1);
      }),
    );
  });

  test("neither the order of the groups nor a common level makes a difference", () => {
    fc.assert(
      fc.property(groups, fc.nat(), (all, seed) => {
        const { between, within } = anovaSums(all);
        const moved = anovaSums(
          shuffled(all, seed).map((group) => group.map((value) => Math.round(value * 64) / 64 + 1e8)),
        );
        const whole = anovaSums(all.map((group) => group.map((value) => Math.round(value * 64) / 64)));
        expect(moved.between).toBeCloseTo(whole.between, 9);
        expect(moved.within).toBeCloseTo(whole.within, 9);
        expect(between >= 0 && within >= 0).toBe(true);
      }),
    );
  });

  test("F of two groups is the square of Student's t", () => {
    const [a, b] = [univariate([1, 4, 2, 8]), univariate([3, 9, 7])];
    const pooled = (a.sumSquares + b.sumSquares) / (a.n + b.n - 2);
    const t = (a.mean - b.mean) / Math.sqrt(pooled * (1 / a.n + 1 / b.n));
    expect(
      anovaSums([
        [1, 4, 2, 8],
        [3, 9, 7],
      ]).F,
    ).toBeCloseTo(t * t, 13);
  });
});

describe("at the edges", () => {
  test("nothing varies within: F is infinite; nothing varies at all: there is none", () => {
    expect(
      anovaSums([
        [1, 1],
        [2, 2],
      ]).F,
    ).toBe(Number.POSITIVE_INFINITY);
    expect(
      anovaSums([
        [0.1, 0.1],
        [0.1, 0.1],
      ]).F,
    ).toBeNaN();
  });

  test("groups without values are left out", () => {
    expect(anovaSums([[1, 2], [], [Number.NaN], [5, 7]])).toEqual({
      ...anovaSums([
        [1, 2],
        [5, 7],
      ]),
      missing: 1,
    });
  });

  test("no groups, one group", () => {
    expect(anovaSums([])).toMatchObject({ n: 0, between: 0, within: 0, groups: 0 });
    expect(anovaSums([[1, 2, 3]])).toMatchObject({ between: 0, within: 2, dfBetween: 0, dfWithin: 2 });
  });
});
