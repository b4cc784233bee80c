import { describe, expect, test } from "vitest";
import { meansPlot } from "../../src/charts/meansPlot.ts";
import type { Row } from "../../src/foundation/row.ts";
import { dataOf, drawn, goldenText, schemaProblems } from "./drawnSpec.ts";
import { overlaps } from "./textBoxes.ts";

const MEANS: readonly Row[] = [
  { term: "talk", group: "parent", mean: 3.1234567, lower: 3, upper: 3.25, standardDeviation: 0.61, n: 319 },
  { term: "talk", group: "teacher", mean: 2.8, lower: 2.6, upper: 3, n: 60 },
  { term: "help", group: "parent", mean: 2.4, lower: 2.3, upper: 2.5, n: 318 },
  { term: "help", group: "teacher", mean: null, lower: null, upper: null, n: 4, suppressed: true },
];
const LABELS = { talk: "Praten over school", help: "Helpen met huiswerk", parent: "Ouders", teacher: "Leerkrachten" };
const OPTIONS = { language: "nl", labels: LABELS, range: [1, 4], title: "Gemiddelden" } as const;

describe("agrees with the golden spec", () => {
  test("two groups, a hidden mean, the whole answer scale", async () => {
    await expect(goldenText(meansPlot(MEANS, OPTIONS))).toMatchFileSnapshot("golden/meansPlot.golden.json");
  });

  test("is valid and draws without a warning", async () => {
    expect(schemaProblems(meansPlot(MEANS, OPTIONS))).toEqual([]);
    expect((await drawn(meansPlot(MEANS, OPTIONS))).warnings).toEqual([]);
  });

  test("writes figures in the reader's language", () => {
    expect(dataOf(meansPlot(MEANS, OPTIONS))[0]).toMatchObject({
      meanText: "3,12",
      intervalText: "[3,00; 3,25]",
      deviationText: "0,61",
      n: "319",
    });
    expect(dataOf(meansPlot(MEANS, { language: "en" }))[0]).toMatchObject({
      meanText: "3.12",
      intervalText: "[3.00, 3.25]",
    });
  });
});

describe("always", () => {
  test("shows the whole answer scale when told, and only the means' surroundings when not", async () => {
    const svg = async (options: Parameters<typeof meansPlot>[1]) => (await drawn(meansPlot(MEANS, options))).svg;
    expect(await svg(OPTIONS)).toContain(">4,0<");
    expect(await svg({ language: "nl" })).not.toContain(">4,0<");
  });

  test("carries only what it shows", () => {
    const rows = [{ term: "a", mean: 2, respondent: "secret-1" } as Row];
    expect(JSON.stringify(meansPlot(rows, { language: "en" }))).not.toContain("secret");
  });

  test.each([1, 19, 60])("%i variables: no text lies over another", async (k) => {
    const rows = Array.from({ length: k }, (_, i) => ({
      term: `Variable ${i}`,
      mean: 2 + (i % 7) / 7,
      lower: 1.8,
      upper: 3.2,
    }));
    const { svg, warnings } = await drawn(meansPlot(rows, { language: "en" }));
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
    expect(svg.match(/>Variable \d+</g)).toHaveLength(k);
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["one mean without an interval", [{ term: "a", mean: 2 }]],
    ["only hidden means", [{ term: "a", mean: null }]],
    ["one limit only", [{ term: "a", mean: 2, lower: 1, upper: null }]],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = meansPlot(rows, { language: "nl" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("one mean: an axis with room on both sides and short numbers", async () => {
    const { svg } = await drawn(meansPlot([{ term: "a", mean: 2 }], { language: "nl" }));
    expect(svg).toContain(">2,0<");
    expect(svg).not.toMatch(/>\d,\d{3,}</);
  });

  test("many groups: the legend stays within the plot, every group drawn", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => ({
      term: "a",
      group: `Group number ${i}`,
      mean: i,
      lower: i - 1,
      upper: i + 1,
    }));
    const { svg } = await drawn(meansPlot(rows, { language: "en" }));
    expect(overlaps(svg)).toEqual([]);
    expect(Number(/width="(\d+)"/.exec(svg)?.[1] ?? /viewBox="0 0 (\d+)/.exec(svg)![1])).toBeLessThan(700);
  });

  test("a name of 5,000 letters is drawn short", async () => {
    const { svg } = await drawn(
      meansPlot(
        [
          { term: "y".repeat(5000), mean: 1 },
          { term: "b", mean: 2 },
        ],
        { language: "en" },
      ),
    );
    expect(svg).toContain("y…y");
  });
});
