import { fisherZ, fisherZVariance } from "./fisherZ.ts";
import type { Measure, Reported } from "./measure.ts";
import {
  partialCorrelationFromT,
  partialCorrelationVariance,
  semipartialCorrelationFromT,
  semipartialCorrelationVariance,
} from "./partialCorrelationFromT.ts";
import { correlationVariance } from "./rawCorrelation.ts";
import { unbiasedCorrelation, unbiasedCorrelationVariance } from "./unbiasedCorrelation.ts";

const byN = ({ n }: Reported) => fisherZVariance(n);
const hasResidualCases = ({ n, predictors }: Reported) => n - predictors > 1;
const spared = (r: number) => ((1 - r) * (1 + r)) ** 2;

/** Measures made from correlations, and from the tests of regression coefficients. */
export const CORRELATION_MEASURES = {
  ZCOR: {
    label: { en: "Fisher's z", nl: "Fishers z" },
    columns: ["r", "n"],
    above: { n: 3 },
    estimate: ({ r }) => fisherZ(r),
    variance: { LS: byN },
    atMean: true,
  },
  COR: {
    label: { en: "correlation", nl: "correlatie" },
    columns: ["r", "n"],
    above: { n: 1 },
    estimate: ({ r }) => r,
    variance: {
      LS: ({ n }, r) => correlationVariance(r, n),
      H0: ({ n }, r) => ((1 - r) * (1 + r)) / (n - 2),
    },
    atMean: true,
  },
  UCOR: {
    label: { en: "unbiased correlation", nl: "zuivere correlatie" },
    columns: ["r", "n"],
    above: { n: 4 },
    estimate: ({ r, n }) => unbiasedCorrelation(r, n),
    variance: {
      LS: ({ n }, y) => correlationVariance(y, n),
      UB: ({ r, n }) => unbiasedCorrelationVariance(r, n),
    },
    atMean: true,
  },
  PCOR: {
    label: { en: "partial correlation", nl: "partiële correlatie" },
    columns: ["t", "n", "predictors"],
    possible: hasResidualCases,
    estimate: partialCorrelationFromT,
    variance: { LS: (row, r) => partialCorrelationVariance(r, row) },
    atMean: true,
  },
  ZPCOR: {
    label: { en: "Fisher's z of the partial correlation", nl: "Fishers z van de partiële correlatie" },
    columns: ["t", "n", "predictors"],
    possible: ({ n, predictors }) => n - predictors > 2,
    // atanh(t / sqrt(t^2 + df)), in a form that keeps its digits when r is next to 1.
    estimate: ({ t, n, predictors }) => Math.asinh(t / Math.sqrt(n - predictors - 1)),
    variance: { LS: ({ n, predictors }) => 1 / (n - predictors - 2) },
    atMean: true,
  },
  SPCOR: {
    label: { en: "semipartial correlation", nl: "semipartiële correlatie" },
    columns: ["t", "n", "predictors", "r2"],
    possible: (row) => hasResidualCases(row) && addsNoMoreThanAll(row),
    estimate: (row) => semipartialCorrelationFromT(row, row.r2),
    variance: { LS: ({ r2, n }, r) => semipartialCorrelationVariance(r, r2, n) },
    atMean: true,
  },
  ZSPCOR: {
    label: { en: "Fisher's z of the semipartial correlation", nl: "Fishers z van de semipartiële correlatie" },
    columns: ["t", "n", "predictors", "r2"],
    possible: (row) => hasResidualCases(row) && addsNoMoreThanAll(row),
    estimate: (row) => fisherZ(semipartialCorrelationFromT(row, row.r2)),
    variance: {
      LS: (row) => {
        const r = semipartialCorrelationFromT(row, row.r2);
        return semipartialCorrelationVariance(r, row.r2, row.n) / spared(r);
      },
    },
  },
} as const satisfies Record<string, Measure>;

/** A predictor cannot explain more than all predictors together; half a unit of a printed second digit is let through. */
function addsNoMoreThanAll(row: Reported): boolean {
  return semipartialCorrelationFromT(row, row.r2) ** 2 <= row.r2 + 0.005;
}
