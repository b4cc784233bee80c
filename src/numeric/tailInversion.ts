/** A distribution on the positive numbers with its parameters filled in: its tails and its density times x. */
export interface TailFamily {
  readonly tail: (x: number, upper: boolean) => number;
  readonly logTail: (x: number, upper: boolean) => number;
  /** Logarithm of x times the density: the slope of the tail against log x. */
  readonly logPrefix: (x: number) => number;
}

/** Range of log x: from the smallest double to the largest. */
const LOWEST = -744.4;
const HIGHEST = 709.78;
const MOST_STEPS = 300;
/** The first step in log x is at most this long, each next one at most twice as long as the one before. */
const FIRST_STEP = 4;
/** Newton's steps are quadratic here: one more makes this all the digits there are. */
const CLOSE = 1e-7;

/**
 * The x whose lower or upper tail is p. Newton's method for log p against log x, where both tails of the families used
 * are concave, so that it converges from everywhere; a bracket guards against rounding. One last step on p itself.
 * @param p above 0 and at most about one half: always the smaller tail
 * @param start a first guess of log x
 * @returns 0 or Infinity where x is beyond the doubles
 */
export function invertTail(family: TailFamily, p: number, upper: boolean, start: number): number {
  const target = Math.log(p);
  let low = LOWEST;
  let high = HIGHEST;
  let longest = FIRST_STEP;
  let logX = Math.min(Math.max(start, low + 1), high - 1);
  for (let i = 0; i < MOST_STEPS && high - low > 1e-15; i++) {
    const x = Math.exp(logX);
    const logTail = family.logTail(x, upper);
    const gap = upper ? logTail - target : target - logTail;
    if (gap > 0) low = logX;
    else high = logX;
    const step = limited(gap / Math.exp(family.logPrefix(x) - logTail), longest);
    if (Math.abs(gap) + Math.abs(step) < CLOSE) return lastStep(family, p, upper, x + x * step);
    logX = inside(logX + step, low, high);
    longest *= 2;
  }
  if (logX < LOWEST + 1) return 0;
  return logX > HIGHEST - 1 ? Number.POSITIVE_INFINITY : Math.exp(logX);
}

function limited(step: number, longest: number): number {
  return Math.min(Math.max(step, -longest), longest);
}

/** The next log x, or the middle of the bracket where the step leaves it (or is no number). */
function inside(next: number, low: number, high: number): number {
  return low < next && next < high ? next : (low + high) / 2;
}

/** A Newton step on p itself, whose relative error is smaller than the absolute error of log p far out. */
function lastStep(family: TailFamily, p: number, upper: boolean, x: number): number {
  const tail = family.tail(x, upper);
  const slope = Math.exp(family.logPrefix(x) - Math.log(tail));
  const step = (tail / p - 1) / slope;
  return Math.abs(step) < 1e-3 ? x + x * (upper ? step : -step) : x;
}
