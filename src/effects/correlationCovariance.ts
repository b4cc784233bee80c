import { nonOverlappingCorrelation } from "../numeric/dependentCorrelations.ts";

/** The names of the two variables of a correlation. */
export type VariablePair = readonly [string, string];

/** What is known of a sample: the correlation of two of its variables, null where it was not reported. */
export type CorrelationOf = (x: string, y: string) => number | null;

/**
 * Correlation of the sampling errors of two correlations found in one sample, for large samples. Correlations may share a
 * variable, or be the same one.
 * @param some variables of the first correlation
 * @param other variables of the second
 * @param known correlations of the sample; needed between all four variables
 * @returns -1 to 1; null where a correlation that is needed was not reported
 * @see Olkin & Siotani (1976), eq. 2.1; Steiger (1980), eqs. 2-3. Reference: metafor::rcalc
 * @example errorCorrelation(["a", "b"], ["a", "c"], (x, y) => (x === y ? 1 : { ab: 0.5, ac: 0.3, bc: 0.4 }[[x, y].sort().join("")])) // 0.331868131868132
 */
export function errorCorrelation([s, t]: VariablePair, [u, v]: VariablePair, known: CorrelationOf): number | null {
  const [st, uv, su, sv, tu, tv] = [known(s, t), known(u, v), known(s, u), known(s, v), known(t, u), known(t, v)];
  const missing = [st, uv, su, sv, tu, tv].some((value) => value === null);
  return missing ? null : nonOverlappingCorrelation(st!, uv!, { jh: su!, jm: sv!, kh: tu!, km: tv! });
}
