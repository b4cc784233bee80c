import { describe, expect, test } from "vitest";
import { type NestedRows, nestedIntercepts } from "../../src/numeric/nestedIntercepts.ts";
import { oneWayReml } from "../../src/numeric/oneWayReml.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Rows in teachers in schools, of all sizes. */
function sample(seed: number, rows = 80): NestedRows {
  const stream = randomStream(seed);
  const draw = (count: number, spread: number) => Array.from({ length: count }, () => spread * stream.normal());
  const [schools, teachers] = [draw(8, 0.7), draw(24, 0.9)];
  const inner = Array.from({ length: rows }, (_, i) => (i < 24 ? i : stream.integer(24)));
  const x = draw(rows, 1);
  const y = inner.map((teacher, i) => 2 + 0.5 * x[i]! + teachers[teacher]! + schools[teacher % 8]! + stream.normal());
  return { y, x: [x], levels: [inner, inner.map((teacher) => teacher % 8)] };
}

describe("agrees with R", () => {
  test.each(fixtureCases("nestedIntercepts"))("%s", (_, { data, expected }) => {
    const { method, ...rows } = data as NestedRows & { method: "REML" | "ML" };
    const found = nestedIntercepts(rows, method)!;
    const p = found.coefficients.length;
    const standardErrors = found.coefficients.map((_, k) => Math.sqrt(found.covariance.data[k * p + k]!));
    expect(found.converged).toBe(true);
    expect(disagreements({ ...found, standardErrors }, expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("one level without predictors is the one-way model", () => {
    const { y, levels } = sample(2);
    const groups = Array.from({ length: 24 }, (_, g) => (y as number[]).filter((_, i) => levels[0]![i] === g));
    const found = nestedIntercepts({ y, x: [], levels: [levels[0]!] }, "REML")!;
    const other = oneWayReml(groups);
    expect(found.variances[0]).toBeCloseTo(other.between, 7);
    expect(found.residualVariance).toBeCloseTo(other.within, 7);
    expect(found.coefficients[0]).toBeCloseTo(other.mean, 8);
  });

  test("another zero and unit of outcome and predictor, and the order of rows", () => {
    for (const seed of [1, 2, 3, 4]) {
      const data = sample(seed);
      const found = nestedIntercepts(data, "REML")!;
      const moved = nestedIntercepts(
        {
          y: Array.from(data.y, (value) => 100 + 10 * value).toReversed(),
          x: [Array.from(data.x[0]!, (value) => 5 - 2 * value).toReversed()],
          levels: data.levels.map((codes) => Array.from(codes).toReversed()),
        },
        "REML",
      )!;
      expect(moved.coefficients[1]! / -5).toBeCloseTo(found.coefficients[1]!, 8);
      moved.variances.forEach((variance, l) => {
        expect(variance / 100).toBeCloseTo(found.variances[l]!, 6);
      });
    }
  });

  test("no other variances are more likely", () => {
    const data = sample(5);
    const found = nestedIntercepts(data, "ML")!;
    const without = nestedIntercepts({ ...data, levels: [data.levels[0]!] }, "ML")!;
    expect(found.logLikelihood).toBeGreaterThanOrEqual(without.logLikelihood - 1e-9);
  });
});

describe("at the edges", () => {
  test("predictors that depend on each other, and nothing left over, have no estimates", () => {
    const { y, x, levels } = sample(1);
    expect(nestedIntercepts({ y, x: [x[0]!, x[0]!], levels }, "REML")).toBeNull();
    expect(nestedIntercepts({ y: [1, 1, 1, 1], x: [], levels: [[0, 0, 1, 1]] }, "REML")).toBeNull();
  });
});
