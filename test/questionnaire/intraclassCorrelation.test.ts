import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notePhrase } from "../../src/foundation/phrases.ts";
import { oneWayReml } from "../../src/numeric/oneWayReml.ts";
import { intraclassCorrelation, intraclassCorrelationCard } from "../../src/questionnaire/intraclassCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const VALUES = [6, 7, 6.5, 8, 7.5, 8.5, 5, 6, 5.5, 7];
const CLUSTER = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "c"];
/** Six and six with the same mean: nothing at all lies between. */
const SAME_MEANS = [-39, 7, -15, -29, -34, 19, 7, -16, -10, -36, -4, -32];

/** Values in clusters of unequal size, varying within some cluster. */
const clustered = fc
  .array(fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 })
  .filter((groups) => groups.some((group) => new Set(group).size > 1))
  .map((groups) => ({
    values: groups.flat(),
    cluster: groups.flatMap((group, j) => group.map(() => `school ${j}`)),
  }));

function codesOf(data: Parameters<typeof intraclassCorrelation>[0]) {
  return intraclassCorrelation(data).notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("intraclassCorrelation"))("%s", (_, { data, options, expected }) => {
    const { reml, ...closed } = expected;
    const result = intraclassCorrelation(data, options);
    expect(disagreements(result, closed, 12)).toEqual([]);
    expect(disagreements(result.reml, reml, 13)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows, the names of clusters and another zero and unit change nothing", () => {
    fc.assert(
      fc.property(clustered, fc.integer({ min: -90, max: 90 }), fc.integer({ min: 1, max: 20 }), (data, zero, unit) => {
        const before = intraclassCorrelation(data);
        const after = intraclassCorrelation({
          values: data.values.map((value) => zero + unit * value).toReversed(),
          cluster: data.cluster.map((name) => name.replace("school", "class")).toReversed(),
        });
        for (const name of ["icc", "lower", "upper", "pValue", "designEffect", "designEffectWeighted"] as const)
          expect(after[name], name).toBeCloseTo(before[name]!, 9);
        expect(after.reml.icc).toBeCloseTo(before.reml.icc, 9);
        expect(after.reml.varianceWithin).toBeCloseTo(unit * unit * before.reml.varianceWithin, 6);
      }),
    );
  });

  test("with equal sizes REML is the analysis of variance, or 0 where that is negative", () => {
    const equal = fc
      .array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 })
      .filter((groups) => groups.some((group) => new Set(group).size > 1));
    fc.assert(
      fc.property(equal, (groups) => {
        const cluster = groups.flatMap((group, j) => group.map(() => j));
        const { icc, reml, designEffect, designEffectWeighted } = intraclassCorrelation({
          values: groups.flat(),
          cluster,
        });
        expect(reml.icc).toBeCloseTo(Math.max(0, icc!), 10);
        expect(designEffectWeighted).toBeCloseTo(designEffect, 12);
      }),
    );
  });

  test("REML is a top of the restricted likelihood: no other ratio of variances does better", () => {
    fc.assert(
      fc.property(clustered, fc.double({ min: 0, max: 0.999, noNaN: true }), (data, other) => {
        const groups = groupsOf(data);
        const { between, within } = oneWayReml(groups);
        const best = restrictedDeviance(groups, between / within);
        expect(restrictedDeviance(groups, other / (1 - other))).toBeGreaterThanOrEqual(best - 1e-9 * Math.abs(best));
      }),
    );
  });

  test("a higher level gives wider intervals around the same estimate, and a point where all clusters have one mean", () => {
    const equalMeans = fc.constant({ values: [-3, 9, 1, 5, 0, 6], cluster: ["a", "a", "b", "b", "c", "c"] });
    fc.assert(
      fc.property(fc.oneof({ arbitrary: clustered, weight: 9 }, equalMeans), (data) => {
        const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => intraclassCorrelation(data, { confidenceLevel }));
        expect(wide!.icc).toBe(narrow!.icc);
        if (wide!.statistic! < 1e-12) {
          const least = -1 / (wide!.adjustedClusterSize - 1);
          for (const { lower, upper } of [narrow!, wide!]) {
            expect(lower).toBeCloseTo(least, 12);
            expect(upper).toBeCloseTo(least, 12);
          }
        } else {
          expect(wide!.lower).toBeLessThan(narrow!.lower!);
          expect(wide!.upper).toBeGreaterThan(narrow!.upper!);
        }
      }),
      { examples: [[{ values: SAME_MEANS, cluster: SAME_MEANS.map((_, i) => (i < 6 ? "a" : "b")) }]] },
    );
  });

  test("effective n times design effect is n, and never more than n", () => {
    fc.assert(
      fc.property(clustered, (data) => {
        const found = intraclassCorrelation(data);
        expect(found.effectiveN * found.designEffect).toBeCloseTo(found.sample.used, 8);
        expect(found.effectiveNWeighted * found.designEffectWeighted).toBeCloseTo(found.sample.used, 8);
        expect(found.effectiveN).toBeLessThanOrEqual(found.sample.used);
        expect(found.designEffectWeighted).toBeGreaterThanOrEqual(found.designEffect - 1e-12);
      }),
    );
  });

  test("ICC(2) is Spearman-Brown of ICC(1) at the size n0", () => {
    const { icc, clusterMeanReliability, adjustedClusterSize } = intraclassCorrelation({
      values: VALUES,
      cluster: CLUSTER,
    });
    const stepped = (adjustedClusterSize * icc!) / (1 + (adjustedClusterSize - 1) * icc!);
    expect(clusterMeanReliability).toBeCloseTo(stepped, 12);
  });
});

describe("at the edges", () => {
  test("a negative estimate is kept and noted; its design effect is 1, as the note says", () => {
    const result = intraclassCorrelation({ values: [1, 9, 2, 8], cluster: ["a", "a", "b", "b"] });
    expect(result.icc).toBeLessThan(0);
    expect(result).toMatchObject({ designEffect: 1, effectiveN: 4, reml: { icc: 0, varianceBetween: 0 } });
    expect(result.notes.map(({ code }) => code)).toEqual(["icc/negative", "icc/reml-zero"]);
  });

  test("nothing varies within clusters: all lies between", () => {
    const data = { values: [1, 1, 2, 2, 2, 5], cluster: ["a", "a", "b", "b", "b", "c"] };
    const result = intraclassCorrelation(data);
    expect(result).toMatchObject({ icc: 1, lower: 1, upper: 1, statistic: null, pValue: 0, clusterMeanReliability: 1 });
    expect(result.reml).toMatchObject({ icc: 1, varianceWithin: 0 });
    expect(result.reml.varianceBetween).toBeCloseTo(13 / 3, 12);
    expect(codesOf(data)).toEqual(["icc/no-within", "icc/unequal-sizes"]);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test("no clustering at all: F below 1 but not 0", () => {
    const { statistic, pValue } = intraclassCorrelation({ values: [1, 3, 1, 3], cluster: [1, 1, 2, 2] });
    expect([statistic, pValue]).toEqual([0, 1]);
  });

  test("rows without a value or a cluster are counted as left out", () => {
    const { sample } = intraclassCorrelation({ values: [1, 2, null, 4, 6], cluster: ["a", "a", "a", "b", null] });
    expect(sample).toEqual({ unit: "respondent", used: 3, dropped: 2, missing: 1 });
  });

  test("every place of its notes is filled, in both languages", () => {
    const negative = intraclassCorrelation({ values: [1, 9, 2, 8, 4], cluster: ["a", "a", "b", "b", "b"] });
    const texts = negative.notes.flatMap(({ code, values }) => [
      notePhrase(code, values, "nl"),
      notePhrase(code, values, "en"),
    ]);
    expect(texts).toHaveLength(6);
    expect(texts.filter((text) => text.includes("?"))).toEqual([]);
  });

  test("rows tell which estimate is which", () => {
    const rows = intraclassCorrelationCard.tidy(intraclassCorrelation({ values: VALUES, cluster: CLUSTER }));
    expect(rows.map(({ term, method }) => `${term} ${method}`)).toEqual([
      "ICC(1) ANOVA",
      "ICC(2) ANOVA",
      "between ANOVA",
      "within ANOVA",
      "ICC(1) REML",
      "between REML",
      "within REML",
    ]);
  });
});

describe("refuses", () => {
  test.each([
    ["one cluster", [1, 2, 3], ["a", "a", "a"], "data/too-few"],
    ["clusters of one", [1, 2, 3], ["a", "b", "c"], "data/single-rows"],
    ["a constant", [0.1, 0.1, 0.1, 0.1], ["a", "a", "b", "b"], "data/constant"],
    ["no cluster at all", [1, 2], [null, null], "data/too-few"],
    ["columns of unequal length", [1, 2, 3], ["a", "b"], "input/unequal-length"],
  ])("%s", (_, values, cluster, code) => {
    expect(() => intraclassCorrelation({ values, cluster })).toThrow(expect.objectContaining({ code }));
  });
});

function groupsOf({ values, cluster }: { values: readonly number[]; cluster: readonly string[] }): number[][] {
  return [...new Set(cluster)].map((name) => values.filter((_, i) => cluster[i] === name));
}

/** -2 restricted log likelihood at a ratio of variances, from the definition: one row at a time. */
function restrictedDeviance(groups: readonly (readonly number[])[], ratio: number): number {
  const n = groups.flat().length;
  const weights = groups.map((group) => group.length / (1 + group.length * ratio));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
  const mean = means.reduce((sum, value, j) => sum + weights[j]! * value, 0) / total;
  const squares = groups.reduce((sum, group, j) => {
    const within = group.reduce((part, value) => part + (value - means[j]!) ** 2, 0);
    return sum + within + weights[j]! * (means[j]! - mean) ** 2;
  }, 0);
  const determinant = groups.reduce((sum, group) => sum + Math.log1p(group.length * ratio), 0);
  return (n - 1) * Math.log(squares / (n - 1)) + determinant + Math.log(total);
}
