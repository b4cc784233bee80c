import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { describe as describeVariables } from "../../src/inference/describe.ts";
import { pearsonCorrelation } from "../../src/inference/pearsonCorrelation.ts";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { scoreStudy } from "../../src/study/scoreStudy.ts";
import type { StudyAnalysis } from "../../src/study/studyAnalysis.ts";
import { exampleTables, STUDY } from "./exampleStudy.ts";
import { PILOT, PILOT_FILE, pilotTables } from "./pilotStudy.ts";

const NAN = Number.NaN;
const CONSTANT = { talk1: Array(8).fill(3), talk2: Array(8).fill(3), talk3: Array(8).fill(3) };

function codesOf({ notes }: StudyAnalysis): string[] {
  return notes.map(({ code, values }) => (values.what === undefined ? code : `${code}: ${values.what}`));
}

describe("agrees with its statistics, called by hand on the scored answers", () => {
  const { items, scales, outcomes, clusters, groups } = scoreStudy(PILOT, pilotTables()).data.parents!;
  const talk = scales.talk!;
  const grade = outcomes.grade!;
  const analysis = analyseStudy(PILOT, pilotTables());

  test("reliability of the items as scored", () => {
    const alone = cronbachAlpha({ items: { talk1: items.talk1!, talk2: items.talk2!, talk3: items.talk3! } });
    expect(analysis.reliability).toEqual([{ scale: "talk", result: alone }]);
  });

  test("descriptives, over all rows and group by group", () => {
    const variables = { talk, grade };
    const own = analysis.descriptives.filter(({ data }) => data === "parents");
    expect(own).toEqual([
      { data: "parents", byGroup: false, result: describeVariables({ variables }) },
      { data: "parents", byGroup: true, result: describeVariables({ variables, group: groups! }) },
    ]);
  });

  test("the share between schools, only where schools are declared", () => {
    expect(analysis.clustering).toEqual([
      { variable: "talk", data: "parents", result: intraclassCorrelation({ values: talk, cluster: clusters! }) },
      { variable: "grade", data: "parents", result: intraclassCorrelation({ values: grade, cluster: clusters! }) },
    ]);
  });

  test("correlations over all rows, with the linked teacher's answer, in clusters", () => {
    const warm = [3, 7, 3, 7, 3, 7, 3, 7];
    const alone = pearsonCorrelation({ variables: { talk, warm }, with: { grade }, cluster: clusters! });
    expect(analysis.correlations[0]).toMatchObject({ name: "main", group: null, result: alone });
  });
});

describe("groups", () => {
  test("each is analysed apart, by its label, on its own rows", async () => {
    const { correlations } = analyseStudy(STUDY, await exampleTables());
    const grouped = correlations.filter(({ group }) => group !== null);
    expect(grouped.map(({ name, group }) => `${name}: ${group!.nl}`)).toEqual([
      "teachers: Regulier basisonderwijs",
      "teachers: Speciaal onderwijs",
      "teachers: Stimuleringsschool",
    ]);
    const used = grouped.map(({ result }) => result.sample.used + result.sample.dropped);
    expect(used.reduce((sum, n) => sum + n, 0)).toBe(842);
  });

  test("who is in the study: rows, schools, groups with their label and rows", () => {
    expect(analyseStudy(PILOT, pilotTables()).samples).toEqual([
      {
        data: "parents",
        label: { nl: "Parents", en: "Parents" },
        role: "parent",
        rows: 8,
        clusters: 3,
        groups: {
          regular: { label: { nl: "regular", en: "regular" }, rows: 6 },
          special: { label: { nl: "special", en: "special" }, rows: 2 },
        },
        groupedBy: { nl: "kind", en: "kind" },
      },
      {
        data: "teachers",
        label: { nl: "teachers", en: "teachers" },
        role: "teacher",
        rows: 2,
        clusters: null,
        groups: null,
        groupedBy: null,
      },
    ]);
  });
});

describe("a part that its data do not allow is left out, with a note that names it", () => {
  test("a scale that does not vary", () => {
    const analysis = analyseStudy(PILOT, pilotTables({ numbers: CONSTANT }));
    expect(analysis.reliability).toEqual([]);
    expect(codesOf(analysis)).toContain("study/nothing-varies: talk");
    const [whole] = analysis.correlations;
    expect(whole!.result.notes.map(({ code }) => code)).toContain("pair/constant");
  });

  test("a scale nobody answered", () => {
    const none = Array(8).fill(NAN);
    const analysis = analyseStudy(PILOT, pilotTables({ numbers: { talk1: none, talk2: none, talk3: none } }));
    expect(analysis.reliability).toEqual([]);
    expect(codesOf(analysis)).toContain("study/too-few: talk");
    expect(analysis.clustering.map(({ variable }) => variable)).toEqual(["grade"]);
  });

  test("a school of one's own for everyone: no share between schools, all else stands", () => {
    const analysis = analyseStudy(PILOT, pilotTables({ texts: { school: ["A", "B", "C", "D", "E", "F", "G", "H"] } }));
    expect(analysis.clustering).toEqual([]);
    expect(codesOf(analysis)).toContain("study/single-rows: talk");
    expect(analysis.reliability).toHaveLength(1);
    expect(analysis.correlations).not.toEqual([]);
  });

  test("one school, or none filled in", () => {
    for (const school of ["A", null]) {
      const analysis = analyseStudy(PILOT, pilotTables({ texts: { school: Array(8).fill(school) } }));
      expect(analysis.clustering).toEqual([]);
      expect(codesOf(analysis)).toContain("study/too-few: grade");
    }
  });
});

describe("always", () => {
  let example: StudyAnalysis;
  beforeAll(async () => {
    example = analyseStudy(STUDY, await exampleTables());
  });

  test("a result is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(example))).toEqual(example);
  });

  test("a scale of one item has no reliability, and a note says so", () => {
    const text = PILOT_FILE.replace("outcomes:\n", "  alone: { label: Alone, items: [warm] }\noutcomes:\n");
    const analysis = analyseStudy(parseStudyFile(text, "study.yaml"), pilotTables());
    expect(analysis.reliability.map(({ scale }) => scale)).toEqual(["talk"]);
    expect(codesOf(analysis)).toContain("study/single-item");
  });

  test("whatever is missing, constant or alone: what can be computed is, and nothing stops the rest", () => {
    const key = (...levels: string[]) => fc.array(fc.constantFrom(null, ...levels), { minLength: 8, maxLength: 8 });
    const answers = (...codes: number[]) => fc.array(fc.constantFrom(NAN, ...codes), { minLength: 8, maxLength: 8 });
    const few = fc.oneof(answers(), answers(3), answers(1, 5, 9), answers(1, 2, 3, 4, 5, 9));
    fc.assert(
      fc.property(
        fc.record({ talk1: few, talk2: few, talk3: few, grade: fc.oneof(answers(), answers(7), answers(5.5, 6, 8)) }),
        fc.record({
          school: fc.oneof(key(), key("A"), key("A", "B", "C", "D", "E", "F", "G", "H")),
          kind: key("regular", "special"),
          teacher: key("x", "y"),
        }),
        (numbers, texts) => {
          const analysis = analyseStudy(PILOT, pilotTables({ numbers, texts }));
          expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
          const told = codesOf(analysis).join(" ");
          expect(analysis.reliability.length === 1 || told.includes(": talk")).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("progress counts the analyses, to the last", async () => {
    const steps: string[] = [];
    const progress = (done: number, total: number) => void steps.push(`${done}/${total}`);
    expect(analyseStudy(STUDY, await exampleTables(), { progress })).toEqual(example);
    expect(steps).toEqual(["1/3", "2/3", "3/3"]);
  });
});

describe("refuses", () => {
  test("to go on when told to stop, before the work or between two analyses", async () => {
    expect(() => analyseStudy(PILOT, pilotTables(), { signal: AbortSignal.abort() })).toThrow(/abort/i);
    const stop = new AbortController();
    const steps: number[] = [];
    const progress = (done: number) => {
      steps.push(done);
      stop.abort();
    };
    const tables = await exampleTables();
    expect(() => analyseStudy(STUDY, tables, { progress, signal: stop.signal })).toThrow(/abort/i);
    expect(steps).toEqual([1]);
  });

  test("data with problems: all of them, and nothing is computed", () => {
    const wrong = pilotTables({ numbers: { talk1: [7, 7, 1, 1, 1, 1, 1, 1] } });
    expect(() => analyseStudy(PILOT, wrong)).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ code: "data/not-a-code" }),
          expect.objectContaining({ code: "data/not-a-code" }),
        ],
      }),
    );
  });
});
