import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCorrelations } from "../../src/inference/compareCorrelations.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });
const varied = column.filter((values) => new Set(values).size > 3);
const three = fc.tuple(varied, varied, varied);

const compare = (a: number[], b: number[], y: number[]) =>
  compareCorrelations({ first: { a, y }, second: { b, y } }).comparisons[0]!;

describe("agrees with R", () => {
  test.each(fixtureCases("compareCorrelations"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(compareCorrelations(data, options), expected, 10)).toEqual([]);
  });
});

describe("always", () => {
  test("exchanging the correlations turns the difference around and keeps p", () => {
    fc.assert(
      fc.property(three, ([a, b, y]) => {
        const [straight, turned] = [compare(a, b, y), compare(b, a, y)];
        expect(turned.difference).toBeCloseTo(-straight.difference, 12);
        expect(turned.upper).toBeCloseTo(-straight.lower!, 9);
        turned.tests.forEach(({ pValue }, i) => {
          expect(pValue ?? 0).toBeCloseTo(straight.tests[i]!.pValue ?? 0, 9);
        });
      }),
    );
  });

  test("a wider level gives a wider interval", () => {
    fc.assert(
      fc.property(three, ([a, b, y]) => {
        const at = (confidenceLevel: number) =>
          compareCorrelations({ first: { a, y }, second: { b, y } }, { confidenceLevel }).comparisons[0]!;
        fc.pre(Math.abs(at(0.9).r1) < 0.999 && Math.abs(at(0.9).r2) < 0.999);
        expect(at(0.99).upper! - at(0.99).lower!).toBeGreaterThan(at(0.9).upper! - at(0.9).lower!);
      }),
    );
  });

  test("rows with a missing value are left out, and counted", () => {
    const result = compareCorrelations({
      first: { a: [1, 2, 3, 4, 6, null], y: [2, 1, 4, 3, 5, 5] },
      second: { b: [2, 2, 1, 5, 3, 4], y: [2, 1, 4, 3, 5, 5] },
    });
    expect(result.sample).toMatchObject({ used: 5, dropped: 1, missing: 1 });
    expect(result.notes.map(({ code }) => code)).toEqual(["missing/listwise"]);
  });
});

describe("at the edges", () => {
  test("a perfect correlation has no test, and says so", () => {
    const y = [1, 2, 3, 4, 5];
    const result = compareCorrelations({ first: { a: [2, 4, 6, 8, 10], y }, second: { b: [2, 1, 4, 3, 6], y } });
    expect(result.comparisons[0]!.tests[0]!.pValue).toBeNull();
    expect(result.notes.map(({ code }) => code)).toContain("compare/perfect");
  });
});

describe("refuses", () => {
  const first = { a: [1, 2, 3, 4], y: [2, 1, 4, 3] };
  test.each([
    ["neither a second pair nor groups", { first }, "second"],
    ["the same pair twice", { first, second: first }, "same two columns"],
    ["three columns", { first: { ...first, b: [4, 2, 1, 3] }, second: first }, "two columns"],
    ["three rows", { first: { a: [1, 2, 3], y: [2, 1, 3] }, second: { b: [1, 3, 2], y: [2, 1, 3] } }, "4 usable rows"],
    ["one group", { first, group: ["x", "x", "x", "x"] }, "One group"],
    [
      "a constant",
      { first: { a: [1, 1, 1, 1], y: [2, 1, 4, 3] }, second: { b: [4, 2, 1, 3], y: [2, 1, 4, 3] } },
      "vary",
    ],
  ])("%s", (_, data, message) => {
    expect(() => compareCorrelations(data)).toThrow(message);
  });
});
