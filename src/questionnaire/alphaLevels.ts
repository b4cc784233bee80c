import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { type Given, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { type ClusterCovariances, clusterCovariances } from "../numeric/clusterCovariances.ts";
import { isPositiveSemidefinite } from "../numeric/eigenvalues.ts";
import { fromRows } from "../numeric/matrices.ts";
import { covarianceOf, momentsOf } from "../numeric/moments.ts";
import { type Categories, categoryColumn, type NumberColumns, numberColumns, read } from "../table/input.ts";
import { alphaOf, feldtInterval } from "./alphaCoefficient.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }, 2),
  cluster: categoryColumn({ en: "school, class: who belongs together", nl: "school, klas: wie bij elkaar hoort" }),
});

const options = z.strictObject({ confidenceLevel: shared.confidenceLevel });

const level = z.strictObject({
  level: z.enum(["total", "within", "between"]),
  alpha: available,
  lower: available,
  upper: available,
});

const item = z.strictObject({
  item: z.string(),
  icc: available,
  varianceWithin: z.number(),
  varianceBetween: z.number(),
});

const result = resultSchema("alphaLevels", options, {
  levels: z.array(level),
  clusters: z.int(),
  adjustedClusterSize: z.number(),
  items: z.array(item),
});

type Item = z.output<typeof item>;
export type AlphaLevels = z.output<typeof result>;

/**
 * How consistently the items of a scale tell respondents of one cluster apart, and clusters from each other: alpha
 * within and between schools or classes, beside the ordinary one, which mixes them.
 * @param data `items`: named columns, one value per respondent; `cluster`: who belongs together; rows with a missing
 * value or without a cluster are left out
 * @param given level of the intervals
 * @returns total; within, from the covariances pooled over clusters; between, from those of what clusters have in
 * common, free of the sampling of their members (not of the observed cluster means), null when the clusters' sums do
 * not vary beyond chance. Feldt's intervals, for the total as if respondents were independent, none between clusters
 * @throws data/too-few below two clusters; data/single-rows; scale/no-variance
 * @see Geldhof, Preacher & Zyphur (2014); Muthén (1994) for S_B = (MS_B - MS_W) / c. Reference: anova(lm(x ~ cluster))
 * @example alphaLevels({ items: { a: [1, 2, 3, 5, 6, 8], b: [2, 2, 4, 5, 7, 8] }, cluster: ["p", "p", "p", "q", "q", "q"] }).levels[1].alpha // 0.92
 */
export function alphaLevels(data: Given<typeof input>, given: Given<typeof options> = {}): AlphaLevels {
  const { items, cluster } = read(input, data);
  const settings = resolve(options, given);
  const rows = usableRows(items, cluster);
  const columns = items.columns.map((column) => Float64Array.from(rows, (i) => column[i]!));
  const split = clusterCovariances(
    columns,
    Int32Array.from(rows, (i) => cluster.codes[i]!),
  );
  if (split.clusters < 2) refuse("data/too-few", { needed: 2, unit: "clusters", found: split.clusters });
  if (split.n === split.clusters) refuse("data/single-rows");
  const matrix = covarianceOf(momentsOf(columns));
  const total = alphaOf(matrix);
  if (Number.isNaN(total)) refuse("scale/no-variance");
  const [within, between] = [alphaOf(split.within), alphaOf(split.between)];
  const design = { k: items.names.length, level: settings.confidenceLevel };
  const own = items.names.map((name, j) => itemOf(split, name, j));
  const missing = items.columns.reduce((sum, column) => sum + column.filter(Number.isNaN).length, 0);
  return {
    kind: "alphaLevels",
    options: settings,
    sample: { unit: "respondent", used: split.n, dropped: items.rows - split.n, missing },
    notes: notesOf(split, own, finiteOrNull(between), items.rows),
    levels: [
      { level: "total", alpha: total, ...feldtInterval(total, { ...design, df: split.n - 1 }) },
      {
        level: "within",
        alpha: finiteOrNull(within),
        ...feldtInterval(within, { ...design, df: split.n - split.clusters }),
      },
      { level: "between", alpha: finiteOrNull(between), lower: null, upper: null },
    ],
    clusters: split.clusters,
    adjustedClusterSize: split.adjustedSize,
    items: own,
  };
}

function usableRows({ columns, rows }: NumberColumns, { codes }: Categories): number[] {
  const whole = (i: number) => codes[i]! >= 0 && columns.every((column) => !Number.isNaN(column[i]!));
  return Array.from({ length: rows }, (_, i) => i).filter(whole);
}

function itemOf({ within, between }: ClusterCovariances, item: string, j: number): Item {
  const [varianceWithin, varianceBetween] = [within[j]![j]!, between[j]![j]!];
  const icc = finiteOrNull(varianceBetween / (varianceBetween + varianceWithin));
  return { item, icc, varianceWithin, varianceBetween };
}

/** Whether any data could have these covariances between clusters; in units of the deviations within. */
function isPossible({ within, between }: ClusterCovariances): boolean {
  const units = within.map((row, j) => Math.sqrt(row[j]! > 0 ? row[j]! : 1));
  const scaled = between.map((row, i) => row.map((value, j) => value / (units[i]! * units[j]!)));
  return isPositiveSemidefinite(fromRows(scaled));
}

/** Fewer clusters than this say little about what clusters have in common. */
const FEW_CLUSTERS = 20;

function notesOf(split: ClusterCovariances, items: readonly Item[], between: number | null, total: number): Note[] {
  const { n, clusters } = split;
  const none = items.filter(({ varianceBetween }) => varianceBetween < 0);
  return [
    ...notesWhen(
      [n < total, "missing/listwise", { dropped: total - n, total }],
      [between === null, "alpha/no-between"],
      [between !== null && !isPossible(split), "alpha/between-impossible"],
      [clusters < FEW_CLUSTERS, "alpha/few-clusters", { clusters }],
    ),
    ...none.map(({ item }) => note("item/no-between", { item })),
  ];
}

export const alphaLevelsCard = defineStatistic({
  kind: "alphaLevels",
  label: { en: "Alpha within and between clusters", nl: "Alfa binnen en tussen clusters" },
  summary: {
    en: "How consistently a scale tells respondents within schools apart, and schools from each other.",
    nl: "Hoe eenduidig een schaal respondenten binnen scholen onderscheidt, en scholen van elkaar.",
  },
  input,
  options,
  result,
  run: alphaLevels,
  tidy: ({ levels, items, clusters, sample }) =>
    levels.map(({ level, alpha, ...rest }) => ({
      term: "alpha",
      level,
      estimate: alpha,
      ...rest,
      k: items.length,
      n: level === "between" ? clusters : sample.used,
    })),
  glance: ({ levels, items, clusters, sample }) => ({
    alpha: levels[0]!.alpha,
    k: items.length,
    n: sample.used,
    groups: clusters,
  }),
  composes: [],
  charts: [],
  source: "Geldhof, Preacher & Zyphur (2014); Muthén (1994)",
  example: {
    data: {
      items: {
        talks: [1, 2, 3, 4, 5, 4, 2, 3, 1],
        asks: [2, 2, 4, 4, 5, 5, 1, 3, 2],
        listens: [1, 3, 3, 5, 4, 4, 2, null, 1],
      },
      cluster: ["a", "a", "a", "b", "b", "b", "c", "c", "c"],
    },
  },
});
