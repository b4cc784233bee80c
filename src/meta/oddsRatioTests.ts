import { chiSquareUpper } from "../numeric/chiSquare.ts";
import type { EqualityTest } from "./equalityTest.ts";
import { expectedCount, hypergeometricVariance, isInformative, type Table, total } from "./twoByTwoTables.ts";

/**
 * Test that the groups do not differ in any study; null when no table says anything.
 * @param isCorrected takes 1/2 off the difference (not below 0), for the continuity of chi-square
 * @see Cochran (1954); Mantel & Haenszel (1959). Reference: metafor::rma.mh, MH; stats::mantelhaen.test
 */
export function cochranMantelHaenszel(tables: readonly Table[], isCorrected: boolean): EqualityTest | null {
  const used = tables.filter(isInformative);
  const variance = total(used, hypergeometricVariance);
  if (!(variance > 0)) return null;
  const excess = Math.abs(total(used, (table) => table.a - expectedCount(table)));
  const statistic = Math.max(0, excess - (isCorrected ? 0.5 : 0)) ** 2 / variance;
  return { statistic, df: 1, pValue: chiSquareUpper(statistic, 1) };
}

/** Tests that the odds ratio is the same in all studies, without and with Tarone's correction. */
export interface HomogeneityTests {
  readonly breslowDay: EqualityTest;
  readonly tarone: EqualityTest;
}

/**
 * How far the tables lie from what the pooled odds ratio expects; null below two tables that say anything.
 * @param oddsRatio pooled by Mantel and Haenszel
 * @see Breslow & Day (1980), p. 142; Tarone (1985). Reference: metafor::rma.mh, TA
 */
export function homogeneityTests(tables: readonly Table[], oddsRatio: number): HomogeneityTests | null {
  const used = tables.filter(isInformative);
  const df = used.length - 1;
  if (df < 1) return null;
  const fitted = new Map(used.map((table) => [table, fittedCount(table, oddsRatio)]));
  const excess = (table: Table) => table.a - fitted.get(table)!;
  const variance = (table: Table) => varianceAt(table, fitted.get(table)!);
  const breslowDay = total(used, (table) => excess(table) ** 2 / variance(table));
  const correction = total(used, excess) ** 2 / total(used, variance);
  const tested = (statistic: number) => ({ statistic, df, pValue: chiSquareUpper(statistic, df) });
  return { breslowDay: tested(breslowDay), tarone: tested(Math.max(0, breslowDay - correction)) };
}

/** The first cell that has this odds ratio in a table of the same margins: a root of a quadratic, without cancelling. */
function fittedCount({ n1, n2, present }: Table, oddsRatio: number): number {
  const square = 1 - oddsRatio;
  const slope = n2 - present + oddsRatio * (n1 + present);
  const constant = oddsRatio * n1 * present;
  const root = Math.sqrt(slope * slope + 4 * square * constant);
  return slope > 0 ? (2 * constant) / (slope + root) : (root - slope) / (2 * square);
}

function varianceAt({ n1, n2, present }: Table, count: number): number {
  return 1 / (1 / count + 1 / (n1 - count) + 1 / (present - count) + 1 / (n2 - present + count));
}
