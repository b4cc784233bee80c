import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctDigits } from "./truthTable.ts";

/** A function of a point (or a share) and the parameters of a distribution. */
export type Curve = (x: number, ...parameters: number[]) => number;

/** The functions a distribution may have; those it has are tested. */
export interface Distribution {
  readonly lower: Curve;
  readonly upper: Curve;
  readonly density?: Curve;
  readonly logLower?: Curve;
  readonly logUpper?: Curve;
  readonly logDensity?: Curve;
  readonly quantile?: Curve;
  readonly upperQuantile?: Curve;
}

type Table = Readonly<Record<string, { readonly cols: readonly string[]; readonly rows: (number | null)[][] }>>;

/** A table made by test/fixtures/mpmath/<name>.py. */
export function mpmathTable(name: string): Table {
  const path = fileURLToPath(new URL(`../fixtures/mpmath/${name}.json`, import.meta.url));
  return (JSON.parse(readFileSync(path, "utf8")) as { functions: Table }).functions;
}

/** Where a function keeps fewer digits than promised: one line a point. */
export function shortfalls(
  rows: readonly (number | null)[][],
  width: number,
  column: number,
  compute: Curve,
  digits: number,
  correct: (actual: number, expected: number) => number = correctDigits,
): string[] {
  const known = rows.filter((row) => row[column] !== null);
  expect(known.length).toBeGreaterThan(15);
  return known.flatMap((row) => {
    const [x, ...parameters] = row.slice(0, width) as number[];
    const actual = compute(x!, ...parameters);
    const reached = correct(actual, row[column]!);
    return reached >= digits
      ? []
      : [`(${row.slice(0, width)}): ${reached.toFixed(1)} digits, ${actual} for ${row[column]}`];
  });
}

/** A logarithm of a density crosses 0, where only its absolute error says how many digits the density has. */
function logDigits(actual: number, expected: number): number {
  return Math.abs(expected) < 1 ? correctDigits(1 + actual - expected, 1) : correctDigits(actual, expected);
}

/** Every function against its column of the table: tails, density, their logarithms, and both quantiles. */
export function agreesWithTruth(
  name: string,
  distribution: Distribution,
  digits: number,
  fewer: Partial<Record<keyof Distribution, number>> = {},
): void {
  const table = mpmathTable(name);
  const tails = table.tails!;
  const outcomes = tails.cols.filter((column): column is keyof Distribution => column in distribution);
  describe("agrees with the truth table", () => {
    test.each(outcomes)("%s", (outcome) => {
      const correct = outcome === "logDensity" ? logDigits : correctDigits;
      const column = tails.cols.indexOf(outcome);
      const width = tails.cols.indexOf("lower");
      const wanted = fewer[outcome] ?? digits;
      expect(shortfalls(tails.rows, width, column, distribution[outcome]!, wanted, correct)).toEqual([]);
    });

    test.each((["quantile", "upperQuantile"] as const).filter((key) => key in table))("%s", (key) => {
      const { cols, rows } = table[key]!;
      const width = cols.length - 1;
      expect(shortfalls(rows, width, width, distribution[key]!, fewer[key] ?? digits)).toEqual([]);
    });
  });
}

/** What the laws are tried on: parameters, and a point for given parameters. */
export interface Grid {
  readonly parameters: fc.Arbitrary<number[]>;
  readonly x: (...parameters: number[]) => fc.Arbitrary<number>;
  readonly runs?: number;
}

/** A number whose logarithm (base 10) lies evenly between two bounds. */
export function scaled(from: number, to: number): fc.Arbitrary<number> {
  return fc.double({ min: from, max: to, noNaN: true }).map((power) => 10 ** power);
}

/** A number between two bounds. */
export function between(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** The laws every continuous distribution keeps. */
export function keepsTheLaws(
  { lower, upper, density, logLower, logUpper, logDensity, quantile, upperQuantile }: Distribution,
  { parameters, x, runs = 200 }: Grid,
): void {
  const point = parameters.chain((values) => fc.tuple(x(...values), x(...values), fc.constant(values)));
  const check = (law: (x: number, y: number, values: number[]) => void) =>
    fc.assert(
      fc.property(point, ([a, b, values]) => law(Math.min(a, b), Math.max(a, b), values)),
      { numRuns: runs },
    );

  test("both tails lie between 0 and 1 and add up to 1", () => {
    check((a, _, values) => {
      const tails = [lower(a, ...values), upper(a, ...values)];
      expect(Math.min(...tails)).toBeGreaterThanOrEqual(0);
      expect(Math.abs(tails[0]! + tails[1]! - 1)).toBeLessThan(1e-12);
    });
  });

  test("the lower tail never falls, the upper one never rises", () => {
    check((a, b, values) => {
      expect(lower(b, ...values) - lower(a, ...values)).toBeGreaterThanOrEqual(-1e-12 * lower(b, ...values));
      expect(upper(a, ...values) - upper(b, ...values)).toBeGreaterThanOrEqual(-1e-12 * upper(a, ...values));
    });
  });

  if (logLower && logUpper)
    test("logarithms are those of the tails and the density", () => {
      check((a, _, values) => {
        const pairs = [[lower, logLower], [upper, logUpper], ...(density ? [[density, logDensity]] : [])] as [
          Curve,
          Curve,
        ][];
        for (const [plain, log] of pairs) {
          const size = plain(a, ...values);
          if (size > 1e-300) expect(correctDigits(Math.exp(log(a, ...values)), size)).toBeGreaterThan(11);
        }
      });
    });

  if (density)
    test("the density is the slope of the tails", () => {
      check((a, _, values) => {
        const step = 1e-6 * (Math.abs(a) + 1e-6);
        const side = lower(a, ...values) < 0.5 ? lower : upper;
        const rise = Math.abs(side(a + step, ...values) - side(a - step, ...values));
        const height = density!(a, ...values) * 2 * step;
        // Where the density itself changes over the step a slope says nothing.
        const bend = density!(a + step, ...values) / density!(a - step, ...values);
        if (height > 1e-290 && Math.abs(bend - 1) < 0.05 && height > 1e-9 * side(a, ...values)) {
          expect(Math.abs(rise / height - 1)).toBeLessThan(0.01);
        }
      });
    });

  if (quantile && upperQuantile)
    test("quantiles undo the tails, from either side", () => {
      const p = fc.oneof(between(0.001, 0.999), scaled(-200, -1));
      fc.assert(
        fc.property(parameters, p, (values, share) => {
          for (const [inverse, tail] of [
            [quantile!, lower],
            [upperQuantile!, upper],
          ] as const) {
            const found = inverse(share, ...values);
            // Near 1, or beyond the smallest double, no x tells shares apart.
            if (Math.abs(found) > 1e-290 && Math.abs(found) < 1e290 && isTold(tail, found, values)) {
              expect(correctDigits(tail(found, ...values), share)).toBeGreaterThan(9);
            }
          }
        }),
        { numRuns: runs },
      );
    });
}

/** Whether neighbouring doubles have shares that are the same to ten digits. */
function isTold(tail: Curve, x: number, parameters: number[]): boolean {
  const here = tail(x, ...parameters);
  return [1 + 2 ** -51, 1 - 2 ** -51].every((near) => Math.abs(tail(x * near, ...parameters) / here - 1) < 1e-10);
}

/** Functions at their edges: [what it says, what it is, what it should be]. */
export function standsAtTheEdges(edges: readonly (readonly [string, number, number])[]): void {
  describe("at the edges", () => {
    test.each(edges)("%s", (_, actual, expected) => {
      // 0 and -0 are the same edge.
      expect(actual + 0).toBe(expected);
    });
  });
}
