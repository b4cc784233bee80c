import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../src/foundation/row.ts";
import { correlationTable } from "../../src/report/correlationTable.ts";
import { HOSTILE } from "./hostileLabels.ts";

const ROWS: readonly Row[] = [
  { term: "talk", with: "grade", r: 0.39, lower: 0.29, upper: 0.48, n: 304, pValue: 1e-9, adjustedPValue: 4e-9 },
  { term: "talk", with: "effort", r: -0.12, lower: -0.23, upper: -0.01, n: 300, pValue: 0.03, adjustedPValue: 0.06 },
  { term: "help", with: "grade", r: 0.17, lower: 0.06, upper: 0.28, n: 304, pValue: 0.002, adjustedPValue: 0.004 },
  { term: "help", with: "effort", r: null, n: null, suppressed: true },
];
const LABELS = { talk: "Praten", help: "Helpen", grade: "Cijfer", effort: "Inzet" };
const SIDES = { predictors: ["talk", "help"], outcomes: ["grade", "effort"] };

describe("agrees with the golden table (Publication manual, 7th ed., table 7.10)", () => {
  test("predictors by outcomes, in Dutch", () => {
    const { columns, body, notes } = correlationTable(ROWS, {
      language: "nl",
      ...SIDES,
      labels: LABELS,
      adjust: "holm",
    });
    expect(columns.map(({ label }) => label)).toEqual(["", "Cijfer", "Inzet"]);
    expect(body).toEqual([
      ["Praten", ",39***", "−,12"],
      ["", "[,29; ,48]", "[−,23; −,01]"],
      ["Helpen", ",17**", "–"],
      ["", "[,06; ,28]", ""],
    ]);
    const note = notes.join(" ");
    for (const part of ["300 tot 304", "95%-BI", "* p < ,05. ** p < ,01. *** p < ,001.", "(Holm)"])
      expect(note).toContain(part);
  });

  test("a lower triangle of one set, in English", () => {
    const rows = [
      { term: "a", with: "b", r: 0.5, pValue: 0.01, n: 20 },
      { term: "c", with: "a", r: 0.1, pValue: 0.5, n: 20 },
      { term: "b", with: "c", r: -1, pValue: 0, n: 20 },
    ];
    const { columns, body } = correlationTable(rows, { language: "en", predictors: ["a", "b", "c"] });
    expect(columns.map(({ label }) => label)).toEqual(["", "1", "2"]);
    expect(body).toEqual([
      ["1. a", "", ""],
      ["2. b", ".50*", ""],
      ["3. c", ".10", "−1.00***"],
    ]);
  });

  test("levels are blocks with a heading each", () => {
    const rows = ["total", "within"].map((level) => ({ term: "talk", with: "grade", level, r: 0.3, n: 50 }));
    const { body, headings } = correlationTable(rows, { language: "nl", predictors: ["talk"], outcomes: ["grade"] });
    expect(body.map(([name]) => name)).toEqual(["Totaal", "talk", "Binnen clusters", "talk"]);
    expect(headings).toEqual([0, 2]);
  });
});

describe("always", () => {
  test("stars follow the corrected p where there is one", () => {
    const cell = (row: Row) =>
      correlationTable([{ term: "a", with: "b", r: 0.3, ...row }], {
        language: "en",
        predictors: ["a"],
        outcomes: ["b"],
      }).body[0]![1];
    expect([0.0009, 0.001, 0.009, 0.01, 0.049, 0.05].map((pValue) => cell({ pValue }))).toEqual([
      ".30***",
      ".30**",
      ".30**",
      ".30*",
      ".30*",
      ".30",
    ]);
    expect(cell({ pValue: 0.001, adjustedPValue: 0.2 })).toBe(".30");
    expect(cell({})).toBe(".30");
  });

  test("a pair is found in either order, whatever the order of the rows", () => {
    const triangle = (rows: readonly Row[]) =>
      correlationTable(rows, { language: "en", predictors: ["a", "b", "c"] }).body;
    const rows = [
      { term: "a", with: "b", r: 0.1 },
      { term: "a", with: "c", r: 0.2 },
      { term: "b", with: "c", r: 0.3 },
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 3 }),
        fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
        (shuffled, turned) => {
          const given = shuffled.map((row, i) => (turned[i] ? { ...row, term: row.with, with: row.term } : row));
          expect(triangle(given)).toEqual(triangle(rows));
        },
      ),
    );
  });

  test("every line has a cell for every column", () => {
    const rows = HOSTILE.flatMap((term) =>
      HOSTILE.map((other) => ({ term, with: other, r: 0.1, lower: 0, upper: 0.2, n: 30 })),
    );
    const { columns, body } = correlationTable(rows, {
      language: "nl",
      predictors: HOSTILE,
      outcomes: [...HOSTILE].reverse(),
    });
    expect(columns).toHaveLength(HOSTILE.length + 1);
    for (const line of body) expect(line).toHaveLength(columns.length);
    expect(body.flat().filter((text) => text.includes("\n"))).toEqual([]);
  });

  test("no causal word in the note", () => {
    for (const language of ["nl", "en"] as const) {
      const { notes } = correlationTable(ROWS, { language, ...SIDES, adjust: "holm" });
      expect(notes.join(" ")).not.toMatch(/effect|influence|cause|invloed|leidt|zorgt|veroorzaak/i);
    }
  });
});

describe("at the edges", () => {
  test("no rows: every cell a dash; intervals only where they are", () => {
    expect(correlationTable([], { language: "en", ...SIDES }).body).toEqual([
      ["talk", "–", "–"],
      ["help", "–", "–"],
    ]);
    expect(correlationTable(ROWS, { language: "en", ...SIDES, intervals: "none" }).body).toHaveLength(2);
  });
});
