import { describe, expect, test } from "vitest";
import { BetrokkenError } from "../../src/foundation/errors.ts";
import { codedEffects, parseCodedSheet } from "../../src/study/codedSheet.ts";
import { fieldOfCells, type LooseCell } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

const FULL = `betrokken: 1
title: Sheet
file: c.csv
r: r
n: n
study: paper
sample: sample
effect: id
component: part
dimension: theme
outcome: result
outcomes: { grades: { label: Grades }, absence: { label: Absence, high: worse } }
reliabilityX: rx
reliabilityY: ry
reversed: turned
turnSigns: true
coder: by
useCoder: AB
moderators:
  year: { label: Year, kind: number }
  who: { label: Who, column: informant, labels: { p: Parent, t: Teacher } }
`;

const CELLS: Readonly<Record<string, readonly LooseCell[]>> = {
  paper: ["A", "A", "B", "C"],
  sample: [1, 2, 1, 1],
  id: ["e1", "e1", "e2", "e3"],
  part: ["fan_chen/expectations", "fan_chen/expectations", "fan_chen.supervision", null],
  theme: ["wishes", "wishes", null, "rules"],
  result: ["grades", "grades", "absence", "grades"],
  r: [0.3, 0.31, -0.2, 0.1],
  n: [50, 50, 80, 30],
  rx: [0.8, 0.8, null, 0.7],
  ry: [0.9, 0.9, 0.9, null],
  turned: [0, 0, 0, 1],
  by: ["XY", "AB", "XY", "XY"],
  year: [2001, 2001, null, 2010],
  informant: ["p", "p", "t", null],
};

const TABLE: Table = {
  source: "c.csv",
  rows: 4,
  fields: Object.entries(CELLS).map(([name, cells]) => fieldOfCells(name, cells)),
};

const SHEET = parseCodedSheet(FULL, "meta.yaml");
const NAN = Number.NaN;

/** code, line and place of every mistake in a description. */
function mistakes(from: string, to: string): [string, number | undefined, string | undefined][] {
  expect(FULL).toContain(from);
  try {
    parseCodedSheet(FULL.replace(from, to), "meta.yaml");
  } catch (error) {
    if (error instanceof BetrokkenError)
      return error.problems.map(({ code, location }) => [code, location?.line, location?.column]);
    throw error;
  }
  return [];
}

describe("agrees with what was coded", () => {
  const effects = codedEffects(SHEET, TABLE);

  test("one element per effect, in the order of the sheet: the row of useCoder where an effect was coded twice", () => {
    expect(effects.rows).toEqual([1, 2, 3]);
    expect([...effects.n]).toEqual([50, 80, 30]);
    expect(effects.study).toEqual(["A", "B", "C"]);
    expect(effects.sample).toEqual(["2", "1", "1"]);
    expect(effects.effect).toEqual(["e1", "e2", "e3"]);
    expect(effects.dimension).toEqual(["wishes", null, "rules"]);
    expect(effects.outcome).toEqual(["grades", "absence", "grades"]);
  });

  test("signs are turned where the measure or the outcome runs the other way", () => {
    expect([...effects.r]).toEqual([0.31, 0.2, -0.1]);
    expect(effects.notes.map(({ code, values }) => [code, values.count])).toEqual([
      ["coded/turned", 2],
      ["coded/set-aside", 1],
    ]);
  });

  test("components go by framework/component, also where they were coded with a dot", () => {
    expect(effects.component).toEqual(["fan_chen/expectations", "fan_chen/supervision", null]);
  });

  test("what is missing is missing: reliabilities NaN, levels null", () => {
    expect([...effects.reliabilityX!]).toEqual([0.8, NAN, 0.7]);
    expect([...effects.reliabilityY!]).toEqual([0.9, 0.9, NAN]);
    expect(effects.moderators.year).toEqual(Float64Array.of(2001, NAN, 2010));
    expect(effects.moderators.who).toEqual(["p", "t", null]);
  });
});

describe("always", () => {
  test("only some rows: everything is about these rows, the notes too", () => {
    const some = codedEffects(SHEET, TABLE, (row) => row < 2);
    expect([some.rows, [...some.r], some.study]).toEqual([[1], [0.31], ["A"]]);
    expect(some.notes.map(({ code }) => code)).not.toContain("coded/turned");
  });

  test("what the sheet does not name is not there; each row is then an effect of its own", () => {
    const bare = parseCodedSheet("{ betrokken: 1, title: T, file: c.csv, r: r, n: n, study: paper }", "meta.yaml");
    expect(codedEffects(bare, TABLE)).toEqual({
      rows: [0, 1, 2, 3],
      r: Float64Array.from([0.3, 0.31, -0.2, 0.1]),
      n: Float64Array.from([50, 50, 80, 30]),
      study: ["A", "A", "B", "C"],
      sample: null,
      effect: null,
      component: null,
      dimension: null,
      outcome: null,
      reliabilityX: null,
      reliabilityY: null,
      moderators: {},
      notes: [],
    });
  });

  test("JSON is read like YAML", () => {
    expect(parseCodedSheet(JSON.stringify(SHEET), "meta.json")).toEqual(SHEET);
  });
});

describe("refuses, each with its line and place", () => {
  test.each([
    ["a key that does not exist", "turnSigns: true", "turnsigns: true", "study/unknown-key", 16, "turnsigns"],
    ["another kind of value", "turnSigns: true", "turnSigns: yes please", "study/invalid", 16, "turnSigns"],
    ["a needed key that is not there", "study: paper\n", "", "study/missing-key", 1, undefined],
    ["an outcome that is neither", "high: worse", "high: bad", "study/invalid", 12, "outcomes.absence.high"],
    ["a moderator without a label", "label: Year, ", "", "study/missing-key", 20, "moderators.year"],
    ["outcomes without their column", "outcome: result\n", "", "coded/needs-key", 11, "outcomes"],
    ["a coder without effects", "effect: id\n", "", "coded/needs-key", 16, "coder"],
    ["a coder chosen where none is named", "coder: by\n", "", "coded/needs-key", 17, "useCoder"],
    ["a moderator that is one already", "  year:", "  outcome:", "study/duplicate-name", 20, "moderators.outcome"],
  ] as const)("%s", (_, from, to, code, line, column) => {
    expect(mistakes(from, to)).toEqual([[code, line, column]]);
  });

  test("all mistakes at once, in the order of the file", () => {
    const both = FULL.replace("turnSigns: true", "turnSigns: 2").replace("high: worse", "high: bad");
    expect(() => parseCodedSheet(both, "meta.yaml")).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ location: { source: "meta.yaml", line: 12, column: "outcomes.absence.high" } }),
          expect.objectContaining({ location: { source: "meta.yaml", line: 16, column: "turnSigns" } }),
        ],
      }),
    );
  });

  test("a sheet that does not fit its table", () => {
    const without = (name: string) => ({ ...TABLE, fields: TABLE.fields.filter((field) => field.name !== name) });
    expect(() => codedEffects(SHEET, without("r"))).toThrow(expect.objectContaining({ code: "data/unknown-column" }));
    const unclear = parseCodedSheet(FULL.replace("useCoder: AB\n", ""), "meta.yaml");
    expect(() => codedEffects(unclear, TABLE)).toThrow(expect.objectContaining({ code: "coded/which-coder" }));
  });
});
