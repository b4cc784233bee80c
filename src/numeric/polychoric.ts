import { bivariateNormalDensity, bivariateNormalLower, bivariateNormalRectangle } from "./bivariateNormal.ts";
import { normalLower, normalQuantile, normalUpperQuantile } from "./normal.ts";
import { type Cells, cellsOf, informationOf, overCell, scoreOf } from "./polychoricCells.ts";
import { nearMostLikely } from "./polychoricStart.ts";

/** The polychoric correlation of a two-way table. */
export interface Polychoric {
  /** -1 to 1; exactly that where the likelihood keeps rising towards it; NaN when a variable has one category. */
  readonly rho: number;
  /** Standard error that counts the estimated thresholds in; NaN where rho is -1 or 1. */
  readonly standardError: number;
  readonly rowThresholds: readonly number[];
  readonly columnThresholds: readonly number[];
}

/** A difference of quadrants smaller than this share of the largest has lost digits. */
const KEPT = 1e-4;
/** The largest |rho| looked at: beyond it the maximum is taken to lie at 1. */
const LARGEST = 1 - 1e-9;
/** From here on the search may have ended where the likelihood is flat, with a log-likelihood this far from the top. */
const NEAR_ONE = 0.99;
const FLAT = 1e-10;
const CONVERGED = 1e-13;
const MOST_STEPS = 100;

/**
 * Polychoric correlation of a two-way table, in two steps: thresholds from the margins, then rho by maximum
 * likelihood. Nothing is added to empty cells. With two categories each this is the tetrachoric correlation.
 * @param counts rows by columns of counts, without empty rows or columns
 * @returns rho converged to the last digits, its standard error and the thresholds
 * @see Olsson (1979), section 3; standard error: influence of every cell through rho and through the thresholds
 * @example polychoric([[40, 10], [10, 40]]).rho // 0.809016994374947
 */
export function polychoric(counts: readonly (readonly number[])[]): Polychoric {
  const rowTotals = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnTotals = counts[0]!.map((_, j) => counts.reduce((sum, row) => sum + row[j]!, 0));
  const rowThresholds = thresholdsOf(rowTotals);
  const columnThresholds = thresholdsOf(columnTotals);
  const thresholds = { rowThresholds, columnThresholds };
  if (rowThresholds.length === 0 || columnThresholds.length === 0) {
    return { rho: Number.NaN, standardError: Number.NaN, ...thresholds };
  }
  const cells = cellsOf(counts, rowThresholds, columnThresholds);
  const rho = mostLikely(cells);
  return { rho, standardError: Math.abs(rho) === 1 ? Number.NaN : standardErrorOf(cells, rho), ...thresholds };
}

/**
 * Where a standard normal trait is cut into ordered categories: quantiles of the cumulated shares, each from the side
 * where its share is small.
 * @example thresholdsOf([25, 50, 25])[0] // -0.674489750196
 */
export function thresholdsOf(totals: readonly number[]): number[] {
  const n = totals.reduce((sum, count) => sum + count, 0);
  let below = 0;
  return totals.slice(0, -1).map((count) => {
    below += count;
    return 2 * below <= n ? normalQuantile(below / n) : normalUpperQuantile((n - below) / n);
  });
}

/** Share of every cell at rho, and its derivative. */
function evaluate(cells: Cells, rho: number): void {
  const { rows, columns, a, b, quadrant, density, share, slope } = cells;
  const width = columns + 1;
  for (let i = 1; i < rows; i++) {
    for (let j = 1; j < columns; j++) {
      quadrant[i * width + j] = bivariateNormalLower(a[i]!, b[j]!, rho);
      density[i * width + j] = bivariateNormalDensity(a[i]!, b[j]!, rho);
    }
  }
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const corner = quadrant[(i + 1) * width + j + 1]!;
      const difference = overCell(quadrant, width, i, j);
      share[i * columns + j] =
        difference > KEPT * corner ? difference : bivariateNormalRectangle(a[i]!, a[i + 1]!, b[j]!, b[j + 1]!, rho);
      slope[i * columns + j] = overCell(density, width, i, j);
    }
  }
}

/** Fisher scoring, kept between the bounds in which the score changes sign. */
function mostLikely(cells: Cells): number {
  let low = -1;
  let high = 1;
  const near = nearMostLikely(cells, startOf(cells));
  let { rho } = near;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (Math.abs(rho) > LARGEST) return Math.sign(rho);
    evaluate(cells, rho);
    const score = scoreOf(cells);
    if (score > 0) low = rho;
    else high = rho;
    const known = step === 0 ? near.curvature : null;
    const scored = rho + score / (known ?? informationOf(cells));
    const next = scored > low && scored < high ? scored : (low + high) / 2;
    if (Math.abs(next - rho) <= CONVERGED) break;
    rho = next;
  }
  return atItsEnd(cells, rho);
}

function atItsEnd(cells: Cells, rho: number): number {
  return Math.abs(rho) > NEAR_ONE && isAsLikelyAt(cells, Math.sign(rho)) ? Math.sign(rho) : rho;
}

/** Whether -1 or 1 is at least as likely as where the search ended: there the likelihood can be flat for long. */
function isAsLikelyAt({ counts, share, columns, a, b }: Cells, end: number): boolean {
  let gain = 0;
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === 0) continue;
    const [i, j] = [Math.floor(k / columns), k % columns];
    gain += counts[k]! * Math.log(bivariateNormalRectangle(a[i]!, a[i + 1]!, b[j]!, b[j + 1]!, end) / share[k]!);
  }
  return gain >= -FLAT;
}

/** The correlation of the category numbers: a little too small, and near enough. */
function startOf({ counts, rows, columns, n }: Cells): number {
  const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const share = counts[i * columns + j]! / n;
      sums.x += share * i;
      sums.y += share * j;
      sums.xx += share * i * i;
      sums.yy += share * j * j;
      sums.xy += share * i * j;
    }
  }
  const r = (sums.xy - sums.x * sums.y) / Math.sqrt((sums.xx - sums.x ** 2) * (sums.yy - sums.y ** 2));
  return Math.max(-0.95, Math.min(0.95, r));
}

/** Spread of the cells' influence on rho: their own score, less what the estimated thresholds take from it. */
function standardErrorOf(cells: Cells, rho: number): number {
  const { counts, rows, columns, a, b, n } = cells;
  const information = informationOf(cells);
  const byRow = influenceThroughThresholds(cells, rho, a, b, (i, j) => i * columns + j);
  const byColumn = influenceThroughThresholds(cells, rho, b, a, (j, i) => i * columns + j);
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const k = i * columns + j;
      if (counts[k] === 0) continue;
      const influence = cells.slope[k]! / cells.share[k]! - byRow[i]! - byColumn[j]!;
      sum += (counts[k]! / n) * influence * influence;
    }
  }
  return Math.sqrt(sum / n) / information;
}

/** Per category: the influence of its thresholds, times the cross information of rho and these thresholds. */
function influenceThroughThresholds(
  { share, slope }: Cells,
  rho: number,
  own: Float64Array,
  other: Float64Array,
  at: (own: number, other: number) => number,
): Float64Array {
  const spread = Math.sqrt((1 - rho) * (1 + rho));
  const influence = new Float64Array(own.length - 1);
  for (let t = 1; t < own.length - 1; t++) {
    const threshold = own[t]!;
    let cross = 0;
    for (let j = 0; j < other.length - 1; j++) {
      const part =
        normalLower((other[j + 1]! - rho * threshold) / spread) - normalLower((other[j]! - rho * threshold) / spread);
      const below = at(t - 1, j);
      const above = at(t, j);
      cross += part * (slope[below]! / share[below]! - slope[above]! / share[above]!);
    }
    // The density of the threshold cancels: it is in the cross information and, inverted, in the influence.
    for (let i = 0; i < influence.length; i++) influence[i]! += cross * ((i < t ? 1 : 0) - normalLower(threshold));
  }
  return influence;
}
