import type { EffectLayout } from "./effectLayout.ts";
import { residualSums } from "./residualSums.ts";

const MOST_STEPS = 200;

/**
 * The tau2 at which the heterogeneity statistic Q has come down to a value.
 * Newton's method on 1 / Q, which is increasing and concave in tau2: from 0 it approaches from one side and cannot fail.
 * @param target above 0
 * @returns tau2; null when Q is below the target already at 0
 * @see Viechtbauer (2007), Confidence intervals for the amount of heterogeneity. Reference: metafor::confint
 */
export function tauSquaredAtQ(layout: EffectLayout, target: number): number | null {
  let tau2 = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { Q, squares } = residualSums(layout, tau2);
    if (!(Q >= target)) return step === 0 ? null : tau2;
    const next = tau2 + ((Q - target) / target) * (Q / squares);
    if (!(next - tau2 > Number.EPSILON * next)) return next;
    tau2 = next;
  }
  return tau2;
}
