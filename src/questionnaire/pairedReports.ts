import { BetrokkenError, refuse } from "../foundation/errors.ts";
import type { Note } from "../foundation/result.ts";
import { nestedGroups } from "../inference/mixedDesign.ts";
import { clusterRobust } from "../numeric/clusterRobust.ts";
import { pearson } from "../numeric/pearson.ts";
import { studentTUpper, studentTUpperQuantile } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";
import type { Categories, NumberColumns } from "../table/input.ts";

/** A scale as the parent and as the teacher filled it in. */
export interface PairedScale {
  readonly scale: string;
  readonly parent: string;
  readonly teacher: string;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Puts the parents' scales beside the teachers': by name where the names are the same, in their order where not.
 * @throws pairing/unequal
 */
export function pairedScales(parents: NumberColumns, teachers: NumberColumns): PairedScale[] {
  const { names } = parents;
  if (names.length !== teachers.names.length) {
    refuse("pairing/unequal", { parents: names.length, teachers: teachers.names.length });
  }
  const alike = names.every((name) => teachers.names.includes(name));
  return names.map((parent, i) => {
    const j = alike ? teachers.names.indexOf(parent) : i;
    const teacher = teachers.names[j]!;
    const scale = alike ? parent : `${parent} – ${teacher}`;
    return { scale, parent, teacher, first: parents.columns[i]!, second: teachers.columns[j]! };
  });
}

/** Rows with both reports and a place in every group. */
export function completePairs({ first, second }: PairedScale, groups: readonly Categories[]): number[] {
  const rows: number[] = [];
  for (let i = 0; i < first.length; i++) {
    const whole = !Number.isNaN(first[i]!) && !Number.isNaN(second[i]!);
    if (whole && groups.every(({ codes }) => codes[i] !== -1)) rows.push(i);
  }
  return rows;
}

/** Groups of the pairs that can be told apart from each other and from the pairs, and the names of the others. */
export function usableGroups(groups: Readonly<Record<string, Categories>>, rows: readonly number[]) {
  const { names, counts } = nestedGroups(groups, rows);
  const used: Record<string, string[]> = {};
  const left: string[] = [];
  let around = 1;
  for (const [name, { levels, codes }] of Object.entries(groups)) {
    const count = counts[names.indexOf(name)]!;
    if (count > around && count < rows.length) {
      used[name] = rows.map((row) => levels[codes[row]!]!);
      around = count;
    } else left.push(name);
  }
  return { used, left };
}

/** The mean of the pairs with a standard error that holds whatever goes on within clusters (CR2). */
export function clusterRobustMean(values: Float64Array, cluster: readonly string[], level: number) {
  const index = new Map<string, number>();
  const clusters = Int32Array.from(cluster, (name) => {
    if (!index.has(name)) index.set(name, index.size);
    return index.get(name)!;
  });
  const x = { rows: values.length, columns: 1, data: new Float64Array(values.length).fill(1) };
  const found = clusterRobust({ x, y: values, clusters });
  const [estimate, standardError, df] = [
    found.coefficients[0]!,
    found.standardErrors[0]!,
    found.degreesOfFreedom[0]!,
  ] as const;
  if (!(standardError > 0 && df > 0)) return null;
  const reach = studentTUpperQuantile((1 - level) / 2, df) * standardError;
  const statistic = estimate / standardError;
  return {
    estimate,
    standardError,
    df,
    statistic,
    pValue: 2 * studentTUpper(Math.abs(statistic), df),
    lower: estimate - reach,
    upper: estimate + reach,
  };
}

/** The mean difference over the root of the mean of both variances (d_av); NaN when nothing varies. */
export function averageStandardized(first: Float64Array, second: Float64Array): number {
  const [a, b] = [univariate(first), univariate(second)];
  return (a.mean - b.mean) / Math.sqrt((a.sumSquares + b.sumSquares) / (2 * (a.n - 1)));
}

/** Values that look like codes of an answer scale: whole numbers, not many different ones. */
export function areAnswers(columns: readonly Float64Array[], most: number): boolean {
  const values = new Set(columns.flatMap((column) => [...column]));
  return values.size <= most && [...values].every(Number.isInteger);
}

/** A part that may not exist for these data: its refusal becomes null. */
export function whereAvailable<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof BetrokkenError) return null;
    throw error;
  }
}

/** Notes without those that say the same again. */
export function distinct(notes: readonly Note[]): Note[] {
  const seen = new Map(notes.map((one) => [JSON.stringify([one.code, one.values]), one]));
  return [...seen.values()];
}

/** A note about a level says of which scale. */
export function ofScale(one: Note, scale: string): Note {
  const { level } = one.values;
  return level === undefined ? one : { ...one, values: { ...one.values, level: `${scale}: ${level}` } };
}

/**
 * How alike the profiles over scales are: the correlation over the scales of one pair, averaged over the pairs with at
 * least three scales in both reports.
 * @returns null with fewer than three scales or no pair in which both profiles vary
 */
export function profileAgreement(scales: readonly PairedScale[]) {
  const rows = scales[0]!.first.length;
  const found: number[] = [];
  for (let i = 0; i < rows; i++) {
    const both = scales.filter(({ first, second }) => !Number.isNaN(first[i]!) && !Number.isNaN(second[i]!));
    if (both.length < 3) continue;
    const r = pearson(
      both.map(({ first }) => first[i]!),
      both.map(({ second }) => second[i]!),
    );
    if (Number.isFinite(r)) found.push(r);
  }
  if (found.length < 2) return null;
  const { n, mean, sumSquares } = univariate(found);
  return { pairs: n, meanCorrelation: mean, standardDeviation: Math.sqrt(sumSquares / (n - 1)) };
}
