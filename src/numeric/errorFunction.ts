import { polynomial } from "./polynomial.ts";

/** Cody (1969): three rational approximations, numerator and denominator, constant term first. */
const CENTRE_OVER = [
  3209.37758913846947, 377.485237685302021, 113.86415415105016, 3.1611237438705656, 0.185777706184603153,
];
const CENTRE_UNDER = [2844.23683343917062, 1282.61652607737228, 244.024637934444173, 23.6012909523441209, 1];
const MIDDLE_OVER = [
  1230.33935479799725, 2051.07837782607147, 1712.04761263407058, 881.95222124176909, 298.635138197400131,
  66.1191906371416295, 8.88314979438837594, 0.564188496988670089, 2.15311535474403846e-8,
];
const MIDDLE_UNDER = [
  1230.33935480374942, 3439.36767414372164, 4362.61909014324716, 3290.79923573345963, 1621.38957456669019,
  537.181101862009858, 117.693950891312499, 15.7449261107098347, 1,
];
const TAIL_OVER = [
  6.58749161529837803e-4, 0.0160837851487422766, 0.125781726111229246, 0.360344899949804439, 0.305326634961232344,
  0.0163153871373020978,
];
const TAIL_UNDER = [
  2.33520497626869185e-3, 0.0605183413124413191, 0.527905102951428412, 1.87295284992346047, 2.56852019228982242, 1,
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
