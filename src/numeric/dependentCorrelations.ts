/**
 * Correlation of two sample correlations that share a variable: r(j,k) and r(j,h).
 * @param jk first correlation
 * @param jh second correlation
 * @param kh correlation of the variables that are not shared
 * @returns -1 to 1, for large samples
 * @see Dunn & Clark (1969); Steiger (1980), eq. 3
 * @example overlappingCorrelation(0.5, 0.3, 0.4) // 0.331868131868132
 */
export function overlappingCorrelation(jk: number, jh: number, kh: number): number {
  const left = 1 - jk ** 2 - jh ** 2;
  const covariance = kh * left - (jk * jh * (left - kh ** 2)) / 2;
  return covariance / ((1 - jk ** 2) * (1 - jh ** 2));
}

/** The four correlations between the variables of one pair (j, k) and those of another (h, m). */
export interface CrossCorrelations {
  readonly jh: number;
  readonly jm: number;
  readonly kh: number;
  readonly km: number;
}

/**
 * Correlation of two sample correlations without a variable in common: r(j,k) and r(h,m).
 * @see Dunn & Clark (1969); Steiger (1980), eq. 2
 * @example nonOverlappingCorrelation(0, 0, { jh: 0.5, jm: 0, kh: 0, km: 0.5 }) // 0.25
 */
export function nonOverlappingCorrelation(jk: number, hm: number, { jh, jm, kh, km }: CrossCorrelations): number {
  const twice =
    (jh - jk * kh) * (km - kh * hm) +
    (jm - jh * hm) * (kh - jk * jh) +
    (jh - jm * hm) * (km - jk * jm) +
    (jm - jk * km) * (kh - km * hm);
  return twice / 2 / ((1 - jk ** 2) * (1 - hm ** 2));
}

/**
 * Williams's t of two correlations that share a variable; n - 3 degrees of freedom.
 * @see Williams (1959); Steiger (1980), eq. 7
 * @example williamsT(0.5, 0.3, 0.4, 100) // 2.065
 */
export function williamsT(jk: number, jh: number, kh: number, n: number): number {
  const determinant = 1 - jk ** 2 - jh ** 2 - kh ** 2 + 2 * jk * jh * kh;
  const mean = (jk + jh) / 2;
  const spread = (2 * (n - 1) * determinant) / (n - 3) + mean ** 2 * (1 - kh) ** 3;
  return (jk - jh) * Math.sqrt(((n - 1) * (1 + kh)) / spread);
}

/** A correlation with its own limits. */
export interface Bounded {
  readonly r: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Interval of the difference of two correlations from their own intervals.
 * @param c correlation of the two sample correlations; 0 when the samples are independent
 * @see Zou (2007), eq. 15
 * @example differenceInterval({ r: 0.5, lower: 0.3, upper: 0.6 }, { r: 0.5, lower: 0.3, upper: 0.6 }, 0).lower // -0.223606797749979
 */
export function differenceInterval(a: Bounded, b: Bounded, c: number): { lower: number; upper: number } {
  const reach = (x: number, y: number) => Math.sqrt(Math.max(0, x ** 2 + y ** 2 - 2 * c * x * y));
  const difference = a.r - b.r;
  return {
    lower: difference - reach(a.r - a.lower, b.upper - b.r),
    upper: difference + reach(a.upper - a.r, b.r - b.lower),
  };
}
