import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scaleScores, scaleScoresCard } from "../../src/questionnaire/scaleScores.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const LIKERT = { minimum: 1, maximum: 5 };
const SCORES = ["mean", "sum", "pomp", "schoolGrade"] as const;

/** Answers from 1 to 5, some missing, of 1 to 12 respondents to 1 to 6 items. */
const answers = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }))
  .chain(([k, n]) =>
    fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }), { minLength: n, maxLength: n }), {
      minLength: k,
      maxLength: k,
    }),
  )
  .map((columns) => ({ items: Object.fromEntries(columns.map((column, j) => [`item${j}`, column])) }));

describe("agrees with R", () => {
  test.each(fixtureCases("scaleScores"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(scaleScores(data, options), expected, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("reversing all items mirrors the score within the bounds", () => {
    fc.assert(
      fc.property(answers, (data) => {
        const reversed = Object.keys(data.items);
        const straight = scaleScores(data, LIKERT).scores;
        const mirrored = scaleScores(data, { ...LIKERT, reversed }).scores;
        straight.forEach((score, i) => {
          if (score === null) expect(mirrored[i]).toBeNull();
          else expect(mirrored[i]).toBeCloseTo(6 - score, 12);
        });
      }),
    );
  });

  test("reversing the reversed answers gives the score back", () => {
    fc.assert(
      fc.property(answers, (data) => {
        const turned = { items: { ...data.items, item0: data.items.item0!.map((a) => (a === null ? null : 6 - a)) } };
        expect(scaleScores(turned, { ...LIKERT, reversed: ["item0"] }).scores).toEqual(
          scaleScores(data, LIKERT).scores,
        );
      }),
    );
  });

  test("all kinds of score are lines in the mean, within their bounds", () => {
    fc.assert(
      fc.property(answers, (data) => {
        const k = Object.keys(data.items).length;
        const [mean, sum, pomp, grade] = SCORES.map((score) => scaleScores(data, { ...LIKERT, score }).scores);
        for (const [i, m] of mean!.entries()) {
          if (m === null) {
            expect([sum![i], pomp![i], grade![i]]).toEqual([null, null, null]);
            continue;
          }
          expect(sum![i]).toBeCloseTo(k * m, 12);
          expect(pomp![i]).toBeCloseTo(25 * (m - 1), 12);
          expect(grade![i]).toBeCloseTo(1 + (9 * (m - 1)) / 4, 12);
          expect(pomp![i]! >= 0 && pomp![i]! <= 100 && grade![i]! >= 1 && grade![i]! <= 10).toBe(true);
        }
      }),
    );
  });

  test("asking for more answers never adds a score, and every row is counted once", () => {
    fc.assert(
      fc.property(answers, (data) => {
        const scored = [0.2, 0.5, 0.8, 1].map((minimumAnswered) => scaleScores(data, { minimumAnswered }));
        const counts = scored.map((result) => result.scored);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        for (const { scores, scored: used, tooFewAnswered } of scored) {
          expect(used + tooFewAnswered).toBe(scores.length);
          expect(scores.filter((score) => score !== null).length).toBe(used);
        }
      }),
    );
  });
});

describe("at the edges", () => {
  test.each([
    [5, 0.8, 4],
    [4, 0.8, 4],
    [10, 0.7, 7],
    [20, 0.55, 11],
    [3, 0.01, 1],
    [3, 1e-12, 1],
  ])("of %i items a share of %f is %i answers", (k, minimumAnswered, needed) => {
    const items = Object.fromEntries(Array.from({ length: k }, (_, j) => [`item${j}`, [3]]));
    expect(scaleScores({ items }, { minimumAnswered }).needed).toBe(needed);
  });

  test("nobody answered: no score, no mean, a note with the count", () => {
    const result = scaleScores({ items: { a: [null, null], b: [null, 3] } });
    expect(result).toMatchObject({ scores: [null, null], mean: null, standardDeviation: null, scored: 0 });
    expect(result.sample).toEqual({ unit: "respondent", used: 0, dropped: 2, missing: 3 });
    expect(result.notes).toContainEqual({
      code: "scale/too-few-answered",
      values: { dropped: 2, total: 2, needed: 2 },
    });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("an item the other way round is reported, and scored as it stands", () => {
    const items = { a: [1, 2, 4, 5], b: [2, 1, 4, 5], c: [5, 4, 3, 1] };
    const result = scaleScores({ items });
    expect(result.notes.map(({ code, values }) => [code, values.item])).toContainEqual(["item/negative", "c"]);
    expect(result.scores[0]).toBeCloseTo(8 / 3, 14);
  });

  test("an item reversed twice (once before) is reported", () => {
    const items = { a: [1, 2, 4, 5], b: [2, 1, 4, 5], c: [1, 2, 4, 5] };
    const { notes } = scaleScores({ items }, { ...LIKERT, reversed: ["c"] });
    expect(notes.map(({ code, values }) => [code, values.item])).toContainEqual(["item/negative-reversed", "c"]);
  });

  test("the rows for a report hold items and a summary; scores of respondents only on request", () => {
    const { example, tidy, glance, augment } = scaleScoresCard;
    const result = scaleScores(example.data, example.options);
    expect(tidy(result).map(({ term, reversed }) => [term, reversed])).toEqual([
      ["talks", false],
      ["asks", false],
      ["forgets", true],
    ]);
    expect(glance(result)).toMatchObject({ n: 5, k: 3, missing: 0 });
    expect(augment!(result, example.data).map(({ score }) => score)).toEqual(result.scores);
  });
});

describe("refuses", () => {
  const data = { items: { a: [1, 2], b: [5, 4] } };
  test.each([
    ["reversing without bounds", { reversed: ["a"] }, "option/needed"],
    ["pomp without bounds", { score: "pomp" as const }, "option/needed"],
    ["a school grade with half of the bounds", { score: "schoolGrade" as const, minimum: 1 }, "option/needed"],
    ["one bound", { maximum: 5 }, "option/needed"],
    ["bounds the wrong way round", { minimum: 5, maximum: 1 }, "option/invalid"],
    ["bounds that are equal", { minimum: 5, maximum: 5 }, "option/invalid"],
    ["an unknown item to reverse", { ...LIKERT, reversed: ["c"] }, "data/unknown-column"],
    ["an item to reverse named twice", { ...LIKERT, reversed: ["a", "a"] }, "option/twice"],
    ["a share of 0", { minimumAnswered: 0 }, "option/invalid"],
  ])("%s", (_, options, code) => {
    expect(() => scaleScores(data, options)).toThrow(expect.objectContaining({ code }));
  });

  test("answers outside the bounds, all of them with row and column and without their value", () => {
    const attempt = () => scaleScores({ items: { a: [1, 99, 3], b: [0, 2, null] } }, LIKERT);
    expect(attempt).toThrow(
      expect.objectContaining({
        problems: [
          { code: "data/outside-range", values: LIKERT, location: { row: 2, column: "a" } },
          { code: "data/outside-range", values: LIKERT, location: { row: 1, column: "b" } },
        ],
      }),
    );
    expect(attempt).not.toThrow(/99/);
  });
});
