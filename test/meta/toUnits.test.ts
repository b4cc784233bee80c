import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { toUnits, toUnitsCard } from "../../src/meta/toUnits.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const DATA = {
  estimate: [0.1, 0.3, 0.5, 0.2, 0.4],
  samplingVariance: [0.01, 0.01, 0.02, 0.03, 0.01],
  study: ["A", "A", "A", "B", "B"],
  sample: ["1", "1", "2", "1", "1"],
  n: [103, 103, 53, 36, 103],
};
const codesOf = (result: { notes: readonly { code: string }[] }) => result.notes.map(({ code }) => code);

describe("agrees with R", () => {
  test.each(fixtureCases("toUnits"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(toUnits(data, options), expected, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("effects of one sample with one n and rho 1 are as precise as one of them", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 9 }), (estimate) => {
        const samplingVariance = estimate.map(() => 0.01);
        const { units } = toUnits({ estimate, samplingVariance, study: estimate.map(() => "A") });
        expect(units).toHaveLength(1);
        expect(units[0]!.samplingVariance).toBeCloseTo(0.01, 15);
      }),
    );
  });

  test("a larger rho never makes the simple average more precise", () => {
    const at = (rho: number) => toUnits(DATA, { rho }).units[0]!.samplingVariance;
    expect([at(0), at(0.3), at(0.8), at(1)].every((value, i, all) => i === 0 || value > all[i - 1]!)).toBe(true);
  });

  test("with rho 0 the weighted average is the fixed-effect mean", () => {
    const { units } = toUnits(DATA, { rho: 0, average: "weighted" });
    const own = { estimate: DATA.estimate.slice(0, 3), samplingVariance: DATA.samplingVariance.slice(0, 3) };
    const fixed = randomEffects(own, { method: "FE", test: "z" });
    expect(units[0]!.estimate).toBeCloseTo(fixed.estimate, 14);
    expect(Math.sqrt(units[0]!.samplingVariance)).toBeCloseTo(fixed.standardError, 14);
  });

  test("unit effect changes nothing, and says that studies repeat", () => {
    const result = toUnits(DATA, { unit: "effect" });
    expect(result.units.map(({ estimate }) => estimate)).toEqual(DATA.estimate);
    expect(result.notes).toEqual([{ code: "meta/dependent-effects", values: { k: 5, studies: 2 } }]);
  });

  test("counts of everything, n once per sample", () => {
    const result = toUnits(DATA, { unit: "study" });
    expect([result.effects, result.samples, result.studies, result.units.length]).toEqual([5, 3, 2, 2]);
    expect(result.units.map(({ n, k, rows }) => [n, k, rows])).toEqual([
      [156, 3, [1, 2, 3]],
      [69.5, 2, [4, 5]],
    ]);
    expect(result.notes[0]).toEqual({
      code: "units/averaged",
      values: { effects: 5, units: 2, unit: "study", rho: 1 },
    });
  });
});

describe("at the edges", () => {
  test("with a moderator the unit shifts: one per study and level, and a note on overlap", () => {
    const result = toUnits({ ...DATA, subgroup: ["x", "x", "y", "x", null] });
    expect(result.units.map(({ study, group, k }) => [study, group, k])).toEqual([
      ["A", "x", 2],
      ["A", "y", 1],
      ["B", "x", 1],
    ]);
    expect(result.notes).toContainEqual({ code: "units/across-levels", values: { count: 1 } });
    expect(result.sample.dropped).toBe(1);
  });

  test("a row without a study is one of its own; a single effect stays to the last digit", () => {
    const result = toUnits({ ...DATA, study: [null, null, "A", null, "A"] });
    expect(result.units.map(({ unit }) => unit)).toEqual(["row 1", "row 2", "A", "row 4"]);
    expect(result.units[1]).toMatchObject({ estimate: 0.3, samplingVariance: 0.01 });
  });

  test("a weighted average outside its effects is named", () => {
    const unequal = { estimate: [0.5, 0.1], samplingVariance: [0.1, 0.001], study: ["A", "A"] };
    const result = toUnits(unequal, { average: "weighted", rho: 0.9 });
    expect(result.units[0]!.estimate).toBeLessThan(0.1);
    expect(codesOf(result)).toEqual(["units/averaged-weighted", "units/outside"]);
  });

  test("rows name the unit and, where asked, the level", () => {
    expect(toUnitsCard.tidy(toUnits(DATA, { unit: "sample" })).map(({ term }) => term)).toEqual([
      "A, 1",
      "A, 2",
      "B, 1",
    ]);
    expect(toUnitsCard.tidy(toUnits({ ...DATA, subgroup: [..."xyxyx"] }))[0]).toMatchObject({ group: "x" });
  });
});

describe("refuses", () => {
  const { sample: _, ...withoutSamples } = DATA;
  test.each([
    ["unit sample without samples", withoutSamples, { unit: "sample" }, /needs a column.*sample/],
    ["weights with rho 1", DATA, { average: "weighted" }, /rho below 1/],
    ["a variance of 0", { ...DATA, samplingVariance: [1, 0, 1, 1, 1] }, {}, /row 2, column samplingVariance/],
    ["a rho above 1", DATA, { rho: 1.2 }, /rho must be/],
  ] as const)("%s", (_name, data, options, message) => {
    expect(() => toUnits(data as never, options as never)).toThrow(message);
  });
});
