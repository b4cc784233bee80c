import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { subgroups, subgroupsCard } from "../../src/meta/subgroups.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { effectData } from "./effectData.ts";

const METHODS = fc.constantFrom("REML" as const, "DL" as const, "FE" as const);
const TESTS = fc.constantFrom("knappHartung" as const, "adHoc" as const, "z" as const);

/** Effects in two to four subgroups of at least three. */
const grouped = fc.array(effectData, { minLength: 2, maxLength: 4 }).map((parts) => ({
  estimate: parts.flatMap(({ estimate }) => estimate),
  samplingVariance: parts.flatMap(({ samplingVariance }) => samplingVariance),
  subgroup: parts.flatMap(({ estimate }, g) => estimate.map(() => `group ${g}`)),
}));

const WITH_SINGLE = {
  estimate: [0.1, 0.5, 0.3, 0.4, 0.9, 0.2, 0.6],
  samplingVariance: [0.01, 0.02, 0.015, 0.01, 0.03, 0.02, 0.01],
  subgroup: ["a", "b", "a", "c", "a", "b", "b"],
};

function notesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("subgroups"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(subgroups(data, options), expected, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("Q in total is Q within plus Q between, and so are the degrees of freedom", () => {
    fc.assert(
      fc.property(grouped, METHODS, (data, method) => {
        const { partition } = subgroups(data, { method });
        const { QTotal, QWithin, QBetween, dfTotal, dfWithin, dfBetween } = partition;
        expect((QWithin + QBetween) / QTotal).toBeCloseTo(1, 11);
        expect(dfWithin + dfBetween).toBe(dfTotal);
      }),
    );
  });

  test("one subgroup is the whole, and the whole is randomEffects", () => {
    fc.assert(
      fc.property(effectData, METHODS, TESTS, fc.constantFrom("common", "separate"), (data, method, given, tau2) => {
        const alone = subgroups(
          { ...data, subgroup: data.estimate.map(() => "all") },
          { method, test: given, tau2, backTransform: "fisherZ" },
        );
        const whole = randomEffects(data, { method, test: given, backTransform: "fisherZ" });
        const { group, ...figures } = alone.groups[0]!;
        const { group: name, ...total } = alone.total;
        expect([group, name]).toEqual(["all", "total"]);
        expect(disagreements(figures, total, 14)).toEqual([]);
        for (const field of [
          "estimate",
          "standardError",
          "lower",
          "pValue",
          "tau2",
          "I2",
          "predictionUpper",
        ] as const) {
          expect(total[field]).toBe(whole[field]);
        }
        expect(total.transformed).toEqual(whole.transformed);
        expect(alone.partition).toMatchObject({ QBetween: 0, dfBetween: 0, pBetween: null });
        expect(alone.differences).toEqual({ separate: null, common: null });
        expect(alone.contrasts).toEqual([]);
        expect(notesOf(alone)).toContain("subgroups/one");
      }),
    );
  });

  test("in the fixed model both comparisons are Q between, and the table has the fixed means", () => {
    fc.assert(
      fc.property(grouped, (data) => {
        const { partition, differences, groups } = subgroups(data, { method: "FE", test: "z" });
        expect(differences.common!.statistic).toBe(partition.QBetween);
        expect(differences.separate!.statistic).toBe(partition.QBetween);
        for (const { estimate, fixedEstimate, upper, fixedUpper } of groups) {
          expect(disagreements([estimate, upper], [fixedEstimate, fixedUpper], 13)).toEqual([]);
        }
      }),
    );
  });

  test("with two subgroups the contrast squared is the test statistic", () => {
    const two = grouped.map(({ subgroup, ...data }) => ({
      ...data,
      subgroup: subgroup.map((g) => (g === "group 0" ? 0 : 1)),
    }));
    fc.assert(
      fc.property(two, METHODS, (data, method) => {
        const z = subgroups(data, { method, test: "z", tau2: "common" });
        expect(z.contrasts[0]!.statistic! ** 2).toBeCloseTo(z.differences.common!.statistic, 9);
        expect(z.contrasts[0]!.pValue!).toBeCloseTo(z.differences.common!.pValue, 9);
        const t = subgroups(data, { method, tau2: "common" });
        expect(t.contrasts[0]!.statistic! ** 2 / t.differences.common!.F!).toBeCloseTo(1, 9);
        expect(t.contrasts[0]!.pValue!).toBeCloseTo(t.differences.common!.pF!, 9);
        const own = subgroups(data, { method, test: "z" });
        expect(own.contrasts[0]!.statistic! ** 2).toBeCloseTo(own.differences.separate!.statistic, 9);
      }),
    );
  });

  test("the order of the rows changes nothing but the order of the subgroups", () => {
    fc.assert(
      fc.property(grouped, fc.constantFrom("common", "separate"), ({ estimate, samplingVariance, subgroup }, tau2) => {
        const one = subgroups({ estimate, samplingVariance, subgroup }, { tau2 });
        const turned = subgroups(
          {
            estimate: estimate.toReversed(),
            samplingVariance: samplingVariance.toReversed(),
            subgroup: subgroup.toReversed(),
          },
          { tau2 },
        );
        expect(turned.groups.map(({ group }) => group)).toEqual(one.groups.map(({ group }) => group).reverse());
        one.groups.forEach(({ estimate: mean, upper }, g) => {
          expect(turned.groups.at(-1 - g)!.estimate).toBeCloseTo(mean, 9);
          expect(turned.groups.at(-1 - g)!.upper / upper).toBeCloseTo(1, 7);
        });
      }),
    );
  });

  test("corrected p-values are never smaller, and no correction leaves them", () => {
    fc.assert(
      fc.property(grouped, (data) => {
        for (const { pValue, adjustedPValue } of subgroups(data).contrasts) {
          expect(adjustedPValue!).toBeGreaterThanOrEqual(pValue!);
        }
        for (const { pValue, adjustedPValue } of subgroups(data, { adjust: "none" }).contrasts) {
          expect(adjustedPValue).toBe(pValue);
        }
      }),
    );
  });
});

describe("at the edges", () => {
  test("a subgroup of one effect keeps its own figures and stays out of comparisons that need its tau2", () => {
    const separate = subgroups(WITH_SINGLE);
    const single = separate.groups[2]!;
    expect(single).toMatchObject({ group: "c", k: 1, estimate: 0.4, tau2: null, I2: null, Q: 0, pQ: null, df: null });
    expect(single.standardError).toBeCloseTo(0.1, 15);
    expect(single.standardDeviation).toBeNull();
    expect(separate.differences.separate!.groups).toBe(2);
    expect(separate.contrasts.map((pair) => [pair.group, pair.with])).toEqual([["a", "b"]]);
    expect(separate.notes).toContainEqual({ code: "subgroups/single", values: { group: "c" } });
    expect(separate.notes).toContainEqual({ code: "subgroups/few", values: { group: "c", k: 1 } });
    const common = subgroups(WITH_SINGLE, { tau2: "common" });
    expect(common.contrasts).toHaveLength(3);
    expect(common.groups[2]!.tau2).toBe(common.differences.common!.tau2);
    const fixed = subgroups(WITH_SINGLE, { method: "FE" });
    expect(fixed.groups[2]!.tau2).toBe(0);
    expect(fixed.contrasts).toHaveLength(3);
    expect(fixed.contrasts.every(({ df }) => df! > 1 && Number.isFinite(df))).toBe(true);
    expect(notesOf(fixed)).not.toContain("subgroups/single");
  });

  test("only subgroups of one effect: fixed partition, no comparison, and a note", () => {
    const data = { estimate: [0.1, 0.5, 0.3], samplingVariance: [0.01, 0.02, 0.015], subgroup: ["a", "b", "c"] };
    const result = subgroups(data, { tau2: "common" });
    expect(result.partition).toMatchObject({ QWithin: 0, dfWithin: 0, pWithin: null, dfBetween: 2 });
    expect(result.partition.QBetween).toBeCloseTo(result.partition.QTotal, 12);
    expect(result.differences).toEqual({ separate: null, common: null });
    expect(notesOf(result)).toContain("subgroups/no-common-tau2");
    expect(subgroupsCard.glance(result)).toMatchObject({ groups: 3, statistic: null });
  });

  test("equal effects within subgroups leave no scale for F, only the chi-square", () => {
    const data = {
      estimate: [0.1, 0.1, 0.3, 0.3],
      samplingVariance: [0.01, 0.02, 0.01, 0.02],
      subgroup: ["a", "a", "b", "b"],
    };
    const { differences, contrasts } = subgroups(data, { tau2: "common" });
    expect(differences.common).toMatchObject({ tau2: 0, F: null, df1: null, df2: null, pF: null });
    expect(differences.common!.statistic).toBeGreaterThan(0);
    expect(contrasts[0]).toMatchObject({ standardError: 0, statistic: null, pValue: null, adjustedPValue: null });
    expect(subgroups(data, { tau2: "common", test: "adHoc" }).differences.common!.F).toBeGreaterThan(0);
  });

  test("plain columns: of r where given, of correlations from z when asked, else of the estimates", () => {
    const data = { ...WITH_SINGLE, n: [103, 53, null, 103, 36, 53, 103], study: ["x", "y", "x", "z", "v", "y", "y"] };
    const plain = subgroups(data);
    expect(plain.describes).toBe("estimate");
    expect(plain.groups[0]).toMatchObject({ studies: 2, n: 139, median: 0.3 });
    expect(plain.groups[0]!.weightedMean).toBeCloseTo((103 * 0.1 + 36 * 0.9) / 139, 14);
    expect(notesOf(plain)).toEqual(expect.arrayContaining(["subgroups/partial-n", "meta/dependent-effects"]));
    const back = subgroups(data, { backTransform: "fisherZ" });
    expect([back.describes, back.groups[0]!.median]).toEqual(["r", Math.tanh(0.3)]);
    expect(back.groups[0]!.fixedTransformed!.estimate).toBe(Math.tanh(back.groups[0]!.fixedEstimate));
    const given = subgroups({ ...data, r: [0.1, null, 0.2, 0.3, 0.6, 0.1, 0.2] });
    expect([given.describes, given.groups[0]!.median]).toEqual(["r", 0.2]);
    expect(given.notes).toContainEqual({ code: "subgroups/partial-r", values: { known: 6, k: 7 } });
    expect(subgroups(WITH_SINGLE).groups[0]).toMatchObject({ studies: 3, n: null, weightedMean: null });
  });

  test("rows without a subgroup or an effect are left out and counted apart; a level without effects disappears", () => {
    const result = subgroups({
      estimate: [0.1, 0.2, null, 0.4, 0.5],
      samplingVariance: [0.01, 0.02, 0.03, 0.01, 0.02],
      subgroup: ["a", "a", "only missing", null, "a"],
    });
    expect(result.groups.map(({ group, k }) => [group, k])).toEqual([["a", 3]]);
    expect(result.sample).toEqual({ unit: "effect", used: 3, dropped: 2, missing: 2 });
    expect(result.notes).toContainEqual({ code: "missing/listwise", values: { dropped: 1, total: 5 } });
    expect(result.notes).toContainEqual({ code: "subgroups/missing", values: { dropped: 1, total: 5 } });
  });

  test("subgroups whose Knapp-Hartung interval is too narrow are named", () => {
    const alike = {
      estimate: [0.2, 0.21, 0.19, 0.6, 0.1, 0.9],
      samplingVariance: [0.02, 0.02, 0.02, 0.01, 0.02, 0.01],
      subgroup: ["alike", "alike", "alike", "apart", "apart", "apart"],
    };
    expect(subgroups(alike).notes).toContainEqual({ code: "subgroups/scale-below-one", values: { groups: "alike" } });
    expect(notesOf(subgroups(alike, { test: "adHoc" }))).not.toContain("subgroups/scale-below-one");
  });

  test("rows: a line per subgroup and one for the whole, on the scale that was asked", () => {
    const result = subgroups(WITH_SINGLE, { backTransform: "fisherZ" });
    const rows = subgroupsCard.tidy(result);
    expect(rows.map(({ term, group }) => [term, group])).toEqual([
      ["a", undefined],
      ["b", undefined],
      ["c", undefined],
      ["total", "summary"],
    ]);
    expect(rows[1]).toMatchObject({ standardError: null, estimate: Math.tanh(result.groups[1]!.estimate) });
    expect(subgroupsCard.tidy(subgroups(WITH_SINGLE))[1]!.standardError).toBeGreaterThan(0);
  });
});

describe("refuses", () => {
  test("impossible correlations, sample sizes and variances, with their rows", () => {
    expect(() =>
      subgroups({ ...WITH_SINGLE, r: [0.1, 1, 0.2, 0.3, -1.2, 0.1, 0.2], n: [5, 0, 5, 5, 5, 5, 5] }),
    ).toThrow(/row 2, column r: .*\nrow 5, column r: .*\nrow 2, column n: /);
    expect(() => subgroups({ ...WITH_SINGLE, samplingVariance: [1, 1, 1, 1, 1, 1, 0] })).toThrow(
      /row 7, column samplingVariance/,
    );
  });

  test("data without a subgroup", () => {
    expect(() => subgroups({ estimate: [1], samplingVariance: [1], subgroup: [null] })).toThrow(
      /1 usable effects needed/,
    );
  });
});
