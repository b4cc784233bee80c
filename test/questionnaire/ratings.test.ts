import { describe, expect, test } from "vitest";
import { notePhrase } from "../../src/foundation/phrases.ts";
import type { Result } from "../../src/foundation/result.ts";
import { blandAltman } from "../../src/questionnaire/blandAltman.ts";
import { cohenKappa } from "../../src/questionnaire/cohenKappa.ts";
import { concordanceCorrelation } from "../../src/questionnaire/concordanceCorrelation.ts";
import { fleissKappa } from "../../src/questionnaire/fleissKappa.ts";
import { gwetAgreement } from "../../src/questionnaire/gwetAgreement.ts";
import { krippendorffAlpha } from "../../src/questionnaire/krippendorffAlpha.ts";
import { raterIntraclassCorrelation } from "../../src/questionnaire/raterIntraclassCorrelation.ts";
import { categoryScale } from "../../src/questionnaire/ratings.ts";
import { withinGroupAgreement } from "../../src/questionnaire/withinGroupAgreement.ts";

const PLAIN = { categories: [], spacing: "ranks", weights: "none" } as const;

describe("always", () => {
  test("the order in which categories occur makes no difference: numbers by size, texts by letter", () => {
    expect(categoryScale(["10", "9", "-1"], PLAIN).labels).toEqual(["-1", "9", "10"]);
    expect(categoryScale(["b", "10", "9"], PLAIN).labels).toEqual(["10", "9", "b"]);
    expect(categoryScale(["b", "a"], { ...PLAIN, categories: ["b", "c", "a"] }).labels).toEqual(["b", "c", "a"]);
  });

  test("a gap is noted only between whole numbers that nobody declared", () => {
    const notes = (used: string[], categories: number[] = []) => categoryScale(used, { ...PLAIN, categories }).notes;
    expect(notes(["1", "4"])).toEqual([{ code: "ratings/gap", values: { skipped: "2, 3", used: 2 } }]);
    expect(notes(["1", "2", "3"])).toEqual([]);
    expect(notes(["1", "2.5"])).toEqual([]);
    expect(notes(["1", "4"], [1, 2, 3, 4])).toEqual([]);
    expect(notes(["2019", "1"])).toEqual([]);
  });
});

describe("at the edges", () => {
  const results: readonly Result[] = [
    raterIntraclassCorrelation({ ratings: { a: [1, 5, null, 4], b: [5, 1, 2, 2] } }),
    raterIntraclassCorrelation({ ratings: { a: [1, 5, 2], b: [1, 5, 2], c: [3, 3, 3] } }),
    raterIntraclassCorrelation({ ratings: { a: [1, 2], b: [1, 2] } }),
    raterIntraclassCorrelation({ ratings: { a: [1, 2], b: [2, 3] } }),
    cohenKappa({ first: [1, 4, 4, 1], second: [1, 4, 4, null] }),
    cohenKappa({ first: [1, 1, 1], second: [1, 1, 2] }),
    fleissKappa({ ratings: { a: [1], b: [1], c: [1] } }),
    gwetAgreement({ ratings: { a: [1, 2, 2, null], b: [1, 2, null, null], c: [1, 2, 1, null] } }),
    krippendorffAlpha({ ratings: { a: [1, 2, 2], b: [1, 2, null] } }),
    krippendorffAlpha({ ratings: { a: [1, 2, 1], b: [1, 2, 1] } }, { seed: 1, draws: 100 }),
    krippendorffAlpha({ ratings: { a: [1, 1], b: [1, 1] } }),
    withinGroupAgreement({ items: { a: [1, 5, 2], b: [1, 5, 2] }, group: [1, 1, 2] }, { minimum: 1, maximum: 5 }),
    withinGroupAgreement({ items: { a: [1, 4] }, group: [1, 1] }, { minimum: 1, maximum: 4, belowZero: "zero" }),
    withinGroupAgreement({ items: { a: [1, 4] }, group: [1, 1] }, { minimum: 1, maximum: 4 }),
    blandAltman({ first: [1, 2, 3], second: [2, 3, 4] }),
    blandAltman({ first: [1, 2, 3], second: [2, 3, 3] }),
    concordanceCorrelation({ first: [1, 2], second: [2, 2] }),
    concordanceCorrelation({ first: [1, 2], second: [2, 5] }),
    concordanceCorrelation({ first: [1, 2, 1, 2], second: [1, 1, 2, 2] }),
  ];

  test("every place of the notes is filled, in both languages", () => {
    const notes = results.flatMap((result) => result.notes);
    const ours = new Set(notes.map(({ code }) => code).filter((code) => !code.startsWith("missing/")));
    expect(ours.size).toBeGreaterThanOrEqual(25);
    for (const { code, values } of notes) {
      for (const language of ["nl", "en"] as const) {
        const text = notePhrase(code, values, language);
        expect(text, code).not.toBe(code);
        expect(text.replace("column taken twice?", "").replace("kolom twee keer genomen?", ""), code).not.toMatch(
          /[?{}]/,
        );
      }
    }
  });
});

describe("refuses", () => {
  test("weights that need an order or numbers", () => {
    const refused = (used: string[], settings: object) => () => categoryScale(used, { ...PLAIN, ...settings });
    expect(refused(["a", "b"], { weights: "linear" })).toThrow(expect.objectContaining({ code: "option/needed" }));
    expect(refused(["a", "b"], { weights: "ratio", categories: ["a", "b"] })).toThrow(
      expect.objectContaining({ code: "option/invalid" }),
    );
  });
});
