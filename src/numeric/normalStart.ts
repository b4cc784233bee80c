import { polynomial } from "./polynomial.ts";

/** Wichura (1988), AS 241 (PPND16): three rational approximations, constant term first. */
const CENTRE_OVER = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const CENTRE_UNDER = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852854,
];
const MIDDLE_OVER = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_UNDER = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const TAIL_OVER = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const TAIL_UNDER = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
  1.421511758316446e-7, 2.0442631033899397e-15,
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
