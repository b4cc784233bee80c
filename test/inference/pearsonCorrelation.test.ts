import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pearsonCorrelation, pearsonCorrelationCard } from "../../src/inference/pearsonCorrelation.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

type Data = Parameters<typeof pearsonCorrelation>[0];

/** Two columns of 12 rows in 4 clusters of 3, both varying within and between clusters. */
const CLUSTER = ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"];
const column = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 12, maxLength: 12 });
const columns = fc
  .tuple(column, column)
  .filter((both) =>
    pearsonCorrelation({ variables: { x: both[0], y: both[1] }, cluster: CLUSTER }).pairs.every(
      ({ r, statistic }) => r !== null && Math.abs(r) < 0.999 && statistic !== null,
    ),
  );

function first(data: Data, options: Parameters<typeof pearsonCorrelation>[1] = {}) {
  return pearsonCorrelation(data, options).pairs[0]!;
}

function three(x: readonly number[], y: readonly number[], confidenceLevel = 0.95) {
  return pearsonCorrelation({ variables: { x, y }, cluster: CLUSTER }, { confidenceLevel }).pairs;
}

function codesOf(data: Data) {
  return pearsonCorrelation(data).notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("pearsonCorrelation"))("%s", (_, { data, options, expected }) => {
    const result = pearsonCorrelation(data, options);
    expect(result.sample.used).toBe(expected.used);
    expect(disagreements(result.pairs, expected.pairs, 12)).toEqual([]);
  });
});

describe("always", () => {
  test("the order of rows, the order of a pair and the names of clusters make no difference", () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        const straight = three(x, y);
        const turned = pearsonCorrelation({
          variables: { x: x.toReversed(), y: y.toReversed() },
          cluster: CLUSTER.map((name) => `school ${name}`).toReversed(),
        }).pairs;
        expect(disagreements(turned, straight, 8)).toEqual([]);
        const swapped = three(y, x);
        swapped.forEach(({ r, lower, upper }, i) => {
          expect(r).toBeCloseTo(straight[i]!.r!, 10);
          expect(lower).toBeCloseTo(straight[i]!.lower!, 8);
          expect(upper).toBeCloseTo(straight[i]!.upper!, 8);
        });
      }),
    );
  });

  test("another zero and unit change nothing; a negative unit turns r and its interval around", () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 20 }), ([x, y], zero, unit) => {
        const before = three(x, y);
        const after = three(
          x.map((value) => zero - unit * value),
          y,
        );
        after.forEach(({ r, lower, upper, pValue, df }, i) => {
          expect(r).toBeCloseTo(-before[i]!.r!, 10);
          expect(lower).toBeCloseTo(-before[i]!.upper!, 7);
          expect(upper).toBeCloseTo(-before[i]!.lower!, 7);
          expect(pValue).toBeCloseTo(before[i]!.pValue!, 7);
          expect(df).toBeCloseTo(before[i]!.df!, 7);
        });
      }),
    );
  });

  test("total is made of within and between: eta_x eta_y r_between + the within part (equal clusters)", () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        const [total, within, between] = three(x, y).map(({ r }) => r!);
        const eta2 = (values: number[]) => {
          const mean = average(values);
          const between = CLUSTER.map((_, i) => average(values.filter((_, j) => CLUSTER[j] === CLUSTER[i])) - mean);
          return sumSquares(between) / sumSquares(values.map((value) => value - mean));
        };
        const [ex, ey] = [eta2(x), eta2(y)];
        const composed = Math.sqrt(ex * ey) * between! + Math.sqrt((1 - ex) * (1 - ey)) * within!;
        expect(composed).toBeCloseTo(total!, 10);
      }),
    );
  });

  test("a higher level gives a wider interval around r at every level", () => {
    fc.assert(
      fc.property(columns, ([x, y]) => {
        const narrow = three(x, y, 0.8);
        three(x, y, 0.99).forEach((wide, i) => {
          expect(wide.lower!).toBeLessThan(narrow[i]!.lower!);
          expect(wide.upper!).toBeGreaterThan(narrow[i]!.upper!);
          expect(wide.r! >= wide.lower! && wide.r! <= wide.upper!).toBe(true);
        });
      }),
    );
  });

  test("every row its own cluster: r and p are those of independent rows with a heteroscedastic error", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const y = [2, 1, 4, 3, 7, 5, 9, 6, 8, 12];
    const clustered = first({ variables: { x, y }, cluster: x.map(String) });
    const independent = first({ variables: { x, y } });
    expect(clustered.r).toBeCloseTo(independent.r!, 14);
    expect(clustered.clusters).toBe(10);
    expect(clustered.statistic!).toBeGreaterThan(3);
  });

  test("a correction never makes p smaller, and the family is the pairs of one level", () => {
    const [, { data }] = fixtureCases("pearsonCorrelation").find(([name]) => name.includes("listwise, level .8"))!;
    for (const adjust of ["none", "bonferroni", "holm", "hochberg", "BH", "BY"] as const) {
      const { pairs } = pearsonCorrelation(data, { adjust });
      expect(pairs.every(({ pValue, adjustedPValue }) => adjustedPValue! >= pValue!)).toBe(true);
    }
    const { pairs } = pearsonCorrelation(data, { adjust: "bonferroni" });
    const within = pairs.filter(({ level }) => level === "within");
    expect(within.map(({ adjustedPValue }) => adjustedPValue)).toEqual(
      within.map(({ pValue }) => Math.min(1, 3 * pValue!)),
    );
  });
});

describe("at the edges", () => {
  test("perfect correlations: a point as interval, p = 0, no statistic", () => {
    const up = first({ variables: { x: [0.1, 0.2, 0.3, 0.4, 0.7], y: [1.3, 1.6, 1.9, 2.2, 3.1] } });
    expect(up).toMatchObject({ r: 1, lower: 1, upper: 1, pValue: 0, statistic: null, df: 3 });
    const down = pearsonCorrelation({
      variables: { x: [1, 2, 3, 4, 6, 9], y: [-1, -2, -3, -4, -6, -9] },
      cluster: [1, 1, 2, 2, 3, 3],
    });
    expect(down.pairs.map(({ r, pValue, lower }) => [r, pValue, lower])).toEqual([
      [-1, 0, -1],
      [-1, 0, -1],
      [-1, 0, null],
    ]);
    expect(JSON.parse(JSON.stringify(down))).toEqual(down);
    expect(down.notes.map(({ code }) => code)).toContain("pair/perfect");
  });

  test.each([
    ["no common row", { x: [1, null], y: [null, 2] }, { n: 0, r: null, pValue: null }, "pair/too-few"],
    ["two rows", { x: [1, 2], y: [5, 3] }, { n: 2, r: -1, pValue: null, lower: null }, "pair/too-few"],
    ["three rows", { x: [1, 2, 3], y: [5, 3, 4] }, { n: 3, r: -0.5, lower: null }, "pair/no-interval"],
    ["a constant", { x: [0.1, 0.1, 0.1, 0.1], y: [1, 2, 3, 4] }, { n: 4, r: null, statistic: null }, "pair/constant"],
    ["constant over the common rows", { x: [1, 1, 1, 5], y: [1, 2, 3, null] }, { n: 3, r: null }, "pair/constant"],
  ])("%s", (_, variables, expected, code) => {
    expect(first({ variables })).toMatchObject(expected);
    expect(codesOf({ variables }).filter((one) => one.startsWith("pair/"))).toEqual([code]);
  });

  test("one cluster: r stands, without test and interval", () => {
    const data = { variables: { x: [1, 2, 3, 4, 5], y: [2, 1, 4, 3, 5] }, cluster: ["a", "a", "a", "a", "a"] };
    const [total, within, between] = pearsonCorrelation(data).pairs;
    expect(total).toMatchObject({ r: 0.8, pValue: null, lower: null, df: null, clusters: 1 });
    expect(within).toMatchObject({ r: 0.8, df: 3 });
    expect(between).toMatchObject({ r: null, pValue: null });
    expect(codesOf(data)).toEqual(["correlation/cluster-means", "pair/one-cluster", "pair/few-clusters"]);
  });

  test("two clusters: a total and a within correlation, none between", () => {
    const data = {
      variables: { x: [1, 2, 3, 4, 5, 9], y: [2, 1, 4, 3, 5, 6] },
      cluster: ["a", "a", "a", "b", "b", "b"],
    };
    const [total, within, between] = pearsonCorrelation(data).pairs;
    expect(total!.df).toBeGreaterThan(0);
    expect(within!.df).toBe(3);
    expect(between).toMatchObject({ r: null, clusters: 2 });
    expect(codesOf(data)).toContain("pair/few-clusters");
  });

  test("a variable of the cluster: no correlation within; cluster means that are equal to rounding: none between", () => {
    const cluster = ["a", "a", "a", "b", "b", "b", "c", "c", "c"];
    const contextual = {
      variables: { size: [0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 0.3, 0.3, 0.3], y: [1, 2, 3, 4, 5, 9, 2, 2, 8] },
      cluster,
    };
    expect(pearsonCorrelation(contextual).pairs[1]!.r).toBeNull();
    expect(codesOf(contextual)).toContain("pair/constant-within");
    const level = {
      variables: { x: [0.1, 0.2, 0.3, 0.2, 0.2, 0.2, 0.3, 0.1, 0.2], y: contextual.variables.y },
      cluster,
    };
    expect(pearsonCorrelation(level).pairs[2]!.r).toBeNull();
    expect(codesOf(level)).toContain("pair/constant-between");
  });

  test("two clusters that fix both means leave no robust test, and a note says so", () => {
    const data = {
      variables: { x: [1, 1, 1, 2, 2, 2], y: [2, 1, 4, 3, 5, 6] },
      cluster: ["a", "a", "a", "b", "b", "b"],
    };
    expect(first(data)).toMatchObject({ pValue: null, statistic: null, df: null });
    expect(codesOf(data)).toContain("pair/no-robust-test");
  });

  test("single rows: nothing within clusters", () => {
    const data = { variables: { x: [1, 2, 3, 5], y: [2, 1, 4, 9] }, cluster: [1, 2, 3, 4] };
    const [total, within, between] = pearsonCorrelation(data).pairs;
    expect(within).toMatchObject({ r: null, pValue: null });
    expect(between!.r).toBeCloseTo(total!.r!, 14);
    expect(codesOf(data)).toContain("pair/constant-within");
  });

  test("rows without a cluster and with missing values are counted", () => {
    const data = {
      variables: { x: [1, 2, null, 4, 5, 6], y: [2, 1, 4, 3, null, 7] },
      cluster: ["a", null, "a", "b", "b", "c"],
    };
    const pairwise = pearsonCorrelation(data);
    expect(pairwise.sample).toEqual({ unit: "respondent", used: 3, dropped: 3, missing: 2 });
    expect(pairwise.notes).toContainEqual({ code: "cluster/missing", values: { dropped: 1, total: 6 } });
    const listwise = pearsonCorrelation(data, { missing: "listwise" });
    expect(listwise.notes).toContainEqual({ code: "missing/listwise", values: { dropped: 2, total: 6 } });
  });

  test("with: a rectangle of pairs, also of one variable", () => {
    const {
      pairs,
      variables,
      with: others,
    } = pearsonCorrelation({
      variables: { a: [1, 2, 4, 3], b: [2, 1, 3, 5] },
      with: { c: [1, 3, 2, 4], d: [5, 3, 4, 1] },
    });
    expect(pairs.map(({ x, y }) => x + y)).toEqual(["ac", "ad", "bc", "bd"]);
    expect([variables, others]).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(pearsonCorrelation({ variables: { a: [1, 2, 4, 3] }, with: { c: [1, 3, 2, 4] } }).pairs).toHaveLength(1);
  });

  test("correlations that no data could have together are reported", () => {
    const variables = {
      a: [1, 2, 3, null, null, null, 1, 2, 3],
      b: [1, 2, 3, 1, 2, 3, null, null, null],
      c: [null, null, null, 1, 2, 3, 3, 2, 1],
    };
    expect(codesOf({ variables })).toContain("matrix/not-positive-semidefinite");
    expect(
      pearsonCorrelation({ variables: { ...variables, c: variables.a } }).notes.map(({ code }) => code),
    ).not.toContain("matrix/not-positive-semidefinite");
  });

  test("rows name level and number of clusters", () => {
    const { example, tidy, run } = pearsonCorrelationCard;
    const rows = tidy(run(example.data));
    expect(rows.map(({ term, with: other, level, k }) => [term, other, level, k])).toEqual([
      ["involvement", "grade", "total", 3],
      ["involvement", "grade", "within", 3],
      ["involvement", "grade", "between", 3],
    ]);
  });
});

describe("refuses", () => {
  test.each([
    ["one variable and nothing to go with it", { variables: { a: [1, 2, 3] } }, {}, "input/too-few-columns"],
    [
      "a cluster of another length",
      { variables: { a: [1, 2], b: [1, 2] }, cluster: ["x"] },
      {},
      "input/unequal-length",
    ],
    ["columns of another length", { variables: { a: [1, 2] }, with: { b: [1, 2, 3] } }, {}, "input/unequal-length"],
    ["an unknown correction", { variables: { a: [1, 2], b: [1, 2] } }, { adjust: "tukey" as never }, "option/invalid"],
    ["a level of 1", { variables: { a: [1, 2], b: [1, 2] } }, { confidenceLevel: 1 }, "option/invalid"],
  ])("%s", (_, data, options, code) => {
    expect(() => pearsonCorrelation(data, options)).toThrow(expect.objectContaining({ code }));
  });
});

function average(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumSquares(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value * value, 0);
}
