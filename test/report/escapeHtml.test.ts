import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, jsonForScript } from "../../src/report/escapeHtml.ts";
import { inlineScript } from "../../src/report/pageScript.ts";
import { statisticalText } from "../../src/report/statisticalText.ts";
import { HOSTILE } from "./hostileLabels.ts";

const SIGNS: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const read = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => SIGNS[entity]!);

describe("always", () => {
  test("an escaped text reads back as it was and has no tag, quote or stray ampersand", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...HOSTILE)), (text) => {
        const html = escapeHtml(text);
        expect(read(html)).toBe(text);
        expect(html).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  test("data in a script element cannot end it, and reads back as it was", () => {
    for (const label of HOSTILE) {
      const json = jsonForScript({ label });
      expect(json).not.toContain("<");
      expect(JSON.parse(json)).toEqual({ label });
    }
  });

  test("a sentence has italics of its own and no other tag", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...HOSTILE)), (text) => {
        const html = statisticalText(`${text} p < .001`);
        expect(html.replace(/<\/?i>/g, "")).not.toMatch(/[<>"']/);
        expect(read(html.replace(/<\/?i>/g, "")).replace(/\u00a0/g, " ")).toBe(
          `${text} p < .001`.replace(/\u00a0/g, " "),
        );
      }),
    );
  });

  test("symbols are in italics, words and Greek letters upright, figures kept together", () => {
    expect(statisticalText("Groep d en n: r(24,3) = −,31, 95%-BI [,21; ,40], α = ,80, ** p < ,01.")).toBe(
      "Groep d en n: <i>r</i>(24,3)\u00a0=\u00a0−,31, 95%-BI\u00a0[,21;\u00a0,40], α\u00a0=\u00a0,80, **\u00a0<i>p</i>\u00a0&lt;\u00a0,01.",
    );
  });

  test("a program in a page cannot end its element, points to no map and names no address as one", () => {
    const text = inlineScript(`a="</SCRIPT>";b='<img src="https://x.nl">';\n//# sourceMappingURL=a.js.map`);
    expect(text).not.toMatch(/<\/script/i);
    expect(text).not.toMatch(/src="https|sourceMappingURL/);
  });
});
