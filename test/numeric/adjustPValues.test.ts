import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Adjustment, adjustPValues } from "../../src/numeric/adjustPValues.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const METHODS: readonly Adjustment[] = ["none", "bonferroni", "holm", "hochberg", "hommel", "BH", "BY"];
const family = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

describe("agrees with R", () => {
  test.each(fixtureCases("adjustPValues"))("%s", (_, { data, expected }) => {
    const { pValues, method } = data as { pValues: number[]; method: Adjustment };
    expect(disagreements(adjustPValues(pValues, method), expected.adjusted, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("at least the p-value itself, at most 1, in the same order", () => {
    fc.assert(
      fc.property(family, fc.constantFrom(...METHODS), (p, method) => {
        const adjusted = adjustPValues(p, method) as number[];
        const order = [...p.keys()].sort((a, b) => p[a]! - p[b]!);
        order.forEach((place, rank) => {
          expect(adjusted[place]!).toBeGreaterThanOrEqual(p[place]!);
          expect(adjusted[place]!).toBeLessThanOrEqual(1);
          if (rank > 0) expect(adjusted[place]!).toBeGreaterThanOrEqual(adjusted[order[rank - 1]!]!);
        });
      }),
    );
  });

  test("Hommel is never stricter than Hochberg, nor Hochberg than Holm, nor Holm than Bonferroni", () => {
    fc.assert(
      fc.property(family, (p) => {
        const [a, b, c, d] = (["hommel", "hochberg", "holm", "bonferroni"] as const).map(
          (method) => adjustPValues(p, method) as number[],
        );
        p.forEach((_, i) => {
          expect(a![i]!).toBeLessThanOrEqual(b![i]! + 1e-12);
          expect(b![i]!).toBeLessThanOrEqual(c![i]! + 1e-12);
          expect(c![i]!).toBeLessThanOrEqual(d![i]! + 1e-12);
        });
      }),
    );
  });
});

describe("at the edges", () => {
  test("no tests, and none that could be done", () => {
    expect(adjustPValues([], "hommel")).toEqual([]);
    expect(adjustPValues([null, null], "holm")).toEqual([null, null]);
  });
});
