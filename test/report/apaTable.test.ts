import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ColumnName, GLOSSARY } from "../../src/foundation/glossary.ts";
import type { Row } from "../../src/foundation/row.ts";
import { apaTable, type TableColumn } from "../../src/report/apaTable.ts";
import { HOSTILE } from "./hostileLabels.ts";

const ROWS: readonly Row[] = [
  {
    term: "talk",
    level: "within",
    n: 24826,
    r: 0.394,
    lower: -0.1,
    upper: 0.25,
    pValue: 0.00004,
    weight: 0.125,
    tau2: 0.0171,
    df: 24.31,
    mean: 3.1,
    reversed: true,
  },
  {
    term: "help",
    level: "total",
    n: null,
    r: null,
    lower: 0.1,
    upper: null,
    pValue: 0.9999,
    weight: null,
    tau2: 0,
    df: 12,
    mean: -0.004,
    reversed: false,
  },
];
const COLUMNS: readonly TableColumn[] = [
  { column: "term" },
  { column: "level" },
  { column: "n" },
  { column: "r" },
  { column: "lower", interval: true },
  { column: "pValue" },
  { column: "weight" },
  { column: "tau2" },
  { column: "df" },
  { column: "mean" },
  { column: "reversed" },
];
const table = (language: "nl" | "en", columns = COLUMNS) =>
  apaTable({ title: "T", columns, rows: ROWS, language, labels: { talk: "Praten" } });

describe("agrees with the Publication manual (7th ed., 6.36-6.44)", () => {
  test("English", () => {
    const { columns, body } = table("en");
    expect(columns.map(({ label }) => label)).toEqual([
      "Term",
      "Level",
      "n",
      "r",
      "95% CI",
      "p",
      "Weight",
      "τ²",
      "df",
      "M",
      "Reversed",
    ]);
    expect(body).toEqual([
      ["Praten", "Within clusters", "24,826", ".39", "[−.10, .25]", "< .001", "12.5%", "0.017", "24.3", "3.10", "✓"],
      ["help", "Total", "–", "–", "–", "> .999", "–", "0.000", "12", "0.00", ""],
    ]);
  });

  test("Dutch", () => {
    expect(table("nl").columns[4]).toEqual({ label: "95%-BI", align: "center", symbol: false });
    expect(table("nl").body).toEqual([
      ["Praten", "Binnen clusters", "24.826", ",39", "[−,10; ,25]", "< ,001", "12,5%", "0,017", "24,3", "3,10", "✓"],
      ["help", "Totaal", "–", "–", "–", "> ,999", "–", "0,000", "12", "0,00", ""],
    ]);
  });

  test("Latin symbols are marked for italics; Greek ones, ICC and words are not", () => {
    const columns = (["r", "n", "k", "mean", "pValue", "alpha", "tau2", "icc", "estimate"] as const).map((column) => ({
      column,
    }));
    expect(table("en", columns).columns.map(({ label, symbol }) => `${label} ${symbol}`)).toEqual([
      "r true",
      "n true",
      "k true",
      "M true",
      "p true",
      "α false",
      "τ² false",
      "ICC false",
      "Estimate false",
    ]);
    expect(table("en", [{ column: "r", label: "correlation" }]).columns[0]!.symbol).toBe(false);
  });
});

describe("always", () => {
  test("limits are written as what is measured", () => {
    const text = (column: ColumnName) => table("en", [{ column }, { column: "lower", interval: true }]).body[0]![1];
    expect([text("r"), text("mean"), text("weight")]).toEqual(["[−.10, .25]", "[−0.10, 0.25]", "[−10.0%, 25.0%]"]);
    expect(
      table("en", [
        { column: "estimate", shown: "coefficient" },
        { column: "lower", interval: true },
      ]).body[0]![1],
    ).toBe("[−.10, .25]");
    expect(table("en", [{ column: "lower", interval: true }]).body[0]![0]).toBe("[−0.10, 0.25]");
  });

  test("what is bounded by 1 has no leading zero, whatever the column and the value", () => {
    const bounded = (Object.keys(GLOSSARY) as ColumnName[]).filter(
      (name) => GLOSSARY[name].shown === "coefficient" || GLOSSARY[name].shown === "pValue",
    );
    fc.assert(
      fc.property(fc.constantFrom(...bounded), fc.double({ min: -1, max: 1, noNaN: true }), (column, value) => {
        const one = (language: "nl" | "en") =>
          apaTable({ title: "", columns: [{ column }], rows: [{ [column]: value }], language }).body[0]![0]!;
        expect(one("en")).toMatch(/^([<>] )?−?1?\.\d{2,3}$/);
        expect(one("nl")).toBe(one("en").replace(".", ","));
      }),
    );
  });

  test("every line has a cell for every column, in the order asked", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...COLUMNS], { minLength: 1 }), (columns) => {
        const { columns: heads, body } = table("en", columns);
        expect(heads).toHaveLength(columns.length);
        for (const line of body) expect(line).toHaveLength(columns.length);
      }),
    );
  });

  test("a label is shown, never looked up by what it inherits", () => {
    const rows = ["constructor", "__proto__", "toString"].map((term) => ({ term }));
    const { body } = apaTable({ title: "", columns: [{ column: "term" }], rows, language: "en", labels: {} });
    expect(body.flat()).toEqual(["constructor", "__proto__", "toString"]);
  });

  test("hostile names stand in one cell, on one line", () => {
    const rows = HOSTILE.map((term) => ({ term, r: 0.1 }));
    const { body } = apaTable({
      title: HOSTILE[0]!,
      columns: [{ column: "term" }, { column: "r" }],
      rows,
      language: "nl",
    });
    expect(body).toHaveLength(HOSTILE.length);
    for (const [name, r] of body) expect([name!.includes("\n"), r]).toEqual([false, ",10"]);
  });
});

describe("at the edges", () => {
  test("no rows: heads and notes stay", () => {
    const { columns, body, notes } = apaTable({
      title: "T",
      columns: COLUMNS,
      rows: [],
      language: "en",
      notes: ["Nothing."],
    });
    expect([columns.length, body, notes]).toEqual([COLUMNS.length, [], ["Nothing."]]);
  });

  test("own labels, decimals and level of confidence go before those of the glossary", () => {
    const { columns, body } = apaTable({
      title: "T",
      number: 4,
      columns: [
        { column: "mean", label: "Mean score", decimals: 3 },
        { column: "lower", interval: true },
        { column: "predictionLower", interval: true },
      ],
      rows: [{ mean: 2, lower: 1, upper: 3, predictionLower: 0, predictionUpper: 4 }],
      language: "en",
      confidenceLevel: 0.9,
    });
    expect(columns.map(({ label }) => label)).toEqual(["Mean score", "90% CI", "90% PI"]);
    expect(body).toEqual([["2.000", "[1.00, 3.00]", "[0.00, 4.00]"]]);
  });
});
