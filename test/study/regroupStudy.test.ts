import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pearson } from "../../src/numeric/pearson.ts";
import { readTable } from "../../src/sources/readTable.ts";
import { analyseStudy, type StudyAnalysis } from "../../src/study/analyseStudy.ts";
import { parseStudyFile } from "../../src/study/parseStudyFile.ts";
import { coverageRows, regroupedRows, regroupedTable } from "../../src/study/regroupedReport.ts";
import { regroupStudy } from "../../src/study/regroupStudy.ts";
import { numbersOf, type Table } from "../../src/table/table.ts";
import { ROOT } from "../sourceFiles.ts";

const FOLDER = join(ROOT, "data", "example-study");
const STUDY = parseStudyFile(readFileSync(join(FOLDER, "study.yaml"), "utf8"), "study.yaml");
const TABLES: Record<string, Table> = {};

beforeAll(async () => {
  for (const [name, { file }] of Object.entries(STUDY.data)) TABLES[name] = (await readTable(join(FOLDER, file))).table;
});

/** name: outcome target, for every scale. */
function placed(theory: string, mappings: "stated" | "all" = "all"): Record<string, string> {
  const { variables } = regroupStudy(STUDY, theory, { mappings });
  return Object.fromEntries(
    variables.map(({ name, mapping }) => {
      const names = mapping?.candidates.map(({ component }) => component).join(" ") ?? "";
      const target = mapping?.target ?? (names === "" ? "" : `${names}?`);
      return [name, `${mapping?.outcome ?? "unnamed"} ${target}`.trim()];
    }),
  );
}

function correlation(analysis: StudyAnalysis, x: string, y: string) {
  const pairs = analysis.correlations.filter(({ group }) => group === null).flatMap(({ result }) => result.pairs);
  return pairs.find((pair) => pair.x === x && pair.y === y && pair.level === "total");
}

const NO_COMPONENT = { engagement: "unnamed", competence: "unnamed" };

describe("the example study under", () => {
  test("Hill & Tyson: stated, inferred, unmapped", () => {
    expect(placed("hill_tyson")).toEqual({
      expectations: "stated hill_tyson/academic_socialization",
      communication: "inferred hill_tyson/home_based",
      supervision: "inferred hill_tyson/home_based",
      contact: "unmapped",
      participation: "unmapped",
      inclusion: "unmapped",
      teacherContact: "unmapped",
      ...NO_COMPONENT,
    });
  });

  test("Hill & Tyson by stated links alone", () => {
    expect(placed("hill_tyson", "stated")).toMatchObject({
      expectations: "stated hill_tyson/academic_socialization",
      communication: "unmapped",
      supervision: "unmapped",
    });
  });

  test("Fan & Chen: own components, participation ambiguous", () => {
    expect(placed("fan_chen")).toEqual({
      expectations: "own fan_chen/expectations",
      communication: "own fan_chen/communication",
      supervision: "own fan_chen/supervision",
      contact: "unmapped",
      participation: "ambiguous fan_chen/participation?",
      inclusion: "unmapped",
      teacherContact: "unmapped",
      ...NO_COMPONENT,
    });
  });

  test("Jeynes: inferred, ambiguous, unmapped", () => {
    expect(placed("jeynes2007")).toMatchObject({
      expectations: "inferred jeynes2007/expectations",
      communication: "unmapped",
      supervision: "ambiguous jeynes2007/rules?",
    });
  });

  test("Lusse (2013): parents and teachers under one component", () => {
    expect(placed("lusse2013")).toMatchObject({
      expectations: "inferred lusse2013/home_learning",
      contact: "inferred lusse2013/cooperation",
      participation: "inferred lusse2013/participation",
      teacherContact: "inferred lusse2013/cooperation",
      inclusion: "unmapped",
    });
  });

  test("Lusse (2011): stated through Hill & Tyson, own, unmapped", () => {
    expect(placed("lusse2011")).toMatchObject({
      expectations: "stated lusse2011/support",
      contact: "own lusse2011/contact",
      teacherContact: "own lusse2011/contact",
      communication: "unmapped",
    });
  });
});

describe("agrees with scores made by hand", () => {
  test("a regrouped score is the mean of the items of the scales that fall there", () => {
    const { study, scales } = regroupStudy(STUDY, "hill_tyson");
    const home = scales.find(({ component }) => component === "hill_tyson/home_based")!;
    expect(home.from).toEqual(["communication", "supervision"]);
    expect(home.items).toHaveLength(9);
    const columns = numbersOf(TABLES.parents!, [...home.items, "cijfer"]);
    const kept: [number, number][] = [];
    for (let row = 0; row < TABLES.parents!.rows; row++) {
      const answers = home.items
        .map((item) => columns[item]![row]!)
        .filter((value) => !Number.isNaN(value) && value !== 9);
      const grade = columns.cijfer![row]!;
      if (answers.length < 8 || Number.isNaN(grade)) continue;
      kept.push([answers.reduce((sum, value) => sum + value, 0) / answers.length, grade]);
    }
    const r = pearson(
      kept.map(([score]) => score),
      kept.map(([, grade]) => grade),
    );
    const pair = correlation(analyseStudy(study, TABLES), home.name, "grade")!;
    expect(pair.n).toBe(kept.length);
    expect(pair.r).toBeCloseTo(r, 12);
  });
});

describe("always", () => {
  test("a component made of one scale has that scale's correlations", () => {
    const before = correlation(analyseStudy(STUDY, TABLES), "expectations", "grade")!;
    const after = analyseStudy(regroupStudy(STUDY, "hill_tyson").study, TABLES);
    const pair = correlation(after, "hill_tyson/academic_socialization:parents", "grade")!;
    expect([pair.r, pair.n]).toEqual([before.r, before.n]);
  });

  test("data sets stay apart: parents and teachers each have their own cooperation", () => {
    const { scales, study } = regroupStudy(STUDY, "lusse2013");
    const both = scales.filter(({ component }) => component === "lusse2013/cooperation");
    expect(both.map(({ data, items }) => [data, items.length])).toEqual([
      ["parents", 5],
      ["teachers", 4],
    ]);
    expect(study.scales["lusse2013/cooperation:teachers"]!.label.nl).toMatch(/\(leraren, afgeleid\)$/);
    const sides = study.analyses.bothSides!;
    expect([sides.predictors, sides.outcomes]).toEqual([
      ["lusse2013/cooperation:teachers"],
      ["lusse2013/cooperation:parents"],
    ]);
  });

  test("what is inferred is marked in the label; what is stated is not", () => {
    const { study } = regroupStudy(STUDY, "hill_tyson");
    const labels = Object.values(study.scales).map(({ label }) => label.en);
    expect(labels).toContain("Home-based involvement (inferred)");
    expect(labels).toContain("Academic socialization");
  });

  test("unmapped predictors are left out, outcomes stay, an empty analysis goes with a note", () => {
    const { study, notes } = regroupStudy(STUDY, "hill_tyson");
    expect(Object.keys(study.analyses)).toEqual(["involvement"]);
    expect(study.analyses.involvement!.outcomes).toEqual(["grade", "engagement"]);
    expect(study.analyses.involvement!.predictors).toHaveLength(2);
    const dropped = notes
      .filter(({ code }) => code === "regroup/analysis-dropped")
      .map(({ values }) => values.analysis);
    expect(dropped).toEqual(["teachers", "bothSides"]);
  });

  test("items with different answer scales in one mean are noted", () => {
    const note = regroupStudy(STUDY, "hill_tyson").notes.find(({ code }) => code === "regroup/mixed-answer-scales");
    expect(note?.values).toEqual({ name: "hill_tyson/home_based:parents", ranges: "1-5, 1-4" });
  });

  test("the study itself is not changed", () => {
    const before = JSON.stringify(STUDY);
    regroupStudy(STUDY, "lusse2013");
    expect(JSON.stringify(STUDY)).toBe(before);
  });

  test("table, rows and coverage tell of every scale and of what is missed", () => {
    const regrouping = regroupStudy(STUDY, "fan_chen");
    expect(regrouping.missed).toEqual(["fan_chen/participation", "fan_chen/general"]);
    expect(regroupedRows(regrouping)).toHaveLength(9);
    const table = regroupedTable(regrouping, "nl");
    expect(table.body).toHaveLength(9);
    expect(table.notes.join(" ")).toContain("Niet met zekerheid gemeten: Contact met en deelname aan school");
    expect(coverageRows(regrouping, STUDY, "en").map(({ term, k, mapping }) => [term, k, mapping])).toEqual([
      ["fan_chen/expectations", 4, "own"],
      ["fan_chen/communication", 5, "own"],
      ["fan_chen/supervision", 4, "own"],
      ["fan_chen/participation", 3, "ambiguous"],
      ["fan_chen/general", 0, "unmapped"],
    ]);
  });
});

describe("at the edges", () => {
  test("a scale with several components falls under what they share, else it is ambiguous", () => {
    const scales = {
      ...STUDY.scales,
      communication: { ...STUDY.scales.communication!, measures: ["fan_chen/communication", "fan_chen/supervision"] },
    };
    const under = (theory: string) =>
      regroupStudy({ ...STUDY, scales }, theory).variables.find(({ name }) => name === "communication")!;
    expect(under("hill_tyson").mapping).toMatchObject({ outcome: "inferred", target: "hill_tyson/home_based" });
    expect(under("fan_chen").mapping).toMatchObject({ outcome: "ambiguous", target: null });
    expect(under("fan_chen").mapping!.candidates.map(({ component }) => component)).toEqual([
      "fan_chen/communication",
      "fan_chen/supervision",
    ]);
    expect(under("fan_chen").measures).toEqual(["fan_chen/communication", "fan_chen/supervision"]);
  });

  test("an item with a component of its own leaves its scale", () => {
    const items = { ...STUDY.items, verw3: { ...STUDY.items.verw3!, measures: ["fan_chen/supervision"] } };
    const { scales } = regroupStudy({ ...STUDY, items }, "hill_tyson");
    const [academic, home] = scales;
    expect(academic!.items).toEqual(["verw1", "verw2", "verw4"]);
    expect(home!.items).toHaveLength(10);
    expect(home!.from).toContain("verw3");
  });

  test("an item in no scale without a component is listed as such", () => {
    const { communication, ...scales } = STUDY.scales;
    const { variables } = regroupStudy({ ...STUDY, scales, analyses: {} }, "hill_tyson");
    expect(communication!.items).toContain("prat1");
    expect(variables.find(({ name }) => name === "prat1")).toMatchObject({
      kind: "item",
      measures: [],
      mapping: null,
    });
  });

  test("a theory that nothing reaches gives no scale and no analysis", () => {
    const { scales, study, missed } = regroupStudy(STUDY, "vanes_steps");
    expect([scales, study.analyses, missed.length]).toEqual([[], {}, 6]);
  });
});

describe("refuses", () => {
  test("a theory that does not exist, with what was probably meant", () => {
    expect(() => regroupStudy(STUDY, "hill_tison")).toThrow(/Did you mean hill_tyson\?/);
  });
});
