/**
 * The slope of a log-likelihood in tau2 at one place: half of gain - cost. Both fall as tau2 grows, and so do the
 * speeds at which they fall; that is what makes the search below sure of itself.
 */
export interface Slope {
  readonly at: number;
  readonly gain: number;
  readonly cost: number;
  /** How fast gain and cost fall here: minus their derivatives. */
  readonly gainFall: number;
  readonly costFall: number;
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
 * @param upper beyond this the likelihood falls; 0 or less gives no maxima
 * @param scale the smallest sampling variance, below which tau2 makes little difference
 */
export function likelihoodMaxima(slopeAt: SlopeAt, upper: number, scale: number): number[] {
  if (!(upper > 0)) return [];
  return maximaBetween(slopeAt, slopeAt(0), slopeAt(upper), scale);
}

function maximaBetween(slopeAt: SlopeAt, low: Slope, high: Slope, scale: number): number[] {
  const verdict = verdictOn(low, high, scale);
  if (verdict === "none") return [];
  if (verdict === "one") return [maximumBetween(slopeAt, low, high, scale)];
  const middle = slopeAt(Math.sqrt((low.at + scale) * (high.at + scale)) - scale);
  return [...maximaBetween(slopeAt, low, middle, scale), ...maximaBetween(slopeAt, middle, high, scale)];
}

function verdictOn(low: Slope, high: Slope, scale: number): "none" | "one" | "unknown" {
  const rises = high.gain > low.cost;
  const falls = low.gain < high.cost;
  const bendsUp = low.costFall > 0 && low.gainFall < high.costFall;
  if (rises || falls || bendsUp) return "none";
  const bendsDown = high.gainFall > low.costFall;
  const narrow = high.at - low.at <= NARROWEST * (high.at + scale);
  if (!bendsDown && !narrow) return "unknown";
  return low.gain >= low.cost && high.gain < high.cost ? "one" : "none";
}

/** Newton's method on cost / gain - 1, which is nearly linear in tau2, kept between two places around the root. */
function maximumBetween(slopeAt: SlopeAt, low: Slope, high: Slope, scale: number): number {
  let from = low.at;
  let to = high.at;
  let here = low;
  for (let step = 0; step < MOST_STEPS; step++) {
    const ratio = here.cost / here.gain;
    const slope = (ratio * here.gainFall - here.costFall) / here.gain;
    const target = here.at + (1 - ratio) / slope;
    if (Math.abs(target - here.at) <= Math.max(LAST_STEP * target, ROUNDING * scale)) return Math.max(0, target);
    here = slopeAt(target >= from && target <= to ? target : from + (to - from) / 2);
    if (here.gain >= here.cost) from = here.at;
    else to = here.at;
  }
  return here.at;
}
