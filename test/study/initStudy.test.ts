import { describe, expect, test } from "vitest";
import { checkStudy } from "../../src/study/checkStudy.ts";
import { initStudy } from "../../src/study/initStudy.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

function table(columns: Readonly<Record<string, readonly number[]>>): Table {
  const rows = Object.values(columns)[0]!.length;
  return {
    source: "survey.csv",
    rows,
    fields: [
      textFieldOf(
        "nr",
        Array.from({ length: rows }, (_, i) => `r${i}`),
      ),
      textFieldOf(
        "school",
        Array.from({ length: rows }, (_, i) => `s${i % 2}`),
      ),
      ...Object.entries(columns).map(([name, values]) => numberFieldOf(name, Float64Array.from(values))),
    ],
  };
}

const guessed = (of: Table) => parseStudyFile(initStudy(of, "en"), "study.yaml");

const ITEMS = { talk1: [1, 2, 4, 3], talk2: [4, 1, 9, 2], talk3: [2, 99, 1, 4], grade: [6.5, 7, 8.25, 5.5] };

describe("a first study file", () => {
  test("finds id, school, items, a scale and an outcome, and passes its own check", () => {
    const study = guessed(table(ITEMS));
    expect(study.data.survey!.id).toBe("nr");
    expect(study.clusters).toEqual({ survey: "school" });
    expect(study.scales.talk!.items).toEqual(["talk1", "talk2", "talk3"]);
    expect(Object.keys(study.outcomes)).toEqual(["grade"]);
    expect(checkStudy(study, { survey: table(ITEMS) }).problems).toEqual([]);
  });

  test("a code that stands apart from the answers is guessed to be missing", () => {
    const { answerScales } = guessed(table(ITEMS));
    expect(Object.keys(answerScales)).toEqual(["from1to4"]);
    expect(Object.keys(answerScales.from1to4!.missing)).toEqual(["9", "99"]);
  });

  test("a 9 or an 8 that is the next answer, or one of two answers, stays an answer", () => {
    const { answerScales } = guessed(table({ a: [7, 8, 9, 6], b: [0, 1, 0, 1], c: [1, 9, 1, 9] }));
    expect(Object.keys(answerScales)).toEqual(["from6to9", "from0to1", "from1to9"]);
    expect(Object.values(answerScales).map(({ missing }) => missing)).toEqual([{}, {}, {}]);
  });

  test("comments are in the language asked for", () => {
    expect(initStudy(table(ITEMS), "nl")).toContain("niets erin is zeker");
  });
});
