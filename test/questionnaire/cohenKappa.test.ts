import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cohenKappa } from "../../src/questionnaire/cohenKappa.ts";
import { gwetAgreement } from "../../src/questionnaire/gwetAgreement.ts";
import { raterIntraclassCorrelation } from "../../src/questionnaire/raterIntraclassCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const WEIGHTS = ["none", "linear", "quadratic"] as const;

/** Two raters of 5 to 30 cases, each of whom used two categories or more. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { minLength: 5, maxLength: 30 })
  .map((rows) => ({ first: rows.map(([a]) => a), second: rows.map(([, b]) => b) }))
  .filter(({ first, second }) => new Set(first).size > 1 && new Set(second).size > 1);

/** A table of counts as two columns. */
function columnsOf(counts: readonly (readonly number[])[]) {
  const cells = counts.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j])));
  return { first: cells.map(([i]) => i!), second: cells.map(([, j]) => j!) };
}

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("cohenKappa"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(cohenKappa(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test("Cohen (1960), table 1: kappa .492 of two hundred patients", () => {
    const { kappa, maximumKappa } = cohenKappa(
      columnsOf([
        [88, 10, 2],
        [14, 40, 6],
        [18, 10, 12],
      ]),
    );
    expect(kappa).toBeCloseTo(0.492, 3);
    expect(maximumKappa).toBeCloseTo(0.831, 3);
  });

  test("Byrt, Bishop and Carlin (1993): PABAK is 2 po - 1", () => {
    const found = cohenKappa(
      columnsOf([
        [80, 10],
        [5, 5],
      ]),
    );
    expect(found).toMatchObject({ prevalenceIndex: 0.75, biasIndex: 0.05 });
    expect(found.brennanPrediger).toBeCloseTo(0.7, 12);
  });
});

describe("always", () => {
  test("the order of rows and, with weights, the direction of the scale make no difference; nor who is first", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...WEIGHTS), ({ first, second }, weights) => {
        const before = cohenKappa({ first, second }, { weights });
        const turned = (column: readonly number[]) => column.map((code) => 9 - code).toReversed();
        const after = cohenKappa({ first: turned(second), second: turned(first) }, { weights });
        for (const figure of ["kappa", "standardError", "nullStandardError", "maximumKappa", "gwet"] as const)
          expect(after[figure]).toBeCloseTo(before[figure]!, 10);
      }),
    );
  });

  test("kappa is at most what the margins allow, and that at most 1", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...WEIGHTS), (data, weights) => {
        const { kappa, maximumKappa } = cohenKappa(data, { weights });
        expect(kappa!).toBeLessThanOrEqual(maximumKappa! + 1e-12);
        expect(maximumKappa!).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  test("all cases twice: the same kappa, variances half as large", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...WEIGHTS), ({ first, second }, weights) => {
        const once = cohenKappa({ first, second }, { weights });
        const twice = cohenKappa({ first: [...first, ...first], second: [...second, ...second] }, { weights });
        expect(twice.kappa).toBeCloseTo(once.kappa!, 12);
        expect(twice.standardError! * Math.SQRT2).toBeCloseTo(once.standardError!, 10);
      }),
    );
  });

  test("quadratic kappa nears ICC(A,1) as cases grow in number (Fleiss & Cohen 1973)", () => {
    const counts = [
      [80, 20, 5],
      [30, 90, 25],
      [5, 15, 130],
    ].map((row) => row.map((count) => 20 * count));
    const { first, second } = columnsOf(counts);
    const { coefficients } = raterIntraclassCorrelation({ ratings: { first, second } });
    expect(cohenKappa({ first, second }, { weights: "quadratic" }).kappa).toBeCloseTo(coefficients[4]!.estimate!, 4);
  });

  test("its AC1, AC2 and Brennan-Prediger are those of gwetAgreement", () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...WEIGHTS), ({ first, second }, weights) => {
        const kappa = cohenKappa({ first, second }, { weights });
        const gwet = gwetAgreement({ ratings: { first, second } }, { weights });
        expect(kappa.gwet).toBeCloseTo(gwet.estimate!, 12);
        expect(kappa.brennanPrediger).toBeCloseTo(gwet.brennanPrediger.estimate!, 12);
      }),
    );
  });

  test("a higher level gives a wider interval", () => {
    const data = columnsOf([
      [8, 3],
      [2, 9],
    ]);
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => cohenKappa(data, { confidenceLevel }));
    expect(wide!.lower!).toBeLessThan(narrow!.lower!);
    expect(wide!.upper!).toBeGreaterThan(narrow!.upper!);
  });
});

describe("at the edges", () => {
  test("categories of one rater only count for both, missing rows for neither", () => {
    const found = cohenKappa({ first: ["a", "b", null, "c"], second: ["a", "a", "d", ""] });
    expect(found.categories.map(({ category }) => category)).toEqual(["a", "b"]);
    expect(found.sample).toEqual({ unit: "respondent", used: 2, dropped: 2, missing: 2 });
    expect(codesOf(found)).toEqual(["missing/listwise", "agreement/constant-rater"]);
  });

  test("everybody chose one category: no kappa, full agreement", () => {
    const found = cohenKappa({ first: [1, 1, 1], second: [1, 1, 1] });
    expect(found).toMatchObject({ kappa: null, statistic: null, pValue: null, exactAgreement: 1, gwet: null });
    expect(codesOf(found)).toEqual(["agreement/one-category"]);
    expect(cohenKappa({ first: [1, 1, 1], second: [1, 1, 1] }, { categories: [1, 2] }).gwet).toBe(1);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test("perfect agreement: 1 with no standard error of its own, but a test", () => {
    const found = cohenKappa({ first: [1, 2, 2, 3, 1], second: [1, 2, 2, 3, 1] }, { weights: "linear" });
    expect(found).toMatchObject({ kappa: 1, standardError: 0, lower: 1, upper: 1, maximumKappa: 1 });
    expect(found.pValue!).toBeLessThan(0.05);
    expect(codesOf(found)).toEqual(["agreement/perfect"]);
  });

  test("codes that nobody used are named; declared or by code they count", () => {
    const data = { first: [1, 2, 5, 5], second: [1, 5, 5, 2] };
    const ranks = cohenKappa(data, { weights: "linear" });
    expect(ranks.notes).toContainEqual({ code: "ratings/gap", values: { skipped: "3, 4", used: 3 } });
    const declared = cohenKappa(data, { weights: "linear", categories: [1, 2, 3, 4, 5] });
    const codes = cohenKappa(data, { weights: "linear", spacing: "codes" });
    expect(declared.kappa).toBeCloseTo(codes.kappa!, 12);
    expect(declared.kappa).not.toBeCloseTo(ranks.kappa!, 2);
  });

  test("texts have no neighbours unless their order is declared", () => {
    const data = { first: ["low", "mid", "high"], second: ["mid", "mid", "high"] };
    expect(cohenKappa(data).adjacentAgreement).toBeNull();
    expect(cohenKappa(data, { categories: ["low", "mid", "high"] }).adjacentAgreement).toBe(1);
  });

  test("an upper limit above 1 is left and noted", () => {
    const data = columnsOf([
      [5, 0],
      [1, 1],
    ]);
    const found = cohenKappa(data);
    expect(found.upper!).toBeGreaterThan(1);
    expect(codesOf(found)).toContain("agreement/beyond-one");
  });
});

describe("refuses", () => {
  const data = { first: ["a", "b", "a"], second: ["a", "b", "b"] };
  test.each([
    ["no complete pair", { first: ["a", null], second: [null, "b"] }, {}, "data/too-few"],
    ["a rating that is not among the declared", data, { categories: ["a", "c"] }, "data/not-a-code"],
    ["weights without an order", data, { weights: "linear" }, "option/needed"],
    [
      "distances between texts",
      data,
      { weights: "linear", spacing: "codes", categories: ["a", "b"] },
      "option/invalid",
    ],
    ["a category declared twice", data, { categories: ["a", "b", "a"] }, "option/twice"],
    [
      "ids instead of categories",
      { first: Array.from({ length: 200 }, (_, i) => i), second: Array.from({ length: 200 }, (_, i) => i) },
      {},
      "data/too-many-categories",
    ],
  ])("%s", (_, given, options, code) => {
    expect(() => cohenKappa(given as never, options as never)).toThrow(expect.objectContaining({ code }));
  });
});
