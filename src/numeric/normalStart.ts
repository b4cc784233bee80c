import { polynomial } from "./polynomial.ts";

/** Wichura (1988), AS 241 (PPND16): three rational approximations, constant term first. */
const CENTRE_OVER = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
  67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_UNDER = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
  28729.085735721942674, 5226.495278852854561,
];
const MIDDLE_OVER = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504, 1.27045825245236838258,
  0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const MIDDLE_UNDER = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const TAIL_OVER = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123, 0.026532189526576123093,
  0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const TAIL_UNDER = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];
/** Beyond this the third approximation is no longer made for the root of -log p. */
const FARTHEST_ROOT = 27;

/**
 * Normal quantile of a lower tail p <= 1/2 to nearly all digits, as a start for a Newton step.
 * @param centred p - 1/2
 * @param logP log p, which decides in the tail
 * @see Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution
 */
export function normalStart(centred: number, logP: number): number {
  if (Math.abs(centred) <= 0.425) {
    const square = 0.180625 - centred * centred;
    return (centred * polynomial(CENTRE_OVER, square)) / polynomial(CENTRE_UNDER, square);
  }
  const root = Math.sqrt(-logP);
  if (root <= 5) return -polynomial(MIDDLE_OVER, root - 1.6) / polynomial(MIDDLE_UNDER, root - 1.6);
  if (root <= FARTHEST_ROOT) return -polynomial(TAIL_OVER, root - 5) / polynomial(TAIL_UNDER, root - 5);
  return farTail(logP);
}

/** Fixed points of z^2 = -2 log p - log(2 pi z^2) (Abramowitz & Stegun 26.2.12 without its smaller terms). */
function farTail(logP: number): number {
  if (logP === Number.NEGATIVE_INFINITY) return logP;
  const square = -2 * logP;
  const first = square - Math.log(2 * Math.PI * square);
  return -Math.sqrt(square - Math.log(2 * Math.PI * first));
}
