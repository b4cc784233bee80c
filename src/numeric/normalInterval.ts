import { errorFunction } from "./errorFunction.ts";
import { normalDensity, normalUpper } from "./normal.ts";
import { gaussLegendre } from "./quadrature.ts";

/** An interval so narrow that the density changes little over it: there six points of the density do better. */
const NARROW = 0.5;
const RULE = gaussLegendre(6);

/**
 * Share of the standard normal distribution between two points, with relative accuracy also where it is tiny: in a
 * tail, or because the interval is narrow.
 *
 * @param from lower bound, may be -Infinity
 * @param to upper bound, may be Infinity; below `from` gives NaN
 * @returns 0 to 1
 * @example normalInterval(8, 8.5) // 6.12616522605e-16
 */
export function normalInterval(from: number, to: number): number {
  if (!(from <= to)) return Number.NaN;
  const near = from > 0 ? from : -to;
  if (near > 0 && isNarrow(near, to - from)) return narrowInterval(from + (to - from) / 2, to - from);
  return wideInterval(from, to);
}

/**
 * Share of the standard normal distribution around a point: like normalInterval, for a width that is known better than
 * the difference of the bounds.
 *
 * @param centre any finite number
 * @param width 0 or more, otherwise NaN
 * @returns 0 to 1
 * @example normalAround(0, 1e-20) // 3.989422804014327e-21
 */
export function normalAround(centre: number, width: number): number {
  if (!(width >= 0)) return Number.NaN;
  if (isNarrow(Math.abs(centre), width)) return narrowInterval(centre, width);
  return wideInterval(centre - width / 2, centre + width / 2);
}

function isNarrow(distance: number, width: number): boolean {
  return width * (distance + width + 1) < NARROW;
}

function wideInterval(from: number, to: number): number {
  if (from <= 0 && to >= 0) return 0.5 * (errorFunction(to * Math.SQRT1_2) - errorFunction(from * Math.SQRT1_2));
  return from >= 0 ? normalUpper(from) - normalUpper(to) : normalUpper(-to) - normalUpper(-from);
}

function narrowInterval(centre: number, width: number): number {
  const half = width / 2;
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const step = half * RULE.nodes[i]!;
    sum += RULE.weights[i]! * (normalDensity(centre - step) + normalDensity(centre + step));
  }
  return sum * half;
}
