import { describe, expect, test } from "vitest";
import { effectSizes } from "../../src/effects/effectSizes.ts";
import { LANGUAGES } from "../../src/foundation/phrases.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { renderTerminal } from "../../src/report/renderTerminal.ts";
import { bareSheet } from "../../src/study/bareSheet.ts";
import { parseCodedSheet } from "../../src/study/codedSheet.ts";
import { poolSheet, type SheetPooling } from "../../src/study/poolSheet.ts";
import { pooledSheetTables } from "../../src/study/sheetReport.ts";
import { fieldOfCells, type LooseCell } from "../../src/table/fields.ts";
import type { Table } from "../../src/table/table.ts";

type Cells = Readonly<Record<string, readonly LooseCell[]>>;

const COLUMNS = {
  study: ["A", "A", "B", "C", "D", "E", "F", "G"],
  r: [0.31, 0.22, 0.15, 0.4, -0.05, 0.18, 0.27, 0.09],
  n: [120, 120, 85, 64, 240, 150, 98, 310],
  where: ["home", "school", "home", "home", "school", "school", "home", "school"],
  component: [..."12121212"].map((which) => (which === "1" ? "fan_chen.expectations" : "fan_chen/supervision")),
  outcome: ["grades", "absence", "grades", "grades", "absence", "grades", "grades", "grades"],
  year: [2001, 2001, 2005, 2010, 2011, 2015, 2018, 2020],
};

const SHEET = `betrokken: 1
title: { en: Pilot, nl: Proef }
file: c.csv
r: r
n: n
study: study
component: component
outcome: outcome
outcomes: { grades: { label: { en: Grades, nl: Cijfers } }, absence: { high: worse } }
source: { citation: "Somebody (2020)", licence: CC0 }
moderators:
  place: { column: where, label: { en: Where, nl: Waar }, labels: { home: { en: at home, nl: thuis }, school: { en: at school, nl: op school } } }
  year: { kind: number, label: Year }
`;

function tableOf(columns: Cells): Table {
  const fields = Object.entries(columns).map(([name, cells]) => fieldOfCells(name, cells));
  return { source: "c.csv", rows: Object.values(columns)[0]!.length, fields };
}

function pooled(given: SheetPooling = {}, columns: Cells = COLUMNS, sheet = SHEET) {
  return poolSheet(parseCodedSheet(sheet, "meta.yaml"), tableOf(columns), given);
}

describe("agrees with the statistics it calls", () => {
  test("the pooled mean is randomEffects over effectSizes", () => {
    const { effects } = effectSizes({ r: COLUMNS.r, n: COLUMNS.n });
    const expected = randomEffects(
      {
        estimate: effects.map(({ estimate }) => estimate),
        samplingVariance: effects.map(({ samplingVariance }) => samplingVariance),
      },
      { backTransform: "fisherZ" },
    );
    const { pooled: whole } = pooled();
    expect(whole.transformed).toEqual(expected.transformed);
    expect([whole.k, whole.tau2, whole.Q]).toEqual([8, expected.tau2, expected.Q]);
  });

  test("the fixed mean is tanh of the (n - 3)-weighted mean z", () => {
    const weights = COLUMNS.n.map((n) => n - 3);
    const sum = weights.reduce((a, b) => a + b, 0);
    const z = COLUMNS.r.reduce((a, r, i) => a + weights[i]! * Math.atanh(r), 0) / sum;
    expect(pooled({ method: "FE" }).pooled.transformed!.estimate).toBeCloseTo(Math.tanh(z), 13);
  });
});

describe("always", () => {
  test("the order of the rows changes nothing", () => {
    const turned = Object.fromEntries(Object.entries(COLUMNS).map(([name, cells]) => [name, [...cells].reverse()]));
    const there = pooled({ subgroups: ["place"] });
    const back = pooled({ subgroups: ["place"] }, turned);
    expect(back.pooled.estimate).toBeCloseTo(there.pooled.estimate, 12);
    const homeOf = ({ subgroups }: typeof there) => subgroups[0]!.result.groups.find(({ group }) => group === "home");
    expect(homeOf(back)!.estimate).toBeCloseTo(homeOf(there)!.estimate, 12);
  });

  test("effects of one study are counted as such, and a note says that they are treated as independent", () => {
    const { studies, pooled: whole } = pooled();
    expect(studies).toBe(7);
    expect(whole.notes.find(({ code }) => code === "meta/dependent-effects")?.values).toEqual({ k: 8, studies: 7 });
    const apart = pooled({}, { ...COLUMNS, study: [..."ABCDEFGH"] });
    expect(apart.pooled.notes.some(({ code }) => code === "meta/dependent-effects")).toBe(false);
  });

  test("moderators go by name, by column, and by what the sheet has of its own; levels have their labels", () => {
    const [place, column, component] = pooled({ subgroups: ["place", "where", "component"] }).subgroups;
    expect(column!.result).toEqual(place!.result);
    expect(place!.labels.home).toEqual({ en: "at home", nl: "thuis" });
    expect(Object.keys(component!.labels)).toEqual(["fan_chen/expectations", "fan_chen/supervision"]);
    expect(component!.labels["fan_chen/supervision"]!.en).toBe("Home supervision");
  });

  test("an outcome can be chosen: its rows only", () => {
    const { pooled: whole, outcome } = pooled({ outcome: "absence" });
    expect([whole.k, outcome]).toEqual([2, { nl: "absence", en: "absence" }]);
    expect(pooled({ outcome: "grades" }).outcome).toEqual({ en: "Grades", nl: "Cijfers" });
  });

  test("the result survives JSON unchanged", () => {
    const result = pooled({ subgroups: ["place"] });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("tables fit 80 columns and speak the reader's language, notes included", () => {
    const result = pooled({ subgroups: ["place", "outcome"] });
    for (const language of LANGUAGES) {
      const text = pooledSheetTables(result, language)
        .map((table) => renderTerminal(table, { width: 80 }))
        .join("\n");
      expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(text).not.toContain(language === "nl" ? "at school" : "op school");
      expect(text).not.toMatch(language === "nl" ? /continued|Studies come|Total\b/ : /vervolg|Totaal/);
    }
    const [whole, place] = pooledSheetTables(result, "nl");
    expect(whole!.title).toBe("Proef");
    expect(whole!.notes.join(" ")).toContain("Somebody (2020) (CC0)");
    expect(whole!.columns.map(({ label }) => label)).toEqual([
      "k",
      "Studies",
      "r",
      "95%-BI",
      "95%-PI",
      "I²",
      "τ²",
      "Q",
      "df (Q)",
      "p (Q)",
    ]);
    expect(place!.body.map(([name]) => name)).toEqual(["thuis", "op school", "Totaal"]);
    expect(place!.notes[0]).toMatch(/^Toets op verschillen tussen de subgroepen: Q\(1\) = \d/);
  });
});

describe("at the edges", () => {
  test("a row without a level is left out of the comparison, with a note, but not of the whole", () => {
    const where = COLUMNS.where.map((level, row) => (row === 7 ? null : level));
    const { pooled: whole, subgroups } = pooled({ subgroups: ["place"] }, { ...COLUMNS, where });
    expect([whole.k, subgroups[0]!.result.total.k]).toEqual([8, 7]);
    expect(subgroups[0]!.result.notes.map(({ code }) => code)).toContain("subgroups/missing");
  });

  test("one effect from a bare table", () => {
    const table = tableOf({ r: [0.3], n: [50] });
    const { pooled: whole, studies } = poolSheet(bareSheet(table, {}, "en"), table);
    expect([whole.k, studies, whole.tau2]).toEqual([1, 1, null]);
  });

  test("small subgroups are named in one note each, by their labels", () => {
    const [, place] = pooledSheetTables(
      pooled({ subgroups: ["place"] }, { ...COLUMNS, where: ["home", ...new Array(7).fill("school")] }),
      "en",
    );
    expect(place!.notes).toContain("Subgroups of fewer than three effects, to be read with care: at home (1).");
    expect(place!.notes.at(-1)).toBe("One effect has no τ² of its own; left out of the test of differences: at home.");
  });

  test("a level that is called as a property of every object has no label but its own name", () => {
    const where = COLUMNS.where.map((level) => (level === "home" ? "constructor" : "toString"));
    const table = tableOf({ ...COLUMNS, where });
    const [one] = poolSheet(bareSheet(table, {}, "en"), table, { subgroups: ["where"] }).subgroups;
    expect(one!.labels.constructor).toEqual({ nl: "constructor", en: "constructor" });
  });
});

describe("refuses", () => {
  const refused: [string, SheetPooling, RegExp][] = [
    ["a moderator that does not exist", { subgroups: ["plac"] }, /no moderator plac.*Did you mean place/],
    ["a moderator that is a number", { subgroups: ["year"] }, /year is a number/],
    ["an outcome that does not exist", { outcome: "grade" }, /no outcome grade\. Known: grades, absence/],
    ["an impossible option", { method: "nonsense" as never }, /method must be/],
  ];
  test.each(refused)("%s", (_, given, message) => {
    expect(() => pooled(given)).toThrow(message);
  });

  test("an impossible sheet, with all its problems", () => {
    expect(() => pooled({}, { ...COLUMNS, r: [1, ...COLUMNS.r.slice(1)], n: [...COLUMNS.n.slice(0, 7), 2] })).toThrow(
      /row 1, column r.*\n.*row 8, column n/,
    );
  });
});
