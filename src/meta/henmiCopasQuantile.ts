import { integrate } from "../numeric/adaptiveIntegral.ts";
import { gammaLower } from "../numeric/gammaDistribution.ts";
import { normalDensity } from "../numeric/normal.ts";
import { bracketedRoot } from "../numeric/roots.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { residualSums } from "./residualSums.ts";

/** Beyond this many standard deviations nothing is left of a normal distribution. */
const FAR = 10;
const ACCURACY = { relative: 1e-13, absolute: 1e-17 };

/** The first two moments of Q at tau2, given how far the fixed-effect mean is off, in standard errors r. */
interface Moments {
  readonly meanAtZero: number;
  readonly meanPerSquare: number;
  readonly varianceAtZero: number;
  readonly variancePerSquare: number;
  /** tr P for weights 1 / v. */
  readonly trace: number;
  readonly df: number;
  /** Variance of the fixed-effect mean at tau2 over that at 0, less 1, per unit of tau2. */
  readonly slope: number;
}

/**
 * The quantile t with which the fixed-effect mean plus and minus t standard errors covers: P(|U| > t) is 1 - level, U
 * being the error of the mean over its standard error at DerSimonian and Laird's tau2. That tau2 depends on the error
 * through Q, which is taken to have a gamma distribution with its own mean and variance at each error.
 * @param tau2 DerSimonian and Laird's estimate, taken as the true value
 * @returns the quantile, and the variance of the mean over 1 / (sum of the weights)
 * @see Henmi & Copas (2010), section 3
 */
export function henmiCopasQuantile(layout: EffectLayout, tau2: number, confidenceLevel: number) {
  const moments = momentsOf(layout, tau2);
  const inflation = 1 + tau2 * moments.slope;
  const outside = (t: number) => 2 * chanceOutside(t, inflation, moments) - (1 - confidenceLevel);
  let high = 2;
  while (outside(high) > 0) high *= 2;
  return { quantile: bracketedRoot(outside, 0, high, { tolerance: 1e-15 }).x, inflation };
}

/** P(U > t): the mean is far off, and Q so small that the standard error does not make up for it. */
function chanceOutside(t: number, inflation: number, moments: Moments): number {
  const { meanAtZero, meanPerSquare, varianceAtZero, variancePerSquare, trace, df, slope } = moments;
  const integrand = (r: number) => {
    const limit = df + (trace * ((r / t) ** 2 * inflation - 1)) / slope;
    const mean = meanAtZero + meanPerSquare * r * r;
    const scale = (varianceAtZero + variancePerSquare * r * r) / mean;
    return gammaLower(limit, mean / scale, scale) * normalDensity(r);
  };
  const from = t / Math.sqrt(inflation);
  return from > FAR ? 0 : integrate(integrand, from, FAR + from, ACCURACY);
}

/**
 * With W the weights 1 / v, c = W1 / tr W, P = W - W11'W / tr W and S = V + tau2: given c'(y - mean) = r sqrt(c'Sc), y has
 * the covariance C = S - Scc'S / c'Sc, and Q = y'Py the mean tr PC + r^2 c'SPSc / c'Sc and the variance
 * 2 tr PCPC + 4 r^2 c'SPCPSc / c'Sc. PVP is P, and PSc is tau2 PW1 / tr W: all are sums over the weights.
 */
function momentsOf(layout: EffectLayout, tau2: number): Moments {
  const { trace, traceOfSquare, weight, squaredWeight } = residualSums(layout, 0);
  const slope = squaredWeight / weight;
  const df = layout.k - 1;
  let spread = 0;
  let weightedSpread = 0;
  for (const v of layout.variances) {
    const part = (1 / v - slope) ** 2 / v;
    spread += part;
    weightedSpread += part / v;
  }
  const share = tau2 ** 2 / weight / (1 + tau2 * slope);
  const mean = share * spread;
  const both = share * (spread + tau2 * weightedSpread);
  return {
    meanAtZero: df + tau2 * trace - mean,
    meanPerSquare: mean,
    varianceAtZero: 2 * (df + 2 * tau2 * trace + tau2 ** 2 * traceOfSquare - 2 * both + mean ** 2),
    variancePerSquare: 4 * (both - mean ** 2),
    ...{ trace, df, slope },
  };
}
