import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dFromOddsRatio, oddsRatioFromD } from "../../src/effects/convertOddsRatio.ts";
import { convertToCorrelation, convertToCorrelationCard } from "../../src/effects/convertToCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const size = fc.integer({ min: 3, max: 2000 });
const value = fc.double({ min: -20, max: 20, noNaN: true });
const sign = fc.constantFrom(1, -1);

function only(data: object, options: object = {}) {
  return convertToCorrelation(data as never, options as never).effects[0]!;
}

describe("agrees with R", () => {
  test.each(fixtureCases("convertToCorrelation"))("%s", (_, { data, options, expected }) => {
    const { effects } = convertToCorrelation(data, options);
    const columns = {
      r: effects.map(({ r }) => r),
      samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
    };
    expect(disagreements(columns, expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("F is the square of t, and both give the same correlation", () => {
    fc.assert(
      fc.property(value, size, (t, n) => {
        const direction = t < 0 ? -1 : 1;
        const fromF = only({ F: [t * t], n: [n], direction: [direction] });
        const fromT = only({ t: [t], n: [n] });
        expect(fromF.r).toBeCloseTo(fromT.r, 12);
        expect(fromF.samplingVariance).toBeCloseTo(fromT.samplingVariance, 12);
      }),
    );
  });

  test("d of two groups and the t of the same data give the same correlation and variance", () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), size, size, (d, n1, n2) => {
        const t = d / Math.sqrt(1 / n1 + 1 / n2);
        const fromD = only({ d: [d], n1: [n1], n2: [n2] });
        const fromT = only({ t: [t], n1: [n1], n2: [n2] });
        expect(fromD.r).toBeCloseTo(fromT.r, 12);
        expect(fromD.samplingVariance).toBeCloseTo(fromT.samplingVariance, 12);
        expect(fromD.kind).toBe(fromT.kind);
      }),
    );
  });

  test("turning the direction or the sign turns the correlation and leaves its variance", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), size, sign, (p, n, direction) => {
        const there = only({ p: [p], n: [n], direction: [direction] });
        const back = only({ p: [p], n: [n], direction: [-direction] });
        expect(back.r + 0).toBe(-there.r + 0);
        expect(back.samplingVariance).toBe(there.samplingVariance);
      }),
    );
  });

  test("an odds ratio and its inverse are opposite; d and odds ratio go back and forth", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), size, (oddsRatio, n) => {
        const there = only({ oddsRatio: [oddsRatio], n: [n] }).r;
        expect(only({ oddsRatio: [1 / oddsRatio], n: [n] }).r).toBeCloseTo(-there, 12);
        expect(oddsRatioFromD(dFromOddsRatio(oddsRatio))).toBeCloseTo(oddsRatio, 10);
      }),
    );
  });

  test("the two formulas for d meet in large samples", () => {
    const data = { d: [0.4], n1: [3e6], n2: [5e6] };
    const exact = only(data);
    const large = only(data, { difference: "largeSample" });
    expect(large.r).toBeCloseTo(exact.r, 6);
    expect(large.samplingVariance / exact.samplingVariance).toBeCloseTo(1, 5);
  });
});

describe("at the edges", () => {
  test("every row says how it was made", () => {
    const { derivation } = only({ F: [4], n: [98], direction: [-1] });
    expect(derivation).toEqual({
      statistic: "F",
      columns: ["F", "n", "direction"],
      formula: "direction sqrt(F / (F + df))",
      variance: "(1 - r^2)^2 / (n - 1)",
      source: "Rosenthal (1994)",
      assumptions: [],
    });
    expect(only({ d: [0.2], n: [50] }).derivation.assumptions).toEqual(["equal groups"]);
    expect(only({ beta: [0.6], n: [50] }).derivation.assumptions).toContain("beyond range");
    expect(only({ t: [2], df: [30] })).toMatchObject({ n: 32, derivation: { columns: ["t", "df"] } });
  });

  test("the first of several statistics is used, and a note counts such rows", () => {
    const result = convertToCorrelation({ r: [0.2, null], t: [5, 2], p: [null, 0.05], n: [50, 60] });
    expect(result.effects.map(({ derivation: { statistic } }) => statistic)).toEqual(["r", "t"]);
    expect(result.notes).toMatchObject([{ code: "convert/several", values: { count: 2 } }]);
  });

  test("rows without a statistic are left out, noted, and the others keep row and name", () => {
    const result = convertToCorrelation({ r: [null, 0.3], n: [40, 50], study: ["a", null] });
    expect(result.effects).toMatchObject([{ row: 2, study: "2", r: 0.3, n: 50 }]);
    expect(result.sample).toEqual({ unit: "effect", used: 1, dropped: 1, missing: 0 });
    expect(result.notes).toEqual([{ code: "convert/empty", values: { dropped: 1, total: 2 } }]);
  });

  test("unlike kinds, betas and odds ratios are noted", () => {
    const result = convertToCorrelation({
      r: [0.2, null, null],
      beta: [null, 0.7, null],
      oddsRatio: [null, null, 2],
      n: [50, 60, 70],
    });
    expect(result.notes.map(({ code }) => code)).toEqual([
      "convert/mixed",
      "convert/beta",
      "convert/many-betas",
      "convert/beta-range",
      "convert/equal-groups",
      "convert/odds-ratio",
    ]);
    expect(result.notes[0]!.values).toEqual({ kinds: "correlation 1, odds ratio 1, beta 1" });
  });

  test("one kind only: nothing to note", () => {
    expect(convertToCorrelation({ r: [0.2, 0.3], n: [50, 60] }).notes).toEqual([]);
  });

  test("rows carry the statistic and the source", () => {
    const result = convertToCorrelation({ t: [2], n: [98] });
    expect(convertToCorrelationCard.tidy(result)).toEqual([
      { term: "1", r: 0.2, n: 98, samplingVariance: 0.96 ** 2 / 97, method: "t", source: "Rosenthal (1994)" },
    ]);
    expect(convertToCorrelationCard.glance(result)).toEqual({ k: 1, n: 98 });
  });
});

describe("refuses", () => {
  test("a sheet without any statistic, and one where all are missing", () => {
    expect(() => convertToCorrelation({ n: [50] })).toThrow(/None of the columns .* r, t, F, d, chi2/);
    expect(() => convertToCorrelation({ t: [null], n: [50] })).toThrow(/1 usable effects needed, 0 found/);
  });

  test("all rows that lack something at once, with their row", () => {
    expect(() => convertToCorrelation({ t: [2, 2, null], F: [null, null, 4], n: [null, 9, 9] })).toThrow(
      /row 1: t cannot be converted without n\.\nrow 3, column direction: F does not tell which way/,
    );
    expect(() => convertToCorrelation({ d: [1], n: [20], n1: [8] })).toThrow(/without n1, n2/);
  });

  test("a direction that contradicts the sign, or is neither 1 nor -1", () => {
    expect(() => convertToCorrelation({ t: [2], n: [20], direction: [-1] })).toThrow(
      /row 1, column direction: The sign/,
    );
    expect(() => convertToCorrelation({ oddsRatio: [0.5], n: [20], direction: [1] })).toThrow(/The sign of oddsRatio/);
    expect(() => convertToCorrelation({ F: [2], n: [20], direction: [0] })).toThrow(/must be 1 or -1/);
  });

  test.each([
    ["r", { r: [1], n: [20] }, /column r: A correlation must lie/],
    ["p", { p: [0], n: [20], direction: [1] }, /column p: Found a value outside 0 to 1/],
    ["F", { F: [-1], n: [20], direction: [1] }, /column F: This must be at least 0/],
    ["odds ratio", { oddsRatio: [0], n: [20] }, /column oddsRatio: This must be larger than 0/],
    ["n", { t: [1], n: [2] }, /row 1: n must be larger than 2/],
    ["group sizes", { d: [1], n: [20], n1: [8], n2: [8] }, /row 1: n is not n1 \+ n2/],
    ["an empty group", { d: [1], n1: [0], n2: [8] }, /column n1: This must be larger than 0/],
    [
      "chi-square above n",
      { chi2: [30], n: [20], direction: [1] },
      /column chi2: chi2 gives a correlation of 1 or beyond/,
    ],
    ["beta near 1", { beta: [0.96], n: [20] }, /column beta: beta gives a correlation of 1 or beyond/],
  ])("%s", (_, data, message) => {
    expect(() => convertToCorrelation(data)).toThrow(message);
  });
});
