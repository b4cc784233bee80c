import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metaPredictions } from "../../src/meta/metaPredictions.ts";
import { metaRegression } from "../../src/meta/metaRegression.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const sheet = fc
  .array(fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 20 })), {
    minLength: 6,
    maxLength: 20,
  })
  .map((rows) => ({
    estimate: rows.map(([estimate]) => estimate / 100),
    samplingVariance: rows.map(([, variance]) => variance / 100),
    moderators: { x: rows.map((_, i) => (i * 7) % 11) },
    factors: { group: rows.map((_, i) => (i % 2 === 0 ? "a" : "b")) },
  }));
const codesOf = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code);

describe("agrees with R", () => {
  test.each(fixtureCases("metaPredictions"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(metaPredictions(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("at 0 and at the reference the mean is the intercept, one further it is the slope more", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        const [zero, one] = metaPredictions(data, { at: ["x=0; group=a", "x=1;group=a"] }).predictions;
        const [intercept, slope] = metaRegression(data).coefficients;
        expect(zero!.estimate).toBeCloseTo(intercept!.estimate, 9);
        expect(zero!.upper).toBeCloseTo(intercept!.upper, 8);
        expect(one!.estimate - zero!.estimate).toBeCloseTo(slope!.estimate, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("the prediction interval holds the confidence interval, and correlations stay between -1 and 1", () => {
    fc.assert(
      fc.property(sheet, (data) => {
        for (const one of metaPredictions(data, { backTransform: "fisherZ" }).predictions) {
          expect(one.predictionLower!).toBeLessThanOrEqual(one.lower);
          expect(one.predictionUpper!).toBeGreaterThanOrEqual(one.upper);
          expect(Math.abs(one.transformed!.predictionUpper!)).toBeLessThanOrEqual(1);
          expect(one.transformed!.estimate).toBeCloseTo(Math.tanh(one.estimate), 12);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("at the edges", () => {
  const data = {
    estimate: [0.2, 0.5, 0.1, 0.7, null],
    samplingVariance: [0.02, 0.02, 0.03, 0.01, 0.02],
    moderators: { x: [1, 2, 3, 5, 6], z: [1, 0, 0, 1, 1] },
  };

  test("what a point does not name stands at its mean, and a note says so", () => {
    const left = metaPredictions(data, { at: ["x=2"] });
    const given = metaPredictions(data, { at: ["x=2; z=0.5"] });
    expect(left.predictions[0]!.estimate).toBeCloseTo(given.predictions[0]!.estimate, 12);
    expect(left.notes[0]).toEqual({ code: "moderator/at-middle", values: { names: "z" } });
    expect(codesOf(given)).not.toContain("moderator/at-middle");
  });

  test("without points every effect used has a prediction, under its own row", () => {
    const { predictions } = metaPredictions({ ...data, estimate: [null, 0.5, 0.1, 0.7, 0.4] });
    expect(predictions.map(({ row }) => row)).toEqual([2, 3, 4, 5]);
  });

  test("too few effects for the rule: no prediction interval, and a note", () => {
    const found = metaPredictions(data, { at: ["x=2; z=0"], prediction: "riley" });
    expect(found.predictions[0]!.predictionLower).toBeNull();
    expect(codesOf(found)).toContain("moderator/no-prediction");
  });
});

describe("refuses", () => {
  const data = {
    estimate: [0.2, 0.5, 0.1, 0.7],
    samplingVariance: [0.02, 0.02, 0.03, 0.01],
    moderators: { x: [1, 2, 3, 5] },
    factors: { group: ["a", "a", "b", "b"] },
  };
  test.each([
    ["a moderator that is not there", "y=2", "no moderator y"],
    ["a level that is not there", "group=c", "a | b"],
    ["a number that is none", "x=two", "x=number"],
    ["no value", "x", "at"],
  ])("%s", (_, at, message) => {
    expect(() => metaPredictions(data, { at: [at] })).toThrow(message);
  });
});
