import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { normalUpper } from "../numeric/normal.ts";
import { median } from "../numeric/quantile.ts";
import { tiesOf } from "../numeric/rankSum.ts";
import { averageRanks } from "../numeric/ranks.ts";
import { type Categories, categoryColumn, numberColumns, read } from "../table/input.ts";
import { groupSample } from "./twoGroups.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what is compared", nl: "wat wordt vergeleken" }),
  group: categoryColumn({ en: "the groups", nl: "de groepen" }),
});

const options = z.strictObject({ adjust: shared.adjust });

const group = z.strictObject({ group: z.string(), n: z.int(), median: z.number(), meanRank: z.number() });

const pair = z.strictObject({
  first: z.string(),
  second: z.string(),
  difference: z.number(),
  z: z.number(),
  pValue: z.number(),
  adjustedPValue: available,
});

const comparison = z.strictObject({
  variable: z.string(),
  groups: z.array(group),
  H: available,
  df: z.int(),
  pValue: available,
  adjustedPValue: available,
  epsilon2: available,
  pairs: z.array(pair),
});

const result = resultSchema("kruskalWallis", options, { comparisons: z.array(comparison) });

type Comparison = z.output<typeof comparison>;
export type KruskalWallis = z.output<typeof result>;

/**
 * Whether one of several groups tends to have higher values, by ranks, and which groups differ (Dunn's tests).
 * @param data `variables`: named columns; `group`: two or more groups. null or NaN is missing, per variable
 * @param given correction of p over the variables, and per variable over its pairs
 * @returns per variable H corrected for ties with its chi-square p; epsilon2 = H / (n - 1), 0 to 1; mean ranks; pairs with z
 * of the difference of mean ranks. null with a note where all values are equal. It does not know of clusters
 * @throws data/too-few with fewer than two groups
 * @see Kruskal & Wallis (1952); Dunn (1964); Tomczak & Tomczak (2014). Reference: kruskal.test(y ~ group)
 * @example kruskalWallis({ variables: { y: [1, 2, 3, 4, 5, 6] }, group: ["a", "a", "b", "b", "c", "c"] }).comparisons[0].H // 4.571428571428571
 */
export function kruskalWallis(data: Given<typeof input>, given: Given<typeof options> = {}): KruskalWallis {
  const { variables, group: groups } = read(input, data);
  const settings = resolve(options, given);
  if (groups.levels.length < 2) refuse("data/too-few", { needed: 2, unit: "groups", found: groups.levels.length });
  const found = variables.names.map((name, j) => comparisonOf(name, variables.columns[j]!, groups, settings.adjust));
  const adjusted = adjustPValues(found.map(({ pValue }) => pValue), settings.adjust); // biome-ignore format: one family a line
  const { sample, notes } = groupSample(groups, variables);
  return {
    kind: "kruskalWallis",
    options: settings,
    sample,
    notes: [
      ...notes,
      ...found.flatMap(({ variable, groups: own, pValue }) => {
        const empty = groups.levels.filter((level) => !own.some((one) => one.group === level));
        return notesWhen(
          [empty.length > 0, "group/empty", { variable, groups: empty.join(", ") }],
          [empty.length === 0 && pValue === null, "group/all-equal", { variable }],
        );
      }),
    ],
    comparisons: found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! })),
  };
}

type Adjustment = Parameters<typeof adjustPValues>[1];

function comparisonOf(variable: string, column: Float64Array, groups: Categories, adjust: Adjustment): Comparison {
  const kept = [...column.keys()].filter((i) => groups.codes[i] !== -1 && !Number.isNaN(column[i]!));
  const values = Float64Array.from(kept, (i) => column[i]!);
  const ranks = averageRanks(values);
  const n = values.length;
  const rows = groups.levels.flatMap((name, code) => {
    const own = [...kept.keys()].filter((k) => groups.codes[kept[k]!] === code);
    if (own.length === 0) return [];
    const meanRank = own.reduce((sum, k) => sum + ranks[k]!, 0) / own.length;
    return [{ group: name, n: own.length, median: median(own.map((k) => values[k]!)), meanRank }];
  });
  const ties = 1 - tiesOf(values) / (n ** 3 - n);
  const df = Math.max(0, rows.length - 1);
  const nothing = { H: null, pValue: null, adjustedPValue: null, epsilon2: null, pairs: [] };
  if (rows.length < 2 || !(ties > 0)) return { variable, groups: rows, df, ...nothing };
  const between = rows.reduce((sum, one) => sum + one.n * (one.meanRank - (n + 1) / 2) ** 2, 0);
  const H = (12 * between) / (n * (n + 1)) / ties;
  const pairs = pairsOf(rows, ((n * (n + 1)) / 12) * ties, adjust);
  return { variable, groups: rows, H, df, pValue: chiSquareUpper(H, df), adjustedPValue: null, epsilon2: H / (n - 1), pairs }; // biome-ignore format: one line
}

/** Dunn's z for every two groups; `variance` is that of one rank. */
function pairsOf(
  rows: readonly z.output<typeof group>[],
  variance: number,
  adjust: Adjustment,
): z.output<typeof pair>[] {
  const pairs = rows.flatMap((one, i) =>
    rows.slice(i + 1).map((other) => {
      const difference = one.meanRank - other.meanRank;
      const score = difference / Math.sqrt(variance * (1 / one.n + 1 / other.n));
      return { first: one.group, second: other.group, difference, z: score, pValue: 2 * normalUpper(Math.abs(score)) };
    }),
  );
  const adjusted = adjustPValues(pairs.map(({ pValue }) => pValue), adjust); // biome-ignore format: one family a line
  return pairs.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! }));
}

export const kruskalWallisCard = defineStatistic({
  kind: "kruskalWallis",
  label: { en: "Several groups by ranks", nl: "Meer groepen op rangorde" },
  summary: {
    en: "Whether one of several groups tends to have higher values, and which ones differ.",
    nl: "Of een van meer groepen vaker hogere waarden heeft, en welke verschillen.",
  },
  input,
  options,
  result,
  run: kruskalWallis,
  tidy: ({ comparisons }) =>
    comparisons.flatMap(({ variable: term, groups, H, df, pValue, adjustedPValue, epsilon2, pairs }) => [
      {
        ...{ term, n: groups.reduce((sum, { n }) => sum + n, 0), k: groups.length, statistic: H, df, pValue },
        ...{ adjustedPValue, R2: epsilon2, method: "Kruskal-Wallis" },
      },
      ...pairs.map(({ first, second, difference: estimate, z: statistic, ...one }) => {
        return { term, with: `${first} - ${second}`, estimate, statistic, ...one, method: "Dunn" };
      }),
    ]),
  glance: ({ sample, comparisons }) => ({ n: sample.used, k: comparisons.length, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Kruskal & Wallis (1952); Dunn (1964)",
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
