import { gammaLogDensity } from "./gammaDistribution.ts";
import { betaExcess, betaLogPrefix, betaLogTail } from "./incompleteBeta.ts";
import {
  densestTerm,
  FARTHEST_TERM,
  firstTerm,
  lastTerm,
  logSumDownward,
  logSumOfDensities,
  logSumUpward,
} from "./poissonMixture.ts";

/**
 * Kernel of the noncentral F and t distributions: the noncentral beta distribution with shapes a and b, a Poisson
 * mixture (with the given mean) of beta distributions with shapes a + j and b. As for the central kernel the caller
 * gives z and rest = 1 - z apart. With shift 1/2 the weights are those of the half-integer terms of noncentral t.
 */

/** Logarithm of the sum of weight times beta tail. */
export function noncentralBetaLogTail(
  z: number,
  rest: number,
  a: number,
  b: number,
  mean: number,
  shift: number,
  upper: boolean,
): number {
  const first = z * (a + b);
  if (upper && densestTerm(mean, a, first, z) > FARTHEST_TERM) return noncentralBetaLogPrefix(z, rest, a, b, mean);
  const j = upper ? firstTerm(mean, a, first, z) : lastTerm(mean, shift, a, first, z);
  const excess = centred(a + j, b, z, rest);
  const logCentral = betaLogTail(a + j, b, z, rest, excess, upper);
  const relative = Math.exp(betaLogPrefix(a + j, b, z, rest, excess) - logCentral) / (a + j);
  const sum = upper ? logSumUpward : logSumDownward;
  return gammaLogDensity(mean, j + shift + 1) + logCentral + sum(j, mean, shift, a, first, z, relative);
}

/** Logarithm of the sum of weight times beta density times z (1 - z), with shift 0. */
export function noncentralBetaLogPrefix(z: number, rest: number, a: number, b: number, mean: number): number {
  const first = z * (a + b);
  const j = Math.floor(densestTerm(mean, a, first, z));
  const densest = betaLogPrefix(a + j, b, z, rest, centred(a + j, b, z, rest));
  return gammaLogDensity(mean, j + 1) + densest + logSumOfDensities(j, mean, a, first, z);
}

/** z - a / (a + b), from whichever of z and 1 - z is known better. */
function centred(a: number, b: number, z: number, rest: number): number {
  return z < rest ? betaExcess(a, b, z) : -betaExcess(b, a, rest);
}
