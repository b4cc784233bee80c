import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leaveOneClusterOut } from "../../src/meta/leaveOneClusterOut.ts";
import { multilevelMeta } from "../../src/meta/multilevelMeta.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const effect = fc.record({
  estimate: fc.integer({ min: -100, max: 100 }).map((value) => value / 100),
  samplingVariance: fc.integer({ min: 1, max: 20 }).map((value) => value / 100),
});
/** Four to six studies of two or three effects. */
const sheet = fc
  .array(fc.array(effect, { minLength: 2, maxLength: 3 }), { minLength: 4, maxLength: 6 })
  .map((studies) => studies.flatMap((effects, study) => effects.map((one, i) => ({ ...one, study, effect: i }))));
type Sheet = readonly { estimate: number; samplingVariance: number; study: number; effect: number }[];
const columns = (rows: Sheet) => ({
  estimate: rows.map(({ estimate }) => estimate),
  samplingVariance: rows.map(({ samplingVariance }) => samplingVariance),
  levels: { study: rows.map(({ study }) => study), effect: rows.map((row) => row.effect) },
});

describe("agrees with R", () => {
  test.each(fixtureCases("leaveOneClusterOut"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(leaveOneClusterOut(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("each part is the model of the other studies", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const found = leaveOneClusterOut(columns(rows));
        expect(found.left).toHaveLength(found.clusters);
        const rest = multilevelMeta(columns(rows.filter(({ study }) => study !== 0)), { varianceIntervals: "none" });
        expect(found.left[0]).toMatchObject({ left: "0", k: rest.k });
        expect(found.left[0]!.tau2!).toBeCloseTo(rest.tau2, 10);
        expect(found.left[0]!.coefficients[0]!.standardError!).toBeCloseTo(
          rest.coefficients[0]!.robust!.standardError!,
          10,
        );
      }),
      { numRuns: 10 },
    );
  });

  test("Cook's distance of one coefficient is its move squared over its variance", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        const found = leaveOneClusterOut(columns(rows), { robust: "none" });
        const [whole] = found.coefficients;
        for (const { coefficients, cooksDistance } of found.left) {
          const move = whole!.estimate - coefficients[0]!.estimate;
          expect(cooksDistance!).toBeCloseTo((move / whole!.standardError!) ** 2, 9);
          // in an error of all effects, which is smaller than that of the rest
          expect(Math.abs(coefficients[0]!.dfbetas!)).toBeGreaterThanOrEqual(
            Math.abs(move / coefficients[0]!.standardError!) - 1e-12,
          );
          expect(coefficients[0]!.dfbetas! * move).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe("at the edges", () => {
  const data = {
    estimate: [0.1, 0.2, 0.5, 0.7, 0.3],
    samplingVariance: [0.01, 0.01, 0.01, 0.01, 0.01],
    levels: { study: ["a", "a", "b", "b", "c"], effect: [1, 2, 1, 2, 1] },
  };

  test("a moderator that only one study has goes with it: no numbers there, and it says so", () => {
    const found = leaveOneClusterOut({ ...data, moderators: { x: [0, 0, 0, 0, 1] } });
    expect(found.left[2]).toMatchObject({ left: "c", tau2: null, coefficients: [], cooksDistance: null });
    expect(found.notes).toContainEqual({ code: "multilevel/not-without", values: { groups: "c" } });
  });

  test("tells its progress and can be stopped", () => {
    const seen: number[] = [];
    leaveOneClusterOut(data, {}, { progress: (done) => seen.push(done) });
    expect(seen).toEqual([1, 2, 3]);
    const stop = new AbortController();
    stop.abort();
    expect(() => leaveOneClusterOut(data, {}, { signal: stop.signal })).toThrow();
  });
});

describe("refuses", () => {
  test.each([
    ["one study", ["a", "a", "a"], {}, "2"],
    ["a correlation of 1", ["a", "a", "b"], { rho: 1 }, "rho"],
  ])("%s", (_, study, options, message) => {
    const data = { estimate: [0.1, 0.2, 0.4], samplingVariance: [0.01, 0.01, 0.02], levels: { study } };
    expect(() => leaveOneClusterOut(data, options)).toThrow(message);
  });
});
