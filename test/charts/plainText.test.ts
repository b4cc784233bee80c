import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { legendColumns, scaleAround, tickLabels } from "../../src/charts/chart.ts";
import { drawnName, plainText } from "../../src/charts/plainText.ts";
import { HOSTILE, STEERING } from "../report/hostileLabels.ts";
import { drawn } from "./drawnSpec.ts";

describe("always", () => {
  test("a label is one line of visible letters, and the same when cleaned twice", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE)), (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(STEERING);
        expect(plain).not.toContain("\n");
        expect(plainText(plain).replace(/ +/g, " ")).toBe(plain.replace(/ +/g, " "));
      }),
    );
  });

  test("letters of every script, accents and joined emoji stay", () => {
    const text = "Šimić 研究 שלום e\u0301 \u{1f469}\u200d\u{1f467} τ² −,30";
    expect(plainText(text)).toBe(text);
  });

  test("a shortened name keeps its head and its end, within the limit", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.integer({ min: 5, max: 60 }), (name, limit) => {
        const shown = drawnName(name, limit);
        expect([...shown].length).toBeLessThanOrEqual(limit);
        expect(name.startsWith(shown.split("…")[0]!) || name.includes("…")).toBe(true);
        if ([...name].length <= limit) expect(shown).toBe(name);
        else expect(name.endsWith([...shown].at(-1)!)).toBe(true);
      }),
    );
    expect(drawnName("een lange naam (omgepoold)", 20)).not.toBe(drawnName("een lange naam (herhaald)", 20));
  });

  test("a scale holds its values, and has room when they are all the same", () => {
    expect(scaleAround([2, null, 3])).toEqual({ zero: false, nice: true, padding: 10 });
    for (const value of [0, 2, -500]) {
      const [low, high] = scaleAround([value, value]).domain!;
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
    }
    expect(scaleAround([null])).toEqual({ domain: [0, 1] });
  });

  test("a legend has as many columns as fit, and at least one", () => {
    expect(legendColumns(["a", "b"], 420)).toBeGreaterThan(5);
    expect(legendColumns(["x".repeat(300)], 420)).toBe(1);
  });
});

describe("agrees with the reader's language", () => {
  test.each([
    ["nl", "number", [0, 0.5, 1500, 2500.5], ["0", "0,5", "1.500", "2.500,5"]],
    ["en", "number", [0, 0.5, 1500, 2500.5], ["0", "0.5", "1,500", "2,500.5"]],
    ["nl", "coefficient", [-0.5, 0, 0.25, 1], ["−,5", "0", ",25", "1"]],
    ["en", "coefficient", [-0.5, 0, 0.25, 1], ["−.5", "0", ".25", "1"]],
  ] as const)("%s, %s: the numbers of an axis", async (language, shown, values, texts) => {
    const x = {
      field: "x",
      type: "quantitative" as const,
      axis: { values: [...values], format: ",.2~f", labelExpr: tickLabels(language, shown), labelOverlap: false },
    };
    const data = { values: values.map((value) => ({ x: value })) };
    const { svg } = await drawn({ data, mark: "point", width: 2000, encoding: { x } });
    for (const text of texts) expect(svg).toContain(`>${text}<`);
  });
});
