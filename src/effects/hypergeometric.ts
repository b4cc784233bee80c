import { gammaRatio } from "../numeric/gammaFunction.ts";

/** From here on, or for arguments this small, the power series is short. */
const LARGE_C = 20;
const SMALL_Z = 0.75;
const MOST_TERMS = 10_000;
const STEP = 1 / 32;
const REACH = 7;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for the arguments that unbiased correlations need, given 1 - z so
 * that nothing is lost where z is nearly 1.
 * @param a above 0
 * @param b above 0
 * @param c above a + b, and above b
 * @param complement 1 - z, from 0 to 1
 * @returns at least 1, to about 14 digits
 * @see Abramowitz & Stegun (1964) 15.1.1 (series), 15.3.1 (Euler's integral), 15.1.20 (z = 1); Takahasi & Mori (1974)
 * for the double-exponential rule
 * @example hypergeometric(1, 1, 3, 0.5) // 1.2274112777602189
 */
export function hypergeometric(a: number, b: number, c: number, complement: number): number {
  const z = 1 - complement;
  if (complement === 0) return gammaRatio(c, c - a) * gammaRatio(c - a - b, c - b);
  return z <= SMALL_Z || c >= LARGE_C ? powerSeries(a, b, c, z) : eulerIntegral(a, b, c, complement);
}

function powerSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < MOST_TERMS && term > sum * 1e-18; k++) {
    term *= (((a + k) / (c + k)) * (b + k) * z) / (k + 1);
    sum += term;
  }
  return sum;
}

/** The integral over u = 1 - t, on a grid that crowds double-exponentially at both ends. */
function eulerIntegral(a: number, b: number, c: number, complement: number): number {
  let sum = 0;
  for (let x = -REACH; x <= REACH; x += STEP) {
    const stretched = Math.PI * Math.sinh(x);
    const logU = -Math.log1p(Math.exp(-stretched));
    const logT = -Math.log1p(Math.exp(stretched));
    const powers = b * logT + (c - b) * logU - a * Math.log(complement + (1 - complement) * Math.exp(logU));
    sum += Math.exp(powers) * Math.cosh(x);
  }
  return (sum * STEP * Math.PI * gammaRatio(c, c - b)) / gammaRatio(b, 1);
}
