import { adjustPValues } from "../numeric/adjustPValues.ts";
import type { PairedScaleResult as Scale } from "./pairedReportResult.ts";

type Adjustment = Parameters<typeof adjustPValues>[1];

/** p corrected over the scales, for every test and every level of correlation apart. */
export function correctedOverScales(scales: readonly Scale[], adjust: Adjustment): Scale[] {
  const families = new Map<string, (number | null)[]>();
  scales.forEach((one, i) => {
    const own = [
      ...one.differences.map(({ method, pValue }) => [method, pValue] as const),
      ...one.correlations.map(({ level, pValue }) => [level, pValue] as const),
    ];
    for (const [name, pValue] of own) {
      if (!families.has(name)) families.set(name, new Array(scales.length).fill(null));
      families.get(name)![i] = pValue;
    }
  });
  const corrected = new Map([...families].map(([name, p]) => [name, adjustPValues(p, adjust)] as const));
  return scales.map((one, i) => ({
    ...one,
    differences: one.differences.map((row) => ({ ...row, adjustedPValue: corrected.get(row.method)![i]! })),
    correlations: one.correlations.map((row) => ({ ...row, adjustedPValue: corrected.get(row.level)![i]! })),
  }));
}

/** Whether a test that honours the groups decides otherwise than the paired t test. */
export function testsDiffer({ differences }: Scale, limit: number): boolean {
  const decisions = new Set(differences.filter(({ pValue }) => pValue !== null).map(({ pValue }) => pValue! < limit));
  return decisions.size > 1;
}
