import type { Row } from "../foundation/row.ts";
import type { PairedScaleResult as Scale } from "./pairedReportResult.ts";
import type { PairedScale } from "./pairedReports.ts";

const METHODS = {
  pairedT: "paired t",
  clusterRobust: "CR2",
  mixedModel: "mixed model",
  mixedModelRobust: "mixed model, CR2",
} as const;

/** All figures of one scale as rows; those of the limits fit the Bland-Altman plot. */
export function agreementRows(one: Scale): Row[] {
  const { scale: group, n, limits } = one;
  const differences = one.differences.map(({ method, ...rest }): Row => {
    return { group, term: "bias", method: METHODS[method], ...rest, n };
  });
  const [plain, ...clustered] = differences;
  return [
    plain!,
    { group, term: "lower limit", ...limits.lowerLimit, n },
    { group, term: "upper limit", ...limits.upperLimit, n },
    ...clustered,
    ...(limits.clustered === null ? [] : clusteredLimits(group, limits.clustered, n)),
    ...one.correlations.map(({ clusters, r: estimate, ...rest }): Row => {
      return { group, term: "r", method: "Pearson", estimate, ...rest, k: clusters };
    }),
    ...coefficientRows(one),
  ];
}

function clusteredLimits(group: string, limits: NonNullable<Scale["limits"]["clustered"]>, n: number): Row[] {
  const method = "mixed model";
  return [
    { group, term: "lower limit", method, estimate: limits.lowerLimit, n },
    { group, term: "upper limit", method, estimate: limits.upperLimit, n },
  ];
}

function coefficientRows({ scale: group, n, intraclass, concordance, categorical }: Scale): Row[] {
  const rows: Row[] = [];
  if (intraclass !== null) {
    rows.push({ group, term: "ICC(A,1)", ...intraclass.agreement, n });
    rows.push({ group, term: "ICC(C,1)", ...intraclass.consistency, n });
  }
  if (concordance !== null) {
    const { estimate, lower, upper } = concordance;
    rows.push({ group, term: "CCC", estimate, lower, upper, n });
  }
  if (categorical !== null) {
    rows.push({ group, term: "kappa", method: "quadratic", ...categorical.kappa, n });
    rows.push({ group, term: "exact agreement", estimate: categorical.exactAgreement, n });
    rows.push({ group, term: "adjacent agreement", estimate: categorical.adjacentAgreement, n });
    rows.push({ group, term: "Krippendorff's alpha", method: "ordinal", estimate: categorical.krippendorff, n });
  }
  return rows;
}

/** One row per child and scale, as dots of a Bland-Altman plot. */
export function pairRows(scales: readonly PairedScale[]): Row[] {
  return scales.flatMap(({ scale, first, second }) =>
    Array.from(first, (value, i): Row | null => {
      const other = second[i]!;
      if (Number.isNaN(value) || Number.isNaN(other)) return null;
      return { group: scale, term: "pair", mean: (value + other) / 2, difference: value - other, n: 1 };
    }).filter((row) => row !== null),
  );
}
