import { normalLower } from "./normal.ts";
import { type Cells, informationOf, overCell, scoreOf } from "./polychoricCells.ts";
import { gaussLegendre } from "./quadrature.ts";

/** Up to these |rho| these points are enough. */
const RULES = [
  { upTo: 0.3, rule: gaussLegendre(6) },
  { upTo: 0.75, rule: gaussLegendre(12) },
] as const;
/** Smaller shares of cells with respondents are left to the exact search. */
const SMALLEST = 1e-8;
const NEAR = 1e-9;
const MOST_STEPS = 8;

/** Where the exact search may begin, and the slope of the score there (per respondent, positive) when it is known. */
export interface Near {
  readonly rho: number;
  readonly curvature: number | null;
}

/**
 * The most likely rho of a table by the secant method on quick shares: those of all corners of the thresholds by one
 * quadrature. Only a start: it gives up where the quadrature is not good enough.
 * @see Plackett (1954); Drezner & Wesolowsky (1990); Genz (2004), eq. 6: the integral of the density over rho = sin
 */
export function nearMostLikely(cells: Cells, start: number): Near {
  const table = cornersOf(cells);
  let [rho, before, scoreBefore] = [start, Number.NaN, Number.NaN];
  let curvature: number | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (!evaluateQuickly(cells, table, rho)) break;
    const score = scoreOf(cells);
    const slope = (scoreBefore - score) / (rho - before);
    curvature = slope > 0 ? slope : informationOf(cells);
    [before, scoreBefore] = [rho, score];
    rho += score / curvature;
    if (Math.abs(rho - before) < NEAR) return { rho, curvature };
  }
  return { rho: start, curvature: null };
}

/** What the corners of the thresholds have in common at every rho: half sum of squares, product, share at rho 0. */
interface Corners {
  readonly halfSquares: Float64Array;
  readonly product: Float64Array;
  readonly apart: Float64Array;
}

function cornersOf({ rows, columns, a, b }: Cells): Corners {
  const size = (rows - 1) * (columns - 1);
  const [halfSquares, product, apart] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const lower = b.map(normalLower);
  for (let i = 1; i < rows; i++) {
    const own = normalLower(a[i]!);
    for (let j = 1; j < columns; j++) {
      const k = (i - 1) * (columns - 1) + j - 1;
      halfSquares[k] = (a[i]! ** 2 + b[j]! ** 2) / 2;
      product[k] = a[i]! * b[j]!;
      apart[k] = own * lower[j]!;
    }
  }
  return { halfSquares, product, apart };
}

/** Share and slope of every cell; false where they cannot be trusted. */
function evaluateQuickly(cells: Cells, corners: Corners, rho: number): boolean {
  const found = RULES.find(({ upTo }) => Math.abs(rho) <= upTo);
  if (found === undefined) return false;
  const { counts, rows, columns, share, slope, quadrant, density } = cells;
  fillCorners(cells, corners, rho, found.rule);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const k = i * columns + j;
      share[k] = overCell(quadrant, columns + 1, i, j);
      slope[k] = overCell(density, columns + 1, i, j);
      if (counts[k]! > 0 && !(share[k]! > SMALLEST)) return false;
    }
  }
  return true;
}

interface Rule {
  readonly nodes: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

function fillCorners({ rows, columns, quadrant, density }: Cells, corners: Corners, rho: number, rule: Rule): void {
  const { halfSquares, product, apart } = corners;
  const half = Math.asin(rho) / 2;
  const sines = Float64Array.from(rule.nodes, (node) => Math.sin(half + half * node));
  const factors = sines.map((sine) => 1 / ((1 - sine) * (1 + sine)));
  const width = columns + 1;
  const own = 1 / ((1 - rho) * (1 + rho));
  for (let k = 0; k < apart.length; k++) {
    let sum = 0;
    for (let m = 0; m < sines.length; m++) {
      sum += rule.weights[m]! * Math.exp((product[k]! * sines[m]! - halfSquares[k]!) * factors[m]!);
    }
    const i = 1 + Math.floor(k / (columns - 1));
    const at = i * width + 1 + (k - (i - 1) * (columns - 1));
    if (i < rows) quadrant[at] = apart[k]! + (half / (2 * Math.PI)) * sum;
    density[at] = (Math.exp((product[k]! * rho - halfSquares[k]!) * own) * Math.sqrt(own)) / (2 * Math.PI);
  }
}
