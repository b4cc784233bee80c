import { normalDensity } from "./normal.ts";
import { normalCell, orderedProbit } from "./orderedProbit.ts";
import { thresholdsOf } from "./polychoric.ts";

/** Standardized numbers and the ordered category of each (codes from 0, every category chosen). */
export interface PolyserialRows {
  readonly z: Float64Array;
  readonly codes: Int32Array;
  /** How often each category was chosen, lowest first. */
  readonly totals: readonly number[];
}

export interface Polyserial {
  /** -1 to 1; exactly that where the likelihood keeps rising towards it. */
  readonly rho: number;
  /** Standard error that counts everything estimated in and does not trust the model; NaN where rho is -1 or 1. */
  readonly sandwich: number;
  /** Standard error from the observed information; in two steps as if the thresholds were known. */
  readonly information: number;
  readonly thresholds: readonly number[];
  readonly converged: boolean;
}

/** Values of Fisher's z at which the search looks for the highest stretch of the likelihood. */
const GRID = Array.from({ length: 9 }, (_, k) => Math.tanh(k - 4));
const CONVERGED = 1e-15;
const MOST_STEPS = 100;

/**
 * Polyserial correlation in two steps: thresholds from the shares of the categories, then rho by maximum likelihood
 * given these. With two categories this is a biserial correlation.
 * @param rows z with mean 0 and standard deviation 1
 * @see Olsson, Drasgow & Dorans (1982), two-step estimator. Reference: polycor::polyserial(x, y, std.err = TRUE)
 * @example polyserialTwoStep({ z: Float64Array.of(-1.5, -0.5, 0.5, 1.5, 0), codes: Int32Array.of(0, 1, 0, 1, 1), totals: [2, 3] }).converged // true
 */
export function polyserialTwoStep(rows: PolyserialRows): Polyserial {
  const thresholds = thresholdsOf(rows.totals);
  const cuts = Float64Array.of(Number.NEGATIVE_INFINITY, ...thresholds, Number.POSITIVE_INFINITY);
  const edge = [1, -1].find((sign) => rows.codes.every((code, i) => isInside(sign * rows.z[i]!, cuts, code)));
  if (edge !== undefined) {
    return { rho: edge, sandwich: Number.NaN, information: Number.NaN, thresholds, converged: true };
  }
  const { rho, converged } = mostLikely(rows, cuts);
  return { rho, ...standardErrors(rows, cuts, rho), thresholds, converged };
}

function isInside(z: number, cuts: Float64Array, code: number): boolean {
  return z > cuts[code]! && z < cuts[code + 1]!;
}

/** Newton's steps, kept between the neighbours of the highest place of the grid. */
function mostLikely(rows: PolyserialRows, cuts: Float64Array): { rho: number; converged: boolean } {
  const heights = GRID.map((rho) => logLikelihood(rows, cuts, rho));
  const highest = heights.indexOf(Math.max(...heights));
  let [low, high] = [GRID[highest - 1] ?? -1, GRID[highest + 1] ?? 1];
  let rho = GRID[highest]!;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { slope, curve } = slopesAt(rows, cuts, rho);
    if (slope > 0) low = rho;
    else high = rho;
    const moved = rho - slope / curve;
    const next = curve < 0 && moved > low && moved < high ? moved : (low + high) / 2;
    const done = Math.abs(next - rho) <= CONVERGED * 4 || next === low || next === high;
    rho = next;
    if (done) return { rho, converged: true };
  }
  return { rho, converged: high - low < 1e-10 || Math.abs(slopesAt(rows, cuts, rho).slope) < 1e-8 * rows.z.length };
}

function logLikelihood({ z, codes }: PolyserialRows, cuts: Float64Array, rho: number): number {
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  const cell = new Float64Array(3);
  let sum = 0;
  for (let i = 0; i < z.length; i++) {
    const shift = rho * z[i]!;
    normalCell((cuts[codes[i]!]! - shift) / spread, (cuts[codes[i]! + 1]! - shift) / spread, cell);
    sum += cell[0]!;
  }
  return sum;
}

/** Derivatives of one row's log-likelihood: by rho, twice by rho, by rho and its lower and upper threshold, by rho and z. */
interface RowSlopes {
  score: number;
  curve: number;
  byLower: number;
  byUpper: number;
  byZ: number;
}

/** Writes the derivatives of a row into `out`; `cell` is room for its figures. */
function rowSlopes(z: number, lower: number, upper: number, rho: number, cell: Float64Array, out: RowSlopes): void {
  const w2 = (1 - rho) * (1 + rho);
  const w = Math.sqrt(w2);
  const w3 = w2 * w;
  const limits = [(lower - rho * z) / w, (upper - rho * z) / w] as const;
  normalCell(limits[0], limits[1], cell);
  out.score = out.curve = out.byLower = out.byUpper = out.byZ = 0;
  let byZ = 0;
  for (let side = 0; side < 2; side++) {
    const threshold = side === 0 ? lower : upper;
    if (!Number.isFinite(threshold)) continue;
    const weight = side === 0 ? -cell[1]! : cell[2]!;
    const at = limits[side]!;
    const turn = (rho * threshold - z) / w3;
    out.score += weight * turn;
    out.curve += weight * (threshold / w3 + (3 * rho * turn) / w2 - at * turn * turn);
    out.byZ += weight * ((at * turn * rho) / w - 1 / w3);
    byZ -= (weight * rho) / w;
    const byThreshold = weight * (rho / w3 - (at * turn) / w);
    if (side === 0) out.byLower = byThreshold;
    else out.byUpper = byThreshold;
  }
  out.curve -= out.score * out.score;
  out.byZ -= out.score * byZ;
  out.byLower += (out.score * cell[1]!) / w;
  out.byUpper -= (out.score * cell[2]!) / w;
}

function emptySlopes(): RowSlopes {
  return { score: 0, curve: 0, byLower: 0, byUpper: 0, byZ: 0 };
}

function slopesAt({ z, codes }: PolyserialRows, cuts: Float64Array, rho: number): { slope: number; curve: number } {
  const cell = new Float64Array(3);
  const row = emptySlopes();
  let slope = 0;
  let curve = 0;
  for (let i = 0; i < z.length; i++) {
    rowSlopes(z[i]!, cuts[codes[i]!]!, cuts[codes[i]! + 1]!, rho, cell, row);
    slope += row.score;
    curve += row.curve;
  }
  return { slope, curve };
}

/**
 * Spread of the rows' influence on rho: their own score, and what they do to the mean and standard deviation of z and to
 * the thresholds, each through the derivative of the score.
 */
function standardErrors({ z, codes, totals }: PolyserialRows, cuts: Float64Array, rho: number) {
  const n = z.length;
  const scores = new Float64Array(n);
  const byCut = new Float64Array(cuts.length);
  const cell = new Float64Array(3);
  const row = emptySlopes();
  let [curve, byMean, bySpread, squares] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const code = codes[i]!;
    rowSlopes(z[i]!, cuts[code]!, cuts[code + 1]!, rho, cell, row);
    scores[i] = row.score;
    curve += row.curve;
    byMean -= row.byZ / n;
    bySpread -= (row.byZ * z[i]!) / n;
    squares += (z[i]! * z[i]!) / n;
    byCut[code]! += row.byLower / n;
    byCut[code + 1]! += row.byUpper / n;
  }
  const perCategory = throughThresholds(totals, cuts, byCut, n);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const moments = byMean * z[i]! + (bySpread * ((z[i]! * z[i]!) / squares - 1)) / 2;
    sum += (scores[i]! + moments + perCategory[codes[i]!]!) ** 2;
  }
  return { sandwich: Math.sqrt(sum) / Math.abs(curve), information: 1 / Math.sqrt(-curve) };
}

/** What choosing a category does to the score through the thresholds. */
function throughThresholds(totals: readonly number[], cuts: Float64Array, byCut: Float64Array, n: number): number[] {
  let below = 0;
  const shares = totals.map((total) => (below += total) / n);
  return totals.map((_, code) =>
    totals.slice(0, -1).reduce((sum, __, k) => {
      const influence = ((code <= k ? 1 : 0) - shares[k]!) / normalDensity(cuts[k + 1]!);
      return sum + byCut[k + 1]! * influence;
    }, 0),
  );
}

/**
 * Polyserial correlation by maximum likelihood of rho and thresholds together: the slope of an ordered probit
 * regression, brought to a correlation with the standard deviation of z.
 * @param rows z with mean 0 and standard deviation 1
 * @returns exactly -1 or 1 where the categories do not overlap on z
 * @see Cox (1974); Olsson, Drasgow & Dorans (1982). Reference: polycor::polyserial(x, y, ML = TRUE, std.err = TRUE)
 * @example polyserialLikelihood({ z: Float64Array.of(-1, 0, 1), codes: Int32Array.of(0, 1, 1), totals: [1, 2] }).rho // 1
 */
export function polyserialLikelihood(rows: PolyserialRows): Polyserial {
  const thresholds = thresholdsOf(rows.totals);
  const none = { sandwich: Number.NaN, information: Number.NaN, thresholds };
  const edge = [1, -1].find((sign) => isSeparated(rows, sign));
  if (edge !== undefined) return { rho: edge, ...none, converged: true };
  const fit = orderedProbit({ ...rows, thresholds });
  if (fit === null) return { rho: Number.NaN, ...none, converged: false };
  const { slope, influence } = fit;
  const w = 1 / Math.sqrt(1 + slope * slope);
  const squares = rows.z.reduce((sum, z) => sum + z * z, 0);
  let sum = 0;
  // A standard deviation that comes out larger by a share makes the slope on z larger by that share.
  rows.z.forEach((z, i) => {
    const spread = (z * z) / squares - 1 / rows.z.length;
    sum += (influence[i]! + (slope * spread) / 2) ** 2;
  });
  return {
    rho: slope * w,
    sandwich: w ** 3 * Math.sqrt(sum),
    information: w ** 3 * fit.slopeError,
    thresholds: fit.thresholds.map((threshold) => threshold * w),
    converged: fit.converged,
  };
}

/** Whether no higher category reaches below a lower one. */
function isSeparated({ z, codes, totals }: PolyserialRows, sign: number): boolean {
  const lowest = totals.map(() => Number.POSITIVE_INFINITY);
  const highest = totals.map(() => Number.NEGATIVE_INFINITY);
  for (let i = 0; i < z.length; i++) {
    const code = codes[i]!;
    lowest[code] = Math.min(lowest[code]!, sign * z[i]!);
    highest[code] = Math.max(highest[code]!, sign * z[i]!);
  }
  return totals.every((_, k) => k === 0 || highest[k - 1]! <= lowest[k]!);
}
