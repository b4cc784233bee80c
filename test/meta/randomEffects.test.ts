import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BetrokkenError } from "../../src/foundation/errors.ts";
import { randomEffects, randomEffectsCard } from "../../src/meta/randomEffects.ts";
import { chiSquareUpperQuantile } from "../../src/numeric/chiSquare.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";
import { correctDigits } from "../numeric/truthTable.ts";
import { effectData, weightedSquares } from "./effectData.ts";

function notesOf({ notes }: { notes: readonly { code: string }[] }) {
  return notes.map(({ code }) => code);
}

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof BetrokkenError) return error.problems;
    throw error;
  }
  return [];
}

/** Relative to the size of the data, so that a value near zero is not asked for digits it cannot have. */
function close(actual: number | null, expected: number, size: number) {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(1e-9 * size);
}

describe("agrees with R", () => {
  test.each(fixtureCases("randomEffects"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(randomEffects(data, options), expected, 12)).toEqual([]);
  });
});

describe("agrees with 40-digit arithmetic", () => {
  test.each(fixtureCases("../mpmath/randomEffects"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(randomEffects(data, options), expected, 13)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of the studies makes no difference", () => {
    fc.assert(
      fc.property(effectData, ({ estimate, samplingVariance }) => {
        const one = randomEffects({ estimate, samplingVariance });
        const turned = randomEffects({
          estimate: estimate.toReversed(),
          samplingVariance: samplingVariance.toReversed(),
        });
        const size = 1 + one.tau2!;
        close(turned.tau2, one.tau2!, size);
        close(turned.estimate, one.estimate, size);
        expect(turned.studies.map(({ weight }) => weight.toFixed(9)).reverse()).toEqual(
          one.studies.map(({ weight }) => weight.toFixed(9)),
        );
      }),
    );
  });

  test("another unit and another zero only change the unit and the zero", () => {
    fc.assert(
      fc.property(
        effectData,
        fc.constantFrom(1e-3, 0.5, 7, 1e4),
        fc.integer({ min: -20, max: 20 }),
        (data, c, shift) => {
          const one = randomEffects(data);
          const other = randomEffects({
            estimate: data.estimate.map((y) => c * (y + shift)),
            samplingVariance: data.samplingVariance.map((v) => c * c * v),
          });
          const size = 1 + one.tau2! + Math.abs(shift);
          close(other.tau2! / c ** 2, one.tau2!, size);
          close(other.estimate / c - shift, one.estimate, size);
          close(other.standardError / c, one.standardError, size);
          close(other.I2, one.I2!, 1 + Math.abs(shift));
          close(other.predictionUpper! / c - shift, one.predictionUpper!, 20 * size);
        },
      ),
    );
  });

  test("without tau2 the random-effects model is the fixed one", () => {
    const homogeneous = effectData.map(({ estimate, samplingVariance }) => ({
      estimate: estimate.map((y, i) => 0.2 + 0.1 * Math.sin(y) * Math.sqrt(samplingVariance[i]!)),
      samplingVariance,
    }));
    fc.assert(
      fc.property(homogeneous, fc.constantFrom("REML", "DL"), fc.constantFrom("z", "adHoc"), (data, method, test) => {
        const random = randomEffects(data, { method, test });
        const fixed = randomEffects(data, { method: "FE", test });
        expect(random.tau2).toBe(0);
        expect(random.I2).toBe(0);
        expect(random.estimate).toBe(fixed.estimate);
        expect(random.standardError).toBe(fixed.standardError);
        expect(random.studies).toEqual(fixed.studies);
      }),
    );
  });

  test("weights sum to 1, weighted residuals to 0, and tau2 lies within its limits when Q is not extreme", () => {
    fc.assert(
      fc.property(effectData, fc.constantFrom("REML", "DL", "FE"), (data, method) => {
        const { studies } = randomEffects(data, { method });
        expect(studies.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(studies.reduce((sum, { weight, residual }) => sum + weight * residual, 0)).toBeCloseTo(0, 10);
      }),
    );
  });

  test("at its Q-profile limits tau2 brings Q to the quantiles of chi-square", () => {
    fc.assert(
      fc.property(effectData, ({ estimate, samplingVariance }) => {
        const { tau2Lower, tau2Upper, dfQ, Q } = randomEffects({ estimate, samplingVariance });
        const limits = [
          [tau2Lower!, chiSquareUpperQuantile(0.025, dfQ)],
          [tau2Upper!, chiSquareUpperQuantile(0.975, dfQ)],
        ] as const;
        for (const [tau2, quantile] of limits) {
          const reached = weightedSquares({ estimate, samplingVariance }, tau2);
          if (tau2 > 0) expect(correctDigits(reached, quantile)).toBeGreaterThan(9);
          else expect(Q).toBeLessThanOrEqual(quantile);
        }
      }),
    );
  });

  test("a wider level gives wider intervals, an ad hoc scale never a narrower one", () => {
    fc.assert(
      fc.property(effectData, fc.constantFrom("knappHartung", "adHoc", "z"), (data, test) => {
        const narrow = randomEffects(data, { test, confidenceLevel: 0.8 });
        const wide = randomEffects(data, { test, confidenceLevel: 0.99 });
        expect(wide.upper - wide.lower).toBeGreaterThan(narrow.upper - narrow.lower);
        expect(wide.predictionUpper!).toBeGreaterThan(narrow.predictionUpper!);
        expect(wide.tau2Upper!).toBeGreaterThanOrEqual(narrow.tau2Upper!);
        expect(randomEffects(data, { test: "adHoc" }).standardError).toBeGreaterThanOrEqual(
          randomEffects(data, { test: "knappHartung" }).standardError * (1 - 1e-15),
        );
      }),
    );
  });

  test("with equal variances tau2 is the variance of the estimates less the sampling variance", () => {
    fc.assert(
      fc.property(effectData, fc.constantFrom("REML", "DL"), ({ estimate }, method) => {
        const mean = estimate.reduce((sum, y) => sum + y, 0) / estimate.length;
        const variance = estimate.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (estimate.length - 1);
        const { tau2 } = randomEffects({ estimate, samplingVariance: estimate.map(() => 0.04) }, { method });
        close(tau2, Math.max(0, variance - 0.04), 1 + variance);
      }),
    );
  });

  test("rows with a missing value count as if they were not there", () => {
    fc.assert(
      fc.property(effectData, ({ estimate, samplingVariance }) => {
        const { sample, notes, studies, ...figures } = randomEffects({
          estimate: [...estimate, null, 3, Number.NaN],
          samplingVariance: [...samplingVariance, 0.1, null, null],
        });
        const clean = randomEffects({ estimate, samplingVariance });
        expect({ ...clean, ...figures }).toEqual(clean);
        expect(studies).toEqual(clean.studies);
        expect(sample).toEqual({ unit: "effect", used: estimate.length, dropped: 3, missing: 4 });
        expect(notes).toContainEqual({ code: "missing/listwise", values: { dropped: 3, total: estimate.length + 3 } });
      }),
    );
  });

  test("the mean correlation lies nearer to 0 than the median one", () => {
    fc.assert(
      fc.property(effectData, (data) => {
        const { transformed, meanRho } = randomEffects(data, { backTransform: "fisherZ" });
        expect(Math.abs(meanRho!)).toBeLessThanOrEqual(Math.abs(transformed!.estimate) + 1e-15);
        expect(transformed!.lower).toBeLessThanOrEqual(transformed!.estimate);
      }),
    );
  });
});

describe("at the edges", () => {
  test("one effect comes back as it is, by the normal distribution, and nothing is said of tau2", () => {
    const one = randomEffects({ estimate: [0.3], samplingVariance: [0.01], study: ["Chen"] });
    expect(one).toMatchObject({
      k: 1,
      estimate: 0.3,
      standardError: 0.1,
      df: null,
      scale2: null,
      tau2: null,
      tau: null,
    });
    expect(one).toMatchObject({ I2: null, H2: null, Q: 0, dfQ: 0, pQ: null, tau2Upper: null, predictionLower: null });
    expect(one.upper).toBeCloseTo(0.3 + 1.959963984540054 * 0.1, 14);
    expect(one.studies[0]).toMatchObject({ study: "Chen", weight: 1, residual: 0, standardizedResidual: null });
    expect(notesOf(one)).toEqual(["meta/one-study"]);
  });

  test("equal effects have no Knapp-Hartung error, and that is said; adHoc has one", () => {
    const data = { estimate: [0.2, 0.2, 0.2, 0.2, 0.2], samplingVariance: [0.01, 0.02, 0.01, 0.3, 0.04] };
    const equal = randomEffects(data);
    expect(equal).toMatchObject({ tau2: 0, Q: 0, pQ: 1, scale2: 0, standardError: 0, statistic: null, pValue: null });
    expect([equal.lower, equal.upper]).toEqual([0.2, 0.2]);
    expect(notesOf(equal)).toEqual(["meta/no-spread", "meta/no-tau2-fits"]);
    expect(randomEffects(data, { test: "adHoc" }).standardError).toBe(randomEffects(data, { test: "z" }).standardError);
    expect(randomEffects(data, { method: "FE", test: "z" })).toMatchObject({ I2: 0, H2: 0, tau2Lower: null });
  });

  test("Riley's prediction interval needs three effects", () => {
    const two = randomEffects({ estimate: [0.1, 0.5], samplingVariance: [0.01, 0.02] }, { prediction: "riley" });
    expect(two).toMatchObject({ predictionLower: null, predictionUpper: null });
    expect(notesOf(two)).toContain("meta/no-prediction");
    expect(notesOf(two)).toContain("meta/few-studies");
  });

  test("several peaks, effects of the same study and a narrow Knapp-Hartung interval are noted", () => {
    const peaks = { estimate: [1.31, -0.09, 0.07, 0.07], samplingVariance: [0.17, 0.0038, 0.00055, 0.00031] };
    expect(randomEffects(peaks).notes).toContainEqual({ code: "meta/several-maxima", values: { maxima: 3 } });
    const alike = { estimate: [0.2, 0.21, 0.19, 0.2, 0.22], samplingVariance: [0.02, 0.02, 0.02, 0.02, 0.02] };
    const noted = randomEffects({ ...alike, study: ["a", "a", "b", "c", null] });
    expect(noted.notes).toContainEqual({ code: "meta/dependent-effects", values: { k: 5, studies: 4 } });
    expect(notesOf(noted)).toContain("meta/scale-below-one");
    expect(notesOf(randomEffects(alike, { test: "z" }))).not.toContain("meta/scale-below-one");
    expect(notesOf(randomEffects(alike, { method: "FE" }))).toContain("meta/fixed-scaled");
  });

  test("effects millions apart and variances 1e12 apart have a finite answer that JSON keeps", () => {
    const far = randomEffects({ estimate: [-1e6, 2e6, 5e5], samplingVariance: [1e-6, 1e6, 1] });
    expect(randomEffectsCard.result.parse(JSON.parse(JSON.stringify(far)))).toEqual(far);
    expect(far.I2).toBeGreaterThan(0.999);
  });

  test("rows are on the original scale when that was asked, without the standard error of the other one", () => {
    const result = randomEffects(randomEffectsCard.example.data, { backTransform: "fisherZ" });
    const row = randomEffectsCard.glance(result);
    expect(row.estimate).toBe(Math.tanh(result.estimate));
    expect(row.standardError).toBeNull();
    expect(randomEffectsCard.tidy(result)[0]!.upper).toBe(Math.tanh(result.studies[0]!.upper));
    expect(randomEffectsCard.glance(randomEffects(randomEffectsCard.example.data)).standardError).toBeGreaterThan(0);
  });
});

describe("refuses", () => {
  test("every sampling variance of 0 or less, with its row", () => {
    const data = { estimate: [0.1, 0.2, null, 0.4], samplingVariance: [0, 0.1, -1, 0.2] };
    expect(problemsOf(() => randomEffects(data))).toEqual([
      { code: "effect/variance", values: {}, location: { row: 1, column: "samplingVariance" } },
      { code: "effect/variance", values: {}, location: { row: 3, column: "samplingVariance" } },
    ]);
  });

  test("data without a usable row, and methods it does not have", () => {
    expect(() => randomEffects({ estimate: [null], samplingVariance: [0.1] })).toThrow(
      /1 usable effects needed, 0 found/,
    );
    expect(() => randomEffects({ estimate: [1], samplingVariance: [1] }, { method: "XX" as never })).toThrow(/REML/);
  });
});
