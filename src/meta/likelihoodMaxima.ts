/**
 * The slope of a log-likelihood in tau2 at one place: half of gain - cost. gain is a sum of c / (e + tau2)^2 and cost
 * one of 1 / (e + tau2), every e between the smallest and the largest sampling variance: that is what makes the search
 * below sure of itself.
 */
export interface Slope {
  readonly at: number;
  readonly gain: number;
  readonly cost: number;
  /** How fast gain and cost fall here: minus their derivatives. */
  readonly gainFall: number;
  readonly costFall: number;
}

/** Where to look: between 0 and `upper`, with the extreme sampling variances, and from a guess if there is one. */
export interface SearchRange {
  /** Beyond this the likelihood falls; 0 or less gives no maxima. */
  readonly upper: number;
  readonly smallest: number;
  readonly largest: number;
  readonly start?: number | undefined;
}

type SlopeAt = (tau2: number) => Slope;

/** Relative width below which an interval is not halved any more. */
const NARROWEST = 1e-10;
const MOST_STEPS = 100;
/** A relative step this small is the last: Newton squares the error, so what is left of it is rounding. */
const LAST_STEP = 1e-9;
const ROUNDING = 4 * Number.EPSILON;

/**
 * Every local maximum of a log-likelihood between 0 and `upper`, in increasing order, none missed: an interval is
 * dropped only when the bounds at its ends prove that the slope keeps its sign, and searched for one root only when
 * they prove that there is at most one.
 * @param slopeAt the slope at tau2
 * @param range where to look
 */
export function likelihoodMaxima(slopeAt: SlopeAt, range: SearchRange): number[] {
  const { upper, smallest, largest } = range;
  if (!(upper > 0)) return [];
  const zero = slopeAt(0);
  const settled = Math.min(upper, settledFrom(zero, smallest, largest));
  if (settled === 0) return singleMaximum(slopeAt, zero, range);
  const last = slopeAt(settled);
  return [...maximaBetween(slopeAt, zero, last, range), ...singleMaximum(slopeAt, last, range)];
}

/**
 * From here on gain / cost only falls. Its logarithm has the slope E(1 / (e + tau2)) - 2 E'(1 / (e + tau2)) with two
 * means over e; the first is at most 1 / (smallest + tau2), the second at least 1 / (largest + tau2).
 */
function settledFrom(zero: Slope, smallest: number, largest: number): number {
  return largest * zero.costFall < 2 * zero.cost ? 0 : Math.max(0, largest - 2 * smallest);
}

/** The one maximum there can be from here to `upper`. */
function singleMaximum(slopeAt: SlopeAt, low: Slope, range: SearchRange): number[] {
  if (!(low.gain >= low.cost)) return [];
  return low.at < range.upper ? [maximumBetween(slopeAt, low, range.upper, range)] : [];
}

function maximaBetween(slopeAt: SlopeAt, low: Slope, high: Slope, range: SearchRange): number[] {
  const verdict = verdictOn(low, high, range);
  if (verdict === "none") return [];
  if (verdict === "one") return [maximumBetween(slopeAt, low, high.at, range)];
  const { smallest } = range;
  const middle = slopeAt(Math.sqrt((low.at + smallest) * (high.at + smallest)) - smallest);
  return [...maximaBetween(slopeAt, low, middle, range), ...maximaBetween(slopeAt, middle, high, range)];
}

/** (largest + tau2)^2 gain, (largest + tau2) cost, and the speeds relative to the sums times (largest + tau2) all fall. */
function verdictOn(low: Slope, high: Slope, { smallest, largest }: SearchRange): "none" | "one" | "unknown" {
  const from = largest + low.at;
  const to = largest + high.at;
  const rises = high.gain * to > low.cost * from;
  const falls = low.gain * from < high.cost * to;
  const ratioRises = low.gainFall * from * high.cost < high.costFall * to * low.gain;
  if (rises || falls || ratioRises) return "none";
  const ratioFalls = high.gainFall * to * low.cost > low.costFall * from * high.gain;
  const narrow = high.at - low.at <= NARROWEST * (high.at + smallest);
  if (!ratioFalls && !narrow) return "unknown";
  return low.gain >= low.cost && high.gain < high.cost ? "one" : "none";
}

/** Newton's method on cost / gain - 1, which is nearly linear in tau2, kept between two places around the root. */
function maximumBetween(slopeAt: SlopeAt, low: Slope, high: number, { smallest, start }: SearchRange): number {
  let from = low.at;
  let to = high;
  let here = start !== undefined && start > from && start < to ? slopeAt(start) : low;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (here.gain >= here.cost) from = here.at;
    else to = here.at;
    const ratio = here.cost / here.gain;
    const slope = (ratio * here.gainFall - here.costFall) / here.gain;
    const target = here.at + (1 - ratio) / slope;
    if (Math.abs(target - here.at) <= Math.max(LAST_STEP * target, ROUNDING * smallest)) return Math.max(0, target);
    here = slopeAt(target >= from && target <= to ? target : from + (to - from) / 2);
  }
  return here.at;
}
