import { finiteOrNull } from "../foundation/result.ts";
import { clusterRobust } from "../numeric/clusterRobust.ts";
import { fromColumns } from "../numeric/matrices.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";

/** The values of two groups in one column, and the cluster of each where there are clusters. */
export interface TwoSamples {
  readonly values: Float64Array;
  /** 1 for the first group, 0 for the other. */
  readonly isFirst: Uint8Array;
  readonly clusters: Int32Array | null;
}

/** Size, mean and spread of a group; null where there are too few values. */
export interface GroupMean {
  readonly n: number;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
}

/** Test and interval of an estimate; null where there is none. */
export interface Tested {
  readonly standardError: number | null;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly pValue: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The t test of an estimate against 0, and its interval.
 * @returns nulls when the standard error is not above 0 or there are no degrees of freedom
 */
export function testedEstimate(estimate: number, standardError: number, df: number, level: number): Tested {
  if (!(standardError > 0 && df > 0)) {
    return { standardError: null, statistic: null, df: null, pValue: null, lower: null, upper: null };
  }
  const statistic = estimate / standardError;
  const reach = studentTUpperQuantile((1 - level) / 2, df) * standardError;
  const pValue = 2 * studentTUpper(Math.abs(statistic), df);
  return { standardError, statistic, df: finiteOrNull(df), pValue, lower: estimate - reach, upper: estimate + reach };
}

/**
 * The difference of two means, first less second, with its test.
 * @param variances "welch": each group its own, degrees of freedom by Satterthwaite; "student": one for both
 * @see Welch (1947)
 */
export function meanDifference(samples: TwoSamples, variances: "welch" | "student", level: number) {
  const [one, other] = [1, 0].map((code) => univariate(samples.values.filter((_, i) => samples.isFirst[i] === code)));
  const groups = [one!, other!].map(
    ({ n, mean, sumSquares }): GroupMean => ({
      n,
      mean: n > 0 ? mean : null,
      standardDeviation: n > 1 ? Math.sqrt(sumSquares / (n - 1)) : null,
    }),
  );
  const difference = one!.n > 0 && other!.n > 0 ? one!.mean - other!.mean : null;
  const { standardError, df } = (variances === "welch" ? welch : student)(one!, other!);
  return { groups, difference, ...testedEstimate(difference ?? Number.NaN, standardError, df, level) };
}

interface Spread {
  readonly n: number;
  readonly sumSquares: number;
}

function welch(one: Spread, other: Spread) {
  const [a, b] = [one, other].map(({ n, sumSquares }) => sumSquares / (n - 1) / n);
  const total = a! + b!;
  return {
    standardError: Math.sqrt(total),
    df: 1 / ((a! / total) ** 2 / (one.n - 1) + (b! / total) ** 2 / (other.n - 1)),
  };
}

function student(one: Spread, other: Spread) {
  const df = one.n > 1 && other.n > 1 ? one.n + other.n - 2 : Number.NaN;
  const variance = (one.sumSquares + other.sumSquares) / df;
  return { standardError: Math.sqrt(variance * (1 / one.n + 1 / other.n)), df };
}

/**
 * The same difference with a standard error that allows for any dependence within clusters (CR2).
 * @see Pustejovsky & Tipton (2018)
 */
export function clusterRobustDifference({ values, isFirst, clusters }: TwoSamples, level: number) {
  const count = new Set(clusters).size;
  const first = isFirst.reduce((sum, one) => sum + one, 0);
  if (first < 2 || isFirst.length - first < 2) return { clusters: count, ...testedEstimate(0, Number.NaN, 0, level) };
  const x = fromColumns([new Float64Array(values.length).fill(1), Float64Array.from(isFirst)]);
  const { coefficients, standardErrors, degreesOfFreedom } = clusterRobust({ x, y: values, clusters: clusters! });
  return { clusters: count, ...testedEstimate(coefficients[1]!, standardErrors[1]!, degreesOfFreedom[1]!, level) };
}
