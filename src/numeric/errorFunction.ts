import { polynomial } from "./polynomial.ts";

/** Cody (1969): three rational approximations, numerator and denominator, constant term first. */
const CENTRE_OVER = [3209.3775891384694, 377.485237685302, 113.86415415105016, 3.1611237438705655, 0.18577770618460315];
const CENTRE_UNDER = [2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1];
const MIDDLE_OVER = [
  1230.3393547979972, 2051.0783778260716, 1712.0476126340707, 881.952221241769, 298.6351381974001, 66.11919063714163,
  8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8,
];
const MIDDLE_UNDER = [
  1230.3393548037495, 3439.3676741437216, 4362.619090143247, 3290.7992357334597, 1621.3895745666903, 537.1811018620099,
  117.6939508913125, 15.744926110709835, 1,
];
const TAIL_OVER = [
  0.0006587491615298378, 0.016083785148742275, 0.12578172611122926, 0.36034489994980445, 0.30532663496123236,
  0.016315387137302097,
];
const TAIL_UNDER = [
  0.0023352049762686918, 0.06051834131244132, 0.5279051029514285, 1.8729528499234604, 2.568520192289822, 1,
];
const ONE_OVER_ROOT_PI = 0.5641895835477563;
const CENTRE_TO = 0.46875;
const MIDDLE_TO = 4;

/**
 * The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.
 * @returns between -1 and 1
 * @see Cody (1969), Rational Chebyshev approximations for the error function
 * @example errorFunction(0.5) // 0.52049987781304654
 */
export function errorFunction(x: number): number {
  if (Math.abs(x) <= CENTRE_TO) return centre(x);
  return x > 0 ? 1 - complementaryErrorFunction(x) : complementaryErrorFunction(-x) - 1;
}

/**
 * 1 - errorFunction(x), with all its digits also where it is tiny.
 * @returns between 0 and 2
 * @see Cody (1969), Rational Chebyshev approximations for the error function
 * @example complementaryErrorFunction(10) // 2.0884875837625448e-45
 */
export function complementaryErrorFunction(x: number): number {
  if (Math.abs(x) <= CENTRE_TO) return 1 - centre(x);
  if (x < 0) return 2 - complementaryErrorFunction(-x);
  return x > 27.3 ? 0 : scaledTail(x) * expOfMinusSquare(x);
}

/**
 * exp(x^2) times the complementary error function: stays of ordinary size where that underflows.
 * @param x 0 or more
 * @see Cody (1969), Rational Chebyshev approximations for the error function
 * @example scaledComplementaryErrorFunction(100) // 0.0056416137829894329
 */
export function scaledComplementaryErrorFunction(x: number): number {
  return x <= CENTRE_TO ? Math.exp(x * x) * (1 - centre(x)) : scaledTail(x);
}

function centre(x: number): number {
  const square = x * x;
  return (x * polynomial(CENTRE_OVER, square)) / polynomial(CENTRE_UNDER, square);
}

function scaledTail(x: number): number {
  if (x <= MIDDLE_TO) return polynomial(MIDDLE_OVER, x) / polynomial(MIDDLE_UNDER, x);
  const square = 1 / (x * x);
  const correction = (square * polynomial(TAIL_OVER, square)) / polynomial(TAIL_UNDER, square);
  return (ONE_OVER_ROOT_PI - correction) / x;
}

/** exp(-x^2) with all digits: the square is split into an exact part and a small rest (Cody 1969). */
function expOfMinusSquare(x: number): number {
  const exact = Math.trunc(x * 16) / 16;
  return Math.exp(-exact * exact) * Math.exp(-(x - exact) * (x + exact));
}
