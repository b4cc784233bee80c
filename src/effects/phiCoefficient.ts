/** Counts of a two-by-two table: first row a and b, second row c and d. */
export interface TwoByTwo {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/**
 * The correlation of two variables with two values each.
 * @returns (ad - bc) / sqrt of the product of the margins; NaN when a margin is 0
 * @see Fleiss & Berlin (2009). Reference: metafor::escalc(measure = "PHI")
 * @example phiCoefficient({ a: 40, b: 10, c: 10, d: 40 }) // 0.6
 */
export function phiCoefficient({ a, b, c, d }: TwoByTwo): number {
  return (a * d - b * c) / Math.sqrt((a + b) * (c + d)) / Math.sqrt((a + c) * (b + d));
}

/**
 * Large-sample variance of phi when only the total of the table was fixed.
 * @see Yule (1912); Bishop, Fienberg & Holland (1975), eq. 11.3-17. Reference: metafor::escalc(measure = "PHI", vtype = "CS")
 * @example phiVarianceByChance({ a: 25, b: 25, c: 25, d: 25 }) // 0.01
 */
export function phiVarianceByChance(table: TwoByTwo): number {
  const { a, b, c, d } = table;
  const n = a + b + c + d;
  const phi = phiCoefficient(table);
  const rows = (a + b) * (c + d);
  const columns = (a + c) * (b + d);
  const rowSkew = (a + b - c - d) / Math.sqrt(rows);
  const columnSkew = (a + c - b - d) / Math.sqrt(columns);
  const square = phi * phi;
  const skew = phi * (1 + square / 2) * rowSkew * columnSkew - 0.75 * square * (rowSkew ** 2 + columnSkew ** 2);
  return (1 - square + skew) / n;
}

/**
 * Large-sample variance of phi when the row totals were fixed by the design: the delta method on two proportions.
 * @see Bishop, Fienberg & Holland (1975), section 14.6. Reference: metafor::escalc(measure = "PHI", vtype = "ST")
 * @example phiVarianceByDesign({ a: 25, b: 25, c: 25, d: 25 }) // 0.01
 */
export function phiVarianceByDesign({ a, b, c, d }: TwoByTwo): number {
  const [n1, n2] = [a + b, c + d];
  const n = n1 + n2;
  const [p1, p2] = [a / n1, c / n2];
  const product = ((a + c) / n) * ((b + d) / n);
  const bend = ((p1 - p2) * (b + d - a - c)) / n / (2 * product);
  const scale = ((n1 / n) * (n2 / n)) / product;
  const first = (1 - (n1 / n) * bend) ** 2 * p1 * (b / n1);
  const second = (1 + (n2 / n) * bend) ** 2 * p2 * (d / n2);
  return scale * (first / n1 + second / n2);
}
