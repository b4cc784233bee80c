import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { type AnovaSums, anovaSums } from "../numeric/anovaSums.ts";
import { fUpper } from "../numeric/fDistribution.ts";
import { median } from "../numeric/quantile.ts";
import { studentTUpperQuantile } from "../numeric/studentT.ts";
import { univariate } from "../numeric/univariate.ts";
import { type Categories, categoryColumn, numberColumns, read } from "../table/input.ts";
import { type MeanOfGroup, POST_HOC_METHODS, type PostHoc, pairwiseMeans } from "./pairwiseMeans.ts";
import { groupSample } from "./twoGroups.ts";
import { varianceShares } from "./varianceShares.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what is compared", nl: "wat wordt vergeleken" }),
  group: categoryColumn({ en: "the groups", nl: "de groepen" }),
});

const options = z.strictObject({
  variances: described(z.enum(["welch", "equal"]).default("welch"), {
    en: "welch: groups may differ in spread (Games-Howell after it); equal: Fisher's test (Tukey-Kramer after it)",
    nl: "welch: groepen mogen in spreiding verschillen (daarna Games-Howell); equal: Fishers toets (daarna Tukey-Kramer)",
  }),
  postHoc: described(z.enum(["auto", ...POST_HOC_METHODS, "none"]).default("auto"), {
    en: "how every two groups are compared; auto follows the variances",
    nl: "hoe elke twee groepen worden vergeleken; auto volgt de varianties",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

const group = z.strictObject({
  group: z.string(),
  n: z.int(),
  mean: z.number(),
  standardDeviation: available,
  lower: available,
  upper: available,
});

const test = z.strictObject({ statistic: available, df: z.int(), dfError: available, pValue: available });
const share = z.strictObject({ estimate: available, lower: available, upper: available });

const pair = z.strictObject({
  first: z.string(),
  second: z.string(),
  difference: z.number(),
  standardError: z.number(),
  statistic: z.number(),
  df: z.number(),
  adjustedPValue: available,
  lower: z.number(),
  upper: z.number(),
});

const comparison = z.strictObject({
  variable: z.string(),
  groups: z.array(group),
  welch: test,
  fisher: test,
  adjustedPValue: available,
  brownForsythe: test,
  levene: test,
  eta2: share,
  omega2: share,
  epsilon2: share,
  pairs: z.array(pair),
});

const result = resultSchema("oneWayAnova", options, {
  postHoc: z.enum(POST_HOC_METHODS).nullable(),
  comparisons: z.array(comparison),
});

type Settings = Resolved<typeof options>;
type Comparison = z.output<typeof comparison>;
type Test = z.output<typeof test>;
export type OneWayAnova = z.output<typeof result>;

/**
 * Whether several groups differ in their means, how much of the variance that is, and which groups differ.
 * @param data `variables`: named columns; `group`: two or more groups. null or NaN is missing, per variable
 * @param given Welch (default) or Fisher as the test that counts; how pairs are compared; level of the intervals;
 * correction of p over the variables
 * @returns per variable both tests, `adjustedPValue` of the one that counts; tests of equal spread; eta2, omega2 and
 * epsilon2 (shares); pairs with p that hold for all pairs of the variable together. Each group's interval is its own t
 * interval. null with a note where a group has one value, or no spread
 * @throws data/too-few with fewer than two groups
 * @see Welch (1951); Fisher (1925); Brown & Forsythe (1974); Levene (1960); Games & Howell (1976). Reference:
 * oneway.test(y ~ group), car::leveneTest, TukeyHSD, effectsize::omega_squared
 * @example oneWayAnova({ variables: { y: [1, 2, 3, 2, 4, 6] }, group: ["a", "a", "a", "b", "b", "b"] }).comparisons[0].fisher.statistic // 2.4
 */
export function oneWayAnova(data: Given<typeof input>, given: Given<typeof options> = {}): OneWayAnova {
  const { variables, group: groups } = read(input, data);
  const settings = resolve(options, given);
  if (groups.levels.length < 2) refuse("data/too-few", { needed: 2, unit: "groups", found: groups.levels.length });
  const found = variables.names.map((name, j) => comparisonOf(name, splitBy(variables.columns[j]!, groups), settings));
  const adjusted = adjustPValues(
    found.map(({ welch, fisher }) => (settings.variances === "welch" ? welch : fisher).pValue),
    settings.adjust,
  );
  const { sample, notes } = groupSample(groups, variables);
  return {
    kind: "oneWayAnova",
    options: settings,
    sample,
    notes: [...notes, ...found.flatMap((one) => doubtsOf(one, groups.levels))],
    postHoc: methodOf(settings),
    comparisons: found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! })),
  };
}

function methodOf({ postHoc, variances }: Settings): PostHoc | null {
  if (postHoc === "none") return null;
  if (postHoc !== "auto") return postHoc;
  return variances === "welch" ? "gamesHowell" : "tukeyKramer";
}

interface Named {
  readonly name: string;
  readonly values: Float64Array;
}

/** The values of each group that has any. */
function splitBy(column: Float64Array, { levels, codes }: Categories): Named[] {
  return levels
    .map((name, code) => ({ name, values: column.filter((value, i) => codes[i] === code && !Number.isNaN(value)) }))
    .filter(({ values }) => values.length > 0);
}

function comparisonOf(variable: string, groups: readonly Named[], settings: Settings): Comparison {
  const { confidenceLevel } = settings;
  const values = groups.map((one) => one.values);
  const table = anovaSums(values);
  const means = groups.map(({ name, values: own }): MeanOfGroup => {
    const { n, mean, sumSquares } = univariate(own);
    return { group: name, n, mean, variance: sumSquares / (n - 1) };
  });
  const spread = table.within > 0 && table.dfWithin > 0;
  const away = (centre: (own: Float64Array) => number) =>
    values.map((own) => {
      const middle = centre(own);
      return own.map((value) => Math.abs(value - middle));
    });
  return {
    variable,
    groups: means.map((one) => groupRow(one, confidenceLevel)),
    welch: welchTest(means),
    fisher: fisherTest(values),
    adjustedPValue: null,
    brownForsythe: fisherTest(away(median)),
    levene: fisherTest(away((own) => univariate(own).mean)),
    ...varianceShares(spread ? table : { ...table, between: Number.NaN }, confidenceLevel),
    pairs: spread ? pairsOf(means, table, settings) : [],
  };
}

/** Every two groups; none when one of them cannot be compared in the way asked for. */
function pairsOf(means: readonly MeanOfGroup[], { within, dfWithin }: AnovaSums, settings: Settings) {
  const method = methodOf(settings);
  const isPooled = method === "tukeyKramer" || (method === "holm" && settings.variances === "equal");
  const comparable = means.every(({ n, variance }) => isPooled || (n > 1 && variance > 0));
  if (method === null || means.length < 2 || !comparable) return [];
  const pooled = isPooled ? { variance: within / dfWithin, df: dfWithin } : null;
  return pairwiseMeans(means, { method, pooled, confidenceLevel: settings.confidenceLevel });
}

function groupRow({ group: name, n, mean, variance }: MeanOfGroup, level: number) {
  const reach = n > 1 ? studentTUpperQuantile((1 - level) / 2, n - 1) * Math.sqrt(variance / n) : Number.NaN;
  return {
    ...{ group: name, n, mean, standardDeviation: finiteOrNull(Math.sqrt(variance)) },
    ...{ lower: finiteOrNull(mean - reach), upper: finiteOrNull(mean + reach) },
  };
}

function tested(statistic: number, df: number, dfError: number): Test {
  if (!(Number.isFinite(statistic) && dfError > 0)) return { statistic: null, df, dfError: null, pValue: null };
  return { statistic, df, dfError, pValue: fUpper(statistic, df, dfError) };
}

function fisherTest(values: readonly Float64Array[]): Test {
  const { F, dfBetween, dfWithin } = anovaSums(values);
  return tested(F, dfBetween, dfWithin);
}

/** Means weighted by n over variance; degrees of freedom by Welch (1951). */
function welchTest(means: readonly MeanOfGroup[]): Test {
  const k = means.length;
  if (k < 2 || means.some(({ n, variance }) => n < 2 || !(variance > 0)))
    return tested(Number.NaN, Math.max(0, k - 1), 0);
  const weights = means.map(({ n, variance }) => n / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const apart = means.map(({ mean }) => mean - means[0]!.mean);
  const middle = apart.reduce((sum, distance, i) => sum + weights[i]! * distance, 0) / total;
  const between = apart.reduce((sum, distance, i) => sum + weights[i]! * (distance - middle) ** 2, 0) / (k - 1);
  const uneven = means.reduce((sum, { n }, i) => sum + (1 - weights[i]! / total) ** 2 / (n - 1), 0);
  return tested(between / (1 + (2 * (k - 2) * uneven) / (k * k - 1)), k - 1, (k * k - 1) / (3 * uneven));
}

function doubtsOf({ variable, groups, fisher, welch }: Comparison, levels: readonly string[]): Note[] {
  const counts = new Map(groups.map(({ group: name, n }) => [name, n] as const));
  const small = levels.filter((name) => (counts.get(name) ?? 0) < 2);
  if (small.length > 0) return [note("group/too-small", { variable, groups: small.join(", ") })];
  if (fisher.pValue === null) return [note("group/no-spread", { variable })];
  return notesWhen([welch.pValue === null, "group/no-welch", { variable }]);
}

export const oneWayAnovaCard = defineStatistic({
  kind: "oneWayAnova",
  label: { en: "Several groups compared", nl: "Meer groepen vergeleken" },
  summary: {
    en: "Whether groups such as school types differ in their means, and which ones.",
    nl: "Of groepen zoals schooltypen in gemiddelde verschillen, en welke.",
  },
  input,
  options,
  result,
  run: oneWayAnova,
  tidy: ({ comparisons, postHoc, options: { variances } }) =>
    comparisons.flatMap(({ variable, welch, fisher, adjustedPValue, omega2, groups, pairs }) => {
      const main = variances === "welch" ? welch : fisher;
      const n = groups.reduce((sum, one) => sum + one.n, 0);
      const method = variances === "welch" ? "Welch" : "Fisher";
      return [
        { term: variable, n, k: groups.length, ...main, adjustedPValue, omega2: omega2.estimate, method },
        ...pairs.map(({ first, second, difference, ...one }) => ({
          ...{ term: variable, with: `${first} - ${second}`, estimate: difference },
          ...{ ...one, method: postHoc },
        })),
      ];
    }),
  glance: ({ sample, comparisons }) => ({ n: sample.used, k: comparisons.length, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Welch (1951); Fisher (1925); Games & Howell (1976); Kramer (1956); Hays (1963)",
  example: {
    data: {
      variables: { involvement: [3.2, 4.1, 2.8, 3.9, 4.4, 2.5, 3.1, 2.9, 3.6, 2.2, null, 3.0] },
      group: [
        "primary",
        "primary",
        "primary",
        "primary",
        "vmbo",
        "vmbo",
        "vmbo",
        "vmbo",
        "havo",
        "havo",
        "havo",
        "havo",
      ],
    },
  },
});
