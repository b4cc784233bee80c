import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { median } from "../numeric/quantile.ts";
import { compensatedSum } from "../numeric/sums.ts";
import { type Categories, categoryColumn, type NumberColumns, numberColumns, read } from "../table/input.ts";
import { splitByGroup } from "../table/splitByGroup.ts";
import { keyedColumns } from "./answerScale.ts";
import { groupSpread, type NullVariances, nullVariances, withinGroup } from "./groupAgreement.ts";
import { intraclassCorrelation } from "./intraclassCorrelation.ts";

const input = z.strictObject({
  items: numberColumns({
    en: "the items of one scale, or one variable",
    nl: "de items van één schaal, of één variabele",
  }),
  group: categoryColumn({ en: "school, class: who should agree", nl: "school, klas: wie het eens zouden moeten zijn" }),
});

const options = z.strictObject({
  minimum: described(z.number().optional(), {
    en: "lowest answer of the answer scale; needed",
    nl: "laagste antwoord van de antwoordschaal; nodig",
  }),
  maximum: described(z.number().optional(), {
    en: "highest answer of the answer scale; needed, answers go up by 1",
    nl: "hoogste antwoord van de antwoordschaal; nodig, antwoorden lopen op met 1",
  }),
  belowZero: described(z.enum(["keep", "zero"]).default("keep"), {
    en: "keep the figures of groups that differ more than at random, or set them to 0",
    nl: "cijfers houden van groepen die meer verschillen dan bij toeval, of ze op 0 zetten",
  }),
  confidenceLevel: shared.confidenceLevel,
});

const group = z.strictObject({
  group: z.string(),
  n: z.int(),
  rwg: available,
  rwgSlightlySkewed: available,
  meanVariance: available,
  deviationFromMean: available,
  deviationFromMedian: available,
});

const summary = z.strictObject({ groups: z.int(), mean: available, median: available, belowZero: z.int() });

const icc = z.strictObject({
  icc1: available,
  icc1Lower: available,
  icc1Upper: available,
  icc2: available,
  statistic: available,
  df: z.int(),
  dfError: z.int(),
  pValue: available,
});

const result = resultSchema("withinGroupAgreement", options, {
  items: z.int(),
  answers: z.int(),
  nullVariances: z.strictObject({ uniform: z.number(), slightlySkewed: available }),
  rwg: summary,
  rwgSlightlySkewed: summary,
  deviationFromMean: z.strictObject({ mean: z.number(), median: z.number() }),
  deviationFromMedian: z.strictObject({ mean: z.number(), median: z.number() }),
  intraclassCorrelation: icc.nullable(),
  groups: z.array(group),
});

type Settings = Resolved<typeof options>;
type Group = z.output<typeof group>;
export type WithinGroupAgreement = z.output<typeof result>;

/**
 * Whether the members of a group agree enough to speak of the group's answer: r_wg for one item or r_wg(j) for a scale
 * and the average deviation, per group and over groups, with ICC(1) and ICC(2) of the scale mean beside them.
 * @param data `items`: one column of answers per item (a row with a missing answer is left out); `group`: who belongs
 * together
 * @param given bounds of the answer scale; what to do with figures below 0; level of the interval of ICC(1)
 * @returns rwg against answers at random from all alike, rwgSlightlySkewed against a slight skew (5 to 11 answers): 1
 * is full agreement, below 0 less than at random, null for a group of one and where r_wg(j) breaks down; deviations in
 * answer steps; summaries over the groups of two and more
 * @throws option/needed, option/invalid for the bounds; data/outside-range; data/too-few when no group has two complete rows
 * @see James, Demaree & Wolf (1984); LeBreton & Senter (2008); Burke, Finkelstein & Dusig (1999); Bliese (2000).
 * Reference: multilevel::rwg.j, ad.m, ICC1, ICC2
 * @example
 * withinGroupAgreement({ items: { a: [4, 4, 5, 1, 3, 5] }, group: ["x", "x", "x", "y", "y", "y"] }, { minimum: 1, maximum: 5 }).groups[0].rwg // 0.833333333333
 */
export function withinGroupAgreement(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): WithinGroupAgreement {
  const { items, group } = read(input, data);
  const settings = resolve(options, given);
  const { minimum = null, maximum = null } = settings;
  const columns = keyedColumns(items, { reversed: [], minimum, maximum }, "r_wg");
  const answers = answersOf(minimum!, maximum!);
  const cluster = ofCompleteRows(columns, group);
  const used = cluster.codes.reduce((sum, code) => sum + (code >= 0 ? 1 : 0), 0);
  const variances = nullVariances(answers);
  const groups = groupRows(columns, cluster, variances, settings);
  const several = groups.filter(({ n }) => n > 1);
  if (several.length === 0) refuse("data/too-few", { needed: 1, unit: "groups of two", found: 0 });
  const missing = columns.reduce((sum, column) => sum + column.filter(Number.isNaN).length, 0);
  const uniform = summaryOf(several, "rwg");
  return {
    kind: "withinGroupAgreement",
    options: settings,
    sample: { unit: "respondent", used, dropped: items.rows - used, missing },
    notes: notesOf(items, groups, variances, settings, used),
    items: columns.length,
    answers,
    nullVariances: variances,
    rwg: uniform,
    rwgSlightlySkewed: summaryOf(several, "rwgSlightlySkewed"),
    deviationFromMean: middles(several, "deviationFromMean"),
    deviationFromMedian: middles(several, "deviationFromMedian"),
    intraclassCorrelation: iccOf(columns, cluster, several.length, groups.length, settings),
    groups,
  };
}

function answersOf(minimum: number, maximum: number): number {
  const steps = maximum - minimum;
  if (!(steps >= 1 && Number.isInteger(steps)))
    refuse("option/invalid", { option: "maximum", expected: `${minimum} + 1, 2, 3 ...` });
  return steps + 1;
}

/** Groups of the rows in which nothing is missing; the others belong nowhere. */
function ofCompleteRows(columns: readonly Float64Array[], { levels, codes, rows }: Categories): Categories {
  const complete = codes.map((code, i) => (columns.some((column) => Number.isNaN(column[i]!)) ? -1 : code));
  return { levels, codes: complete, rows };
}

function groupRows(
  columns: readonly Float64Array[],
  cluster: Categories,
  variances: NullVariances,
  settings: Settings,
): Group[] {
  const split = columns.map((column) => splitByGroup(column, cluster));
  return cluster.levels.flatMap((name, g) => {
    const members = split.map((column) => column[g]!);
    return members[0]!.length === 0 ? [] : [groupRow(name, members, variances, settings)];
  });
}

function groupRow(name: string, members: readonly Float64Array[], variances: NullVariances, settings: Settings): Group {
  const { n, meanVariance, fromMean, fromMedian } = groupSpread(members);
  const against = (nullVariance: number | null) => {
    if (nullVariance === null || n < 2) return null;
    const capped = settings.belowZero === "zero" ? Math.min(meanVariance, nullVariance) : meanVariance;
    return finiteOrNull(withinGroup(capped, nullVariance, members.length));
  };
  return {
    group: name,
    n,
    rwg: against(variances.uniform),
    rwgSlightlySkewed: against(variances.slightlySkewed),
    meanVariance: finiteOrNull(meanVariance),
    deviationFromMean: n < 2 ? null : fromMean,
    deviationFromMedian: n < 2 ? null : fromMedian,
  };
}

type Measure = "rwg" | "rwgSlightlySkewed" | "deviationFromMean" | "deviationFromMedian";

function valuesOf(groups: readonly Group[], measure: Measure): number[] {
  return groups.flatMap((row) => (row[measure] === null ? [] : [row[measure]]));
}

function middles(groups: readonly Group[], measure: Measure): { mean: number; median: number } {
  const values = valuesOf(groups, measure);
  return { mean: compensatedSum(values) / values.length, median: median(values) };
}

function summaryOf(groups: readonly Group[], measure: Measure) {
  const values = valuesOf(groups, measure);
  const { mean, median } = middles(groups, measure);
  const belowZero = values.filter((value) => value < 0).length;
  return { groups: values.length, mean: finiteOrNull(mean), median: finiteOrNull(median), belowZero };
}

/** ICC(1) and ICC(2) of the mean of the items; null with one group, or when those means are all the same. */
function iccOf(
  columns: readonly Float64Array[],
  { levels, codes }: Categories,
  several: number,
  groups: number,
  { confidenceLevel }: Settings,
) {
  const values = Float64Array.from(codes, (code, i) =>
    code < 0 ? Number.NaN : compensatedSum(columns.map((column) => column[i]!)) / columns.length,
  );
  const different = new Set(values.filter((value) => !Number.isNaN(value))).size;
  if (several < 1 || groups < 2 || different < 2) return null;
  const cluster = Array.from(codes, (code) => (code < 0 ? null : levels[code]!));
  const found = intraclassCorrelation({ values, cluster }, { confidenceLevel });
  const { icc: icc1, lower: icc1Lower, upper: icc1Upper, clusterMeanReliability: icc2 } = found;
  const { statistic, df, dfError, pValue } = found;
  return { icc1, icc1Lower, icc1Upper, icc2, statistic, df, dfError, pValue };
}

function notesOf(
  { rows }: NumberColumns,
  groups: readonly Group[],
  { slightlySkewed }: NullVariances,
  { belowZero }: Settings,
  used: number,
): Note[] {
  const single = groups.filter(({ n }) => n === 1).length;
  const negative = groups.filter(({ rwg }) => rwg !== null && rwg < 0).length;
  const broken = groups.filter(({ n, rwg }) => n > 1 && rwg === null).length;
  return notesWhen(
    [used < rows, "missing/listwise", { dropped: rows - used, total: rows }],
    [single > 0, "groups/single", { single }],
    [groups.length === 1, "groups/one"],
    [slightlySkewed === null, "rwg/no-skewed-variance"],
    [negative > 0, "rwg/negative", { negative }],
    [broken > 0, "rwg/broken", { broken }],
    [belowZero === "zero", "rwg/set-to-zero"],
  );
}

export const withinGroupAgreementCard = defineStatistic({
  kind: "withinGroupAgreement",
  label: { en: "Within-group agreement (r_wg, AD)", nl: "Overeenstemming binnen groepen (r_wg, AD)" },
  summary: {
    en: "Whether the members of a school or class agree enough to speak of the group's answer.",
    nl: "Of de leden van een school of klas het eens genoeg zijn om van het antwoord van de groep te spreken.",
  },
  input,
  options,
  result,
  run: withinGroupAgreement,
  tidy: ({ items, groups, rwg, rwgSlightlySkewed, deviationFromMean, deviationFromMedian, ...found }) => {
    const name = items === 1 ? "r_wg" : "r_wg(j)";
    const icc = found.intraclassCorrelation;
    const over = (term: string, method: string, of: { mean: number | null; median: number | null }) => ({
      term,
      method,
      mean: of.mean,
      median: of.median,
      k: rwg.groups,
      n: found.sample.used,
    });
    return [
      over(name, "uniform", rwg),
      over(name, "slightly skewed", rwgSlightlySkewed),
      over("AD", "mean", deviationFromMean),
      over("AD", "median", deviationFromMedian),
      ...(icc === null
        ? []
        : [
            { term: "ICC(1)", estimate: icc.icc1, lower: icc.icc1Lower, upper: icc.icc1Upper, n: found.sample.used },
            { term: "ICC(2)", estimate: icc.icc2, n: found.sample.used },
          ]),
      ...groups.flatMap(({ group, n, ...row }) => [
        { term: name, method: "uniform", group, n, estimate: row.rwg },
        { term: name, method: "slightly skewed", group, n, estimate: row.rwgSlightlySkewed },
        { term: "AD", method: "mean", group, n, estimate: row.deviationFromMean },
        { term: "AD", method: "median", group, n, estimate: row.deviationFromMedian },
      ]),
    ];
  },
  glance: ({ rwg, intraclassCorrelation: icc, sample }) => ({
    mean: rwg.mean,
    median: rwg.median,
    icc: icc?.icc1 ?? null,
    statistic: icc?.statistic ?? null,
    df: icc?.df ?? null,
    dfError: icc?.dfError ?? null,
    pValue: icc?.pValue ?? null,
    k: rwg.groups,
    n: sample.used,
  }),
  composes: ["intraclassCorrelation"],
  charts: [],
  source: "James, Demaree & Wolf (1984); LeBreton & Senter (2008); Burke, Finkelstein & Dusig (1999)",
  example: {
    data: {
      items: { talks: [4, 4, 5, 2, 3, 3, 1, 2], asks: [4, 5, 5, 2, 2, 3, 2, 1] },
      group: ["a", "a", "a", "b", "b", "b", "c", "c"],
    },
    options: { minimum: 1, maximum: 5 },
  },
});
