import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partialCorrelation } from "../../src/inference/partialCorrelation.ts";
import { pearson } from "../../src/numeric/pearson.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const column = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });
const varied = column.filter((values) => new Set(values).size > 4);
const three = fc.tuple(varied, varied, varied);

const first = (x: number[], y: number[], z: number[], type: "partial" | "semipartial" = "partial") =>
  partialCorrelation({ variables: { x, y }, control: { z } }, { type }).pairs[0]!;

describe("agrees with R", () => {
  test.each(fixtureCases("partialCorrelation"))("%s", (name, { data, options, expected }) => {
    // The residuals are a thousandth of the variables and differ by a hundredth: r close to 1 leaves few digits in 1 - r.
    expect(disagreements(partialCorrelation(data, options), expected, name.startsWith("extreme") ? 8 : 11)).toEqual([]);
  });
});

describe("always", () => {
  test("one control: the formula with three correlations", () => {
    fc.assert(
      fc.property(three, ([x, y, z]) => {
        const [xy, xz, yz] = [pearson(x, y), pearson(x, z), pearson(y, z)];
        fc.pre(Math.abs(xz) < 0.99 && Math.abs(yz) < 0.99);
        const numerator = xy - xz * yz;
        expect(first(x, y, z).r).toBeCloseTo(numerator / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2)), 9);
        expect(first(x, y, z, "semipartial").r).toBeCloseTo(numerator / Math.sqrt(1 - yz ** 2), 9);
      }),
    );
  });

  test("another zero and unit of the control, and the order of rows, change nothing", () => {
    fc.assert(
      fc.property(three, ([x, y, z]) => {
        const straight = first(x, y, z);
        const other = first(x.toReversed(), y.toReversed(), z.map((value) => 7 - 3 * value).toReversed());
        fc.pre(straight.r !== null && Math.abs(straight.r) < 0.9999);
        expect(other.r).toBeCloseTo(straight.r!, 9);
        expect(other.pValue).toBeCloseTo(straight.pValue!, 9);
      }),
    );
  });
});

describe("at the edges", () => {
  test("a variable that is the control leaves nothing over", () => {
    const result = partialCorrelation({
      variables: { x: [1, 2, 3, 4, 5, 6], y: [2, 1, 4, 3, 6, 5] },
      control: { z: [2, 4, 6, 8, 10, 12] },
    });
    expect(result.pairs[0]).toMatchObject({ r: null, pValue: null, lower: null });
    expect(result.notes.map(({ code }) => code)).toEqual(["partial/nothing-left"]);
  });

  test("one degree of freedom has a test and no interval", () => {
    const { df, pValue, lower } = first([1, 2, 4, 3], [2, 1, 3, 5], [1, 1, 2, 1]);
    expect({ df, lower }).toEqual({ df: 1, lower: null });
    expect(pValue).toBeGreaterThan(0);
  });
});

describe("refuses", () => {
  test("as many rows as there are things to estimate", () => {
    const data = { variables: { x: [1, 2, 3], y: [3, 1, 2] }, control: { z: [1, 2, 2] } };
    expect(() => partialCorrelation(data)).toThrow("4 usable rows");
  });
});
