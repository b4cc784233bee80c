import { finiteOrNull } from "../foundation/result.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { nestedClusterRobust } from "../numeric/nestedClusterRobust.ts";
import { type NestedModel, type NestedRows, nestedEstimates } from "../numeric/nestedIntercepts.ts";
import { nestedProfileIntervals } from "../numeric/nestedProfile.ts";
import { nestedSatterthwaite, ownContrasts } from "../numeric/nestedSatterthwaite.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";
import type { NestedGroups } from "./mixedDesign.ts";

interface Settings {
  readonly varianceIntervals: "profile" | "none";
  readonly confidenceLevel: number;
}

export type MixedEstimates = ReturnType<typeof mixedEstimates>;

/** What mixedModel reports of a fitted model: coefficients with both tests, variances, and how well it fits. */
export function mixedEstimates(model: NestedModel, design: NestedRows, nested: NestedGroups, settings: Settings) {
  const { coefficients, covariance, residualVariance, logLikelihood, rows } = nestedEstimates(model);
  const contrasts = ownContrasts(model);
  const degrees = nestedSatterthwaite(model, contrasts);
  const robust = nestedClusterRobust(model, design, contrasts);
  const p = coefficients.length;
  const parameters = p + model.ratios.length + 1;
  const variances = varianceRows(model, nested, settings);
  const explained = univariate(fittedValues(model, design)).sumSquares / (rows - 1);
  const random = variances.reduce((sum, { variance }) => sum + variance, 0);
  return {
    coefficients: coefficients.map((estimate, k) => ({
      estimate,
      ...testOf(estimate, Math.sqrt(covariance.data[k * p + k]!), degrees[k]!, settings.confidenceLevel),
      robust: testOf(estimate, robust.standardErrors[k]!, robust.degreesOfFreedom[k]!, settings.confidenceLevel),
    })),
    variances,
    fit: {
      marginalR2: explained / (explained + random),
      conditionalR2: (explained + random - residualVariance) / (explained + random),
      logLikelihood,
      parameters,
      aic: 2 * parameters - 2 * logLikelihood,
      bic: parameters * Math.log(rows) - 2 * logLikelihood,
    },
    converged: model.converged,
    clusters: nested.counts.at(-1)!,
  };
}

function testOf(estimate: number, standardError: number, df: number, level: number) {
  const usable = standardError > 0 && df > 0;
  const statistic = estimate / standardError;
  const reach = usable ? studentTUpperQuantile((1 - level) / 2, df) * standardError : Number.NaN;
  return {
    standardError: usable ? standardError : null,
    df: usable ? finiteOrNull(df) : null,
    statistic: usable ? statistic : null,
    pValue: usable ? finiteOrNull(2 * studentTUpper(Math.abs(statistic), df)) : null,
    lower: finiteOrNull(estimate - reach),
    upper: finiteOrNull(estimate + reach),
  };
}

/** The part of the outcome that the predictors account for, from its mean. */
function fittedValues({ sums, point }: NestedModel, { x }: NestedRows): Float64Array {
  return Float64Array.from({ length: sums.rows }, (_, i) =>
    x.reduce((sum, column, k) => sum + point.coefficients[k + 1]! * (column[i]! - sums.means[k]!), 0),
  );
}

/** From the outermost level inwards; a row shares with another of its group what that group and those around it share. */
function varianceRows(model: NestedModel, { names, counts }: NestedGroups, settings: Settings) {
  const asked = settings.varianceIntervals === "profile" && model.converged;
  const intervals = asked ? nestedProfileIntervals(model, settings.confidenceLevel) : null;
  const all = [...model.ratios, 1].map((ratio) => ratio * model.point.residualVariance);
  const total = all.reduce((sum, value) => sum + value, 0);
  const order = [...names.keys()].reverse();
  const around = (l: number) => all.slice(l, names.length).reduce((sum, value) => sum + value, 0);
  return [...order, names.length].map((l) => ({
    level: names[l] ?? "residual",
    groups: counts[l] ?? null,
    variance: all[l]!,
    standardDeviation: Math.sqrt(all[l]!),
    lower: finiteOrNull(intervals?.[l]?.lower ?? Number.NaN),
    upper: finiteOrNull(intervals?.[l]?.upper ?? Number.NaN),
    ...boundaryTest(intervals?.[l]?.riseAtZero ?? Number.NaN),
    share: all[l]! / total,
    icc: l < names.length ? around(l) / total : null,
  }));
}

/** Likelihood ratio test of a variance of 0: half the time the statistic is 0, so p is half that of chi-square. */
function boundaryTest(statistic: number) {
  const pValue = statistic > 0 ? chiSquareUpper(statistic, 1) / 2 : 1;
  return Number.isFinite(statistic) ? { statistic, pValue } : { statistic: null, pValue: null };
}
