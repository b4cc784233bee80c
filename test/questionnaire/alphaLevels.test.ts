import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphaLevels, alphaLevelsCard } from "../../src/questionnaire/alphaLevels.ts";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

interface Data {
  readonly items: Record<string, number[]>;
  readonly cluster: string[];
}

const CASES = fixtureCases("alphaLevels");
const SCHOOLS = CASES[0]![1].data as unknown as Data;
const UNEQUAL = CASES[1]![1].data as unknown as Data;

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

function alphasOf({ levels }: ReturnType<typeof alphaLevels>) {
  return levels.map(({ alpha }) => alpha!);
}

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected }) => {
    expect(disagreements(alphaLevels(data, options), expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows and the names of clusters make no difference", () => {
    const before = alphasOf(alphaLevels(UNEQUAL));
    const items = Object.entries(UNEQUAL.items).map(([name, column]) => [name, column.toReversed()]);
    const cluster = UNEQUAL.cluster.toReversed().map((name) => `school ${name}`);
    const after = alphasOf(alphaLevels({ items: Object.fromEntries(items), cluster }));
    after.forEach((alpha, i) => {
      expect(alpha).toBeCloseTo(before[i]!, 11);
    });
  });

  test("what every member of a cluster shares does not touch alpha within", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 30, maxLength: 30 }), (shifts) => {
        const items = Object.entries(SCHOOLS.items).map(([name, column], j) => [
          name,
          column.map((x, i) => x + shifts[(Math.floor(i / 6) + j) % 30]!),
        ]);
        const moved = alphaLevels({ ...SCHOOLS, items: Object.fromEntries(items) });
        expect(moved.levels[1]!.alpha).toBeCloseTo(alphaLevels(SCHOOLS).levels[1]!.alpha!, 9);
      }),
      { numRuns: 20 },
    );
  });

  test("the total is the ordinary alpha with its interval, the items' ICC the ordinary one", () => {
    const found = alphaLevels(UNEQUAL);
    const { alpha, lower, upper } = cronbachAlpha({ items: UNEQUAL.items });
    expect(found.levels[0]!.alpha).toBeCloseTo(alpha, 12);
    expect(found.levels[0]!.lower).toBeCloseTo(lower!, 12);
    expect(found.levels[0]!.upper).toBeCloseTo(upper!, 12);
    const { icc } = intraclassCorrelation({ values: UNEQUAL.items.talks!, cluster: UNEQUAL.cluster });
    expect(found.items[0]!.icc).toBeCloseTo(icc!, 12);
  });

  test("a higher level gives a wider interval, within as in total", () => {
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => alphaLevels(SCHOOLS, { confidenceLevel }).levels);
    for (const i of [0, 1]) {
      expect(wide![i]!.lower!).toBeLessThan(narrow![i]!.lower!);
      expect(wide![i]!.upper!).toBeGreaterThan(narrow![i]!.upper!);
    }
    expect(narrow![2]).toMatchObject({ lower: null, upper: null });
  });
});

describe("at the edges", () => {
  test("nothing between clusters: no alpha there, every item named", () => {
    const found = alphaLevels(CASES.find(([name]) => name.includes("nothing between"))![1].data);
    expect(found.levels[2]!.alpha).toBeNull();
    expect(codesOf(found)).toEqual(["alpha/no-between", ...new Array(4).fill("item/no-between")]);
  });

  test("clusters that differ in one way only: covariances possible, or said to be impossible in any unit", () => {
    const impossible = CASES.filter(([name]) => /thirty schools|million/.test(name)).map(([, one]) =>
      alphaLevels(one.data),
    );
    for (const found of impossible) expect(codesOf(found)).toContain("alpha/between-impossible");
    const shared = SCHOOLS.cluster.map((_, i) => 40 * Math.floor(i / 6));
    const items = Object.entries(SCHOOLS.items).map(([name, column], j) => [
      name,
      column.map((x, i) => x + shared[i]! + 40 * ((Math.floor(i / 6) * (j + 2)) % 11)),
    ]);
    expect(codesOf(alphaLevels({ ...SCHOOLS, items: Object.fromEntries(items) }))).toEqual([]);
  });

  test("rows without an answer or a cluster are left out and counted; n between is that of clusters", () => {
    const found = alphaLevels(CASES.find(([name]) => name.includes("missing"))![1].data);
    expect(found.sample).toEqual({ unit: "respondent", used: 125, dropped: 5, missing: 4 });
    const rows = alphaLevelsCard.tidy(found);
    expect(rows.map(({ level, n }) => [level, n])).toEqual([
      ["total", 125],
      ["within", 125],
      ["between", found.clusters],
    ]);
  });
});

describe("refuses", () => {
  const items = { a: [1, 2, 3, 4], b: [2, 1, 3, 5] };
  test.each([
    ["one cluster", items, ["p", "p", "p", "p"], "data/too-few"],
    ["clusters of one", items, ["p", "q", "r", "s"], "data/single-rows"],
    ["no rows with a cluster", items, [null, null, null, null], "data/too-few"],
    ["items whose sum does not vary", { a: [1, 2, 3, 4], b: [4, 3, 2, 1] }, ["p", "p", "q", "q"], "scale/no-variance"],
  ])("%s", (_, given, cluster, code) => {
    expect(() => alphaLevels({ items: given, cluster })).toThrow(expect.objectContaining({ code }));
  });
});
