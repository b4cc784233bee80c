import { describe, expect, test } from "vitest";
import { crosswalkMatrix } from "../../src/charts/crosswalkMatrix.ts";
import type { Row } from "../../src/foundation/row.ts";
import { crosswalk } from "../../src/frameworks/crosswalk.ts";
import { crosswalkChartRows } from "../../src/frameworks/crosswalkRows.ts";
import { dataOf, drawn, goldenText, schemaProblems } from "./drawnSpec.ts";
import { overlaps, textBoxes } from "./textBoxes.ts";

const ROWS: readonly Row[] = [
  { term: "a/home", with: "b/support", group: "b", relation: "narrower", mapping: "stated" },
  { term: "a/home", with: "b/contact", group: "b", relation: null, mapping: "unmapped" },
  { term: "a/school", with: "b/support", group: "b", relation: "same", mapping: "inferred" },
  { term: "a/school", with: "b/contact", group: "b", relation: "overlaps", mapping: "ambiguous" },
];
const LABELS = {
  "a/home": "Thuis",
  "a/school": "Op school",
  "b/support": "Steun",
  "b/contact": "Contact",
  b: "Theorie B",
};
const OPTIONS = { language: "nl", labels: LABELS, title: "Kruistabel" } as const;

describe("agrees with the golden spec", () => {
  test("one theory across, all three kinds of links", async () => {
    await expect(goldenText(crosswalkMatrix(ROWS, OPTIONS))).toMatchFileSnapshot("golden/crosswalkMatrix.golden.json");
  });

  test("is valid and draws without a warning", async () => {
    expect(schemaProblems(crosswalkMatrix(ROWS, OPTIONS))).toEqual([]);
    expect((await drawn(crosswalkMatrix(ROWS, OPTIONS))).warnings).toEqual([]);
  });

  test("describes itself with the counts", () => {
    expect(crosswalkMatrix(ROWS, OPTIONS).description).toBe(
      "Kruistabel van 2 bij 2 onderdelen: 1 vermelde, 1 afgeleide en 1 niet eenduidige verbanden.",
    );
  });
});

describe("always", () => {
  test("how sure a link is shows in shape and filling, and its direction in a sign", () => {
    const cells = dataOf(crosswalkMatrix(ROWS, OPTIONS));
    expect(cells.map(({ sureText, sign }) => [sureText, sign])).toEqual([
      ["vermeld", "<"],
      ["", ""],
      ["afgeleid", "="],
      ["niet eenduidig", ""],
    ]);
    const text = JSON.stringify(crosswalkMatrix(ROWS, OPTIONS));
    for (const [style, shape] of [
      ["stated", "square"],
      ["inferred", "circle"],
      ["ambiguous", "diamond"],
    ])
      expect(text).toMatch(new RegExp(`"style":"${style}".*?"range":\\["${shape}"\\]`));
  });

  test.each([
    ["nl", ["epstein6", "lusse2011"]],
    ["en", ["pameijer4", "hill_tyson", "epstein6"]],
    ["nl", ["hds2005", "pomerantz", "lusse_mechanisms", "jeynes2007"]],
  ] as const)("%s %j: no warning, and no text over another", async (language, [first, ...others]) => {
    const { rows, labels } = crosswalkChartRows(
      others.map((other) => crosswalk(first!, other)),
      language,
    );
    const spec = crosswalkMatrix(rows, { language, labels, title: "Theories" });
    const { svg, warnings } = await drawn(spec);
    expect(schemaProblems(spec)).toEqual([]);
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
    for (const [id, label] of Object.entries(labels))
      if (!id.includes("/")) expect(others.length < 2 || textBoxes(svg).some(({ text }) => text === label)).toBe(true);
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["no links", [{ term: "a", with: "b", relation: null, mapping: "unmapped" }]],
    ["own components", [{ term: "a", with: "a", relation: "same", mapping: "own" }]],
    ["an unknown word for how sure", [{ term: "a", with: "b", relation: "same", mapping: "perhaps" }]],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = crosswalkMatrix(rows, { language: "en" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });
});
