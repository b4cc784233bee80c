import type { Text } from "../foundation/phrases.ts";
import type { EffectColumn } from "./effectColumns.ts";

/** What a study reports: a number per column; columns that the measure does not use are NaN. */
export type Reported = Readonly<Record<EffectColumn, number>>;

/**
 * How a sampling variance is made. LS large-sample, LS2 and UB its refinements, HO equal variances in both groups,
 * H0 if the true effect were 0, ST or CS stratified or cross-sectional sampling, AV as LS at the n-weighted mean effect.
 */
export const VARIANCE_FORMULAS = ["LS", "LS2", "UB", "HO", "H0", "ST", "CS", "AV"] as const;
export type VarianceFormula = (typeof VARIANCE_FORMULAS)[number];

/** Sampling variance from what a study reports and its estimate (or, for AV, the mean of all estimates). */
export type Variance = (reported: Reported, estimate: number) => number;

/** How one measure of effect size is made from what a study reports. */
export interface Measure {
  readonly label: Text;
  /** The columns it needs: it takes no others. */
  readonly columns: readonly EffectColumn[];
  /** Columns that must be larger than this, where that is stricter than the column's own bounds. */
  readonly above?: Partial<Readonly<Record<EffectColumn, number>>>;
  /** Whether the columns of a row fit together. */
  readonly possible?: (reported: Reported) => boolean;
  readonly estimate: (reported: Reported) => number;
  readonly variance: { readonly LS: Variance } & Partial<Readonly<Record<Exclude<VarianceFormula, "AV">, Variance>>>;
  /** Whether the large-sample variance may be taken at the mean of all estimates. */
  readonly atMean?: boolean;
  /** Counts that may be zero: which, and what is added to them unless the user says otherwise. */
  readonly cells?: { readonly kind: "table" | "proportion"; readonly add: number };
}

/** The names of the variances that a measure has. */
export function variancesOf({ variance, atMean }: Measure): VarianceFormula[] {
  return VARIANCE_FORMULAS.filter((name) => (name === "AV" ? atMean : variance[name]) !== undefined);
}

/** Number of cases a row rests on. */
export function casesOf({ columns }: Measure, row: Reported): number {
  if (columns.includes("n")) return row.n;
  return columns.includes("n1") ? row.n1 + row.n2 : row.a + row.b + row.c + row.d;
}
