import { refuse } from "../foundation/errors.ts";

/** Share of successes in each half. */
export interface BinomialEffectSizeDisplay {
  readonly low: number;
  readonly high: number;
}

/**
 * What a correlation would look like if both variables were split at their middle: the share that does well in the
 * low half and in the high half.
 * @param r correlation, -1 to 1
 * @returns two shares, 0 to 1, whose difference is r and whose mean is one half
 * @throws effect/correlation-range
 * @see Rosenthal & Rubin (1982)
 * @example binomialEffectSizeDisplay(0.5) // {"low":0.25,"high":0.75}
 */
export function binomialEffectSizeDisplay(r: number): BinomialEffectSizeDisplay {
  if (!(Math.abs(r) <= 1)) refuse("effect/correlation-range");
  return { low: 0.5 - r / 2, high: 0.5 + r / 2 };
}
