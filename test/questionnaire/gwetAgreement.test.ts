import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disagreementWeights } from "../../src/questionnaire/disagreementWeights.ts";
import { gwetAgreement } from "../../src/questionnaire/gwetAgreement.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const KINDS = ["none", "linear", "quadratic", "ordinal", "radical", "ratio"] as const;

const tables = fc
  .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }), { minLength: n, maxLength: n }), {
      minLength: k,
      maxLength: k,
    }),
  )
  .filter((columns) => columns[0]!.some((_, i) => columns.filter((column) => column[i] !== null).length > 1))
  .map((columns) => Object.fromEntries(columns.map((column, j) => [`rater${j}`, column])));

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("gwetAgreement"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(gwetAgreement(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test("Gwet (2008): 118 of 125 alike in one category: AC1 .94 where kappa is negative", () => {
    const a = [...Array(118).fill(1), ...Array(5).fill(2), 1, 1];
    const b = [...Array(118).fill(1), ...Array(5).fill(1), 2, 2];
    expect(gwetAgreement({ ratings: { a, b } }).estimate).toBeCloseTo(0.941, 3);
  });
});

describe("always", () => {
  test("the order of cases and raters makes no difference", () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...KINDS), (ratings, weights) => {
        const options = { weights, categories: [1, 2, 3, 4] };
        const turned = Object.entries(ratings).map(([name, column]) => [name, column.toReversed()]);
        const before = gwetAgreement({ ratings }, options);
        const after = gwetAgreement({ ratings: Object.fromEntries(turned.toReversed()) }, options);
        for (const figure of ["estimate", "standardError", "observedAgreement"] as const) {
          if (before[figure] !== null) expect(after[figure]).toBeCloseTo(before[figure], 10);
        }
      }),
    );
  });

  test("weights raise the agreement, and the plain agreement is that of no chance", () => {
    fc.assert(
      fc.property(tables, (ratings) => {
        const [plain, linear] = (["none", "linear"] as const).map((weights) =>
          gwetAgreement({ ratings }, { weights, categories: [1, 2, 3, 4] }),
        );
        expect(linear!.observedAgreement).toBeGreaterThanOrEqual(plain!.observedAgreement - 1e-12);
        expect(plain!.agreement.estimate).toBeCloseTo(plain!.observedAgreement, 12);
      }),
    );
  });

  test.each(KINDS)("weights %s: symmetric, 0 on the diagonal, 1 for the furthest two", (kind) => {
    const weights = disagreementWeights(kind, [1, 2, 3, 4]);
    for (const [i, row] of weights.entries()) {
      expect(row[i]).toBe(0);
      for (const [j, weight] of row.entries()) expect(weight).toBe(weights[j]![i]);
    }
    expect(weights[0]![3]).toBe(1);
  });

  test("a case without ratings changes nothing but the count", () => {
    const ratings = { a: [1, 2, 3, 3], b: [1, 2, 2, 3] };
    const more = { a: [...ratings.a, null], b: [...ratings.b, null] };
    const { sample, notes, ...figures } = gwetAgreement({ ratings: more });
    const { sample: before, notes: _, ...same } = gwetAgreement({ ratings });
    expect(figures).toEqual(same);
    expect([before.dropped, sample.dropped, sample.missing]).toEqual([0, 1, 2]);
    expect(notes.map(({ code }) => code)).toContain("ratings/none");
  });
});

describe("at the edges", () => {
  test("one category: nothing without others to choose from, 1 with them", () => {
    const ratings = { a: [2, 2, 2], b: [2, 2, 2] };
    const found = gwetAgreement({ ratings });
    expect(found).toMatchObject({ estimate: null, expectedAgreement: null, observedAgreement: 1 });
    expect(codesOf(found)).toEqual(["agreement/one-category"]);
    expect(gwetAgreement({ ratings }, { categories: [1, 2] })).toMatchObject({ estimate: 1, standardError: 0 });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("one case: an estimate and no standard error", () => {
    const found = gwetAgreement({ ratings: { a: [1], b: [2], c: [2] } });
    expect(found).toMatchObject({ standardError: null, lower: null, pValue: null, df: 0 });
    expect(codesOf(found)).toContain("ratings/one-subject");
  });

  test("codes that nobody used are named", () => {
    const found = gwetAgreement({ ratings: { a: [1, 4, 4], b: [1, 4, 1] } });
    expect(found.notes).toContainEqual({ code: "ratings/gap", values: { skipped: "2, 3", used: 2 } });
  });
});

describe("refuses", () => {
  test.each([
    ["one rater", { a: [1, 2] }, {}, "input/too-few-columns"],
    ["no case with two ratings", { a: [1, null], b: [null, 1] }, {}, "data/too-few"],
    ["a code that is not declared", { a: [1, 2], b: [1, 3] }, { categories: [1, 2] }, "data/not-a-code"],
    ["ratio weights below zero", { a: [-1, 2], b: [-1, 2] }, { weights: "ratio" }, "option/invalid"],
  ])("%s", (_, ratings, options, code) => {
    expect(() => gwetAgreement({ ratings: ratings as never }, options as never)).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
