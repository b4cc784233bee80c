import { scaledComplementaryErrorFunction } from "./errorFunction.ts";

/** Most terms of the power series: their size falls at least as 3.5^-k, and they are used for |zeta| up to 1. */
const TERMS = 34;
const RADIUS = 3.5;
/** Terms below exp(-39) are left out. */
const NEGLIGIBLE = 39;
const ROOT_TWO_PI = 2.5066282746310002;

/** The expansion is used when the smaller shape parameter is at least this ... */
const SMALLEST_SHAPE = 32;
/** ... and the deviance is below this share of it (|zeta| below 1). */
const LARGEST_SHARE = 0.5;

/** Work space, filled anew at every call: coefficients of the mapping, of its square and of f. */
const mapping = new Float64Array(TERMS + 3);
const squares = new Float64Array(TERMS + 3);
const forBeta = new Float64Array(TERMS + 1);
const forGamma = new Float64Array(TERMS + 1);
fillFactors(forGamma, 1, 0, TERMS);
/** What forBeta is filled for: a call with the same shapes, as a search makes, need not fill it again. */
const filled = { share: Number.NaN, terms: 0 };

/** Whether uniformRatio may be asked. */
export function uniformApplies(shape: number, deviance: number): boolean {
  return shape >= SMALLEST_SHAPE && deviance < LARGEST_SHARE * shape;
}

/** The smaller tail of a gamma distribution over exp(-deviance). */
export function uniformGammaTail(shape: number, deviance: number, upper: boolean, correction: number): number {
  return scaledTail(forGamma, shape, deviance, upper, correction, termsFor(shape, deviance));
}

/**
 * The smaller tail of a beta distribution over exp(-deviance), for large shapes, equally good at the centre and aside.
 * With D = deviance = shape zeta^2 / 2, each tail is erfc(-+zeta sqrt(shape / 2)) / 2 plus or minus
 * exp(-D) S(zeta) / sqrt(2 pi shape), where S'/shape - zeta S = 1 - G f(zeta); S follows from the power series of f.
 * @param shape the smaller of the two shape parameters
 * @param share its share in their sum; `upper` and the beta variable are meant in its direction
 * @param correction G, exp of the Stirling errors: of a + b, minus that of a, minus that of b
 * @see Temme (1992), Incomplete Laplace integrals: uniform asymptotic expansion with application to the incomplete beta
 *   function; Gil, Segura & Temme (2012), eqs 3.10-3.17 (the recursion, for the gamma case)
 */
export function uniformBetaTail(
  shape: number,
  share: number,
  deviance: number,
  upper: boolean,
  correction: number,
): number {
  const terms = termsFor(shape, deviance);
  if (filled.share !== share || filled.terms < terms) {
    fillFactors(forBeta, (1 - share - share) / Math.sqrt(1 - share), share, terms);
    filled.share = share;
    filled.terms = terms;
  }
  return scaledTail(forBeta, shape, deviance, upper, correction, terms);
}

/** Terms that count: of the k-th about zeta^k is left, and after the recursion at least (k / shape)^(k / 2). */
function termsFor(shape: number, deviance: number): number {
  const reach = Math.sqrt(Math.max(2 * deviance, 20) / shape);
  return Math.min(TERMS, Math.ceil(NEGLIGIBLE / Math.log(RADIUS / reach)));
}

/** Coefficients of f = zeta / v in powers of zeta, where v v' = zeta (1 + skew v - share v^2) and v = zeta + ... */
function fillFactors(factors: Float64Array, skew: number, share: number, terms: number): void {
  fillMapping(skew, share, terms);
  factors[0] = 1;
  for (let k = 1; k <= terms; k++) {
    let sum = 0;
    for (let i = 1; i <= k; i++) sum += mapping[i + 1]! * factors[k - i]!;
    factors[k] = -sum;
  }
}

function fillMapping(skew: number, share: number, terms: number): void {
  mapping[1] = 1;
  squares[2] = 1;
  for (let k = 2; k <= terms + 1; k++) {
    const square = (2 * (skew * mapping[k - 1]! - share * squares[k - 1]!)) / (k + 1);
    let sum = square;
    for (let i = 2; i < k; i++) sum -= mapping[i]! * mapping[k + 1 - i]!;
    squares[k + 1] = square;
    mapping[k] = sum / 2;
  }
}

function scaledTail(
  factors: Float64Array,
  shape: number,
  deviance: number,
  upper: boolean,
  correction: number,
  terms: number,
): number {
  const zeta = (upper ? 1 : -1) * Math.sqrt((2 * deviance) / shape);
  const series = remainder(factors, shape, zeta, correction, terms) / (ROOT_TWO_PI * Math.sqrt(shape));
  return 0.5 * scaledComplementaryErrorFunction(Math.sqrt(deviance)) + (upper ? series : -series);
}

/** S(zeta) by the backward recursion s(k - 1) = (k + 1) s(k + 1) / shape + G f(k). */
function remainder(factors: Float64Array, shape: number, zeta: number, correction: number, terms: number): number {
  let next = 0;
  let afterNext = 0;
  let sum = 0;
  for (let k = terms; k >= 1; k--) {
    const current = ((k + 1) * afterNext) / shape + correction * factors[k]!;
    sum = sum * zeta + current;
    afterNext = next;
    next = current;
  }
  return sum;
}
