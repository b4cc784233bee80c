import { finiteOrNull } from "../foundation/result.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import type { PooledTest } from "./poolingOptions.ts";

/** How the variance of a pooled mean is scaled, and on how many degrees of freedom (Infinity: the normal). */
export interface VarianceScale {
  /** Knapp and Hartung's s2, whether or not it is used; null without degrees of freedom. */
  readonly scale2: number | null;
  readonly factor: number;
  readonly df: number;
}

/**
 * Knapp and Hartung's scale: the weighted spread that was found over the one that the model expects.
 * @param Q weighted sum of squared residuals, weights 1 / (v + tau2)
 * @param df k - p; with 0 only the normal test is left
 * @see Hartung & Knapp (2001); Knapp & Hartung (2003), at least 1 in "adHoc"
 */
export function varianceScale(Q: number, df: number, test: PooledTest): VarianceScale {
  if (df < 1) return { scale2: null, factor: 1, df: Number.POSITIVE_INFINITY };
  const scale2 = Q / df;
  if (test === "z") return { scale2, factor: 1, df: Number.POSITIVE_INFINITY };
  if (test === "t") return { scale2, factor: 1, df };
  return { scale2, factor: test === "adHoc" ? Math.max(1, scale2) : scale2, df };
}

/** An estimate with its test against 0 and its interval. */
export interface TestedMean {
  readonly estimate: number;
  readonly standardError: number;
  readonly statistic: number | null;
  /** null: the normal distribution. */
  readonly df: number | null;
  readonly pValue: number | null;
  readonly lower: number;
  readonly upper: number;
}

const last = { upperTail: Number.NaN, df: Number.NaN, quantile: Number.NaN };

/** Quantile of t; the last one is kept, for many intervals in a row ask for the same. */
export function quantileOf(upperTail: number, df: number): number {
  if (upperTail !== last.upperTail || df !== last.df) {
    last.quantile = studentTUpperQuantile(upperTail, df);
    last.upperTail = upperTail;
    last.df = df;
  }
  return last.quantile;
}

/** Wald test and interval by t, or by the normal distribution with infinite degrees of freedom. */
export function testedMean(estimate: number, standardError: number, df: number, confidenceLevel: number): TestedMean {
  const statistic = finiteOrNull(estimate / standardError);
  const margin = quantileOf((1 - confidenceLevel) / 2, df) * standardError;
  return {
    estimate,
    standardError,
    statistic,
    df: finiteOrNull(df),
    pValue: statistic === null ? null : 2 * studentTUpper(Math.abs(statistic), df),
    lower: estimate - margin,
    upper: estimate + margin,
  };
}
