import { describe, expect, test } from "vitest";
import { mcdonaldOmega, mcdonaldOmegaAsync, mcdonaldOmegaCard } from "../../src/questionnaire/mcdonaldOmega.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

interface Expected {
  readonly values: unknown;
  readonly errors: unknown;
  readonly fit: unknown;
  readonly interval: unknown;
  readonly n: number;
}

const CASES = fixtureCases("mcdonaldOmega");

function caseOf(name: string) {
  return CASES.find(([own]) => own.includes(name))![1];
}

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

/** Answers of 60 respondents with one factor behind them, and every seventh of the last item missing. */
const ITEMS: Record<string, (number | null)[]> = Object.fromEntries(
  ["a", "b", "c", "d"].map((name, j) => [
    name,
    Array.from({ length: 60 }, (_, i) =>
      j === 3 && i % 7 === 0 ? null : ((i * 11) % 17) + ((i * (3 + 2 * j) + j * 5) % 9) * 1.5,
    ),
  ]),
);

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected }) => {
    const { values, errors, fit, interval, n } = expected as unknown as Expected;
    const result = mcdonaldOmega(data, options);
    expect(result.sample.used).toBe(n);
    expect(disagreements(result, values, 11)).toEqual([]);
    // lavaan's and these FIML second derivatives: R has them by differences of the gradient
    expect(disagreements(result, errors, 10)).toEqual([]);
    expect(disagreements(result.fit, fit, 10)).toEqual([]);
    expect(disagreements(result.fit, interval, 9)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test("neuroticism: the two denominators differ by the misfit", () => {
    const { data } = caseOf("all complete rows");
    const { omega, observedOmega, fit } = mcdonaldOmega(data, { missing: "listwise" });
    expect(omega).toBeCloseTo(0.8128, 4);
    expect(observedOmega).toBeCloseTo(0.8001, 4);
    expect(fit.cfi!).toBeLessThan(0.95);
  });
});

describe("always", () => {
  test("the order of rows and items, and the zero of an item, make no difference", () => {
    const { omega, fit } = mcdonaldOmega({ items: ITEMS });
    const turned = Object.fromEntries(
      Object.entries(ITEMS)
        .toReversed()
        .map(([name, column], j) => [name, column.toReversed().map((x) => (x === null ? null : x + 100 * j))]),
    );
    const other = mcdonaldOmega({ items: turned });
    expect(other.omega).toBeCloseTo(omega, 10);
    expect(other.fit.statistic).toBeCloseTo(fit.statistic, 8);
  });

  test("another unit for all items: the same omega, loadings in that unit", () => {
    const before = mcdonaldOmega({ items: ITEMS });
    const items = Object.entries(ITEMS).map(([name, column]) => [name, column.map((x) => (x === null ? null : 8 * x))]);
    const after = mcdonaldOmega({ items: Object.fromEntries(items) });
    expect(after.omega).toBeCloseTo(before.omega, 10);
    expect(after.standardError).toBeCloseTo(before.standardError!, 10);
    expect(after.items[2]!.loading).toBeCloseTo(8 * before.items[2]!.loading, 8);
  });

  test("complete data: both ways to deal with missing values are one", () => {
    const { data } = caseOf("attitude, level .8");
    const [fiml, listwise] = [mcdonaldOmega(data), mcdonaldOmega(data, { missing: "listwise" })];
    expect({ ...fiml, options: 0 }).toEqual({ ...listwise, options: 0 });
  });

  test("a row with one answer missing still counts, unless asked otherwise", () => {
    const whole = Object.fromEntries(Object.entries(ITEMS).map(([name, column]) => [name, column.slice(1, 7)]));
    const items = { ...whole, a: [null, ...whole.a!.slice(1)] };
    expect(mcdonaldOmega({ items }).sample).toEqual({ unit: "respondent", used: 6, dropped: 0, missing: 1 });
    expect(mcdonaldOmega({ items }, { missing: "listwise" }).sample).toMatchObject({ used: 5, dropped: 1 });
  });

  test("a higher level gives a wider interval around omega", () => {
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => mcdonaldOmega({ items: ITEMS }, { confidenceLevel }));
    expect(wide!.lower!).toBeLessThan(narrow!.lower!);
    expect(wide!.upper!).toBeGreaterThan(narrow!.upper!);
    expect((wide!.lower! + wide!.upper!) / 2).toBeCloseTo(wide!.omega, 12);
  });

  test("the bootstrap: same seed, same limits, at once or in parts, around both omegas", async () => {
    const options = { interval: "bootstrap", seed: 5, draws: 120 } as const;
    const found = mcdonaldOmega({ items: ITEMS }, options);
    expect(await mcdonaldOmegaAsync({ items: ITEMS }, options)).toEqual(found);
    expect(mcdonaldOmega({ items: ITEMS }, { ...options, seed: 6 }).lower).not.toBe(found.lower);
    expect(found.lower! < found.omega && found.omega < found.upper!).toBe(true);
    expect(found.observedLower! < found.observedOmega && found.observedOmega < found.observedUpper!).toBe(true);
    expect(mcdonaldOmega({ items: ITEMS }).standardError).toBeCloseTo((found.upper! - found.lower!) / 3.92, 1);
  });
});

describe("at the edges", () => {
  test("three items fit exactly: no test, one omega", () => {
    const { data } = caseOf("three items");
    const found = mcdonaldOmega(data);
    expect(found.fit).toMatchObject({ statistic: 0, df: 0, pValue: null, cfi: null, rmsea: null, srmr: 0 });
    expect(found.omega).toBeCloseTo(found.observedOmega, 10);
    expect(codesOf(found)).toContain("omega/just-identified");
  });

  test("a Heywood case and a negative loading are noted and kept", () => {
    const heywood = mcdonaldOmega(caseOf("Heywood").data);
    expect(Math.min(...heywood.items.map(({ residualVariance }) => residualVariance))).toBeLessThan(0);
    expect(codesOf(heywood)).toContain("omega/heywood");
    const turned = mcdonaldOmega(caseOf("other way round").data);
    expect(turned.items.find(({ item }) => item === "raises")!.loading).toBeLessThan(0);
    expect(codesOf(turned)).toContain("item/negative-loading");
  });

  test("rows without any answer are left out and counted", () => {
    const found = mcdonaldOmega(caseOf("an empty row").data);
    expect(found.sample).toMatchObject({ used: 60, dropped: 1 });
    expect(codesOf(found)).toEqual(expect.arrayContaining(["missing/empty-rows", "missing/fiml"]));
  });

  test("a bootstrap without a seed has no interval", () => {
    const found = mcdonaldOmega({ items: ITEMS }, { interval: "bootstrap" });
    expect(found).toMatchObject({ lower: null, upper: null, observedLower: null, undefinedDraws: 0 });
    expect(codesOf(found)).toContain("interval/needs-seed");
  });

  test("one row of figures has the fit beside omega", () => {
    const row = mcdonaldOmegaCard.glance(mcdonaldOmega({ items: ITEMS }));
    expect(row).toMatchObject({ k: 4, n: 60, df: 2 });
    expect(row.cfi).not.toBeNull();
  });
});

describe("refuses", () => {
  const line = [1, 2, 3, 4, 5, 6, 7];
  test.each([
    ["two items", { a: line, b: line }, "input/too-few-columns"],
    ["the same item twice", { a: line, b: line, c: [3, 1, 2, 5, 4, 7, 6] }, "omega/singular"],
    ["a constant item", { a: line, b: [3, 1, 2, 5, 4, 7, 6], c: line.map(() => 2) }, "omega/singular"],
    ["as many rows as items", { a: [1, 2, 3], b: [1, 3, 2], c: [2, 1, 4] }, "data/too-few"],
    [
      "two items never answered together",
      { a: [1, 2, 3, 4, null, null, null], b: [null, null, null, null, 1, 2, 3], c: line },
      "data/too-few",
    ],
    [
      "items that no factor can describe",
      { a: [1, 2, 3, 4, 5, 6, 7], b: [2, 1, 4, 3, 6, 5, 7], c: [3, 6, 1, 7, 2, 5, 6.5], d: [5, 1, 6, 2, 4, 7, 1] },
      "omega/no-solution",
    ],
  ])("%s", (_, items, code) => {
    expect(() => mcdonaldOmega({ items })).toThrow(expect.objectContaining({ code }));
  });
});
