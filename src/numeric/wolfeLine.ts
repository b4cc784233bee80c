/** A function that returns its value at x and writes its gradient there into `gradient`. */
export type WithGradient = (x: Float64Array, gradient: Float64Array) => number;

/** A point with its value and gradient, a direction to go, and room for trial points and what the step changed. */
export interface Line {
  readonly x: Float64Array;
  value: number;
  readonly gradient: Float64Array;
  readonly direction: Float64Array;
  readonly trial: Float64Array;
  readonly trialGradient: Float64Array;
  readonly step: Float64Array;
  readonly change: Float64Array;
}

const ENOUGH_DESCENT = 1e-4;
const ENOUGH_FLATTENING = 0.9;
/** Differences between values smaller than this share of them are rounding. */
const NOISE = 1e-14;
const TRIALS = 40;

/** A point on the line: how far, the value and the slope there. */
interface Place {
  length: number;
  value: number;
  slope: number;
}

/**
 * Goes along the line to a point that meets the strong Wolfe conditions and makes it the new x. Where values cannot
 * tell points apart any more, slopes decide.
 * @returns how far it went; 0 when no such point was found (x is then unchanged)
 * @see Nocedal & Wright (2006), algorithms 3.5 and 3.6; Hager & Zhang (2005), eq. 4.1 for the approximate conditions
 */
export function lineSearch(f: WithGradient, line: Line, slope: number, first: number): number {
  const start: Place = { length: 0, value: line.value, slope };
  const range: Range = { low: start, high: undefined };
  let length = first;
  for (let trial = 0; trial < TRIALS && !isClosed(range); trial++) {
    const place = placeAt(f, line, length);
    if (isTooHigh(place, start, range.low)) range.high = place;
    else if (Math.abs(place.slope) <= -ENOUGH_FLATTENING * slope) return accept(line, place);
    else goOnFrom(place, range);
    length = range.high === undefined ? 2 * length : between(range.low, range.high);
  }
  return lastResort(f, line, range.low, start);
}

/** The lowest place so far, and the other end of the stretch that holds a minimum, once it is known. */
interface Range {
  low: Place;
  high: Place | undefined;
}

/** Makes a place the low end; the minimum lies on the side to which the function goes down from there. */
function goOnFrom(place: Place, range: Range): void {
  const onwards = range.high === undefined ? 1 : range.high.length - range.low.length;
  if (place.slope * onwards >= 0) range.high = range.low;
  range.low = place;
}

function isClosed({ low, high }: Range): boolean {
  return high !== undefined && !(Math.abs(high.length - low.length) > Number.EPSILON * Math.abs(low.length));
}

/** The best point passed, when it lies lower than the start although the slope is still steep there. */
function lastResort(f: WithGradient, line: Line, low: Place, start: Place): number {
  return low.length > 0 && low.value < start.value ? accept(line, placeAt(f, line, low.length)) : 0;
}

function placeAt(f: WithGradient, { x, direction, trial, trialGradient }: Line, length: number): Place {
  for (let i = 0; i < x.length; i++) trial[i] = x[i]! + length * direction[i]!;
  const value = f(trial, trialGradient);
  let slope = 0;
  for (let i = 0; i < x.length; i++) slope += trialGradient[i]! * direction[i]!;
  const allowed = Number.isFinite(value) && Number.isFinite(slope);
  return allowed ? { length, value, slope } : { length, value: Number.POSITIVE_INFINITY, slope: Number.NaN };
}

/** Not low enough: neither by its value nor, where values are equal but for rounding, by its slope. */
function isTooHigh(place: Place, start: Place, low: Place): boolean {
  if (!(place.value <= low.value + noise(start))) return true;
  if (place.value <= start.value + ENOUGH_DESCENT * place.length * start.slope) return false;
  const closeEnough = place.value <= start.value + noise(start);
  return !(closeEnough && place.slope <= (2 * ENOUGH_DESCENT - 1) * start.slope);
}

function noise(start: Place): number {
  return NOISE * Math.abs(start.value);
}

/** The bottom of the cubic through both ends, kept away from the ends; the middle when there is none. */
function between(low: Place, high: Place): number {
  const width = high.length - low.length;
  const middle = low.length + width / 2;
  const chord = low.slope + high.slope - (3 * (low.value - high.value)) / (low.length - high.length);
  const root = Math.sqrt(chord * chord - low.slope * high.slope) * Math.sign(width);
  const share = 1 - (high.slope + root - chord) / (high.slope - low.slope + 2 * root);
  return share > 0.1 && share < 0.9 ? low.length + share * width : middle;
}

function accept(line: Line, { length, value }: Place): number {
  const { x, gradient, trial, trialGradient, step, change } = line;
  for (let i = 0; i < x.length; i++) {
    step[i] = trial[i]! - x[i]!;
    change[i] = trialGradient[i]! - gradient[i]!;
  }
  x.set(trial);
  gradient.set(trialGradient);
  line.value = value;
  return length;
}
