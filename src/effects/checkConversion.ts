import type { Problem } from "../foundation/errors.ts";
import { hasGroups, type MixedRow, type StatisticColumn, sizeOf } from "./conversion.ts";

/** Statistics that do not tell which way the association goes. */
const UNSIGNED: readonly StatisticColumn[] = ["F", "chi2", "p"];

/**
 * What keeps a row from being converted.
 * @param row counting from 1
 */
export function conversionProblems(values: MixedRow, statistic: StatisticColumn, row: number): Problem[] {
  return [
    ...sizeProblems(values, statistic, row),
    ...boundProblems(values, statistic, row),
    ...directionProblems(values, statistic, row),
  ];
}

function sizeProblems(values: MixedRow, statistic: StatisticColumn, row: number): Problem[] {
  const { n, n1, n2, df } = values;
  if (Number.isNaN(n1) !== Number.isNaN(n2))
    return [{ code: "convert/needs", values: { statistic, needed: "n1, n2" }, location: { row } }];
  const usesDf = statistic === "t" || statistic === "F";
  if (Number.isNaN(n) && !hasGroups(values) && !(usesDf && !Number.isNaN(df)))
    return [{ code: "convert/needs", values: { statistic, needed: "n" }, location: { row } }];
  const problems: Problem[] = [];
  for (const [column, size] of Object.entries({ n1, n2, df }))
    if (size <= 0) problems.push({ code: "effect/larger-than", values: { minimum: 0 }, location: { row, column } });
  if (sizeOf(values) <= 2) problems.push({ code: "effect/sample-size", values: { minimum: 2 }, location: { row } });
  if (hasGroups(values) && !Number.isNaN(n) && n !== n1 + n2)
    problems.push({ code: "convert/group-sizes", values: {}, location: { row } });
  return problems;
}

function boundProblems(values: MixedRow, statistic: StatisticColumn, row: number): Problem[] {
  const value = values[statistic];
  const location = { row, column: statistic };
  if (statistic === "r" && Math.abs(value) >= 1) return [{ code: "effect/correlation-range", values: {}, location }];
  if (statistic === "p" && !(value > 0 && value <= 1))
    return [{ code: "data/outside-range", values: { minimum: 0, maximum: 1 }, location }];
  if ((statistic === "F" || statistic === "chi2") && value < 0)
    return [{ code: "effect/at-least", values: { minimum: 0 }, location }];
  if (statistic === "oddsRatio" && value <= 0)
    return [{ code: "effect/larger-than", values: { minimum: 0 }, location }];
  return [];
}

function directionProblems(values: MixedRow, statistic: StatisticColumn, row: number): Problem[] {
  const { direction } = values;
  const location = { row, column: "direction" };
  if (Number.isNaN(direction))
    return UNSIGNED.includes(statistic) ? [{ code: "convert/needs-direction", values: { statistic }, location }] : [];
  if (Math.abs(direction) !== 1) return [{ code: "convert/direction", values: {}, location }];
  const sign = statistic === "oddsRatio" ? Math.log(values.oddsRatio) : values[statistic];
  const conflicts = !UNSIGNED.includes(statistic) && sign * direction < 0;
  return conflicts ? [{ code: "convert/direction-conflict", values: { statistic }, location }] : [];
}
