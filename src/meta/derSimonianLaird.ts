import type { EffectLayout } from "./effectLayout.ts";
import { residualSums } from "./residualSums.ts";
import type { TauSquared } from "./tauSquared.ts";

/**
 * tau2 by the method of moments: what Q has above its degrees of freedom, over tr P; not below 0.
 * @see DerSimonian & Laird (1986); Raudenbush (2009), eq. 16.46, for its standard error. Reference: rma(method = "DL")
 */
export function derSimonianLaird(layout: EffectLayout): TauSquared {
  const { Q, trace, traceOfSquare } = residualSums(layout, 0);
  const df = layout.k - layout.p;
  const tau2 = Math.max(0, (Q - df) / trace);
  const variance = (2 * df + 4 * tau2 * trace + 2 * tau2 ** 2 * traceOfSquare) / trace ** 2;
  return { tau2, standardError: Math.sqrt(variance), logLikelihood: null, maxima: 1 };
}
