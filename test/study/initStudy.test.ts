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

describe("codes for no answer, as guessed", () => {
  const missingOf = (columns: Readonly<Record<string, readonly number[]>>) =>
    Object.values(guessed(table(columns)).answerScales).map(({ missing }) => Object.keys(missing).map(Number));

  test.each([
    ["9 after 1 to 5", [1, 2, 3, 4, 5, 9], [9]],
    ["99 and 98", [1, 2, 3, 98, 99, 2], [98, 99]],
    ["999", [0, 1, 0, 999, 1, 0], [999]],
    ["-1 before 1 to 4", [1, 2, 3, 4, -1, 2], [-1]],
    ["-9 before 0 to 3", [0, 1, 2, 3, -9, 2], [-9]],
    ["8 and 9 after 1 to 4", [1, 2, 3, 4, 8, 9], [8, 9]],
    ["nothing: 7 is no such code", [1, 2, 3, 4, 7, 2], []],
    ["nothing: 6 to 9 follow each other", [6, 7, 8, 9, 7, 6], []],
  ])("%s", (_, values, expected) => {
    expect(missingOf({ q: values })).toEqual([expected]);
  });

  test("a code that is alone in its column is held against the answers of its battery", () => {
    const battery = { q1: [1, 2, 3, 4], q2: [9, 9, 9, 9], q3: [3, 9, 3, 9] };
    expect(missingOf(battery)).toEqual([[9]]);
    expect(Object.keys(guessed(table(battery)).items)).toEqual(["q1", "q2", "q3"]);
    expect(missingOf({ only: [3, 9, 3, 9] })).toEqual([[]]);
  });

  test("the items of a battery share the bounds that any of them shows", () => {
    const { items, answerScales } = guessed(table({ q1: [1, 2, 3, 4], q2: [2, 3, 3, 2], q3: [2, 5, 3, 4] }));
    expect(Object.keys(answerScales)).toEqual(["from1to5"]);
    expect(Object.values(items).map(({ answerScale }) => answerScale)).toEqual(Array(3).fill("from1to5"));
  });

  test("columns that share a name but not their answers are looked at one by one", () => {
    const { items, outcomes, scales } = guessed(table({ v1: [1, 2, 3, 4], v2: [31, 45, 28, 60], v3: [0, 1, 1, 0] }));
    expect(Object.keys(items)).toEqual(["v1", "v3"]);
    expect([Object.keys(outcomes), Object.keys(scales)]).toEqual([["v2"], []]);
  });

  test("outcomes: 99 far above the grades, -9 far below them; 8 and 9 are grades, 99 among scores is a score", () => {
    const { outcomes } = guessed(
      table({
        grade: [6.5, 8, 9, 99, -9, 7.25],
        test: [88, 92.5, 97, 99, 101, 60],
        change: [-2.5, -1, 0, 3.5, 2, -2],
      }),
    );
    expect(Object.keys(outcomes.grade!.missing).map(Number).sort()).toEqual([-9, 99]);
    expect([outcomes.test!.missing, outcomes.change!.missing]).toEqual([{}, {}]);
  });

  test("each is marked as a guess in the file, in the reader's language", () => {
    const columns = { q: [1, 2, 3, 9], grade: [6.5, 7, 99, 8] };
    expect(initStudy(table(columns), "en")).toMatch(/missing: \[ ?9 ?\] # a guess: this code stands apart/);
    expect(initStudy(table(columns), "nl").match(/# een gissing: deze code staat apart/g)).toHaveLength(2);
  });

  test("a column named as its battery, a column with one answer or none: still a sound study file", () => {
    const nan = Number.NaN;
    const columns = {
      talk: [6.5, 7.5, 8.5, 5.5],
      talk1: [1, 2, 3, 4],
      talk2: [1, 2, 3, 4],
      talk3: [1, 2, 3, 4],
      wave: [2, 2, 2, 2],
      empty: [nan, nan, nan, nan],
    };
    const study = guessed(table(columns));
    expect(Object.keys(study.scales)).toEqual(["talkScale"]);
    expect(Object.keys(study.outcomes)).toEqual(["talk"]);
    expect(checkStudy(study, { survey: table(columns) }).problems).toEqual([]);
  });
});
