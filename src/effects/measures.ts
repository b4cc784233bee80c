import type { Text } from "../foundation/phrases.ts";
import { fisherZ, fisherZVariance } from "./fisherZ.ts";
import { correlationVariance } from "./rawCorrelation.ts";

/** What a study reports of one correlation, and what all studies together say. */
export interface ReportedCorrelation {
  readonly r: number;
  readonly n: number;
  /** n-weighted mean correlation of all studies. */
  readonly meanCorrelation: number;
}

/** How one measure of effect size is made from what a study reports. */
export interface Measure {
  readonly label: Text;
  /** n must be larger than this. */
  readonly minimumN: number;
  readonly estimate: (reported: ReportedCorrelation) => number;
  /** Sampling variance, by the formula the option `variance` names. */
  readonly variance: Readonly<Record<VarianceFormula, (reported: ReportedCorrelation) => number>>;
}

/** LS: large-sample variance at the study's own value. AV: at the n-weighted mean of all studies. */
export type VarianceFormula = "LS" | "AV";

const byN = ({ n }: ReportedCorrelation) => fisherZVariance(n);

/** The measures of effect size, under metafor's codes. A further measure is a further entry. */
export const MEASURES = {
  ZCOR: {
    label: { en: "Fisher's z", nl: "Fishers z" },
    minimumN: 3,
    estimate: ({ r }) => fisherZ(r),
    variance: { LS: byN, AV: byN },
  },
  COR: {
    label: { en: "correlation", nl: "correlatie" },
    minimumN: 1,
    estimate: ({ r }) => r,
    variance: {
      LS: ({ r, n }) => correlationVariance(r, n),
      AV: ({ meanCorrelation, n }) => correlationVariance(meanCorrelation, n),
    },
  },
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof MEASURES;
export const MEASURE_CODES = Object.keys(MEASURES) as [MeasureCode, ...MeasureCode[]];
