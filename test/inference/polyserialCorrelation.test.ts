import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polyserialCorrelation } from "../../src/inference/polyserialCorrelation.ts";
import { orderedProbit } from "../../src/numeric/orderedProbit.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const codesOf = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code);

/** Numbers and answers cut from a trait that goes together with them. */
function sampled(seed: number, n: number, rho: number, cuts: readonly number[]) {
  const stream = randomStream(seed);
  const number = Array.from({ length: n }, () => stream.normal());
  const trait = number.map((value) => rho * value + Math.sqrt(1 - rho * rho) * stream.normal());
  return { number, answer: trait.map((value) => 1 + cuts.filter((cut) => value > cut).length) };
}

function pairOf(number: readonly (number | null)[], answer: readonly (number | null)[], options = {}) {
  return polyserialCorrelation({ numbers: { number }, answers: { answer } }, options).pairs[0]!;
}

describe("agrees with R", () => {
  test.each(fixtureCases("polyserialCorrelation"))("%s", (_, { data, options, expected, ...rest }) => {
    const found = polyserialCorrelation(data, options ?? {});
    expect(disagreements(found, expected, 11)).toEqual([]);
    // The standard errors in R come from numerical derivatives, good for some 9 digits; limits near 0 for one less.
    expect(disagreements(found, (rest as { errors?: unknown }).errors, 8.5)).toEqual([]);
  });
});

const designs = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  rho: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  method: fc.constantFrom("twoStep" as const, "maximumLikelihood" as const),
});

describe("always", () => {
  test("another unit changes nothing, turning the answers around turns the sign, the order of rows does not count", () => {
    fc.assert(
      fc.property(designs, ({ seed, rho, method }) => {
        const { number, answer } = sampled(seed, 60, rho, [-0.7, 0.4]);
        const one = pairOf(number, answer, { method });
        const scaled = pairOf(
          number.map((value) => 300 - 7 * value),
          answer.map((code) => 10 * code),
          { method },
        );
        const turned = pairOf(
          number.toReversed(),
          answer.toReversed().map((code) => -code),
          { method },
        );
        expect(scaled.r).toBeCloseTo(-one.r!, 10);
        expect(turned.r).toBeCloseTo(-one.r!, 10);
        expect(scaled.standardError).toBeCloseTo(one.standardError!, 9);
        expect(turned.standardError).toBeCloseTo(one.standardError!, 9);
        expect(turned.thresholds.map((threshold) => -threshold).reverse()[0]).toBeCloseTo(one.thresholds[0]!, 9);
      }),
      { numRuns: 25 },
    );
  });

  test("twice the rows: the same correlation (denominator n), a standard error smaller by the root of 2", () => {
    for (const method of ["twoStep", "maximumLikelihood"] as const) {
      const { number, answer } = sampled(5, 80, 0.5, [-0.2, 0.9]);
      const options = { method, denominator: "n" as const };
      const one = pairOf(number, answer, options);
      const two = pairOf([...number, ...number], [...answer, ...answer], options);
      expect(two.r).toBeCloseTo(one.r!, 11);
      expect(two.standardError! * Math.SQRT2).toBeCloseTo(one.standardError!, 10);
    }
  });

  test("the standard error is the spread over samples, also where the number is skewed", () => {
    for (const method of ["twoStep", "maximumLikelihood"] as const) {
      const { number, answer } = sampled(8, 160, 0.6, [-0.4, 0.8]);
      const skewed = number.map((value) => Math.exp(value / 2));
      const stream = randomStream(21);
      const draws = Array.from({ length: 500 }, () => {
        const rows = skewed.map(() => Math.floor(stream.uniform() * skewed.length));
        return pairOf(
          rows.map((i) => skewed[i]!),
          rows.map((i) => answer[i]!),
          { method },
        ).r!;
      });
      const mean = draws.reduce((sum, r) => sum + r, 0) / draws.length;
      const spread = Math.sqrt(draws.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (draws.length - 1));
      expect(Math.abs(spread / pairOf(skewed, answer, { method }).standardError! - 1)).toBeLessThan(0.12);
    }
  });

  test("finds the correlation the rows were made with; a wider level gives a wider interval", () => {
    const { number, answer } = sampled(3, 4000, 0.55, [-1, 0, 1.2]);
    const narrow = pairOf(number, answer, { confidenceLevel: 0.9 });
    const wide = pairOf(number, answer, { confidenceLevel: 0.999 });
    expect(Math.abs(narrow.r! - 0.55)).toBeLessThan(0.04);
    expect(wide.lower!).toBeLessThan(narrow.lower!);
    expect(wide.upper!).toBeGreaterThan(narrow.upper!);
  });

  test("an ordered probit has scores that add up to nothing", () => {
    const { number, answer } = sampled(4, 90, -0.4, [0, 1]);
    const fit = orderedProbit({
      z: Float64Array.from(number),
      codes: Int32Array.from(answer, (code) => code - 1),
      thresholds: [0, 1],
    })!;
    expect(fit.converged).toBe(true);
    expect(fit.influence.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  });
});

describe("at the edges", () => {
  test("answers that follow from the number: 1 or -1 without a standard error, with a note", () => {
    const answer = [1, 1, 1, 2, 2, 2];
    const number = [1, 2, 3, 4, 5, 6];
    for (const method of ["twoStep", "maximumLikelihood"] as const) {
      const up = polyserialCorrelation({ numbers: { number }, answers: { answer } }, { method });
      const down = pairOf(number.toReversed(), answer, { method });
      expect(up.pairs[0]).toMatchObject({ r: 1, standardError: null, lower: null, pValue: null });
      expect(down.r).toBe(-1);
      expect(codesOf(up)).toContain("polyserial/at-the-edge");
    }
  });

  test("a constant number or one answer: no correlation, with a note", () => {
    const found = polyserialCorrelation({
      numbers: { same: [3, 3, 3, 3], score: [1, 2, 3, 4] },
      answers: { one: [2, 2, 2, null], two: [1, 2, 1, 2] },
    });
    expect(found.pairs.map(({ r }) => r === null)).toEqual([true, true, true, false]);
    expect(codesOf(found).filter((code) => code === "pair/constant")).toHaveLength(3);
  });

  test("missing values: per pair, or whole rows", () => {
    const data = {
      numbers: { a: [1, 2, null, 4, 5, 3, 6], b: [2, 1, 3, 5, null, 4, 6] },
      answers: { c: [1, 2, 1, 2, 2, 1, 1] },
    };
    const pairwise = polyserialCorrelation(data);
    const listwise = polyserialCorrelation(data, { missing: "listwise" });
    expect(pairwise.pairs.map(({ n }) => n)).toEqual([6, 6]);
    expect(listwise.pairs.map(({ n }) => n)).toEqual([5, 5]);
    expect(listwise.sample).toEqual({ unit: "respondent", used: 5, dropped: 2, missing: 2 });
    expect(codesOf(listwise)).toContain("missing/listwise");
  });

  test("an outlier of thirty standard deviations against the direction: a number, not NaN", () => {
    const { number, answer } = sampled(9, 1000, 0.7, [0]);
    const found = pairOf([...number, 30], [...answer, 1]);
    expect(found.r).toBeGreaterThan(-1);
    expect(found.standardError).toBeGreaterThan(0);
    expect(found.converged).toBe(true);
  });
});

describe("refuses", () => {
  test("answers with too many values, text, unknown options", () => {
    const many = Array.from({ length: 30 }, (_, i) => i);
    expect(() => polyserialCorrelation({ numbers: { a: many }, answers: { b: many } })).toThrow(/20/);
    expect(() => polyserialCorrelation({ numbers: { a: ["x"] as never }, answers: { b: [1] } })).toThrow(/text/);
    expect(() => polyserialCorrelation({ numbers: { a: [1] }, answers: { b: [1] } }, { ml: true } as never)).toThrow(
      /ml/,
    );
    expect(() => polyserialCorrelation({ numbers: { a: [1, 2] }, answers: { b: [1] } })).toThrow(/equally long/);
  });
});
