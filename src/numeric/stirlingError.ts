import { log1pMinusX } from "./logarithms.ts";

/** Stirling's series B(2k) / (2k (2k - 1)), k = 1, 2, ..., belonging to 1/a, 1/a^3, ... */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
  -174611 / 125400,
  77683 / 5796,
  -236364091 / 1506960,
  657931 / 300,
  -3392780147 / 93960,
];
/** From here on these terms give all digits. */
const SERIES_FROM = 6;
/** A product is turned into its logarithm before it can leave the doubles. */
const LARGE = 1e150;

/**
 * What Stirling's formula leaves over: log Gamma(a) - ((a - 1/2) log a - a + log(2 pi) / 2).
 * @param a above 0
 * @returns positive, about 1 / (12 a)
 * @see Loader (2000), Fast and accurate computation of binomial probabilities; Abramowitz & Stegun 6.1.40
 * @example stirlingError(1) // 0.081061466795327258
 */
export function stirlingError(a: number): number {
  if (a >= SERIES_FROM) return stirlingSeries(a);
  if (a < 1) return (a + 0.5) * (Math.log1p(a) - Math.log(a)) - 1 + stirlingError(a + 1);
  const steps = Math.ceil(SERIES_FROM - a);
  const far = a + steps;
  let ratio = 1;
  for (let k = 0; k < steps; k++) ratio *= far / (a + k);
  return (a - 0.5) * Math.log(far / a) + (Math.log(ratio) - steps) + stirlingSeries(far);
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
  let growth = 0;
  for (; b < SERIES_FROM; b += 1) {
    if (increment > LARGE * b || growth > LARGE) {
      steps += Math.log1p(growth) + Math.log(increment + b) - Math.log(b);
      growth = 0;
    } else growth += (increment / b) * (1 + growth);
  }
  steps += Math.log1p(growth);
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
