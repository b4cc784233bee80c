import { chiSquareUpper } from "../numeric/chiSquare.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { residualSums } from "./residualSums.ts";
import { type IntervalInput, TAU_SQUARED_INTERVALS, type TauSquaredInterval } from "./tauSquaredIntervals.ts";

/** How much effects differ beyond chance. */
export interface Heterogeneity {
  readonly I2: number | null;
  readonly H2: number | null;
  readonly Q: number;
  readonly dfQ: number;
  readonly pQ: number | null;
}

/** Limits of tau2 and of what follows from it; null where there is no tau2. */
export interface HeterogeneityLimits {
  readonly tau2Lower: number | null;
  readonly tau2Upper: number | null;
  readonly I2Lower: number | null;
  readonly I2Upper: number | null;
  readonly H2Lower: number | null;
  readonly H2Upper: number | null;
}

/**
 * Q, I2 and H2. With a tau2, I2 is its share in tau2 + typical sampling variance and H2 = 1 + tau2 / typical; in the
 * fixed model (null) I2 = (Q - df) / Q, not below 0, and H2 = Q / df.
 * @see Higgins & Thompson (2002), eq. 9 for the typical variance. Reference: metafor::rma
 */
export function heterogeneityOf(layout: EffectLayout, tau2: number | null): Heterogeneity {
  const dfQ = layout.k - layout.p;
  if (dfQ < 1) return { I2: null, H2: null, Q: 0, dfQ, pQ: null };
  const { I2, H2, Q } = heterogeneityShares(layout, tau2);
  return { I2, H2, Q, dfQ, pQ: chiSquareUpper(Q, dfQ) };
}

/** The same without the test, of at least two effects. */
export function heterogeneityShares(layout: EffectLayout, tau2: number | null) {
  const { Q, trace } = residualSums(layout, 0);
  const df = layout.k - layout.p;
  if (tau2 === null) return { I2: Q > df ? (Q - df) / Q : 0, H2: Q / df, Q };
  const typicalVariance = df / trace;
  return { I2: tau2 / (tau2 + typicalVariance), H2: 1 + tau2 / typicalVariance, Q };
}

/** The monotone maps from tau2 to I2 and H2. */
function shares(tau2: number, typicalVariance: number) {
  return { I2: tau2 / (tau2 + typicalVariance), H2: 1 + tau2 / typicalVariance };
}

/** Limits of tau2 by one of the rules, and those of I2 and H2 that go with them. */
export function heterogeneityLimits(
  layout: EffectLayout,
  rule: TauSquaredInterval,
  input: IntervalInput,
): HeterogeneityLimits {
  const limits = TAU_SQUARED_INTERVALS[rule]?.(layout, input);
  if (!limits) return NO_LIMITS;
  const [tau2Lower, tau2Upper] = limits;
  const typicalVariance = (layout.k - layout.p) / residualSums(layout, 0).trace;
  const [lower, upper] = [shares(tau2Lower, typicalVariance), shares(tau2Upper, typicalVariance)];
  return { tau2Lower, tau2Upper, I2Lower: lower.I2, I2Upper: upper.I2, H2Lower: lower.H2, H2Upper: upper.H2 };
}

/** Where there is no tau2 there are no limits. */
export const NO_LIMITS: HeterogeneityLimits = {
  ...{ tau2Lower: null, tau2Upper: null, I2Lower: null, I2Upper: null, H2Lower: null, H2Upper: null },
};
