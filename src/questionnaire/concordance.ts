import { correlationFrom, momentsOf } from "../numeric/moments.ts";
import { roundMean } from "../numeric/roundMean.ts";

export interface Concordance {
  /** Lin's concordance correlation. */
  readonly estimate: number;
  readonly correlation: number;
  /** C_b, the estimate over the correlation: 1 when the best line is that of identity. */
  readonly biasCorrection: number;
  /** Standard deviation of the first over that of the second. */
  readonly scaleShift: number;
  /** Difference of the means over the geometric mean of the two standard deviations. */
  readonly locationShift: number;
  /** Of the estimate, and of its Fisher z. */
  readonly standardError: number;
  readonly zStandardError: number;
  readonly means: readonly [number, number];
  /** Variances with denominator n, as Lin has them. */
  readonly variances: readonly [number, number];
}

/**
 * Concordance of two columns with its parts and large-sample standard errors.
 * @param first numbers without missing values
 * @param second as many
 * @returns NaN where a column does not vary (the estimate is 0 there when the other does)
 * @see Lin (1989), eqs. 2 and 6, with the variance as corrected in Lin (2000). Reference: epiR::epi.ccc
 * @example concordance(Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 3, 4, 5)).estimate // 0.714285714285714
 */
export function concordance(first: Float64Array, second: Float64Array): Concordance {
  const origin = roundMean(first, 0, first.length);
  const { n, means, sumProducts } = momentsOf([first, second].map((column) => column.map((value) => value - origin)));
  const [[xx], [xy, yy]] = sumProducts as [[number], [number, number]];
  const [vx, vy, cxy] = [xx / n, yy / n, xy / n];
  const [mx, my] = means as [number, number];
  const estimate = (2 * cxy) / (vx + vy + (mx - my) ** 2);
  const r = correlationFrom(xy, xx, yy);
  const location = (mx - my) / Math.sqrt(Math.sqrt(vx) * Math.sqrt(vy));
  const variance = varianceOf(estimate, r, location, n);
  return {
    estimate,
    correlation: r,
    biasCorrection: biasCorrection(vx, vy, mx - my),
    scaleShift: Math.sqrt(vx / vy),
    locationShift: location,
    standardError: Math.sqrt(variance),
    zStandardError: Math.sqrt(variance) / (1 - estimate ** 2),
    means: [mx + origin, my + origin],
    variances: [vx, vy],
  };
}

/** 2 / (v + 1/v + u^2), which exists also where the correlation is 0. */
function biasCorrection(vx: number, vy: number, difference: number): number {
  return (2 * Math.sqrt(vx) * Math.sqrt(vy)) / (vx + vy + difference ** 2);
}

function varianceOf(estimate: number, r: number, location: number, n: number): number {
  if (estimate === 1 || estimate === -1) return 0;
  const [c, u2] = [estimate, location ** 2];
  const factor = c / r;
  const terms =
    (1 - r ** 2) * factor ** 2 * (1 - c ** 2) +
    2 * factor * c ** 2 * (1 - c) * u2 -
    (factor ** 2 * c ** 2 * u2 ** 2) / 2;
  return Math.max(0, terms) / (n - 2);
}
