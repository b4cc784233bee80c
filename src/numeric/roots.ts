/** Where a search along one line ended. When `converged` is false, x is no solution. */
export interface LineSearch {
  readonly x: number;
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Two points between which a function changes sign; not when `converged` is false. */
export interface Bracket {
  readonly lower: number;
  readonly upper: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** More than halving can take from the largest double to the smallest. */
const ROOT_LIMIT = 2200;
const BRACKET_LIMIT = 100;

/**
 * The point where a continuous function crosses zero.
 * @param f the function
 * @param lower one end; f must have another sign there than at `upper`
 * @param upper the other end
 * @param options `tolerance`: the largest distance from the root (default 0: the nearest double); `iterations`
 * @returns the end of the last interval where |f| is smallest; not converged (x NaN) when the signs do not differ, or
 * when f gives NaN
 * @see Chandrupatla (1997)
 * @example bracketedRoot((x) => x * x - 2, 0, 2).x // 1.4142135623730951
 */
export function bracketedRoot(
  f: (x: number) => number,
  lower: number,
  upper: number,
  options: { readonly tolerance?: number; readonly iterations?: number } = {},
): LineSearch {
  const { tolerance = 0, iterations: limit = ROOT_LIMIT } = options;
  const ends: Interval = {
    newest: upper,
    newestValue: f(upper),
    other: lower,
    otherValue: f(lower),
    spare: 0,
    spareValue: 0,
  };
  ends.spare = lower;
  ends.spareValue = ends.otherValue;
  if (!oppositeSigns(ends.newestValue, ends.otherValue)) return notFound(0);
  let share = 0.5;
  for (let iterations = 1; iterations <= limit; iterations++) {
    const x = ends.newest + share * (ends.other - ends.newest);
    const value = f(x);
    if (Number.isNaN(value)) return notFound(iterations);
    moveTo(ends, x, value);
    const best = bestEnd(ends);
    const width = Math.abs(ends.other - ends.newest);
    if (best.value === 0 || width <= tolerance || neighbours(ends)) return { ...best, iterations, converged: true };
    const least = (Number.EPSILON * Math.abs(best.x)) / width;
    share = least < 0.25 ? Math.min(1 - least, Math.max(least, nextShare(ends))) : 0.5;
  }
  return { ...bestEnd(ends), iterations: limit, converged: false };
}

/**
 * Two points around a root, by steps away from a start that double each time.
 * @param f the function
 * @param start where to begin
 * @param options `step`: the first step (default 1); `lower` and `upper`: how far f may be asked
 * @returns an interval with a sign change; not converged when there is none in reach
 * @example const { lower, upper } = expandBracket((x) => x - 10, 0);
 * [lower, upper] // [7, 15]
 */
export function expandBracket(
  f: (x: number) => number,
  start: number,
  options: { readonly step?: number; readonly lower?: number; readonly upper?: number } = {},
): Bracket {
  const { step = 1, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY } = options;
  let down = start;
  let up = start;
  let downValue = f(start);
  let upValue = downValue;
  if (downValue === 0) return { lower: start, upper: start, iterations: 0, converged: true };
  let iterations = 0;
  while (iterations < BRACKET_LIMIT && (down > lower || up < upper)) {
    const width = step * 2 ** iterations;
    iterations += 1;
    const nextUp = Math.min(upper, up + width);
    const nextUpValue = nextUp > up ? f(nextUp) : upValue;
    if (oppositeSigns(upValue, nextUpValue)) return { lower: up, upper: nextUp, iterations, converged: true };
    const nextDown = Math.max(lower, down - width);
    const nextDownValue = nextDown < down ? f(nextDown) : downValue;
    if (oppositeSigns(downValue, nextDownValue)) return { lower: nextDown, upper: down, iterations, converged: true };
    up = nextUp;
    upValue = nextUpValue;
    down = nextDown;
    downValue = nextDownValue;
  }
  return { lower: down, upper: up, iterations, converged: false };
}

/** The interval newest..other holds the root; spare is the point left behind last. */
interface Interval {
  newest: number;
  newestValue: number;
  other: number;
  otherValue: number;
  spare: number;
  spareValue: number;
}

function moveTo(ends: Interval, x: number, value: number): void {
  if (oppositeSigns(value, ends.newestValue)) {
    ends.spare = ends.other;
    ends.spareValue = ends.otherValue;
    ends.other = ends.newest;
    ends.otherValue = ends.newestValue;
  } else {
    ends.spare = ends.newest;
    ends.spareValue = ends.newestValue;
  }
  ends.newest = x;
  ends.newestValue = value;
}

/** Inverse quadratic interpolation where Chandrupatla's test trusts it, else the middle. */
function nextShare({ newest, newestValue, other, otherValue, spare, spareValue }: Interval): number {
  const xi = (newest - other) / (spare - other);
  const phi = (newestValue - otherValue) / (spareValue - otherValue);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  return (
    (newestValue / (otherValue - newestValue)) * (spareValue / (otherValue - spareValue)) +
    ((spare - newest) / (other - newest)) *
      (newestValue / (spareValue - newestValue)) *
      (otherValue / (spareValue - otherValue))
  );
}

function bestEnd({ newest, newestValue, other, otherValue }: Interval): { x: number; value: number } {
  return Math.abs(newestValue) < Math.abs(otherValue)
    ? { x: newest, value: newestValue }
    : { x: other, value: otherValue };
}

/** No double lies between the ends. */
function neighbours({ newest, other }: Interval): boolean {
  const middle = newest + 0.5 * (other - newest);
  return middle === newest || middle === other;
}

function oppositeSigns(a: number, b: number): boolean {
  return (a <= 0 && b >= 0) || (a >= 0 && b <= 0);
}

function notFound(iterations: number): LineSearch {
  return { x: Number.NaN, value: Number.NaN, iterations, converged: false };
}
