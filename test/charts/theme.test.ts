import { describe, expect, test } from "vitest";
import { CHART_NAMES, CHARTS } from "../../src/charts/charts.ts";
import { textWidth, widest } from "../../src/charts/textWidth.ts";
import { darkTheme, lightTheme } from "../../src/charts/theme.ts";
import { loadCard, STATISTIC_NAMES } from "../../src/results/registry.ts";
import { drawn } from "./drawnSpec.ts";
import { overlaps } from "./textBoxes.ts";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const share = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const THEMES = [
  ["light", lightTheme],
  ["dark", darkTheme],
] as const;

describe("agrees with the guidelines", () => {
  test.each(THEMES)("%s: letters have contrast 4.5, marks 3 (WCAG 2.2, 1.4.3 and 1.4.11)", (_, theme) => {
    const page = String(theme.background);
    const styles = theme.style as Record<string, { color?: string }>;
    for (const name of ["label", "columnHead", "figure", "cellText"])
      expect(contrast(styles[name]!.color!, page)).toBeGreaterThan(4.5);
    for (const colour of theme.range!.category as string[]) expect(contrast(colour, page)).toBeGreaterThan(3);
  });

  test.each(THEMES)(
    "%s: the two ends of the diverging scale are equally far from its middle, within a fifth",
    (_, theme) => {
      const scale = theme.range!.diverging as string[];
      const [low, middle, high] = [scale[0]!, scale[3]!, scale[6]!];
      const ratio = contrast(low, middle) / contrast(high, middle);
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.4);
    },
  );

  test.each(THEMES)(
    "%s: values can be read on their cells, on both sides of the border between weak and strong",
    (_, theme) => {
      const styles = theme.style as Record<string, { color: string }>;
      const scale = theme.range!.diverging as string[];
      for (const i of [1, 2, 3, 4, 5]) {
        const best = Math.max(
          contrast(styles.cellText!.color, scale[i]!),
          contrast(styles.strongCellText!.color, scale[i]!),
        );
        expect(best).toBeGreaterThan(3);
      }
      for (const i of [2, 3, 4]) expect(contrast(styles.cellText!.color, scale[i]!)).toBeGreaterThan(4.5);
      for (const i of [0, 6]) expect(contrast(styles.strongCellText!.color, scale[i]!)).toBeGreaterThan(4.5);
    },
  );

  test("widths are those of Helvetica", () => {
    expect(textWidth("Wim", 1000)).toBe(944 + 222 + 833);
    expect(textWidth("0,5", 10)).toBeCloseTo(13.9, 10);
  });
});

describe("always", () => {
  test("both themes style the same marks", () => {
    expect(Object.keys(darkTheme.style!)).toEqual(Object.keys(lightTheme.style!));
    expect(Object.keys(darkTheme)).toEqual(Object.keys(lightTheme));
  });

  test("no label is ever clipped", () => {
    for (const [, { axis, legend, header }] of THEMES) {
      expect([axis!.labelLimit, axis!.titleLimit, legend!.labelLimit, header!.labelLimit]).toEqual([0, 0, 0, 0]);
    }
  });

  test("every chart that a card names exists", async () => {
    const named = (await Promise.all(STATISTIC_NAMES.map(loadCard))).flatMap((card) => card.charts);
    expect(named.filter((name) => !CHART_NAMES.includes(name as never))).toEqual([]);
  });

  test.each(CHART_NAMES)("%s leaves its colours to the theme", (name) => {
    const rows = [
      { term: "a", with: "b", group: "g", source: "s", r: 0.5, mean: 2, estimate: 0.5, lower: 0.2, upper: 0.8 },
    ];
    const { config: _, ...spec } = CHARTS[name](rows, { language: "en" });
    expect(JSON.stringify(spec)).not.toMatch(/#[0-9a-f]{6}/i);
  });

  test("an accent has no width, a bold letter has more, a strange one counts as wide", () => {
    expect(textWidth("é", 10)).toBe(textWidth("e", 10));
    expect(textWidth("a", 10, true)).toBeGreaterThan(textWidth("a", 10));
    expect(textWidth("研", 10)).toBe(10);
    expect(widest([], 10)).toBe(0);
  });

  test("the test for overlaps sees texts that lie over each other", async () => {
    const text = (value: number) => ({
      mark: "text" as const,
      encoding: { x: { value }, y: { value: 10 }, text: { value: "words" } },
    });
    const spec = (at: number) => ({ data: { values: [{}] }, width: 200, height: 20, layer: [text(20), text(at)] });
    expect(overlaps((await drawn(spec(30))).svg)).toHaveLength(1);
    expect(overlaps((await drawn(spec(90))).svg)).toEqual([]);
  });
});
