import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ForestOptions, forestLines } from "../../src/charts/forestLines.ts";
import { forestPlot } from "../../src/charts/forestPlot.ts";
import type { Row } from "../../src/foundation/row.ts";
import { dataOf, drawn, goldenText, schemaProblems, textsOf } from "./drawnSpec.ts";
import { overlaps, textBoxes } from "./textBoxes.ts";

const STUDIES: readonly Row[] = [
  { term: "adams", group: "early", estimate: 0.1234567, lower: -0.02, upper: 0.27, weight: 0.4, n: 120, source: "lit" },
  { term: "bakker", group: "early", estimate: 0.31, lower: 0.1, upper: 0.52, weight: 0.25, n: 80, source: "own" },
  { term: "early studies", group: "early", estimate: 0.2, lower: 0.08, upper: 0.32 },
  { term: "chen", group: "late", estimate: 0.45, lower: null, upper: null, weight: 0.35, n: 24826, source: "lit" },
  {
    term: "all",
    group: "summary",
    estimate: 0.25,
    lower: 0.1,
    upper: 0.4,
    predictionLower: -0.1,
    predictionUpper: 0.6,
  },
];
const LABELS = {
  adams: "Adams (2001)",
  bakker: "Bakker (2012)",
  early: "Vroeg",
  late: "Laat",
  own: "Eigen",
  lit: "Literatuur",
};
const OPTIONS: ForestOptions = {
  language: "nl",
  labels: LABELS,
  measure: "r",
  shown: "coefficient",
  ownSource: "own",
  summaryTerms: ["early studies"],
  title: "Samenhang",
};

function many(k: number): Row[] {
  return Array.from({ length: k }, (_, i) => {
    const estimate = Math.sin(i * 1.7) / 2;
    return { term: `Study ${i + 1}`, estimate, lower: estimate - 0.2, upper: estimate + 0.2, weight: 1 / k, n: 50 + i };
  });
}

describe("agrees with the golden spec", () => {
  test("groups, sources, a point without interval, subtotal, total and prediction interval", async () => {
    await expect(goldenText(forestPlot(STUDIES, OPTIONS))).toMatchFileSnapshot("golden/forestPlot.golden.json");
  });

  test("is valid and draws without a warning", async () => {
    const spec = forestPlot(STUDIES, OPTIONS);
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("writes figures in the reader's language", () => {
    const dutch = textsOf(dataOf(forestPlot(STUDIES, OPTIONS)));
    expect(dutch).toEqual(expect.arrayContaining([",12", "[−,02; ,27]", "24.826", "40,0%", "95%-BI", "Studie"]));
    const english = textsOf(dataOf(forestPlot(STUDIES, { language: "en" })));
    expect(english).toEqual(expect.arrayContaining(["0.12", "[−0.02, 0.27]", "24,826", "40.0%", "95% CI", "Study"]));
  });

  test("describes itself in words, with its pooled results", () => {
    expect(forestPlot(STUDIES, OPTIONS).description).toBe(
      "Forest plot van 3 schattingen (r). early studies: ,20 [,08; ,32]. all: ,25 [,10; ,40].",
    );
  });
});

describe("always", () => {
  test("lines keep the order of the rows, groups under one heading, the whole at the end", () => {
    const names = forestLines(STUDIES, OPTIONS).map((line) => `${line.kind} ${line.name}`);
    expect(names).toEqual([
      "heading Vroeg",
      "study Adams (2001)",
      "study Bakker (2012)",
      "summary early studies",
      "heading Laat",
      "study chen",
      "summary all",
      "prediction Predictie-interval",
    ]);
  });

  test("no two lines are closer than one line, whatever the groups", () => {
    const group = fc.constantFrom("a", "b", "summary", null);
    fc.assert(
      fc.property(
        fc.array(fc.record({ group, estimate: fc.double({ min: -1, max: 1, noNaN: true }) }), { minLength: 1 }),
        (rows) => {
          const lines = forestLines(
            rows.map((row, i) => ({ term: `s${i}`, ...row })),
            { language: "en" },
          );
          const steps = lines.slice(1).map(({ line }, i) => line - lines[i]!.line);
          expect(steps.filter((step) => step < 1)).toEqual([]);
          expect(lines.filter(({ kind }) => kind !== "heading")).toHaveLength(rows.length);
        },
      ),
    );
  });

  test("carries only what it shows: an unknown column of a row is not passed on", () => {
    const rows = [{ term: "a", estimate: 0.1, lower: 0, upper: 0.2, respondent: "secret-1" } as Row];
    expect(JSON.stringify(forestPlot(rows, { language: "en" }))).not.toContain("secret");
  });

  test("the own source takes the second, warm colour, whatever its place", () => {
    const domains = [STUDIES, [...STUDIES].reverse()].map((rows) => JSON.stringify(forestPlot(rows, OPTIONS)));
    for (const text of domains) expect(text).toContain('"domain":["Literatuur","Eigen"]');
  });

  test("the same rows give the same spec, and the rows are left as they were", () => {
    const before = JSON.stringify(STUDIES);
    expect(JSON.stringify(forestPlot(STUDIES, OPTIONS))).toBe(JSON.stringify(forestPlot(STUDIES, OPTIONS)));
    expect(JSON.stringify(STUDIES)).toBe(before);
  });

  test.each([2, 19, 60, 100])("%i studies: no text lies over another", async (k) => {
    const { svg, warnings } = await drawn(forestPlot([...many(k), STUDIES.at(-1)!], { language: "nl" }));
    expect(warnings).toEqual([]);
    expect(textBoxes(svg).filter(({ text }) => text.startsWith("Study"))).toHaveLength(k);
    expect(overlaps(svg)).toEqual([]);
  });

  test("long names, groups and large figures do not lie over another either", async () => {
    const rows = STUDIES.map((row) => ({
      ...row,
      term: `${row.term} and the other wide words of a LONG TITLE`,
      n: 1e9,
    }));
    expect(overlaps((await drawn(forestPlot(rows, { ...OPTIONS, labels: {}, summaryTerms: [] }))).svg)).toEqual([]);
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["one point", [{ term: "a", estimate: 0.2 }]],
    ["an estimate that is not there", [{ term: "a", estimate: null, n: 3 }]],
    ["only a pooled result", [{ term: "all", group: "summary", estimate: 0.2, lower: 0.1, upper: 0.3 }]],
    ["one limit only", [{ term: "a", estimate: 0.2, lower: 0.1, upper: null }]],
    [
      "weights of zero",
      [
        { term: "a", estimate: 0.2, weight: 0 },
        { term: "b", estimate: 0.1, weight: 0 },
      ],
    ],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = forestPlot(rows, { language: "nl" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("a row with one limit shows no interval", () => {
    const [line] = forestLines([{ term: "a", estimate: 0.2, lower: 0.1, upper: null }], { language: "en" });
    expect(line).toMatchObject({ lower: null, upper: null, intervalText: "" });
  });

  test("a name with quotes, tags and letters of another script is drawn as it is", async () => {
    const { svg } = await drawn(forestPlot([{ term: `<b>"O'Neil" & Šimić 研究`, estimate: 0.1 }], { language: "en" }));
    expect(svg).toContain(`&lt;b&gt;"O'Neil" &amp; Šimić 研究`);
  });

  test("without a reference there is no dashed line", () => {
    const text = JSON.stringify({ ...forestPlot(STUDIES, { ...OPTIONS, reference: null }), config: null });
    expect(text).not.toContain('"reference"');
    expect(JSON.stringify({ ...forestPlot(STUDIES, OPTIONS), config: null })).toContain('"reference"');
  });

  test("a name of 5,000 letters is drawn short and told whole", async () => {
    const spec = forestPlot([{ term: "x".repeat(5000), estimate: 0.1 }], { language: "en" });
    const { svg } = await drawn(spec);
    expect(svg).toContain("x…x");
    expect(Number(/width="(\d+)"/.exec(svg)![1])).toBeLessThan(1500);
    expect(textsOf(dataOf(spec)).some((text) => text.length === 5000)).toBe(true);
  });

  test("a long measure names the axis, not the column", async () => {
    const measure = "Standardized difference of the means (d)";
    const { svg } = await drawn(forestPlot(STUDIES, { language: "en", measure }));
    expect(textBoxes(svg).filter(({ text }) => text === measure)).toHaveLength(1);
    expect(textBoxes(svg).filter(({ text }) => text === "Estimate")).toHaveLength(1);
  });

  test("more sources than colours: none, rather than the same one twice", () => {
    const rows = (count: number) => many(12).map((row, i) => ({ ...row, source: `S${i % count}` }));
    expect(JSON.stringify(forestPlot(rows(6), { language: "en" }))).toContain(
      '"field":"source","type":"nominal","scale"',
    );
    expect(JSON.stringify(forestPlot(rows(7), { language: "en" }))).not.toContain(
      '"field":"source","type":"nominal","scale"',
    );
  });

  test("one place on the axis only: it has room on both sides", async () => {
    const { svg, warnings } = await drawn(
      forestPlot([{ term: "a", estimate: 2 }], { language: "en", reference: null }),
    );
    expect(warnings).toEqual([]);
    expect(svg).toContain(">2.0<");
  });
});
