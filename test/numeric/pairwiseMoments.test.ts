import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockProducts } from "../../src/numeric/blockProducts.ts";
import { type PairMoments, pairMoments } from "../../src/numeric/moments.ts";
import { pairwiseMoments } from "../../src/numeric/pairwiseMoments.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { roundMean } from "../../src/numeric/roundMean.ts";
import { compensatedDot } from "../../src/numeric/sums.ts";

/** Columns of which a share is missing. */
function columnsFrom(count: number, rows: number, missing: number, draw: (uniform: number) => number): Float64Array[] {
  const stream = randomStream(7, 0);
  return Array.from({ length: count }, () =>
    Float64Array.from({ length: rows }, () => (stream.uniform() < missing ? Number.NaN : draw(stream.uniform()))),
  );
}

/** Largest difference from the moments of each pair by itself, in units of the columns' own spread. */
function distance(columns: readonly Float64Array[]): number {
  const both = pairwiseMoments(columns);
  const apart = (a: PairMoments, b: PairMoments) => {
    const scale = Math.sqrt(b.sumSquaresX * b.sumSquaresY);
    return [
      a.n - b.n,
      (a.meanX - b.meanX) / Math.sqrt(b.sumSquaresX),
      (a.meanY - b.meanY) / Math.sqrt(b.sumSquaresY),
      a.sumSquaresX / b.sumSquaresX - 1,
      a.sumSquaresY / b.sumSquaresY - 1,
      (a.sumProducts - b.sumProducts) / scale,
    ];
  };
  const found = columns.flatMap((x, i) => columns.flatMap((y, j) => apart(both(i, j), pairMoments(x, y))));
  return Math.max(...found.map(Math.abs));
}

const SAMPLES = {
  "answers on a scale": (uniform: number) => 1 + Math.floor(5 * uniform),
  "answers from 0 to 10": (uniform: number) => Math.floor(11 * uniform),
  "a rare yes": (uniform: number) => (uniform < 0.02 ? 1 : 0),
  scores: (uniform: number) => 500 + 100 * uniform,
  "scores far from zero": (uniform: number) => 1e8 + uniform,
};

describe.each(Object.entries(SAMPLES))("moments of %s agree with those of each pair by itself", (_, draw) => {
  test.each([
    ["complete", 0],
    ["a few gaps", 0.05],
    ["mostly gaps", 0.7],
  ])("%s", (_, missing) => {
    expect(distance(columnsFrom(7, 2500, missing, draw))).toBeLessThan(1e-13);
  });
});

describe("always", () => {
  test("inner products of small whole numbers are exact in any number of columns and rows", () => {
    const sizes = fc.record({ columns: fc.integer({ min: 1, max: 14 }), rows: fc.integer({ min: 1, max: 300 }) });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), ({ columns, rows }, largest) => {
        const stream = randomStream(largest, rows);
        const values = Float64Array.from({ length: columns * rows }, () =>
          Math.round((2 * stream.uniform() - 1) * largest),
        );
        const products = new Float64Array(columns * columns);
        blockProducts({ values, stride: rows, columns, rows }, products);
        const column = (j: number) => values.subarray(j * rows, (j + 1) * rows);
        for (let i = 0; i < columns; i++) {
          for (let j = 0; j <= i; j++) expect(products[i * columns + j]).toBe(compensatedDot(column(i), column(j)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the middle of answers on a scale is a whole number, that of equal values the value itself", () => {
    expect(roundMean(Float64Array.of(1, 2, 4, 5, 5), 0, 5)).toBe(3);
    expect(roundMean(Float64Array.of(0.1, 0.1, Number.NaN), 0, 3)).toBe(0.1);
    expect(roundMean(Float64Array.of(Number.NaN), 0, 1)).toBe(0);
  });
});

describe("at the edges", () => {
  test("a value that would swamp the others is missing in the pair", () => {
    const x = Float64Array.of(1e12, 1, 2, 4, 3);
    const y = Float64Array.of(Number.NaN, 2, 2, 5, 3);
    expect(pairwiseMoments([x, y])(0, 1)).toEqual(pairMoments(x, y));
  });

  test("a column that is constant in the pair has no sum of squares there", () => {
    const x = Float64Array.of(7.3, 0.1, 0.1, 0.1);
    const y = Float64Array.of(Number.NaN, 2, 5, 3);
    expect(pairwiseMoments([x, y])(0, 1).sumSquaresX).toBe(0);
  });

  test("no row in common, and no rows at all", () => {
    const nothing = { n: 0, meanX: 0, meanY: 0, sumSquaresX: 0, sumSquaresY: 0, sumProducts: 0 };
    expect(pairwiseMoments([Float64Array.of(1, Number.NaN), Float64Array.of(Number.NaN, 1)])(0, 1)).toEqual(nothing);
    expect(pairwiseMoments([new Float64Array(0), new Float64Array(0)])(1, 0)).toEqual(nothing);
  });
});

describe("refuses", () => {
  test("columns of unequal length", () => {
    expect(() => pairwiseMoments([Float64Array.of(1, 2), Float64Array.of(1)])).toThrow(/equally long/);
  });
});
