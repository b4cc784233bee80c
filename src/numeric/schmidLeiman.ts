import { type Matrix, multiplyVector, toRows } from "./matrices.ts";
import { type Minres, minres } from "./minres.ts";
import { oblimin } from "./oblimin.ts";

/** A general factor and uncorrelated group factors behind items. */
export interface SchmidLeiman {
  /** Loadings of the items on the general factor; their sum is not negative. */
  readonly general: readonly number[];
  /** Items by group factors. */
  readonly groups: readonly (readonly number[])[];
  readonly uniquenesses: readonly number[];
  /** Correlations of the factors before the general one was taken out of them, and their loadings on it. */
  readonly factorCorrelations: readonly (readonly number[])[];
  readonly factorLoadings: readonly number[];
  /** Items, and factors, held at the smallest uniqueness that is allowed. */
  readonly itemsAtBound: readonly number[];
  readonly factorsAtBound: readonly number[];
  readonly criterion: number;
  readonly belowFirst: number;
  readonly converged: boolean;
}

/**
 * Schmid and Leiman's solution: minres factors, turned by oblimin, and one factor behind those. With two factors their
 * loadings on the general one cannot be told apart and are taken as equal.
 * @param correlations of the items
 * @param factors number of group factors, 2 or more
 * @param starts random starts of the rotation, and their seed
 * @see Schmid & Leiman (1957); Zinbarg, Revelle, Yovel & Li (2005). Reference: psych::schmid
 * @example schmidLeiman([[1, 0.6, 0.6, 0.3, 0.3], [0.6, 1, 0.6, 0.3, 0.3], [0.6, 0.6, 1, 0.3, 0.3], [0.3, 0.3, 0.3, 1, 0.6], [0.3, 0.3, 0.3, 0.6, 1]], 2, { random: 0, seed: 1 }).general[0] // 0.54772255
 */
export function schmidLeiman(
  correlations: readonly (readonly number[])[],
  factors: number,
  starts: { random: number; seed: number },
): SchmidLeiman {
  const first = minres(correlations, factors);
  const { pattern, factorCorrelations, criterion, belowFirst, converged } = oblimin(first.loadings, starts);
  const above = secondOrder(factorCorrelations);
  const loadings = Array.from(above.loadings.data);
  const general = multiplyVector(pattern, loadings);
  const sign = general.reduce((sum, value) => sum + value, 0) < 0 ? -1 : 1;
  return {
    general: Array.from(general, (value) => sign * value),
    groups: toRows(pattern).map((row) => row.map((value, k) => value * Math.sqrt(Math.max(0, 1 - loadings[k]! ** 2)))),
    uniquenesses: first.uniquenesses,
    factorCorrelations: toRows(factorCorrelations),
    factorLoadings: loadings.map((value) => sign * value),
    itemsAtBound: first.atBound,
    factorsAtBound: above.atBound,
    criterion,
    belowFirst,
    converged: converged && first.converged && above.converged,
  };
}

/** One factor behind correlated factors. */
function secondOrder(correlations: Matrix): Pick<Minres, "loadings" | "atBound" | "converged"> {
  if (correlations.columns > 2) return minres(toRows(correlations), 1);
  const r = correlations.data[1]!;
  const loading = Math.sqrt(Math.abs(r));
  const loadings = { rows: 2, columns: 1, data: Float64Array.of(loading, r < 0 ? -loading : loading) };
  return { loadings, atBound: [], converged: true };
}
