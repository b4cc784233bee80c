import { describe, expect, test } from "vitest";
import { BetrokkenError, problemText } from "../../src/foundation/errors.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";

const SMALL = `betrokken: 1
title: Pilot
data:
  parents: { file: p.csv, role: parent, id: nr }
answerScales:
  often: { minimum: 1, maximum: 4 }
items:
  talk1: { label: { nl: praten, en: talking }, answerScale: often, measures: fan_chen/communication }
  talk2: { label: luisteren, answerScale: often, reversed: true }
scales:
  talk: { label: Talk, items: [talk1, talk2] }
outcomes:
  grade: { label: Grade, minimum: 1, maximum: 10 }
analyses:
  main: { predictors: [talk], outcomes: [grade] }
`;

function refusal(text: string): BetrokkenError {
  try {
    parseStudyFile(text, "study.yaml");
  } catch (error) {
    if (error instanceof BetrokkenError) return error;
    throw error;
  }
  throw new Error("it was taken for a sound study file");
}

/** code, line and place of every mistake in a text. */
function mistakes(text: string): [string, number | undefined, string | undefined][] {
  return refusal(text).problems.map(({ code, location }) => [code, location?.line, location?.column]);
}

function changed(from: string, to: string): [string, number | undefined, string | undefined][] {
  expect(SMALL).toContain(from);
  return mistakes(SMALL.replace(from, to));
}

describe("agrees with what was written", () => {
  test("every default is filled in, one text stands for both languages", () => {
    const study = parseStudyFile(SMALL, "study.yaml");
    expect(study).toMatchObject({ language: "nl", synthetic: false, disclosure: "strict", links: [], clusters: {} });
    expect(study.items.talk2).toMatchObject({ label: { nl: "luisteren", en: "luisteren" }, reversed: true });
    expect(study.scales.talk).toMatchObject({ score: "mean", minimumAnswered: 0.8 });
    expect(study.analyses.main).toMatchObject({ byGroup: false, adjust: "holm" });
  });

  test("JSON is read like YAML", () => {
    const study = parseStudyFile(SMALL, "study.yaml");
    const { label: _label, ...rest } = study.analyses.main!;
    const json = JSON.stringify({ ...study, analyses: { main: rest } });
    expect(parseStudyFile(json, "study.json")).toEqual(study);
  });
});

describe("refuses, each with its line and place", () => {
  test.each([
    ["a key that does not exist", "reversed: true", "revrsed: true", "study/unknown-key", 9],
    ["a key that is needed", "label: Talk, ", "", "study/missing-key", 11],
    ["another kind of value", "maximum: 4", "maximum: four", "study/invalid", 6],
    ["a role nobody has", "role: parent", "role: mother", "study/invalid", 4],
    ["an item that is not there", "[talk1, talk2]", "[talk1, tlk2]", "study/unknown-name", 11],
    ["an item twice in a scale", "[talk1, talk2]", "[talk1, talk1]", "study/repeated", 11],
    [
      "an answer scale that is not there",
      "answerScale: often, reversed",
      "answerScale: offen, reversed",
      "study/unknown-name",
      9,
    ],
    ["a component that no theory has", "fan_chen/communication", "fan_chen/comunication", "study/unknown-component", 8],
    ["a reversed item without bounds", "answerScale: often, reversed", "reversed", "study/needs-answer-scale", 9],
    ["bounds the wrong way round", "minimum: 1, maximum: 4", "minimum: 4, maximum: 1", "study/bounds", 6],
    ["a missing code inside the scale", "maximum: 4 }", "maximum: 4, missing: [3] }", "study/missing-code-inside", 6],
    ["a predictor that is not there", "predictors: [talk]", "predictors: [walk]", "study/unknown-name", 15],
    [
      "groups asked for that are not declared",
      "outcomes: [grade] }",
      "outcomes: [grade], byGroup: true }",
      "study/no-group",
      15,
    ],
    ["another version of the format", "betrokken: 1", "betrokken: 2", "study/invalid", 1],
    ["a data set with a dot in its name", "  parents: {", "  my.parents: {", "study/invalid-key", 4],
    ["a label of no answer", "maximum: 4 }", "maximum: 4, labels: { often: vaak } }", "study/invalid-key", 6],
    [
      "a label of an answer outside the bounds",
      "maximum: 4 }",
      "maximum: 4, labels: { 5: vaak } }",
      "study/code-outside",
      6,
    ],
    [
      "a word for a number outside the bounds",
      "maximum: 4 }",
      "maximum: 4, codes: { vaak: 5 } }",
      "study/code-outside",
      6,
    ],
    ["a missing code that an item can have", "id: nr }", "id: nr, missing: [4] }", "study/missing-code-inside", 4],
    [
      "a missing code that an outcome can have",
      "maximum: 10 }",
      "maximum: 10, missing: [9] }",
      "study/missing-code-inside",
      13,
    ],
    [
      "bounds of an outcome the wrong way round",
      "minimum: 1, maximum: 10",
      "minimum: 10, maximum: 1",
      "study/bounds",
      13,
    ],
    ["a scale without items", "[talk1, talk2]", "[]", "study/invalid", 11],
    ["a share above 1", "[talk1, talk2] }", "[talk1, talk2], minimumAnswered: 80 }", "study/invalid", 11],
    ["a label in one language", "{ nl: praten, en: talking }", "{ nl: praten }", "study/missing-key", 8],
    [
      "an item of a data set that is not there",
      "label: luisteren",
      "data: mothers, label: luisteren",
      "study/unknown-name",
      9,
    ],
    [
      "clusters of a data set that is not there",
      "outcomes:\n",
      "clusters: { mothers: school }\noutcomes:\n",
      "study/unknown-name",
      12,
    ],
    [
      "a link that is no data.column",
      "outcomes:\n",
      "links: [{ from: parents, to: parents.nr }]\noutcomes:\n",
      "study/invalid",
      12,
    ],
    [
      "a link to a data set that is not there",
      "outcomes:\n",
      "links: [{ from: parents.t, to: mothers.nr }]\noutcomes:\n",
      "study/unknown-name",
      12,
    ],
    ["a main outcome that is not there", "outcomes:\n", "mainOutcome: mark\noutcomes:\n", "study/unknown-name", 12],
    [
      "a correction that does not exist",
      "outcomes: [grade] }",
      "outcomes: [grade], adjust: tukey }",
      "study/invalid",
      15,
    ],
  ] as const)("%s", (_, from, to, code, line) => {
    const found = changed(from, to);
    expect(found.map(([one]) => one)).toEqual([code]);
    expect(found[0]![1]).toBe(line);
  });

  test.each([
    ["an item that does not say which", "talk2: { data: parents, ", "talk2: { ", "study/needs-data", 10],
    ["a scale of two data sets", "talk2: { data: parents", "talk2: { data: teachers", "study/mixed-data", 12],
    ["an outcome that no link leads to", "grade: { data: parents", "grade: { data: teachers", "study/no-link", 16],
  ] as const)("two data sets: %s", (_, from, to, code, line) => {
    const two = SMALL.replace("id: nr }", "id: nr }\n  teachers: { file: t.csv, role: teacher }")
      .replaceAll(/(talk\d|grade): \{ /g, "$1: { data: parents, ")
      .replace("main: {", "main: { data: parents,");
    expect(parseStudyFile(two, "study.yaml").items.talk1!.data).toBe("parents");
    expect(mistakes(two.replace(from, to)).map(([found, at]) => [found, at])).toEqual([[code, line]]);
  });

  test("what was probably meant", () => {
    const text = SMALL.replace("[talk1, talk2]", "[talk1, tlk2]").replace("communication", "comunication");
    const said = refusal(text).problems.map((problem) => problemText(problem, "en"));
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^study\.yaml, line 8, column items\.talk1\.measures: .*fan_chen\/communication/);
    expect(said[1]).toMatch(/^study\.yaml, line 11, column scales\.talk\.items\.1: .*talk2/);
  });

  test("a list of components: each is known, none stands twice", () => {
    const list = (ids: string) => SMALL.replace("measures: fan_chen/communication", `measures: [${ids}]`);
    const sound = parseStudyFile(list("fan_chen/communication, fan_chen/supervision"), "study.yaml");
    expect(sound.items.talk1!.measures).toEqual(["fan_chen/communication", "fan_chen/supervision"]);
    const twice = list("fan_chen/communication, fan_chen/comunication, fan_chen/communication");
    expect(
      mistakes(twice)
        .map(([code]) => code)
        .sort(),
    ).toEqual(["study/repeated", "study/unknown-component"]);
  });

  test.each(["", "[]", "just words", "# nothing but a comment\n"])("what is no study at all: %j", (text) => {
    expect(mistakes(text).map(([code]) => code)).toEqual(["study/invalid"]);
  });

  test("a study without data", () => {
    expect(mistakes("{ betrokken: 1, title: T, data: {} }").map(([code]) => code)).toEqual(["study/invalid"]);
    expect(mistakes("{ betrokken: 1, title: T }").map(([code]) => code)).toEqual(["study/missing-key"]);
    expect(mistakes("{ betrokken: 1, title: T, data: p.csv }").map(([code]) => code)).toEqual(["study/invalid"]);
  });

  test("the same mistakes in JSON, with the lines of the JSON file", () => {
    const json = JSON.stringify(
      {
        betrokken: 1,
        title: "Pilot",
        data: { parents: { file: "p.csv", role: "mother" } },
        items: { talk1: { label: "a", answerScale: "often" } },
        scales: { talk: { labl: "T", items: ["talk1", "talk2"] } },
      },
      null,
      1,
    );
    const lines = json.split("\n");
    const lineOf = (text: string) => lines.findIndex((line) => line.includes(text)) + 1;
    expect(mistakes(json)).toEqual([
      ["study/invalid", lineOf('"mother"'), "data.parents.role"],
      ["study/unknown-name", lineOf('"answerScale"'), "items.talk1.answerScale"],
      ["study/missing-key", lineOf('"talk": {'), "scales.talk"],
      ["study/unknown-key", lineOf('"labl"'), "scales.talk.labl"],
    ]);
    expect(mistakes("{ betrokken: 1, ").map(([code]) => code)).toContain("study/yaml");
  });

  test("all mistakes at once, in the order of the file", () => {
    const text = SMALL.replace("maximum: 4", "maximum: four")
      .replace("[talk1, talk2]", "[talk1, tlk2]")
      .replace("title: Pilot", "titel: Pilot");
    expect(mistakes(text).map(([code]) => code)).toEqual([
      "study/missing-key",
      "study/unknown-key",
      "study/invalid",
      "study/unknown-name",
    ]);
  });

  test("a name used for a scale and for an outcome", () => {
    const text = SMALL.replace("  grade:", "  talk:").replace("outcomes: [grade]", "outcomes: [talk]");
    expect(mistakes(text).map(([code]) => code)).toEqual(["study/duplicate-name"]);
  });

  test("what is not YAML, with the line where reading stopped", () => {
    const found = mistakes(`${SMALL}  broken: [1, 2\n`);
    expect(found[0]![0]).toBe("study/yaml");
    expect(found[0]![1]).toBeGreaterThan(14);
  });

  test("aliases that multiply without end", () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`,
    );
    expect(mistakes(`a0: &a0 [x]\n${levels.join("\n")}`)[0]![0]).toBe("study/yaml");
  });
});
