import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { anovaSums } from "../../src/numeric/anovaSums.ts";
import { leastSquares } from "../../src/numeric/leastSquares.ts";
import { fromColumns } from "../../src/numeric/matrices.ts";
import { univariate } from "../../src/numeric/univariate.ts";
import { correctDigits } from "./truthTable.ts";

/** Digits reached, rounded down; test/fixtures/nist/README.md says what limits them. */
type Digits = readonly number[];

const UNIVARIATE: Readonly<Record<string, Digits>> = {
  PiDigits: [15, 15],
  Lottery: [15, 15],
  Lew: [15, 15],
  Mavro: [15, 13],
  Michelso: [15, 13.7],
  NumAcc1: [15, 15],
  NumAcc2: [15, 15],
  NumAcc3: [15, 9.4],
  NumAcc4: [15, 8.2],
};

const ANOVA: Readonly<Record<string, Digits>> = {
  SiRstv: [13.9, 13, 13],
  AtmWtAg: [10.1, 10.8, 10.1],
  SmLs01: [15, 15, 15],
  SmLs02: [15, 15, 15],
  SmLs03: [15, 15, 15],
  SmLs04: [10, 10.2, 10.3],
  SmLs05: [9.9, 10.2, 10.1],
  SmLs06: [9.9, 10.2, 10.1],
  SmLs07: [3.9, 4.2, 4.3],
  SmLs08: [3.8, 4.2, 4.1],
  SmLs09: [3.8, 4.2, 4.1],
};

const REGRESSION: Readonly<Record<string, Digits>> = {
  Norris: [14, 13.8, 13.9],
  Pontius: [13.4, 13.7, 13.7],
  NoInt1: [14.6, 15, 15],
  NoInt2: [15, 14.8, 15],
  Filip: [7.8, 7.6, 8.4],
  Longley: [14.5, 14.5, 15],
  Wampler1: [15, 15, 15],
  Wampler2: [13.1, 15, 15],
  Wampler3: [15, 13.5, 14.7],
  Wampler4: [15, 13.5, 14.7],
  Wampler5: [15, 13.5, 14.7],
};

interface UnivariateSet {
  readonly y?: number[];
  readonly digits?: string;
  readonly pairsAfterFirst?: { first: number; pair: number[]; pairs: number };
  readonly mean: number;
  readonly standardDeviation: number;
}

interface AnovaSet {
  readonly groups?: number[][];
  readonly design?: { base: number; replicates: number };
  readonly between: number;
  readonly within: number;
  readonly F: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
}

interface RegressionSet {
  readonly x?: number[];
  readonly degree?: number;
  readonly columns?: number[][];
  readonly intercept: boolean;
  readonly y: number[];
  readonly coefficients: number[];
  readonly standardErrors: number[];
  readonly residualStandardDeviation: number;
  readonly residualDf: number;
  readonly R2: number;
}

function setsOf<T>(name: string): Readonly<Record<string, T>> {
  const path = fileURLToPath(new URL(`../fixtures/nist/${name}.json`, import.meta.url));
  return (JSON.parse(readFileSync(path, "utf8")) as { sets: Record<string, T> }).sets;
}

function valuesOf({ y, digits, pairsAfterFirst }: UnivariateSet): number[] {
  if (y) return y;
  if (digits) return Array.from(digits, Number);
  const { first, pair, pairs } = pairsAfterFirst!;
  return [first, ...Array.from({ length: pairs }, () => pair).flat()];
}

/** Nine treatments; the first is at .4, the even ones at .3, the odd ones at .5; replicates alternate .1 below and above. */
function groupsOf({ groups, design }: AnovaSet): number[][] {
  if (groups) return groups;
  const { base, replicates } = design!;
  const value = (tenths: number) => Number(`${base}.${tenths}`);
  return [4, 3, 5, 3, 5, 3, 5, 3, 5].map((centre) => [
    value(centre),
    ...Array.from({ length: replicates - 1 }, (_, i) => value(i % 2 === 0 ? centre - 1 : centre + 1)),
  ]);
}

/** Powers by repeated multiplication: `**` may differ in the last bit between machines. */
function designOf({ x, degree, columns, intercept, y }: RegressionSet): number[][] {
  const powers = (upTo: number) => {
    const result = [x!];
    while (result.length < upTo) result.push(result.at(-1)!.map((power, i) => power * x![i]!));
    return result;
  };
  return [...(intercept ? [y.map(() => 1)] : []), ...(columns ?? powers(degree!))];
}

/** As correctDigits; where the certified value is 0 the size counts, as a share of the outcome's. */
function digitsOf(actual: number, certified: number, scale = 1): number {
  return certified === 0 ? correctDigits(1 + actual / scale, 1) : correctDigits(actual, certified);
}

describe("agrees with NIST StRD, univariate summary statistics: digits of mean, standard deviation", () => {
  test.each(Object.entries(setsOf<UnivariateSet>("univariate")))("%s", (name, set) => {
    const values = valuesOf(set);
    const { n, mean, sumSquares } = univariate(values);
    const digits = [
      correctDigits(mean, set.mean),
      correctDigits(Math.sqrt(sumSquares / (n - 1)), set.standardDeviation),
    ];
    expect(n).toBe(values.length);
    digits.forEach((reached, k) => {
      expect(reached, `${digits}`).toBeGreaterThanOrEqual(UNIVARIATE[name]![k]!);
    });
  });
});

describe("agrees with NIST StRD, analysis of variance: digits of sums of squares between and within, F", () => {
  test.each(Object.entries(setsOf<AnovaSet>("anova")))("%s", (name, set) => {
    const { between, within, F, dfBetween, dfWithin } = anovaSums(groupsOf(set));
    const digits = [correctDigits(between, set.between), correctDigits(within, set.within), correctDigits(F, set.F)];
    expect([dfBetween, dfWithin]).toEqual([set.dfBetween, set.dfWithin]);
    digits.forEach((reached, k) => {
      expect(reached, `${digits}`).toBeGreaterThanOrEqual(ANOVA[name]![k]!);
    });
  });
});

describe("agrees with NIST StRD, linear regression: digits of coefficients, standard errors, residual SD", () => {
  test.each(Object.entries(setsOf<RegressionSet>("regression")))("%s", (name, set) => {
    const columns = designOf(set);
    const { coefficients, residualSumSquares, residualDf, rank, inverse } = leastSquares(fromColumns(columns), set.y);
    const deviation = Math.sqrt(residualSumSquares / residualDf);
    const scale = Math.max(...set.y.map(Math.abs));
    const errors = set.standardErrors.map((certified, j) =>
      digitsOf(deviation * Math.sqrt(inverse.data[j * columns.length + j]!), certified, scale),
    );
    const digits = [
      Math.min(...set.coefficients.map((certified, j) => correctDigits(coefficients[j]!, certified))),
      Math.min(...errors),
      digitsOf(deviation, set.residualStandardDeviation, scale),
    ];
    expect([rank, residualDf]).toEqual([columns.length, set.residualDf]);
    digits.forEach((reached, k) => {
      expect(reached, `${digits}`).toBeGreaterThanOrEqual(REGRESSION[name]![k]!);
    });
  });
});

describe("always", () => {
  test("every set of the table is there and the other way round", () => {
    const names = (table: object) => Object.keys(table).sort();
    expect(names(setsOf("univariate"))).toEqual(names(UNIVARIATE));
    expect(names(setsOf("anova"))).toEqual(names(ANOVA));
    expect(names(setsOf("regression"))).toEqual(names(REGRESSION));
  });
});
