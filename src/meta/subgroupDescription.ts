import { type Problem, refuseAll } from "../foundation/errors.ts";
import { finiteOrNull } from "../foundation/result.ts";
import { median } from "../numeric/quantile.ts";
import { univariate } from "../numeric/univariate.ts";

/** The columns that describe effects without pooling them. NaN is missing. */
export interface DescribedColumns {
  /** Correlations where given, else the estimates. */
  readonly values: Float64Array;
  readonly n?: Float64Array | undefined;
  readonly study?: readonly (string | null)[] | undefined;
}

/** What a row of the table says before anything is pooled. */
export interface Description {
  readonly studies: number;
  readonly n: number | null;
  readonly unweightedMean: number | null;
  readonly weightedMean: number | null;
  readonly median: number | null;
  readonly standardDeviation: number | null;
}

/**
 * Describes the effects in some rows: number of studies, total n, mean, n-weighted mean, median, SD (over k - 1).
 * @see Hunter & Schmidt (2015), ch. 3, for the n-weighted mean
 */
export function describeEffects({ values, n, study }: DescribedColumns, rows: readonly number[]): Description {
  const known = rows.filter((row) => !Number.isNaN(values[row]!));
  const weighted = n ? known.filter((row) => !Number.isNaN(n[row]!)) : [];
  const own = known.map((row) => values[row]!);
  const { mean, sumSquares } = univariate(own);
  return {
    studies: new Set(rows.map((row) => study?.[row] ?? row)).size,
    n: n ? sumOf(rows, (row) => (Number.isNaN(n[row]!) ? 0 : n[row]!)) : null,
    unweightedMean: finiteOrNull(mean),
    weightedMean: n
      ? finiteOrNull(sumOf(weighted, (row) => n[row]! * values[row]!) / sumOf(weighted, (row) => n[row]!))
      : null,
    median: finiteOrNull(median(own)),
    standardDeviation: own.length < 2 ? null : Math.sqrt(sumSquares / (own.length - 1)),
  };
}

function sumOf(rows: readonly number[], value: (row: number) => number): number {
  let sum = 0;
  for (const row of rows) sum += value(row);
  return sum;
}

/** Refuses impossible correlations and sample sizes, all at once. */
export function refuseImpossible(r: Float64Array | undefined, n: Float64Array | undefined): void {
  const problems: Problem[] = [];
  const place = (row: number, column: string) => ({ row: row + 1, column });
  r?.forEach((value, row) => {
    if (Math.abs(value) >= 1)
      problems.push({ code: "effect/correlation-range", values: {}, location: place(row, "r") });
  });
  n?.forEach((value, row) => {
    if (value <= 0) problems.push({ code: "effect/sample-size", values: { minimum: 0 }, location: place(row, "n") });
  });
  refuseAll(problems);
}
