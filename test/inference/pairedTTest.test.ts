import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairedTTest, pairedTTestCard } from "../../src/inference/pairedTTest.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const PAIRS = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
  minLength: 4,
  maxLength: 20,
});

function of(pairs: readonly (readonly [number, number])[]) {
  return { first: { a: pairs.map(([x]) => x) }, second: { b: pairs.map(([, y]) => y) } };
}

describe("agrees with R", () => {
  test.each(fixtureCases("pairedTTest"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(pairedTTest(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("changing places turns the signs, and a common shift changes nothing", () => {
    fc.assert(
      fc.property(PAIRS, (pairs) => {
        const [one] = pairedTTest(of(pairs)).comparisons;
        const [turned] = pairedTTest(of(pairs.map(([x, y]) => [y, x] as const))).comparisons;
        const [moved] = pairedTTest(of(pairs.map(([x, y]) => [x + 7, y + 7] as const))).comparisons;
        expect(turned!.difference).toBeCloseTo(-one!.difference!, 10);
        expect(moved!.pValue ?? 2).toBeCloseTo(one!.pValue ?? 2, 10);
        if (one!.dz !== null) expect(turned!.dzLower!).toBeCloseTo(-one!.dzUpper!, 7);
      }),
    );
  });

  test("a higher level gives wider intervals", () => {
    fc.assert(
      fc.property(PAIRS, (pairs) => {
        const [a, b] = [0.8, 0.99].map(
          (confidenceLevel) => pairedTTest(of(pairs), { confidenceLevel }).comparisons[0]!,
        );
        if (a!.pValue === null) return;
        expect(b!.upper! - b!.lower!).toBeGreaterThan(a!.upper! - a!.lower!);
        expect(b!.dzUpper! - b!.dzLower!).toBeGreaterThan(a!.dzUpper! - a!.dzLower!);
      }),
    );
  });

  test("every row a cluster of its own: CR2 is the paired t test", () => {
    const data = of([[3, 1], [5, 6], [4, 2], [8, 3], [2, 2]]); // biome-ignore format: a pair a pair
    const [one] = pairedTTest({ ...data, cluster: [1, 2, 3, 4, 5] }).comparisons;
    expect(one!.robust!.standardError).toBeCloseTo(one!.standardError!, 12);
    expect(one!.robust!.df).toBeCloseTo(one!.df!, 10);
  });
});

describe("at the edges", () => {
  test("one row, none, and the same difference everywhere", () => {
    const codes = (pairs: readonly (readonly [number, number])[]) =>
      pairedTTest(of(pairs)).notes.map(({ code }) => code);
    expect(codes([[1, 2]])).toEqual(["paired/too-few"]);
    expect(codes([[1, 0], [2, 1], [5, 4]])).toEqual(["paired/no-spread"]); // biome-ignore format: a pair a pair
    const none = pairedTTest({ first: { a: [null, 1] }, second: { b: [2, null] } });
    expect([none.comparisons[0]!.difference, none.sample.used]).toEqual([null, 0]);
  });

  test("one cluster gives no robust test", () => {
    const found = pairedTTest({ ...of([[1, 2], [3, 1], [4, 2]]), cluster: [1, 1, 1] }); // biome-ignore format: a pair a pair
    expect(found.notes.map(({ code }) => code)).toEqual(["group/no-robust-test"]);
  });

  test("tables show both tests", () => {
    const data = { ...of([[1, 2], [3, 1], [4, 2], [5, 5]]), cluster: [1, 1, 2, 2] }; // biome-ignore format: a pair a pair
    expect(pairedTTestCard.tidy(pairedTTest(data)).map(({ method }) => method)).toEqual(["t", "CR2"]);
  });
});

describe("refuses", () => {
  test("more first columns than second ones", () => {
    expect(() => pairedTTest({ first: { a: [1, 2], b: [1, 2] }, second: { c: [1, 2] } })).toThrow(/first/);
  });

  test("columns of unequal length", () => {
    expect(() => pairedTTest({ first: { a: [1, 2] }, second: { c: [1] } })).toThrow(/2|1/);
  });
});
