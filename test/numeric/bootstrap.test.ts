import { describe, expect, test } from "vitest";
import { bootstrapDraws, bootstrapDrawsAsync } from "../../src/numeric/bootstrap.ts";
import type { RandomStream } from "../../src/numeric/random.ts";
import { randomStream } from "../../src/numeric/random.ts";

const VALUES = [1, 2, 6];

/** Mean of a resample of three values. */
function resampledMean(stream: RandomStream): number {
  return [0, 1, 2].reduce((sum) => sum + VALUES[stream.integer(3)]! / 3, 0);
}

describe("always", () => {
  test("draw i comes from stream i, at once or in parts", async () => {
    const resampling = { draws: 150, seed: 7 };
    const draws = bootstrapDraws(resampling, resampledMean);
    expect(draws[41]).toBe(resampledMean(randomStream(7, 42)));
    expect(await bootstrapDrawsAsync(resampling, resampledMean)).toEqual(draws);
    expect(bootstrapDraws({ draws: 60, seed: 7 }, resampledMean)).toEqual(draws.slice(0, 60));
  });

  test("resampling is enumeration: the 27 resamples of three values", () => {
    const all = VALUES.flatMap((a) => VALUES.flatMap((b) => VALUES.map((c) => (a + b + c) / 3)));
    const draws = bootstrapDraws({ draws: 20_000, seed: 3 }, resampledMean);
    for (const limit of [1.2, 2, 3, 4.5]) {
      const share = (values: ArrayLike<number>) => Array.from(values).filter((x) => x < limit).length / values.length;
      expect(share(draws)).toBeCloseTo(share(all), 1.7);
    }
  });

  test("tells its progress up to the last draw", () => {
    const told: string[] = [];
    const progress = (done: number, total: number) => told.push(`${done}/${total}`);
    bootstrapDraws({ draws: 130, seed: 1 }, () => 0, { progress });
    expect(told).toEqual(["64/130", "128/130", "130/130"]);
  });
});

describe("refuses", () => {
  test("to go on when stopped", async () => {
    const stop = new AbortController();
    const progress = () => stop.abort();
    const context = { progress, signal: stop.signal };
    expect(() => bootstrapDraws({ draws: 100, seed: 1 }, () => 0, context)).toThrow(/abort/i);
    await expect(bootstrapDrawsAsync({ draws: 100, seed: 1 }, () => 0, context)).rejects.toThrow(/abort/i);
  });
});
