import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomStream } from "../../src/numeric/random.ts";
import { univariate } from "../../src/numeric/univariate.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const seeds = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });
const many = (size: number, draw: () => number) => Array.from({ length: size }, draw);

describe("agrees with R, draw by draw", () => {
  test.each(fixtureCases("random"))("seed %s", (_, { data, expected }) => {
    const stream = randomStream((data as { seed: number }).seed);
    // R counts from 1.
    const sample = (n: number, size = n, replace = false) => Array.from(stream.sample(n, size, replace), (i) => i + 1);
    const actual = {
      uniform: many(5, stream.uniform),
      normal: many(5, stream.normal),
      permutation: sample(20),
      draw: sample(1000, 12),
      replaced: sample(7, 15, true),
      one: sample(1, 3, true),
      many: sample(70_000, 5),
      huge: sample(20_000_000, 5),
      largest: sample(2 ** 31 - 1, 5, true),
      again: many(700, stream.uniform).filter((_, i) => i === 0 || i >= 622),
    };
    const { normal, ...exact } = expected;
    expect(disagreements(actual, exact, 16)).toEqual([]);
    expect(disagreements(actual.normal, normal, 14)).toEqual([]);
  });
});

describe("agrees with Matsumoto & Nishimura's init_by_array", () => {
  test("the key [42, 7], as Python's random.seed(42 + (7 << 32)) uses it", () => {
    expect(many(3, randomStream(42, 7).uniform)).toEqual([0.8987117209471762, 0.8938409457914531, 0.09916206053458154]);
  });
});

describe("always", () => {
  test("the same seed and stream give the same numbers, another stream gives others", () => {
    fc.assert(
      fc.property(seeds, fc.nat({ max: 2 ** 31 - 2 }), (seed, stream) => {
        const first = many(4, randomStream(seed, stream).uniform);
        expect(many(4, randomStream(seed, stream).uniform)).toEqual(first);
        expect(many(4, randomStream(seed, stream + 1).uniform)).not.toEqual(first);
      }),
    );
  });

  test("the first draws of ten thousand streams all differ and are spread evenly", () => {
    const draws = Array.from({ length: 10_000 }, (_, stream) => randomStream(1, stream + 1).uniform());
    expect(new Set(draws).size).toBe(10_000);
    const { mean, sumSquares } = univariate(draws);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.012);
    expect(Math.abs(sumSquares / 10_000 - 1 / 12)).toBeLessThan(0.004);
  });

  test("a sample without replacement holds no number twice, all stay below n", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 60 }), fc.nat({ max: 60 }), (seed, n, size) => {
        const drawn = Array.from(randomStream(seed).sample(n, Math.min(n, size)));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((value) => value >= 0 && value < n)).toBe(true);
        const replaced = Array.from(randomStream(seed).sample(n, size, true));
        expect(replaced.length === size && replaced.every((value) => value >= 0 && value < n)).toBe(true);
      }),
    );
  });

  test("normal draws have mean 0, variance 1 and no skewness", () => {
    const { n, mean, sumSquares, sumCubes } = univariate(many(20_000, randomStream(3, 5).normal));
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(sumSquares / n - 1)).toBeLessThan(0.05);
    expect(Math.abs(sumCubes / n)).toBeLessThan(0.1);
  });
});

describe("at the edges", () => {
  test("samples of nothing and of one", () => {
    expect(Array.from(randomStream(1).sample(5, 0))).toEqual([]);
    expect(Array.from(randomStream(1).sample(1))).toEqual([0]);
    expect(Array.from(randomStream(1).sample(0, 0))).toEqual([]);
    expect(randomStream(1).integer(1)).toBe(0);
  });
});

describe("refuses", () => {
  test.each([0.5, Number.NaN, 2 ** 31])("a seed of %d", (seed) => {
    expect(() => randomStream(seed)).toThrow(expect.objectContaining({ code: "option/invalid" }));
  });

  test("a stream below 0, no numbers to draw from, more numbers than there are", () => {
    const refused = expect.objectContaining({ code: "option/invalid" });
    expect(() => randomStream(1, -1)).toThrow(refused);
    expect(() => randomStream(1).integer(0)).toThrow(refused);
    expect(() => randomStream(1).sample(3, 4)).toThrow(refused);
  });
});
