import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kruskalWallis, kruskalWallisCard } from "../../src/inference/kruskalWallis.ts";
import { mannWhitney } from "../../src/inference/mannWhitney.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const VALUES = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 24 });

function inThirds(values: readonly number[]) {
  return { variables: { y: values }, group: values.map((_, i) => "abc"[i % 3]!) };
}

describe("agrees with R", () => {
  test.each(fixtureCases("kruskalWallis"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(kruskalWallis(data, options), expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("only the order of values counts", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [one] = kruskalWallis(inThirds(values)).comparisons;
        const [bent] = kruskalWallis(inThirds(values.map((value) => Math.exp(value / 3)))).comparisons;
        expect([bent!.H, bent!.pairs]).toEqual([one!.H, one!.pairs]);
      }),
    );
  });

  test("epsilon squared is a share, and mean ranks average to the middle", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [one] = kruskalWallis(inThirds(values)).comparisons;
        if (one!.epsilon2 !== null) expect(one!.epsilon2).toBeLessThanOrEqual(1 + 1e-12);
        const sum = one!.groups.reduce((total, { n, meanRank }) => total + n * meanRank, 0);
        expect(sum).toBeCloseTo((values.length * (values.length + 1)) / 2, 9);
      }),
    );
  });

  test("with two groups H is the square of z without continuity, and so is Dunn's", () => {
    const data = { variables: { y: [3, 5, 4, 8, 2, 9, 6, 6] }, group: ["a", "b", "a", "b", "a", "b", "a", "b"] };
    const [H] = kruskalWallis(data).comparisons;
    const [U] = mannWhitney(data, { continuity: false, exact: "never" }).comparisons;
    expect(H!.H).toBeCloseTo(U!.z! ** 2, 12);
    expect(H!.pairs[0]!.z).toBeCloseTo(U!.z!, 12);
  });
});

describe("at the edges", () => {
  test("all values equal, or a group without values", () => {
    const equal = kruskalWallis({ variables: { y: [2, 2, 2] }, group: ["a", "b", "c"] });
    expect([equal.comparisons[0]!.H, equal.notes[0]!.code]).toEqual([null, "group/all-equal"]);
    const empty = kruskalWallis({ variables: { y: [2, 3, null] }, group: ["a", "b", "c"] });
    expect([empty.comparisons[0]!.df, empty.notes[0]!.code]).toEqual([1, "group/empty"]);
  });

  test("tables: the test, then the pairs", () => {
    const rows = kruskalWallisCard.tidy(kruskalWallis(inThirds([1, 4, 2, 3, 6, 1, 2, 5, 3])));
    expect(rows.map(({ method }) => method)).toEqual(["Kruskal-Wallis", "Dunn", "Dunn", "Dunn"]);
  });
});

describe("refuses", () => {
  test("one group", () => {
    expect(() => kruskalWallis({ variables: { y: [1, 2] }, group: ["a", "a"] })).toThrow(/2/);
  });

  test("a correction that does not exist", () => {
    expect(() => kruskalWallis(inThirds([1, 2, 3]), { adjust: "sidak" as never })).toThrow(/adjust/);
  });
});
