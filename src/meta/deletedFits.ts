import { type Effects, layOutOne, layoutArrays } from "./effectLayout.ts";
import { type FitSettings, fitMean, type MeanFit } from "./meanFit.ts";
import { residualSums } from "./residualSums.ts";

/** The fit without one effect, and the heterogeneity statistic that is left. */
export interface DeletedFit extends MeanFit {
  readonly Q: number;
}

/**
 * The fit without each effect in turn. A copy of the effects is kept and one of them changed per fit; the search for
 * tau2 starts at that of all effects.
 * @param effects at least two
 * @param all the fit to all of them
 */
export function deletedFits(effects: Effects, settings: FitSettings, all: MeanFit): DeletedFit[] {
  const { estimates, variances, weights } = effects;
  const rest = { estimates: estimates.slice(1), variances: variances.slice(1), weights: weights?.slice(1) };
  const arrays = layoutArrays(estimates.length - 1, 1, weights !== undefined);
  return Array.from(estimates, (_, i) => {
    if (i > 0) {
      rest.estimates[i - 1] = estimates[i - 1]!;
      rest.variances[i - 1] = variances[i - 1]!;
      if (rest.weights) rest.weights[i - 1] = weights![i - 1]!;
    }
    const layout = layOutOne(rest, estimates.length - 1, arrays);
    return { ...fitMean(layout, settings, all.tau2), Q: residualSums(layout, 0).Q };
  });
}

/** Variance of the distance between an effect and the mean of the others. */
export function deletedVariance({ scale, tau2, variance }: MeanFit, samplingVariance: number): number {
  return scale.factor * (samplingVariance + tau2 + variance);
}
