import { describe, expect, test } from "vitest";
import { disclose } from "../../src/results/disclosure.ts";

describe("always", () => {
  test("a row on fewer than ten respondents loses its figures, and its n, but keeps its name", () => {
    const [small, large] = disclose(
      [
        { term: "grade", group: "special", n: 9, mean: 6.1, standardDeviation: 1.2 },
        { term: "grade", group: "regular", n: 10, mean: 7.1, standardDeviation: 1.1 },
      ],
      "strict",
    );
    expect(small).toEqual({
      term: "grade",
      group: "special",
      n: null,
      mean: null,
      standardDeviation: null,
      suppressed: true,
    });
    expect(large).toEqual({ term: "grade", group: "regular", n: 10, mean: 7.1, standardDeviation: 1.1 });
  });

  test("one respondent's extremes are never shown", () => {
    expect(disclose([{ term: "grade", n: 300, minimum: 2, maximum: 10 }], "strict")).toEqual([
      { term: "grade", n: 300, minimum: null, maximum: null },
    ]);
  });
});

describe("at the edges", () => {
  test("schools see groups of six and more, an empty group is small, public data are untouched", () => {
    const rows = [
      { term: "a", n: 5 },
      { term: "b", n: 6 },
      { term: "c", n: 0 },
    ];
    expect(disclose(rows, "school").map((row) => row.suppressed ?? false)).toEqual([true, false, true]);
    expect(disclose([{ term: "a", n: 1, minimum: 3 }], "public")).toEqual([{ term: "a", n: 1, minimum: 3 }]);
  });

  test("a row without n is about studies or items and stays", () => {
    expect(disclose([{ term: "tau2", estimate: 0.02 }], "strict")).toEqual([{ term: "tau2", estimate: 0.02 }]);
  });
});
