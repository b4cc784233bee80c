import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ApaTable, apaTable } from "../../src/report/apaTable.ts";
import { renderTerminal } from "../../src/report/renderTerminal.ts";
import { lengthOf } from "../../src/report/wrapText.ts";
import { HOSTILE, STEERING } from "./hostileLabels.ts";

const ROWS = [
  { term: "talk", n: 24826, r: 0.394, lower: -0.1, upper: 0.25 },
  { term: "help", n: 12, r: -1, lower: null, upper: null },
];
const COLUMNS = [{ column: "term" }, { column: "n" }, { column: "r" }, { column: "lower", interval: true }] as const;
const table = (language: "nl" | "en"): ApaTable =>
  apaTable({
    title: "Samenhang",
    number: 2,
    columns: COLUMNS,
    rows: ROWS,
    language,
    notes: ["Zie de tekst.", "n is groot."],
    labels: { talk: "Praten over school" },
  });

function tableOf(body: readonly (readonly string[])[], heads: readonly string[]): ApaTable {
  const columns = heads.map((label, j) => ({
    label,
    align: j === 0 ? ("left" as const) : ("right" as const),
    symbol: false,
  }));
  return { title: "Title", language: "en", columns, body, notes: [] };
}

const widest = (text: string) => Math.max(...text.split("\n").map(lengthOf));

describe("agrees with the golden table", () => {
  test("Dutch", () => {
    expect(renderTerminal(table("nl"), { width: 60 })).toBe(
      [
        "Tabel 2",
        "Samenhang",
        "──────────────────────────────────────────────",
        "Term                     n      r    95%-BI",
        "──────────────────────────────────────────────",
        "Praten over school  24.826    ,39  [−,10; ,25]",
        "help                    12  −1,00       –",
        "──────────────────────────────────────────────",
        "Noot. Zie de tekst. n is groot.",
      ].join("\n"),
    );
  });

  test("English, narrow: names wrap first", () => {
    expect(renderTerminal(table("en"), { width: 40 })).toBe(
      [
        "Table 2",
        "Samenhang",
        "────────────────────────────────────────",
        "Term               n      r    95% CI",
        "────────────────────────────────────────",
        "Praten over   24,826    .39  [−.10, .25]",
        "school",
        "help              12  −1.00       –",
        "────────────────────────────────────────",
        "Note. Zie de tekst. n is groot.",
      ].join("\n"),
    );
  });

  test("too wide for one panel: continued, with the names again", () => {
    const text = renderTerminal(tableOf([["name one", "1.10", "2.20", "3.30"]], ["", "first", "second", "third"]), {
      width: 26,
    });
    expect(text.split("\n").filter((line) => line.startsWith("name one"))).toHaveLength(2);
    expect(text).toContain("Title (continued)");
  });
});

describe("always", () => {
  const label = fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.constantFrom(...HOSTILE));

  test("never wider than asked, whatever the labels, and no figure is lost", () => {
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 9 }),
        fc.array(label, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 20, max: 130 }),
        (heads, names, width) => {
          const body = names.map((name, i) => [name, ...heads.map((_, j) => `${i}.${100 + j}`)]);
          const text = renderTerminal(tableOf(body, ["", ...heads]), { width });
          expect(widest(text)).toBeLessThanOrEqual(width);
          for (const figure of body.flatMap((line) => line.slice(1))) expect(text).toContain(figure);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a name of 5,000 letters keeps all of them", () => {
    const text = renderTerminal(tableOf([["x".repeat(5000), ".31"]], ["", "r"]), { width: 40 });
    expect(text.match(/x/g)).toHaveLength(5000);
    expect(widest(text)).toBeLessThanOrEqual(40);
  });

  test("no label steers the terminal, in a title, head, cell, heading or note", () => {
    for (const hostile of HOSTILE) {
      const given = {
        ...tableOf(
          [
            [hostile, ""],
            ["a", hostile],
          ],
          ["", hostile],
        ),
        title: hostile,
        notes: [hostile],
        headings: [0],
      };
      expect(renderTerminal(given, { width: 80 })).not.toMatch(STEERING);
    }
  });

  test("figures line up at their decimal sign, stars hang behind", () => {
    const lines = renderTerminal(
      tableOf(
        [
          ["a", ".31***"],
          ["b", "−1.00"],
          ["c", "–"],
        ],
        ["", "r"],
      ),
      { width: 40 },
    ).split("\n");
    const at = ["a", "b"].map((name) => lines.find((line) => line.startsWith(name))!.indexOf("."));
    expect(at[0]).toBe(at[1]);
  });

  test("East Asian names and emoji do not push the figures out of line", () => {
    const lines = renderTerminal(
      tableOf(
        [
          ["研究", ".31"],
          ["\u{1f469}\u200d\u{1f467} x", ".42"],
          ["plain", ".53"],
        ],
        ["", "r"],
      ),
      { width: 40 },
    ).split("\n");
    const places = [".31", ".42", ".53"].map((figure) => {
      const line = lines.find((one) => one.includes(figure))!;
      return lengthOf(line.slice(0, line.indexOf(figure)));
    });
    expect(new Set(places).size).toBe(1);
  });
});

describe("at the edges", () => {
  test("a width that cannot be is taken as 20; no rows, no columns of figures", () => {
    expect(widest(renderTerminal(table("nl"), { width: 3 }))).toBeLessThanOrEqual(20);
    expect(renderTerminal(tableOf([], ["Term", "r"]), { width: 40 })).toContain("Term");
    expect(renderTerminal(tableOf([["only names"]], ["Term"]), { width: 40 })).toContain("only names");
  });

  test("a heading stands over its lines and wraps", () => {
    const given = {
      ...tableOf(
        [
          ["Within clusters of a long name", ""],
          ["a", ".1"],
        ],
        ["", "r"],
      ),
      headings: [0],
    };
    expect(renderTerminal(given, { width: 20 })).toContain("Within clusters of a\nlong name\n");
  });
});
