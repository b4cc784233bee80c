import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missingDataPatterns, missingDataPatternsCard } from "../../src/questionnaire/missingDataPatterns.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const ANSWER = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 });
const SHEET = fc.array(fc.tuple(ANSWER, ANSWER, ANSWER), { minLength: 12, maxLength: 25 });

function patternsOf(rows: readonly (readonly (number | null)[])[]) {
  return missingDataPatterns({
    variables: Object.fromEntries(["a", "b", "c"].map((name, j) => [name, rows.map((row) => row[j] ?? null)])),
  });
}

describe("agrees with R", () => {
  test.each(fixtureCases("missingDataPatterns"))("%s", (_, { data, expected }) => {
    expect(disagreements(missingDataPatterns(data), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("patterns count every row once, and the gaps of the variables are those of the patterns", () => {
    fc.assert(
      fc.property(SHEET, (rows) => {
        const { patterns, variables, sample } = patternsOf(rows);
        expect(patterns.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
        for (const { variable, missing } of variables) {
          const inPatterns = patterns.filter((one) => one.missing.includes(variable));
          expect(inPatterns.reduce((sum, { n }) => sum + n, 0)).toBe(missing);
        }
        expect(sample.missing).toBe(rows.flat().filter((value) => value === null).length);
      }),
    );
  });

  test("the order of rows and the units of answers make no difference to the test", () => {
    fc.assert(
      fc.property(SHEET, (rows) => {
        const one = patternsOf(rows).littleTest;
        const moved = rows.toReversed().map((row) => row.map((value) => (value === null ? null : 7 - 3 * value)));
        const other = patternsOf(moved).littleTest;
        expect(other?.df).toBe(one?.df);
        if (one && other) expect(other.statistic).toBeCloseTo(one.statistic, 6);
      }),
      { numRuns: 40 },
    );
  });

  test("two variables of which one has gaps: the test compares the other's mean between two groups", () => {
    const b = [1, 2, 4, 4, 5, 3, 2, 6];
    const a = [1, 3, 2, 5, null, null, null, null];
    const { littleTest } = missingDataPatterns({ variables: { a, b } });
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = mean(b.map((value) => (value - mean(b)) ** 2));
    const d = mean(b.slice(0, 4)) - mean(b.slice(4));
    expect(littleTest!.statistic).toBeCloseTo((d ** 2 * 2) / variance, 8);
    expect(littleTest!.df).toBe(1);
  });
});

describe("at the edges", () => {
  test("nothing missing: one pattern, no test, no note", () => {
    const found = missingDataPatterns({ variables: { a: [1, 2, 3], b: [2, 3, 1] } });
    expect([found.patterns, found.littleTest, found.notes]).toEqual([[{ missing: [], n: 3, share: 1 }], null, []]);
  });

  test("a variable without answers, or without differences, leaves no test, with a note", () => {
    for (const b of [
      [null, null, null, null],
      [2, 2, null, 2],
    ]) {
      const found = missingDataPatterns({ variables: { a: [1, 2, 3, 5], b } });
      expect([found.littleTest, found.notes.map(({ code }) => code)]).toEqual([null, ["missing/no-test"]]);
    }
  });

  test("tables name what is missing, never a row", () => {
    const rows = missingDataPatternsCard.tidy(missingDataPatterns({ variables: { a: [1, null], b: [2, 3] } }));
    expect(rows).toEqual([
      { term: "–", n: 1, missing: 0, share: 0.5 },
      { term: "a", n: 1, missing: 1, share: 0.5 },
    ]);
  });
});

describe("refuses", () => {
  test("text among the numbers, with its place", () => {
    const variables = { a: [1, "x" as unknown as number] };
    expect(() => missingDataPatterns({ variables })).toThrow(/a/);
  });

  test("options it does not know", () => {
    expect(() => missingDataPatterns({ variables: { a: [1] } }, { test: "mcar" } as never)).toThrow(/test/);
  });
});
