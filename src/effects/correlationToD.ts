import { refuse } from "../foundation/errors.ts";

/** Sizes of the two groups that d compares. */
export interface GroupSizes {
  readonly n1: number;
  readonly n2: number;
}

/**
 * The standardized mean difference between two groups that a point-biserial correlation amounts to.
 * For a correlation of two continuous variables it answers "as if one had been split in two groups".
 * @param r correlation, between -1 and 1
 * @param sizes sizes of the two groups; left out, they are taken as equal
 * @returns d = r sqrt(a) / sqrt(1 - r^2), a = (n1 + n2)^2 / (n1 n2), which is 4 for equal groups
 * @throws effect/correlation-range, effect/group-sizes
 * @see Borenstein, Hedges, Higgins & Rothstein (2009), eq. 7.5 and 7.8
 * @example dFromR(0.5) // 1.1547005383792517
 */
export function dFromR(r: number, sizes?: GroupSizes): number {
  if (!(Math.abs(r) < 1)) refuse("effect/correlation-range");
  return (r * Math.sqrt(imbalance(sizes))) / Math.sqrt((1 - r) * (1 + r));
}

/**
 * The point-biserial correlation that a standardized mean difference amounts to.
 * @param d standardized mean difference
 * @param sizes sizes of the two groups; left out, they are taken as equal
 * @returns r = d / sqrt(d^2 + a), a = (n1 + n2)^2 / (n1 n2), which is 4 for equal groups
 * @throws effect/group-sizes
 * @see Borenstein, Hedges, Higgins & Rothstein (2009), eq. 7.7 and 7.8
 * @example rFromD(1) // 0.44721359549995794
 */
export function rFromD(d: number, sizes?: GroupSizes): number {
  return d / Math.hypot(d, Math.sqrt(imbalance(sizes)));
}

/** 4 for equal groups, more the further they are apart. */
function imbalance(sizes?: GroupSizes): number {
  if (!sizes) return 4;
  const { n1, n2 } = sizes;
  if (!(n1 > 0 && n2 > 0)) refuse("effect/group-sizes");
  return (1 + n1 / n2) * (1 + n2 / n1);
}
