import { fUpper } from "../numeric/fDistribution.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { type EqualityTest, equalityTest } from "./equalityTest.ts";
import { type VarianceScale, varianceScale } from "./meanInference.ts";
import type { PoolingSettings } from "./pooledEffects.ts";
import { groupMeans, residualSums } from "./residualSums.ts";
import { tauSquaredEstimator } from "./tauSquared.ts";

/** Groups with a mean each and one tau2 for all: the meta-regression on a factor. */
export interface CommonFit {
  readonly tau2: number;
  readonly standardErrorTau2: number | null;
  readonly residualDf: number;
  readonly scale: VarianceScale;
  readonly means: readonly { readonly mean: number; readonly totalWeight: number }[];
}

/** Fits the group means with one tau2; null when every group has one effect, so that nothing is left to estimate it. */
export function commonFit(layout: EffectLayout, { method, test }: PoolingSettings): CommonFit | null {
  const residualDf = layout.k - layout.p;
  if (residualDf < 1) return null;
  const estimator = tauSquaredEstimator(method);
  const { tau2 } = estimator.estimate(layout);
  const standardErrorTau2 = estimator.standardError(layout, tau2);
  const scale = varianceScale(residualSums(layout, tau2).Q, residualDf, test);
  return { tau2, standardErrorTau2, residualDf, scale, means: groupMeans(layout, tau2) };
}

/** The F test that the group means are equal, scaled by the spread within groups. */
export interface ScaledTest {
  readonly F: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly pF: number | null;
}

/**
 * Tests that the means of groups with a common tau2 are equal: chi-square, and Knapp and Hartung's F, whose scale is
 * at least 1 in "adHoc". null for one group.
 * @see Knapp & Hartung (2003). Reference: rma(yi, vi, mods = ~ factor), QM with test = "z" and test = "knha"
 */
export function commonTest(fit: CommonFit, settings: PoolingSettings): (EqualityTest & ScaledTest) | null {
  const chiSquare = equalityTest(fit.means.map(({ mean, totalWeight }) => ({ mean, variance: 1 / totalWeight })));
  if (!chiSquare) return null;
  const scale2 = fit.scale.scale2 ?? 0;
  const factor = settings.test === "adHoc" ? Math.max(1, scale2) : scale2;
  if (factor === 0) return { ...chiSquare, F: null, df1: null, df2: null, pF: null };
  const F = chiSquare.statistic / chiSquare.df / factor;
  return { ...chiSquare, F, df1: chiSquare.df, df2: fit.residualDf, pF: fUpper(F, chiSquare.df, fit.residualDf) };
}
