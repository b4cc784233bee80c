import { describe, expect, test } from "vitest";
import { BetrokkenError, problemsText } from "../../src/foundation/errors.ts";
import { LANGUAGES } from "../../src/foundation/phrases.ts";
import { bareSheet } from "../../src/study/bareSheet.ts";
import { checkSheet } from "../../src/study/checkSheet.ts";
import { codedEffects, parseCodedSheet as parse, parseCodedSheet } from "../../src/study/codedSheet.ts";
import { sheetTemplate } from "../../src/study/sheetTemplate.ts";
import { fieldOfCells, type LooseCell } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

type Cells = Readonly<Record<string, readonly LooseCell[]>>;

const SHEET = "betrokken: 1\ntitle: T\nfile: c.csv\nr: r\nn: n\nstudy: study\n";
const FINE: Cells = { study: ["A", "B", "C"], r: [0.3, 0.2, -0.1], n: [50, 80, 30] };

function tableOf(columns: Cells): Table {
  const fields = Object.entries(columns).map(([name, cells]) => fieldOfCells(name, cells));
  return { source: "c.csv", rows: Object.values(columns)[0]!.length, fields };
}

/** What check finds in columns under a description: code, row and column of each. */
function found(columns: Cells, more = "") {
  const { problems } = checkSheet(parseCodedSheet(SHEET + more, "meta.yaml"), tableOf({ ...FINE, ...columns }));
  return problems.map(({ code, location }) => [code, location?.row, location?.column]);
}

function noted(columns: Cells, more = "") {
  return checkSheet(parseCodedSheet(SHEET + more, "meta.yaml"), tableOf({ ...FINE, ...columns })).notes;
}

describe("always", () => {
  test("a sound sheet has no problems and no notes", () => {
    expect([found({}), noted({})]).toEqual([[], []]);
  });

  test("the template has no problems in either language, and a note that its rows are examples", () => {
    for (const language of LANGUAGES) {
      const { rows, description } = sheetTemplate(language);
      const names = Object.keys(rows[0]!);
      const table = tableOf(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));
      const { problems, notes } = checkSheet(parse(description, "meta.yaml"), table);
      expect(problems).toEqual([]);
      expect(notes.find(({ code }) => code === "coded/example-rows")?.values.count).toBe(2);
    }
  });

  test("everything wrong is found at once, each with its row and column", () => {
    const columns = {
      study: ["A", null, "B", "C", null, "D"],
      r: [1, 0.2, "n.s.", 0.1, null, 0.4],
      n: [50, 60, 70, 3, null, 90],
      effect: ["e1", "e2", "e1", "e4", null, "e6"],
      reversed: [0, 0, 0, 2, null, 0],
      rel: [0.8, 1.2, 0.7, 0.9, null, 0],
      component: ["fan_chen/expectations", "fan_chen.supervision", "fan_chen/nonsense", null, null, null],
      kind: ["x", "y", "zz", "x", null, "x"],
    };
    const more =
      "effect: effect\nreversed: reversed\nreliabilityX: rel\nreliabilityY: absent\ncomponent: component\nmoderators: { kind: { label: K, labels: { x: X, y: Y } } }\n";
    expect(new Set(found(columns, more).map((one) => one.join(" ")))).toEqual(
      new Set([
        "data/unknown-column  absent",
        "coded/blank-row 5 ",
        "coded/no-study 2 study",
        "data/not-a-number 3 r",
        "effect/correlation-range 1 r",
        "effect/sample-size 4 n",
        "data/outside-range 2 rel",
        "data/outside-range 6 rel",
        "data/not-a-code 4 reversed",
        "data/duplicate-id 3 effect",
        "study/unknown-component 3 component",
        "coded/unknown-level 3 kind",
      ]),
    );
  });

  test("every problem and every note has a sentence in both languages", () => {
    const table = tableOf({ study: ["A", "A"], r: [2, null], n: [2, 5], kind: ["q", null] });
    const more = "moderators: { kind: { label: K, labels: { x: X } } }\n";
    const { problems } = checkSheet(parseCodedSheet(SHEET + more, "m"), table);
    for (const language of LANGUAGES) {
      expect(problemsText(problems, language).split("\n")).toHaveLength(3);
      expect(problemsText(problems, language)).not.toMatch(/[?]\.|\{/);
    }
  });
});

describe("at the edges", () => {
  test("one study is a note, whether it has one effect or more", () => {
    expect(noted({ study: ["A", "A", "A"] }).map(({ code }) => code)).toEqual(["coded/one-study"]);
    const alone = tableOf({ r: [0.3], n: [40] });
    expect(checkSheet(bareSheet(alone, {}, "en"), alone).notes.map(({ code }) => code)).toEqual(["coded/one-study"]);
  });

  test("rows without r or n, empty levels and labels that nothing has are notes with a count and a first row", () => {
    const notes = noted(
      { r: [0.3, null, -0.1], kind: ["x", "x", null] },
      "moderators: { kind: { label: K, labels: { x: X, y: Y } } }\n",
    );
    expect(notes.map(({ code, values }) => [code, values.count, values.row])).toEqual([
      ["coded/no-effect", 1, 2],
      ["coded/empty-level", 1, 3],
      ["coded/unused-level", undefined, undefined],
    ]);
  });

  test("n of 4 and r of .999 will do; n of 3 and r of -1 will not", () => {
    expect(found({ n: [4, 4, 4], r: [0.999, -0.999, 0] })).toEqual([]);
    expect(found({ n: [4, 3, 4], r: [0.9, 0, -1] })).toEqual([
      ["effect/correlation-range", 3, "r"],
      ["effect/sample-size", 2, "n"],
    ]);
  });

  test("a column of decimal commas beside points is text in every row: none of them is guessed", () => {
    expect(found({ r: ["0,3", "0.2", "0,1"] }).map(([code, row]) => [code, row])).toEqual([
      ["data/not-a-number", 1],
      ["data/not-a-number", 2],
      ["data/not-a-number", 3],
    ]);
  });

  test("more than five of one kind in one column are counted", () => {
    const columns = { study: "ABCDEFGH".split(""), r: new Array(8).fill(1), n: new Array(8).fill(50) };
    const { problems } = checkSheet(parseCodedSheet(SHEET, "m"), tableOf(columns));
    expect(problems.map(({ code }) => code).slice(4)).toEqual(["effect/correlation-range", "study/more"]);
    expect(problems.at(-1)!.values.more).toBe(3);
  });

  test("without a column study every row is a study; usual names are found, others can be named", () => {
    const table = tableOf({ correlation: [0.1, 0.2], n: [30, 40], outcome: ["a", "b"] });
    const sheet = bareSheet(table, { r: "correlation" }, "nl");
    expect([sheet.r, sheet.n, sheet.study, sheet.effect, sheet.outcome]).toEqual([
      "correlation",
      "n",
      undefined,
      undefined,
      "outcome",
    ]);
    expect(codedEffects(sheet, table).study).toEqual([null, null]);
  });
});

describe("double-coded effects", () => {
  const columns = {
    study: ["A", "A", "B", "C"],
    r: [0.3, 0.5, 0.2, 0.1],
    n: [50, 50, 80, 30],
    effect: ["e1", "e1", "e2", "e3"],
    coder: ["AB", "CD", "CD", "AB"],
  };
  const keys = "effect: effect\ncoder: coder\n";

  test("the row of useCoder counts; an effect coded once counts whoever coded it; a note counts the rest", () => {
    const sheet = parseCodedSheet(`${SHEET}${keys}useCoder: CD\n`, "m");
    const effects = codedEffects(sheet, tableOf(columns));
    expect([...effects.r]).toEqual([0.5, 0.2, 0.1]);
    expect(effects.rows).toEqual([1, 2, 3]);
    expect(effects.notes).toEqual([{ code: "coded/set-aside", values: { count: 1, coder: "CD" } }]);
  });

  test("without useCoder it is not clear which row counts; the same coder twice is a duplicate", () => {
    expect(found(columns, keys)).toEqual([["coded/which-coder", 2, "effect"]]);
    expect(found({ ...columns, coder: ["AB", "AB", "CD", "AB"] }, keys)).toEqual([["data/duplicate-id", 2, "effect"]]);
    expect(() => codedEffects(parseCodedSheet(SHEET + keys, "m"), tableOf(columns))).toThrow(BetrokkenError);
  });
});

describe("signs", () => {
  const columns = { outcome: ["grades", "absence", "absence"], reversed: [1, 0, 1] };
  const keys = "reversed: reversed\noutcome: outcome\noutcomes: { grades: {}, absence: { high: worse } }\n";

  test("a reversed measure and an unfavourable outcome turn the sign, and undo each other; notes count all of it", () => {
    const table = tableOf({ ...FINE, ...columns });
    const effects = codedEffects(parseCodedSheet(`${SHEET}${keys}turnSigns: true\n`, "m"), table);
    expect([...effects.r]).toEqual([-0.3, -0.2, -0.1]);
    expect(effects.notes.map(({ code, values }) => [code, values.count])).toEqual([
      ["coded/turned", 2],
      ["coded/reversed-both", 1],
    ]);
  });

  test("without turnSigns every sign stays as coded, and a note says how many stand the other way", () => {
    const effects = codedEffects(parseCodedSheet(SHEET + keys, "m"), tableOf({ ...FINE, ...columns }));
    expect([...effects.r]).toEqual([0.3, 0.2, -0.1]);
    expect(effects.notes[0]).toEqual({ code: "coded/not-turned", values: { count: 2, total: 3 } });
  });
});

describe("refuses", () => {
  test("keys that need another and names used twice, with their line, also beside other mistakes", () => {
    const text = `${SHEET}nonsense: 1\nuseCoder: AB\ncomponent: c\nmoderators: { component: { label: C } }\noutcomes: { a: {} }\n`;
    const problems = (() => {
      try {
        parseCodedSheet(text, "meta.yaml");
        return [];
      } catch (error) {
        return (error as BetrokkenError).problems;
      }
    })();
    expect(problems.map(({ code, location }) => [code, location?.line])).toEqual([
      ["study/unknown-key", 7],
      ["coded/needs-key", 8],
      ["study/duplicate-name", 10],
      ["coded/needs-key", 11],
    ]);
  });
});
