import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa } from "../../src/questionnaire/cohenKappa.ts";
import { fleissKappa } from "../../src/questionnaire/fleissKappa.ts";
import { krippendorffAlpha } from "../../src/questionnaire/krippendorffAlpha.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Ratings of 4 to 15 cases by 2 to 4 raters, in which two categories occur or more. */
const tables = fc
  .tuple(fc.integer({ min: 4, max: 15 }), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: n, maxLength: n }), { minLength: k, maxLength: k }),
  )
  .filter((columns) => new Set(columns.flat()).size > 1)
  .map((columns) => Object.fromEntries(columns.map((column, j) => [`rater${j}`, column])));

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("fleissKappa"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(fleissKappa(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test("Fleiss (1971): thirty patients, six psychiatrists, kappa .430", () => {
    const [, { data }] = fixtureCases("fleissKappa")[0]!;
    const { kappa, categories } = fleissKappa(data);
    expect(kappa).toBeCloseTo(0.43, 3);
    expect(categories.map((one) => Number(one.kappa!.toFixed(3)))).toEqual([0.245, 0.245, 0.52, 0.471, 0.566]);
  });
});

describe("always", () => {
  test("the order of cases, raters and categories makes no difference", () => {
    fc.assert(
      fc.property(tables, (ratings) => {
        const turned = Object.entries(ratings).map(([name, column]) => [name, column.map((c) => 9 - c).toReversed()]);
        const before = fleissKappa({ ratings });
        const after = fleissKappa({ ratings: Object.fromEntries(turned.toReversed()) });
        for (const figure of ["kappa", "standardError", "nullStandardError", "congerKappa"] as const)
          expect(after[figure]).toBeCloseTo(before[figure]!, 10);
        expect(after.categories[0]!.kappa).toBeCloseTo(before.categories.at(-1)!.kappa!, 10);
      }),
    );
  });

  test("kappa is the mean of the category kappas, weighted by p(1 - p)", () => {
    fc.assert(
      fc.property(tables, (ratings) => {
        const { kappa, categories } = fleissKappa({ ratings });
        const weight = ({ share }: { share: number }) => share * (1 - share);
        const total = categories.reduce((sum, one) => sum + weight(one), 0);
        expect(categories.reduce((sum, one) => sum + weight(one) * one.kappa!, 0) / total).toBeCloseTo(kappa!, 10);
      }),
    );
  });

  test("Krippendorff's nominal alpha is kappa with a correction for few ratings", () => {
    fc.assert(
      fc.property(tables, (ratings) => {
        const { kappa, sample, raters } = fleissKappa({ ratings });
        const { alpha } = krippendorffAlpha({ ratings }, { measurement: "nominal" });
        expect(alpha).toBeCloseTo(1 - (1 - kappa!) * (1 - 1 / (sample.used * raters)), 10);
      }),
    );
  });

  test("two raters: Conger's kappa is Cohen's", () => {
    const [first, second] = [
      [1, 1, 2, 3, 2, 1],
      [1, 2, 2, 3, 3, 1],
    ];
    const { kappa } = cohenKappa({ first: first!, second: second! });
    expect(fleissKappa({ ratings: { first: first!, second: second! } }).congerKappa).toBeCloseTo(kappa!, 12);
  });

  test("its standard error is that of leaving out cases one by one, but for its order in 1/n", () => {
    const [, { data }] = fixtureCases("fleissKappa")[0]!;
    const { ratings } = data as { ratings: Record<string, number[]> };
    const n = Object.values(ratings)[0]!.length;
    const without = Array.from({ length: n }, (_, out) => {
      const rest = Object.entries(ratings).map(([name, column]) => [name, column.filter((_, i) => i !== out)]);
      return fleissKappa({ ratings: Object.fromEntries(rest) }).kappa!;
    });
    const mean = without.reduce((sum, one) => sum + one, 0) / n;
    const jackknife = Math.sqrt(((n - 1) / n) * without.reduce((sum, one) => sum + (one - mean) ** 2, 0));
    expect(fleissKappa({ ratings }).standardError! / jackknife).toBeCloseTo(1, 1);
  });

  test("a higher level gives a wider interval, of either kind", () => {
    const ratings = { a: [1, 2, 3, 1, 2], b: [1, 2, 3, 3, 2], c: [1, 2, 1, 1, 3] };
    for (const interval of ["gwet", "fleissNeeLandis"] as const) {
      const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) =>
        fleissKappa({ ratings }, { interval, confidenceLevel }),
      );
      expect(wide!.lower! < narrow!.lower! && wide!.upper! > narrow!.upper!).toBe(true);
    }
  });
});

describe("at the edges", () => {
  test("one category only: no kappa", () => {
    const found = fleissKappa({ ratings: { a: [1, 1], b: [1, 1], c: [1, 1] } });
    expect(found).toMatchObject({ kappa: null, nullStandardError: null, observedAgreement: 1, congerKappa: null });
    expect(codesOf(found)).toEqual(["agreement/one-category"]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("perfect agreement, and one case", () => {
    const found = fleissKappa({ ratings: { a: [1, 2, 2], b: [1, 2, 2], c: [1, 2, 2] } });
    expect(found).toMatchObject({ kappa: 1, standardError: 0, congerKappa: 1 });
    expect(codesOf(found)).toEqual(["agreement/perfect"]);
    const one = fleissKappa({ ratings: { a: [1], b: [2], c: [2] } });
    expect(one).toMatchObject({ standardError: null, lower: null });
    expect(codesOf(one)).toContain("ratings/one-subject");
  });

  test("a declared category nobody used has a share of 0 and no kappa", () => {
    const found = fleissKappa({ ratings: { a: [1, 2, 1], b: [1, 2, 2] } }, { categories: [1, 2, 3] });
    expect(found.categories[2]).toMatchObject({ category: "3", share: 0, kappa: null, nullStandardError: null });
  });

  test("cases with a missing rating are counted", () => {
    const { sample, notes } = fleissKappa({ ratings: { a: [1, 2, null, 2], b: [1, 1, 1, 2] } });
    expect(sample).toEqual({ unit: "respondent", used: 3, dropped: 1, missing: 1 });
    expect(notes.map(({ code }) => code)).toContain("missing/listwise");
  });
});

describe("refuses", () => {
  test.each([
    ["one rater", { a: [1, 2] }, {}, "input/too-few-columns"],
    ["no complete case", { a: [1, null], b: [null, 1] }, {}, "data/too-few"],
    ["a code that is not declared", { a: [1, 2], b: [1, 3] }, { categories: [1, 2] }, "data/not-a-code"],
  ])("%s", (_, ratings, options, code) => {
    expect(() => fleissKappa({ ratings: ratings as never }, options)).toThrow(expect.objectContaining({ code }));
  });
});
