import { describe, expect, test } from "vitest";
import { REPLICATIONS, replicate } from "../../src/replications/replicate.ts";

const RAUDENBUSH = [
  ["Q (heterogeneity)", false],
  ["z, fixed effects", false],
  ["Mean, random effects (REML)", false],
  ["Plausible values, lower", true],
  ["Plausible values, upper", true],
];

describe("agrees with what was printed", () => {
  test("Raudenbush: each computed figure is within one unit of the last printed digit, Q within its earlier rounding", () => {
    const [comparison] = replicate("raudenbush1985", "en").tables;
    const rows = comparison!.rows.map(
      ({ term, published, computed }) => [term, published as number, computed as number] as const,
    );
    const apart = rows.map(([term, published, computed]) => [
      term,
      Math.abs(published - computed) <= (term === "Q (heterogeneity)" ? 0.025 : 0.01),
    ]);
    expect(apart.filter(([, close]) => !close)).toEqual([]);
    expect(rows.length).toBe(5);
  });

  test("Raudenbush: the fits are metafor's", () => {
    const [fixed, random, today] = replicate("raudenbush1985", "en").tables[1]!.rows;
    expect(fixed!.estimate).toBeCloseTo(0.06036557, 8);
    expect(random!.estimate).toBeCloseTo(0.0837, 4);
    expect(random!.tau2).toBeCloseTo(0.01882, 4);
    expect(today!.lower).toBeCloseTo(-0.0457, 4);
  });

  test("Fan & Chen as reported by Lusse: the three figures, and the n-weighted mean .192 that is not the reported .30", () => {
    const rows = replicate("fan_chen_lusse", "en").tables[0]!.rows;
    expect(rows.slice(0, 3).map(({ r, k, n }) => [r, k, n])).toEqual([
      [0.39, 10, 24826],
      [0.17, 10, 26493],
      [0.13, 12, 69137],
    ]);
    expect(rows[3]!.r).toBeCloseTo(0.1924, 4);
    expect(rows[4]).toMatchObject({ r: 0.3, k: 25, n: null });
  });

  test("Raudenbush: which printed figures are the computed ones rounded; Q was printed after an earlier rounding", () => {
    const rows = replicate("raudenbush1985", "en").tables[0]!.rows;
    expect(rows.map(({ term, withinRounding }) => [term, withinRounding])).toEqual(RAUDENBUSH);
  });

  test("the binomial effect size display of .30: 35% against 65%", () => {
    const rows = replicate("besd", "en").tables[0]!.rows;
    expect(rows.map(({ computed, withinRounding }) => [computed, withinRounding])).toEqual([
      [0.35, true],
      [0.65, true],
    ]);
  });

  test("Perry: .18 as printed, odds ratio 2.11 and h .37 beside it", () => {
    const rows = replicate("perry_preschool", "nl").tables[0]!.rows;
    expect(rows[0]).toMatchObject({ term: "Risicoverschil", published: 0.18, withinRounding: true });
    expect(rows[1]!.computed).toBeCloseTo(2.11317, 5);
    expect(rows[2]!.computed).toBeCloseTo(0.3668, 3);
  });

  test("Hill & Tyson: listed, nothing computed", () => {
    const rows = replicate("hill_tyson_2009", "en").tables[0]!.rows;
    expect(rows.map(({ published }) => published)).toEqual(expect.arrayContaining([0.39, 0.19, 0.03, -0.11]));
    expect(rows.every(({ computed }) => computed === null)).toBe(true);
  });
});

describe("always", () => {
  test("what follows from r and n alone: interval by Fisher's z, d, and the display of two halves", () => {
    const [expectations] = replicate("fan_chen_lusse", "nl").tables[0]!.rows;
    const margin = 1.959963984540054 / Math.sqrt(24826 - 3);
    expect(expectations!.lower).toBeCloseTo(Math.tanh(Math.atanh(0.39) - margin), 12);
    expect(expectations!.d).toBeCloseTo((2 * 0.39) / Math.sqrt(1 - 0.39 ** 2), 12);
    expect(expectations!.lowGroupShare).toBeCloseTo(0.305, 14);
    expect(expectations!.highGroupShare).toBeCloseTo(0.695, 14);
    expect(expectations!.term).toBe("Verwachtingen");
  });

  test.each(Object.keys(REPLICATIONS))("%s has titles, notes and a forest in both languages", (id) => {
    for (const language of ["nl", "en"] as const) {
      const { tables, forest, title } = replicate(id, language);
      expect(title[language].length).toBeGreaterThan(5);
      expect(tables.every(({ rows }) => rows.length > 1)).toBe(true);
      expect(forest.rows.every(({ estimate }) => typeof estimate === "number")).toBe(true);
    }
  });
});

describe("refuses", () => {
  test("an id that does not exist, naming those that do", () => {
    expect(() => replicate("nobody1999", "en")).toThrow(/raudenbush1985/);
  });
});
