import { describe, expect, test } from "vitest";
import { coverageChart } from "../../src/charts/coverageChart.ts";
import type { Row } from "../../src/foundation/row.ts";
import { drawn, goldenText, schemaProblems, textsOf } from "./drawnSpec.ts";
import { overlaps, textBoxes } from "./textBoxes.ts";

const ROWS: readonly Row[] = [
  { term: "home", with: "Praten", group: "parents", k: 5, mapping: "stated" },
  { term: "home", with: "Toezicht", group: "parents", k: 4, mapping: "inferred" },
  { term: "contact", with: "Contact", group: "parents", k: 5, mapping: "inferred" },
  { term: "contact", with: "Contact", group: "teachers", k: 4, mapping: "ambiguous" },
  { term: "career", k: 0, mapping: "unmapped" },
];
const LABELS = { home: "Thuis", contact: "Contact", career: "Loopbaan", parents: "Ouders", teachers: "Leraren" };
const OPTIONS = { language: "nl", labels: LABELS, title: "Wat de vragenlijst meet" } as const;

describe("agrees with the golden spec", () => {
  test("two data sets, all three kinds, one component missed", async () => {
    await expect(goldenText(coverageChart(ROWS, OPTIONS))).toMatchFileSnapshot("golden/coverageChart.golden.json");
  });

  test("is valid and draws without a warning, no text over another", async () => {
    const { svg, warnings } = await drawn(coverageChart(ROWS, OPTIONS));
    expect(schemaProblems(coverageChart(ROWS, OPTIONS))).toEqual([]);
    expect(warnings).toEqual([]);
    expect(overlaps(svg)).toEqual([]);
  });

  test("describes what is measured and what is missed", () => {
    expect(coverageChart(ROWS, OPTIONS).description).toBe(
      "2 van de 3 onderdelen worden gemeten. Niet met zekerheid gemeten: Loopbaan.",
    );
    const whole = coverageChart([{ term: "a", with: "s", k: 2, mapping: "own" }], { language: "en" });
    expect(whole.description).toBe("The only component is measured.");
  });
});

describe("always", () => {
  test("every line says in words what its bar shows", async () => {
    const texts = textBoxes((await drawn(coverageChart(ROWS, OPTIONS))).svg).map(({ text }) => text);
    expect(texts).toContain("5 items, vermeld: Praten; 4 items, afgeleid: Toezicht");
    expect(texts).toContain("4 items, niet eenduidig: Contact");
    expect(texts).toContain("niet gemeten");
    expect(texts).toContain("Contact (leraren)");
  });

  test("lines keep the order of the theory", async () => {
    const boxes = textBoxes((await drawn(coverageChart(ROWS, OPTIONS))).svg);
    const at = (text: string) => boxes.find((box) => box.text === text)!.top;
    expect(at("Thuis (ouders)")).toBeLessThan(at("Contact (ouders)"));
    expect(at("Contact (leraren)")).toBeLessThan(at("Loopbaan"));
  });

  test("carries only what it shows", () => {
    const rows = [{ ...ROWS[0]!, respondent: "secret-1" } as Row];
    expect(textsOf(coverageChart(rows, OPTIONS)).join()).not.toContain("secret");
  });
});

describe("at the edges", () => {
  test.each([
    ["no rows", []],
    ["nothing measured", [{ term: "a", k: 0, mapping: "unmapped" }]],
    ["a long name", [{ term: "a".repeat(120), with: "b".repeat(200), k: 3, mapping: "stated" }]],
  ] as [string, Row[]][])("%s: valid, and drawn without a warning", async (_, rows) => {
    const spec = coverageChart(rows, { language: "en" });
    expect(schemaProblems(spec)).toEqual([]);
    expect((await drawn(spec)).warnings).toEqual([]);
  });
});
