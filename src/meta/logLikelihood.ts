import type { EffectLayout } from "./effectLayout.ts";
import { groupMeans, residualSums } from "./residualSums.ts";

const LOG_TWO_PI = Math.log(2 * Math.PI);

/**
 * Log-likelihood of the normal model at tau2, constants included.
 * @see Viechtbauer (2005), eq. 8. Reference: metafor::logLik(rma(method = "ML" or "FE"))
 */
export function logLikelihood(layout: EffectLayout, tau2: number): number {
  const { Q } = residualSums(layout, tau2);
  return -0.5 * (layout.k * LOG_TWO_PI + logVariances(layout, tau2) + Q);
}

/**
 * Restricted log-likelihood at tau2, constants included, with the log determinant of X'X.
 * @see Viechtbauer (2005), eq. 12; Harville (1977). Reference: metafor::logLik(rma(method = "REML"))
 */
export function restrictedLogLikelihood(layout: EffectLayout, tau2: number): number {
  const { k, p, starts } = layout;
  const { Q } = residualSums(layout, tau2);
  let determinants = 0;
  groupMeans(layout, tau2).forEach(({ totalWeight }, g) => {
    determinants += Math.log(totalWeight / (starts[g + 1]! - starts[g]!));
  });
  return -0.5 * ((k - p) * LOG_TWO_PI + logVariances(layout, tau2) + determinants + Q);
}

/** Factors are multiplied as long as they stay well inside the range of doubles: a logarithm costs many products. */
const SMALLEST_PRODUCT = 1e-140;
const LARGEST_PRODUCT = 1e140;

function logVariances({ variances, k }: EffectLayout, tau2: number): number {
  let sum = 0;
  let product = 1;
  for (let i = 0; i < k; i++) {
    product *= variances[i]! + tau2;
    if (product > SMALLEST_PRODUCT && product < LARGEST_PRODUCT) continue;
    sum += Math.log(product);
    product = 1;
  }
  return sum + Math.log(product);
}
