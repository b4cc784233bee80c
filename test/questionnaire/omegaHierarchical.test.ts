import { describe, expect, test } from "vitest";
import { cronbachAlpha } from "../../src/questionnaire/cronbachAlpha.ts";
import { omegaHierarchical, omegaHierarchicalCard } from "../../src/questionnaire/omegaHierarchical.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const CASES = fixtureCases("omegaHierarchical");

function dataOf(name: string): { items: Record<string, number[]> } {
  return CASES.find(([own]) => own.includes(name))![1].data;
}

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(CASES)("%s", (_, { data, options, expected, ...rest }) => {
    const { items, ...figures } = expected;
    const result = omegaHierarchical(data, options);
    expect(result.sample.used).toBe((rest as unknown as { n: number }).n);
    expect(disagreements(result, figures, 10)).toEqual([]);
    // a loading near 0 is the difference of larger numbers
    expect(disagreements(result, { items }, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows and the unit of an item make no difference", () => {
    const { items } = dataOf("nine items");
    const before = omegaHierarchical({ items });
    const moved = Object.entries(items).map(([name, column], j) => [name, column.toReversed().map((x) => x * (j + 1))]);
    const after = omegaHierarchical({ items: Object.fromEntries(moved) });
    expect(after.omegaHierarchical).toBeCloseTo(before.omegaHierarchical, 10);
    expect(after.items[4]!.general).toBeCloseTo(before.items[4]!.general, 9);
  });

  test("the general and group loadings are what an item shares, and hierarchical is less than total", () => {
    const found = omegaHierarchical({ items: dataOf("nine items").items });
    for (const { general, groups, uniqueness } of found.items) {
      expect(general ** 2 + groups.reduce((sum, one) => sum + one ** 2, 0)).toBeCloseTo(1 - uniqueness, 10);
    }
    expect(found.omegaHierarchical).toBeLessThan(found.omega);
    expect(found.groups.flatMap(({ items }) => items)).toHaveLength(9);
  });

  test("its alpha is the standardized alpha", () => {
    const { items } = dataOf("nine items");
    expect(omegaHierarchical({ items }).alpha).toBeCloseTo(cronbachAlpha({ items }).standardizedAlpha!, 12);
  });

  test("an item turned over turns its loadings, and is never turned back", () => {
    const { items } = dataOf("nine items");
    const before = omegaHierarchical({ items });
    const after = omegaHierarchical({ items: { ...items, i4: items.i4!.map((x) => -x) } });
    expect(after.items[3]!.general).toBeCloseTo(-before.items[3]!.general, 9);
    expect(codesOf(after)).toContain("item/negative-loading");
  });

  test("random starts end where the unrotated loadings do, when there is one minimum", () => {
    const { items } = dataOf("four groups");
    const [one, many] = [0, 30].map((starts) => omegaHierarchical({ items }, { factors: 4, starts }));
    expect(codesOf(one!)).not.toContain("rotation/several-minima");
    expect(many!.omega).toBeCloseTo(one!.omega, 10);
  });
});

describe("at the edges", () => {
  test("two factors: equal loadings on the general one, and a note", () => {
    const found = omegaHierarchical({ items: dataOf("two groups").items }, { factors: 2 });
    expect(found.groups[0]!.generalLoading).toBe(found.groups[1]!.generalLoading);
    expect(codesOf(found)).toContain("omega/group-factors");
  });

  test("an item that would share more than it has is held, and named", () => {
    const found = omegaHierarchical({ items: dataOf("held at the smallest").items });
    expect(Math.min(...found.items.map(({ uniqueness }) => uniqueness))).toBeCloseTo(0.005, 10);
    expect(codesOf(found)).toContain("omega/bound");
  });

  test("rows give the general loading first, then those of the groups", () => {
    const rows = omegaHierarchicalCard.tidy(omegaHierarchical({ items: dataOf("nine items").items }));
    expect(rows.slice(0, 4).map((row) => row.with)).toEqual(["general", "group 1", "group 2", "group 3"]);
    expect(rows).toHaveLength(36);
  });
});

describe("refuses", () => {
  const items = dataOf("nine items").items;
  const few = Object.fromEntries(Object.entries(items).slice(0, 5));
  test.each([
    ["five items for three factors", few, {}, { code: "omega/too-many-factors" }],
    ["a constant item", { ...items, i3: items.i3!.map(() => 1) }, {}, { code: "omega/singular" }],
    ["an item twice", { ...items, i3: items.i1! }, {}, { code: "omega/singular" }],
    ["one factor", items, { factors: 1 }, { code: "option/invalid" }],
  ])("%s", (_, given, options, problem) => {
    expect(() => omegaHierarchical({ items: given }, options)).toThrow(expect.objectContaining(problem));
  });

  test("says how many items so many factors need", () => {
    expect(() => omegaHierarchical({ items: few })).toThrow(/at least 6 items; 5 given/);
    expect(() => omegaHierarchical({ items }, { factors: 6 })).toThrow(/at least 10 items/);
  });
});
