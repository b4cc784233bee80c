/**
 * Kernel of the noncentral distributions: sums over j of a Poisson weight times a central tail with shape a + j.
 * Neighbouring weights: w(j) = w(j - 1) * mean / (j + shift). Neighbouring tails differ by g(j), and
 * g(j + 1) = g(j) * (first + slope * j) / (a + j + 1): first = x / 2, slope = 0 for chi-square; first = z (a + b),
 * slope = z for F. Only positive terms are ever added, so nothing is lost in either tail.
 */

/** Terms below this share of the sum are left out. */
const NEGLIGIBLE = 1e-18;
const LARGE = 1e200;
const LOG_LARGE = Math.log(LARGE);

/** Larger means are refused: the number of terms grows with their square root. */
export const LARGEST_MEAN = 5e9;
/** Where the densest term is beyond this, so far out that a tail is its density to 11 digits of its logarithm. */
export const FARTHEST_TERM = 1e12;

/** The j up to which terms of a lower tail count; they are summed from there downward. */
export function lastTerm(mean: number, shift: number, a: number, first: number, slope: number): number {
  const start = Math.floor(Math.min(mean, densestTerm(mean, a, first, slope)));
  let j = start;
  for (let share = 1; share > NEGLIGIBLE; j++) {
    const tailRatio = Math.max((first + slope * j) / (a + j + 1), slope);
    share *= (mean / (j + 1 + shift)) * Math.min(1, tailRatio);
  }
  return Math.max(start, j - 1);
}

/** The j from which terms of an upper tail count; they are summed from there upward. */
export function firstTerm(mean: number, a: number, first: number, slope: number): number {
  const top = Math.max(mean, densestTerm(mean, a, first, slope));
  return Math.max(0, Math.floor(top - 9.5 * Math.sqrt(top)) - 1);
}

/** Where weight times density is largest: j (a + j) = mean (first + slope j). */
export function densestTerm(mean: number, a: number, first: number, slope: number): number {
  const linear = a - mean * slope;
  const root = Math.hypot(linear, 2 * Math.sqrt(mean) * Math.sqrt(first));
  return linear > 0 ? mean * ((2 * first) / (linear + root)) : (root - linear) / 2;
}

/**
 * Logarithm of the sum of the lower-tail terms j, j - 1, ..., 0, divided by term j.
 * @param relative g(j) over the lower tail with shape a + j
 */
export function logSumDownward(
  j: number,
  mean: number,
  shift: number,
  a: number,
  first: number,
  slope: number,
  relative: number,
): number {
  let term = 1;
  let sum = 1;
  for (let i = j; i > 0 && term > NEGLIGIBLE * sum; i--) {
    const weightRatio = (i + shift) / mean;
    relative *= (weightRatio * (a + i)) / (first + slope * (i - 1));
    term = term * weightRatio + relative;
    sum += term;
  }
  return Math.log(sum);
}

/**
 * Logarithm of the sum of the upper-tail terms j, j + 1, ..., divided by term j.
 * @param relative g(j) over the upper tail with shape a + j
 */
export function logSumUpward(
  j: number,
  mean: number,
  shift: number,
  a: number,
  first: number,
  slope: number,
  relative: number,
): number {
  let term = 1;
  let sum = 1;
  let logScale = 0;
  for (let i = j; term > NEGLIGIBLE * sum; i++) {
    const weightRatio = mean / (i + 1 + shift);
    term = weightRatio * (term + relative);
    relative *= (weightRatio * (first + slope * i)) / (a + i + 1);
    sum += term;
    if (sum > LARGE) {
      term /= LARGE;
      relative /= LARGE;
      sum /= LARGE;
      logScale += LOG_LARGE;
    }
  }
  return Math.log(sum) + logScale;
}

/** Logarithm of the sum of weight times density over all j, divided by the term at j; start at densestTerm. */
export function logSumOfDensities(j: number, mean: number, a: number, first: number, slope: number): number {
  if (j > FARTHEST_TERM) return 0.5 * Math.log(j);
  let sum = 1;
  let term = 1;
  for (let i = j; term > NEGLIGIBLE * sum; i++) {
    term *= (mean / (i + 1)) * ((first + slope * i) / (a + i));
    sum += term;
  }
  term = 1;
  for (let i = j; i > 0 && term > NEGLIGIBLE * sum; i--) {
    term *= (i / mean) * ((a + i - 1) / (first + slope * (i - 1)));
    sum += term;
  }
  return Math.log(sum);
}
