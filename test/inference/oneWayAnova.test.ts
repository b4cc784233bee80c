import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneWayAnova, oneWayAnovaCard } from "../../src/inference/oneWayAnova.ts";
import { tTest } from "../../src/inference/tTest.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const VALUES = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 24 });

function inThirds(values: readonly number[]) {
  return { variables: { y: values }, group: values.map((_, i) => "abc"[i % 3]!) };
}

function codes(result: ReturnType<typeof oneWayAnova>) {
  return result.notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("oneWayAnova"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(oneWayAnova(data, options), expected, 8)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows changes nothing", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const { variables, group } = inThirds(values);
        const turned = { variables: { y: variables.y.toReversed() }, group: group.toReversed() };
        const [one] = oneWayAnova({ variables, group }, { postHoc: "none" }).comparisons;
        const [other] = oneWayAnova(turned, { postHoc: "none" }).comparisons;
        expect(other!.welch.pValue ?? 2).toBeCloseTo(one!.welch.pValue ?? 2, 9);
        expect(other!.omega2.estimate ?? 2).toBeCloseTo(one!.omega2.estimate ?? 2, 9);
      }),
    );
  });

  test("shares of variance: epsilon2 and omega2 below eta2, all within their limits where F is above 1", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [one] = oneWayAnova(inThirds(values), { postHoc: "none" }).comparisons;
        const { eta2, omega2, epsilon2, fisher } = one!;
        if (fisher.statistic === null || fisher.statistic < 1) return;
        expect(omega2.estimate!).toBeLessThanOrEqual(epsilon2.estimate!);
        expect(epsilon2.estimate!).toBeLessThan(eta2.estimate!);
        expect(eta2.lower!).toBeLessThanOrEqual(eta2.upper!);
      }),
      { numRuns: 30 },
    );
  });

  test("with two groups Welch's F is the square of Welch's t, and all ways after it agree with it", () => {
    const data = { variables: { y: [3, 5, 4, 8, 2, 9, 6, 7] }, group: ["a", "b", "a", "b", "a", "b", "a", "b"] };
    const [t] = tTest(data).comparisons;
    for (const postHoc of ["gamesHowell", "holm"] as const) {
      const [F] = oneWayAnova(data, { postHoc }).comparisons;
      expect(F!.welch.statistic).toBeCloseTo(t!.statistic! ** 2, 11);
      expect(F!.pairs[0]!.adjustedPValue).toBeCloseTo(t!.pValue!, 8);
      expect(F!.pairs[0]!.lower).toBeCloseTo(t!.lower!, 6);
    }
  });
});

describe("at the edges", () => {
  test("a group of one value: Fisher's test stands, Welch's does not, with a note", () => {
    const found = oneWayAnova({ variables: { y: [1, 2, 3, 5, 9] }, group: ["a", "a", "b", "b", "c"] });
    const [one] = found.comparisons;
    expect([one!.welch.pValue, one!.pairs, one!.groups[2]!.standardDeviation]).toEqual([null, [], null]);
    expect(one!.fisher.pValue).toBeGreaterThan(0);
    expect(codes(found)).toEqual(["group/too-small"]);
  });

  test("no spread in one group, or in any", () => {
    const group = ["a", "a", "b", "b"];
    const some = oneWayAnova({ variables: { y: [1, 1, 2, 4] }, group });
    expect([codes(some), some.comparisons[0]!.welch.statistic]).toEqual([["group/no-welch"], null]);
    const none = oneWayAnova({ variables: { y: [1, 1, 2, 2] }, group });
    expect([codes(none), none.comparisons[0]!.eta2.estimate]).toEqual([["group/no-spread"], null]);
  });

  test("a variable that a group lacks is compared over the others", () => {
    const found = oneWayAnova({ variables: { y: [1, 2, 3, 5, null, null] }, group: ["a", "a", "b", "b", "c", "c"] });
    expect(found.comparisons[0]!.groups.map(({ group }) => group)).toEqual(["a", "b"]);
    expect(codes(found)).toEqual(["group/too-small"]);
  });

  test("tables: the test that counts, then the pairs", () => {
    const rows = oneWayAnovaCard.tidy(oneWayAnova(inThirds([1, 4, 2, 3, 6, 1, 2, 5, 3, 4, 7, 1])));
    expect(rows.map(({ method, with: pair }) => [method, pair])).toEqual([
      ["Welch", undefined],
      ["gamesHowell", "a - b"],
      ["gamesHowell", "a - c"],
      ["gamesHowell", "b - c"],
    ]);
  });
});

describe("refuses", () => {
  test("one group", () => {
    expect(() => oneWayAnova({ variables: { y: [1, 2] }, group: ["a", "a"] })).toThrow(/2/);
  });

  test("a way after it that does not exist", () => {
    const data = inThirds([1, 2, 3, 4, 5, 6]);
    expect(() => oneWayAnova(data, { postHoc: "lsd" as never })).toThrow(/postHoc/);
  });
});
