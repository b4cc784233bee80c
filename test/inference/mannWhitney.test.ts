import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mannWhitney, mannWhitneyCard } from "../../src/inference/mannWhitney.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const VALUES = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 24 });

function inHalves(values: readonly number[]) {
  return { variables: { y: values }, group: values.map((_, i) => (i % 2 === 0 ? "a" : "b")) };
}

describe("agrees with R", () => {
  test.each(fixtureCases("mannWhitney"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(mannWhitney(data, options), expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("turning the groups round turns the signs; pairs won by either add up to all", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [one] = mannWhitney(inHalves(values)).comparisons;
        const [other] = mannWhitney(inHalves(values), { reference: "a" }).comparisons;
        const [n1, n2] = one!.groups.map(({ n }) => n);
        expect(one!.U! + other!.U!).toBe(n1! * n2!);
        expect(other!.shift).toBeCloseTo(-one!.shift!, 12);
        expect(other!.pValue ?? 2).toBeCloseTo(one!.pValue ?? 2, 12);
      }),
    );
  });

  test("only the order of values counts for U and p", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [one] = mannWhitney(inHalves(values)).comparisons;
        const [bent] = mannWhitney(inHalves(values.map((value) => Math.exp(value / 3)))).comparisons;
        expect([bent!.U, bent!.pValue]).toEqual([one!.U, one!.pValue]);
      }),
    );
  });

  test("the exact p is that of all arrangements, counted on an unbalanced case", () => {
    const ranks = [1, 2, 3, 4, 5, 6];
    const pairs = ranks.flatMap((a, i) => ranks.slice(i + 1).map((b) => [a, b] as const));
    const U = (own: readonly number[]) => own.reduce((sum, rank) => sum + rank, 0) - 3;
    for (const own of pairs) {
      const group = ranks.map((rank) => (own.includes(rank) ? "a" : "b"));
      const found = mannWhitney({ variables: { y: ranks }, group }, { reference: "b" }).comparisons[0]!;
      const share = (test: (u: number) => boolean) => pairs.filter((one) => test(U(one))).length / pairs.length;
      const p = Math.min(
        1,
        2 *
          Math.min(
            share((u) => u <= U(own)),
            share((u) => u >= U(own)),
          ),
      );
      expect(found.pValue).toBeCloseTo(p, 13);
    }
  });

  test("a higher level gives wider limits", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => mannWhitney(inHalves(values), { confidenceLevel }));
        const [a, b] = [narrow!.comparisons[0]!, wide!.comparisons[0]!];
        if (a.pValue === null) return;
        expect(b.shiftLower!).toBeLessThanOrEqual(a.shiftLower!);
        expect(b.shiftUpper!).toBeGreaterThanOrEqual(a.shiftUpper!);
      }),
    );
  });
});

describe("at the edges", () => {
  test("all values equal, or a group without values: null with a note", () => {
    const equal = mannWhitney({ variables: { y: [2, 2, 2] }, group: ["a", "b", "b"] });
    expect([equal.comparisons[0]!.pValue, equal.notes[0]!.code]).toEqual([null, "group/all-equal"]);
    const empty = mannWhitney({ variables: { y: [2, null] }, group: ["a", "b"] });
    expect([empty.comparisons[0]!.U, empty.notes[0]!.code]).toEqual([null, "group/empty"]);
  });

  test("tables name the way p was found", () => {
    const rows = mannWhitneyCard.tidy(mannWhitney(inHalves([1, 2, 3, 4, 5, 6])));
    expect(rows[0]).toMatchObject({ term: "y", with: "a - b", method: "U, exact", statistic: 3 });
  });
});

describe("refuses", () => {
  test("three groups, and a reference that is not there", () => {
    expect(() => mannWhitney({ variables: { y: [1, 2, 3] }, group: ["a", "b", "c"] })).toThrow(/a, b, c/);
    expect(() => mannWhitney(inHalves([1, 2, 3, 4]), { reference: "c" })).toThrow(/a \| b/);
  });
});
