import type { EffectLayout } from "./effectLayout.ts";

/**
 * The weighted spread of effects around the means of their groups, with fixed weights a: Q = y'Ay with
 * A = diag(a) - aa' / sum(a) in every group.
 */
export interface QuadraticForm {
  readonly Q: number;
  /** tr A: how fast Q's expectation grows with tau2. */
  readonly trace: number;
  /** tr AV: Q's expectation without tau2. */
  readonly expected: number;
}

/** Q, tr A and tr AV. @param a weights above 0, by place in the layout */
export function quadraticForm(layout: EffectLayout, a: Float64Array): QuadraticForm {
  const sums = { Q: 0, trace: 0, expected: 0 };
  for (let g = 0; g < layout.p; g++) addGroup(sums, layout, a, layout.starts[g]!, layout.starts[g + 1]!);
  return sums;
}

function addGroup(
  sums: { Q: number; trace: number; expected: number },
  { distances, variances }: EffectLayout,
  a: Float64Array,
  first: number,
  end: number,
): void {
  const { largest, rest, total } = heaviest(a, first, end);
  let moment = 0;
  for (let i = first; i < end; i++) moment += a[i]! * distances[i]!;
  const shift = moment / total;
  for (let i = first; i < end; i++) {
    const share = a[i]! * ((i === largest ? rest : total - a[i]!) / total);
    sums.trace += share;
    sums.expected += share * variances[i]!;
    sums.Q += a[i]! * (distances[i]! - shift) ** 2;
  }
}

/** The largest weight of a group and the sum of all others, so that 1 - its share does not cancel. */
function heaviest(a: Float64Array, first: number, end: number) {
  let largest = first;
  for (let i = first + 1; i < end; i++) if (a[i]! > a[largest]!) largest = i;
  let rest = 0;
  for (let i = first; i < end; i++) if (i !== largest) rest += a[i]!;
  return { largest, rest, total: rest + a[largest]! };
}

/** Variance of Q when the effects have variances v + tau2 and the normal distribution: 2 tr ASAS. */
export function quadraticFormVariance(layout: EffectLayout, a: Float64Array, tau2: number): number {
  let trace = 0;
  for (let g = 0; g < layout.p; g++) trace += groupVariance(layout, a, tau2, g);
  return 2 * trace;
}

function groupVariance({ variances, starts }: EffectLayout, a: Float64Array, tau2: number, g: number): number {
  const [first, end] = [starts[g]!, starts[g + 1]!];
  const { largest, rest, total } = heaviest(a, first, end);
  let own = 0;
  let others = 0;
  let squares = 0;
  for (let i = first; i < end; i++) {
    const spread = variances[i]! + tau2;
    own += (a[i]! * ((i === largest ? rest : total - a[i]!) / total) * spread) ** 2;
    const moment = a[i]! * (a[i]! / total) * spread;
    if (i === largest) continue;
    others += moment;
    squares += moment * moment;
  }
  const top = a[largest]! * (a[largest]! / total) * (variances[largest]! + tau2);
  return own + 2 * top * others + (others * others - squares);
}
