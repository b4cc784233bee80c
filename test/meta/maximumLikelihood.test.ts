import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut } from "../../src/meta/effectLayout.ts";
import { likelihoodMaxima, type Slope } from "../../src/meta/likelihoodMaxima.ts";
import { restrictedMaximumLikelihood } from "../../src/meta/maximumLikelihood.ts";
import { residualSums } from "../../src/meta/residualSums.ts";
import { type EffectData, effectData, plainRestrictedLikelihood } from "./effectData.ts";

function laidOut({ estimate, samplingVariance }: EffectData) {
  return layOut({ estimates: Float64Array.from(estimate), variances: Float64Array.from(samplingVariance) });
}

/** A few effects of which one is far off and imprecise: the recipe for several peaks. */
const peaked = fc
  .tuple(effectData, fc.integer({ min: -4000, max: 4000 }), fc.integer({ min: -200, max: 0 }))
  .map(([{ estimate, samplingVariance }, far, power]) => ({
    estimate: [...estimate.slice(0, 4).map((y) => y / 10), far / 1000],
    samplingVariance: [...samplingVariance.slice(0, 4), 10 ** (power / 100)],
  }));

const GRID = Array.from({ length: 241 }, (_, i) => 10 ** (-6 + i / 30));

describe("always", () => {
  test("the likelihood is nowhere higher than at the estimate", () => {
    fc.assert(
      fc.property(fc.oneof(effectData, peaked), (data) => {
        const { tau2 } = restrictedMaximumLikelihood.estimate(laidOut(data));
        const best = plainRestrictedLikelihood(data, tau2);
        const highest = Math.max(...[0, ...GRID].map((t) => plainRestrictedLikelihood(data, t)));
        expect(best).toBeGreaterThanOrEqual(highest - 1e-11 * (1 + Math.abs(highest)));
      }),
      { numRuns: 300 },
    );
  });

  test("every peak that a grid shows is counted", () => {
    fc.assert(
      fc.property(peaked, (data) => {
        const heights = [0, ...GRID].map((t) => plainRestrictedLikelihood(data, t));
        const clearly = (a: number, b: number) => a > b + 1e-9;
        const peaks = heights.filter(
          (height, i) =>
            (i === 0 || clearly(height, heights[i - 1]!)) && i + 1 < heights.length && clearly(height, heights[i + 1]!),
        );
        expect(restrictedMaximumLikelihood.estimate(laidOut(data)).maxima).toBeGreaterThanOrEqual(peaks.length);
      }),
      { numRuns: 300 },
    );
  });

  test("all sums fall as tau2 grows, which the search relies on", () => {
    fc.assert(
      fc.property(effectData, fc.double({ min: 0, max: 5, noNaN: true }), (data, tau2) => {
        const here = residualSums(laidOut(data), tau2);
        const further = residualSums(laidOut(data), tau2 * 1.5 + 0.01);
        for (const sum of ["Q", "squares", "cubes", "trace", "traceOfSquare"] as const) {
          expect(further[sum], sum).toBeLessThan(here[sum]);
        }
      }),
    );
  });

  test("with several means the sums are those of the groups together", () => {
    fc.assert(
      fc.property(effectData, effectData, (a, b) => {
        const codes = Int32Array.from([...a.estimate.map(() => 1), ...b.estimate.map(() => 0)]);
        const both = layOut(
          {
            estimates: Float64Array.from([...a.estimate, ...b.estimate]),
            variances: Float64Array.from([...a.samplingVariance, ...b.samplingVariance]),
          },
          codes,
          2,
        );
        const sums = [a, b].map((data) => residualSums(laidOut(data), 0.1));
        for (const sum of ["Q", "squares", "cubes", "trace", "traceOfSquare"] as const) {
          expect(residualSums(both, 0.1)[sum] / (sums[0]![sum] + sums[1]![sum]), sum).toBeCloseTo(1, 11);
        }
      }),
    );
  });
});

describe("at the edges", () => {
  const line = (at: number): Slope => ({
    at,
    gain: 6 / (1 + at) ** 2,
    cost: 3 / (1 + at),
    gainFall: 12 / (1 + at) ** 3,
    costFall: 3 / (1 + at) ** 2,
  });

  test("a slope with one known root gives that root; no room gives no maxima", () => {
    expect(likelihoodMaxima(line, { upper: 50, smallest: 1, largest: 1 })).toEqual([1]);
    expect(likelihoodMaxima(line, { upper: 0, smallest: 1, largest: 1 })).toEqual([]);
    expect(likelihoodMaxima(line, { upper: -3, smallest: 1, largest: 1 })).toEqual([]);
  });

  test("a root exactly at the boundary 0 is 0", () => {
    const v = 0.04;
    const data = { estimate: [-0.2, 0, 0.2], samplingVariance: [v, v, v] };
    expect(restrictedMaximumLikelihood.estimate(laidOut(data)).tau2).toBeLessThan(1e-16);
    const equal = { estimate: [0.3, 0.3], samplingVariance: [0.1, 5] };
    expect(restrictedMaximumLikelihood.estimate(laidOut(equal))).toMatchObject({ tau2: 0, maxima: 1 });
  });

  test("two thousand effects take few evaluations", () => {
    let calls = 0;
    const estimates = Float64Array.from({ length: 2000 }, (_, i) => Math.sin(i * i));
    const variances = Float64Array.from({ length: 2000 }, (_, i) => 0.001 + 0.3 * Math.cos(i) ** 2);
    const layout = layOut({ estimates, variances });
    const slopeAt = (at: number): Slope => {
      calls++;
      const { squares, trace, cubes, traceOfSquare } = residualSums(layout, at);
      return { at, gain: squares, cost: trace, gainFall: 2 * cubes, costFall: traceOfSquare };
    };
    expect(
      likelihoodMaxima(slopeAt, { upper: 10, smallest: layout.smallestVariance, largest: layout.largestVariance }),
    ).toHaveLength(1);
    expect(calls).toBeLessThan(20);
  });
});
