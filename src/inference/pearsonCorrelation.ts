import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import type { NoteCode } from "../foundation/phrases.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { isPositiveSemidefinite } from "../numeric/eigenvalues.ts";
import { identity } from "../numeric/matrices.ts";
import { categoryColumn, numberColumns, read } from "../table/input.ts";
import {
  betweenCorrelation,
  independentCorrelation,
  type LevelCorrelation,
  totalCorrelation,
  withinCorrelation,
} from "./correlationLevels.ts";
import { type CorrelationRows, clusteredRows, independentRows, type Pair, pairsOf } from "./correlationRows.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what to correlate", nl: "wat te correleren" }),
  with: numberColumns({
    en: "correlate with these instead of with each other",
    nl: "hiermee correleren in plaats van onderling",
  }).optional(),
  cluster: categoryColumn({
    en: "school, class: who belongs together",
    nl: "school, klas: wie bij elkaar hoort",
  }).optional(),
});

const options = z.strictObject({
  missing: described(z.enum(["listwise", "pairwise"]).default("pairwise"), {
    en: "what to do with missing values: leave out rows, or use what each pair has",
    nl: "wat te doen met ontbrekende waarden: rijen weglaten, of per paar gebruiken wat er is",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

const pair = z.strictObject({
  x: z.string(),
  y: z.string(),
  level: z.enum(["total", "within", "between"]),
  r: available,
  lower: available,
  upper: available,
  n: z.int(),
  clusters: z.int().nullable(),
  df: available,
  intervalDf: available,
  statistic: available,
  pValue: available,
  adjustedPValue: available,
  standardErrorZ: available,
  effectiveN: available,
  method: z.string(),
});

const result = resultSchema("pearsonCorrelation", options, {
  variables: z.array(z.string()),
  with: z.array(z.string()).nullable(),
  pairs: z.array(pair),
});

type Settings = Resolved<typeof options>;
type Found = z.output<typeof pair>;
export type PearsonCorrelation = z.output<typeof result>;

/**
 * How strongly numbers go together: Pearson's r of every pair with test and interval. With clusters each pair has
 * three rows: over all rows (robust to clustering), within clusters, and between their means.
 * @param data `variables`; `with` (optional): pairs of the one with the other; `cluster` (optional): one per row
 * @param given pairwise (default) or listwise; level of the intervals; correction of p over the pairs of a level
 * @returns r from -1 to 1; `effectiveN` = 3 + 1/SE(z)^2 is the n to give to a meta-analysis; null with a note
 * @throws input/too-few-columns when one variable has nothing to be correlated with
 * @see Fisher (1921); Bell & McCaffrey (2002); Pustejovsky & Tipton (2018). Reference: cor.test, clubSandwich::coef_test
 * @example pearsonCorrelation({ variables: { a: [1, 2, 3, 4, 5], b: [2, 1, 4, 3, 5] } }).pairs[0].pValue // 0.1040880386618
 */
export function pearsonCorrelation(data: Given<typeof input>, given: Given<typeof options> = {}): PearsonCorrelation {
  const { variables, with: others, cluster } = read(input, data);
  const settings = resolve(options, given);
  if (!others && variables.names.length < 2) {
    refuse("input/too-few-columns", { input: "variables", minimum: 2, found: variables.names.length });
  }
  const named = pairsOf(variables, others);
  const rows = cluster ? clusteredRows(named, cluster, settings.missing) : independentRows(named, settings.missing);
  const unadjusted = rows.pairs.flatMap((one) => levelsOf(one, settings.confidenceLevel));
  const pairs = adjusted(unadjusted, rows.clustered, settings);
  const { used, missing, total } = rows;
  return {
    kind: "pearsonCorrelation",
    options: settings,
    sample: { unit: "respondent", used, dropped: total - used, missing },
    notes: notesOf(rows, pairs, others ? null : variables.names, settings),
    variables: [...variables.names],
    with: others ? [...others.names] : null,
    pairs,
  };
}

type Unadjusted = Omit<Found, "adjustedPValue">;

function levelsOf({ x, y, own }: Pair, level: number): Unadjusted[] {
  if ("sumProducts" in own) return [{ x, y, ...independentCorrelation(own, level), method: "Pearson" }];
  return [
    { x, y, ...totalCorrelation(own, level), method: "Pearson, CR2" },
    { x, y, ...withinCorrelation(own, level), method: "Pearson, deviations from cluster means" },
    { x, y, ...betweenCorrelation(own, level), method: "Pearson, cluster means" },
  ];
}

/** p corrected over the pairs of one level: three levels are three questions. The levels of a pair stand together. */
function adjusted(pairs: readonly Unadjusted[], clustered: boolean, { adjust }: Settings): Found[] {
  const levels = clustered ? 3 : 1;
  const families = Array.from({ length: levels }, (_, level) => {
    const family = pairs.filter((_, i) => i % levels === level);
    return adjustPValues(
      family.map(({ pValue }) => pValue),
      adjust,
    );
  });
  return pairs.map((one, i) => ({ ...one, adjustedPValue: families[i % levels]![Math.floor(i / levels)]! }));
}

function notesOf(
  rows: CorrelationRows,
  pairs: readonly Found[],
  names: readonly string[] | null,
  { missing }: Settings,
): Note[] {
  const counts = pairs.map(({ n }) => n);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const { total, clustered, unclustered, incomplete } = rows;
  return [
    ...notesWhen(
      [unclustered > 0, "cluster/missing", { dropped: unclustered, total }],
      [incomplete > 0, "missing/listwise", { dropped: incomplete, total }],
      [missing === "pairwise" && lowest < highest, "missing/pairwise", { lowest, highest }],
      [clustered, "correlation/cluster-means"],
      [names !== null && !areTogetherPossible(pairs, names), "matrix/not-positive-semidefinite"],
    ),
    ...pairs.flatMap((one) => doubtsOf(one, pairs)),
  ];
}

/** Whether the total correlations form a positive semidefinite matrix; unavailable ones are not judged. */
function areTogetherPossible(pairs: readonly Found[], names: readonly string[]): boolean {
  const totals = pairs.filter(({ level }) => level === "total");
  if (totals.some(({ r }) => r === null)) return true;
  const matrix = identity(names.length);
  for (const { x, y, r } of totals) {
    const [i, j] = [names.indexOf(x), names.indexOf(y)];
    matrix.data[i * names.length + j] = matrix.data[j * names.length + i] = r!;
  }
  return isPositiveSemidefinite(matrix);
}

/** Why something is not available, said once: a pair that has no total correlation has none at the other levels. */
function doubtsOf(row: Found, pairs: readonly Found[]): Note[] {
  const { x, y, n, level, clusters } = row;
  const total = pairs.find((one) => one.x === x && one.y === y && one.level === "total")!;
  if (level !== "total" && (total.r === null || n < 3)) return [];
  const code =
    row.r === null ? withoutCorrelation(row) : (withoutTest(row) ?? (Math.abs(row.r) === 1 ? "pair/perfect" : null));
  return code === null ? [] : [note(code, { x, y, n, clusters: clusters ?? 0 })];
}

function withoutCorrelation({ level, n, clusters }: LevelCorrelation): NoteCode {
  if (n < 3) return "pair/too-few";
  if (level === "total") return "pair/constant";
  if (level === "within") return "pair/constant-within";
  return clusters! < 3 ? "pair/few-clusters" : "pair/constant-between";
}

function withoutTest({ level, n, clusters, pValue, lower }: LevelCorrelation): NoteCode | null {
  if (pValue !== null && lower !== null) return null;
  if (n < 3) return "pair/too-few";
  if (level === "within") return "pair/too-few-within";
  if (level === "between") return "pair/no-interval-between";
  if (clusters === null) return "pair/no-interval";
  return clusters < 2 ? "pair/one-cluster" : "pair/no-robust-test";
}

export const pearsonCorrelationCard = defineStatistic({
  kind: "pearsonCorrelation",
  label: { en: "Pearson correlations", nl: "Pearson-correlaties" },
  summary: {
    en: "How strongly numbers go together, also within and between schools or classes.",
    nl: "Hoe sterk getallen samenhangen, ook binnen en tussen scholen of klassen.",
  },
  input,
  options,
  result,
  run: pearsonCorrelation,
  tidy: ({ pairs }) =>
    pairs.map(({ x, y, clusters, intervalDf: _df, standardErrorZ: _se, ...rest }) => ({
      term: x,
      with: y,
      ...rest,
      ...(clusters === null ? {} : { k: clusters }),
    })),
  glance: ({ variables, with: others, sample }) => ({
    n: sample.used,
    k: variables.length + (others?.length ?? 0),
    missing: sample.missing,
  }),
  composes: [],
  charts: [],
  source: "Fisher (1921); Bell & McCaffrey (2002); Pustejovsky & Tipton (2018)",
  example: {
    data: {
      variables: { involvement: [2, 3, 4, 5, 3, 4, 2, 5, 4], grade: [5.5, 6, 7, 8, 7.5, 7, 6, 6.5, 9] },
      cluster: ["Elm", "Elm", "Elm", "Oak", "Oak", "Oak", "Fir", "Fir", "Fir"],
    },
  },
});
