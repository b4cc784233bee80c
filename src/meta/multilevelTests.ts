import { finiteOrNull } from "../foundation/result.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { cholesky, choleskySolve } from "../numeric/cholesky.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { fromRows, type Matrix } from "../numeric/matrices.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import type { MultilevelFit } from "./multilevelFit.ts";
import type { MultilevelEffects } from "./multilevelRead.ts";
import { nestedSandwich, type SandwichCorrection } from "./nestedSandwich.ts";

export type MultilevelTest = "contain" | "residual" | "z";

/**
 * Degrees of freedom of each coefficient: the number of groups at the outermost level within whose groups its column does
 * not vary, less the coefficients ("contain"); effects less coefficients ("residual"); Infinity for the normal ("z").
 * @see Pinheiro & Bates (2000), section 2.4.2. Reference: metafor::rma.mv(test = "t", dfs = "contain")
 */
export function degreesOfFreedom({ design, groups }: MultilevelEffects, test: MultilevelTest): number[] {
  const { rows: k, columns: p, data } = design.matrix;
  if (test === "z") return new Array<number>(p).fill(Number.POSITIVE_INFINITY);
  if (test === "residual") return new Array<number>(p).fill(k - p);
  return Array.from({ length: p }, (_, j) => {
    const steady = groups.levels.flatMap((codes, l) =>
      variesWithin(data, p, j, codes) ? [] : [groups.counts[l]! - p],
    );
    return Math.min(k - p, ...steady);
  });
}

function variesWithin(data: Float64Array, p: number, j: number, codes: Int32Array): boolean {
  const first = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const value = data[i * p + j]!;
    const seen = first.get(codes[i]!);
    if (seen === undefined) first.set(codes[i]!, value);
    else if (seen !== value) return true;
  }
  return false;
}

/** Test against 0 and interval; all null where there is no error or less than one degree of freedom. */
export function testOf(estimate: number, standardError: number, df: number, confidenceLevel: number) {
  const usable = standardError > 0 && df > 0;
  const statistic = estimate / standardError;
  const reach = usable ? studentTUpperQuantile((1 - confidenceLevel) / 2, df) * standardError : Number.NaN;
  return {
    standardError: finiteOrNull(standardError),
    statistic: usable ? statistic : null,
    df: usable ? finiteOrNull(df) : null,
    pValue: usable ? 2 * studentTUpper(Math.abs(statistic), df) : null,
    lower: finiteOrNull(estimate - reach),
    upper: finiteOrNull(estimate + reach),
  };
}

/** Wald tests: of every moderator, and of all together; the fewest degrees of freedom among their coefficients count. */
export function moderatorTests(
  fit: MultilevelFit,
  { names, terms }: MultilevelEffects["design"],
  df: readonly number[],
) {
  const all = { term: "all", columns: names.map((_, j) => j).slice(1) };
  return [...terms, ...(terms.length > 1 ? [all] : [])].map(({ term, columns }) => {
    const chi2 = waldOf(fit, columns);
    const size = columns.length;
    const dfError = Math.min(...columns.map((j) => df[j]!));
    if (chi2 === null || !(dfError > 0)) return { term, statistic: null, df: size, dfError: null, pValue: null };
    if (dfError === Number.POSITIVE_INFINITY) {
      return { term, statistic: chi2, df: size, dfError: null, pValue: chiSquareUpper(chi2, size) };
    }
    return { term, statistic: chi2 / size, df: size, dfError, pValue: fUpper(chi2 / size, size, dfError) };
  });
}

function waldOf({ coefficients, covariance }: MultilevelFit, columns: readonly number[]): number | null {
  const p = covariance.columns;
  const lower = cholesky(fromRows(columns.map((i) => columns.map((j) => covariance.data[i * p + j]!))));
  const beta = Float64Array.from(columns, (j) => coefficients[j]!);
  return lower === null ? null : choleskySolve(lower, beta).reduce((sum, value, i) => sum + value * beta[i]!, 0);
}

/** Cluster-robust tests at the outermost level, the model's own variances being the working model. */
export function robustTests(
  data: MultilevelEffects,
  fit: MultilevelFit,
  correction: SandwichCorrection,
  level: number,
) {
  const { effects, design, groups } = data;
  const { variances } = fit.top;
  const { covariance, degreesOfFreedom: degrees } = nestedSandwich(
    {
      design: design.matrix,
      residuals: residualsOf(effects.estimates, design.matrix, fit.coefficients),
      bread: fit.covariance,
      clusters: membersOf(groups.levels.at(-1)!, groups.counts.at(-1)!),
      covarianceOf: (row, other) => {
        let sum = row === other ? effects.variances[row]! : 0;
        groups.levels.forEach((codes, l) => {
          if (codes[row] === codes[other]) sum += variances[l]!;
        });
        return sum;
      },
    },
    correction,
  );
  const p = covariance.columns;
  return Array.from(fit.coefficients, (estimate, j) =>
    testOf(estimate, Math.sqrt(covariance.data[j * p + j]!), degrees[j]!, level),
  );
}

function residualsOf(estimates: Float64Array, { columns: p, data }: Matrix, coefficients: Float64Array): Float64Array {
  return estimates.map((estimate, i) => {
    let left = estimate;
    for (let j = 0; j < p; j++) left -= coefficients[j]! * data[i * p + j]!;
    return left;
  });
}

function membersOf(codes: Int32Array, count: number): number[][] {
  const members = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < codes.length; i++) members[codes[i]!]!.push(i);
  return members;
}
