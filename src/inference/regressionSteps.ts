import { meant } from "../foundation/closest.ts";
import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import { finiteOrNull } from "../foundation/result.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { type LeastSquares, leastSquares } from "../numeric/leastSquares.ts";
import { fromColumns } from "../numeric/matrices.ts";
import { univariate } from "../numeric/univariate.ts";
import type { FixedColumns } from "./mixedDesign.ts";
import type { Fitted } from "./robustCovariance.ts";

/** The predictors of every step; those that no step names enter last. */
export function stepsOf(steps: readonly string[][], predictors: readonly string[]): string[][] {
  const named = steps.flat();
  const problems = named.flatMap((name, i): Problem[] => {
    if (!predictors.includes(name))
      return [
        {
          code: "data/unknown-column",
          values: { known: predictors.join(", "), ...meant(name, predictors) },
          location: { column: name },
        },
      ];
    return named.indexOf(name) < i ? [{ code: "option/twice", values: { option: "steps", value: name } }] : [];
  });
  refuseAll(problems);
  const rest = predictors.filter((name) => !named.includes(name));
  return [...steps, ...(rest.length > 0 ? [rest] : [])];
}

/**
 * Least squares with an intercept.
 * @throws model/dependent with the predictors that follow from those before them
 */
export function fitOf(y: Float64Array, { names, columns }: Pick<FixedColumns, "names" | "columns">): Fitted {
  const x = fromColumns([new Float64Array(y.length).fill(1), ...columns]);
  const fit = leastSquares(x, y);
  if (fit.dropped.length > 0)
    refuse("model/dependent", { names: fit.dropped.map((j) => names[j - 1] ?? "intercept").join(", ") });
  return { x, fit };
}

/** R2 and what is left of it when chance is taken out. */
export function shareOf({ residualSumSquares, residualDf }: LeastSquares, total: number, n: number) {
  const rest = residualSumSquares / total;
  return { R2: 1 - rest, adjustedR2: finiteOrNull(1 - (rest * (n - 1)) / residualDf) };
}

/** An F test; null where it does not exist. */
export function testOf(F: number, df: number, dfError: number) {
  const usable = Number.isFinite(F) && dfError > 0;
  return { statistic: usable ? F : null, df, dfError, pValue: usable ? fUpper(F, df, dfError) : null };
}

/** Each step against the one before it, the first against the mean. */
export function stepRows(y: Float64Array, fixed: FixedColumns, plan: readonly (readonly string[])[]) {
  const total = univariate(y).sumSquares;
  const belongs = (name: string, predictor: string) => name === predictor || (predictor in fixed.references && name.startsWith(`${predictor}: `)); // biome-ignore format: one line
  let before = { squares: total, count: 0 };
  return plan.map((predictors, s) => {
    const entered = plan.slice(0, s + 1).flat();
    const kept = fixed.names.flatMap((name, j) => (entered.some((predictor) => belongs(name, predictor)) ? [j] : []));
    const own = { names: kept.map((j) => fixed.names[j]!), columns: kept.map((j) => fixed.columns[j]!) };
    const { fit } = fitOf(y, own);
    const [df, dfError] = [kept.length - before.count, fit.residualDf];
    const change = (before.squares - fit.residualSumSquares) / total;
    const rest = fit.residualSumSquares / total;
    const tested = testOf(((change / df) * dfError) / rest, df, dfError);
    before = { squares: fit.residualSumSquares, count: kept.length };
    return {
      predictors: [...predictors],
      ...shareOf(fit, total, y.length),
      change,
      ...tested,
      f2: finiteOrNull(change / rest),
    };
  });
}
