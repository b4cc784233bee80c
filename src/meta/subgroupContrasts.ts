import { type Adjustment, adjustPValues } from "../numeric/adjustPValues.ts";
import { type TestedMean, testedMean } from "./meanInference.ts";

/** A subgroup with its mean, the standard error of that mean and the degrees of freedom that belong to it. */
export interface ComparedMean {
  readonly group: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number | null;
}

/** The difference between two subgroups: the first minus the second. */
export interface SubgroupContrast extends TestedMean {
  readonly group: string;
  readonly with: string;
  readonly adjustedPValue: number | null;
}

/** Degrees of freedom of the difference of two independent means. */
export type DifferenceDf = (first: ComparedMean, second: ComparedMean) => number;

/**
 * Welch and Satterthwaite's degrees of freedom, for means that each have their own scale. A normal mean has infinitely
 * many; two of them give infinitely many.
 * @see Welch (1947), with the standard errors of the pooled means
 */
export const welchDf: DifferenceDf = (first, second) => {
  const [a, b] = [first.standardError ** 2, second.standardError ** 2];
  return (
    (a + b) ** 2 / (a ** 2 / (first.df ?? Number.POSITIVE_INFINITY) + b ** 2 / (second.df ?? Number.POSITIVE_INFINITY))
  );
};

/** Every pair of subgroups compared, p-values corrected for the number of pairs. */
export function subgroupContrasts(
  means: readonly ComparedMean[],
  differenceDf: DifferenceDf,
  confidenceLevel: number,
  adjust: Adjustment,
): SubgroupContrast[] {
  const pairs = means.flatMap((first, i) => means.slice(i + 1).map((second) => [first, second] as const));
  const tested = pairs.map(([first, second]) => {
    const standardError = Math.hypot(first.standardError, second.standardError);
    const df = standardError === 0 ? Number.POSITIVE_INFINITY : differenceDf(first, second);
    return testedMean(first.estimate - second.estimate, standardError, df, confidenceLevel);
  });
  const adjusted = adjustPValues(
    tested.map(({ pValue }) => pValue),
    adjust,
  );
  return pairs.map(([first, second], i) => ({
    ...{ group: first.group, with: second.group },
    ...tested[i]!,
    adjustedPValue: adjusted[i]!,
  }));
}
