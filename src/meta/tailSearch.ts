import { bracketedRoot } from "../numeric/roots.ts";

const MOST_DOUBLINGS = 1000;

/**
 * Where a function that rises with tau2 crosses 0, from 0 upwards; null where it is above 0 from the start.
 * @param excess rising, above 0 for a tau2 that is large enough
 * @param step first step, of the order of the answer
 */
export function tauSquaredAtTail(excess: (tau2: number) => number, step: number): number | null {
  if (excess(0) > 0) return null;
  let lower = 0;
  let upper = step > 0 ? step : 1;
  for (let i = 0; i < MOST_DOUBLINGS && excess(upper) < 0; i++) {
    lower = upper;
    upper *= 2;
  }
  return bracketedRoot(excess, lower, upper).x;
}
