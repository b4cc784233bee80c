import { zeros } from "../numeric/matrices.ts";
import { type Curvature, newtonMinimum } from "../numeric/newton.ts";
import type { NestedLikelihood } from "./nestedLikelihood.ts";

/** Where the likelihood is highest. */
export interface NestedMaximum {
  /** Innermost level first; exactly 0 on the boundary. */
  readonly variances: Float64Array;
  readonly deviance: number;
  readonly converged: boolean;
  /** Different places at which the likelihood has a peak, as far as the search found them. */
  readonly maxima: number;
}

/** The smallest variance worth looking at, and one that is larger than any the likelihood could prefer. */
export interface Reach {
  readonly smallest: number;
  readonly largest: number;
}

/** Looks per level: as many as the number of effects leaves time for. */
const FEWEST_LOOKS = 3;
const MOST_LOOKS = 25;
const EFFECTS_LOOKED_AT = 2e5;
/** Peaks of the rough look that are climbed. */
const CLIMBS = 3;
/** Width of the differences of slopes, as a share of a variance. */
const WIDTH = 1e-5;
const ROUNDS = 4;
/** A last step this small leaves an error of its product with the error of the curvature: nothing. */
const STEPS = { lower: 0, tolerance: 1e-8 };
/** Logarithm of the distance from the start at which its units will do. */
const NEAR = 0.5;
/** Two peaks lie apart when a variance differs by more than this share. */
const APART = 1e-3;

type Top = Omit<NestedMaximum, "maxima">;

/**
 * The variances that the likelihood prefers: a look over all orders of magnitude, then Newton's steps from the best
 * places, variances being free to become 0.
 * @param held variances that are not searched, by level
 * @param from a place to begin besides
 */
export function nestedMaximum(
  likelihood: NestedLikelihood,
  reach: Reach,
  held: ReadonlyMap<number, number> = new Map(),
  from?: Float64Array,
): NestedMaximum {
  const free = Array.from({ length: likelihood.levels }, (_, l) => l).filter((l) => !held.has(l));
  const base = Float64Array.from({ length: likelihood.levels }, (_, l) => held.get(l) ?? 0);
  if (free.length === 0) return { variances: base, deviance: likelihood.deviance(base), converged: true, maxima: 1 };
  const starts = from ? [from] : peaks(likelihood, reach, free, base);
  const tops = starts.map((start) => climb(likelihood, reach, free, start));
  const best = tops.reduce((one, other) => (other.deviance < one.deviance ? other : one));
  return { ...best, maxima: different(tops, reach) };
}

/** Peaks whose variances differ by more than the search leaves open. */
function different(tops: readonly Top[], { smallest }: Reach): number {
  const apart = (one: Top, other: Top) =>
    one.variances.some((value, l) => {
      const there = other.variances[l]!;
      return Math.abs(value - there) > APART * Math.max(value, there, smallest);
    });
  const found: Top[] = [];
  for (const top of tops) if (top.converged && found.every((one) => apart(one, top))) found.push(top);
  return Math.max(1, found.length);
}

/** Local peaks among places evenly spread over the orders of magnitude, the highest first. */
function peaks(
  likelihood: NestedLikelihood,
  { smallest, largest }: Reach,
  free: readonly number[],
  base: Float64Array,
): Float64Array[] {
  const affordable = Math.floor((EFFECTS_LOOKED_AT / likelihood.cost) ** (1 / free.length));
  const looks = Math.min(MOST_LOOKS, Math.max(FEWEST_LOOKS, affordable));
  const places = Array.from({ length: looks }, (_, i) => smallest * (largest / smallest) ** (i / (looks - 1)));
  const spots = Array.from({ length: looks ** free.length }, (_, spot) => {
    const variances = base.slice();
    free.forEach((l, d) => {
      variances[l] = places[Math.floor(spot / looks ** d) % looks]!;
    });
    return { variances, height: -likelihood.deviance(variances) };
  });
  const isPeak = (spot: number) =>
    free.every((_, d) => {
      const place = Math.floor(spot / looks ** d) % looks;
      const below = place === 0 ? Number.NEGATIVE_INFINITY : spots[spot - looks ** d]!.height;
      const above = place === looks - 1 ? Number.NEGATIVE_INFINITY : spots[spot + looks ** d]!.height;
      return spots[spot]!.height >= below && spots[spot]!.height >= above;
    });
  return spots
    .filter((_, spot) => isPeak(spot))
    .sort((one, other) => other.height - one.height)
    .slice(0, CLIMBS)
    .map(({ variances }) => variances);
}

/** Newton's steps, again in units of the place reached where that lies far from the start. */
function climb(likelihood: NestedLikelihood, { smallest }: Reach, free: readonly number[], start: Float64Array): Top {
  let variances: Float64Array = Float64Array.from(start);
  let top = { deviance: Number.POSITIVE_INFINITY, converged: false };
  for (let round = 0; round < ROUNDS; round++) {
    const units = free.map((l) => (variances[l]! > 0 ? variances[l]! : smallest));
    const begin = free.map((l, d) => variances[l]! / units[d]!);
    const found = newtonMinimum((x) => curvature(likelihood, start, free, units, x), begin, STEPS);
    if (found === null) break;
    variances = placed(start, free, units, found.x);
    top = { deviance: found.value, converged: found.converged };
    if (found.x.every((x) => x === 0 || Math.abs(Math.log(x)) < NEAR)) break;
  }
  return { variances, ...top };
}

function placed(base: Float64Array, free: readonly number[], units: readonly number[], x: Float64Array): Float64Array {
  const variances = Float64Array.from(base);
  free.forEach((l, d) => {
    variances[l] = x[d]! * units[d]!;
  });
  return variances;
}

/** Deviance, slopes, and curvature from differences of slopes; in units of the variances. */
function curvature(
  likelihood: NestedLikelihood,
  base: Float64Array,
  free: readonly number[],
  units: readonly number[],
  x: Float64Array,
): Curvature | null {
  const here = likelihood.point(placed(base, free, units, x));
  if (here === null || !Number.isFinite(here.deviance)) return null;
  const size = free.length;
  const hessian = zeros(size, size);
  for (let d = 0; d < size; d++) {
    const width = WIDTH * Math.max(x[d]!, 1e-2);
    const moved = x.slice();
    moved[d] = x[d]! + width;
    const there = likelihood.point(placed(base, free, units, moved));
    if (there === null) return null;
    for (let e = 0; e < size; e++) {
      const change = (units[e]! * (there.gradient[free[e]!]! - here.gradient[free[e]!]!)) / width;
      hessian.data[d * size + e]! += change / 2;
      hessian.data[e * size + d]! += change / 2;
    }
  }
  return { value: here.deviance, gradient: Float64Array.from(free, (l, d) => here.gradient[l]! * units[d]!), hessian };
}
