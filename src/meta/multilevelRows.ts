import type { Row } from "../foundation/row.ts";
import type { MultilevelShown } from "./multilevelEstimates.ts";

type Shown = MultilevelShown & { readonly options: { readonly method: string; readonly robust: string } };

/** A row per coefficient, robust or not, per test of several coefficients, and per level. */
export function multilevelRows({ coefficients, tests, levels, options: { method, robust: correction } }: Shown): Row[] {
  return [
    ...coefficients.flatMap(({ term, estimate, robust, ...own }) => [
      { term, estimate, ...own, method },
      ...(robust ? [{ term, estimate, ...robust, method: correction }] : []),
    ]),
    ...tests.flatMap(({ term, robust, ...own }) => [
      { term: `test: ${term}`, ...own, method },
      ...(robust ? [{ term: `test: ${term}`, ...robust, method: `${correction} HTZ` }] : []),
    ]),
    ...levels.map(({ level, groups, variance: estimate, standardDeviation, lower, upper, I2 }) => {
      return { term: "variance", level, k: groups, estimate, standardDeviation, lower, upper, I2, method };
    }),
  ];
}

/** One row for the whole. */
export function multilevelSummary(shown: Shown): Row {
  const { k, clusters, tau2, I2, Q, dfQ, pQ, logLikelihood, predictionLower, predictionUpper, options } = shown;
  return {
    ...{ k, groups: clusters, tau2, I2, Q, df: dfQ, pValue: pQ, predictionLower, predictionUpper, logLikelihood },
    method: options.method,
  };
}
