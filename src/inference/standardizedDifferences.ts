import { pooledStandardDeviation, smallSampleFactor } from "../effects/standardizedMeanDifference.ts";
import { finiteOrNull } from "../foundation/result.ts";
import { noncentralTParameter } from "../numeric/noncentralT.ts";
import { normalLower } from "../numeric/normal.ts";
import type { GroupMean } from "./meanDifference.ts";

const NOTHING = {
  ...{ d: null, dLower: null, dUpper: null, g: null, gLower: null, gUpper: null },
  ...{ glassDelta: null, unpooledD: null, commonLanguage: null },
};

/**
 * The difference of two means in standard deviations: pooled (d and, without its bias, g), of the second group (Glass'
 * delta), the root of the mean variance (unpooledD), and as the chance that one of the first group is higher.
 * @returns limits of d and g from the noncentral t distribution of equal variances; nulls where a group has no spread
 * @see Hedges (1981); Cumming & Finch (2001); McGraw & Wong (1992). Reference: effectsize::cohens_d
 * @example standardizedDifferences([{ n: 10, mean: 6, standardDeviation: 2 }, { n: 10, mean: 5, standardDeviation: 2 }], 0.95).d // 0.5
 */
export function standardizedDifferences(groups: readonly GroupMean[], level: number) {
  const [one, other] = groups as readonly [GroupMean, GroupMean];
  const [sd1, sd2] = [one.standardDeviation, other.standardDeviation];
  if (sd1 === null || sd2 === null || !(sd1 + sd2 > 0)) return NOTHING;
  const [n1, n2] = [one.n, other.n];
  const difference = one.mean! - other.mean!;
  const df = n1 + n2 - 2;
  const d = difference / pooledStandardDeviation({ sd1, n1, sd2, n2 });
  const unit = Math.sqrt(1 / n1 + 1 / n2);
  const limit = (p: number) => noncentralTParameter(d / unit, df, p) * unit;
  const [dLower, dUpper] = [limit((1 + level) / 2), limit((1 - level) / 2)];
  const factor = smallSampleFactor(df);
  const meanVariance = (sd1 ** 2 + sd2 ** 2) / 2;
  return {
    d,
    dLower: finiteOrNull(dLower),
    dUpper: finiteOrNull(dUpper),
    g: factor * d,
    gLower: finiteOrNull(factor * dLower),
    gUpper: finiteOrNull(factor * dUpper),
    glassDelta: sd2 > 0 ? difference / sd2 : null,
    unpooledD: difference / Math.sqrt(meanVariance),
    commonLanguage: normalLower(difference / Math.sqrt(2 * meanVariance)),
  };
}
