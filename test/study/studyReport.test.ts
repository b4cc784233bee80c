import { beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/foundation/phrases.ts";
import type { ApaTable } from "../../src/report/apaTable.ts";
import { renderTerminal } from "../../src/report/renderTerminal.ts";
import { analyseStudy } from "../../src/study/analyseStudy.ts";
import type { StudyAnalysis } from "../../src/study/studyAnalysis.ts";
import { studyBlocks, studyTables } from "../../src/study/studyReport.ts";
import { sampleTexts } from "../../src/study/summaryTable.ts";
import { exampleTables, STUDY } from "./exampleStudy.ts";
import { PILOT, pilotTables } from "./pilotStudy.ts";

let example: StudyAnalysis;
beforeAll(async () => {
  example = analyseStudy(STUDY, await exampleTables());
});

const PILOTED = analyseStudy(PILOT, pilotTables());

function titles(tables: readonly ApaTable[]): string[] {
  return tables.map(({ title }) => title);
}

/** The cells of the line of a table that begins with a label. */
function line(table: ApaTable, label: string): readonly string[] {
  return table.body.find(([first]) => first === label)!.slice(1);
}

function tablesOf(analysis: StudyAnalysis, language: "nl" | "en"): ApaTable[] {
  return studyBlocks(analysis, language).flatMap((block) => (block.kind === "table" ? block.table : []));
}

describe("who is in the study", () => {
  test("a sentence per data set: rows, clusters, groups with their rows", () => {
    expect(sampleTexts(example, "en")).toEqual([
      "Parents: 319 rows in 40 clusters (Regular primary: 177, Special education: 71, Stimulation school: 71).",
      "Teachers: 842 rows in 40 clusters (Regular primary: 495, Special education: 158, Stimulation school: 189).",
    ]);
  });

  test("where a group is too small to be counted, no group of that data set is", () => {
    expect(sampleTexts(PILOTED, "nl")[0]).toBe("Parents: 8 rijen in 3 clusters (regular, special).");
    expect(sampleTexts({ ...PILOTED, disclosure: "public" }, "nl")[0]).toContain("(regular: 6, special: 2)");
  });
});

describe("scales and outcomes described", () => {
  test("n, missing, mean and spread, with clusters, ICC and design effect; in the terminal with who is in it", () => {
    const [, described] = studyTables(example, "en");
    expect(described!.columns.map(({ label }) => label)).toEqual([
      "Term",
      "n",
      "Missing",
      "M",
      "SD",
      "Clusters",
      "ICC",
      "deff",
    ]);
    expect(line(described!, "Expectations")).toEqual(["318", "1", "3.10", "0.58", "40", ".07", "1.47"]);
    expect(described!.notes.slice(0, 2)).toEqual(sampleTexts(example, "en"));
  });

  test("lowest and highest are somebody's own: shown only where everything may be", () => {
    const open = studyTables({ ...example, disclosure: "public" }, "nl")[1]!;
    const cells = line(open, "Verwachtingen");
    expect(open.columns.length).toBe(10);
    expect(cells.slice(4, 6)).toEqual(["1,00", "4,00"]);
  });

  test("a small sample shows nothing of its scales, the share between schools included", () => {
    const [, described] = studyTables(PILOTED, "en");
    expect(line(described!, "Talk").filter((cell) => cell !== "–")).toEqual([]);
  });

  test("the report has them by group too, under the names of the groups", () => {
    const byGroup = tablesOf(example, "nl").filter(({ title }) => title.startsWith("Schalen en uitkomsten:"));
    expect(titles(byGroup)).toEqual(["Schalen en uitkomsten: Ouders", "Schalen en uitkomsten: Leraren"]);
    expect(byGroup[1]!.columns[1]!.label).toBe("Schooltype");
    const groups = byGroup[1]!.body.slice(0, 3).map((cells) => cells[1]);
    expect(groups.toSorted()).toEqual(["Regulier basisonderwijs", "Speciaal onderwijs", "Stimuleringsschool"]);
  });
});

describe("always", () => {
  test("reliability first, then the scales, then the correlations", () => {
    expect(titles(studyTables(example, "en"))).toEqual([
      "Reliability of the scales",
      "Scales and outcomes",
      "Parental involvement and school success",
      "Teachers' competence and including parents",
      "Teachers' competence and including parents: Regular primary",
      "Teachers' competence and including parents: Special education",
      "Teachers' competence and including parents: Stimulation school",
      "Contact according to parents and to their teacher",
    ]);
  });

  test("no sentence stands twice in a note, and n is said once", () => {
    for (const language of LANGUAGES) {
      for (const { title, notes } of [...studyTables(example, language), ...tablesOf(example, language)]) {
        expect(new Set(notes).size, title).toBe(notes.length);
        const saying = notes.filter((text) => /n runs from|n loopt|n = /.test(text));
        expect(saying.length, title).toBeLessThanOrEqual(1);
      }
      expect(studyTables(example, language)[0]!.notes).toHaveLength(1);
    }
  });

  test("every table fits a terminal of 100 columns in both languages, with every cell filled", () => {
    for (const language of LANGUAGES) {
      for (const table of [
        ...studyTables({ ...example, disclosure: "public" }, language),
        ...tablesOf(example, language),
      ]) {
        const widths = renderTerminal(table, { width: 100 })
          .split("\n")
          .map((text) => text.length);
        expect(Math.max(...widths), table.title).toBeLessThanOrEqual(100);
        for (const cells of table.body) expect(cells).toHaveLength(table.columns.length);
        expect(table.body.flat().join(" ")).not.toMatch(/NaN|undefined|null|Infinity/);
      }
    }
  });
});

describe("at the edges", () => {
  test("a study without scales, outcomes or analyses: who is in it, and no heading over nothing", () => {
    const bare = { ...PILOTED, reliability: [], descriptives: [], clustering: [], correlations: [] };
    const blocks = studyBlocks(bare, "en");
    expect(blocks.map(({ kind }) => kind)).toEqual(["callout", "heading", "text"]);
    expect(studyTables(bare, "en")).toEqual([]);
  });

  test("without schools: no share between them", () => {
    const [, described] = studyTables({ ...example, clustering: [] }, "en");
    expect(described!.columns.map(({ label }) => label)).toEqual(["Term", "n", "Missing", "M", "SD"]);
  });
});
