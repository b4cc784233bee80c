import { bracketedRoot } from "./roots.ts";
import { univariate } from "./univariate.ts";

/** Variance components of the one-way random model, estimated by restricted maximum likelihood. */
export interface OneWayReml {
  /** 0 on the boundary of the model. */
  readonly between: number;
  /** 0 when nothing varies within groups. */
  readonly within: number;
  /** Mean of the groups' true means, each group weighted by its precision. */
  readonly mean: number;
}

/** All that the likelihood needs: per group its size and its mean, as distance from the first group's. */
interface Summary {
  readonly sizes: readonly number[];
  readonly means: readonly number[];
  readonly withinSquares: number;
  readonly n: number;
  readonly origin: number;
}

/** At a ratio of between to within variance: the group weights' sum, the mean, and the deviance with its slope. */
interface Point {
  readonly mean: number;
  readonly within: number;
  readonly deviance: number;
  readonly slope: number;
}

/** Steps of the search along the logarithm of the ratio; the likelihood may have more than one top. */
const STEP = 0.5;
/** Ratios this small times the largest group are 0 to the likelihood, those this large times the smallest infinite. */
const SMALL = 1e-8;
const LARGE = 1e3;

/**
 * Between and within variance of grouped numbers by restricted maximum likelihood.
 * @param groups one column of numbers per group, at least two; NaN is missing; some group has two or more
 * @returns the components at the highest top of the likelihood, to rounding: the root of its slope, not its flat top
 * @see Patterson & Thompson (1971); Searle, Casella & McCulloch (1992), ch. 6. Reference: lme4::lmer(y ~ 1 + (1 | g))
 * @example
 * oneWayReml([[1, 2, 3], [3, 4, 5]]).between // 1.666666666667
 */
export function oneWayReml(groups: readonly ArrayLike<number>[]): OneWayReml {
  const summary = summaryOf(groups);
  if (summary.withinSquares === 0) return withoutWithin(summary);
  const tops = [0, ...logRatiosOfTops(summary).map(Math.exp)].map((ratio) => ({ ratio, ...pointAt(summary, ratio) }));
  const { ratio, within, mean } = tops.reduce((best, top) => (top.deviance < best.deviance ? top : best));
  return { between: ratio * within, within, mean: summary.origin + mean };
}

function summaryOf(groups: readonly ArrayLike<number>[]): Summary {
  const filled = groups.map(univariate).filter(({ n }) => n > 0);
  const first = filled[0]!;
  return {
    sizes: filled.map(({ n }) => n),
    means: filled.map((group) => group.mean - first.mean + (group.meanRemainder - first.meanRemainder)),
    withinSquares: filled.reduce((sum, { sumSquares }) => sum + sumSquares, 0),
    n: filled.reduce((sum, { n }) => sum + n, 0),
    origin: first.mean,
  };
}

/** Nothing varies within groups: every mean is exact, so all groups weigh the same. */
function withoutWithin({ means, origin }: Summary): OneWayReml {
  const { mean, sumSquares, n } = univariate(means);
  return { between: sumSquares / (n - 1), within: 0, mean: origin + mean };
}

/** Twice the negative restricted log likelihood, the within variance profiled out, and its slope. */
function pointAt({ sizes, means, withinSquares, n }: Summary, ratio: number): Point {
  const weights = sizes.map((size) => size / (1 + size * ratio));
  const sum = (of: (weight: number, j: number) => number) => weights.reduce((total, w, j) => total + of(w, j), 0);
  const weight = sum((w) => w);
  const mean = sum((w, j) => w * means[j]!) / weight;
  const squares = withinSquares + sum((w, j) => w * (means[j]! - mean) ** 2);
  const shrinking = sum((w, j) => w * w * (means[j]! - mean) ** 2) / squares;
  return {
    mean,
    within: squares / (n - 1),
    deviance: (n - 1) * Math.log(squares) - sum((w, j) => Math.log(w / sizes[j]!)) + Math.log(weight),
    slope: weight - sum((w) => w * w) / weight - (n - 1) * shrinking,
  };
}

/** Where the deviance has a lowest point: its slope goes from below 0 to above. */
function logRatiosOfTops(summary: Summary): number[] {
  const { sizes, means, withinSquares, n } = summary;
  const slope = (logRatio: number) => pointAt(summary, Math.exp(logRatio)).slope;
  const last = (univariate(means).sumSquares / (sizes.length - 1)) * ((n - sizes.length) / withinSquares);
  const end = Math.log(4 * Math.max(LARGE / Math.min(...sizes), last));
  const tops: number[] = [];
  let from = Math.log(SMALL / Math.max(...sizes));
  let before = slope(from);
  for (; from < end; from += STEP) {
    const after = slope(from + STEP);
    if (before < 0 && after >= 0) tops.push(bracketedRoot(slope, from, from + STEP).x);
    before = after;
  }
  return tops;
}
