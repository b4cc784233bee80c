import { pointBiserialFromD, pointBiserialVariance, rFromDVariance } from "./biserialCorrelation.ts";
import {
  type Converted,
  type Derivation,
  hasGroups,
  type MixedRow,
  type StatisticColumn,
  sizeOf,
} from "./conversion.ts";
import { LARGEST_BETA, rFromBeta } from "./convertBeta.ts";
import { dFromOddsRatio } from "./convertOddsRatio.ts";
import { type Direction, rFromChi2, rFromF, rFromP, rFromT } from "./convertTestStatistics.ts";
import { dFromR, type GroupSizes, rFromD } from "./correlationToD.ts";
import { correlationVariance } from "./rawCorrelation.ts";

/** How d becomes r: by the degrees of freedom of its standard deviation, as t does, or for large samples. */
export const DIFFERENCE_FORMULAS = ["exact", "largeSample"] as const;
export type DifferenceFormula = (typeof DIFFERENCE_FORMULAS)[number];

/** A correlation before its variance. */
interface Draft extends Pick<Derivation, "columns" | "formula" | "source"> {
  readonly r: number;
  readonly kind: Converted["kind"];
  readonly assumptions?: Derivation["assumptions"];
  readonly variance?: { readonly value: number; readonly formula: string };
}

const BY_GROUPS = "h^2 / (h + d^2)^3 (1/n1 + 1/n2 + d^2 / (2 n)), h = (n - 2)/n1 + (n - 2)/n2";
const BY_LARGE_GROUPS = "a^2 / (d^2 + a)^3 (1/n1 + 1/n2 + d^2 / (2 n)), a = n^2 / (n1 n2)";
const BY_N = "(1 - r^2)^2 / (n - 1)";
const ROSENTHAL = "Rosenthal (1994)";

/**
 * The correlation that a row amounts to, with its variance and its derivation.
 * @param row checked: it has what its statistic needs
 */
export function convertRow(row: MixedRow, statistic: StatisticColumn, formula: DifferenceFormula): Converted {
  const draft = DRAFTS[statistic](row, formula);
  const { r, kind } = draft;
  const n = sizeOf(row);
  const variance = draft.variance ?? defaultVariance(draft, row);
  return {
    ...{ r, n, kind, samplingVariance: variance.value },
    derivation: {
      ...{ statistic, columns: draft.columns, formula: draft.formula, variance: variance.formula },
      ...{ source: draft.source, assumptions: draft.assumptions ?? [] },
    },
  };
}

const DRAFTS: Readonly<Record<StatisticColumn, (row: MixedRow, formula: DifferenceFormula) => Draft>> = {
  r: (row) => ({
    r: row.r,
    kind: kindOfTest(row),
    columns: ["r", ...sizeColumns(row)],
    formula: "r",
    source: "Pearson (1896)",
  }),
  t: (row) => ({
    r: rFromT(row.t, dfOf(row)),
    kind: kindOfTest(row),
    columns: ["t", ...dfColumns(row)],
    formula: "t / sqrt(t^2 + df)",
    source: ROSENTHAL,
  }),
  F: (row) => ({
    r: rFromF(row.F, dfOf(row), row.direction as Direction),
    kind: kindOfTest(row),
    columns: ["F", ...dfColumns(row), "direction"],
    formula: "direction sqrt(F / (F + df))",
    source: ROSENTHAL,
  }),
  d: draftOfD,
  chi2: (row) => ({
    r: rFromChi2(row.chi2, sizeOf(row), row.direction as Direction),
    kind: "phi",
    columns: ["chi2", ...sizeColumns(row), "direction"],
    formula: "direction sqrt(chi2 / n)",
    source: ROSENTHAL,
  }),
  oddsRatio: (row) => ({
    r: rFromD(dFromOddsRatio(row.oddsRatio), groupsOf(row)),
    kind: "odds ratio",
    columns: ["oddsRatio", ...sizeColumns(row)],
    formula: "d / sqrt(d^2 + a), d = ln(OR) sqrt(3) / pi, a = n^2 / (n1 n2)",
    source: "Hasselblad & Hedges (1995); Borenstein et al. (2009), eq. 7.1 and 7.7",
    assumptions: [...equalGroups(row), "logistic trait", "understated variance"],
  }),
  beta: (row) => ({
    r: rFromBeta(row.beta),
    kind: "beta",
    columns: ["beta", ...sizeColumns(row)],
    formula: row.beta >= 0 ? "beta + 0.05" : "beta",
    source: "Peterson & Brown (2005)",
    assumptions: ["approximate", ...beyondRange(row), "understated variance"],
  }),
  p: (row) => ({
    r: rFromP(row.p, sizeOf(row), row.direction as Direction),
    kind: kindOfTest(row),
    columns: ["p", ...sizeColumns(row), "direction"],
    formula: "direction t / sqrt(t^2 + n - 2), t the upper p/2 point of Student's t with n - 2 df",
    source: "Rosenthal (1994); Rosenthal & Rubin (2003)",
  }),
};

function draftOfD(row: MixedRow, formula: DifferenceFormula): Draft {
  const sizes = groupsOf(row);
  const shared = {
    kind: "point-biserial" as const,
    columns: ["d", ...sizeColumns(row)],
    assumptions: equalGroups(row),
  };
  if (formula === "largeSample")
    return {
      ...shared,
      r: rFromD(row.d, sizes),
      formula: "d / sqrt(d^2 + a), a = n^2 / (n1 n2)",
      variance: { value: rFromDVariance(row.d, sizes), formula: BY_LARGE_GROUPS },
      source: "Borenstein et al. (2009), eq. 7.7 and 7.9",
    };
  return {
    ...shared,
    r: pointBiserialFromD(row.d, sizes),
    formula: "d / sqrt(d^2 + h), h = (n - 2)/n1 + (n - 2)/n2",
    variance: { value: pointBiserialVariance(row.d, sizes), formula: BY_GROUPS },
    source: "Tate (1954); Jacobs & Viechtbauer (2017)",
  };
}

/** For groups the variance is that of the d which amounts to the same correlation. */
function defaultVariance({ r, kind }: Draft, row: MixedRow): NonNullable<Draft["variance"]> {
  const n = sizeOf(row);
  if (kind !== "point-biserial") return { value: correlationVariance(r, n), formula: BY_N };
  const sizes = groupsOf(row);
  const d = dFromR(r, sizes) * Math.sqrt((n - 2) / n);
  return { value: pointBiserialVariance(d, sizes), formula: BY_GROUPS };
}

function kindOfTest(row: MixedRow): Converted["kind"] {
  return hasGroups(row) ? "point-biserial" : "correlation";
}

/** The two groups; halves of n where they are not known. */
function groupsOf(row: MixedRow): GroupSizes {
  return hasGroups(row) ? { n1: row.n1, n2: row.n2 } : { n1: row.n / 2, n2: row.n / 2 };
}

function equalGroups(row: MixedRow): Derivation["assumptions"] {
  return hasGroups(row) ? [] : ["equal groups"];
}

function beyondRange({ beta }: MixedRow): Derivation["assumptions"] {
  return Math.abs(beta) > LARGEST_BETA ? ["beyond range"] : [];
}

function dfOf(row: MixedRow): number {
  return Number.isNaN(row.df) ? sizeOf(row) - 2 : row.df;
}

function sizeColumns(row: MixedRow): string[] {
  if (hasGroups(row)) return ["n1", "n2"];
  return Number.isNaN(row.n) ? [] : ["n"];
}

function dfColumns(row: MixedRow): string[] {
  return Number.isNaN(row.df) ? sizeColumns(row) : ["df", ...sizeColumns(row)];
}
