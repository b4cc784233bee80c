import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlatedEffects } from "../../src/meta/correlatedEffects.ts";
import { multilevelMeta } from "../../src/meta/multilevelMeta.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const effect = fc.record({
  estimate: fc.integer({ min: -100, max: 100 }).map((value) => value / 100),
  samplingVariance: fc.integer({ min: 1, max: 20 }).map((value) => value / 100),
});
/** Four to seven studies of one to four effects, at least one of them with several. */
const sheet = fc
  .array(fc.array(effect, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 7 })
  .filter((studies) => studies.some((effects) => effects.length > 1))
  .map((studies) => studies.flatMap((effects, study) => effects.map((one, i) => ({ ...one, study, effect: i }))));
type Sheet = readonly { estimate: number; samplingVariance: number; study: number; effect: number }[];

const columns = (rows: Sheet) => ({
  estimate: rows.map(({ estimate }) => estimate),
  samplingVariance: rows.map(({ samplingVariance }) => samplingVariance),
  levels: { study: rows.map(({ study }) => study), effect: rows.map((row) => row.effect) },
});
const FAST = { varianceIntervals: "none", sensitivity: "none" } as const;

describe("agrees with R", () => {
  test.each(fixtureCases("correlatedEffects"))("%s", (_, { data, options, expected }) => {
    const { sensitivity, ...rest } = expected;
    const given = sensitivity ? options : { ...(options as object), sensitivity: "none" };
    const found = correlatedEffects(data, given as never);
    expect(disagreements(found, rest, 9.5)).toEqual([]);
    if (sensitivity) expect(disagreements(found.sensitivity, sensitivity, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("without correlation it is the multilevel model, found another way", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const found = correlatedEffects(columns(rows), { ...FAST, rho: 0 });
        const plain = multilevelMeta(columns(rows), { varianceIntervals: "none" });
        expect(found.tau2).toBeCloseTo(plain.tau2, 9);
        expect(found.I2).toBeCloseTo(plain.I2, 8);
        expect(found.Q).toBeCloseTo(plain.Q, 9);
        expect(found.logLikelihood).toBeCloseTo(plain.logLikelihood, 9);
        expect(found.coefficients[0]!.robust!.df!).toBeCloseTo(plain.coefficients[0]!.robust!.df!, 6);
      }),
      { numRuns: 30 },
    );
  });

  test("where every effect has its own people rho does not matter", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const data = { ...columns(rows), sample: rows.map(({ effect: own }) => own) };
        const [low, high] = [0, 0.9].map((rho) => correlatedEffects(data, { ...FAST, rho }));
        expect(high!.tau2).toBeCloseTo(low!.tau2, 12);
        expect(high!.coefficients[0]!.estimate).toBeCloseTo(low!.coefficients[0]!.estimate, 12);
        expect(high!.notes.map(({ code }) => code)).toContain("correlated/nothing-shared");
      }),
      { numRuns: 20 },
    );
  });

  test("order of rows, names and unit change nothing", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const straight = correlatedEffects(columns(rows), FAST);
        const moved = rows.toReversed().map((row) => ({
          estimate: row.estimate * 10,
          samplingVariance: row.samplingVariance * 100,
          study: 50 - row.study,
          effect: row.effect + 3,
        }));
        const turned = correlatedEffects(columns(moved), FAST);
        expect(turned.tau2 / 100).toBeCloseTo(straight.tau2, 8);
        expect(turned.coefficients[0]!.estimate / 10).toBeCloseTo(straight.coefficients[0]!.estimate, 8);
        expect(turned.coefficients[0]!.robust!.pValue!).toBeCloseTo(straight.coefficients[0]!.robust!.pValue!, 6);
      }),
      { numRuns: 30 },
    );
  });
});

const TWO = {
  estimate: [0.1, 0.2, 0.5, 0.7],
  samplingVariance: [0.01, 0.01, 0.01, 0.01],
  levels: { study: ["a", "a", "b", "b"] },
};

describe("at the edges", () => {
  test("two balanced studies by hand: the variance of their means less v (1 + rho) / 2", () => {
    for (const rho of [0, 0.5, 0.99]) {
      const found = correlatedEffects(TWO, { rho, ...FAST });
      expect(found.levels[0]!.variance).toBeCloseTo(0.45 ** 2 / 2 - (0.01 * (1 + rho)) / 2, 11);
    }
  });

  test("the table has the chosen rho among its rows with the same numbers, and can be left out", () => {
    const found = correlatedEffects(TWO, { rho: 0.6 });
    expect(found.sensitivity.map(({ rho }) => rho)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 0.95]);
    expect(found.sensitivity[3]!.tau2).toBe(found.tau2);
    expect(correlatedEffects(TWO, { sensitivity: "none" }).sensitivity).toEqual([]);
    expect(found.notes.map(({ code }) => code)).toContain("correlated/supposed");
  });

  test("named correlations of the same people: rho only where they do not tell", () => {
    const names = { first: ["home", "home", "home", "home"], second: ["ses", "grade", "ses", "grade"] };
    const open = correlatedEffects({ ...TWO, ...names }, FAST);
    expect(open.notes.map(({ code }) => code)).not.toContain("correlated/reported");
    const three = {
      estimate: [0.1, 0.2, 0.3, 0.5, 0.7],
      samplingVariance: [0.01, 0.01, 0.01, 0.02, 0.02],
      levels: { study: ["a", "a", "a", "b", "b"] },
      first: ["home", "home", "ses", "home", "home"],
      second: ["ses", "grade", "grade", "ses", "grade"],
    };
    const found = correlatedEffects(three, FAST);
    expect(found.notes).toContainEqual({ code: "correlated/reported", values: { known: 3, pairs: 4 } });
    expect(found.tau2).not.toBe(correlatedEffects({ ...three, first: names.first.concat("x") }, FAST).tau2);
  });

  test("a row without its sample is left out and counted", () => {
    const found = correlatedEffects({ ...TWO, sample: ["x", null, "x", "y"] }, FAST);
    expect(found.sample).toMatchObject({ used: 3, dropped: 1, missing: 1 });
  });
});

describe("refuses", () => {
  test.each([
    ["a correlation of 1", TWO, { rho: 1 }, "rho"],
    ["a negative correlation", TWO, { rho: -0.1 }, "rho"],
    [
      "correlations that cannot all be true",
      {
        estimate: [0.9, 0.9, -0.9, 0.1],
        samplingVariance: [0.01, 0.01, 0.01, 0.01],
        levels: { study: ["a", "a", "a", "b"] },
        first: ["x", "x", "y", "x"],
        second: ["y", "z", "z", "y"],
      },
      {},
      "row 1",
    ],
    ["one study", { ...TWO, levels: { study: ["a", "a", "a", "a"] } }, {}, "2"],
    ["a sampling variance of 0", { ...TWO, samplingVariance: [0.01, 0, 0.01, 0.01] }, {}, "row 2"],
  ])("%s", (_, data, options, message) => {
    expect(() => correlatedEffects(data, options)).toThrow(message);
  });
});
