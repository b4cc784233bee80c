import { type Univariate, univariate } from "./univariate.ts";

/** The one-way analysis of variance table, without its p-value. */
export interface AnovaSums {
  /** Sums of squares between and within groups. */
  readonly between: number;
  readonly within: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  /** Mean square between over mean square within; Infinity when nothing varies within, NaN when nothing varies. */
  readonly F: number;
  /** Values used and missing; groups without any value are left out. */
  readonly n: number;
  readonly missing: number;
  readonly groups: number;
}

/**
 * Splits the variation of a score into that between and that within groups.
 * @param groups one column of numbers per group; NaN is missing; groups may differ in size
 * @returns sums of squares, degrees of freedom and F
 * @see Fisher (1925), ch. 7. Reference: anova(lm(y ~ factor(group)))
 * @example const { between, within, F } = anovaSums([[1, 2, 3], [2, 4, 6]]);
 * [between, within, F] // [6, 10, 2.4]
 */
export function anovaSums(groups: readonly ArrayLike<number>[]): AnovaSums {
  const all = groups.map(univariate);
  const filled = all.filter(({ n }) => n > 0);
  const n = total(filled, (group) => group.n);
  const between = betweenOf(filled, n);
  const within = total(filled, (group) => group.sumSquares);
  const dfBetween = Math.max(0, filled.length - 1);
  const dfWithin = n - filled.length;
  const F = between / dfBetween / (within / dfWithin);
  const missing = total(all, (group) => group.missing);
  return { between, within, dfBetween, dfWithin, F, n, missing, groups: filled.length };
}

/** Group means are compared as distances from the first one, so that a large common level costs no digits. */
function betweenOf(groups: readonly Univariate[], n: number): number {
  const first = groups[0];
  if (first === undefined) return 0;
  const apart = (group: Univariate) => group.mean - first.mean + (group.meanRemainder - first.meanRemainder);
  const middle = total(groups, (group) => group.n * apart(group)) / n;
  return total(groups, (group) => group.n * (apart(group) - middle) ** 2);
}

function total(groups: readonly Univariate[], of: (group: Univariate) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0);
}
