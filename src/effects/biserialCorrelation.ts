import { normalDensity, normalUpperQuantile } from "../numeric/normal.ts";
import type { GroupSizes } from "./correlationToD.ts";
import { standardizedDifferenceVariance } from "./standardizedMeanDifference.ts";

/** What links d to r: d^2 (1 - r^2) = h r^2. */
function balance({ n1, n2 }: GroupSizes): number {
  const df = n1 + n2 - 2;
  return df / n1 + df / n2;
}

/**
 * The correlation of a variable with membership of two groups, as it would come out of their raw data.
 * @param d standardized mean difference with the pooled standard deviation, not corrected for small samples
 * @returns d / sqrt(d^2 + h), h = m/n1 + m/n2, m = n1 + n2 - 2
 * @see Tate (1954); Jacobs & Viechtbauer (2017), eq. 6. Reference: metafor::escalc(measure = "RPB")
 * @example pointBiserialFromD(0.5, { n1: 50, n2: 50 }) // 0.2448510534371959
 */
export function pointBiserialFromD(d: number, sizes: GroupSizes): number {
  return d / Math.hypot(d, Math.sqrt(balance(sizes)));
}

/**
 * Variance of a point-biserial correlation when the sizes of the groups were fixed by the design.
 * @param d standardized mean difference, not corrected for small samples
 * @returns h^2 / (h + d^2)^3 times the large-sample variance of d
 * @see Jacobs & Viechtbauer (2017). Reference: metafor::escalc(measure = "RPB", vtype = "ST")
 * @example pointBiserialVariance(0, { n1: 50, n2: 50 }) // 0.01020408163265306
 */
export function pointBiserialVariance(d: number, sizes: GroupSizes): number {
  const h = balance(sizes);
  return (h * h * standardizedDifferenceVariance(d, sizes)) / (h + d * d) ** 3;
}

/**
 * Variance of a point-biserial correlation when the sizes of the groups came about by chance.
 * @param r point-biserial correlation
 * @returns (1 - r^2)^2 (1 - 3 r^2 / 2 + r^2 / (4 p q)) / n, p and q the shares of the groups
 * @see Tate (1954). Reference: metafor::escalc(measure = "RPB", vtype = "CS")
 * @example pointBiserialVarianceByChance(0, { n1: 50, n2: 50 }) // 0.01
 */
export function pointBiserialVarianceByChance(r: number, { n1, n2 }: GroupSizes): number {
  const n = n1 + n2;
  const square = r * r;
  return ((1 - r) ** 2 * (1 + r) ** 2 * (1 - 1.5 * square + (square * n * n) / (4 * n1 * n2))) / n;
}

/**
 * Large-sample variance of the correlation that rFromD makes.
 * @param d standardized mean difference
 * @returns a^2 v / (d^2 + a)^3, v the large-sample variance of d, a = (n1 + n2)^2 / (n1 n2)
 * @see Borenstein, Hedges, Higgins & Rothstein (2009), eq. 7.9
 * @example rFromDVariance(0, { n1: 50, n2: 50 }) // 0.01
 */
export function rFromDVariance(d: number, sizes: GroupSizes): number {
  const a = (1 + sizes.n1 / sizes.n2) * (1 + sizes.n2 / sizes.n1);
  return (a * a * standardizedDifferenceVariance(d, sizes)) / (d * d + a) ** 3;
}

/** Where a normal trait was cut, and how high its density is there. */
function cut({ n1, n2 }: GroupSizes) {
  const p = n1 / (n1 + n2);
  const threshold = n1 <= n2 ? normalUpperQuantile(p) : -normalUpperQuantile(n2 / (n1 + n2));
  return { p, q: n2 / (n1 + n2), threshold, density: normalDensity(threshold) };
}

/**
 * The correlation with the normal trait that was cut into two groups.
 * @param r point-biserial correlation
 * @returns r sqrt(pq) / f, f the normal density at the cut; can pass 1 when the trait was not normal
 * @see Soper (1914); Jacobs & Viechtbauer (2017), eq. 8. Reference: metafor::escalc(measure = "RBIS")
 * @example biserialFromPointBiserial(0.5, { n1: 50, n2: 50 }) // 0.6266570686577502
 */
export function biserialFromPointBiserial(r: number, sizes: GroupSizes): number {
  const { p, q, density } = cut(sizes);
  return (r * Math.sqrt(p * q)) / density;
}

/**
 * Large-sample variance of a biserial correlation.
 * @param r biserial correlation; beyond 1 the variance is that at 1
 * @returns [pq/f^2 - (3/2 + (1 - pz/f)(1 + qz/f)) r^2 + r^4] / (n - 1), z the cut
 * @see Soper (1914). Reference: metafor::escalc(measure = "RBIS")
 * @example biserialVariance(0, { n1: 50, n2: 51 }) // 0.015708842279339826
 */
export function biserialVariance(r: number, sizes: GroupSizes): number {
  const { p, q, threshold, density } = cut(sizes);
  const slope = 1.5 + (1 - (p * threshold) / density) * (1 + (q * threshold) / density);
  const square = Math.min(r * r, 1);
  return ((p * q) / density ** 2 - slope * square + square * square) / (sizes.n1 + sizes.n2 - 1);
}
