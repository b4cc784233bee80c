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
 * @example
 * normalInterval(8, 8.000001) // 5.05225086607e-21
 */
export function normalInterval(from: number, to: number): number {
  if (!(from <= to)) return Number.NaN;
  if (from < 0 && to > 0) return 0.5 * (errorFunction(to * Math.SQRT1_2) - errorFunction(from * Math.SQRT1_2));
  const near = Math.min(Math.abs(from), Math.abs(to));
  const width = to - from;
  if (width * (near + width + 1) < NARROW) return narrowInterval(from + width / 2, width / 2);
  return normalUpper(near) - normalUpper(Math.max(Math.abs(from), Math.abs(to)));
}

function narrowInterval(centre: number, half: number): number {
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const step = half * RULE.nodes[i]!;
    sum += RULE.weights[i]! * (normalDensity(centre - step) + normalDensity(centre + step));
  }
  return sum * half;
}
