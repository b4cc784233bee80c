import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectAnova, effectAnovaCard } from "../../src/meta/effectAnova.ts";
import { subgroups } from "../../src/meta/subgroups.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const DATA = {
  estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41, 0.18],
  samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02, 0.01],
  factors: { where: [..."aabbcbca"], how: [..."xyxyyxxy"] },
};

const anyEffects = fc.array(
  fc.record({
    estimate: fc.double({ min: -1, max: 1, noNaN: true }),
    samplingVariance: fc.double({ min: 0.002, max: 0.1, noNaN: true }),
  }),
  { minLength: 8, maxLength: 8 },
);

function withEffects(rows: readonly { estimate: number; samplingVariance: number }[]) {
  return {
    ...DATA,
    estimate: rows.map((row) => row.estimate),
    samplingVariance: rows.map((row) => row.samplingVariance),
  };
}

describe("agrees with R", () => {
  test.each(fixtureCases("effectAnova"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(effectAnova(data, options), expected, 11)).toEqual([]);
  });
});

describe("always", () => {
  test("QTotal is QBetween and QWithin, and the sequence of terms adds up to QBetween", () => {
    fc.assert(
      fc.property(anyEffects, (rows) => {
        const { partition, terms } = effectAnova(withEffects(rows));
        const scale = 1e-12 * Math.max(1, partition.QTotal);
        expect(Math.abs(partition.QTotal - partition.QBetween - partition.QWithin)).toBeLessThanOrEqual(scale);
        const sum = terms.reduce((whole, { sequential }) => whole + sequential.Q, 0);
        expect(Math.abs(sum - partition.QBetween)).toBeLessThanOrEqual(scale);
      }),
      { numRuns: 40 },
    );
  });

  test("one factor gives the partition of the subgroup table", () => {
    const { estimate, samplingVariance, factors } = DATA;
    const anova = effectAnova({ estimate, samplingVariance, factors: { where: factors.where } });
    const table = subgroups({ estimate, samplingVariance, subgroup: factors.where }, { method: "FE" });
    expect(disagreements(anova.partition, table.partition, 12)).toEqual([]);
    expect(anova.means.map(({ estimate: mean }) => mean)).toEqual(
      table.groups.map(({ fixedEstimate }) => fixedEstimate),
    );
    expect(anova.terms[0]!.sequential).toEqual(anova.terms[0]!.partial);
  });

  test("the unit of the weights changes Q, but no F and no share", () => {
    const doubled = DATA.samplingVariance.map((variance) => variance / 2);
    const [one, two] = [effectAnova(DATA), effectAnova({ ...DATA, samplingVariance: doubled })];
    expect(two.partition.QTotal).toBeCloseTo(2 * one.partition.QTotal, 10);
    for (const which of ["F", "eta2", "omega2", "partialOmega2"] as const)
      expect(two.terms[1]!.partial[which]).toBeCloseTo(one.terms[1]!.partial[which]!, 12);
  });

  test("the order of the factors changes what is sequential, not what is partial", () => {
    const { where, how } = DATA.factors;
    const turned = effectAnova({ ...DATA, factors: { how, where } });
    const there = effectAnova(DATA);
    expect(turned.terms[1]!.partial.Q).toBeCloseTo(there.terms[0]!.partial.Q, 12);
    expect(Math.abs(turned.terms[1]!.sequential.Q - there.terms[0]!.sequential.Q)).toBeGreaterThan(0.1);
    expect(there.notes.map(({ code }) => code)).toContain("anova/order");
  });

  test("it says that tau2 is left out", () => {
    expect(effectAnova(DATA).notes.map(({ code }) => code)).toContain("anova/ignores-tau2");
  });
});

describe("at the edges", () => {
  test("levels that explain everything leave no F, and a note", () => {
    const flat = effectAnova({ estimate: [1, 1, 2, 2], samplingVariance: [1, 1, 1, 1], factors: { g: [..."aabb"] } });
    expect(flat.model).toMatchObject({ F: null, pF: null, eta2: 1 });
    expect(flat.notes.map(({ code }) => code)).toContain("anova/nothing-left");
  });

  test("effects that are all equal have no shares", () => {
    const same = effectAnova({ estimate: [0, 0, 0, 0], samplingVariance: [1, 1, 1, 1], factors: { g: [..."aabb"] } });
    expect(same.model).toMatchObject({ Q: 0, pValue: 1, eta2: null, omega2: null });
  });

  test("an omega2 below 0 is kept and named; rows have eta2 as their share", () => {
    const estimate = [0.1, 0.3, 0.12, 0.29, 0.2];
    const result = effectAnova({ estimate, samplingVariance: estimate.map(() => 0.02), factors: { g: [..."aabbb"] } });
    expect(result.terms[0]!.partial.omega2).toBeLessThan(0);
    expect(result.notes.find(({ code }) => code === "anova/negative-omega")?.values).toEqual({ terms: "g" });
    expect(effectAnovaCard.tidy(result).map(({ term, method }) => [term, method])).toEqual([
      ["g", "sequential"],
      ["g", "partial"],
      ["within", undefined],
      ["total", undefined],
    ]);
  });

  test("means per level come back as correlations", () => {
    const [first] = effectAnova(DATA, { backTransform: "fisherZ" }).means;
    expect(first!.transformed!.estimate).toBe(Math.tanh(first!.estimate));
  });
});

describe("refuses", () => {
  const { estimate, samplingVariance, factors } = DATA;
  test.each([
    ["no moderator at all", {}, /Give moderators/],
    ["a factor of one level", { factors: { g: [..."aaaaaaaa"] } }, /g has one level/],
    [
      "moderators that depend on each other",
      { factors: { where: factors.where, again: factors.where } },
      /again: b, again: c/,
    ],
    ["as many coefficients as effects", { factors: { g: [..."abcdefgh"] } }, /9 usable effects needed, 8 found/],
  ] as const)("%s", (_, given, message) => {
    expect(() => effectAnova({ estimate, samplingVariance, ...given } as never)).toThrow(message);
  });
});
