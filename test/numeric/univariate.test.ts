import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeUnivariate, type Univariate, univariate } from "../../src/numeric/univariate.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { column, shuffled } from "./samples.ts";

const values = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -1e5, max: 1e5 }).map((value) => value / 1000) },
    fc.constant(Number.NaN),
  ),
  { minLength: 1, maxLength: 60 },
);

/** Largest difference of the sums, each in units of the spread to its power. */
function distance(a: Univariate, b: Univariate): number {
  if (a.n === 0) return 0;
  const spread = Math.sqrt(a.sumSquares) || 1;
  return Math.max(
    Math.abs(a.mean - b.mean) / (spread + Math.abs(a.mean)),
    Math.abs(a.sumSquares - b.sumSquares) / spread ** 2,
    Math.abs(a.sumCubes - b.sumCubes) / spread ** 3,
    Math.abs(a.sumFourths - b.sumFourths) / spread ** 4,
  );
}

describe("agrees with R", () => {
  test.each(fixtureCases("moments"))("%s", (_, { data, expected }) => {
    const columns = (data as { columns: (number | null)[][] }).columns;
    const actual = columns.map((column) => univariate(column.map((value) => value ?? Number.NaN)));
    const wanted = (expected as { powers: Univariate[] }).powers;
    // A constant varies by exactly 0; R's mean of eighty times 0.1 does not always give 0.1 back.
    const powers = wanted.map((one) =>
      one.min === one.max ? { ...one, sumSquares: 0, sumCubes: 0, sumFourths: 0 } : one,
    );
    expect(disagreements(actual, powers, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("any split merges into the whole", () => {
    fc.assert(
      fc.property(values, fc.nat({ max: 60 }), (all, at) => {
        const whole = univariate(all);
        const merged = mergeUnivariate(univariate(all.slice(0, at)), univariate(all.slice(at)));
        expect([merged.n, merged.missing, merged.min, merged.max]).toEqual([
          whole.n,
          whole.missing,
          whole.min,
          whole.max,
        ]);
        expect(distance(whole, merged)).toBeLessThan(1e-12);
      }),
    );
  });

  test("the order of the values makes no difference", () => {
    fc.assert(
      fc.property(values, fc.nat(), (all, seed) => {
        expect(distance(univariate(all), univariate(shuffled(all, seed)))).toBeLessThan(1e-12);
      }),
    );
  });

  test("a level of 1e8 costs no digits but those the values lost themselves", () => {
    const far = column(5000, (stream) => 1e8 + Math.round(stream.normal() * 64) / 64);
    const near = far.map((value) => value - 1e8);
    expect(distance(univariate(near), { ...univariate(far), mean: univariate(near).mean })).toBeLessThan(1e-15);
  });

  test("mirroring changes the sign of the sum of cubes only", () => {
    const x = column(200, (stream) => stream.uniform() ** 3);
    const { sumSquares, sumCubes, sumFourths } = univariate(x);
    const mirrored = univariate(x.map((value) => -value));
    expect([mirrored.sumSquares, mirrored.sumCubes, mirrored.sumFourths]).toEqual([sumSquares, -sumCubes, sumFourths]);
  });
});

describe("at the edges", () => {
  test("no values: no mean and no extremes", () => {
    const none = univariate([Number.NaN, Number.NaN]);
    expect(none).toMatchObject({ n: 0, missing: 2, sumSquares: 0 });
    expect([none.mean, none.min, none.max]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(mergeUnivariate(none, univariate([1, 2]))).toEqual({ ...univariate([1, 2]), missing: 2 });
    expect(mergeUnivariate(univariate([1, 2]), none)).toEqual({ ...univariate([1, 2]), missing: 2 });
  });

  test("a constant varies by exactly 0", () => {
    expect(univariate(new Float64Array(3000).fill(0.1))).toMatchObject({ mean: 0.1, sumSquares: 0, sumFourths: 0 });
  });

  test("one value", () => {
    expect(univariate([7])).toMatchObject({ n: 1, mean: 7, sumSquares: 0, min: 7, max: 7 });
  });
});
