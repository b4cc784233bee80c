import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blups } from "../../src/meta/blups.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { tauTrace, tauTraceCard } from "../../src/meta/tauTrace.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const DATA = {
  estimate: [0.12, 0.31, 0.24, 0.45, 0.08],
  samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012],
  study: ["A", "B", "C", "D", "E"],
};

describe("agrees with R", () => {
  test.each(fixtureCases("tauTrace"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(tauTrace(data, options), expected, 10)).toEqual([]);
  });
});

describe("always", () => {
  test("at tau 0 the fixed mean, to which all effects shrink; far out the plain mean, and nothing shrinks", () => {
    const { trace, effects } = tauTrace(DATA, { test: "z", points: 3, largest: 1e6 });
    const fixed = randomEffects(DATA, { method: "FE", test: "z" });
    expect([trace[0]!.estimate, trace[0]!.upper]).toEqual([fixed.estimate, fixed.upper]);
    expect(effects.every(({ shrunken }) => shrunken[0] === trace[0]!.estimate)).toBe(true);
    expect(trace[2]!.estimate).toBeCloseTo(0.24, 9);
    for (const { observed, shrunken } of effects) expect(shrunken[2]).toBeCloseTo(observed, 9);
  });

  test("at an estimate of tau it is randomEffects and blups", () => {
    const { tau, tau2, estimate, lower, upper } = randomEffects(DATA, { method: "SJ" });
    const { trace, effects, estimators } = tauTrace(DATA, { points: 2, largest: tau! });
    expect(estimators.find(({ method }) => method === "SJ")).toMatchObject({ tau2, estimate, lower, upper });
    expect(trace[1]!.estimate).toBeCloseTo(estimate, 13);
    blups(DATA, { method: "SJ" }).effects.forEach((one, i) => {
      expect(effects[i]!.shrunken[1]).toBeCloseTo(one.estimate, 13);
    });
  });

  test("generalised Q never rises, the normal standard error never falls, shrunken effects stay between mean and effect", () => {
    const row = fc.record({
      y: fc.double({ min: -2, max: 2, noNaN: true }),
      v: fc.double({ min: 1e-3, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (rows) => {
        const data = { estimate: rows.map(({ y }) => y), samplingVariance: rows.map(({ v }) => v) };
        const { trace, effects } = tauTrace(data, { test: "z", points: 9, largest: 2 });
        for (const [i, now] of trace.slice(1).entries()) {
          expect(now.Q).toBeLessThanOrEqual(trace[i]!.Q + 1e-12);
          expect(now.standardError).toBeGreaterThanOrEqual(trace[i]!.standardError - 1e-12);
        }
        for (const { observed, shrunken } of effects)
          shrunken.forEach((value, i) => {
            const mean = trace[i]!.estimate;
            expect(Math.abs(value - mean)).toBeLessThanOrEqual(Math.abs(observed - mean) + 1e-12);
          });
      }),
      { numRuns: 40 },
    );
  });
});

describe("at the edges", () => {
  test("effects that differ less than chance still have a trace, up to a typical standard error", () => {
    const alike = { estimate: [0.2, 0.21, 0.2], samplingVariance: [0.01, 0.01, 0.01] };
    const { trace, estimators } = tauTrace(alike, { points: 3 });
    expect(estimators.find(({ method }) => method === "REML")!.tau2).toBe(0);
    expect(trace.at(-1)!.tau).toBeGreaterThan(0);
  });

  test("a verdict that hangs on tau is named", () => {
    const data = { estimate: [0.25, 0.9, -0.2], samplingVariance: [0.002, 0.05, 0.05] };
    expect(tauTrace(data, { test: "z" }).notes.map(({ code }) => code)).toContain("trace/verdict-changes");
    expect(tauTrace(DATA, { test: "z", largest: 0.01 }).notes).toEqual([]);
  });

  test("rows on the scale that was asked: the mean, the estimators, the effects", () => {
    const result = tauTrace(DATA, { points: 4, backTransform: "fisherZ" });
    const rows = tauTraceCard.tidy(result);
    expect(rows).toHaveLength(4 + 9 + 5 * 4);
    expect(rows[0]).toMatchObject({ term: "mean", tau: 0, estimate: Math.tanh(result.trace[0]!.estimate) });
    expect(rows.at(-1)).toMatchObject({
      term: "E",
      group: "effect",
      estimate: Math.tanh(result.effects[4]!.shrunken[3]!),
    });
  });
});

describe("refuses", () => {
  test("one effect, one point, a variance of 0", () => {
    expect(() => tauTrace({ estimate: [1], samplingVariance: [1] })).toThrow(/2 usable effects needed/);
    expect(() => tauTrace(DATA, { points: 1 })).toThrow(/points must be/);
    expect(() => tauTrace({ estimate: [1, 2], samplingVariance: [1, 0] })).toThrow(/row 2/);
  });
});
