import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pearsonCorrelation } from "../../src/inference/pearsonCorrelation.ts";
import { type EffectRow, toEffectRows, toEffectRowsCard } from "../../src/inference/toEffectRows.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import { bareSheet } from "../../src/study/bareSheet.ts";
import { poolSheet } from "../../src/study/poolSheet.ts";
import { fieldOfCells } from "../../src/table/fields.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

type Data = Parameters<typeof toEffectRows>[0];
type Options = NonNullable<Parameters<typeof toEffectRows>[1]>;
type Variance = NonNullable<Options["variance"]>;

/** Twenty-four respondents in six schools; x and y share something of the school and something of the pupil. */
function sample(seed: number, schools = 6, size = 4) {
  const stream = randomStream(seed);
  const x: number[] = [];
  const y: number[] = [];
  const cluster: string[] = [];
  for (let j = 0; j < schools; j++) {
    const school = stream.normal();
    for (let i = 0; i < size; i++) {
      const own = stream.normal();
      x.push(school + own);
      y.push(0.7 * school + 0.4 * own + stream.normal());
      cluster.push(`s${j}`);
    }
  }
  return { x: { talk: x }, y: { grade: y }, cluster };
}

function row(data: Data, options: Options = {}): EffectRow {
  return toEffectRows(data, options).rows[0]!;
}

function codes(data: Data, options: Options = {}) {
  return toEffectRows(data, options).notes.map(({ code }) => code);
}

const seeds = fc.integer({ min: 1, max: 5000 });
const CLUSTERED = ["cr2", "jackknife", "design-effect"] as const satisfies readonly Variance[];

describe("agrees with R", () => {
  test.each(fixtureCases("toEffectRows"))("%s", (name, { data, options, expected }) => {
    // Nearly perfect and far from zero: 1 - r^2 keeps half its digits.
    const digits = name.startsWith("extreme: nearly") ? 9 : 11;
    expect(disagreements(toEffectRows(data, options), expected, digits)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows, names of clusters, zero and unit make no difference", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...CLUSTERED), (seed, variance) => {
        const { x, y, cluster } = sample(seed);
        const straight = row({ x, y, cluster }, { variance });
        const turned = row(
          {
            x: { talk: x.talk.map((value) => 3 * value - 40).reverse() },
            y: { grade: y.grade.map((value) => value / 7 + 100).reverse() },
            cluster: cluster.map((name) => `school ${name}`).reverse(),
          },
          { variance },
        );
        expect(disagreements(turned, straight, 9)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test("x and y may change places, and a turned scale turns r and nothing else", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...CLUSTERED), (seed, variance) => {
        const { x, y, cluster } = sample(seed);
        const straight = row({ x, y, cluster }, { variance });
        const swapped = row({ x: { a: y.grade }, y: { b: x.talk }, cluster }, { variance });
        const turned = row({ x: { talk: x.talk.map((value) => -value) }, y, cluster }, { variance });
        expect(swapped.samplingVariance / straight.samplingVariance).toBeCloseTo(1, 9);
        expect(turned.samplingVariance / straight.samplingVariance).toBeCloseTo(1, 9);
        expect(turned.estimate).toBeCloseTo(-straight.estimate, 12);
      }),
      { numRuns: 30 },
    );
  });

  test("r and CR2 are those of pearsonCorrelation over all rows", () => {
    const data = sample(7);
    const { r, n, effectiveN, standardErrorZ, intervalDf } = pearsonCorrelation({
      variables: data.x,
      with: data.y,
      cluster: data.cluster,
    }).pairs[0]!;
    const found = row(data);
    expect(found).toMatchObject({ n, df: intervalDf, clusters: 6, method: "CR2" });
    expect(found.r).toBeCloseTo(r!, 14);
    expect(found.samplingVariance).toBeCloseTo(standardErrorZ! ** 2, 14);
    expect(found.effectiveN).toBeCloseTo(effectiveN!, 8);
  });

  test("effective n is the n whose Fisher variance this is; the design effect is the ratio of variances", () => {
    for (const variance of ["simple", ...CLUSTERED] as const) {
      const { n, samplingVariance, effectiveN, designEffect } = row(sample(11), { variance });
      expect(1 / (effectiveN - 3)).toBeCloseTo(samplingVariance, 14);
      expect(designEffect).toBeCloseTo(samplingVariance * (n - 3), 13);
    }
  });

  test("the design effect is that of the ICCs of intraclassCorrelation", () => {
    const { x, y, cluster } = sample(5);
    const found = row({ x, y, cluster }, { variance: "design-effect" });
    expect(found.iccX).toBeCloseTo(intraclassCorrelation({ values: x.talk, cluster }).icc!, 12);
    expect(found.designEffect).toBeCloseTo(1 + 3 * found.iccX! * found.iccY!, 12);
  });

  test("leaving out clusters of one row is the jackknife by hand", () => {
    const { x, y } = sample(3, 10, 1);
    const cluster = x.talk.map((_, i) => i);
    const z = cluster.map((left) => {
      const keep = (values: readonly number[]) => values.filter((_, i) => i !== left);
      return row({ x: { talk: keep(x.talk) }, y: { grade: keep(y.grade) } }).estimate;
    });
    const mean = z.reduce((sum, value) => sum + value, 0) / 10;
    const variance = 0.9 * z.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(row({ x, y, cluster }, { variance: "jackknife" }).samplingVariance).toBeCloseTo(variance, 13);
  });

  test("with many schools the robust variances show how far r moves between samples", () => {
    const rows = Array.from({ length: 150 }, (_, seed) => sample(seed + 100, 40, 5));
    const z = rows.map((data) => row(data, { variance: "simple" }).estimate);
    const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
    const true_ = z.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (z.length - 1);
    const average = (variance: Variance) =>
      rows.reduce((sum, data) => sum + row(data, { variance }).samplingVariance, 0) / rows.length;
    for (const variance of ["cr2", "jackknife"] as const) {
      expect(average(variance) / true_).toBeGreaterThan(0.7);
      expect(average(variance) / true_).toBeLessThan(1.4);
    }
    expect(average("simple") / true_).toBeLessThan(0.7);
  });

  test("attenuation: r and its standard error grow alike, and reliabilities of 1 change nothing", () => {
    const data = sample(9);
    const options = { reliabilities: { talk: 0.8, grade: 0.9 }, attenuation: "both" } as const;
    const found = row(data, options);
    const observed = found.samplingVariance * (1 - found.r ** 2) ** 2;
    expect(found.correctedR! / found.r).toBeCloseTo(1 / Math.sqrt(0.72), 13);
    expect(found.correctedVariance! / observed).toBeCloseTo(1 / 0.72, 13);
    const perfect = row(data, { ...options, reliabilities: { talk: 1, grade: 1 } });
    expect(perfect.correctedEstimate).toBeCloseTo(perfect.estimate, 13);
    expect(perfect.correctedSamplingVariance).toBeCloseTo(perfect.samplingVariance, 13);
  });

  test("rows flow into randomEffects, and as a coded sheet into poolSheet, to the same mean", () => {
    const rows = [1, 2, 3, 4, 5].map((seed) => row(sample(seed), { study: `Study ${seed}` }));
    const column = <K extends keyof EffectRow>(name: K) => rows.map((one) => one[name]);
    const direct = randomEffects({
      estimate: column("estimate"),
      samplingVariance: column("samplingVariance"),
      study: column("study"),
    });
    const columns = { study: column("study"), effect: column("effect"), r: column("r"), n: column("effectiveN") };
    const fields = Object.entries(columns).map(([name, cells]) => fieldOfCells(name, cells));
    const table = { source: "rows.csv", rows: 5, fields };
    const { pooled, studies } = poolSheet(bareSheet(table, {}, "en"), table);
    expect(studies).toBe(5);
    expect(pooled.estimate).toBeCloseTo(direct.estimate, 11);
    expect(pooled.standardError).toBeCloseTo(direct.standardError, 11);
  });
});

describe("at the edges", () => {
  test("labels go with their columns, ids tell effects apart, components are checked", () => {
    const { x, y } = sample(2);
    const data = { x: { ...x, help: x.talk.map((value, i) => value + (i % 3)) }, y };
    const { rows } = toEffectRows(data, {
      study: "Ours",
      sample: "pupils",
      components: { talk: "fan_chen.communication" },
      dimensions: { help: "at home" },
      outcomes: { grade: "school marks" },
    });
    expect(rows.map(({ effect }) => effect)).toEqual(["Ours:pupils:talk:grade", "Ours:pupils:help:grade"]);
    expect(rows.map(({ component }) => component)).toEqual(["fan_chen/communication", null]);
    expect(rows.map(({ dimension, outcome }) => [dimension, outcome])).toEqual([
      [null, "school marks"],
      ["at home", "school marks"],
    ]);
    expect(toEffectRowsCard.tidy(toEffectRows(data))[1]).toMatchObject({ term: "help", with: "grade", k: null });
  });

  test("doubts are told: few clusters, clusters left aside, a reliability that is not given, beyond 1", () => {
    expect(codes(sample(4, 2, 9))).toContain("effect-rows/few-clusters");
    expect(codes(sample(4), { variance: "simple" })).toContain("effect-rows/clusters-ignored");
    expect(codes(sample(4), { attenuation: "both", reliabilities: { talk: 0.8 } })).toContain(
      "effect-rows/no-reliability",
    );
    const low = { attenuation: "both", reliabilities: { talk: 0.3, grade: 0.2 } } as const;
    expect(codes(sample(1), low)).toContain("effect-rows/beyond-one");
    expect(row(sample(1), low)).toMatchObject({ correctedEstimate: null, correctedSamplingVariance: null });
    const gap = { ...sample(1), cluster: sample(1).cluster.map((name, i) => (i === 0 ? null : name)) };
    expect(codes(gap)).toContain("cluster/missing");
  });

  test("an ICC below 0 counts as 0, is shown as it is, and is told", () => {
    const data = {
      x: { a: [1, 9, 2, 8, 3, 7, 1, 8] },
      y: { b: [1, 2, 2, 3, 6, 7, 8, 8] },
      cluster: [1, 1, 2, 2, 3, 3, 4, 4],
    };
    const found = row(data, { variance: "design-effect" });
    expect(found.iccX!).toBeLessThan(0);
    expect(found.designEffect).toBeCloseTo(1, 15);
    expect(codes(data, { variance: "design-effect" })).toContain("effect-rows/negative-icc");
  });
});

describe("refuses", () => {
  const { x, y, cluster } = sample(6);
  const grid = { a: [1, 2, 1, 2, 1, 2, 1, 2] };
  const turned = { b: [1, 2, 2, 1, 1, 2, 2, 1] };
  test.each<[string, Data, Options, string]>([
    ["one cluster", { x, y, cluster: cluster.map(() => "s") }, {}, "effect/one-cluster"],
    ["a perfect correlation", { x, y: { same: x.talk.map((value) => 2 - 3 * value) } }, {}, "effect/correlation-range"],
    ["three rows", { x: { a: [1, 2, 3] }, y: { b: [1, 3, 2] } }, {}, "effect/sample-size"],
    ["a constant", { x: { a: [1, 1, 1, 1] }, y: { b: [1, 3, 2, 4] } }, {}, "data/constant"],
    ["a cluster-robust variance without clusters", { x, y }, { variance: "cr2" }, "input/missing"],
    ["a design effect without ICCs", { x, y }, { variance: "design-effect" }, "option/needed"],
    [
      "a design effect without a cluster size",
      { x, y },
      { variance: "design-effect", icc: { talk: 0.1, grade: 0.1 } },
      "option/needed",
    ],
    [
      "ICCs from clusters of one row",
      { x, y, cluster: cluster.map((_, i) => i) },
      { variance: "design-effect" },
      "data/single-rows",
    ],
    [
      "clusters that are all alike",
      { x: grid, y: turned, cluster: [1, 1, 1, 1, 2, 2, 2, 2] },
      { variance: "jackknife" },
      "effect/no-cluster-variance",
    ],
    ["a label of a column that is not there", { x, y }, { reliabilities: { tlak: 0.8 } }, "option/unknown-column"],
    ["a component that is not there", { x, y }, { components: { talk: "fan_chen/x" } }, "framework/unknown-component"],
    ["a reliability above 1", { x, y }, { reliabilities: { talk: 1.2 } }, "option/invalid"],
  ])("%s", (_, data, options, code) => {
    expect(() => toEffectRows(data, options)).toThrow(expect.objectContaining({ code }));
  });
});
