import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneWayReml } from "../../src/numeric/oneWayReml.ts";
import { fixtureCases } from "../fixtures/readFixture.ts";
import { correctDigits } from "./truthTable.ts";

interface Clustered {
  readonly values: readonly (number | null)[];
  readonly cluster: readonly (string | number | null)[];
}

function groupsOf({ values, cluster }: Clustered): number[][] {
  const names = [...new Set(cluster)].filter((name) => name !== null);
  return names.map((name) => values.filter((_, i) => cluster[i] === name).map((value) => value ?? Number.NaN));
}

const groups = fc
  .array(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 })
  .filter((all) => all.some((group) => new Set(group).size > 1));

/** -2 restricted log likelihood from its matrix form, by Gaussian elimination on V: nothing of the kernel is used. */
function deviance(all: readonly (readonly number[])[], between: number, within: number): number {
  const y = all.flat();
  const owner = all.flatMap((group, j) => group.map(() => j));
  const V = y.map((_, i) => y.map((_, j) => (i === j ? within : 0) + (owner[i] === owner[j] ? between : 0)));
  const augmented = V.map((row, i) => [...row, 1, y[i]!]);
  let logDeterminant = 0;
  for (let i = 0; i < y.length; i++) {
    const pivot = augmented[i]!;
    logDeterminant += Math.log(pivot[i]!);
    for (let k = i + 1; k < y.length; k++) {
      const factor = augmented[k]![i]! / pivot[i]!;
      augmented[k] = augmented[k]!.map((cell, j) => cell - factor * pivot[j]!);
    }
  }
  const product = (a: number, b: number) =>
    augmented.reduce((sum, row, i) => sum + (row[y.length + a]! * row[y.length + b]!) / row[i]!, 0);
  const mean = product(0, 1) / product(0, 0);
  return logDeterminant + Math.log(product(0, 0)) + product(1, 1) - mean * product(0, 1);
}

/** The within variance that is likeliest at a ratio of between to within. */
function withinAt(all: readonly (readonly number[])[], ratio: number): number {
  const n = all.flat().length;
  const means = all.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
  const weights = all.map(({ length }) => length / (1 + length * ratio));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = means.reduce((sum, value, j) => sum + weights[j]! * value, 0) / total;
  const own = all.map((group, j) => group.reduce((sum, value) => sum + (value - means[j]!) ** 2, 0));
  return own.reduce((sum, squares, j) => sum + squares + weights[j]! * (means[j]! - mean) ** 2, 0) / (n - 1);
}

/** Groups whose likelihood has a lower top at the ratio that is given, and a higher one further on. */
const SEVERAL_TOPS: readonly [string, readonly (readonly number[])[], number][] = [
  [
    "the lower one inside",
    [
      [-8],
      [-6, -7, -5, -5, -5, -7, -7, -6, -5, -5, -5],
      [-7, -6, -6, -5, -6, -6, -5, -6, -5, -5, -7, -7, -7, -5, -7, -6, -7, -5, -7],
    ],
    0.0235,
  ],
  ["0", [[9], [1, 0, 4, 1, 0], [-4], [-1, -2, 5, -3, -1, 2, 5, 2, 2, -3, 5, -2], [-1, -1]], 0],
];

describe("agrees with R", () => {
  test.each(fixtureCases("intraclassCorrelation"))("%s", (_, { data, expected }) => {
    const reml = expected.reml as { varianceBetween: number; varianceWithin: number; mean: number };
    const found = oneWayReml(groupsOf(data as Clustered));
    expect(correctDigits(found.between, reml.varianceBetween)).toBeGreaterThan(12);
    expect(correctDigits(found.within, reml.varianceWithin)).toBeGreaterThan(12);
    expect(correctDigits(found.mean, reml.mean)).toBeGreaterThan(12);
  });
});

describe("agrees with the analysis of variance where sizes are equal", () => {
  test("Searle, Casella & McCulloch: between = (MSB - MSW) / n, within = MSW, mean of all", () => {
    const found = oneWayReml([
      [1, 2, 3],
      [3, 4, 5],
      [8, 9, 10],
    ]);
    expect(found.between).toBeCloseTo((39 - 1) / 3, 13);
    expect(found.within).toBeCloseTo(1, 13);
    expect(found.mean).toBeCloseTo(5, 13);
  });
});

describe("always", () => {
  test("no other pair of components is likelier, whatever the sizes", () => {
    const factor = fc.double({ min: 0.2, max: 5, noNaN: true });
    fc.assert(
      fc.property(groups, factor, factor, (all, a, b) => {
        const { between, within } = oneWayReml(all);
        const best = deviance(all, between, within);
        const others = [
          [between * a, within * b],
          [within * a, within * b],
          [0, within * b],
        ] as const;
        for (const [one, other] of others)
          expect(deviance(all, one, other)).toBeGreaterThanOrEqual(best - 1e-9 * (1 + Math.abs(best)));
      }),
    );
  });

  test("another zero and unit, another order of groups and rows", () => {
    const zero = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(groups, zero, fc.integer({ min: 1, max: 20 }), (all, shift, unit) => {
        const before = oneWayReml(all);
        const moved = all.map((group) => group.map((value) => shift + unit * value).toReversed()).toReversed();
        const after = oneWayReml(moved);
        const scale = unit * unit * (before.between + before.within);
        expect(Math.abs(after.between - unit * unit * before.between)).toBeLessThan(1e-8 * scale);
        expect(Math.abs(after.within - unit * unit * before.within)).toBeLessThan(1e-8 * scale);
        expect(Math.abs(after.mean - (shift + unit * before.mean))).toBeLessThan(1e-7 * Math.sqrt(scale));
      }),
    );
  });
});

describe("at the edges", () => {
  test.each(SEVERAL_TOPS)("the highest of several tops is taken: not %s", (_, all, lower) => {
    const { between, within } = oneWayReml(all);
    const best = deviance(all, between, within);
    expect(between / within).toBeGreaterThan(10 * lower);
    for (let step = -60; step <= 60; step++) {
      const ratio = Math.exp(step / 4);
      const other = withinAt(all, ratio);
      expect(deviance(all, ratio * other, other)).toBeGreaterThanOrEqual(best - 1e-9);
    }
    const here = withinAt(all, lower);
    for (const ratio of [lower / 3, lower * 3, 0.001]) {
      const beside = withinAt(all, ratio);
      expect(deviance(all, ratio * beside, beside)).toBeGreaterThan(deviance(all, lower * here, here) - 1e-9);
    }
  });

  test("means closer together than chance: 0 between, and all variation within", () => {
    const { between, within, mean } = oneWayReml([
      [1, 9],
      [2, 8],
      [3, 7],
    ]);
    expect(between).toBe(0);
    expect(within).toBeCloseTo(58 / 5, 13);
    expect(mean).toBeCloseTo(5, 13);
  });

  test("nothing varies within groups: 0 within, the variance of the means between", () => {
    expect(oneWayReml([[1, 1], [2], [6, 6, 6]])).toEqual({ between: 7, within: 0, mean: 3 });
  });

  test("missing values and groups without any are left out", () => {
    const nan = Number.NaN;
    expect(oneWayReml([[1, nan, 2, 3], [nan], [3, 4, 5, nan]])).toEqual(
      oneWayReml([
        [1, 2, 3],
        [3, 4, 5],
      ]),
    );
  });

  test("a level of a million million costs no digits that the data have", () => {
    const level = 2 ** 40;
    const plain = oneWayReml([
      [1, 2, 3],
      [3, 4, 5, 6],
      [8, 9],
    ]);
    const high = oneWayReml([
      [level + 1, level + 2, level + 3],
      [level + 3, level + 4, level + 5, level + 6],
      [level + 8, level + 9],
    ]);
    expect(correctDigits(high.between, plain.between)).toBeGreaterThan(12);
    expect(correctDigits(high.within, plain.within)).toBeGreaterThan(12);
  });
});
