import { sumError } from "./exactProduct.ts";

/** Dekker's (1971) constant that splits a double into two halves whose products are exact. */
const SPLITTER = 134217729;

/**
 * What a trial solution b, r of the equations r + X b = y, X'r = 0 still misses, as if computed in twice the
 * precision: y - r - X b into `outer`, -X'r into `inner`. Numbers must stay far from the largest double.
 * @param columns X, column after column, each as long as y; only those of `kept` are read
 * @see Dekker (1971) for the exact products; Ogita, Rump & Oishi (2005) for the sums
 */
export function missingParts(
  { columns, target, kept }: { columns: Float64Array; target: Float64Array; kept: readonly number[] },
  { solution, residuals }: { solution: Float64Array; residuals: Float64Array },
  { outer, lost, inner }: { outer: Float64Array; lost: Float64Array; inner: Float64Array },
): void {
  for (let i = 0; i < target.length; i++) {
    outer[i] = target[i]! - residuals[i]!;
    lost[i] = sumError(target[i]!, -residuals[i]!);
  }
  for (let k = 0; k < kept.length; k++) {
    inner[k] = -addColumn(columns, kept[k]! * target.length, -solution[k]!, residuals, outer, lost);
  }
  for (let i = 0; i < target.length; i++) outer[i] = outer[i]! + lost[i]!;
}

/** Adds `factor` times a column to outer + lost, and returns the column's inner product with the residuals. */
function addColumn(
  columns: Float64Array,
  from: number,
  factor: number,
  residuals: Float64Array,
  outer: Float64Array,
  lost: Float64Array,
): number {
  const factorHigh = highHalf(factor);
  const factorLow = factor - factorHigh;
  let dot = 0;
  let dotLost = 0;
  for (let i = 0; i < outer.length; i++) {
    const value = columns[from + i]!;
    const high = highHalf(value);
    const low = value - high;
    const product = value * factor;
    const productLost = low * factorLow - (product - high * factorHigh - low * factorHigh - high * factorLow);
    const before = outer[i]!;
    const after = before + product;
    const added = after - before;
    outer[i] = after;
    lost[i] = lost[i]! + productLost + (before - (after - added) + (product - added));
    const residual = residuals[i]!;
    const residualHigh = highHalf(residual);
    const residualLow = residual - residualHigh;
    const term = value * residual;
    const sum = dot + term;
    const part = sum - dot;
    dotLost += low * residualLow - (term - high * residualHigh - low * residualHigh - high * residualLow);
    dotLost += dot - (sum - part) + (term - part);
    dot = sum;
  }
  return dot + dotLost;
}

function highHalf(value: number): number {
  const scaled = SPLITTER * value;
  return scaled - (scaled - value);
}
