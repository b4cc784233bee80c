import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlationHeatMap } from "../../src/charts/correlationHeatMap.ts";
import { heatCells, heatOrder } from "../../src/charts/heatCells.ts";
import type { Row } from "../../src/foundation/row.ts";
import { dataOf, drawn, goldenText, schemaProblems } from "./drawnSpec.ts";
import { overlaps, textBoxes } from "./textBoxes.ts";

const PAIRS: readonly Row[] = [
  {
    term: "talk",
    with: "grade",
    level: "total",
    r: 0.31,
    lower: 0.2,
    upper: 0.41,
    n: 319,
    pValue: 1e-8,
    adjustedPValue: 2e-8,
  },
  {
    term: "talk",
    with: "maths",
    level: "total",
    r: -0.7,
    lower: -0.8,
    upper: -0.6,
    n: 300,
    pValue: 0.2,
    adjustedPValue: 0.4,
  },
  { term: "talk", with: "grade", level: "within", r: 0.2, lower: 0.1, upper: 0.3, n: 319, pValue: 0.001 },
  { term: "talk", with: "maths", level: "within", r: null, n: 300, suppressed: true },
];
const LABELS = { talk: "Praten over school", grade: "Cijfer", maths: "Rekenen" };

function triangle(k: number): Row[] {
  const name = (i: number) => `item ${i + 1}`;
  return Array.from({ length: k }, (_, i) => i).flatMap((i) =>
    Array.from({ length: k - i - 1 }, (_, j) => ({ term: name(i), with: name(i + j + 1), r: Math.sin(i * 7 + j * 3) })),
  );
}

describe("agrees with the golden spec", () => {
  test("two levels, a hidden cell, Dutch labels", async () => {
    const spec = correlationHeatMap(PAIRS, { language: "nl", labels: LABELS, title: "Samenhang" });
    await expect(goldenText(spec)).toMatchFileSnapshot("golden/correlationHeatMap.golden.json");
  });

  test("is valid and draws without a warning", async () => {
    const spec = correlationHeatMap(PAIRS, { language: "nl", labels: LABELS, title: "Samenhang" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("writes every number in the reader's language", () => {
    const [first] = heatCells(PAIRS, { language: "nl", labels: LABELS });
    expect(first).toMatchObject({ text: ",31", interval: "[,20; ,41]", n: "319", p: "< ,001", level: "Totaal" });
    const [same] = heatCells(PAIRS, { language: "en", labels: { total: "All parents" } });
    expect(same).toMatchObject({ text: ".31", interval: "[.20, .41]", p: "< .001", level: "All parents" });
  });

  test("describes itself, with the strongest correlation in absolute value", () => {
    expect(correlationHeatMap(PAIRS, { language: "en", labels: LABELS }).description).toBe(
      "Heat map of 3 correlations, on a scale from −1 to 1. Strongest: Praten over school with Rekenen, r = −.70.",
    );
  });
});

describe("always", () => {
  test("the scale runs from -1 to 1, whatever the correlations", () => {
    for (const r of [0.01, 0.99]) {
      const text = JSON.stringify(correlationHeatMap([{ term: "a", with: "b", r }], { language: "en" }));
      expect(text).toContain('"scale":{"domain":[-1,1],"range":"diverging"');
    }
  });

  test("pairs of one set of variables fill the lower triangle, in either order of the pair", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (turns) => {
        const rows = triangle(5).map((row) =>
          turns.next().value ? row : { ...row, term: row.with!, with: row.term! },
        );
        const { down, across } = heatOrder(rows);
        const all = [...new Set([across[0]!, ...down])];
        const cells = heatCells(rows, { language: "en" });
        expect(new Set(cells.map((cell) => `${cell.down} ${cell.across}`)).size).toBe(10);
        expect(cells.filter((cell) => all.indexOf(cell.down) <= all.indexOf(cell.across))).toEqual([]);
      }),
    );
  });

  test("predictors by outcomes keep the order of the rows", () => {
    expect(heatOrder(PAIRS)).toEqual({ down: ["talk"], across: ["grade", "maths"] });
  });

  test("carries only what it shows", () => {
    const rows = [{ term: "a", with: "b", r: 0.1, respondent: "secret-1" } as Row];
    expect(JSON.stringify(correlationHeatMap(rows, { language: "en" }))).not.toContain("secret");
  });

  test("letters on strong cells are light, on weak ones dark, and every cell has its value once", () => {
    const text = JSON.stringify(correlationHeatMap(PAIRS, { language: "en" }));
    expect(text).toContain("abs(datum.r) >= 0.6");
    expect(text).toContain("isValid(datum.r) && abs(datum.r) < 0.6");
  });

  test.each([2, 19, 60])("%i variables: every value is drawn and no text lies over another", async (k) => {
    const { svg, warnings } = await drawn(correlationHeatMap(triangle(k), { language: "nl" }));
    const values = textBoxes(svg).filter(({ text }) => /^−?1?,\d\d$/.test(text));
    expect(warnings).toEqual([]);
    expect(values).toHaveLength((k * (k - 1)) / 2);
    expect(overlaps(svg)).toEqual([]);
  });

  test("two variables with one label stay two", async () => {
    const rows = [
      { term: "a", with: "x", r: 0.1 },
      { term: "b", with: "x", r: 0.2 },
    ];
    const { svg } = await drawn(correlationHeatMap(rows, { language: "en", labels: { a: "Same", b: "Same" } }));
    expect(textBoxes(svg).filter(({ text }) => text === "Same")).toHaveLength(2);
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["a correlation that is not there", [{ term: "a", with: "b", r: null }]],
    [
      "perfect correlations",
      [
        { term: "a", with: "b", r: 1 },
        { term: "a", with: "c", r: -1 },
      ],
    ],
    [
      "a variable with itself",
      [
        { term: "a", with: "a", r: 1 },
        { term: "a", with: "b", r: 0 },
      ],
    ],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = correlationHeatMap(rows, { language: "en" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("a hidden correlation has no number anywhere in the spec", () => {
    const hidden = dataOf(correlationHeatMap(PAIRS, { language: "en" })).at(-1);
    expect(hidden).toMatchObject({ r: null, text: "", interval: "", p: "" });
  });

  test("few columns are as wide as their labels, which stand level; many labels are turned", async () => {
    const rows = (k: number) =>
      Array.from({ length: k }, (_, i) => ({ term: "a", with: `A longer outcome ${i}`, r: 0.1 }));
    expect((await drawn(correlationHeatMap(rows(2), { language: "en" }))).svg).not.toContain("rotate(315)");
    expect((await drawn(correlationHeatMap(rows(9), { language: "en" }))).svg).toContain("rotate(315)");
  });

  test("a name of 5,000 letters is drawn short, at both sides", async () => {
    const { svg } = await drawn(
      correlationHeatMap([{ term: "x".repeat(5000), with: "y".repeat(5000), r: 0.1 }], { language: "en" }),
    );
    expect(svg).toContain("x…x");
    expect(svg).toContain("y…y");
  });
});
