import { noncentralTQuantile, noncentralTUpperQuantile } from "../numeric/noncentralT.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { studentTUpperQuantile } from "../numeric/studentT.ts";

/** How the interval of a limit of agreement is made. */
export type LimitsInterval = "exact" | "blandAltman1999" | "blandAltman1986";

/** Places of a limit in standard deviations above the mean: the limit itself and its confidence limits. */
export interface LimitFactors {
  readonly limit: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How many standard deviations above the mean difference the upper limit of agreement and its confidence limits lie;
 * those of the lower limit lie as far below it.
 * @param n number of differences, at least 2
 * @param coverage share of differences between the two limits in the population
 * @param level of the interval
 * @param method exact: from the noncentral t distribution; blandAltman1999: t times s sqrt(1/n + z^2 / (2(n - 1)));
 * blandAltman1986: t times s sqrt(3/n), which rounds the former for a coverage of 95%
 * @see Carkeet (2015), eqs. 3-4; Bland & Altman (1999), section 2.1; Bland & Altman (1986)
 * @example limitFactors(100, 0.95, 0.95, "blandAltman1986").upper // 2.30364044187877
 */
export function limitFactors(n: number, coverage: number, level: number, method: LimitsInterval): LimitFactors {
  const z = normalUpperQuantile((1 - coverage) / 2);
  const tail = (1 - level) / 2;
  if (method === "exact") {
    const [df, ncp, root] = [n - 1, z * Math.sqrt(n), Math.sqrt(n)];
    return {
      limit: z,
      lower: noncentralTQuantile(tail, df, ncp) / root,
      upper: noncentralTUpperQuantile(tail, df, ncp) / root,
    };
  }
  const variance = method === "blandAltman1999" ? 1 / n + z ** 2 / (2 * (n - 1)) : 3 / n;
  const reach = studentTUpperQuantile(tail, n - 1) * Math.sqrt(variance);
  return { limit: z, lower: z - reach, upper: z + reach };
}
