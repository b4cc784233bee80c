import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlationCovariances } from "../../src/meta/correlationCovariances.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const NAMES = ["home", "school", "ses", "grade"];
const PAIRS = NAMES.flatMap((first, i) => NAMES.slice(i + 1).map((second) => ({ first, second })));

/** All correlations of four variables made of three common parts: a possible matrix. */
const study = fc
  .array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 4 })
  .map((loadings) => loadings.map((row, i) => row.map((value, j) => value + (i === j ? 12 : 0))))
  .map((rows) =>
    PAIRS.map(({ first, second }) => {
      const dot = (a: string, b: string) =>
        rows[NAMES.indexOf(a)]!.reduce((sum, value, k) => sum + value * rows[NAMES.indexOf(b)]![k]!, 0);
      return { first, second, r: dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second)) };
    }),
  )
  .filter((rows) => rows.every(({ r }) => Math.abs(r) < 0.97));
type Rows = readonly { first: string; second: string; r: number }[];

const columns = (rows: Rows, n = 60) => ({
  r: rows.map(({ r }) => r),
  n: rows.map(() => n),
  study: rows.map(() => "A"),
  first: rows.map(({ first }) => first),
  second: rows.map(({ second }) => second),
});

describe("agrees with R", () => {
  test.each(fixtureCases("correlationCovariances"))("%s", (_, { data, options, expected }) => {
    const digits = 11.5;
    expect(disagreements(correlationCovariances(data, options), expected, digits)).toEqual([]);
  });
});

describe("always", () => {
  test("a possible matrix of correlations gives a possible matrix of covariances", () => {
    fc.assert(
      fc.property(study, (rows) => {
        const [found] = correlationCovariances(columns(rows)).studies;
        expect(found!.matrix).toHaveLength(6);
        for (const [i, row] of found!.matrix.entries()) {
          expect(row[i]!).toBeCloseTo(1 / 57, 14);
          for (const [j, value] of row.entries()) {
            expect(value!).toBeCloseTo(found!.matrix[j]![i]!, 14);
            expect(Math.abs(value!)).toBeLessThan(1 / 57 + 1e-12);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test("order of rows and of the two names changes nothing", () => {
    fc.assert(
      fc.property(study, (rows) => {
        const turned = rows.toReversed().map(({ first, second, r }) => ({ first: second, second: first, r }));
        const [straight, other] = [columns(rows), columns(turned)].map((data) => correlationCovariances(data));
        const size = rows.length;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++) {
            const there = other!.studies[0]!.matrix[size - 1 - i]![size - 1 - j]!;
            expect(straight!.studies[0]!.matrix[i]![j]!).toBeCloseTo(there, 13);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("z by the delta rule from r, with n - 3 instead of n - 1", () => {
    fc.assert(
      fc.property(study, (rows) => {
        const [z, r] = (["fisherZ", "correlation"] as const).map(
          (scale) => correlationCovariances(columns(rows), { scale }).studies[0]!.matrix,
        );
        for (const [i, row] of r!.entries()) {
          for (const [j, value] of row.entries()) {
            const slopes = (1 - rows[i]!.r ** 2) * (1 - rows[j]!.r ** 2);
            expect((value! * 59) / 57 / slopes).toBeCloseTo(z![i]![j]!, 12);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("at the edges", () => {
  const two = { r: [0.5, 0.3], n: [80, 80], study: ["A", "A"], first: ["home", "ses"], second: ["grade", "grade"] };

  test("what a study did not report leaves a gap, counted, and fills with a supposed value", () => {
    const open = correlationCovariances(two);
    expect(open.covariances[0]).toMatchObject({ covariance: null, correlation: null, supposed: false });
    expect(open.studies[0]!.positiveDefinite).toBeNull();
    expect(open.notes.map(({ code }) => code)).toEqual(["correlations/unreported"]);
    const filled = correlationCovariances(two, { unreported: 0.4 });
    expect(filled.covariances[0]).toMatchObject({ supposed: true });
    expect(filled.notes.map(({ code }) => code)).toEqual(["correlations/supposed"]);
  });

  test("one correlation per study has no covariances; a gap drops its row", () => {
    const found = correlationCovariances({ ...two, study: ["A", null] });
    expect(found.covariances).toEqual([]);
    expect(found.sample).toMatchObject({ used: 1, dropped: 1, missing: 1 });
  });
});

describe("refuses", () => {
  const two = { r: [0.5, 0.3], n: [80, 80], study: ["A", "A"], first: ["home", "ses"], second: ["grade", "grade"] };
  test.each([
    ["a correlation of 1", { ...two, r: [0.5, 1] }, "row 2"],
    ["three people", { ...two, n: [80, 3] }, "4"],
    ["a variable with itself", { ...two, first: ["home", "grade"] }, "grade"],
    ["a pair twice", { ...two, first: ["home", "grade"], second: ["grade", "home"] }, "row 2"],
    ["nothing but gaps", { ...two, r: [null, null] }, "usable"],
  ])("%s", (_, data, message) => {
    expect(() => correlationCovariances(data)).toThrow(message);
  });
});
