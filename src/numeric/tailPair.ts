/** Up to here a tail is taken as 1 minus the other; beyond, that would cost digits. */
const COMPLEMENT_TO = 0.75;

/**
 * A tail of a noncentral distribution. The tail on the far side of the mean is cheap to sum and usually the smaller
 * one: it is computed first, and the other is 1 minus it unless that would lose digits.
 * @param logTail logarithm of the upper or lower tail, from positive terms only
 * @param far whether the upper tail is the one on the far side
 */
export function shareOf(logTail: (upper: boolean) => number, far: boolean, upper: boolean): number {
  const tail = Math.min(1, Math.exp(logTail(far)));
  if (far === upper || Number.isNaN(tail)) return tail;
  return tail < COMPLEMENT_TO ? 1 - tail : Math.min(1, Math.exp(logTail(upper)));
}

/** Logarithm of shareOf, finite where that underflows. */
export function logShareOf(logTail: (upper: boolean) => number, far: boolean, upper: boolean): number {
  const tail = logTail(far);
  if (far === upper || Number.isNaN(tail)) return Math.min(0, tail);
  return Math.exp(tail) < COMPLEMENT_TO ? Math.log1p(-Math.exp(tail)) : Math.min(0, logTail(upper));
}
