/** How p-values are corrected for the number of tests. */
export type Adjustment = "none" | "bonferroni" | "holm" | "hochberg" | "hommel" | "BH" | "BY";

/** Factor of the p-value of rank i (1 = smallest) among m. */
type Factor = (i: number, m: number) => number;

const STEPS: Readonly<
  Record<Exclude<Adjustment, "hommel">, { readonly factor: Factor; readonly direction: "none" | "down" | "up" }>
> = {
  none: { factor: () => 1, direction: "none" },
  bonferroni: { factor: (_, m) => m, direction: "none" },
  holm: { factor: (i, m) => m - i + 1, direction: "down" },
  hochberg: { factor: (i, m) => m - i + 1, direction: "up" },
  BH: { factor: (i, m) => m / i, direction: "up" },
  BY: { factor: (i, m) => (m / i) * harmonic(m), direction: "up" },
};

/**
 * p-values of one family of tests, corrected for their number.
 * @param pValues 0 to 1; null where a test could not be done: it stays null and does not count in the family
 * @param method bonferroni, holm, hochberg and hommel hold the chance of any false finding, BH and BY their expected share
 * @returns as many p-values, at most 1, never smaller than they were
 * @see Holm (1979); Hochberg (1988); Hommel (1988); Benjamini & Hochberg (1995); Benjamini & Yekutieli (2001). Reference: p.adjust
 * @example
 * adjustPValues([0.01, 0.04, null, 0.03], "holm") // [0.03, 0.06, null, 0.06]
 */
export function adjustPValues(pValues: readonly (number | null)[], method: Adjustment): (number | null)[] {
  const order = pValues.map((_, i) => i).filter((i) => pValues[i] !== null);
  order.sort((a, b) => pValues[a]! - pValues[b]!);
  const sorted = order.map((place) => pValues[place]!);
  const stepped = method === "hommel" ? hommel(sorted) : stepwise(sorted, method);
  const adjusted: (number | null)[] = pValues.map(() => null);
  order.forEach((place, rank) => {
    adjusted[place] = Math.min(1, stepped[rank]!);
  });
  return adjusted;
}

function stepwise(sorted: readonly number[], method: Exclude<Adjustment, "hommel">): readonly number[] {
  const { factor, direction } = STEPS[method];
  const raised = sorted.map((p, rank) => factor(rank + 1, sorted.length) * p);
  return direction === "down" ? runningMaximum(raised) : direction === "up" ? runningMinimum(raised) : raised;
}

/**
 * Hommel's adjusted p-values of p-values from small to large: a hypothesis falls when every set of hypotheses it is in
 * falls by Simes's test. Of the sets of one size the one with the largest other p-values is the hardest.
 * @see Wright (1992), appendix
 */
function hommel(sorted: readonly number[]): readonly number[] {
  const n = sorted.length;
  const adjusted = [...sorted];
  for (let size = n; size > 1; size--) {
    const first = n - size + 1;
    let simes = Number.POSITIVE_INFINITY;
    for (let j = 2; j <= size; j++) simes = Math.min(simes, (size * sorted[n - size + j - 1]!) / j);
    for (let i = 0; i < n; i++) {
      const own = i >= first ? simes : Math.min(simes, size * sorted[i]!);
      adjusted[i] = Math.max(adjusted[i]!, own);
    }
  }
  return adjusted;
}

/** Step-down: no p-value may be smaller than that of a smaller one. */
function runningMaximum(values: readonly number[]): number[] {
  let highest = 0;
  return values.map((value) => (highest = Math.max(highest, value)));
}

/** Step-up: no p-value may be larger than that of a larger one. */
function runningMinimum(values: readonly number[]): number[] {
  let lowest = Number.POSITIVE_INFINITY;
  return values
    .toReversed()
    .map((value) => (lowest = Math.min(lowest, value)))
    .toReversed();
}

function harmonic(m: number): number {
  let sum = 0;
  for (let i = m; i >= 1; i--) sum += 1 / i;
  return sum;
}
