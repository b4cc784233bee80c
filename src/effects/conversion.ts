import { z } from "zod";

/** The statistics from which a correlation can be made, the surest first: where a row has several, the first counts. */
export const STATISTICS = ["r", "t", "F", "d", "chi2", "oddsRatio", "beta", "p"] as const;
export type StatisticColumn = (typeof STATISTICS)[number];

/**
 * Kinds of correlation that should not be pooled unseen: of two continuous variables, with membership of two groups,
 * of two variables with two values, derived from an odds ratio, derived from a beta.
 */
export const KINDS = ["correlation", "point-biserial", "phi", "odds ratio", "beta"] as const;

/** What had to be taken for granted. */
export const ASSUMPTIONS = [
  "equal groups",
  "logistic trait",
  "approximate",
  "beyond range",
  "understated variance",
] as const;

/** How one correlation came about: enough to do it again by hand. */
export const derivation = z.strictObject({
  statistic: z.enum(STATISTICS),
  /** The columns that were used, the statistic first. */
  columns: z.array(z.string()),
  formula: z.string(),
  variance: z.string(),
  source: z.string(),
  assumptions: z.array(z.enum(ASSUMPTIONS)),
});
export type Derivation = z.output<typeof derivation>;

/** One row of mixed statistics; what is not reported is NaN. */
export interface MixedRow extends Readonly<Record<StatisticColumn, number>> {
  readonly df: number;
  readonly n: number;
  readonly n1: number;
  readonly n2: number;
  readonly direction: number;
}

/** A correlation with where it comes from. */
export interface Converted {
  readonly r: number;
  readonly n: number;
  readonly samplingVariance: number;
  readonly kind: (typeof KINDS)[number];
  readonly derivation: Derivation;
}

/** The statistic of a row that counts; null where it reports none. */
export function statisticOf(row: MixedRow): StatisticColumn | null {
  return STATISTICS.find((name) => !Number.isNaN(row[name])) ?? null;
}

export function hasGroups({ n1, n2 }: MixedRow): boolean {
  return !Number.isNaN(n1) && !Number.isNaN(n2);
}

/** Number of cases: n, or both groups together, or two more than the degrees of freedom; NaN when none is known. */
export function sizeOf(row: MixedRow): number {
  if (!Number.isNaN(row.n)) return row.n;
  return hasGroups(row) ? row.n1 + row.n2 : row.df + 2;
}
