import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metaRegression } from "../../src/meta/metaRegression.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { subgroups } from "../../src/meta/subgroups.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const sheet = fc.array(
  fc.record({
    estimate: fc.integer({ min: -100, max: 100 }).map((value) => value / 100),
    samplingVariance: fc.integer({ min: 1, max: 20 }).map((value) => value / 100),
    x: fc.integer({ min: -20, max: 20 }),
    group: fc.constantFrom("a", "b"),
  }),
  { minLength: 8, maxLength: 25 },
);
type Sheet = readonly { estimate: number; samplingVariance: number; x: number; group: string }[];
const varied = sheet.filter((rows) => new Set(rows.map(({ x }) => x)).size > 2);

const columns = (rows: Sheet) => ({
  estimate: rows.map(({ estimate }) => estimate),
  samplingVariance: rows.map(({ samplingVariance }) => samplingVariance),
});
const onX = (rows: Sheet, move = (x: number) => x) =>
  metaRegression({ ...columns(rows), moderators: { x: rows.map(({ x }) => move(x)) } });

describe("agrees with R", () => {
  test.each(fixtureCases("metaRegression"))("%s", (_, { data, options, expected }) => {
    const { Q, ...rest } = expected as { Q: number };
    const found = metaRegression(data, options);
    // metafor's omnibus statistics keep some nine digits
    expect(disagreements(found, rest, 8.5)).toEqual([]);
    expect(Math.abs(found.Q - Q)).toBeLessThan(1e-9 * Math.max(1, Q));
  });
});

describe("always", () => {
  test("the order of rows, and another zero and unit of a moderator, change nothing", () => {
    fc.assert(
      fc.property(varied, (rows) => {
        const straight = onX(rows);
        const moved = onX(rows.toReversed(), (x) => 30 - 4 * x);
        expect(moved.tau2!).toBeCloseTo(straight.tau2!, 8);
        expect(-4 * moved.coefficients[1]!.estimate).toBeCloseTo(straight.coefficients[1]!.estimate, 7);
        expect(moved.tests[0]!.pValue!).toBeCloseTo(straight.tests[0]!.pValue!, 6);
      }),
      { numRuns: 40 },
    );
  });

  test("a factor gives the test of subgroups with a common tau2", () => {
    fc.assert(
      fc.property(varied, (rows) => {
        const group = rows.map((row) => row.group);
        fc.pre(Math.min(...["a", "b"].map((one) => group.filter((two) => two === one).length)) > 2);
        const found = metaRegression({ ...columns(rows), factors: { group } }, { test: "z" });
        const parts = subgroups({ ...columns(rows), subgroup: group }, { test: "z" });
        const { common } = parts.differences;
        expect(found.tau2!).toBeCloseTo(common!.tau2, 8);
        expect(found.tests[0]!.pValue!).toBeCloseTo(common!.pValue!, 7);
        expect(found.coefficients).toHaveLength(2);
        expect(found.references).toEqual({ group: "a" });
      }),
      { numRuns: 10 },
    );
  });

  test("without moderators' help, tau2 without them is that of randomEffects", () => {
    fc.assert(
      fc.property(varied, (rows) => {
        expect(onX(rows).tau2Without!).toBeCloseTo(randomEffects(columns(rows)).tau2!, 9);
      }),
      { numRuns: 40 },
    );
  });
});

describe("at the edges", () => {
  test("nothing to explain: R2 is not available, and says so", () => {
    const found = metaRegression({
      estimate: [0.2, 0.21, 0.19, 0.2],
      samplingVariance: [1, 1, 1, 1],
      moderators: { x: [1, 2, 3, 5] },
    });
    expect(found).toMatchObject({ tau2: 0, tau2Without: 0, R2: null, I2: 0 });
    expect(found.notes.map(({ code }) => code)).toContain("moderator/nothing-to-explain");
  });

  test("rows without a moderator are left out and counted", () => {
    const found = metaRegression({
      estimate: [0.2, 0.5, 0.1, 0.7, 0.3],
      samplingVariance: [0.02, 0.02, 0.03, 0.01, 0.02],
      moderators: { x: [1, 2, null, 4, 5] },
    });
    expect(found.sample).toMatchObject({ used: 4, dropped: 1, missing: 1 });
  });
});

describe("refuses", () => {
  const effects = { estimate: [0.2, 0.5, 0.1, 0.7], samplingVariance: [0.02, 0.02, 0.03, 0.01] };
  test.each([
    ["no moderator", effects, {}, "moderators"],
    ["a moderator that is another one", { ...effects, moderators: { x: [1, 2, 3, 5], y: [2, 4, 6, 10] } }, {}, "y"],
    ["a factor with one level", { ...effects, factors: { g: ["a", "a", "a", "a"] } }, {}, "one level"],
    [
      "as many coefficients as effects",
      { ...effects, moderators: { x: [1, 2, 3, 5], y: [1, 0, 0, 1], z: [0, 1, 0, 2] } },
      {},
      "5 usable",
    ],
    [
      "an interaction of nothing",
      { ...effects, moderators: { x: [1, 2, 3, 5] } },
      { interactions: ["x*w"] },
      "interactions",
    ],
  ])("%s", (_, data, options, message) => {
    expect(() => metaRegression(data, options)).toThrow(message);
  });
});
