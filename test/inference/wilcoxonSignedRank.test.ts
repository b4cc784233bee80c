import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilcoxonSignedRank, wilcoxonSignedRankCard } from "../../src/inference/wilcoxonSignedRank.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const APART = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 20 });

function of(apart: readonly number[]) {
  return { first: { a: apart }, second: { b: apart.map(() => 0) } };
}

describe("agrees with R", () => {
  test.each(fixtureCases("wilcoxonSignedRank"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(wilcoxonSignedRank(data, options), expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("turning all signs turns the result, and the two rank sums add up", () => {
    fc.assert(
      fc.property(APART, (apart) => {
        const [one] = wilcoxonSignedRank(of(apart)).comparisons;
        const [other] = wilcoxonSignedRank(of(apart.map((value) => 0 - value))).comparisons;
        if (one!.V === null) return;
        const n = one!.n - one!.zeros;
        expect(one!.V + other!.V!).toBeCloseTo((n * (n + 1)) / 2, 10);
        expect(other!.pValue).toBeCloseTo(one!.pValue!, 12);
        expect(other!.shift).toBeCloseTo(-one!.shift!, 12);
      }),
    );
  });

  test("the exact p is that of all signs, counted", () => {
    const apart = [1, -2, 3, 4, -5];
    const sums = Array.from({ length: 32 }, (_, bits) => [1, 2, 3, 4, 5].reduce((sum, rank, i) => sum + ((bits >> i) & 1) * rank, 0)); // biome-ignore format: one line
    const V = 1 + 3 + 4;
    const share = (test: (sum: number) => boolean) => sums.filter(test).length / 32;
    const p = Math.min(1, 2 * Math.min(share((sum) => sum <= V), share((sum) => sum >= V))); // biome-ignore format: one line
    expect(wilcoxonSignedRank(of(apart)).comparisons[0]).toMatchObject({ V, pValue: p, isExact: true });
  });

  test("a higher level gives wider limits", () => {
    fc.assert(
      fc.property(APART, (apart) => {
        const [a, b] = [0.8, 0.99].map(
          (confidenceLevel) => wilcoxonSignedRank(of(apart), { confidenceLevel }).comparisons[0]!,
        );
        if (a!.V === null) return;
        expect(b!.shiftLower!).toBeLessThanOrEqual(a!.shiftLower!);
        expect(b!.shiftUpper!).toBeGreaterThanOrEqual(a!.shiftUpper!);
      }),
    );
  });
});

describe("at the edges", () => {
  test("zeros are counted and told; nothing but zeros gives no test", () => {
    const some = wilcoxonSignedRank(of([0, 2, 3, -1]));
    expect([some.comparisons[0]!.zeros, some.notes[0]!.code]).toEqual([1, "paired/zeros"]);
    const none = wilcoxonSignedRank(of([0, 0]));
    expect([none.comparisons[0]!.pValue, none.notes[0]!.code]).toEqual([null, "paired/no-difference"]);
  });

  test("tables name the way p was found", () => {
    const rows = wilcoxonSignedRankCard.tidy(wilcoxonSignedRank(of([1, 2, -3])));
    expect(rows[0]).toMatchObject({ term: "a", with: "b", statistic: 3, method: "V, exact" });
  });
});

describe("refuses", () => {
  test("more second columns than first ones", () => {
    expect(() => wilcoxonSignedRank({ first: { a: [1] }, second: { b: [1], c: [2] } })).toThrow(/first/);
  });

  test("text among the numbers", () => {
    expect(() => wilcoxonSignedRank({ first: { a: ["x" as never] }, second: { b: [1] } })).toThrow(/a/);
  });
});
