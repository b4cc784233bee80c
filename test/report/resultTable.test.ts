import { describe, expect, test } from "vitest";
import { pearsonCorrelation } from "../../src/inference/pearsonCorrelation.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { columnsOf, resultRows, resultTables } from "../../src/report/resultTable.ts";

const scores = (n: number, shift = 0) => Array.from({ length: n }, (_, i) => i + Math.sin(i * 1.3 + shift));
const alpha = (n: number) =>
  cronbachAlpha({ items: { a: scores(n), b: scores(n, 1), c: [...scores(n - 1, 2), null] } });

describe("agrees with the golden table", () => {
  test("Cronbach's alpha in Dutch: the whole and its items, notes in words under the items", async () => {
    const { whole, parts } = await resultTables(alpha(20), { language: "nl", labels: { a: "Vraag A" } });
    expect(whole).toMatchObject({ title: "Cronbachs alfa", language: "nl", notes: [] });
    expect(whole.columns.map(({ label }) => label)).toEqual(["α", "95%-BI", "Gestandaardiseerde α", "k", "n"]);
    expect(whole.body).toHaveLength(1);
    expect(whole.body[0]!.slice(3)).toEqual(["3", "19"]);
    expect(parts.body.map(([name]) => name)).toEqual(["Vraag A", "b", "c"]);
    expect(parts.notes).toEqual(["1 van 20 rijen weggelaten: er ontbrak een waarde."]);
  });

  test("the same in English", async () => {
    const { whole, parts } = await resultTables(alpha(20), { language: "en" });
    expect(whole.columns.map(({ label }) => label)).toEqual(["α", "95% CI", "Standardized α", "k", "n"]);
    expect(parts.notes).toEqual(["1 of 20 rows left out: a value was missing in them."]);
  });
});

describe("always", () => {
  test("a table about few respondents hides its figures unless told otherwise", async () => {
    const strict = await resultTables(alpha(9), { language: "en" });
    const open = await resultTables(alpha(9), { language: "en", disclosure: "public" });
    expect(strict.whole.body.flat().join("")).not.toMatch(/\d/);
    expect(open.whole.body.flat().join("")).toMatch(/\d/);
  });

  test("few studies are not few respondents: nothing is hidden", async () => {
    const pooled = randomEffects({ estimate: [0.1, 0.3, 0.2], samplingVariance: [0.01, 0.02, 0.01] });
    const { whole } = await resultRows(pooled, "strict");
    expect(whole[0]).toMatchObject({ k: 3, estimate: pooled.estimate });
  });

  test("two limits make one column; columns without anything vanish", () => {
    const rows = [
      { term: "a", lower: 1, upper: 2, mean: null },
      { term: "b", lower: null, upper: null, mean: null, n: 3 },
    ];
    expect(columnsOf(rows)).toEqual([
      { column: "term", interval: false },
      { column: "lower", interval: true },
      { column: "n", interval: false },
    ]);
    expect(columnsOf([])).toEqual([]);
  });

  test("the parts have a line for every row of tidy", async () => {
    const result = pearsonCorrelation({ variables: { a: scores(30), b: scores(30, 4), c: scores(30, 9) } });
    const { parts } = await resultTables(result, { language: "en" });
    expect(parts.body).toHaveLength(3);
    expect(parts.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(["r", "95% CI", "p"]));
  });
});

describe("refuses", () => {
  test("a result of an unknown kind", async () => {
    const unknown = { ...alpha(20), kind: "astrology" };
    await expect(resultTables(unknown, { language: "en" })).rejects.toMatchObject({ code: "statistic/unknown" });
  });
});
