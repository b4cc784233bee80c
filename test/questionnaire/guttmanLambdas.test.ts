import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { guttmanLambdas, guttmanLambdasCard } from "../../src/questionnaire/guttmanLambdas.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const CASES = fixtureCases("guttmanLambdas");

const scales = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 8, max: 20 }))
  .chain(([k, n]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: n, maxLength: n }), { minLength: k, maxLength: k }),
  )
  .filter((columns) => columns.every((column) => new Set(column).size > 1))
  .map((columns) => Object.fromEntries(columns.map((column, j) => [`i${j}`, column])))
  .filter((items) => {
    const sums = Object.values(items)[0]!.map((_, i) => Object.values(items).reduce((sum, one) => sum + one[i]!, 0));
    return new Set(sums).size > 1;
  });

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected, ...rest }) => {
    const result = guttmanLambdas(data, options);
    expect(result.sample.used).toBe((rest as unknown as { n: number }).n);
    expect(disagreements(result, expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("the third is alpha, the second is at least that, the first less; the highest split is the fourth", () => {
    fc.assert(
      fc.property(scales, (items) => {
        const found = guttmanLambdas({ items });
        expect(found.lambda3).toBeCloseTo(cronbachAlpha({ items }).alpha, 10);
        expect(found.lambda2).toBeGreaterThanOrEqual(found.lambda3 - 1e-10);
        expect(Math.sign(found.lambda3 - found.lambda1)).toBe(Math.sign(found.lambda3));
        expect(found.lambda4).toBe(found.splits.highest);
        expect(found.splits.lowest!).toBeLessThanOrEqual(found.splits.mean! + 1e-10);
      }),
    );
  });

  test("with an even number of items the splits' mean is alpha", () => {
    fc.assert(
      fc.property(scales, (items) => {
        fc.pre(Object.keys(items).length % 2 === 0);
        const { splits, lambda3 } = guttmanLambdas({ items });
        expect(splits.mean).toBeCloseTo(lambda3, 9);
      }),
    );
  });

  test("the order of rows makes no difference, that of items only to the halves", () => {
    fc.assert(
      fc.property(scales, (items) => {
        const rows = Object.entries(items).map(([name, column]) => [name, column.toReversed()]);
        expect(guttmanLambdas({ items: Object.fromEntries(rows) }).lambda2).toBeCloseTo(
          guttmanLambdas({ items }).lambda2,
          9,
        );
        const turned = guttmanLambdas({ items: Object.fromEntries(Object.entries(items).toReversed()) });
        expect(turned.lambda4).toBeCloseTo(guttmanLambdas({ items }).lambda4!, 9);
      }),
    );
  });

  test("correlations bear a change of an item's unit", () => {
    const { items } = CASES[0]![1].data as unknown as { items: Record<string, number[]> };
    const moved = { ...items, rating: items.rating!.map((x) => 30 * x + 7) };
    const options = { matrix: "correlations" } as const;
    expect(guttmanLambdas({ items: moved }, options).lambda6).toBeCloseTo(
      guttmanLambdas({ items }, options).lambda6!,
      10,
    );
    expect(guttmanLambdas({ items: moved }).lambda2).not.toBeCloseTo(guttmanLambdas({ items }).lambda2, 2);
  });

  test("halves of equal length: Horst's and Spearman-Brown are one", () => {
    fc.assert(
      fc.property(scales, (items) => {
        fc.pre(Object.keys(items).length % 2 === 0);
        const { split } = guttmanLambdas({ items });
        fc.pre(split.r !== null && split.r > -0.9);
        expect(split.horst).toBeCloseTo(split.spearmanBrown!, 8);
      }),
    );
  });
});

describe("at the edges", () => {
  test("the halves: odd and even, or first and last with the larger one first", () => {
    const items = { a: [1, 2, 3, 4], b: [2, 1, 4, 3], c: [1, 3, 2, 4], d: [4, 1, 3, 5], e: [1, 2, 5, 3] };
    const halves = (given: "oddEven" | "firstLast") => {
      const { split } = guttmanLambdas({ items }, { halves: given });
      return [split.first.items, split.second.items].map((names) => names.join(""));
    };
    expect(halves("oddEven")).toEqual(["ace", "bd"]);
    expect(halves("firstLast")).toEqual(["abc", "de"]);
  });

  test("perfectly correlated halves", () => {
    const found = guttmanLambdas({ items: { a: [1, 2, 3, 5], b: [2, 3, 4, 6] } });
    expect(found.split).toMatchObject({ r: 1, spearmanBrown: 1, horst: 1, guttman: 1 });
    expect(found.lambda6).toBeNull();
    expect(codesOf(found)).toContain("items/overlap");
  });

  test("seventeen items: the splits are not tried, and a note says so", () => {
    const found = guttmanLambdas(CASES.find(([name]) => name.includes("more items"))![1].data);
    expect(found).toMatchObject({ lambda4: null, splits: { count: 0, mean: null, highestHalf: [] } });
    expect(codesOf(found)).toContain("halves/too-many-items");
  });

  test("a row for every bound", () => {
    const rows = guttmanLambdasCard.tidy(guttmanLambdas(CASES[0]![1].data));
    expect(rows.map(({ term }) => term).slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6].map((i) => `lambda ${i}`));
    expect(rows).toHaveLength(13);
  });
});

describe("refuses", () => {
  test.each([
    ["one item", { a: [1, 2, 3] }, {}, "input/too-few-columns"],
    ["items whose sum does not vary", { a: [1, 2], b: [2, 1] }, {}, "scale/no-variance"],
    ["one complete row", { a: [1, null], b: [2, 3] }, {}, "data/too-few"],
    ["correlations of a constant", { a: [1, 2, 3], b: [2, 2, 2] }, { matrix: "correlations" }, "data/constant"],
  ] as const)("%s", (_, items, options, code) => {
    expect(() => guttmanLambdas({ items: items as never }, options)).toThrow(expect.objectContaining({ code }));
  });
});
