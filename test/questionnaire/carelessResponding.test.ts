import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenOddConsistency, longestRun } from "../../src/questionnaire/carelessIndices.ts";
import { carelessResponding, carelessRespondingCard } from "../../src/questionnaire/carelessResponding.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const ANSWER = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 });
const SHEET = fc.array(fc.array(ANSWER, { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 15 });

function itemsOf(rows: readonly (readonly (number | null)[])[]) {
  return Object.fromEntries(rows[0]!.map((_, j) => [`i${j}`, rows.map((row) => row[j]!)]));
}

function flagsOf(rows: readonly (readonly (number | null)[])[], given = {}, seconds?: readonly number[]) {
  const found = carelessResponding({ items: itemsOf(rows), ...(seconds ? { seconds } : {}) }, given);
  return found.respondents.map(({ flags }) => flags);
}

describe("agrees with R", () => {
  test.each(fixtureCases("carelessResponding"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(carelessResponding(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("nobody is left out, and the counts are those of the respondents", () => {
    fc.assert(
      fc.property(SHEET, (rows) => {
        const found = carelessResponding({ items: itemsOf(rows) }, { scaleSizes: [2, 2, 2] });
        expect(found.sample).toMatchObject({ used: rows.length, dropped: 0 });
        for (const { flag, flagged, checked } of found.flags) {
          expect(flagged).toBe(found.respondents.filter(({ flags }) => flags.includes(flag)).length);
          expect(flagged).toBeLessThanOrEqual(checked);
        }
      }),
    );
  });

  test("the order of rows makes no difference to a row's indices", () => {
    fc.assert(
      fc.property(SHEET, (rows) => {
        const [one, turned] = [rows, rows.toReversed()].map(
          (some) => carelessResponding({ items: itemsOf(some) }, { scaleSizes: [2, 2, 2] }).respondents,
        );
        turned!.toReversed().forEach((respondent, i) => {
          const { row: _, ...indices } = respondent;
          expect(disagreements(indices, { ...one![i]!, row: undefined, flags: one![i]!.flags }, 8).length).toBeLessThan(
            2,
          );
        });
      }),
      { numRuns: 40 },
    );
  });

  test("a stricter threshold flags no one that a laxer does not", () => {
    fc.assert(
      fc.property(SHEET, (rows) => {
        const lax = flagsOf(rows, { longestRun: 3 });
        flagsOf(rows, { longestRun: 4 }).forEach((flags, i) => {
          if (flags.includes("longestRun")) expect(lax[i]).toContain("longestRun");
        });
      }),
    );
  });
});

describe("at the edges", () => {
  test("each flag for its own reason, and only then", () => {
    const rows = [
      [1, 2, 4, 5],
      [1, 2, 4, 5],
      [3, 3, 3, 1],
      [2, null, null, null],
      [4, 2, 5, 1],
    ];
    const off = { mahalanobis: null };
    expect(flagsOf(rows, { ...off, longestRun: 3 }, [40, 40, 40, 9, 4])).toEqual([
      ["duplicate"],
      ["duplicate"],
      ["longestRun"],
      ["missingShare"],
      ["secondsPerItem"],
    ]);
  });

  test("a run ends at a gap; no answer at all is no run and no copy", () => {
    expect([longestRun([2, 2, Number.NaN, 2]), longestRun([Number.NaN, Number.NaN])]).toEqual([2, 0]);
    const found = carelessResponding({ items: { a: [null, null], b: [null, null] } });
    expect(found.respondents.map(({ duplicate, longestRun: run }) => [duplicate, run])).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });

  test("opposite halves are -1, not less; reversed items are turned over first", () => {
    expect(evenOddConsistency([1, 5, 3, 3, 5, 1], [2, 2, 2])).toBe(-1);
    const items = { a: [1, 2], b: [5, 4], c: [3, 3], d: [3, 2], e: [5, 4], f: [1, 2] };
    const given = { scaleSizes: [2, 2, 2], reversed: ["b", "d", "f"], minimum: 1, maximum: 5 };
    expect(carelessResponding({ items }, given).respondents[0]!.evenOdd).toBeCloseTo(1, 12);
  });

  test("tables count, they show no respondent", () => {
    const rows = carelessRespondingCard.tidy(carelessResponding({ items: { a: [1, 1, 2], b: [1, 1, 4] } }));
    expect(rows.map(({ term }) => term)).toContain("duplicate");
    expect(rows.find(({ term }) => term === "duplicate")).toEqual({ term: "duplicate", n: 3, k: 2, share: 2 / 3 });
  });
});

describe("refuses", () => {
  test("scale sizes that do not add up to the items", () => {
    expect(() => carelessResponding({ items: { a: [1], b: [2] } }, { scaleSizes: [3] })).toThrow(/scaleSizes/);
  });

  test("reversal without bounds, and answers outside them", () => {
    const items = { a: [1, 6], b: [2, 2] };
    expect(() => carelessResponding({ items }, { reversed: ["a"] })).toThrow(/minimum/);
    expect(() => carelessResponding({ items }, { reversed: ["a"], minimum: 1, maximum: 5 })).toThrow(/a/);
  });
});
