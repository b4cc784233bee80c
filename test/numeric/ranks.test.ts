import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { averageRanks, tieSizes } from "../../src/numeric/ranks.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const values = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 });

describe("agrees with R", () => {
  test.each(fixtureCases("ranks"))("%s", (_, { data, expected }) => {
    const given = (data as { values: (number | null)[] }).values.map((value) => value ?? Number.NaN);
    const ranks = Array.from(averageRanks(given), (rank) => (Number.isNaN(rank) ? null : rank));
    expect(disagreements({ ranks, ties: Array.from(tieSizes(given)) }, expected, 16)).toEqual([]);
  });
});

describe("always", () => {
  test("ranks add up to n (n + 1) / 2 and follow the values", () => {
    fc.assert(
      fc.property(values, (all) => {
        const ranks = averageRanks(all);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((all.length * (all.length + 1)) / 2);
        const inOrder = all.every((a, i) => all.every((b, j) => Math.sign(a - b) === Math.sign(ranks[i]! - ranks[j]!)));
        expect(inOrder).toBe(true);
      }),
    );
  });

  test("any rising transformation leaves the ranks as they are", () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(averageRanks(all.map((value) => Math.exp(value)))).toEqual(averageRanks(all));
      }),
    );
  });

  test("tie sizes add up to n", () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(tieSizes(all).reduce((sum, size) => sum + size, 0)).toBe(all.length);
      }),
    );
  });
});

describe("at the edges", () => {
  test("no values, only missing values", () => {
    expect(Array.from(averageRanks([]))).toEqual([]);
    expect(Array.from(averageRanks([Number.NaN]))).toEqual([Number.NaN]);
    expect(Array.from(tieSizes([Number.NaN]))).toEqual([]);
  });
});
