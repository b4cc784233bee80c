import { integrate } from "./adaptiveIntegral.ts";
import { errorFunction } from "./errorFunction.ts";
import { normalDensity, normalLower, normalUpper } from "./normal.ts";
import { normalAround, normalInterval } from "./normalInterval.ts";
import { gaussLegendre } from "./quadrature.ts";

const ONE_OVER_TWO_PI = 0.15915494309189535;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;
/** Beyond this many standard deviations the normal tail is 0 as a double. */
const BEYOND = 39;
/** Below this apex coordinate the sector is a short integral near the axis, from here on a decaying one. */
const NEAR_TO = 1.6;
/** exp(-35) is less than the last bit of the integral cut off there. */
const CUT_EXPONENT = 35;
/** A rectangle smaller than this share of the quadrant at its corner has lost digits as a difference of quadrants. */
const KEPT = 1e-3;
/** Half the width of the stretch around the densest point outside which nothing counts. */
const REACH = 9.5;
/** A corner nearer than this is the origin, to all digits. */
const AT_ORIGIN = 1e-150;
const NEAR_RULE = gaussLegendre(12);
const FAR_RULE = gaussLegendre(20);

/**
 * Share of a standard bivariate normal distribution with X below x and Y below y.
 * Accurate to some 13 digits also where the share is tiny; the kernel of polychoric correlation.
 *
 * @param x any number, may be infinite
 * @param y any number, may be infinite
 * @param rho correlation of X and Y, -1 to 1; otherwise NaN
 * @returns 0 to 1
 * @see Owen (1956), Tables for computing bivariate normal probabilities: the quadrant as two sectors seen from 0
 * @example bivariateNormalLower(0, 0, 0.5) // 0.333333333333333
 * @example bivariateNormalLower(-2, -3, -0.7) // 2.31541767060535e-12
 */
export function bivariateNormalLower(x: number, y: number, rho: number): number {
  if (!(Math.abs(rho) <= 1) || Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x < -BEYOND || y < -BEYOND) return 0;
  if (x > BEYOND) return normalLower(y);
  if (y > BEYOND) return normalLower(x);
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  if (spread === 0) return onALine(x, y, rho);
  if (x > 0 && y > 0) return centre(x) + centre(y) + quadrant(x, y, rho, spread);
  return x < y ? quadrant(-x, -y, rho, spread) : quadrant(-y, -x, rho, spread);
}

/**
 * Share of a standard bivariate normal distribution with X above x and Y above y.
 *
 * @param x any number, may be infinite
 * @param y any number, may be infinite
 * @param rho correlation of X and Y, -1 to 1; otherwise NaN
 * @returns 0 to 1, with relative accuracy also where it is tiny
 * @see Owen (1956), Tables for computing bivariate normal probabilities
 * @example bivariateNormalUpper(1, 2, 0.5) // 0.01326621701052
 */
export function bivariateNormalUpper(x: number, y: number, rho: number): number {
  return bivariateNormalLower(-x, -y, rho);
}

/**
 * Density of the standard bivariate normal distribution.
 *
 * @param x any number
 * @param y any number
 * @param rho correlation, -1 to 1, otherwise NaN; at -1 and 1 the density is 0 off the line and Infinity on it
 * @returns 0 or more
 * @see Kotz, Balakrishnan & Johnson (2000), Continuous Multivariate Distributions, chapter 46
 * @example bivariateNormalDensity(0, 0, 0.6) // 0.198943678864869
 */
export function bivariateNormalDensity(x: number, y: number, rho: number): number {
  if (!(Math.abs(rho) <= 1) || Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return 0;
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  if (spread === 0) return x === rho * y ? Number.POSITIVE_INFINITY : 0;
  return (normalDensity(y) * normalDensity(beyondRegression(x, y, rho) / spread)) / spread;
}

/**
 * Share of a standard bivariate normal distribution in a rectangle: x0 < X <= x1 and y0 < Y <= y1.
 * Seen from the side where the four quadrants are smallest; where their difference would still lose digits, integrated.
 *
 * @param x0 lower bound of X, may be -Infinity
 * @param x1 upper bound of X, may be Infinity; below x0 gives NaN
 * @param y0 lower bound of Y
 * @param y1 upper bound of Y; below y0 gives NaN
 * @param rho correlation, -1 to 1, otherwise NaN
 * @returns 0 to 1, with some 11 correct digits also where it is tiny
 * @see Olsson (1979), Maximum likelihood estimation of the polychoric correlation, equation 4
 * @example bivariateNormalRectangle(-1, 1, 0, Infinity, 0) // 0.341344746068543
 */
export function bivariateNormalRectangle(x0: number, x1: number, y0: number, y1: number, rho: number): number {
  if (!(x0 <= x1 && y0 <= y1 && Math.abs(rho) <= 1)) return Number.NaN;
  if (x0 === x1 || y0 === y1) return 0;
  if (Math.abs(rho) === 1) return rho > 0 ? overlap(x0, x1, y0, y1) : overlap(x0, x1, -y1, -y0);
  return turnedRectangle(x0, x1, y0, y1, rho);
}

/** Turned so that the densest corner lies below and left: there the four corners cancel least. */
function turnedRectangle(x0: number, x1: number, y0: number, y1: number, rho: number): number {
  const densest = densestX(x0, x1, y0, y1, rho);
  const flipX = densest === x0;
  const flipY = between(rho * densest, y0, y1) === y0;
  const left = flipX ? -x1 : x0;
  const right = flipX ? -x0 : x1;
  const bottom = flipY ? -y1 : y0;
  const top = flipY ? -y0 : y1;
  const turned = flipX === flipY ? rho : -rho;
  const corner = bivariateNormalLower(right, top, turned);
  const below = bivariateNormalLower(right, bottom, turned) - bivariateNormalLower(left, bottom, turned);
  const share = corner - bivariateNormalLower(left, top, turned) - below;
  if (share > KEPT * corner) return share;
  return integratedRectangle(left, right, bottom, top, turned);
}

/** All terms positive: the density of X times the share of Y between its bounds given X. */
function integratedRectangle(x0: number, x1: number, y0: number, y1: number, rho: number): number {
  const middle = densestX(x0, x1, y0, y1, rho);
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  const height = y1 - y0;
  const slice = (x: number) => {
    // A known height keeps its digits, those of a difference of bounds may be lost.
    if (height < Number.POSITIVE_INFINITY) {
      return normalDensity(x) * normalAround(beyondRegression(y0 + height / 2, x, rho) / spread, height / spread);
    }
    const from = beyondRegression(y0, x, rho) / spread;
    return normalDensity(x) * normalInterval(from, beyondRegression(y1, x, rho) / spread);
  };
  const accuracy = { relative: 1e-12, absolute: 1e-305 };
  const before = integrate(slice, Math.max(x0, middle - REACH), middle, accuracy);
  return before + integrate(slice, middle, Math.min(x1, middle + REACH), accuracy);
}

/** x of the densest point of a rectangle: by turns the best x given y and the best y given x. */
function densestX(x0: number, x1: number, y0: number, y1: number, rho: number): number {
  let x = between(0, x0, x1);
  for (let turn = 0; turn < 20; turn++) {
    const next = between(rho * between(rho * x, y0, y1), x0, x1);
    if (next === x) break;
    x = next;
  }
  return x;
}

function between(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from), to);
}

function overlap(x0: number, x1: number, y0: number, y1: number): number {
  const from = Math.max(x0, y0);
  const to = Math.min(x1, y1);
  return from < to ? normalInterval(from, to) : 0;
}

/** |rho| = 1: Y is X or -X. */
function onALine(x: number, y: number, rho: number): number {
  if (rho > 0) return normalLower(Math.min(x, y));
  return x > -y ? normalInterval(-y, x) : 0;
}

/** Share between 0 and x. */
function centre(x: number): number {
  return 0.5 * errorFunction(x * Math.SQRT1_2);
}

/** x - rho y, arranged so that little is lost when |rho| is nearly 1 and the two nearly cancel. */
function beyondRegression(x: number, y: number, rho: number): number {
  return rho > 0 ? x - y + (1 - rho) * y : x + y - (1 + rho) * y;
}

/**
 * P(X > h, Y > k), h at least 0: two sectors of the plane seen from the origin, from the corner to either edge.
 * With h and k above 0 they add up, whatever the correlation: no digits are lost in a tail.
 */
function quadrant(h: number, k: number, rho: number, spread: number): number {
  if (Math.max(h, Math.abs(k)) < AT_ORIGIN) return ONE_OVER_TWO_PI * Math.atan2(spread, -rho);
  const alongH = beyondRegression(k, h, rho) / spread;
  const alongK = beyondRegression(h, k, rho) / spread;
  return k >= 0 ? sector(h, alongH) + sector(k, alongK) : sector(h, alongH) - sector(-k, alongK);
}

/** Share beyond the line at distance h, between the ray through its point at coordinate c and the line's own far end. */
function sector(h: number, c: number): number {
  if (c >= 0) return h <= c ? narrowSector(h, c) : normalUpper(h) * normalUpper(c) - narrowSector(c, h);
  return h <= -c ? normalUpper(h) - narrowSector(h, -c) : normalUpper(h) * normalLower(-c) + narrowSector(-c, h);
}

/** A sector of at most 45 degrees, 0 <= h <= c. */
function narrowSector(h: number, c: number): number {
  return c < NEAR_TO ? nearSector(h, c) : farSector(h, c);
}

/** Integrated over w / c, so that nothing underflows however near the origin the corner is. */
function nearSector(h: number, c: number): number {
  if (h === 0) return 0;
  const peak = normalDensity(c);
  const tail = c * normalUpper(c);
  const half = h / c / 2;
  let sum = 0;
  for (let i = 0; i < NEAR_RULE.nodes.length; i++) {
    const share = half + half * NEAR_RULE.nodes[i]!;
    const w = c * share;
    sum += NEAR_RULE.weights[i]! * Math.exp(-0.5 * w * w) * (peak / (1 + share * share) - tail);
  }
  return ONE_OVER_ROOT_TWO_PI * half * sum;
}

function farSector(h: number, c: number): number {
  const scale = h * normalDensity(h) * normalDensity(c);
  if (scale === 0) return 0;
  const square = h * h + c * c;
  const half = CUT_EXPONENT / (c + Math.sqrt(c * c + 2 * CUT_EXPONENT));
  let sum = 0;
  for (let i = 0; i < FAR_RULE.nodes.length; i++) {
    const w = half + half * FAR_RULE.nodes[i]!;
    const exponent = w * (c + 0.5 * w);
    sum += (FAR_RULE.weights[i]! * Math.exp(-exponent)) / (square + 2 * exponent);
  }
  return scale * half * sum;
}
