import { finiteOrNull } from "../foundation/result.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import type { Matrix } from "../numeric/matrices.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { blockSandwich, type Sandwich, type SandwichCorrection, waldSquares } from "./blockSandwich.ts";
import type { MultilevelFit } from "./multilevelFit.ts";
import type { MultilevelEffects } from "./multilevelRead.ts";

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

/**
 * Wald tests of every moderator, and of all together: in the model, with the fewest degrees of freedom among their
 * coefficients, and beside it robust (HTZ).
 */
export function moderatorTests(
  { coefficients, covariance }: MultilevelFit,
  { names, terms }: MultilevelEffects["design"],
  df: readonly number[],
  sandwich: Sandwich | null,
) {
  const all = { term: "all", columns: names.map((_, j) => j).slice(1) };
  return [...terms, ...(terms.length > 1 ? [all] : [])].map(({ term, columns }) => {
    const squares = waldSquares(coefficients, covariance, columns);
    const robust = sandwich?.wald(coefficients, columns);
    return {
      term,
      df: columns.length,
      ...fTest(squares, columns.length, Math.min(...columns.map((j) => df[j]!))),
      robust: sandwich === null ? null : robustTest(robust ?? null, columns.length),
    };
  });
}

/** F, or chi-square where the degrees of freedom are infinite; null where there are none. */
function fTest(squares: number | null, df: number, dfError: number) {
  if (squares === null || !(dfError > 0)) return { statistic: null, dfError: null, pValue: null };
  if (dfError === Number.POSITIVE_INFINITY) {
    return { statistic: squares, dfError: null, pValue: chiSquareUpper(squares, df) };
  }
  return { statistic: squares / df, dfError, pValue: fUpper(squares / df, df, dfError) };
}

export function robustTest(wald: ReturnType<Sandwich["wald"]>, df: number) {
  if (wald === null) return { statistic: null, df, dfError: null, pValue: null };
  return { ...wald, df, pValue: fUpper(wald.statistic, df, wald.dfError) };
}

/** The sandwich with the outermost groups (where levels cross, what connects them) as clusters, the model's own variances being the working model. */
export function multilevelSandwich(data: MultilevelEffects, fitted: MultilevelFit, correction: SandwichCorrection) {
  const { effects, design, groups, clusters, knownCovariance } = data;
  const { variances } = fitted.top;
  return blockSandwich(
    {
      design: design.matrix,
      residuals: residualsOf(effects.estimates, design.matrix, fitted.coefficients),
      bread: fitted.covariance,
      clusters,
      covarianceOf: (row, other) => {
        let sum = knownCovariance(row, other);
        for (let l = 0; l < groups.levels.length; l++) {
          if (groups.levels[l]![row] === groups.levels[l]![other]) sum += variances[l]!;
        }
        return sum;
      },
    },
    correction,
  );
}

export function residualsOf(
  estimates: Float64Array,
  { columns: p, data }: Matrix,
  coefficients: Float64Array,
): Float64Array {
  return estimates.map((estimate, i) => {
    let left = estimate;
    for (let j = 0; j < p; j++) left -= coefficients[j]! * data[i * p + j]!;
    return left;
  });
}
