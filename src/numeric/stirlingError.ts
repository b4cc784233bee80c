import { atanhTail, log1pMinusX } from "./logarithms.ts";

/** Stirling's series B(2k) / (2k (2k - 1)), k = 1, 2, ..., belonging to 1/a, 1/a^3, ... */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
/** From here on eight terms of the series give all digits. */
const SERIES_FROM = 10;

/**
 * What Stirling's formula leaves over: log Gamma(a) - ((a - 1/2) log a - a + log(2 pi) / 2).
 * @param a above 0
 * @returns positive, about 1 / (12 a)
 * @see Loader (2000), Fast and accurate computation of binomial probabilities; Abramowitz & Stegun 6.1.40
 * @example stirlingError(1) // 0.081061466795327258
 */
export function stirlingError(a: number): number {
  let sum = 0;
  while (a < SERIES_FROM) {
    sum += stirlingStep(a);
    a += 1;
  }
  return sum + stirlingSeries(a);
}

/** stirlingError(a) - stirlingError(a + 1) = (a + 1/2) log(1 + 1/a) - 1. */
function stirlingStep(a: number): number {
  if (a < 1) return (a + 0.5) * (Math.log1p(a) - Math.log(a)) - 1;
  const square = 1 / ((2 * a + 1) * (2 * a + 1));
  return square * atanhTail(square);
}

function stirlingSeries(a: number): number {
  const inverse = 1 / a;
  const square = inverse * inverse;
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k]!;
  return sum * inverse;
}

/**
 * log(Gamma(b + increment) / Gamma(b)), with relative accuracy also for a small increment.
 * @param b above 0
 * @param increment 0 or more
 * @see DiDonato & Morris (1992), Algorithm 708, section 3 (the same difference, for its ALGDIV and GAMLN1)
 * @example logGammaIncrement(5, 1) // 1.6094379124341003
 */
export function logGammaIncrement(b: number, increment: number): number {
  let steps = 0;
  while (b < SERIES_FROM) {
    steps += b > 1e-300 * increment ? Math.log1p(increment / b) : Math.log(increment) - Math.log(b);
    b += 1;
  }
  const u = increment / b;
  const power = increment * Math.log(b + increment);
  return power + b * log1pMinusX(u) - 0.5 * Math.log1p(u) + stirlingDifference(b, increment) - steps;
}

/** stirlingSeries(b + increment) - stirlingSeries(b), term by term, so that a small increment keeps its digits. */
function stirlingDifference(b: number, increment: number): number {
  const share = b / (b + increment);
  const missing = increment / (b + increment);
  const inverse = 1 / b;
  let power = inverse;
  let geometric = 1;
  let sharePower = 1;
  let sum = 0;
  for (let k = 0; k < STIRLING.length; k++) {
    sum -= STIRLING[k]! * power * missing * geometric;
    power *= inverse * inverse;
    geometric += sharePower * share * (1 + share);
    sharePower *= share * share;
  }
  return sum;
}
