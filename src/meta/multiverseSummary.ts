import { finiteOrNull } from "../foundation/result.ts";
import { median } from "../numeric/quantile.ts";

/** What is summed up of one way to analyse. */
interface Specification {
  readonly factor: string | null;
  readonly level: string | null;
  readonly measure: string;
  readonly unit: string;
  readonly outliers: string;
  readonly method: string;
  readonly test: string;
  readonly r: number;
  readonly lower: number;
  readonly upper: number;
}

const CHOICES = ["measure", "unit", "outliers", "method", "test"] as const;

/** Middle and extremes of the means, and the shares that are above 0 and whose interval leaves 0 out. */
export function summaryOf(curve: readonly Specification[]) {
  const means = curve.map(({ r }) => r);
  const isApart = ({ lower, upper }: Specification) => lower > 0 || upper < 0;
  const share = (holds: (one: Specification) => boolean) => finiteOrNull(curve.filter(holds).length / curve.length);
  return {
    specifications: curve.length,
    median: finiteOrNull(median(means)),
    minimum: finiteOrNull(Math.min(...means)),
    maximum: finiteOrNull(Math.max(...means)),
    positive: share(({ r }) => r > 0),
    excludesZero: share(isApart),
    positiveAndExcludesZero: share((one) => one.r > 0 && isApart(one)),
  };
}

/** The same per option of every choice; the subsets are the options of a choice "subset". */
export function choiceSummaries(curve: readonly Specification[]) {
  const of = (choice: string, optionOf: (one: Specification) => string) =>
    [...new Set(curve.map(optionOf))]
      .sort()
      .map((option) => ({ choice, option, ...summaryOf(curve.filter((one) => optionOf(one) === option)) }));
  return [
    ...of("subset", ({ factor, level }) => (factor === null ? "all" : `${factor}: ${level}`)),
    ...CHOICES.flatMap((choice) => of(choice, (one) => one[choice])),
  ];
}
