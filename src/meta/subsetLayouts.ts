import { type EffectLayout, type Effects, type LayoutArrays, layOutOne, layoutArrays } from "./effectLayout.ts";

/**
 * Lays out one subset of effects after another without making arrays anew: a layout holds until the next of its size.
 * @returns takes 1 per effect that is in and 0 per effect that is not
 */
export function subsetLayouts({ estimates, variances, weights }: Effects): (members: Uint8Array) => EffectLayout {
  const k = estimates.length;
  const bySize: (LayoutArrays | undefined)[] = [];
  const some = {
    estimates: new Float64Array(k),
    variances: new Float64Array(k),
    weights: weights && new Float64Array(k),
  };
  return (members) => {
    let size = 0;
    for (let i = 0; i < k; i++) {
      if (members[i] === 0) continue;
      some.estimates[size] = estimates[i]!;
      some.variances[size] = variances[i]!;
      if (weights) some.weights![size] = weights[i]!;
      size++;
    }
    const arrays = bySize[size] ?? layoutArrays(size, 1, weights !== undefined);
    bySize[size] = arrays;
    return layOutOne(some, size, arrays);
  };
}
