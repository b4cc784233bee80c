import { chiSquareUpperQuantile } from "../numeric/chiSquare.ts";
import { bracketedRoot } from "../numeric/roots.ts";
import type { EffectLayout } from "./effectLayout.ts";
import { type Likelihood, maximaOf } from "./maximumLikelihood.ts";

const MOST_DOUBLINGS = 1000;

/**
 * All tau2 whose log-likelihood is at most half a chi-square quantile below the highest, from the smallest to the
 * largest of them.
 * @see Hardy & Thompson (1996). Reference: metafor::confint(type = "PL")
 */
export function profileInterval(
  { height, slope, upper }: Likelihood,
  layout: EffectLayout,
  confidenceLevel: number,
): [number, number] {
  const maxima = maximaOf({ height, slope, upper }, layout);
  const heights = maxima.map((tau2) => height(layout, tau2));
  const bar = Math.max(...heights) - chiSquareUpperQuantile(1 - confidenceLevel, 1) / 2;
  const excess = (tau2: number) => height(layout, tau2) - bar;
  const above = maxima.filter((_, i) => heights[i]! >= bar);
  const [first, last] = [above[0]!, above.at(-1)!];
  const before = maxima[maxima.indexOf(first) - 1] ?? 0;
  const after = maxima[maxima.indexOf(last) + 1];
  const lower = excess(0) >= 0 ? 0 : bracketedRoot(excess, before, first).x;
  return [lower, bracketedRoot(excess, last, after ?? farEnough(excess, last, layout)).x];
}

function farEnough(excess: (tau2: number) => number, from: number, { smallestVariance }: EffectLayout): number {
  let far = 2 * from + smallestVariance;
  for (let i = 0; i < MOST_DOUBLINGS && excess(far) > 0; i++) far *= 2;
  return far;
}
