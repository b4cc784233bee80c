import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import {
  type RaterIntraclassCorrelation,
  raterIntraclassCorrelation,
  raterIntraclassCorrelationCard,
} from "../../src/questionnaire/raterIntraclassCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Shrout and Fleiss (1979), table 2. */
const FOUR = { a: [9, 6, 8, 7, 10, 6], b: [2, 1, 4, 1, 5, 2], c: [5, 3, 6, 2, 6, 4], d: [8, 2, 8, 6, 9, 7] };

/** Scores of cases that differ, by raters who differ. */
const tables = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 4 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: n, maxLength: n }), { minLength: k, maxLength: k }),
  )
  .filter((columns) => new Set(columns[0]!.map((_, i) => columns.reduce((sum, one) => sum + one[i]!, 0))).size > 1)
  .map((columns) => Object.fromEntries(columns.map((column, j) => [`rater ${j}`, column])));

function estimate({ coefficients }: RaterIntraclassCorrelation, name: string): number {
  return coefficients.find((one) => one.name === name)!.estimate!;
}

function codesOf({ notes }: RaterIntraclassCorrelation) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("raterIntraclassCorrelation"))("%s", (name, { data, options, expected }) => {
    // a p of 1e-188 in R has 12 digits less a bit
    const digits = name.includes("1e-100") ? 11 : 12;
    expect(disagreements(raterIntraclassCorrelation(data, options), expected, digits)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test.each([
    ["ICC(1,1)", 0.17],
    ["ICC(2,1)", 0.29],
    ["ICC(3,1)", 0.71],
    ["ICC(1,k)", 0.44],
    ["ICC(2,k)", 0.62],
    ["ICC(3,k)", 0.91],
  ])("Shrout and Fleiss (1979), table 4: %s is %f", (name, printed) => {
    const { coefficients } = raterIntraclassCorrelation({ ratings: FOUR });
    expect(coefficients.find(({ shroutFleiss }) => shroutFleiss === name)!.estimate).toBeCloseTo(printed, 2);
  });
});

describe("always", () => {
  test("the order of rows and raters, the zero and the unit make no difference", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: -90, max: 90 }), fc.integer({ min: 1, max: 9 }), (ratings, zero, unit) => {
        const turned = Object.entries(ratings).map(([name, column]) => [
          name,
          column.map((x) => zero + unit * x).toReversed(),
        ]);
        const before = raterIntraclassCorrelation({ ratings });
        const after = raterIntraclassCorrelation({ ratings: Object.fromEntries(turned.toReversed()) });
        for (const [i, one] of before.coefficients.entries()) {
          const other = after.coefficients[i]!;
          if (one.estimate !== null && Math.abs(one.estimate) < 1e3)
            expect(other.estimate).toBeCloseTo(one.estimate, 9);
          if (one.pValue !== null) expect(other.pValue).toBeCloseTo(one.pValue, 9);
        }
      }),
    );
  });

  test("the mean of k ratings is Spearman-Brown of one, limits included", () => {
    const { coefficients } = raterIntraclassCorrelation({ ratings: FOUR });
    for (const [single, mean] of [
      [0, 1],
      [2, 3],
      [4, 5],
    ] as const) {
      for (const figure of ["estimate", "lower", "upper"] as const) {
        const r = coefficients[single]![figure]!;
        expect(coefficients[mean]![figure]).toBeCloseTo((4 * r) / (1 + 3 * r), 12);
      }
    }
  });

  test("a level per rater lowers agreement and leaves consistency as it is", () => {
    const shifted = { ...FOUR, b: FOUR.b.map((score) => score - 3) };
    const [before, after] = [FOUR, shifted].map((ratings) => raterIntraclassCorrelation({ ratings }));
    expect(estimate(after!, "ICC(C,1)")).toBeCloseTo(estimate(before!, "ICC(C,1)"), 12);
    expect(estimate(after!, "ICC(A,1)")).toBeLessThan(estimate(before!, "ICC(A,1)"));
  });

  test("ICC(1) is that of a clustered variable whose clusters are the cases", () => {
    fc.assert(
      fc.property(tables, (ratings) => {
        const columns = Object.values(ratings);
        const clustered = intraclassCorrelation({
          values: columns.flat(),
          cluster: columns.flatMap((column) => column.map((_, i) => i)),
        });
        expect(estimate(raterIntraclassCorrelation({ ratings }), "ICC(1)")).toBeCloseTo(clustered.icc!, 9);
      }),
    );
  });

  test("a higher level gives wider intervals around the same estimates", () => {
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) =>
      raterIntraclassCorrelation({ ratings: FOUR }, { confidenceLevel }),
    );
    for (const [i, one] of narrow!.coefficients.entries()) {
      const other = wide!.coefficients[i]!;
      expect(other.estimate).toBe(one.estimate);
      expect(other.lower!).toBeLessThan(one.lower!);
      expect(other.upper!).toBeGreaterThan(one.upper!);
      expect(one.lower! < one.estimate! && one.estimate! < one.upper!).toBe(true);
    }
  });

  test("the test of the lower limit has the tail of the interval", () => {
    const { coefficients } = raterIntraclassCorrelation({ ratings: FOUR });
    const nullValue = coefficients[2]!.lower!;
    const tested = raterIntraclassCorrelation({ ratings: FOUR }, { nullValue });
    expect(tested.coefficients[2]!.pValue).toBeCloseTo(0.025, 10);
  });
});

describe("at the edges", () => {
  test("raters who agree perfectly", () => {
    const result = raterIntraclassCorrelation({ ratings: { a: [1, 2, 4], b: [1, 2, 4], c: [1, 2, 4] } });
    expect(result.coefficients.map(({ estimate, lower, upper }) => [estimate, lower, upper])).toEqual(
      Array.from({ length: 10 }, () => [1, 1, 1]),
    );
    expect(result.coefficients.every(({ statistic, pValue }) => statistic === null && pValue === 0)).toBe(true);
    expect(result.standardErrorOfMeasurement).toEqual({ agreement: 0, consistency: 0 });
    expect(codesOf(result)).toEqual(["raters/perfect"]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("raters who differ by a constant: consistent, not in agreement", () => {
    const result = raterIntraclassCorrelation({ ratings: { a: [1, 2, 4, 3], b: [3, 4, 6, 5] } });
    expect(estimate(result, "ICC(C,1)")).toBe(1);
    expect(estimate(result, "ICC(A,1)")).toBeLessThan(0.5);
    expect(codesOf(result)).toEqual(["raters/parallel"]);
  });

  test("a negative ICC is kept and noted; so are a rater with one score and a column taken twice", () => {
    const negative = raterIntraclassCorrelation({ ratings: { a: [1, 5, 2, 4], b: [5, 1, 4, 2.5] } });
    expect(estimate(negative, "ICC(A,1)")).toBeLessThan(0);
    expect(negative.notes[0]).toMatchObject({
      code: "raters/negative",
      values: { icc: estimate(negative, "ICC(A,1)") },
    });
    const odd = raterIntraclassCorrelation({ ratings: { a: [1, 5, 2], b: [3, 3, 3], c: [1, 5, 2] } });
    expect(odd.notes).toEqual([
      { code: "raters/constant", values: { rater: "b" } },
      { code: "raters/identical", values: { first: "a", second: "c" } },
    ]);
  });

  test("rows with a missing score are counted", () => {
    const result = raterIntraclassCorrelation({ ratings: { a: [1, 5, null, 2, null], b: [1, 4, 2, 2, Number.NaN] } });
    expect(result.sample).toEqual({ unit: "respondent", used: 3, dropped: 2, missing: 3 });
    expect(codesOf(result)).toEqual(["missing/listwise"]);
  });

  test("rows name each coefficient in both ways", () => {
    const rows = raterIntraclassCorrelationCard.tidy(raterIntraclassCorrelation({ ratings: FOUR }));
    expect(rows.map(({ term, method }) => `${term}: ${method}`)).toContain("ICC(A,1): two-way random, ICC(2,1)");
    expect(rows).toHaveLength(10);
  });
});

describe("refuses", () => {
  test.each([
    ["one rater", { a: [1, 2, 3] }, "input/too-few-columns"],
    ["one complete case", { a: [1, 2], b: [1, null] }, "data/too-few"],
    ["cases that do not differ", { a: [3, 3, 3], b: [4, 4, 4] }, "raters/no-spread"],
    ["text", { a: [1, "two"], b: [1, 2] }, "data/not-a-number"],
  ])("%s", (_, ratings, code) => {
    expect(() => raterIntraclassCorrelation({ ratings: ratings as never })).toThrow(expect.objectContaining({ code }));
  });
});
