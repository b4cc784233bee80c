/** Where `log(1 + x) - x` is computed by its series; outside, the plain difference keeps all but a few last bits. */
const SERIES_FROM = -0.65;
const SERIES_TO = 1.9;

/**
 * `log(1 + x) - x` with full relative accuracy, also where the two nearly cancel.
 * @param x above -1
 * @returns 0 or negative
 * @see with r = x / (2 + x): log(1 + x) = 2 atanh(r), so log(1 + x) - x = r (2 r^2 (1/3 + r^2/5 + ...) - x)
 * @example log1pMinusX(1e-8) // -4.9999999666666667e-17
 */
export function log1pMinusX(x: number): number {
  if (!(x > SERIES_FROM && x < SERIES_TO)) return Math.log1p(x) - x;
  const r = x / (2 + x);
  return r * (2 * r * r * atanhTail(r * r) - x);
}

/** `(atanh(r) / r - 1) / r^2 = 1/3 + r^2/5 + r^4/7 + ...` as a function of r^2. */
export function atanhTail(square: number): number {
  let power = 1;
  let sum = 1 / 3;
  for (let odd = 5; odd < 80; odd += 2) {
    power *= square;
    const term = power / odd;
    sum += term;
    if (term < 4e-17 * sum) break;
  }
  return sum;
}

/**
 * `ratio - 1 - log(ratio)`, the deviance of an observed from an expected value; never negative, 0 at ratio 1.
 * @param excess ratio - 1, given apart because it may be known with more digits than ratio has near 1
 */
export function ratioDeviance(ratio: number, excess: number): number {
  if (excess > SERIES_FROM && excess < SERIES_TO) return -log1pMinusX(excess);
  return ratio === Number.POSITIVE_INFINITY ? ratio : excess - Math.log(ratio);
}
