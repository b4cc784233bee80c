import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { polychoricCorrelation } from "../../src/inference/polychoricCorrelation.ts";
import { polychoric } from "../../src/numeric/polychoric.ts";
import { randomStream } from "../../src/numeric/random.ts";
import { disagreements, fixtureCases } from "../fixtures/readFixture.ts";

const tables = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

/** Two columns of answers that give the table. */
function columnsFrom(table: readonly (readonly number[])[]): { x: number[]; y: number[] } {
  const cells = table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, () => [i + 1, j + 1])),
  );
  return { x: cells.map(([i]) => i!), y: cells.map(([, j]) => j!) };
}

const codesOf = ({ notes }: { notes: readonly { code: string }[] }) => notes.map(({ code }) => code);

describe("agrees with R", () => {
  test.each(fixtureCases("polychoricCorrelation"))("%s", (_, { data, expected }) => {
    expect(disagreements(polychoricCorrelation(data), expected, 10)).toEqual([]);
  });
});

describe("always", () => {
  test("turning one variable around turns the sign, exchanging them changes nothing", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rho, standardError } = polychoric(table);
        const turned = polychoric(table.toReversed());
        const exchanged = polychoric(table[0]!.map((_, j) => table.map((row) => row[j]!)));
        expect(turned.rho).toBeCloseTo(-rho, 10);
        expect(exchanged.rho).toBeCloseTo(rho, 10);
        expect(exchanged.standardError).toBeCloseTo(standardError, 8);
      }),
      { numRuns: 40 },
    );
  });

  test("twice the table is the same correlation with a standard error smaller by the root of 2", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const one = polychoric(table);
        const two = polychoric(table.map((row) => row.map((count) => 2 * count)));
        expect(two.rho).toBeCloseTo(one.rho, 10);
        expect(two.standardError * Math.SQRT2).toBeCloseTo(one.standardError, 9);
      }),
      { numRuns: 40 },
    );
  });

  test("the standard error is the spread over samples from the table, also where the model does not hold", () => {
    const table = [
      [50, 30, 10],
      [20, 60, 40],
      [2, 10, 90],
    ];
    const stream = randomStream(11);
    const flat = table.flat();
    const n = flat.reduce((sum, count) => sum + count, 0);
    const draws = Array.from({ length: 1500 }, () => {
      const drawn = flat.map(() => 0);
      for (let i = 0; i < n; i++) {
        let left = stream.uniform() * n;
        const cell = flat.findIndex((count) => (left -= count) < 0);
        drawn[cell]! += 1;
      }
      return polychoric([drawn.slice(0, 3), drawn.slice(3, 6), drawn.slice(6)]).rho;
    });
    const mean = draws.reduce((sum, r) => sum + r, 0) / draws.length;
    const spread = Math.sqrt(draws.reduce((sum, r) => sum + (r - mean) ** 2, 0) / (draws.length - 1));
    expect(Math.abs(spread / polychoric(table).standardError - 1)).toBeLessThan(0.08);
  });

  test("a wider level gives a wider interval around the same correlation", () => {
    const data = {
      variables: columnsFrom([
        [10, 5],
        [4, 12],
      ]),
    };
    const [at90, at99] = [0.9, 0.99].map(
      (confidenceLevel) => polychoricCorrelation(data, { confidenceLevel }).pairs[0]!,
    );
    expect(at99!.lower!).toBeLessThan(at90!.lower!);
    expect(at99!.upper!).toBeGreaterThan(at90!.upper!);
    expect(at99!.r).toBe(at90!.r);
  });
});

describe("at the edges", () => {
  test("equal margins of two answers each: the sine of a known angle", () => {
    expect(
      polychoric([
        [40, 10],
        [10, 40],
      ]).rho,
    ).toBeCloseTo(Math.sin((Math.PI / 2) * 0.6), 12);
  });

  test("a table that allows a correlation of 1 has no standard error, and says so", () => {
    const result = polychoricCorrelation({
      variables: columnsFrom([
        [10, 0],
        [5, 20],
      ]),
    });
    expect(result.pairs[0]).toMatchObject({ r: 1, standardError: null, lower: null, pValue: null });
    expect(codesOf(result)).toContain("polychoric/at-the-edge");
    const turned = polychoricCorrelation({
      variables: columnsFrom([
        [0, 10],
        [20, 5],
      ]),
    });
    expect(turned.pairs[0]!.r).toBe(-1);
  });

  test("a variable with one answer has no correlation", () => {
    const result = polychoricCorrelation({ variables: { x: [1, 1, 1], y: [1, 2, 3] } });
    expect(result.pairs[0]!.r).toBeNull();
    expect(codesOf(result)).toContain("pair/constant");
  });

  test("impossible together: said, or smoothed when asked", () => {
    const some = columnsFrom([
      [40, 10],
      [10, 40],
    ]);
    const gap = (column: readonly number[]) => column.map(() => Number.NaN);
    const opposite = columnsFrom([
      [10, 40],
      [40, 10],
    ]);
    const variables = {
      a: [...some.x, ...some.x, ...gap(some.x)],
      b: [...some.y, ...gap(some.x), ...some.x],
      c: [...gap(some.x), ...some.y, ...opposite.y],
    };
    expect(codesOf(polychoricCorrelation({ variables }))).toContain("matrix/not-positive-definite");
    const smoothed = polychoricCorrelation({ variables }, { smoothing: "eigenvalues" });
    expect(codesOf(smoothed)).toContain("matrix/smoothed");
    expect(smoothed.matrix[0]![1]!).toBeLessThan(smoothed.pairs[0]!.r!);
    expect(smoothed.pairs[0]!.r).toBeCloseTo(0.809017, 5);
  });
});

describe("refuses", () => {
  test("scores that are not answers on a scale", () => {
    const scores = Array.from({ length: 30 }, (_, i) => i / 7);
    expect(() => polychoricCorrelation({ variables: { x: scores, y: scores } })).toThrow(/20 different values/);
  });
});
