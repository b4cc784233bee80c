import { describe, expect, test } from "vitest";
import { mixedModel } from "../../src/inference/mixedModel.ts";
import { clusterRobust } from "../../src/numeric/clusterRobust.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { intraclassCorrelation } from "../../src/questionnaire/intraclassCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const codesOf = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code);

/** Parents under teachers under schools, of all sizes. */
function sample(seed: number, rows = 90, spread: readonly [number, number] = [0.8, 0.6]) {
  const stream = randomStream(seed);
  const draw = (count: number, deviation: number) => Array.from({ length: count }, () => deviation * stream.normal());
  const [schools, teachers] = [draw(8, spread[0]), draw(24, spread[1])];
  const inner = Array.from({ length: rows }, (_, i) => (i < 48 ? i % 24 : stream.integer(24)));
  const hours = draw(rows, 1);
  const type = inner.map((teacher) => ["a", "b", "c"][(teacher + (teacher % 8)) % 3]!);
  const outcome = inner.map((teacher, i) => {
    return 5 + 0.4 * hours[i]! + teachers[teacher]! + schools[teacher % 8]! + stream.normal();
  });
  const groups = { school: inner.map((teacher) => teacher % 8), teacher: inner.map((t) => Math.floor(t / 8)) };
  return { outcome, groups, numbers: { hours }, factors: { type } };
}

const reversed = <T>(values: readonly T[]) => values.toReversed();

describe("agrees with R", () => {
  test.each(fixtureCases("mixedModel"))("%s", (name, { data, options, expected, ...rest }) => {
    const { pValues, profile } = rest as { pValues?: unknown; profile?: unknown };
    const found = mixedModel(data, options);
    // One variance 1e4 times another: the adjustment of CR2 is the root of a matrix with the square of that, here and in R.
    const digits = name.includes("far from zero") ? 8 : 10.5;
    expect(found.converged).toBe(true);
    expect(disagreements(found, expected, digits)).toEqual([]);
    expect(disagreements(found, pValues, digits - 1.5)).toEqual([]);
    if (profile !== null) expect(disagreements(found, profile, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of the rows and the names of the groups do not count; inner ids may repeat in every school", () => {
    const data = sample(1);
    const found = mixedModel(data);
    const other = mixedModel({
      outcome: reversed(data.outcome),
      groups: {
        school: reversed(data.groups.school).map((school) => `school ${school}`),
        teacher: reversed(data.groups.school.map((school, i) => `${school}-${data.groups.teacher[i]}`)),
      },
      numbers: { hours: reversed(data.numbers.hours) },
      factors: { type: reversed(data.factors.type) },
    });
    expect(disagreements(other.coefficients, found.coefficients, 9)).toEqual([]);
    expect(disagreements(other.variances, found.variances, 8)).toEqual([]);
  });

  test("another unit of the outcome: coefficients and variances move along, tests, degrees and shares stay", () => {
    const data = sample(2);
    const found = mixedModel(data);
    const scaled = mixedModel({ ...data, outcome: data.outcome.map((value) => 50 - 4 * value) });
    scaled.coefficients.slice(1).forEach((one, k) => {
      const own = found.coefficients[k + 1]!;
      expect(one.estimate).toBeCloseTo(-4 * own.estimate, 8);
      expect(one.statistic).toBeCloseTo(-own.statistic!, 7);
      expect(one.df).toBeCloseTo(own.df!, 6);
      expect(one.robust.df).toBeCloseTo(own.robust.df!, 6);
    });
    scaled.variances.forEach((one, l) => {
      expect(one.variance).toBeCloseTo(16 * found.variances[l]!.variance, 6);
      expect(one.share).toBeCloseTo(found.variances[l]!.share, 8);
    });
    expect(scaled.conditionalR2).toBeCloseTo(found.conditionalR2, 8);
  });

  test("balanced schools without predictors: the analysis of variance, schools - 1 degrees of freedom, twice", () => {
    const stream = randomStream(5);
    const school = Array.from({ length: 60 }, (_, i) => i % 10);
    const effects = Array.from({ length: 10 }, () => 2 * stream.normal());
    const outcome = school.map((s) => effects[s]! + stream.normal());
    const found = mixedModel({ outcome, groups: { school } });
    const anova = intraclassCorrelation({ values: outcome, cluster: school });
    const mean = found.coefficients[0]!;
    expect(found.variances[0]!.icc).toBeCloseTo(anova.icc!, 9);
    expect(found.variances[0]!.variance).toBeCloseTo(anova.varianceBetween, 8);
    expect(mean.df).toBeCloseTo(9, 7);
    expect(mean.robust.df).toBeCloseTo(9, 7);
    expect(mean.robust.standardError).toBeCloseTo(mean.standardError!, 9);
  });

  test("where no level varies, least squares and its CR2 come out", () => {
    const hours = [1, 4, 2, 5, 3, 3, 1, 6, 2, 4, 5, 6];
    const school = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
    const outcome = hours.map((value, i) => 2 + 0.3 * value + [0.5, -0.5, -0.4, 0.4][i % 4]!);
    const found = mixedModel({ outcome, groups: { school }, numbers: { hours } });
    const x = { rows: 12, columns: 2, data: Float64Array.from(hours.flatMap((value) => [1, value])) };
    const plain = clusterRobust({ x, y: outcome, clusters: Int32Array.from(school) });
    expect(found.variances[0]!.variance).toBe(0);
    expect(codesOf(found)).toContain("mixed/boundary");
    found.coefficients.forEach((one, k) => {
      expect(one.estimate).toBeCloseTo(plain.coefficients[k]!, 10);
      expect(one.df).toBeCloseTo(10, 9);
      expect(one.robust.standardError).toBeCloseTo(plain.standardErrors[k]!, 10);
      expect(one.robust.df).toBeCloseTo(plain.degreesOfFreedom[k]!, 8);
    });
  });

  test("a factor is a number per level but the first; shares add up to 1, ICCs grow inwards", () => {
    const { factors, ...data } = sample(3);
    const found = mixedModel({ ...data, factors });
    const coded = mixedModel({
      ...data,
      numbers: {
        ...data.numbers,
        b: factors.type.map((level) => (level === "b" ? 1 : 0)),
        c: factors.type.map((level) => (level === "c" ? 1 : 0)),
      },
    });
    expect(found.coefficients.map(({ term }) => term)).toEqual(["intercept", "hours", "type: b", "type: c"]);
    expect(found.references).toEqual({ type: "a" });
    expect(coded.coefficients.map(({ estimate }) => estimate)).toEqual(
      found.coefficients.map(({ estimate }) => estimate),
    );
    expect(found.variances.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(found.variances[1]!.icc!).toBeGreaterThanOrEqual(found.variances[0]!.icc!);
    expect(found.conditionalR2).toBeGreaterThan(found.marginalR2);
  });

  test("a wider level gives wider intervals, of coefficients and of variances, around the same estimates", () => {
    const data = sample(4);
    const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => mixedModel(data, { confidenceLevel })) as [
      ReturnType<typeof mixedModel>,
      ReturnType<typeof mixedModel>,
    ];
    narrow.variances.forEach((one, l) => {
      const other = wide.variances[l]!;
      expect(other.lower! < one.lower! || other.lower === 0).toBe(true);
      expect(other.upper!).toBeGreaterThan(one.upper!);
      expect(one.lower!).toBeLessThanOrEqual(one.variance);
      expect(one.upper!).toBeGreaterThan(one.variance);
    });
    expect(wide.coefficients[1]!.robust.lower!).toBeLessThan(narrow.coefficients[1]!.robust.lower!);
  });
});

describe("at the edges", () => {
  test("missing values leave rows out, counted; intervals of variances can be left out", () => {
    const data = sample(6);
    const outcome = data.outcome.map((value, i) => (i === 4 ? null : value));
    const school = data.groups.school.map((value, i) => (i === 7 ? null : value));
    const found = mixedModel(
      { ...data, outcome, groups: { ...data.groups, school } },
      { varianceIntervals: "none", method: "ML" },
    );
    expect(found.sample).toEqual({ unit: "respondent", used: 88, dropped: 2, missing: 2 });
    expect(codesOf(found)).toContain("missing/listwise");
    expect(found.variances.every(({ lower, upper }) => lower === null && upper === null)).toBe(true);
    expect(found.aic).toBe(2 * found.parameters - 2 * found.logLikelihood);
  });

  test("a level's lower limit is 0 exactly where its test at twice the level does not tell it from 0", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      for (const { lower, pValue, statistic } of mixedModel(sample(seed, 70, [0.5, 0.4])).variances.slice(0, 2)) {
        expect(lower === 0).toBe(pValue! >= 0.025);
        expect(pValue === 1).toBe(statistic === 0);
      }
    }
  });

  test("nothing left over within groups: no convergence, said, and no intervals from it", () => {
    const groups = { school: [2, 2, 1, 2], teacher: [4, 2, 3, 2] };
    const found = mixedModel({ outcome: [4, 3, 4, 3], groups, numbers: { x: [1, 3, 3, 3] } });
    expect(found.converged).toBe(false);
    expect(codesOf(found)).toContain("mixed/not-converged");
    expect(found.variances.every(({ lower, upper, pValue }) => (lower ?? upper ?? pValue) === null)).toBe(true);
  });

  test("few schools: notes", () => {
    const found = mixedModel({ outcome: [1, 2, 4, 4, 5, 7], groups: { school: [1, 1, 1, 2, 2, 2] } });
    expect(codesOf(found)).toEqual(expect.arrayContaining(["mixed/few-groups", "mixed/robust-few-df"]));
  });
});

describe("refuses", () => {
  const outcome = [1, 2, 3, 5, 4, 6];
  const school = ["a", "a", "b", "b", "c", "c"];

  test("levels that cannot be told apart", () => {
    expect(() => mixedModel({ outcome, groups: { school, teacher: [1, 1, 1, 1, 1, 1] } })).toThrow(/one teacher/);
    expect(() => mixedModel({ outcome, groups: { school, parent: [1, 2, 3, 4, 5, 6] } })).toThrow(/parent/);
    expect(() => mixedModel({ outcome, groups: { school: ["a", "a", "a", "a", "a", "a"] } })).toThrow(/school/);
    expect(() => mixedModel({ outcome, groups: {} })).toThrow(/groups/);
  });

  test("a constant outcome, predictors that overlap, a factor of one level, too few rows", () => {
    expect(() => mixedModel({ outcome: [2, 2, 2, 2, 2, 2], groups: { school } })).toThrow(/same/);
    expect(() => mixedModel({ outcome, groups: { school }, numbers: { x: outcome, z: outcome } })).toThrow(/overlap/);
    expect(() => mixedModel({ outcome, groups: { school }, factors: { f: ["x", "x", "x", "x", "x", "x"] } })).toThrow(
      /one level/,
    );
    expect(() => mixedModel({ outcome: [1, 2], groups: { school: ["a", "b"] }, numbers: { x: [1, 2] } })).toThrow(
      /rows/,
    );
    expect(() => mixedModel({ outcome, groups: { school } }, { method: "OLS" as never })).toThrow(/REML/);
  });
});
