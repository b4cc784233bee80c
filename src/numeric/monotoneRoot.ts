const MOST_DOUBLINGS = 1100;
const MOST_STEPS = 400;
const TOLERANCE = 2.3e-16;

/** What is known before a search: where to begin, how far to step first, and the bounds of the domain. */
export interface RootSearch {
  readonly start: number;
  readonly step: number;
  readonly lowest?: number;
  readonly highest?: number;
}

/**
 * Root of an increasing function: bracketed by steps that double, then closed in by Chandrupatla's method.
 *
 * @param f increasing (or flat in places); may be infinite
 * @param search where to begin, first step, and bounds (default none)
 * @returns the root to the last digits of max(1, |root|); the bound itself where f does not change sign before it; NaN
 *   when f gives NaN at the start
 * @see Chandrupatla (1997), A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
 * @example monotoneRoot((x) => x * x * x - 8, { start: 1, step: 0.5 }) // 2.00000000000000
 */
export function monotoneRoot(f: (x: number) => number, search: RootSearch): number {
  const lowest = search.lowest ?? -Number.MAX_VALUE;
  const highest = search.highest ?? Number.MAX_VALUE;
  const start = Math.min(Math.max(search.start, lowest), highest);
  const fStart = f(start);
  if (Number.isNaN(fStart)) return Number.NaN;
  return fStart < 0
    ? walk(f, { a: start, fa: fStart, step: search.step, end: highest })
    : walk(f, { a: start, fa: fStart, step: -search.step, end: lowest });
}

interface Walk {
  readonly a: number;
  readonly fa: number;
  readonly step: number;
  readonly end: number;
}

/** Goes towards an end in steps that double, until the sign changes. */
function walk(f: (x: number) => number, from: Walk): number {
  let { a, fa, step } = from;
  const { end } = from;
  const upward = step > 0;
  for (let i = 0; i < MOST_DOUBLINGS; i++) {
    if (fa === 0 || a === end) return a;
    const b = upward ? Math.min(a + step, end) : Math.max(a + step, end);
    const fb = f(b);
    if (fb === 0 || fb > 0 === upward) return closeIn(f, a, fa, b, fb);
    a = b;
    fa = fb;
    step *= 2;
  }
  return Number.NaN;
}

/** Inverse quadratic interpolation where it can be trusted, halving elsewhere. */
function closeIn(f: (x: number) => number, a: number, fa: number, b: number, fb: number): number {
  let c = b;
  let fc = fb;
  let share = fb - fa < Number.MAX_VALUE ? -fa / (fb - fa) : 0.5;
  for (let i = 0; i < MOST_STEPS; i++) {
    const x = a + share * (b - a);
    const fx = f(x);
    if (fx > 0 === fa > 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const smallest = (TOLERANCE * Math.max(1, Math.abs(best))) / Math.abs(b - a);
    if (fa === 0 || smallest > 0.5) return best;
    share = Math.min(1 - smallest, Math.max(smallest, nextShare(a, fa, b, fb, c, fc)));
  }
  return a;
}

function nextShare(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5;
  const share = (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
  return Number.isNaN(share) ? 0.5 : share;
}
