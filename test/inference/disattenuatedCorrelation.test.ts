import { describe, expect, test } from "vitest";
import { disattenuatedCorrelation } from "../../src/inference/disattenuatedCorrelation.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

/** Two scales of three items whose traits correlate .5, for respondents in clusters of ten. */
function sample(seed: number, n = 80) {
  const stream = randomStream(seed);
  const columns = Array.from({ length: 6 }, () => [] as number[]);
  for (let i = 0; i < n; i++) {
    const [t, e] = [stream.normal(), stream.normal()];
    const u = 0.5 * t + Math.sqrt(0.75) * e;
    for (let j = 0; j < 6; j++) columns[j]!.push((j < 3 ? t : u) + 0.8 * stream.normal());
  }
  const [a, b, c, d, e, f] = columns as [number[], number[], number[], number[], number[], number[]];
  return { first: { a, b, c }, second: { d, e, f } };
}

const FEW = { seed: 1, draws: 200 };

describe("agrees with R", () => {
  test.each(fixtureCases("disattenuatedCorrelation"))("%s", (_, { data, expected }) => {
    const found = disattenuatedCorrelation(data, { draws: 100 });
    expect(disagreements({ ...found, n: found.sample.used }, expected, 10)).toEqual([]);
  });
});

describe("always", () => {
  test("the same seed gives the same interval, another one another", () => {
    const data = sample(1);
    expect(disattenuatedCorrelation(data, FEW)).toEqual(disattenuatedCorrelation(data, FEW));
    expect(disattenuatedCorrelation(data, { ...FEW, seed: 2 }).lower).not.toBe(
      disattenuatedCorrelation(data, FEW).lower,
    );
  });

  test("reliabilities of 1 leave the correlation as it is", () => {
    const found = disattenuatedCorrelation(sample(2), { ...FEW, reliabilityFirst: 1, reliabilitySecond: 1 });
    expect(found.corrected).toBe(found.r);
  });

  test("the interval has the width that other samples show", () => {
    const found = Array.from({ length: 60 }, (_, seed) =>
      disattenuatedCorrelation(sample(seed + 10), { seed: 1, draws: 100, interval: "percentile" }),
    );
    const covered = found.filter(({ lower, upper }) => lower! < 0.5 && 0.5 < upper!).length;
    expect(covered).toBeGreaterThan(50);
    expect(covered).toBeLessThan(60);
  });

  test("clusters that repeat each respondent ten times do not narrow the interval", () => {
    const { first, second } = sample(3, 30);
    const tenfold = (columns: Record<string, number[]>) =>
      Object.fromEntries(
        Object.entries(columns).map(([name, column]) => [name, column.flatMap((x) => Array(10).fill(x))]),
      );
    const cluster = Array.from({ length: 300 }, (_, i) => `c${Math.floor(i / 10)}`);
    const data = { first: tenfold(first), second: tenfold(second) };
    const options = { seed: 1, draws: 400, interval: "percentile" as const };
    const width = ({ lower, upper }: { lower: number | null; upper: number | null }) => upper! - lower!;
    const single = width(disattenuatedCorrelation({ first, second }, options));
    expect(width(disattenuatedCorrelation({ ...data, cluster }, options)) / single).toBeCloseTo(1, 0);
    expect(width(disattenuatedCorrelation(data, options)) / single).toBeLessThan(0.5);
  });

  test("progress is told and a stop is obeyed", () => {
    const steps: number[] = [];
    disattenuatedCorrelation(sample(1), FEW, { progress: (done) => steps.push(done) });
    expect(steps).toEqual([0, 100]);
    expect(() => disattenuatedCorrelation(sample(1), FEW, { signal: AbortSignal.abort() })).toThrow(/abort/i);
  });
});

describe("at the edges", () => {
  test("beyond 1 is told and not cut off", () => {
    const { first } = sample(6);
    const found = disattenuatedCorrelation({ first, second: first }, { reliabilitySecond: 0.5 });
    expect(found.corrected).toBeGreaterThan(1);
    expect(found).toMatchObject({ lower: null, upper: null, drawsUsed: 0 });
    expect(found.notes.map(({ code }) => code)).toEqual(["disattenuated/beyond-one", "interval/needs-seed"]);
  });

  test("a single item with its reliability", () => {
    const { first, second } = sample(4);
    const found = disattenuatedCorrelation({ first, second: { d: second.d } }, { ...FEW, reliabilitySecond: 0.6 });
    expect(found.reliabilitySecond).toBe(0.6);
  });
});

describe("refuses", () => {
  const { first, second } = sample(5, 10);
  test.each([
    ["a single item without its reliability", { first, second: { d: second.d } }, "reliability"],
    ["items keyed against each other", { first: { a: first.a, b: first.a.map((x) => -0.9 * x) }, second }, "0 or less"],
    ["two rows", { first: { a: [1, 2], b: [2, 1] }, second: { c: [1, 2], d: [2, 2] } }, "3 usable"],
  ])("%s", (_, data, message) => {
    expect(() => disattenuatedCorrelation(data, FEW)).toThrow(message);
  });
});
