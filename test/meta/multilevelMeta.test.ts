import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { multilevelMeta } from "../../src/meta/multilevelMeta.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const effect = fc.record({
  estimate: fc.integer({ min: -100, max: 100 }).map((value) => value / 100),
  samplingVariance: fc.integer({ min: 1, max: 20 }).map((value) => value / 100),
  x: fc.integer({ min: -20, max: 20 }),
});
type Effect = { estimate: number; samplingVariance: number; x: number };
/** Four to eight studies of one to four effects, at least one of them with several. */
const sheet = fc
  .array(fc.array(effect, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 8 })
  .filter((studies) => studies.some((effects) => effects.length > 1))
  .map((studies) => studies.flatMap((effects, study) => effects.map((one, i) => ({ ...one, study, effect: i }))));
type Sheet = readonly (Effect & { study: number; effect: number })[];

const columns = (rows: Sheet) => ({
  estimate: rows.map(({ estimate }) => estimate),
  samplingVariance: rows.map(({ samplingVariance }) => samplingVariance),
  levels: { study: rows.map(({ study }) => study), effect: rows.map((row) => row.effect) },
});
const FAST = { varianceIntervals: "none" } as const;

/** The restricted log-likelihood of three levels, written down plainly: a full matrix, inverted by elimination. */
function plainRestricted(rows: Sheet, between: number, within: number): number {
  const V = rows.map((a, i) =>
    rows.map((b, j) => (a.study === b.study ? between : 0) + (i === j ? within + a.samplingVariance : 0)),
  );
  const sides = rows.map(({ estimate }) => [1, estimate]);
  let logs = 0;
  for (let i = 0; i < V.length; i++) {
    logs += Math.log(V[i]![i]!);
    for (let j = i + 1; j < V.length; j++) {
      const share = V[j]![i]! / V[i]![i]!;
      for (let c = i; c < V.length; c++) V[j]![c]! -= share * V[i]![c]!;
      for (let c = 0; c < 2; c++) sides[j]![c]! -= share * sides[i]![c]!;
    }
  }
  const product = (a: number, b: number) => sides.reduce((sum, side, i) => sum + (side[a]! * side[b]!) / V[i]![i]!, 0);
  const squares = product(1, 1) - product(0, 1) ** 2 / product(0, 0);
  const constant = (rows.length - 1) * Math.log(2 * Math.PI) - Math.log(rows.length);
  return -(logs + Math.log(product(0, 0)) + squares + constant) / 2;
}

describe("agrees with R", () => {
  test.each(fixtureCases("multilevelMeta"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(multilevelMeta(data, options), expected, 9.5)).toEqual([]);
  });

  test("Konstantopoulos (2011) in three levels: .18, with a standard error of .08", () => {
    const [, { data }] = fixtureCases("multilevelMeta").find(([name]) => name.includes("konstantopoulos"))!;
    const found = multilevelMeta(data, FAST);
    expect(found.coefficients[0]!.estimate).toBeCloseTo(0.184, 2);
    expect(found.coefficients[0]!.standardError!).toBeCloseTo(0.08, 2);
    expect(found.levels.map(({ variance }) => Math.round(variance * 1000) / 1000)).toEqual([0.065, 0.033]);
  });
});

describe("always", () => {
  test("one effect per study gives the random-effects model", () => {
    fc.assert(
      fc.property(fc.array(effect, { minLength: 4, maxLength: 15 }), (rows) => {
        const [estimate, samplingVariance] = [rows.map((row) => row.estimate), rows.map((row) => row.samplingVariance)];
        const levels = { study: rows.map((_, i) => `study ${i}`) };
        const found = multilevelMeta({ estimate, samplingVariance, levels }, { ...FAST, test: "z" });
        const plain = randomEffects({ estimate, samplingVariance }, { test: "z" });
        expect(found.tau2).toBeCloseTo(plain.tau2!, 9);
        expect(found.I2).toBeCloseTo(plain.I2!, 8);
        expect(found.Q).toBeCloseTo(plain.Q!, 9);
        expect(found.coefficients[0]!.estimate).toBeCloseTo(plain.estimate, 9);
        expect(found.coefficients[0]!.pValue!).toBeCloseTo(plain.pValue!, 8);
      }),
      { numRuns: 40 },
    );
  });

  test("no other variances have a higher likelihood", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const { levels, logLikelihood } = multilevelMeta(columns(rows), FAST);
        const [between, within] = levels.map(({ variance }) => variance);
        expect(plainRestricted(rows, between!, within!)).toBeCloseTo(logLikelihood, 9);
        for (const a of [0, 0.001, 0.01, 0.05, 0.2, 0.6]) {
          for (const b of [0, 0.001, 0.01, 0.05, 0.2, 0.6]) {
            expect(plainRestricted(rows, a, b)).toBeLessThan(logLikelihood + 1e-9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the order of rows and the names of groups change nothing", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const straight = multilevelMeta(columns(rows), FAST);
        const turned = multilevelMeta(
          columns(rows.toReversed().map((row) => ({ ...row, study: 90 - row.study, effect: 7 - row.effect }))),
          FAST,
        );
        expect(turned.tau2).toBeCloseTo(straight.tau2, 9);
        expect(turned.logLikelihood).toBeCloseTo(straight.logLikelihood, 9);
        expect(turned.coefficients[0]!.robust!.df!).toBeCloseTo(straight.coefficients[0]!.robust!.df!, 7);
      }),
      { numRuns: 30 },
    );
  });

  test("a nested level may as well be called crossed", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const nested = columns(rows);
        const { effect: _, ...levels } = nested.levels;
        const crossed = { effect: rows.map((row) => `${row.study}, ${row.effect}`) };
        const [one, other] = [multilevelMeta(nested, FAST), multilevelMeta({ ...nested, levels, crossed }, FAST)];
        expect(other.levels.map(({ level }) => level)).toEqual(["study", "effect"]);
        expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 9);
        expect(other.tau2).toBeCloseTo(one.tau2, 7);
        expect(other.coefficients[0]!.robust!.df!).toBeCloseTo(one.coefficients[0]!.robust!.df!, 5);
      }),
      { numRuns: 20 },
    );
  });

  test("another unit of the effects: estimates follow, tests stay", () => {
    fc.assert(
      fc.property(sheet, fc.constantFrom(1e-3, 20), (rows, unit) => {
        const scaled = rows.map((row) => ({
          ...row,
          estimate: row.estimate * unit,
          samplingVariance: row.samplingVariance * unit ** 2,
        }));
        const [small, large] = [multilevelMeta(columns(rows), FAST), multilevelMeta(columns(scaled), FAST)];
        expect(large.tau2 / unit ** 2).toBeCloseTo(small.tau2, 8);
        expect(large.I2).toBeCloseTo(small.I2, 7);
        expect(large.coefficients[0]!.robust!.pValue!).toBeCloseTo(small.coefficients[0]!.robust!.pValue!, 7);
      }),
      { numRuns: 30 },
    );
  });

  test("a wider level gives wider intervals of the variances, around the estimates", () => {
    const [, { data }] = fixtureCases("multilevelMeta")[0]!;
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => multilevelMeta(data, { confidenceLevel }).levels);
    for (const [l, { lower, upper, variance }] of narrow!.entries()) {
      expect(wide![l]!.lower!).toBeLessThan(lower!);
      expect(lower!).toBeLessThan(variance);
      expect(variance).toBeLessThan(upper!);
      expect(upper!).toBeLessThan(wide![l]!.upper!);
    }
  });

  test("a test of one coefficient is its t test squared, in the model and robust", () => {
    const [, { data, options }] = fixtureCases("multilevelMeta").find(([name]) => name.includes("number and factor"))!;
    const { coefficients, tests } = multilevelMeta(data, { ...(options as object), ...FAST });
    const [grade, own] = [tests[0]!, coefficients[1]!];
    expect(grade.statistic!).toBeCloseTo(own.statistic! ** 2, 10);
    expect(grade.pValue!).toBeCloseTo(own.pValue!, 10);
    expect(grade.robust!.statistic!).toBeCloseTo(own.robust!.statistic! ** 2, 10);
    expect(grade.robust!.dfError!).toBeCloseTo(own.robust!.df!, 9);
  });
});

const TWO = {
  estimate: [0.1, 0.2, 0.5, 0.7],
  samplingVariance: [0.01, 0.01, 0.01, 0.01],
  levels: { study: ["a", "a", "b", "b"] },
};

describe("at the edges", () => {
  test("two balanced studies: by hand, the variance of their means less v / 2", () => {
    const found = multilevelMeta(TWO);
    expect(found.levels[0]!.variance).toBeCloseTo(0.45 ** 2 / 2 - 0.01 / 2, 12);
    expect(found.coefficients[0]).toMatchObject({ df: 1 });
    const codes = found.notes.map(({ code }) => code);
    expect(codes).toContain("multilevel/no-effect-level");
    expect(codes).toContain("mixed/few-groups");
  });

  test("equal effects: all variances 0, with notes, and the mean still has its error", () => {
    const found = multilevelMeta({
      estimate: [0.3, 0.3, 0.3, 0.3, 0.3],
      samplingVariance: [0.01, 0.02, 0.01, 0.02, 0.01],
      levels: { study: [1, 1, 2, 3, 3], effect: [1, 2, 1, 1, 2] },
    });
    expect(found).toMatchObject({ tau2: 0, I2: 0, converged: true });
    expect(found.coefficients[0]!.standardError!).toBeCloseTo(Math.sqrt(1 / 400), 12);
    expect(found.notes.filter(({ code }) => code === "mixed/boundary")).toHaveLength(2);
  });

  test("a variance that the data cannot bound has no upper limit, and says so", () => {
    const found = multilevelMeta(
      { estimate: [0.1, 0.9], samplingVariance: [0.01, 0.01], levels: { study: ["a", "b"] } },
      { confidenceLevel: 0.9999999, robust: "none" },
    );
    expect(found.levels[0]!.upper === null).toBe(found.notes.some(({ code }) => code === "multilevel/flat"));
    expect(found.levels[0]!.lower).toBe(0);
  });

  test("groups that connect all effects leave no clusters for robust tests, and say so", () => {
    const found = multilevelMeta({ ...TWO, crossed: { measure: ["x", "y", "x", "y"] } }, FAST);
    expect(found.levels.map(({ level }) => level)).toEqual(["study", "measure"]);
    expect(found.coefficients[0]!.robust).toBeNull();
    expect(found.notes.map(({ code }) => code)).toContain("multilevel/crossed-not-robust");
  });

  test("without robust tests and without intervals there are none", () => {
    const found = multilevelMeta(TWO, { robust: "none", varianceIntervals: "none" });
    expect(found.coefficients[0]!.robust).toBeNull();
    expect(found.levels[0]).toMatchObject({ lower: null, upper: null });
  });
});

describe("refuses", () => {
  test.each([
    ["one study", { ...TWO, levels: { study: ["a", "a", "a", "a"] } }, "2"],
    [
      "two levels with the same groups",
      { ...TWO, levels: { country: ["x", "x", "y", "y"], study: ["a", "a", "b", "b"] } },
      "study",
    ],
    ["a crossed level with the groups of another", { ...TWO, crossed: { twin: ["x", "x", "y", "y"] } }, "twin"],
    ["no level", { ...TWO, levels: {} }, "levels"],
    ["a sampling variance of 0", { ...TWO, samplingVariance: [0.01, 0, 0.01, 0.01] }, "row 2"],
    ["a moderator that follows from another", { ...TWO, moderators: { x: [1, 2, 3, 5], y: [2, 4, 6, 10] } }, "y"],
    [
      "as many coefficients as effects",
      { ...TWO, moderators: { x: [1, 2, 3, 5], y: [1, 0, 1, 1], z: [1, 1, 0, 3] } },
      "5",
    ],
    ["a factor with one level", { ...TWO, factors: { g: ["a", "a", "a", "a"] } }, "one level"],
  ])("%s", (_, data, message) => {
    expect(() => multilevelMeta(data)).toThrow(message);
  });
});
