import { describe, expect, test } from "vitest";
import { BetrokkenError } from "../../src/foundation/errors.ts";
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

/** code, line and place of every mistake in a text. */
function mistakes(text: string): [string, number | undefined, string | undefined][] {
  try {
    parseStudyFile(text, "study.yaml");
  } catch (error) {
    if (!(error instanceof BetrokkenError)) throw error;
    return error.problems.map(({ code, location }) => [code, location?.line, location?.column]);
  }
  return [];
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
  ] as const)("%s", (_, from, to, code, line) => {
    const found = changed(from, to);
    expect(found.map(([one]) => one)).toEqual([code]);
    expect(found[0]![1]).toBe(line);
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
