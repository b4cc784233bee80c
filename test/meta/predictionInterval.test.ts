import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PREDICTION_RULE_NAMES } from "../../src/meta/predictionInterval.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { effectData } from "./effectData.ts";

const rules = fc.constantFrom(...PREDICTION_RULE_NAMES);
const tests = fc.constantFrom("knappHartung", "adHoc", "t", "z");

describe("agrees with R", () => {
  test.each(fixtureCases("predictionInterval"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(randomEffects(data, options), expected, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("the chance of an effect above a limit of the interval is the tail it leaves", () => {
    fc.assert(
      fc.property(effectData, rules, tests, (data, prediction, test) => {
        const { predictionLower, predictionUpper } = randomEffects(data, { prediction, test });
        const thresholds = [predictionLower!, predictionUpper!];
        const [below, above] = randomEffects(data, { prediction, test, thresholds }).predictive;
        expect(below!.above!).toBeCloseTo(0.975, 9);
        expect(above!.above!).toBeCloseTo(0.025, 9);
      }),
    );
  });

  test("a higher threshold is less likely to be passed", () => {
    fc.assert(
      fc.property(effectData, rules, (data, prediction) => {
        const { predictive } = randomEffects(data, { prediction, thresholds: [-1, 0, 0.5] });
        expect(predictive.map(({ above }) => above!)).toEqual(
          predictive.map(({ above }) => above!).toSorted((a, b) => b - a),
        );
      }),
    );
  });

  test("it is never narrower than the confidence interval by the same distribution", () => {
    fc.assert(
      fc.property(effectData, tests, (data, test) => {
        const { lower, upper, predictionLower, predictionUpper } = randomEffects(data, { test });
        expect(predictionLower!).toBeLessThanOrEqual(lower + 1e-12 * (1 + Math.abs(lower)));
        expect(predictionUpper!).toBeGreaterThanOrEqual(upper - 1e-12 * (1 + Math.abs(upper)));
      }),
    );
  });

  test("thresholds are correlations when correlations are reported", () => {
    const data = { estimate: [0.1, 0.3, 0.5, 0.2], samplingVariance: [0.01, 0.02, 0.01, 0.02] };
    const asZ = randomEffects(data, { thresholds: [Math.atanh(0.3)] });
    const asR = randomEffects(data, { thresholds: [0.3], backTransform: "fisherZ" });
    expect(asR.predictive[0]!.above).toBe(asZ.predictive[0]!.above);
  });
});

describe("at the edges", () => {
  test("the fixed model and a single effect predict nothing", () => {
    const data = { estimate: [0.1, 0.3], samplingVariance: [0.01, 0.02] };
    expect(randomEffects(data, { method: "FE" }).predictive).toEqual([]);
    expect(randomEffects({ estimate: [0.1], samplingVariance: [0.01] }).predictive).toEqual([]);
    expect(randomEffects(data, { prediction: "higginsThompsonSpiegelhalter" }).predictive).toEqual([
      { threshold: 0, above: null },
    ]);
  });

  test("equal effects leave no distribution to predict from", () => {
    const { predictive } = randomEffects({ estimate: [0.2, 0.2], samplingVariance: [0.01, 0.02] });
    expect(predictive).toEqual([{ threshold: 0, above: null }]);
  });
});
