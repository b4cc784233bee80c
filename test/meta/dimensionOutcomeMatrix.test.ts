import { describe, expect, test } from "vitest";
import { dimensionOutcomeMatrix, dimensionOutcomeMatrixCard } from "../../src/meta/dimensionOutcomeMatrix.ts";
import { randomEffects } from "../../src/meta/randomEffects.ts";
import { toUnits } from "../../src/meta/toUnits.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const DATA = {
  estimate: [0.12, 0.31, 0.24, 0.45, 0.08, 0.38, 0.29],
  samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012, 0.015, 0.009],
  dimension: ["home", "home", "school", "expectations", "school", "expectations", "home"],
  outcome: ["grades", "grades", "grades", "tests", "grades", "tests", "tests"],
  study: ["A", "A", "B", "C", "D", "D", "A"],
  n: [103, 53, 128, 36, 86, 70, 114],
};
const codesOf = (result: { notes: readonly { code: string }[] }) => result.notes.map(({ code }) => code);

describe("agrees with R", () => {
  test.each(fixtureCases("dimensionOutcomeMatrix"))("%s", (_, { data, options, expected }) => {
    expect(disagreements(dimensionOutcomeMatrix(data, options), expected, 10)).toEqual([]);
  });
});

describe("always", () => {
  test("every effect stands in one cell, in one margin of each kind, and in the whole", () => {
    const { cells, dimensionMargins, outcomeMargins, total } = dimensionOutcomeMatrix(DATA);
    for (const part of [cells, dimensionMargins, outcomeMargins, [total]]) {
      expect(part.reduce((sum, { k }) => sum + k, 0)).toBe(7);
      expect(part.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBe(590);
    }
    expect(cells.map(({ dimension, outcome }) => `${dimension} ${outcome}`)).toEqual([
      "home grades",
      "home tests",
      "school grades",
      "school tests",
      "expectations grades",
      "expectations tests",
    ]);
  });

  test("turning the two sides turns the table", () => {
    const turned = dimensionOutcomeMatrix({ ...DATA, dimension: DATA.outcome, outcome: DATA.dimension });
    const { cells } = dimensionOutcomeMatrix(DATA);
    for (const one of cells) {
      const twin = turned.cells.find((other) => other.dimension === one.outcome && other.outcome === one.dimension)!;
      expect([twin.k, twin.estimate, twin.upper]).toEqual([one.k, one.estimate, one.upper]);
    }
  });

  test("by study, every cell and every margin averages by itself", () => {
    const { cells, total } = dimensionOutcomeMatrix(DATA, { unit: "study", rho: 0.5 });
    expect([cells[0]!.k, cells[0]!.effects, cells[0]!.studies]).toEqual([1, 2, 1]);
    const { study, estimate, samplingVariance } = DATA;
    const { units } = toUnits({ estimate, samplingVariance, study }, { rho: 0.5 });
    const whole = randomEffects({
      estimate: units.map((one) => one.estimate),
      samplingVariance: units.map((one) => one.samplingVariance),
    });
    expect([total.k, total.effects, total.estimate]).toEqual([4, 7, whole.estimate]);
  });
});

describe("at the edges", () => {
  test("what nobody studied is a gap, and counted", () => {
    const result = dimensionOutcomeMatrix(DATA);
    expect(result.cells[3]).toMatchObject({ k: 0, studies: 0, n: null, estimate: null, tau2: null, transformed: null });
    expect(result.notes).toContainEqual({ code: "matrix/gaps", values: { count: 2, total: 6 } });
    expect(result.notes).toContainEqual({ code: "matrix/few", values: { count: 4 } });
    expect(codesOf(result)).toContain("meta/dependent-effects");
  });

  test("a single combination is the whole", () => {
    const one = dimensionOutcomeMatrix({
      ...DATA,
      dimension: DATA.estimate.map(() => "d"),
      outcome: DATA.estimate.map(() => "o"),
    });
    expect(one.cells).toHaveLength(1);
    expect({ ...one.cells[0], dimension: null, outcome: null }).toEqual(one.total);
    expect(codesOf(one)).not.toContain("matrix/overlap");
  });

  test("rows: cells, margins and total, as correlations where asked", () => {
    const result = dimensionOutcomeMatrix(DATA, { backTransform: "fisherZ" });
    const rows = dimensionOutcomeMatrixCard.tidy(result);
    expect(rows).toHaveLength(6 + 3 + 2 + 1);
    expect(rows.at(-1)).toMatchObject({
      dimension: "total",
      outcome: "total",
      estimate: Math.tanh(result.total.estimate!),
    });
    expect(rows[3]).toMatchObject({ k: 0, estimate: null });
  });

  test("a row without a dimension or an outcome is left out with a note", () => {
    const result = dimensionOutcomeMatrix({ ...DATA, outcome: [null, ...DATA.outcome.slice(1)] });
    expect([result.total.k, result.sample.dropped, codesOf(result)[0]]).toEqual([6, 1, "missing/listwise"]);
  });
});

describe("refuses", () => {
  test("a variance of 0 with its row, unit sample without samples, no usable row", () => {
    expect(() => dimensionOutcomeMatrix({ ...DATA, samplingVariance: [0, 1, 1, 1, 1, 1, 1] })).toThrow(
      /row 1, column sampl/,
    );
    expect(() => dimensionOutcomeMatrix(DATA, { unit: "sample" })).toThrow(/needs a column/);
    expect(() => dimensionOutcomeMatrix({ ...DATA, outcome: DATA.outcome.map(() => null) })).toThrow(
      /1 usable effects needed/,
    );
  });
});
