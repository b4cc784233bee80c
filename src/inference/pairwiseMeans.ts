import { adjustPValues } from "../numeric/adjustPValues.ts";
import { studentizedRangeUpper, studentizedRangeUpperQuantile } from "../numeric/studentizedRange.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";

/** A group of at least two values that differ somewhere. */
export interface MeanOfGroup {
  readonly group: string;
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

export const POST_HOC_METHODS = ["gamesHowell", "tukeyKramer", "holm"] as const;
export type PostHoc = (typeof POST_HOC_METHODS)[number];

interface Comparing {
  readonly method: PostHoc;
  /** The variance within groups and its degrees of freedom, if the groups share one; null: each its own. */
  readonly pooled: { readonly variance: number; readonly df: number } | null;
  readonly confidenceLevel: number;
}

/**
 * Every two groups compared, the first less the second: by Games and Howell (each group its own variance), by Tukey and
 * Kramer (one variance), both with p and intervals that hold for all pairs together; or by t tests with Holm's p, and
 * intervals by Bonferroni, for Holm's method has none.
 * @see Games & Howell (1976); Kramer (1956); Holm (1979). Reference: TukeyHSD(aov(y ~ group)), pairwise.t.test
 * @example pairwiseMeans([{ group: "a", n: 9, mean: 5, variance: 1 }, { group: "b", n: 9, mean: 4, variance: 1 }], { method: "gamesHowell", pooled: null, confidenceLevel: 0.95 })[0].statistic // 2.1213203435596
 */
export function pairwiseMeans(groups: readonly MeanOfGroup[], { method, pooled, confidenceLevel }: Comparing) {
  const shared = method === "gamesHowell" ? null : pooled;
  const pairs = groups.flatMap((one, i) => groups.slice(i + 1).map((other) => pairOf(one, other, shared)));
  const tail = 1 - confidenceLevel;
  if (method === "holm") {
    const p = pairs.map(({ statistic, df }) => 2 * studentTUpper(Math.abs(statistic), df));
    const adjusted = adjustPValues(p, "holm");
    return pairs.map((pair, i) => {
      const reach = studentTUpperQuantile(tail / 2 / pairs.length, pair.df) * pair.standardError;
      return withLimits(pair, adjusted[i]!, reach);
    });
  }
  return pairs.map((pair) => {
    const p = studentizedRangeUpper(Math.abs(pair.statistic) * Math.SQRT2, groups.length, pair.df);
    const q = studentizedRangeUpperQuantile(tail, groups.length, pair.df);
    return withLimits(pair, p, (q / Math.SQRT2) * pair.standardError);
  });
}

function pairOf(one: MeanOfGroup, other: MeanOfGroup, pooled: Comparing["pooled"]) {
  const [a, b] = [one, other].map(({ variance, n }) => (pooled?.variance ?? variance) / n) as [number, number];
  const standardError = Math.sqrt(a + b);
  const difference = one.mean - other.mean;
  const df = pooled?.df ?? (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1));
  return {
    first: one.group,
    second: other.group,
    difference,
    standardError,
    statistic: difference / standardError,
    df,
  };
}

function withLimits(pair: ReturnType<typeof pairOf>, adjustedPValue: number, reach: number) {
  return { ...pair, adjustedPValue, lower: pair.difference - reach, upper: pair.difference + reach };
}
