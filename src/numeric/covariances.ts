/** Covariances of columns with what is known of their missing values. */
export interface Covariances {
  /** Covariance matrix, denominator n - 1. */
  readonly matrix: readonly (readonly number[])[];
  readonly means: readonly number[];
  /** Values used, and values missing, per column. */
  readonly counts: readonly number[];
  readonly missingCounts: readonly number[];
  /** Rows used: the complete ones (listwise) or those with any value (pairwise). */
  readonly n: number;
  /** Missing values in all columns together. */
  readonly missing: number;
  /** Smallest and largest number of rows behind one covariance. */
  readonly lowest: number;
  readonly highest: number;
}
export declare function covariances(columns: readonly Float64Array[], missing: "listwise" | "pairwise"): Covariances;
