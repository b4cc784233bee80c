import type { EffectLayout } from "./effectLayout.ts";

/**
 * What every estimate of tau2 is made of, at one value of tau2. With w = 1 / (v + tau2) on the diagonal of W, X the
 * design and P = W - WX(X'WX)^-1 X'W. All fall, or stay, as tau2 grows.
 */
export interface ResidualSums {
  tau2: number;
  /** y'Py: the weighted sum of squared residuals. */
  Q: number;
  /** y'PPy: how fast Q falls. */
  squares: number;
  /** y'PPPy: half of how fast `squares` falls. */
  cubes: number;
  /** tr P. */
  trace: number;
  /** tr PP: how fast `trace` falls. */
  traceOfSquare: number;
  /** tr W and tr WW. */
  weight: number;
  squaredWeight: number;
}

/**
 * The sums for groups that each have their own mean (one group: a plain mean). Two passes, nothing of length k made.
 * @see Viechtbauer (2005), eqs. 9-13, with P written out for a design of group means
 */
export function residualSums(layout: EffectLayout, tau2: number): ResidualSums {
  const sums = { tau2, Q: 0, squares: 0, cubes: 0, trace: 0, traceOfSquare: 0, weight: 0, squaredWeight: 0 };
  for (let g = 0; g < layout.p; g++) addGroup(sums, layout, layout.starts[g]!, layout.starts[g + 1]!);
  return sums;
}

/** The first effect has the largest weight, so its deviation and 1 - its share are sums of the others: no cancelling. */
function addGroup(sums: ResidualSums, layout: EffectLayout, first: number, end: number): void {
  const { distances, weights } = layout;
  const { others, moment } = weigh(layout, first, end, sums.tau2);
  const w1 = weights[first]!;
  const total = w1 + others;
  const shift = moment / total;
  let Q = w1 * shift * shift;
  let squares = w1 * Q;
  let cubes = w1 * squares;
  let tilt = -w1 * w1 * shift;
  let power2 = 0;
  let power3 = 0;
  for (let i = first + 1; i < end; i++) {
    const w = weights[i]!;
    const residual = distances[i]! - shift;
    const pull = w * residual;
    const weighted = w * pull;
    const w2 = w * w;
    Q += pull * residual;
    squares += pull * pull;
    cubes += weighted * pull;
    tilt += weighted;
    power2 += w2;
    power3 += w2 * w;
  }
  sums.Q += Q;
  sums.squares += squares;
  sums.cubes += Math.max(0, cubes - (tilt / total) * tilt);
  sums.trace += others - power2 / total + w1 * (others / total);
  const share = w1 / total;
  sums.weight += total;
  sums.squaredWeight += w1 * w1 + power2;
  const pairs = 2 * share * share * power2 + (power2 / total) ** 2;
  sums.traceOfSquare += (share * others) ** 2 + (power2 - (2 * power3) / total) + pairs;
}

/** Fills in the weights of a group; gives the sum of all but the first, and their weighted distance from the first. */
function weigh({ distances, variances, weights }: EffectLayout, first: number, end: number, tau2: number) {
  let others = 0;
  let moment = 0;
  weights[first] = 1 / (variances[first]! + tau2);
  for (let i = first + 1; i < end; i++) {
    const w = 1 / (variances[i]! + tau2);
    weights[i] = w;
    others += w;
    moment += w * distances[i]!;
  }
  return { others, moment };
}

/** Mean and total weight of the first group, at one value of tau2. */
export function firstMean(layout: EffectLayout, tau2: number): { mean: number; totalWeight: number } {
  const { others, moment } = weigh(layout, 0, layout.starts[1]!, tau2);
  const totalWeight = layout.weights[0]! + others;
  return { mean: layout.references[0]! + moment / totalWeight, totalWeight };
}

/** Mean and total weight of every group, at one value of tau2. */
export function groupMeans(layout: EffectLayout, tau2: number): { mean: number; totalWeight: number }[] {
  return Array.from(layout.references, (reference, g) => {
    const first = layout.starts[g]!;
    const { others, moment } = weigh(layout, first, layout.starts[g + 1]!, tau2);
    const totalWeight = layout.weights[first]! + others;
    return { mean: reference + moment / totalWeight, totalWeight };
  });
}
