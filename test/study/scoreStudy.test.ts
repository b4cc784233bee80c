import { describe, expect, test } from "vitest";
import { problemText } from "../../src/foundation/errors.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import { checkStudy } from "../../src/study/checkStudy.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { scoreStudy, valuesFor } from "../../src/study/scoreStudy.ts";
import { numberFieldOf, textFieldOf } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

const STUDY = parseStudyFile(
  `
betrokken: 1
title: Pilot
data:
  parents: { file: p.csv, role: parent, id: nr }
  teachers: { file: t.csv, role: teacher, id: code }
links: [{ from: parents.teacher, to: teachers.code }]
clusters: { parents: school }
groups: { parents: kind }
answerScales: { often: { minimum: 1, maximum: 5, missing: [9] } }
items:
  talk1: { data: parents, label: a, answerScale: often }
  talk2: { data: parents, label: b, answerScale: often, reversed: true }
  talk3: { data: parents, label: c, answerScale: often }
  warm: { data: teachers, label: d }
scales:
  talk: { label: Talk, items: [talk1, talk2, talk3], minimumAnswered: 0.6 }
outcomes:
  grade: { data: parents, label: Grade, minimum: 1, maximum: 10 }
analyses:
  main: { data: parents, predictors: [talk, warm], outcomes: [grade], byGroup: true }
`,
  "study.yaml",
);

const TALK1 = [5, 4, 2, 3, 1, 4, 5, 2];
const GRADE = [8, 7, 5, 6, 4, 7, 9, 5];

function tables(
  changes: Readonly<Record<string, readonly number[]>> = {},
  ids?: readonly string[],
): Record<string, Table> {
  const columns: Record<string, readonly number[]> = {
    talk1: TALK1,
    talk2: [1, 2, 4, 9, 5, 1, 2, 3],
    talk3: [5, 4, 9, 9, 2, 5, 4, 3],
    grade: GRADE,
    ...changes,
  };
  const text = (name: string, values: readonly string[]) => textFieldOf(name, values);
  return {
    parents: {
      source: "p.csv",
      rows: 8,
      fields: [
        text("nr", ids ?? ["1", "2", "3", "4", "5", "6", "7", "8"]),
        text("teacher", ["x", "y", "x", "y", "x", "y", "x", "y"]),
        text("school", ["A", "A", "A", "B", "B", "B", "C", "C"]),
        text("kind", ["special", "regular", "regular", "regular", "regular", "regular", "regular", "special"]),
        ...Object.entries(columns).map(([name, values]) => numberFieldOf(name, Float64Array.from(values))),
      ],
    },
    teachers: {
      source: "t.csv",
      rows: 2,
      fields: [text("code", ["x", "y"]), numberFieldOf("warm", Float64Array.of(3, 7))],
    },
  };
}

const problems = (of: Record<string, Table>) => checkStudy(STUDY, of).problems;

describe("scoring", () => {
  const scored = scoreStudy(STUDY, tables());
  const parents = scored.data.parents!;

  test("a reversed item is turned over by its declared bounds, a missing code is missing", () => {
    expect([...parents.items.talk2!]).toEqual([5, 4, 2, Number.NaN, 1, 5, 4, 3]);
  });

  test("a score is the mean of what was answered, when enough was", () => {
    expect([...parents.scales.talk!]).toEqual([5, 4, 2, Number.NaN, 4 / 3, 14 / 3, 13 / 3, 8 / 3]);
    expect(scored.notes.find(({ code }) => code === "study/too-few-answered")?.values).toMatchObject({ dropped: 1 });
  });

  test("a teacher's answer stands with every parent who is linked to that teacher", () => {
    expect([...valuesFor(scored, "parents", "warm")!]).toEqual([3, 7, 3, 7, 3, 7, 3, 7]);
  });

  test("what was done is told: missing codes counted, items turned over named", () => {
    const told = Object.fromEntries(scored.notes.map(({ code, values }) => [code, values]));
    expect(told["study/missing-codes"]).toMatchObject({ count: 3, data: "parents" });
    expect(told["study/reversed"]).toEqual({ items: "talk2" });
  });
});

describe("checking finds, with file, row and column and never the answer itself", () => {
  test.each([
    ["an answer outside its scale", { talk1: [5, 4, 2, 3, 1, 4, 6, 2] }, "data/not-a-code", 7, "talk1"],
    ["a grade outside its bounds", { grade: [8, 7, 5, 66, 4, 7, 9, 5] }, "data/outside-range", 4, "grade"],
  ] as const)("%s", (_, changes, code, row, column) => {
    const [found, ...rest] = problems(tables(changes));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ code, location: { source: "p.csv", row, column } });
    for (const language of ["nl", "en"] as const) expect(problemText(found!, language)).not.toMatch(/66/);
  });

  test("an id twice, and a teacher who is not there", () => {
    const twice = problems(tables({}, ["1", "2", "2", "4", "5", "6", "7", "8"]));
    expect(twice.map(({ code }) => code)).toEqual(["data/duplicate-id"]);
    const lost = {
      ...tables(),
      teachers: {
        ...tables().teachers!,
        rows: 1,
        fields: [textFieldOf("code", ["x"]), numberFieldOf("warm", Float64Array.of(3))],
      },
    };
    expect(problems(lost)[0]).toMatchObject({ code: "study/not-matched", location: { row: 2, column: "teacher" } });
  });

  test("columns and files that are not there, all at once", () => {
    const { teachers: _gone, ...rest } = tables();
    const found = problems({ parents: { ...rest.parents!, fields: rest.parents!.fields.slice(0, -1) } });
    expect(found.map(({ code }) => code)).toEqual(["study/no-table", "data/unknown-column"]);
  });
});

describe("analysing", () => {
  test("a part that its data do not allow is left out with a note; the others stand", () => {
    const analysis = analyseStudy(STUDY, tables());
    const groups = analysis.correlations.map(({ group }) => group?.en ?? "all");
    expect(groups).toContain("all");
    expect(analysis.reliability.map(({ scale }) => scale)).toEqual(["talk"]);
    expect(analysis.samples.map(({ data, rows, clusters }) => [data, rows, clusters])).toEqual([
      ["parents", 8, 3],
      ["teachers", 2, null],
    ]);
    expect(analysis.descriptives.filter(({ byGroup }) => byGroup)).toHaveLength(1);
  });

  test("a constant scale gives a note, not an end", () => {
    const constant = { talk1: Array(8).fill(3), talk2: Array(8).fill(3), talk3: Array(8).fill(3) };
    const analysis = analyseStudy(STUDY, tables(constant));
    expect(analysis.reliability).toEqual([]);
    const codes = analysis.correlations.flatMap(({ result }) => result.notes.map(({ code }) => code));
    expect(codes).toContain("pair/constant");
  });

  test("progress is told per analysis, and a stop is obeyed", () => {
    const steps: string[] = [];
    analyseStudy(STUDY, tables(), { progress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(["0/1"]);
    expect(() => analyseStudy(STUDY, tables(), { signal: AbortSignal.abort() })).toThrow(/abort/i);
  });
});
