import {
  biserialFromPointBiserial,
  biserialVariance,
  pointBiserialFromD,
  pointBiserialVariance,
  pointBiserialVarianceByChance,
} from "./biserialCorrelation.ts";
import type { Measure, Reported } from "./measure.ts";
import {
  cohenD,
  hedgesG,
  pooledStandardDeviation,
  smallSampleFactor,
  standardizedDifferenceVariance,
} from "./standardizedMeanDifference.ts";

const GROUPS = ["m1", "sd1", "n1", "m2", "sd2", "n2"] as const;
const df = ({ n1, n2 }: Reported) => n1 + n2 - 2;
const pointBiserial = (row: Reported) => pointBiserialFromD(cohenD(row), row);
const stratified = (row: Reported) => pointBiserialVariance(cohenD(row), row);
/** Mean of the two variances, for groups that need not be equally spread. */
const meanVariance = ({ sd1, sd2 }: Reported) => (sd1 ** 2 + sd2 ** 2) / 2;
const relativeVariances = ({ m1, sd1, n1, m2, sd2, n2 }: Reported) =>
  [(sd1 / m1) ** 2 / n1, (sd2 / m2) ** 2 / n2] as const;

/** Measures made from the means, standard deviations and sizes of two groups. */
export const GROUP_MEASURES = {
  SMD: {
    label: { en: "Hedges' g", nl: "Hedges' g" },
    columns: GROUPS,
    estimate: hedgesG,
    variance: {
      LS: (row, g) => standardizedDifferenceVariance(g, row),
      LS2: (row) => smallSampleFactor(df(row)) ** 2 * standardizedDifferenceVariance(cohenD(row), row),
      UB: (row, g) => {
        const m = df(row);
        return 1 / row.n1 + 1 / row.n2 + (1 - (m - 2) / (m * smallSampleFactor(m) ** 2)) * g * g;
      },
    },
    atMean: true,
  },
  SMDH: {
    label: { en: "standardized difference, unequal variances", nl: "gestandaardiseerd verschil, ongelijke varianties" },
    columns: GROUPS,
    estimate: (row) => (smallSampleFactor(df(row)) * (row.m1 - row.m2)) / Math.sqrt(meanVariance(row)),
    variance: {
      LS: (row, g) => {
        const s2 = meanVariance(row);
        const share1 = row.sd1 ** 2 / s2;
        const share2 = row.sd2 ** 2 / s2;
        const [df1, df2] = [row.n1 - 1, row.n2 - 1];
        return (g * g * (share1 ** 2 / df1 + share2 ** 2 / df2)) / 8 + share1 / df1 + share2 / df2;
      },
    },
  },
  MD: {
    label: { en: "difference of means", nl: "verschil van gemiddelden" },
    columns: GROUPS,
    estimate: ({ m1, m2 }) => m1 - m2,
    variance: {
      LS: ({ sd1, n1, sd2, n2 }) => sd1 ** 2 / n1 + sd2 ** 2 / n2,
      HO: (row) => pooledStandardDeviation(row) ** 2 * (1 / row.n1 + 1 / row.n2),
    },
  },
  ROM: {
    label: { en: "log ratio of means", nl: "log van de verhouding van gemiddelden" },
    columns: GROUPS,
    possible: ({ m1, m2 }) => m1 * m2 > 0,
    estimate: (row) => {
      const [first, second] = relativeVariances(row);
      return Math.log(row.m1 / row.m2) + (first - second) / 2;
    },
    variance: {
      LS: (row) => {
        const [first, second] = relativeVariances(row);
        return first + second;
      },
      LS2: (row) => {
        const [first, second] = relativeVariances(row);
        return first + second + (first ** 2 + second ** 2) / 2;
      },
      HO: (row) => pooledStandardDeviation(row) ** 2 * (1 / (row.n1 * row.m1 ** 2) + 1 / (row.n2 * row.m2 ** 2)),
    },
  },
  RPB: {
    label: { en: "point-biserial correlation", nl: "punt-biseriële correlatie" },
    columns: GROUPS,
    estimate: pointBiserial,
    variance: { LS: stratified, ST: stratified, CS: (row, r) => pointBiserialVarianceByChance(r, row) },
  },
  RBIS: {
    label: { en: "biserial correlation", nl: "biseriële correlatie" },
    columns: GROUPS,
    estimate: (row) => biserialFromPointBiserial(pointBiserial(row), row),
    variance: { LS: (row, r) => biserialVariance(r, row) },
  },
} as const satisfies Record<string, Measure>;
