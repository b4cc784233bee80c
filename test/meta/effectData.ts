import fc from "fast-check";

/** Effects as a caller gives them. */
export interface EffectData {
  readonly estimate: number[];
  readonly samplingVariance: number[];
}

const oneEffect = fc.tuple(fc.integer({ min: -1500, max: 1500 }), fc.integer({ min: -400, max: 0 }));

/** Three to fifteen different effects, with variances over four powers of ten. */
export const effectData: fc.Arbitrary<EffectData> = fc
  .uniqueArray(oneEffect, { minLength: 3, maxLength: 15, selector: ([y]) => y })
  .map((effects) => ({
    estimate: effects.map(([y]) => y / 1000),
    samplingVariance: effects.map(([, power]) => 10 ** (power / 100)),
  }));

/** Q with weights 1 / (v + tau2), written down plainly. */
export function weightedSquares({ estimate, samplingVariance }: EffectData, tau2: number): number {
  const weights = samplingVariance.map((v) => 1 / (v + tau2));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const mean = estimate.reduce((sum, y, i) => sum + weights[i]! * y, 0) / total;
  return estimate.reduce((sum, y, i) => sum + weights[i]! * (y - mean) ** 2, 0);
}

/** The restricted log-likelihood without its constants, written down plainly. */
export function plainRestrictedLikelihood(data: EffectData, tau2: number): number {
  const variances = data.samplingVariance.map((v) => v + tau2);
  const logs = variances.reduce((sum, v) => sum + Math.log(v), 0);
  const total = variances.reduce((sum, v) => sum + 1 / v, 0);
  return -(logs + Math.log(total) + weightedSquares(data, tau2)) / 2;
}
