/** For which measure's unreliability a correlation is corrected. */
export type AttenuationSides = "none" | "x" | "y" | "both";

/** A correlation and how precise it is. */
export interface Effect {
  readonly r: number;
  readonly n: number;
  /** Of Fisher's z. */
  readonly samplingVariance: number;
}

/** An effect with the n of independent rows that would be as precise, and its variance over that of n such rows. */
export function precision(effect: Effect) {
  const { n, samplingVariance } = effect;
  return { ...effect, effectiveN: 3 + 1 / samplingVariance, designEffect: samplingVariance * (n - 3) };
}

interface Reliable extends Effect {
  readonly reliabilityX: number | null;
  readonly reliabilityY: number | null;
}

const UNCORRECTED = {
  correctedR: null,
  correctedVariance: null,
  correctedEstimate: null,
  correctedSamplingVariance: null,
} as const;

/**
 * A correlation corrected for attenuation, with reliabilities taken as known: r / root(reliability) and its variance
 * v_r / reliability, v_r = v_z (1 - r^2)^2; on the scale of Fisher's z by the delta method.
 * @returns null where a reliability is missing; on the scale of z also where the corrected r is 1 or beyond
 * @see Spearman (1904); Schmidt & Hunter (2015), ch. 3
 * @example correctedEffect({ r: 0.3, n: 103, samplingVariance: 0.01, reliabilityX: 0.81, reliabilityY: null }, "x").correctedR // 0.333333333333333
 */
export function correctedEffect(effect: Reliable, sides: AttenuationSides) {
  const x = sides === "x" || sides === "both" ? effect.reliabilityX : 1;
  const y = sides === "y" || sides === "both" ? effect.reliabilityY : 1;
  if (sides === "none" || x === null || y === null) return UNCORRECTED;
  const reliability = x * y;
  const correctedR = effect.r / Math.sqrt(reliability);
  const correctedVariance = (effect.samplingVariance * (1 - effect.r ** 2) ** 2) / reliability;
  const possible = Math.abs(correctedR) < 1;
  return {
    correctedR,
    correctedVariance,
    correctedEstimate: possible ? Math.atanh(correctedR) : null,
    correctedSamplingVariance: possible ? correctedVariance / (1 - correctedR ** 2) ** 2 : null,
  };
}
