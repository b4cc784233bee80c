import { monotoneRoot } from "./monotoneRoot.ts";
import { LARGEST_MEAN } from "./poissonMixture.ts";

/**
 * The noncentrality at which a share p lies below an observed value, found on the scale of its square root.
 * @param logTail the logarithm of the lower tail when p is at most one half, otherwise of the upper tail
 * @param start a first guess of the noncentrality
 */
export function noncentralityOf(logTail: (ncp: number) => number, p: number, start: number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  const upper = p > 0.5;
  const target = Math.log(upper ? 1 - p : p);
  const gap = (root: number) => (upper ? logTail(root * root) - target : target - logTail(root * root));
  const highest = Math.sqrt(2 * LARGEST_MEAN);
  const root = monotoneRoot(gap, { start: Math.sqrt(Math.max(start, 0)), step: 0.5, lowest: 0, highest });
  return root < highest ? root * root : Number.NaN;
}
