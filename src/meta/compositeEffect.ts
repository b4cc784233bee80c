/** How effects of one unit are averaged. */
export const AVERAGES = ["simple", "weighted"] as const;
export type Average = (typeof AVERAGES)[number];

export interface Composite {
  readonly estimate: number;
  readonly samplingVariance: number;
}

/** Effects of one sample: their sampling errors go together. */
export interface SampleEffects {
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
}

/**
 * One effect out of several: errors correlate rho within a sample and not between samples. The simple mean has variance
 * 1'V1 / m^2; the weighted one is the best linear unbiased, with weights V^-1 1.
 * @param samples the effects of one unit, sample by sample
 * @param rho 0 to 1; below 1 for "weighted"
 * @see Borenstein et al. (2009), eq. 24.5, for the simple mean; Gleser & Olkin (2009) for the weighted one.
 * Reference: metafor::aggregate(struct = "CS", weighted = FALSE or TRUE)
 */
export function compositeEffect(samples: readonly SampleEffects[], average: Average, rho: number): Composite {
  return average === "simple" ? simpleMean(samples, rho) : weightedMean(samples, rho);
}

function simpleMean(samples: readonly SampleEffects[], rho: number): Composite {
  let m = 0;
  let sum = 0;
  let spread = 0;
  for (const { estimates, variances } of samples) {
    m += estimates.length;
    sum += total(estimates);
    spread += (1 - rho) * total(variances) + rho * total(variances.map(Math.sqrt)) ** 2;
  }
  return { estimate: sum / m, samplingVariance: spread / m ** 2 };
}

function weightedMean(samples: readonly SampleEffects[], rho: number): Composite {
  let information = 0;
  let moment = 0;
  for (const { estimates, variances } of samples) {
    const m = estimates.length;
    const roots = variances.map((variance) => 1 / Math.sqrt(variance));
    const joint = (rho / (1 + (m - 1) * rho)) * total(roots);
    // The inverse of a matrix with equal correlations, applied to a column of ones
    const weights = roots.map((root) => (root * (root - joint)) / (1 - rho));
    information += total(weights);
    moment += total(weights.map((weight, i) => weight * estimates[i]!));
  }
  return { estimate: moment / information, samplingVariance: 1 / information };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
