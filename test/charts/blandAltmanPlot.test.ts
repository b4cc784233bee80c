import { describe, expect, test } from "vitest";
import { blandAltmanPlot } from "../../src/charts/blandAltmanPlot.ts";
import type { Row } from "../../src/foundation/row.ts";
import { blandAltman, blandAltmanCard } from "../../src/questionnaire/blandAltman.ts";
import { disclose } from "../../src/results/disclosure.ts";
import { dataOf, drawn, goldenText, schemaProblems } from "./drawnSpec.ts";
import { overlaps, textBoxes } from "./textBoxes.ts";

const DATA = { first: [5, 7, 8, 6, 7, 4, 6, 7, 8.5], second: [4, 7, 6, 5, 7, 5, 7, 7, 7] };
const FOUND = blandAltman(DATA);
const ROWS: readonly Row[] = [...blandAltmanCard.tidy(FOUND), ...blandAltmanCard.augment!(FOUND, DATA)];
const OPTIONS = {
  language: "nl",
  first: "parent",
  second: "teacher",
  labels: { parent: "ouder", teacher: "leerkracht" },
  title: "Ouder en leerkracht",
} as const;

describe("agrees with the golden spec", () => {
  test("nine pairs, some alike, Dutch labels", async () => {
    await expect(goldenText(blandAltmanPlot(ROWS, OPTIONS))).toMatchFileSnapshot("golden/blandAltmanPlot.golden.json");
  });

  test("is valid and draws without a warning", async () => {
    expect(schemaProblems(blandAltmanPlot(ROWS, OPTIONS))).toEqual([]);
    expect((await drawn(blandAltmanPlot(ROWS, OPTIONS))).warnings).toEqual([]);
  });

  test("describes itself and names its axes in the reader's language", () => {
    const { description } = blandAltmanPlot(ROWS, OPTIONS);
    expect(description).toMatch(/^Bland-Altman-grafiek van 9 paren\. Bovenste grens: 2,45 \[/);
    const text = JSON.stringify(blandAltmanPlot(ROWS, OPTIONS));
    expect(text).toContain("Verschil: ouder − leerkracht");
    expect(text).toContain("Gemiddelde van ouder en leerkracht");
    expect(JSON.stringify(blandAltmanPlot(ROWS, { language: "en" }))).toContain("Difference: first − second");
  });
});

describe("always", () => {
  test("pairs that coincide are one dot that counts them", () => {
    const dots = dataOf(blandAltmanPlot(ROWS, OPTIONS)).filter(({ count }) => count !== undefined);
    expect(dots.reduce((sum, { count }) => sum + Number(count), 0)).toBe(9);
    expect(dots).toContainEqual({ mean: 7, difference: 0, count: 3, meanText: "7,00", differenceText: "0,00" });
  });

  test("after the strict rule no pair is drawn, and the lines rest on enough of them", async () => {
    const many = {
      first: [...DATA.first, ...DATA.second],
      second: [...DATA.second, ...DATA.first.map((x) => x + 0.5)],
    };
    const result = blandAltman(many);
    const rows = disclose([...blandAltmanCard.tidy(result), ...blandAltmanCard.augment!(result, many)], "strict");
    const spec = blandAltmanPlot(rows, OPTIONS);
    expect(dataOf(spec).filter(({ count }) => count !== undefined)).toEqual([]);
    expect(spec.description).toContain("van 0 paren. Bovenste grens:");
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("carries only what it shows", () => {
    const rows = [...ROWS, { term: "pair", mean: 1, difference: 2, respondent: "secret-1" } as Row];
    expect(JSON.stringify(blandAltmanPlot(rows, OPTIONS))).not.toContain("secret");
  });

  test.each([0, 0.001, 1, 1000])("limits %f apart: no text lies over another", async (spread) => {
    const rows: Row[] = [
      { term: "bias", estimate: 0.5, lower: 0.5 - spread / 4, upper: 0.5 + spread / 4 },
      { term: "lower limit", estimate: 0.5 - spread },
      { term: "upper limit", estimate: 0.5 + spread, lower: 0.5 + spread / 2, upper: 0.5 + 2 * spread },
      { mean: 3, difference: 4 },
    ];
    const { svg, warnings } = await drawn(blandAltmanPlot(rows, { language: "en" }));
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
    expect(textBoxes(svg).filter(({ text }) => /limit|Bias/.test(text))).toHaveLength(3);
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["a bias alone", [{ term: "bias", estimate: 0.2 }]],
    ["pairs alone", [{ mean: 1, difference: 0 }]],
    [
      "only hidden figures",
      [
        { term: "bias", estimate: null },
        { term: "pair", mean: null, difference: null },
      ],
    ],
    [
      "all zero",
      [
        { term: "bias", estimate: 0, lower: 0, upper: 0 },
        { mean: 1, difference: 0 },
      ],
    ],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = blandAltmanPlot(rows, { language: "nl" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("a name of 5,000 letters is drawn short", async () => {
    const { svg } = await drawn(blandAltmanPlot(ROWS, { language: "en", first: "y".repeat(5000), second: "b" }));
    expect(svg).toContain("y…y");
    expect(svg).not.toContain("y".repeat(100));
  });
});
