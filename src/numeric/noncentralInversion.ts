import { monotoneRoot } from "./monotoneRoot.ts";

/** Log of the smallest and the largest double. */
const LOWEST = -744.4;
const HIGHEST = 709.78;

/**
 * The x above 0 at which the logarithm of a tail is log p, found on the scale of log x.
 * @param p the tail wanted, 0 to about one half
 * @param start a first guess of x
 */
export function positiveQuantile(logTail: (x: number) => number, p: number, upper: boolean, start: number): number {
  if (p === 0) return upper ? Number.POSITIVE_INFINITY : 0;
  const target = Math.log(p);
  const gap = (logX: number) => (upper ? target - logTail(Math.exp(logX)) : logTail(Math.exp(logX)) - target);
  const found = monotoneRoot(gap, { start: Math.log(start), step: 0.125, lowest: LOWEST, highest: HIGHEST });
  if (found === LOWEST) return 0;
  return found === HIGHEST ? Number.POSITIVE_INFINITY : Math.exp(found);
}

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
  const root = monotoneRoot(gap, { start: Math.sqrt(Math.max(start, 0)), step: 0.5, lowest: 0 });
  return root * root;
}
