import { refuse } from "../foundation/errors.ts";
import { type Table, total } from "./twoByTwoTables.ts";

/** The pooled effect of a set of tables, and the weight of each. */
export interface MantelHaenszelMean {
  readonly estimate: number;
  readonly standardError: number;
  readonly weightOf: (table: Table) => number;
}

/**
 * Log of the pooled odds ratio.
 * @throws meta/no-ratio when the outcome never, or always, occurs in a group
 * @see Mantel & Haenszel (1959); Robins, Breslow & Greenland (1986) for the standard error
 */
function oddsRatio(tables: readonly Table[]): MantelHaenszelMean {
  const forward = ({ a, d, n }: Table) => (a * d) / n;
  const backward = ({ b, c, n }: Table) => (b * c) / n;
  const agree = ({ a, d, n }: Table) => (a + d) / n;
  const [R, S] = bothPositive(total(tables, forward), total(tables, backward));
  const PR = total(tables, (table) => agree(table) * forward(table));
  const QS = total(tables, (table) => (1 - agree(table)) * backward(table));
  const crossed = total(tables, (table) => {
    const share = agree(table);
    return share * backward(table) + (1 - share) * forward(table);
  });
  const variance = (PR / R / R + crossed / R / S + QS / S / S) / 2;
  return { estimate: Math.log(R / S), standardError: Math.sqrt(variance), weightOf: backward };
}

/** Log of the pooled risk ratio. @see Greenland & Robins (1985) for the standard error */
function riskRatio(tables: readonly Table[]): MantelHaenszelMean {
  const backward = ({ c, n1, n }: Table) => (c * n1) / n;
  const [R, S] = bothPositive(
    total(tables, ({ a, n2, n }) => (a * n2) / n),
    total(tables, backward),
  );
  const spread = total(tables, ({ a, c, n1, n2, present, n }) => (n1 / n) * (n2 / n) * present - (a * c) / n);
  return { estimate: Math.log(R / S), standardError: Math.sqrt(spread / R / S), weightOf: backward };
}

/** The pooled risk difference. @see Greenland & Robins (1985); Sato, Greenland & Robins (1989) for the standard error */
function riskDifference(tables: readonly Table[]): MantelHaenszelMean {
  const weightOf = ({ n1, n2, n }: Table) => (n1 * n2) / n;
  const weight = total(tables, weightOf);
  const estimate = total(tables, ({ a, c, n1, n2, n }) => a * (n2 / n) - c * (n1 / n)) / weight;
  const skew = total(tables, ({ a, c, n1, n2, n }) => {
    const [f1, f2] = [n1 / n, n2 / n];
    return f1 * f1 * c - f2 * f2 * a + (f1 * f2 * (n2 - n1)) / 2;
  });
  const spread = total(tables, ({ a, b, c, d, n }) => (a * d + c * b) / (2 * n));
  return { estimate, standardError: Math.sqrt(estimate * skew + spread) / weight, weightOf };
}

function bothPositive(R: number, S: number): [number, number] {
  return R > 0 && S > 0 ? [R, S] : refuse("meta/no-ratio");
}

/** The measures that tables can be pooled on, under metafor's codes. */
export const MANTEL_HAENSZEL = { OR: oddsRatio, RR: riskRatio, RD: riskDifference } as const;

export type MantelHaenszelMeasure = keyof typeof MANTEL_HAENSZEL;
export const MANTEL_HAENSZEL_MEASURES = Object.keys(MANTEL_HAENSZEL) as [
  MantelHaenszelMeasure,
  ...MantelHaenszelMeasure[],
];
