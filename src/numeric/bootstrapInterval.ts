import { normalLower, normalQuantile } from "./normal.ts";
import { quantiles } from "./quantile.ts";

/** Limits of a confidence interval; null when it does not exist. */
export interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

const NO_LIMITS: Limits = { lower: null, upper: null };

/**
 * Percentile interval of bootstrap draws.
 * @param draws what the resamples gave; NaN where it did not exist (left out)
 * @see Efron & Tibshirani (1993), ch. 13; quantiles of type 7
 * @example percentileInterval(Float64Array.of(1, 2, 3, 4, 5), 0.5) // { lower: 2, upper: 4 }
 */
export function percentileInterval(draws: Float64Array, level: number): Limits {
  return limitsAt(draws, (1 - level) / 2, (1 + level) / 2);
}

/**
 * Bias-corrected and accelerated interval of bootstrap draws.
 * @param draws what the resamples gave; NaN where it did not exist (left out)
 * @param estimate what the sample itself gave
 * @param jackknife what it gave without each row in turn
 * @returns null limits when all draws lie on one side of the estimate, or when leaving a row out changes nothing
 * @see Efron (1987), eq. 2.3, with the acceleration of eq. 6.6; half of the draws equal to the estimate count as below
 * @example acceleratedInterval(Float64Array.of(1, 2, 3, 4, 5), { estimate: 3, jackknife: [2, 3, 4], level: 0.5 }).lower // 2
 */
export function acceleratedInterval(
  draws: Float64Array,
  { estimate, jackknife, level }: { estimate: number; jackknife: readonly number[]; level: number },
): Limits {
  const known = draws.filter((draw) => !Number.isNaN(draw));
  const below = known.reduce((sum, draw) => sum + (draw < estimate ? 1 : draw === estimate ? 0.5 : 0), 0);
  const bias = normalQuantile(below / known.length);
  const acceleration = accelerationOf(jackknife);
  if (!Number.isFinite(bias) || !Number.isFinite(acceleration)) return NO_LIMITS;
  const moved = (z: number) => normalLower(bias + (bias + z) / (1 - acceleration * (bias + z)));
  const half = normalQuantile((1 + level) / 2);
  return limitsAt(known, moved(-half), moved(half));
}

/** A sixth of the skewness of what leaving a row out does. */
function accelerationOf(jackknife: readonly number[]): number {
  const middle = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  const apart = jackknife.map((value) => middle - value);
  const squares = apart.reduce((sum, value) => sum + value ** 2, 0);
  return apart.reduce((sum, value) => sum + value ** 3, 0) / (6 * squares ** 1.5);
}

function limitsAt(draws: Float64Array, lowerShare: number, upperShare: number): Limits {
  const known = draws.filter((draw) => !Number.isNaN(draw));
  if (known.length < 2) return NO_LIMITS;
  const [lower, upper] = quantiles(known, [lowerShare, upperShare]) as [number, number];
  return { lower, upper };
}
