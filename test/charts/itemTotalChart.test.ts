import { describe, expect, test } from "vitest";
import { itemTotalChart } from "../../src/charts/itemTotalChart.ts";
import type { Row } from "../../src/foundation/row.ts";
import { cronbachAlpha, cronbachAlphaCard } from "../../src/questionnaire/cronbachAlpha.ts";
import { dataOf, drawn, goldenText, schemaProblems } from "./drawnSpec.ts";
import { overlaps } from "./textBoxes.ts";

const ITEMS: readonly Row[] = [
  { term: "talk", itemRest: 0.5123456, alphaIfDropped: 0.71, n: 319 },
  { term: "help", itemRest: -0.12, alphaIfDropped: 0.82, n: 319 },
  { term: "visit", itemRest: 0.63, alphaIfDropped: 0.69, n: 319 },
  { term: "same", itemRest: null, alphaIfDropped: 0.78, n: 319 },
];
const LABELS = { talk: "Praten over school", help: "Helpen met huiswerk", visit: "Naar school komen" };
const OPTIONS = { language: "nl", labels: LABELS, title: "Item-restcorrelaties", alpha: 0.77 } as const;

describe("agrees with the golden spec", () => {
  test("four items, one negative, one without a correlation", async () => {
    await expect(goldenText(itemTotalChart(ITEMS, OPTIONS))).toMatchFileSnapshot("golden/itemTotalChart.golden.json");
  });

  test("is valid and draws without a warning", async () => {
    expect(schemaProblems(itemTotalChart(ITEMS, OPTIONS))).toEqual([]);
    const { svg, warnings } = await drawn(itemTotalChart(ITEMS, OPTIONS));
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
  });

  test("writes figures in the reader's language, without a leading zero", async () => {
    const { svg } = await drawn(itemTotalChart(ITEMS, OPTIONS));
    expect(svg).toContain(">,82<");
    expect(svg).toContain("(α ,77)");
    expect(dataOf(itemTotalChart(ITEMS, { language: "en" }))[0]).toMatchObject({ itemRestText: ".51", n: "319" });
  });
});

describe("always", () => {
  test("draws the rows that cronbachAlpha gives", async () => {
    const data = { items: { a: [1, 2, 3, 4, 5], b: [2, 2, 3, 5, 4], c: [5, 3, 4, 2, 1] } };
    const spec = itemTotalChart(cronbachAlphaCard.tidy(cronbachAlpha(data)), { language: "en" });
    expect((await drawn(spec)).warnings).toEqual([]);
    expect(spec.description).toMatch(/of 3 items\. Lowest: c, −\.\d\d\.$/);
  });

  test("carries only what it shows", () => {
    const rows = [{ term: "a", itemRest: 0.4, respondent: "secret-1" } as Row];
    expect(JSON.stringify(itemTotalChart(rows, { language: "en" }))).not.toContain("secret");
  });

  test.each([1, 20, 60])("%i items: no text lies over another", async (k) => {
    const rows = Array.from({ length: k }, (_, i) => ({
      term: `Item ${i}`,
      itemRest: (i % 9) / 10,
      alphaIfDropped: 0.7,
    }));
    const { svg, warnings } = await drawn(itemTotalChart(rows, { language: "en", title: "Items" }));
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
    expect(svg.match(/>Item \d+</g)).toHaveLength(k);
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["no correlations", [{ term: "a", itemRest: null, alphaIfDropped: null }]],
    ["a suppressed row", [{ term: "a", itemRest: null, suppressed: true }, ITEMS[0]!]],
    ["two items, no alpha without one", [{ term: "a", itemRest: 0.3, alphaIfDropped: null }]],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = itemTotalChart(rows, { language: "nl" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });

  test("a correlation of -1 stays within the axis; one of 1 too", async () => {
    const { svg } = await drawn(
      itemTotalChart(
        [
          { term: "a", itemRest: -1 },
          { term: "b", itemRest: 1 },
        ],
        { language: "en" },
      ),
    );
    expect(svg).toContain(">−1.0<");
    expect(svg).toContain(">1.0<");
  });

  test("a name of 5,000 letters is drawn short", async () => {
    const { svg } = await drawn(itemTotalChart([{ term: "y".repeat(5000), itemRest: 0.2 }], { language: "en" }));
    expect(svg).toContain("y…y");
  });
});
