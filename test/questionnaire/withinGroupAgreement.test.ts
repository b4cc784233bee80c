import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nullVariances, withinGroup } from "../../src/questionnaire/groupAgreement.ts";
import { withinGroupAgreement, withinGroupAgreementCard } from "../../src/questionnaire/withinGroupAgreement.ts";
import { disclose } from "../../src/results/disclosure.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const BOUNDS = { minimum: 1, maximum: 5 };

/** Two items answered by respondents in groups, of which the first has at least two. */
const schools = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 6 }),
    {
      minLength: 2,
      maxLength: 5,
    },
  )
  .map((groups) => {
    const rows = groups.flatMap((members, g) => members.map(([a, b]) => ({ a, b, g: `school ${g}` })));
    return { items: { a: rows.map(({ a }) => a), b: rows.map(({ b }) => b) }, group: rows.map(({ g }) => g) };
  });

function codesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("withinGroupAgreement"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(withinGroupAgreement(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with the source", () => {
  test("a slight skew of five answers, .05 .15 .20 .35 .25, has the variance in the table", () => {
    const shares = [0.05, 0.15, 0.2, 0.35, 0.25];
    const mean = shares.reduce((sum, p, i) => sum + p * (i + 1), 0);
    const variance = shares.reduce((sum, p, i) => sum + p * (i + 1 - mean) ** 2, 0);
    expect(nullVariances(5).slightlySkewed).toBeCloseTo(variance, 12);
  });

  test("r_wg(j) is Spearman-Brown of r_wg", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 2, noNaN: true }), fc.integer({ min: 1, max: 20 }), (variance, items) => {
        const r = withinGroup(variance, 2, 1);
        expect(withinGroup(variance, 2, items)).toBeCloseTo((items * r) / (1 + (items - 1) * r), 10);
      }),
    );
  });
});

describe("always", () => {
  test("the order of rows, the names of groups and the direction of the scale make no difference", () => {
    fc.assert(
      fc.property(schools, ({ items, group }) => {
        const turned = (column: readonly number[]) => column.map((answer) => 6 - answer).toReversed();
        const before = withinGroupAgreement({ items, group }, BOUNDS);
        const after = withinGroupAgreement(
          { items: { b: turned(items.b), a: turned(items.a) }, group: group.map((g) => `x ${g}`).toReversed() },
          BOUNDS,
        );
        expect(after.rwg.groups).toBe(before.rwg.groups);
        expect(after.deviationFromMean.mean).toBeCloseTo(before.deviationFromMean.mean, 10);
        expect(after.deviationFromMedian.median).toBeCloseTo(before.deviationFromMedian.median, 10);
        for (const row of before.groups) {
          const same = after.groups.find((one) => one.group === `x ${row.group}`)!;
          expect(same.meanVariance).toBeCloseTo(row.meanVariance!, 10);
          if (row.rwg !== null && Math.abs(row.rwg) < 100) expect(same.rwg).toBeCloseTo(row.rwg, 8);
        }
      }),
    );
  });

  test("never above 1, the deviation from the median never above that from the mean", () => {
    fc.assert(
      fc.property(schools, (data) => {
        for (const row of withinGroupAgreement(data, BOUNDS).groups) {
          expect(row.rwg ?? 0).toBeLessThanOrEqual(1);
          expect(row.deviationFromMedian!).toBeLessThanOrEqual(row.deviationFromMean! + 1e-12);
        }
      }),
    );
  });

  test("set to 0: nothing below, and what was above stays", () => {
    fc.assert(
      fc.property(schools, (data) => {
        const kept = withinGroupAgreement(data, BOUNDS);
        const capped = withinGroupAgreement(data, { ...BOUNDS, belowZero: "zero" });
        for (const [i, { rwg }] of kept.groups.entries())
          expect(capped.groups[i]!.rwg).toBe(rwg !== null && rwg > 0 ? rwg : 0);
        expect(capped.rwg.belowZero).toBe(0);
      }),
    );
  });
});

describe("at the edges", () => {
  const wild = { items: { a: [1, 5, 1, 5, 4, 4], b: [5, 1, 5, 1, 4, 4] }, group: ["x", "x", "x", "x", "y", "y"] };

  test("more difference than at random: kept negative for one item, empty where r_wg(j) breaks down", () => {
    const one = withinGroupAgreement({ items: { a: wild.items.a }, group: wild.group }, BOUNDS);
    expect(one.groups[0]!.rwg).toBeCloseTo(1 - 16 / 3 / 2, 12);
    expect(codesOf(one)).toEqual(["rwg/negative"]);
    const two = withinGroupAgreement(wild, BOUNDS);
    expect(two.groups[0]!.rwg).toBeNull();
    expect(two.rwg).toEqual({ groups: 1, mean: 1, median: 1, belowZero: 0 });
    expect(codesOf(two)).toEqual(["rwg/broken"]);
    expect(JSON.parse(JSON.stringify(two))).toEqual(two);
  });

  test("groups of one, rows without a group or an answer", () => {
    const found = withinGroupAgreement(
      { items: { a: [1, 2, 3, null, 4] }, group: ["x", "x", "y", "x", null] },
      { minimum: 1, maximum: 4 },
    );
    expect(found.sample).toEqual({ unit: "respondent", used: 3, dropped: 2, missing: 1 });
    expect(found.groups[1]).toMatchObject({ group: "y", n: 1, rwg: null, deviationFromMean: null, meanVariance: null });
    expect(codesOf(found)).toEqual(["missing/listwise", "groups/single", "rwg/no-skewed-variance"]);
  });

  test("one group: no ICC; all answers alike: agreement 1 and no ICC", () => {
    const one = withinGroupAgreement({ items: { a: [1, 2, 4] }, group: ["x", "x", "x"] }, BOUNDS);
    expect(one.intraclassCorrelation).toBeNull();
    expect(codesOf(one)).toContain("groups/one");
    const alike = withinGroupAgreement({ items: { a: [3, 3, 3, 3] }, group: ["x", "x", "y", "y"] }, BOUNDS);
    expect(alike.rwg).toEqual({ groups: 2, mean: 1, median: 1, belowZero: 0 });
    expect(alike.intraclassCorrelation).toBeNull();
  });

  test("small groups are hidden in what is shown", () => {
    const rows = withinGroupAgreementCard.tidy(withinGroupAgreement(wild, BOUNDS));
    const ofGroups = disclose(rows, "strict").filter(({ group }) => group !== undefined);
    expect(ofGroups.length).toBe(8);
    expect(ofGroups.every(({ suppressed, estimate }) => suppressed === true && estimate === null)).toBe(true);
  });
});

describe("refuses", () => {
  const data = { items: { a: [1, 2, 3] }, group: ["x", "x", "y"] };
  test.each([
    ["no bounds", data, {}, "option/needed"],
    ["bounds the wrong way round", data, { minimum: 5, maximum: 1 }, "option/invalid"],
    ["bounds with a broken step", data, { minimum: 1, maximum: 4.5 }, "option/invalid"],
    ["an answer outside", data, { minimum: 1, maximum: 2 }, "data/outside-range"],
    ["only groups of one", { items: { a: [1, 2] }, group: ["x", "y"] }, BOUNDS, "data/too-few"],
  ])("%s", (_, given, options, code) => {
    expect(() => withinGroupAgreement(given, options)).toThrow(expect.objectContaining({ code }));
  });
});
