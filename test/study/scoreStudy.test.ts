import { describe, expect, test } from "vitest";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { scoredTable, scoreStudy, valuesFor } from "../../src/study/scoreStudy.ts";
import { categoriesOf, numbersOf } from "../../src/table/table.ts";
import { PILOT, PILOT_FILE, type PilotChanges, pilotTables } from "./pilotStudy.ts";

const NAN = Number.NaN;

/** The parents of the pilot, scored under a changed study file. */
function parentsWith(from: string, to: string, changes: PilotChanges = {}) {
  expect(PILOT_FILE).toContain(from);
  return scoreStudy(parseStudyFile(PILOT_FILE.replace(from, to), "study.yaml"), pilotTables(changes)).data.parents!;
}

describe("scoring", () => {
  const scored = scoreStudy(PILOT, pilotTables());
  const parents = scored.data.parents!;

  test("a missing code is missing; a reversed item is turned over by its declared bounds", () => {
    expect([...parents.items.talk2!]).toEqual([5, 4, 2, NAN, 1, 5, 4, 3]);
    expect([...parents.items.talk3!]).toEqual([5, 4, NAN, NAN, 2, 5, 4, 3]);
  });

  test("the bounds are the declared ones, not those that happen to occur", () => {
    const wider = parentsWith("maximum: 5, missing", "maximum: 7, missing");
    expect([...wider.items.talk2!]).toEqual([7, 6, 4, NAN, 3, 7, 6, 5]);
  });

  test("a score is the mean of what was answered, when enough was", () => {
    expect([...parents.scales.talk!]).toEqual([5, 4, 2, NAN, 4 / 3, 14 / 3, 13 / 3, 8 / 3]);
    expect(scored.notes.find(({ code }) => code === "study/too-few-answered")?.values).toEqual({
      scale: "talk",
      dropped: 1,
      total: 8,
      needed: 2,
    });
  });

  test.each([
    ["one of three answers, row 4 included", "0.3", [5, 4, 2, 3, 4 / 3, 14 / 3, 13 / 3, 8 / 3]],
    ["all answers, rows 3 and 4 lost", "1", [5, 4, NAN, NAN, 4 / 3, 14 / 3, 13 / 3, 8 / 3]],
  ])("minimumAnswered: %s", (_, minimum, expected) => {
    expect([...parentsWith("minimumAnswered: 0.6", `minimumAnswered: ${minimum}`).scales.talk!]).toEqual(expected);
  });

  test("a sum is what all items would have given, at the mean of those answered", () => {
    const sums = parentsWith("minimumAnswered: 0.6", "minimumAnswered: 0.6, score: sum").scales.talk!;
    expect([...sums]).toEqual([15, 12, 6, NAN, 4, 14, 13, 8]);
  });

  test("outcomes: declared missing codes and words for numbers", () => {
    const coded = parentsWith("minimum: 1, maximum: 10", "minimum: 1, maximum: 10, missing: [99], codes: { ten: 10 }", {
      texts: { grade: ["8", "7,5", "99", "ten", null, "7", "9", "5"] },
    });
    expect([...coded.outcomes.grade!]).toEqual([8, 7.5, NAN, 10, NAN, 7, 9, 5]);
  });

  test("a missing code of the whole file holds for its items and outcomes, and for no other file", () => {
    const all = parentsWith("label: Parents }", "label: Parents, missing: [0] }", {
      numbers: { talk1: [5, 4, 2, 3, 0, 4, 5, 2], grade: [0, 7, 5, 6, 4, 7, 9, 5] },
    });
    expect([all.items.talk1![4], all.outcomes.grade![0]]).toEqual([NAN, NAN]);
  });

  test("a teacher's answer stands with every parent who is linked to that teacher, and with no other", () => {
    expect([...valuesFor(scored, "parents", "warm")!]).toEqual([3, 7, 3, 7, 3, 7, 3, 7]);
    const lost = pilotTables({ texts: { teacher: ["y", null, "x", "y", "x", "y", "x", "y"] } });
    const partly = scoreStudy(PILOT, lost);
    expect([...valuesFor(partly, "parents", "warm")!].slice(0, 3)).toEqual([7, NAN, 3]);
    expect(partly.notes.find(({ code }) => code === "study/no-reference")?.values).toMatchObject({ count: 1 });
    expect(valuesFor(scored, "teachers", "talk")).toBeUndefined();
  });

  test("what was done is told: missing codes counted, items turned over named", () => {
    const told = Object.fromEntries(scored.notes.map(({ code, values }) => [code, values]));
    expect(told["study/missing-codes"]).toMatchObject({ count: 3, data: "parents" });
    expect(told["study/reversed"]).toEqual({ items: "talk2" });
  });

  test("a scored data set is a table again: keys, scales, outcomes", () => {
    const table = scoredTable(scored, "parents");
    expect(table.fields.map(({ name }) => name)).toEqual(["nr", "school", "kind", "talk", "grade"]);
    expect(categoriesOf(table, "school")).toEqual(["A", "A", "A", "B", "B", "B", "C", "C"]);
    expect(numbersOf(table, ["talk"]).talk).toEqual(parents.scales.talk);
  });
});

describe("refuses", () => {
  test("to score anything while one problem stands", () => {
    const wrong = pilotTables({ numbers: { grade: [80, 7, 5, 6, 4, 7, 9, 5] } });
    expect(() => scoreStudy(PILOT, wrong)).toThrow(expect.objectContaining({ code: "data/outside-range" }));
  });
});
