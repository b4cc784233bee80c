import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { type Categories, categoryColumn, numberColumns, read } from "../table/input.ts";
import { clusterRobustDifference, meanDifference, type TwoSamples } from "./meanDifference.ts";
import { standardizedDifferences } from "./standardizedDifferences.ts";
import { orderOfGroups } from "./twoGroups.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what is compared", nl: "wat wordt vergeleken" }),
  group: categoryColumn({ en: "the two groups", nl: "de twee groepen" }),
  cluster: categoryColumn({ en: "school, class or other cluster", nl: "school, klas of ander cluster" }).optional(),
});

const options = z.strictObject({
  variances: described(z.enum(["welch", "student"]).default("welch"), {
    en: "Welch's test lets the groups differ in spread; Student's takes them to be equally spread",
    nl: "Welchs toets laat de groepen in spreiding verschillen; die van Student houdt ze voor gelijk gespreid",
  }),
  reference: described(z.string().nullable().default(null), {
    en: "the group whose mean is subtracted; the second to appear when left out",
    nl: "de groep waarvan het gemiddelde wordt afgetrokken; de als tweede genoemde als het openblijft",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

const tested = {
  standardError: available,
  statistic: available,
  df: available,
  pValue: available,
  lower: available,
  upper: available,
  adjustedPValue: available,
};

const group = z.strictObject({ group: z.string(), n: z.int(), mean: available, standardDeviation: available });

const comparison = z.strictObject({
  variable: z.string(),
  groups: z.array(group),
  difference: available,
  ...tested,
  robust: z.strictObject({ clusters: z.int(), ...tested }).nullable(),
  d: available,
  dLower: available,
  dUpper: available,
  g: available,
  gLower: available,
  gUpper: available,
  glassDelta: available,
  unpooledD: available,
  commonLanguage: available,
});

const result = resultSchema("tTest", options, {
  first: z.string(),
  reference: z.string(),
  comparisons: z.array(comparison),
});

type Settings = Resolved<typeof options>;
type Comparison = z.output<typeof comparison>;
export type TTest = z.output<typeof result>;

/**
 * Whether two groups differ in their means, with the difference in standard deviations; where clusters are given a test
 * that allows for them (CR2) stands beside it.
 * @param data `variables`: named columns; `group`: two groups; `cluster` (optional). null or NaN is missing, per variable
 * @param given Welch (default) or Student; which group is subtracted; level of the intervals; correction of p over the
 * variables
 * @returns per variable the difference in its own unit; d (pooled standard deviation) and g (d without its bias in small
 * samples, exact) with limits from the noncentral t distribution; Glass' delta in standard deviations of the reference
 * group; unpooledD by the root of the mean variance; commonLanguage: chance that a member of the first group is higher,
 * if both are normal. null with a note where a group has fewer than two values or nothing differs
 * @throws group/not-two with the groups found; option/invalid for a reference that is not there
 * @see Welch (1947); Hedges (1981); Cumming & Finch (2001); McGraw & Wong (1992); Pustejovsky & Tipton (2018). Reference:
 * t.test(y ~ group), effectsize::cohens_d, clubSandwich::coef_test(lm(y ~ group), "CR2")
 * @example tTest({ variables: { grade: [6, 7, 8, 5, 6, 7] }, group: ["a", "a", "a", "b", "b", "b"] }).comparisons[0].statistic // 1.2247448713915
 */
export function tTest(data: Given<typeof input>, given: Given<typeof options> = {}): TTest {
  const { variables, group: groups, cluster } = read(input, data);
  const settings = resolve(options, given);
  const [first, reference] = orderOfGroups(groups, settings.reference);
  const rows = rowsOf(groups, cluster, variables.columns);
  const found = variables.names.map((variable, j) => {
    const own = rows.all.filter((i) => !Number.isNaN(variables.columns[j]![i]!));
    const samples = samplesOf(variables.columns[j]!, own, { groups, first, cluster });
    return comparisonOf(variable, samples, [groups.levels[first]!, groups.levels[reference]!], settings);
  });
  const missing = variables.columns.reduce(
    (sum, column) => sum + column.filter((value) => Number.isNaN(value)).length,
    0,
  );
  const used = rows.all.filter((i) => variables.columns.some((column) => !Number.isNaN(column[i]!))).length;
  const comparisons = corrected(found, settings);
  return {
    kind: "tTest",
    options: settings,
    sample: { unit: "respondent", used, dropped: variables.rows - used, missing },
    notes: [
      ...notesWhen(
        [rows.ungrouped > 0, "group/missing", { dropped: rows.ungrouped, total: variables.rows }],
        [rows.unclustered > 0, "cluster/missing", { dropped: rows.unclustered, total: variables.rows }],
      ),
      ...comparisons.flatMap((one) => doubtsOf(one, settings)),
    ],
    first: groups.levels[first]!,
    reference: groups.levels[reference]!,
    comparisons,
  };
}

function rowsOf(groups: Categories, cluster: Categories | undefined, columns: readonly Float64Array[]) {
  const every = [...columns[0]!.keys()];
  const grouped = every.filter((i) => groups.codes[i] !== -1);
  const all = grouped.filter((i) => cluster === undefined || cluster.codes[i] !== -1);
  return { all, ungrouped: every.length - grouped.length, unclustered: grouped.length - all.length };
}

interface Grouping {
  readonly groups: Categories;
  readonly first: number;
  readonly cluster: Categories | undefined;
}

function samplesOf(column: Float64Array, rows: readonly number[], { groups, first, cluster }: Grouping): TwoSamples {
  return {
    values: Float64Array.from(rows, (i) => column[i]!),
    isFirst: Uint8Array.from(rows, (i) => (groups.codes[i] === first ? 1 : 0)),
    clusters: cluster === undefined ? null : Int32Array.from(rows, (i) => cluster.codes[i]!),
  };
}

function comparisonOf(
  variable: string,
  samples: TwoSamples,
  names: readonly [string, string],
  { variances, confidenceLevel }: Settings,
): Comparison {
  const { groups, ...test } = meanDifference(samples, variances, confidenceLevel);
  const robust = samples.clusters === null ? null : clusterRobustDifference(samples, confidenceLevel);
  return {
    variable,
    groups: groups.map((one, k) => ({ group: names[k]!, ...one })),
    ...test,
    adjustedPValue: null,
    robust: robust === null ? null : { ...robust, adjustedPValue: null },
    ...standardizedDifferences(groups, confidenceLevel),
  };
}

/** p corrected over the variables; the two tests are two families, for only one of them is read. */
function corrected(found: readonly Comparison[], { adjust }: Settings): Comparison[] {
  const own = adjustPValues(found.map(({ pValue }) => pValue), adjust); // biome-ignore format: one family a line
  const robust = adjustPValues(found.map((one) => one.robust?.pValue ?? null), adjust); // biome-ignore format: one family a line
  return found.map((one, i) => ({
    ...one,
    adjustedPValue: own[i]!,
    robust: one.robust === null ? null : { ...one.robust, adjustedPValue: robust[i]! },
  }));
}

/** Below so many degrees of freedom the p-value of a cluster-robust test cannot be trusted. */
const FEW = 4;

function doubtsOf({ variable, pValue, robust, groups }: Comparison, { confidenceLevel }: Settings): Note[] {
  const small = groups.filter(({ n }) => n < 2);
  if (small.length > 0)
    return [note("group/too-small", { variable, groups: small.map(({ group: own }) => own).join(", ") })];
  if (pValue === null) return [note("group/no-spread", { variable })];
  if (robust === null) return [];
  if (robust.pValue === null) return [note("group/no-robust-test", { variable, clusters: robust.clusters })];
  const limit = 1 - confidenceLevel;
  return notesWhen(
    [robust.df! < FEW, "group/robust-few-df", { variable, df: robust.df! }],
    [pValue < limit !== robust.pValue < limit, "group/clusters-decide", { variable }],
  );
}

export const tTestCard = defineStatistic({
  kind: "tTest",
  label: { en: "Two groups compared", nl: "Twee groepen vergeleken" },
  summary: {
    en: "Whether two groups differ in their means, also where people belong to schools.",
    nl: "Of twee groepen in gemiddelde verschillen, ook waar mensen bij scholen horen.",
  },
  input,
  options,
  result,
  run: tTest,
  tidy: ({ comparisons, first, reference, options: { variances } }) =>
    comparisons.flatMap(({ variable, difference: estimate, robust, ...one }) => {
      const { standardError, statistic, df, pValue, adjustedPValue, lower, upper, d, groups } = one;
      const head = { term: variable, with: `${first} - ${reference}`, n: groups.reduce((sum, { n }) => sum + n, 0) };
      const own = { standardError, statistic, df, pValue, adjustedPValue, lower, upper };
      const rows = [{ ...head, estimate, ...own, d, method: variances === "welch" ? "Welch" : "Student" }];
      if (robust === null) return rows;
      const { clusters: _, ...test } = robust;
      return [...rows, { ...head, estimate, ...test, d, method: "CR2" }];
    }),
  glance: ({ sample, comparisons }) => ({ n: sample.used, k: comparisons.length, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Welch (1947); Hedges (1981); Cumming & Finch (2001); Pustejovsky & Tipton (2018)",
  example: {
    data: {
      variables: { involvement: [3.2, 4.1, 2.8, 3.9, 4.4, 2.5, 3.1, 2.9, 3.6, 2.2, null, 3.0] },
      group: ["p", "p", "p", "p", "p", "p", "t", "t", "t", "t", "t", "t"],
      cluster: [1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3],
    },
  },
});
