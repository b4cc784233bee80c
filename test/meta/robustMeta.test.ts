import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { robustMeta } from "../../src/meta/robustMeta.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const effect = fc.record({
  estimate: fc.integer({ min: -100, max: 100 }).map((value) => value / 100),
  samplingVariance: fc.integer({ min: 1, max: 20 }).map((value) => value / 100),
});
/** Four to eight studies of one to four effects, at least one of them with several. */
const sheet = fc
  .array(fc.array(effect, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 8 })
  .filter((studies) => studies.some((effects) => effects.length > 1))
  .map((studies) => studies.flatMap((effects, study) => effects.map((one) => ({ ...one, study }))));
type Sheet = readonly { estimate: number; samplingVariance: number; study: number }[];
const columns = (rows: Sheet) => ({
  estimate: rows.map(({ estimate }) => estimate),
  samplingVariance: rows.map(({ samplingVariance }) => samplingVariance),
  study: rows.map(({ study }) => study),
});
const kinds = fc.constantFrom("correlated" as const, "hierarchical" as const);

describe("agrees with R", () => {
  test.each(fixtureCases("robustMeta"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(robustMeta(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("one effect per study gives DerSimonian and Laird's tau2 and mean", () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 4, maxLength: 12 }), (rows) => {
        const data = columns(rows.map((row, study) => ({ ...row, study })));
        const found = robustMeta(data);
        const plain = randomEffects(
          { estimate: data.estimate, samplingVariance: data.samplingVariance },
          { method: "DL" },
        );
        expect(found.tau2).toBeCloseTo(plain.tau2!, 10);
        expect(found.coefficients[0]!.estimate).toBeCloseTo(plain.estimate, 10);
      }),
      { numRuns: 40 },
    );
  });

  test("order of rows, names and unit change nothing", () => {
    fc.assert(
      fc.property(sheet, kinds, (rows, weights) => {
        const straight = robustMeta(columns(rows), { weights });
        const moved = rows.toReversed().map((row) => ({
          estimate: row.estimate * 10,
          samplingVariance: row.samplingVariance * 100,
          study: 50 - row.study,
        }));
        const turned = robustMeta(columns(moved), { weights });
        expect(turned.tau2 / 100).toBeCloseTo(straight.tau2, 10);
        expect(turned.coefficients[0]!.estimate / 10).toBeCloseTo(straight.coefficients[0]!.estimate, 10);
        expect(turned.coefficients[0]!.df!).toBeCloseTo(straight.coefficients[0]!.df!, 7);
      }),
      { numRuns: 40 },
    );
  });

  test("a mean is the weighted mean, and lies among the effects", () => {
    fc.assert(
      fc.property(sheet, kinds, (rows, weights) => {
        const found = robustMeta(columns(rows), { weights });
        const total = found.weights.reduce((sum, { weight }) => sum + weight, 0);
        const mean = found.weights.reduce((sum, { weight, row }) => sum + weight * rows[row - 1]!.estimate, 0) / total;
        expect(found.coefficients[0]!.estimate).toBeCloseTo(mean, 10);
        expect(mean).toBeLessThanOrEqual(Math.max(...rows.map(({ estimate }) => estimate)) + 1e-12);
      }),
      { numRuns: 40 },
    );
  });
});

const TWO = {
  estimate: [0.1, 0.2, 0.5, 0.7],
  samplingVariance: [0.01, 0.01, 0.01, 0.01],
  study: ["a", "a", "b", "b"],
};

describe("at the edges", () => {
  test("two balanced studies by hand: half the distance of their means", () => {
    const found = robustMeta(TWO);
    expect(found.coefficients[0]!.standardError!).toBeCloseTo(0.225, 12);
    expect(found.coefficients[0]!.df!).toBeCloseTo(1, 10);
    expect(found.notes.map(({ code }) => code)).toContain("mixed/robust-few-df");
  });

  test("the table only where rho plays a part; the chosen rho is among its rows", () => {
    const found = robustMeta(TWO, { rho: 0.6 });
    expect(found.sensitivity.find(({ rho }) => rho === 0.6)!.tau2).toBe(found.tau2);
    expect(robustMeta(TWO, { weights: "hierarchical" })).toMatchObject({ sensitivity: [], omega2: expect.any(Number) });
    expect(found.omega2).toBeNull();
  });

  test("equal effects: variances 0, with notes", () => {
    const found = robustMeta({ ...TWO, estimate: [0.3, 0.3, 0.3, 0.3] }, { weights: "hierarchical" });
    expect(found).toMatchObject({ tau2: 0, omega2: 0 });
    expect(found.notes.filter(({ code }) => code === "mixed/boundary")).toHaveLength(2);
  });
});

describe("refuses", () => {
  test.each([
    ["one study", { ...TWO, study: ["a", "a", "a", "a"] }, {}, "2"],
    ["a sampling variance of 0", { ...TWO, samplingVariance: [0.01, 0, 0.01, 0.01] }, {}, "row 2"],
    ["a moderator that follows from another", { ...TWO, moderators: { x: [1, 2, 3, 5], y: [2, 4, 6, 10] } }, {}, "y"],
    ["a correlation above 1", TWO, { rho: 1.1 }, "rho"],
  ])("%s", (_, data, options, message) => {
    expect(() => robustMeta(data, options)).toThrow(message);
  });
});
