import { polychoric } from "../numeric/polychoric.ts";
import type { Measure, Reported } from "./measure.ts";
import { phiCoefficient, phiVarianceByChance, phiVarianceByDesign } from "./phiCoefficient.ts";

const CELLS = ["a", "b", "c", "d"] as const;
const HALF = { kind: "table", add: 0.5 } as const;
const NOTHING = { kind: "table", add: 0 } as const;

const logOdds = ({ a, b, c, d }: Reported) => Math.log(a / b) - Math.log(c / d);
const sumOfInverses = ({ a, b, c, d }: Reported) => 1 / a + 1 / b + 1 / c + 1 / d;
const angle = (share: number, other: number) => Math.atan2(Math.sqrt(share), Math.sqrt(other));
const tetrachoric = ({ a, b, c, d }: Reported) => polychoric(tableOf(a, b, c, d));
const spread = (a: number, b: number, least: number) => ((a / (a + b)) * (b / (a + b))) / (a + b - least);

/** A margin of zero has no threshold: polychoric gives NaN for a table of one row. */
function tableOf(a: number, b: number, c: number, d: number): number[][] {
  return a + b === 0 || c + d === 0 || a + c === 0 || b + d === 0
    ? [[a + b + c + d]]
    : [
        [a, b],
        [c, d],
      ];
}

/** Variance of the number in the first cell when all margins are fixed. */
function hypergeometricVariance({ a, b, c, d }: Reported): number {
  const n = a + b + c + d;
  return (((a + b) / n) * ((c + d) / n) * (a + c) * (b + d)) / (n - 1);
}

/** Measures made from two-by-two tables: first group a with and b without the outcome, second group c and d. */
export const TABLE_MEASURES = {
  OR: {
    label: { en: "log odds ratio", nl: "log van de odds-ratio" },
    columns: CELLS,
    cells: HALF,
    estimate: logOdds,
    variance: { LS: sumOfInverses },
  },
  RR: {
    label: { en: "log risk ratio", nl: "log van de risicoratio" },
    columns: CELLS,
    cells: HALF,
    estimate: ({ a, b, c, d }) => Math.log(a / (a + b)) - Math.log(c / (c + d)),
    variance: { LS: ({ a, b, c, d }) => b / a / (a + b) + d / c / (c + d) },
  },
  RD: {
    label: { en: "risk difference", nl: "risicoverschil" },
    columns: CELLS,
    cells: HALF,
    estimate: ({ a, b, c, d }) => a / (a + b) - c / (c + d),
    variance: {
      LS: ({ a, b, c, d }) => spread(a, b, 0) + spread(c, d, 0),
      UB: ({ a, b, c, d }) => spread(a, b, 1) + spread(c, d, 1),
    },
  },
  AS: {
    label: { en: "arcsine difference", nl: "arcsinusverschil" },
    columns: CELLS,
    cells: NOTHING,
    estimate: ({ a, b, c, d }) => angle(a, b) - angle(c, d),
    variance: { LS: ({ a, b, c, d }) => 1 / (4 * (a + b)) + 1 / (4 * (c + d)) },
  },
  PETO: {
    label: { en: "log odds ratio by Peto", nl: "log van de odds-ratio volgens Peto" },
    columns: CELLS,
    cells: HALF,
    estimate: (row) => {
      const { a, b, c, d } = row;
      return (a * d - b * c) / (a + b + c + d) / hypergeometricVariance(row);
    },
    variance: { LS: (row) => 1 / hypergeometricVariance(row) },
  },
  PHI: {
    label: { en: "phi coefficient", nl: "phi-coëfficiënt" },
    columns: CELLS,
    cells: NOTHING,
    estimate: phiCoefficient,
    variance: { LS: phiVarianceByChance, CS: phiVarianceByChance, ST: phiVarianceByDesign },
  },
  YUQ: {
    label: { en: "Yule's Q", nl: "Yules Q" },
    columns: CELLS,
    cells: HALF,
    estimate: (row) => Math.tanh(logOdds(row) / 2),
    variance: { LS: (row) => sumOfInverses(row) / (4 * Math.cosh(logOdds(row) / 2) ** 4) },
  },
  YUY: {
    label: { en: "Yule's Y", nl: "Yules Y" },
    columns: CELLS,
    cells: HALF,
    estimate: (row) => Math.tanh(logOdds(row) / 4),
    variance: { LS: (row) => sumOfInverses(row) / (16 * Math.cosh(logOdds(row) / 4) ** 4) },
  },
  RTET: {
    label: { en: "tetrachoric correlation", nl: "tetrachorische correlatie" },
    columns: CELLS,
    cells: NOTHING,
    estimate: (row) => tetrachoric(row).rho,
    variance: { LS: (row) => tetrachoric(row).standardError ** 2 },
  },
} as const satisfies Record<string, Measure>;
