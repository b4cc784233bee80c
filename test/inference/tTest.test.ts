import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tTest, tTestCard } from "../../src/inference/tTest.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const VALUES = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 24 });

function inHalves(values: readonly number[]) {
  return { variables: { y: values }, group: values.map((_, i) => (i % 2 === 0 ? "a" : "b")) };
}

function codes(result: ReturnType<typeof tTest>) {
  return result.notes.map(({ code }) => code);
}

describe("agrees with R", () => {
  test.each(fixtureCases("tTest"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(tTest(data, options), expected, 9)).toEqual([]);
  });
});

describe("always", () => {
  test("turning the groups round turns the sign, and nothing else", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [one] = tTest(inHalves(values)).comparisons;
        const [other] = tTest(inHalves(values), { reference: "a" }).comparisons;
        expect(other!.difference).toBeCloseTo(-one!.difference!, 10);
        expect(other!.pValue ?? 2).toBeCloseTo(one!.pValue ?? 2, 10);
        if (one!.d !== null) expect(other!.dLower!).toBeCloseTo(-one!.dUpper!, 7);
      }),
    );
  });

  test("the unit and zero of a variable do not change its t, d and p", () => {
    fc.assert(
      fc.property(VALUES, fc.integer({ min: -50, max: 50 }), (values, zero) => {
        const [one] = tTest(inHalves(values)).comparisons;
        const [moved] = tTest(inHalves(values.map((value) => zero + 4 * value))).comparisons;
        expect(moved!.d ?? 99).toBeCloseTo(one!.d ?? 99, 8);
        expect(moved!.pValue ?? 2).toBeCloseTo(one!.pValue ?? 2, 8);
      }),
    );
  });

  test("a higher level gives wider intervals", () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const [narrow, wide] = [0.8, 0.99].map((confidenceLevel) => tTest(inHalves(values), { confidenceLevel }));
        const width = ({ comparisons: [one] }: typeof narrow & object) =>
          one!.pValue === null ? [0, 0] : [one!.upper! - one!.lower!, one!.dUpper! - one!.dLower!];
        width(narrow!).forEach((value, i) => {
          expect(width(wide!)[i]).toBeGreaterThanOrEqual(value);
        });
      }),
    );
  });

  test("every row a cluster of its own: CR2 has the standard error of Welch's test", () => {
    const data = inHalves([3, 5, 4, 8, 2, 9, 6, 7, 5, 12]);
    const [one] = tTest({ ...data, cluster: data.group.map((_, i) => i) }).comparisons;
    expect(one!.robust!.standardError).toBeCloseTo(one!.standardError!, 12);
  });
});

describe("at the edges", () => {
  test("one value in a group, or none: the means stay, the test is null with a note", () => {
    const found = tTest({ variables: { y: [1, 2, 3, 4], z: [1, 2, 3, null] }, group: ["a", "a", "a", "b"] });
    expect(found.comparisons.map(({ difference, pValue, d }) => [difference, pValue, d])).toEqual([
      [-2, null, null],
      [null, null, null],
    ]);
    expect(codes(found)).toEqual(["group/too-small", "group/too-small"]);
  });

  test("no spread within the groups: no test", () => {
    const found = tTest({ variables: { y: [1, 1, 2, 2] }, group: ["a", "a", "b", "b"] });
    expect([found.comparisons[0]!.difference, found.comparisons[0]!.statistic]).toEqual([-1, null]);
    expect(codes(found)).toEqual(["group/no-spread"]);
  });

  test("one cluster gives no robust test; few give a warning; a changed verdict is told", () => {
    const data = inHalves([3, 5, 4, 8, 2, 9, 6, 7]);
    expect(codes(tTest({ ...data, cluster: data.group.map(() => 1) }))).toContain("group/no-robust-test");
    const few = { ...data, cluster: [1, 1, 1, 1, 2, 2, 2, 2] };
    expect(codes(tTest(few))).toContain("group/robust-few-df");
    const group = Array.from({ length: 24 }, (_, i) => (i < 12 ? "a" : "b"));
    const y = group.map(
      (one, i) => (one === "a" ? 1 : 0) + [0, 0.9, -0.4, 0.2, -0.9, 0.5][Math.floor(i / 4)]! + (i % 2) / 5,
    );
    const clustered = tTest({ variables: { y }, group, cluster: group.map((_, i) => Math.floor(i / 4)) });
    expect(clustered.comparisons[0]!.pValue).toBeLessThan(0.05);
    expect(codes(clustered)).toContain("group/clusters-decide");
  });

  test("tables show both tests of a variable", () => {
    const data = inHalves([3, 5, 4, 8, 2, 9, 6, 7]);
    const rows = tTestCard.tidy(tTest({ ...data, cluster: [1, 1, 2, 2, 3, 3, 4, 4] }));
    expect(rows.map(({ method, with: groups }) => [method, groups])).toEqual([
      ["Welch", "a - b"],
      ["CR2", "a - b"],
    ]);
  });
});

describe("refuses", () => {
  test.each([[["a", "a"]], [["a", "b", "c"]]])("groups %j", (group) => {
    expect(() => tTest({ variables: { y: group.map((_, i) => i) }, group })).toThrow(/two|twee/);
  });

  test("a reference that is not there, with what was probably meant", () => {
    const data = { variables: { y: [1, 2, 3, 4] }, group: ["parent", "parent", "teacher", "teacher"] };
    expect(() => tTest(data, { reference: "techer" })).toThrow(/teacher/);
  });
});
