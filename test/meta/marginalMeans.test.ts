import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marginalMeans } from "../../src/meta/marginalMeans.ts";
import { metaContrasts } from "../../src/meta/metaContrasts.ts";
import { metaPredictions } from "../../src/meta/metaPredictions.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const sheet = fc
  .array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 20 })), {
    minLength: 10,
    maxLength: 20,
  })
  .map((rows) => ({
    estimate: rows.map(([estimate]) => estimate / 100),
    samplingVariance: rows.map(([, variance]) => variance / 100),
    moderators: { x: rows.map((_, i) => (i * 7) % 11) },
    factors: { group: rows.map((_, i) => "abc"[i % 3]!), half: rows.map((_, i) => (i % 5 < 2 ? "one" : "two")) },
  }));

describe("agrees with R", () => {
  test.each(fixtureCases("marginalMeans"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(marginalMeans(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("differences of adjusted means are the contrasts of the levels", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        const [a, b] = marginalMeans(data).means;
        expect(a!.estimate - b!.estimate).toBeCloseTo(metaContrasts(data).contrasts[0]!.estimate, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("without interactions the weights move all levels alike, and counts add up", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        const equal = marginalMeans(data).means.slice(0, 3);
        const own = marginalMeans(data, { weights: "proportional" }).means.slice(0, 3);
        const moved = own.map(({ estimate }, i) => estimate - equal[i]!.estimate);
        expect(moved[1]!).toBeCloseTo(moved[0]!, 9);
        expect(moved[2]!).toBeCloseTo(moved[0]!, 9);
        expect(equal.reduce((sum, { k }) => sum + k, 0)).toBe(data.estimate.length);
      }),
      { numRuns: 30 },
    );
  });

  test("an adjusted mean is the prediction with the others at the middle", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        const [predicted] = metaPredictions(data, { at: ["group=b"] }).predictions;
        const mean = marginalMeans(data).means[1]!;
        expect(mean.estimate).toBeCloseTo(predicted!.estimate, 10);
        expect(mean.predictionLower!).toBeCloseTo(predicted!.predictionLower!, 9);
      }),
      { numRuns: 30 },
    );
  });
});

describe("at the edges", () => {
  test("one factor alone: the fixed model's means are weighted means of the levels", () => {
    const { means } = marginalMeans(
      { estimate: [0.1, 0.4, 0.3], samplingVariance: [0.1, 0.2, 0.1], factors: { g: ["a", "a", "b"] } },
      { method: "FE", test: "z" },
    );
    expect(means[0]!.estimate).toBeCloseTo((0.1 / 0.1 + 0.4 / 0.2) / 15, 14);
    expect(means[1]).toMatchObject({ level: "b", k: 1, predictionLower: null });
    expect(means[1]!.standardError).toBeCloseTo(Math.sqrt(0.1), 14);
  });
});

describe("refuses", () => {
  const effects = { estimate: [0.2, 0.5, 0.1, 0.7], samplingVariance: [0.02, 0.02, 0.03, 0.01] };
  test.each([
    ["numbers only", { ...effects, moderators: { x: [1, 2, 3, 5] } }, "give factors"],
    ["a factor with one level", { ...effects, factors: { g: ["a", "a", "a", "a"] } }, "one level"],
    ["too few effects", { ...effects, factors: { g: ["a", "b", "c", "d"] } }, "5 usable"],
  ])("%s", (_, data, message) => {
    expect(() => marginalMeans(data)).toThrow(message);
  });
});
