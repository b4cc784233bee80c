import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendallCorrelation } from "../../src/inference/kendallCorrelation.ts";
import { spearmanCorrelation } from "../../src/inference/spearmanCorrelation.ts";
import { kendallCounts, kendallExactPValue } from "../../src/numeric/kendall.ts";
import { spearmanExactPValue } from "../../src/numeric/spearmanExact.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const BOTH = [
  ["spearmanCorrelation", spearmanCorrelation],
  ["kendallCorrelation", kendallCorrelation],
] as const;

const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 5,
  maxLength: 40,
});

const first = (correlate: (typeof BOTH)[number][1], pairs: readonly (readonly [number, number])[]) =>
  correlate({ variables: { x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) } }).pairs[0]!;

describe.each(BOTH)("agrees with R: %s", (name, correlate) => {
  test.each(fixtureCases(name))("%s", (_, { data, options, expected }) => {
    expect(disagreements(correlate(data, options).pairs, expected.pairs, 11)).toEqual([]);
  });
});

describe.each(BOTH)("always: %s", (_, correlate) => {
  test("only the order of values counts, and the order of rows does not", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const straight = first(correlate, pairs);
        const stretched = pairs.map(([x, y]) => [Math.exp(x), y ** 3] as const).toReversed();
        expect(disagreements(first(correlate, stretched), straight, 9)).toEqual([]);
      }),
    );
  });

  test("turning one variable around turns r and its interval, and keeps p", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const straight = first(correlate, pairs);
        const turned = first(
          correlate,
          pairs.map(([x, y]) => [-x, y] as const),
        );
        fc.pre(straight.r !== null);
        expect(turned.r).toBeCloseTo(-straight.r!, 12);
        expect(turned.pValue).toBeCloseTo(straight.pValue!, 10);
        expect(turned.lower ?? 0).toBeCloseTo(-(straight.upper ?? 0), 10);
      }),
    );
  });

  test("a perfect order is 1, a constant has no correlation, and both are told", () => {
    const perfect = correlate({
      variables: { x: [1, 2, 3, 4, 5, 6], y: [2, 4, 8, 16, 32, 64], z: [7, 7, 7, 7, 7, 7] },
    });
    expect(perfect.pairs.map(({ r }) => r)).toEqual([1, null, null]);
    expect(perfect.notes.map(({ code }) => code)).toEqual(["pair/constant", "pair/constant"]);
    expect(perfect.pairs[0]!.pValue).toBeCloseTo(2 / 720, 12);
  });
});

describe("at the edges", () => {
  test("concordant less discordant pairs, counted one by one", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        let score = 0;
        pairs.forEach(([x, y], i) => {
          for (const [a, b] of pairs.slice(i + 1)) score += Math.sign(a - x) * Math.sign(b - y);
        });
        const [x, y] = [0, 1].map((side) => Float64Array.from(pairs, (pair) => pair[side]!));
        expect(kendallCounts(x!, y!).score).toBe(score);
      }),
    );
  });

  test("exact p of the middle is 1, of the most extreme order two in all orders", () => {
    expect(spearmanExactPValue(0, 9)).toBeCloseTo(2 / 362880, 15);
    expect(spearmanExactPValue(240, 9)).toBeCloseTo(2 / 362880, 15);
    expect(kendallExactPValue(36, 9)).toBeCloseTo(2 / 362880, 15);
    expect(kendallExactPValue(0, 9)).toBe(1);
  });

  test("two rows are too few for a test", () => {
    for (const [, correlate] of BOTH) {
      const result = correlate({ variables: { x: [1, 2], y: [3, 5] } });
      expect(result.pairs[0]!.pValue).toBeNull();
      expect(result.notes[0]!.code).toBe("pair/too-few");
    }
  });

  test("listwise leaves out the row that any column misses, and says so", () => {
    const variables = { a: [1, 2, 3, 4, 5, 6], b: [2, 1, 4, 3, 6, 5], c: [null, 1, 2, 3, 4, 6] };
    const result = kendallCorrelation({ variables }, { missing: "listwise" });
    expect(result.pairs.map(({ n }) => n)).toEqual([5, 5, 5]);
    expect(result.sample).toMatchObject({ used: 5, dropped: 1, missing: 1 });
  });
});

describe("refuses", () => {
  test("one variable with nothing beside it", () => {
    for (const [, correlate] of BOTH) expect(() => correlate({ variables: { x: [1, 2, 3] } })).toThrow(/variables/);
  });
});
