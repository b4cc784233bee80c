import { describe, expect, test } from "vitest";
import { cronbachAlpha, cronbachAlphaCard } from "../../src/questionnaire/cronbachAlpha.ts";
import { alphaSentence } from "../../src/report/alphaSentence.ts";
import { HOSTILE, STEERING } from "./hostileLabels.ts";

const ROW = { alpha: 0.7871, lower: 0.75, upper: 0.8204, k: 6, n: 1319 };

describe("agrees with the Publication manual (7th ed., 6.43-6.44)", () => {
  test("Dutch and English", () => {
    expect(alphaSentence(ROW, "Talking", { language: "en" })).toBe(
      "Cronbach's alpha of Talking: α = .79, 95% CI [.75, .82], k = 6, n = 1,319.",
    );
    expect(alphaSentence(ROW, "Praten", { language: "nl" })).toBe(
      "Cronbachs alfa van Praten: α = ,79, 95%-BI [,75; ,82], k = 6, n = 1.319.",
    );
  });

  test("takes the glance of cronbachAlpha as it is", () => {
    const result = cronbachAlpha({ items: { a: [1, 2, 3, 4, 5, 4], b: [2, 2, 4, 4, 5, 5] } });
    expect(alphaSentence(cronbachAlphaCard.glance(result), "Home", { language: "en" })).toMatch(
      /^Cronbach's alpha of Home: α = \.9\d, 95% CI \[\.\d\d, \.\d\d\], k = 2, n = 6\.$/,
    );
  });
});

describe("always", () => {
  test("a hostile name stays letters on one line", () => {
    for (const name of HOSTILE) {
      const text = alphaSentence(ROW, name, { language: "nl" });
      expect(text).toMatch(/^Cronbachs alfa van .*: α = ,79, /);
      expect(text).not.toMatch(STEERING);
    }
  });
});

describe("at the edges", () => {
  test("an alpha below zero keeps its sign; limits below -1 have their digit", () => {
    expect(alphaSentence({ alpha: -0.2, lower: -1.4, upper: 0.31 }, "X", { language: "nl" })).toBe(
      "Cronbachs alfa van X: α = −,20, 95%-BI [−1,40; ,31].",
    );
  });

  test("a hidden alpha has no figures", () => {
    expect(alphaSentence({ alpha: null, k: null, n: null, suppressed: true }, "X", { language: "en" })).toBe(
      "Cronbach's alpha of X is not available.",
    );
  });
});
