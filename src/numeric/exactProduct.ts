/** Dekker's (1971) splitting constant: 2^27 + 1 cuts a double into two halves whose products are exact. */
const SPLITTER = 134217729;
/** Beyond this the splitting itself would overflow; the rounding error is then left out. */
const LARGEST_SPLIT = 1e290;

/** Rounding error of a product: `a * b` as a real number minus `a * b` as a double (Dekker 1971). */
export function productError(a: number, b: number): number {
  const product = a * b;
  if (!(Math.abs(product) < LARGEST_SPLIT && Math.abs(a) < LARGEST_SPLIT && Math.abs(b) < LARGEST_SPLIT)) return 0;
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** Rounding error of a sum: `a + b` as a real number minus `a + b` as a double (Knuth 1969). */
export function sumError(a: number, b: number): number {
  const sum = a + b;
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/** `a * b - c` without the loss of digits when the product is nearly c. */
export function productMinus(a: number, b: number, c: number): number {
  return a * b - c + productError(a, b);
}
