import { median } from "../numeric/quantile.ts";
import { compensatedSum } from "../numeric/sums.ts";
import { univariate } from "../numeric/univariate.ts";

/**
 * Variances of answers given at random with a slight skew, by the number of answers to choose from.
 * @see LeBreton & Senter (2008), Answers to 20 questions about interrater reliability and agreement, table 2
 */
const SLIGHTLY_SKEWED: Readonly<Record<number, number>> = {
  5: 1.34,
  6: 1.85,
  7: 2.9,
  8: 3.47,
  9: 5.66,
  10: 6.3,
  11: 7.31,
};

export interface NullVariances {
  /** All answers equally likely. */
  readonly uniform: number;
  /** One end somewhat more likely; null where no figure is published. */
  readonly slightlySkewed: number | null;
}

/**
 * Variance of answers that say nothing, under two ideas of saying nothing.
 * @param answers how many answers there are to choose from
 * @see James, Demaree & Wolf (1984); LeBreton & Senter (2008), table 2
 * @example nullVariances(5) // { uniform: 2, slightlySkewed: 1.34 }
 */
export function nullVariances(answers: number): NullVariances {
  return { uniform: (answers ** 2 - 1) / 12, slightlySkewed: SLIGHTLY_SKEWED[answers] ?? null };
}

/**
 * Agreement within a group on the items of a scale, r_wg for one item, r_wg(j) for more.
 * @param meanVariance mean over the items of their variance within the group (denominator n - 1)
 * @param nullVariance variance of answers that say nothing
 * @returns 1 for full agreement, 0 for none, negative when answers differ more than at random; NaN where a group
 * differs so much that the formula for several items breaks down (ratio of variances at least j / (j - 1))
 * @see James, Demaree & Wolf (1984), eqs. 1 and 2. Reference: multilevel::rwg.j, which sets negative values to 0
 * @example withinGroup(0.5, 2, 3) // 0.9
 */
export function withinGroup(meanVariance: number, nullVariance: number, items: number): number {
  const ratio = meanVariance / nullVariance;
  const scaled = items * (1 - ratio);
  return scaled + ratio > 0 ? scaled / (scaled + ratio) : Number.NaN;
}

/** Spread of a group's answers, mean over the items. */
export interface GroupSpread {
  readonly n: number;
  readonly meanVariance: number;
  /** Mean distance from the mean, and from the median. */
  readonly fromMean: number;
  readonly fromMedian: number;
}

/**
 * Variance and average deviation of the answers of one group.
 * @param items one column per item, without missing values
 * @see Burke, Finkelstein & Dusig (1999). Reference: multilevel::ad.m
 * @example groupSpread([Float64Array.of(1, 2, 6)]) // { n: 3, meanVariance: 7, fromMean: 2, fromMedian: 1.6666666666666667 }
 */
export function groupSpread(items: readonly Float64Array[]): GroupSpread {
  const found = items.map((column) => {
    const { n, mean, sumSquares } = univariate(column);
    const away = (middle: number) => compensatedSum(column.map((value) => Math.abs(value - middle))) / n;
    return { variance: sumSquares / (n - 1), fromMean: away(mean), fromMedian: away(median(column)) };
  });
  const mean = (of: (one: (typeof found)[number]) => number) => compensatedSum(found.map(of)) / found.length;
  return {
    n: items[0]!.length,
    meanVariance: mean(({ variance }) => variance),
    fromMean: mean(({ fromMean }) => fromMean),
    fromMedian: mean(({ fromMedian }) => fromMedian),
  };
}
