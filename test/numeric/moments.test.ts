import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  correlationOf,
  covarianceOf,
  type Moments,
  mergeMoments,
  momentsOf,
  pairMoments,
} from "../../src/numeric/moments.ts";
import { compensatedDot, compensatedSum } from "../../src/numeric/sums.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { column, shuffled } from "./samples.ts";

const columnsOf = (data: unknown) =>
  (data as { columns: (number | null)[][] }).columns.map((values) => values.map((value) => value ?? Number.NaN));

/** Decimals, none of them so small that its square is 0. */
const thousandths = (min: number, max: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000);

/** Two columns of scores, some missing, in any number of rows. */
const rows = fc.array(
  fc.tuple(fc.oneof({ weight: 9, arbitrary: thousandths(-100, 100) }, fc.constant(Number.NaN)), thousandths(900, 1000)),
  { minLength: 2, maxLength: 60 },
);
const asColumns = (pairs: readonly (readonly [number, number])[]) => [pairs.map(([x]) => x), pairs.map(([, y]) => y)];

/** Largest difference between two sets of moments, in units of the columns' own spread. */
function distance(a: Moments, b: Moments): number {
  const spread = a.sumProducts.map((row, j) => Math.sqrt(row[j]!));
  const ofSums = a.sumProducts.flatMap((row, i) =>
    row.map((sum, j) => Math.abs(sum - b.sumProducts[i]![j]!) / (spread[i]! * spread[j]! || 1)),
  );
  const ofMeans = a.means.map((mean, j) => Math.abs(mean - b.means[j]!) / (Math.abs(mean) + spread[j]! || 1));
  return Math.max(...ofSums, ...ofMeans);
}

/** Sum of products of deviations with twice the precision at every step. */
function trueSumProducts(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const fromMean = (values: Float64Array) => {
    const mean = compensatedSum(values) / n;
    return values.map((value) => value - mean);
  };
  const dx = fromMean(x);
  const dy = fromMean(y);
  return compensatedDot(dx, dy) - (compensatedSum(dx) * compensatedSum(dy)) / n;
}

describe("agrees with R", () => {
  test.each(fixtureCases("moments"))("%s", (_, { data, expected }) => {
    const moments = momentsOf(columnsOf(data));
    const { n, missing, means } = moments;
    const covariance = covarianceOf(moments);
    const correlation = correlationOf(moments).map((row) => row.map((r) => (Number.isNaN(r) ? null : r)));
    const wanted = expected as { correlation: (number | null)[][]; powers: unknown };
    // R gives a constant column the correlation NA everywhere but with itself; ours is NaN there too.
    const own = wanted.correlation.map((row, i) => row.map((r, j) => (covariance[i]![j] === 0 && i === j ? null : r)));
    const { powers: _powers, ...rest } = { ...wanted, correlation: own };
    expect(disagreements({ n, missing, means, covariance, correlation }, rest, 12)).toEqual([]);
  });
});

describe("agrees with sums in twice the precision, to 1e-15", () => {
  const likert = column(60_000, (stream) => stream.integer(5) + 1, 1);
  const scores = column(60_000, (stream) => 500 + 100 * stream.normal(), 2);
  const tenths = column(60_000, (stream) => stream.integer(9) / 10, 3);
  const far = (level: number) => scores.map((value) => value + level);
  const sorted = scores.slice().sort();

  test.each([
    ["answers on a scale", likert, likert],
    ["answers and scores", likert, scores],
    ["tenths", tenths, tenths],
    ["scores", scores, scores],
    ["scores around 1e4", far(1e4), far(1e4)],
    ["scores around 1e6", far(1e6), far(1e6)],
    ["scores around 1e8", far(1e8), far(1e8)],
    ["answers and scores around 1e8", likert, far(1e8)],
    ["sorted scores around 1e8", sorted.map((value) => value + 1e8), sorted],
  ])("%s", (_, x, y) => {
    const { sumSquaresX, sumSquaresY, sumProducts } = pairMoments(x, y);
    const scale = Math.sqrt(sumSquaresX * sumSquaresY);
    expect(Math.abs(sumProducts - trueSumProducts(x, y)) / scale).toBeLessThan(1e-15);
    expect(Math.abs(sumSquaresY - trueSumProducts(y, y)) / sumSquaresY).toBeLessThan(1e-15);
  });

  test("also when shards were summed one by one and merged", () => {
    const x = far(1e8);
    const shards = Array.from({ length: 60 }, (_, k) => {
      const [from, to] = [k * 1000, (k + 1) * 1000];
      return momentsOf([x.subarray(from, to), likert.subarray(from, to)]);
    });
    const { sumProducts } = shards.reduce(mergeMoments);
    expect(Math.abs(sumProducts[0]![0]! / trueSumProducts(x, x) - 1)).toBeLessThan(1e-15);
    expect(Math.abs(sumProducts[1]![1]! / trueSumProducts(likert, likert) - 1)).toBeLessThan(1e-15);
  });
});

describe("always", () => {
  test("any split merges into the whole", () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 60 }), (pairs, at) => {
        const whole = momentsOf(asColumns(pairs));
        const merged = mergeMoments(momentsOf(asColumns(pairs.slice(0, at))), momentsOf(asColumns(pairs.slice(at))));
        expect([merged.n, merged.missing]).toEqual([whole.n, whole.missing]);
        expect(distance(whole, merged)).toBeLessThan(1e-12);
      }),
    );
  });

  test("the order of the rows makes no difference", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (pairs, seed) => {
        const whole = momentsOf(asColumns(pairs));
        expect(distance(whole, momentsOf(asColumns(shuffled(pairs, seed))))).toBeLessThan(1e-12);
      }),
    );
  });

  test("a row with a missing value counts as if it were not there", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const complete = pairs.filter((pair) => !pair.some(Number.isNaN));
        const { missing, ...rest } = momentsOf(asColumns(pairs));
        expect(missing).toBe(pairs.length - complete.length);
        const { missing: none, ...wanted } = momentsOf(asColumns(complete));
        expect(none).toBe(0);
        expect(rest).toEqual(wanted);
      }),
    );
  });

  test("another unit changes no correlation", () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.01, max: 100, noNaN: true }), (pairs, unit) => {
        const [x, y] = asColumns(pairs) as [number[], number[]];
        const before = correlationOf(momentsOf([x, y]))[0]![1]!;
        const after = correlationOf(momentsOf([x.map((value) => value * unit), y]))[0]![1]!;
        expect(Number.isNaN(before) || Math.abs(before - after) < 1e-9).toBe(true);
      }),
    );
  });

  test("moments survive JSON", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const moments = momentsOf(asColumns(pairs));
        const text = JSON.stringify(moments);
        expect(text).not.toContain("null");
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
        const again = JSON.parse(text) as Moments;
        expect(mergeMoments(again, moments).n).toBe(2 * moments.n);
      }),
    );
  });

  test("rows beyond one block, with holes, equal the merged parts", () => {
    const x = column(3000, (stream) => (stream.uniform() < 0.05 ? Number.NaN : 1e6 + stream.normal()));
    const y = column(3000, (stream) => stream.integer(7), 5);
    const part = (from: number, to: number) => momentsOf([Array.from(x.subarray(from, to)), y.subarray(from, to)]);
    const merged = [part(0, 700), part(700, 1024), part(1024, 3000)].reduce(mergeMoments);
    expect(distance(momentsOf([x, y]), merged)).toBeLessThan(1e-14);
  });
});

describe("at the edges", () => {
  test("no rows: means and sums of 0, merging changes nothing, no covariance", () => {
    const none = momentsOf([[], []]);
    expect(none).toEqual({
      n: 0,
      missing: 0,
      means: [0, 0],
      meanRemainders: [0, 0],
      sumProducts: [
        [0, 0],
        [0, 0],
      ],
    });
    const some = momentsOf([
      [1, 2],
      [3, 5],
    ]);
    expect(mergeMoments(none, some)).toEqual(some);
    expect(mergeMoments(some, none)).toEqual(some);
    expect(covarianceOf(none)).toEqual([
      [Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
    ]);
  });

  test("no columns", () => {
    expect(momentsOf([])).toEqual({ n: 0, missing: 0, means: [], meanRemainders: [], sumProducts: [] });
  });

  test("all rows incomplete", () => {
    expect(
      momentsOf([
        [1, Number.NaN],
        [Number.NaN, 1],
      ]),
    ).toMatchObject({ n: 0, missing: 2, means: [0, 0] });
  });

  test("a constant column varies by exactly 0, whatever its value, also after merging", () => {
    const constant = new Float64Array(5000).fill(0.1);
    const other = column(5000, (stream) => stream.normal());
    const moments = momentsOf([constant, other]);
    expect(moments.sumProducts[0]).toEqual([0, 0]);
    expect(mergeMoments(moments, moments).sumProducts[0]).toEqual([0, 0]);
    expect(correlationOf(moments)).toEqual([
      [Number.NaN, Number.NaN],
      [Number.NaN, 1],
    ]);
  });

  test("one row has a covariance of 0 with denominator n and none with n - 1", () => {
    const one = momentsOf([[4]]);
    expect(covarianceOf(one, "n")).toEqual([[0]]);
    expect(covarianceOf(one)).toEqual([[Number.NaN]]);
  });

  test("a perfect correlation is exactly 1 or -1", () => {
    const x = column(500, (stream) => stream.normal());
    expect(correlationOf(momentsOf([x, x.map((value) => -2 * value)]))).toEqual([
      [1, -1],
      [-1, 1],
    ]);
  });

  test("numbers of another kind of column are read alike", () => {
    const answers = [1, 2, 5, 4];
    expect(momentsOf([Uint8Array.from(answers), Float32Array.from(answers)])).toEqual(momentsOf([answers, answers]));
  });
});

describe("refuses", () => {
  test("columns of unequal length, naming the column", () => {
    expect(() =>
      momentsOf([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toThrow(expect.objectContaining({ code: "input/unequal-length", location: { column: "2" } }));
    expect(() => pairMoments([1, 2], [1])).toThrow(expect.objectContaining({ code: "input/unequal-length" }));
  });

  test("moments of different columns", () => {
    expect(() => mergeMoments(momentsOf([[1]]), momentsOf([[1], [2]]))).toThrow(
      expect.objectContaining({ code: "input/invalid" }),
    );
  });
});
