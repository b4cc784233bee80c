import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { cholesky } from "../numeric/cholesky.ts";
import { type Covariances, covariances } from "../numeric/covariances.ts";
import { fromRows } from "../numeric/matrices.ts";
import { type SchmidLeiman, schmidLeiman } from "../numeric/schmidLeiman.ts";
import { numberColumns, read } from "../table/input.ts";
import { itemCorrelations } from "./itemCorrelations.ts";

const input = z.strictObject({
  items: numberColumns({ en: "the items of one scale", nl: "de items van één schaal" }, 5),
});

const options = z.strictObject({
  missing: shared.missing,
  factors: described(z.int().min(2).max(20).default(3), {
    en: "number of group factors",
    nl: "aantal groepsfactoren",
  }),
  starts: described(z.int().min(0).max(1000).default(30), {
    en: "number of random starts of the rotation, beside the unrotated loadings",
    nl: "aantal toevallige beginpunten van de rotatie, naast de ongeroteerde ladingen",
  }),
  seed: shared.seed.default(1),
});

const item = z.strictObject({
  item: z.string(),
  general: z.number(),
  groups: z.array(z.number()),
  uniqueness: z.number(),
});

const group = z.strictObject({
  factor: z.string(),
  generalLoading: z.number(),
  items: z.array(z.string()),
  omega: available,
  generalShare: available,
  groupShare: available,
});

const result = resultSchema("omegaHierarchical", options, {
  omegaHierarchical: z.number(),
  omega: z.number(),
  omegaLimit: available,
  explainedCommonVariance: available,
  alpha: z.number(),
  residual: z.number(),
  df: z.int(),
  factorCorrelations: z.array(z.array(z.number())),
  groups: z.array(group),
  items: z.array(item),
});

type Settings = Resolved<typeof options>;
type Matrix = Covariances["matrix"];
export type OmegaHierarchical = z.output<typeof result>;

/**
 * How much of the variance of a scale's sum comes from one general factor when items also form groups: omega
 * hierarchical, from minres factors, oblimin rotation and Schmid and Leiman's transformation. Items are standardized,
 * and none is reversed for you.
 * @param data `items`: named columns, one value per respondent; null or NaN is missing
 * @param given listwise (default) or pairwise correlations; number of group factors; random starts of the rotation
 * @returns omegaHierarchical, omega (total, of this exploratory model: not that of mcdonaldOmega), omegaLimit (their
 * ratio: hierarchical with very many such items), explainedCommonVariance (ECV), alpha (standardized); per group factor
 * the items that load on it most, with the omega of their sum and its parts; residual: root mean square of the
 * correlations left over
 * @throws omega/too-many-factors; omega/singular; model/not-converged; data/too-few
 * @see Zinbarg, Revelle, Yovel & Li (2005); Schmid & Leiman (1957); Reise (2012) for ECV. Reference: psych::omega(flip =
 * FALSE), which stops the iterations earlier
 * @example omegaHierarchical({ items: { a: [1, 2, 3, 4, 5, 3, 2, 4], b: [2, 2, 3, 5, 4, 3, 1, 4], c: [1, 3, 2, 4, 5, 4, 2, 5], d: [5, 1, 4, 2, 3, 3, 1, 2], e: [4, 2, 5, 1, 3, 2, 1, 3] } }, { factors: 2 }).df // 1
 */
export function omegaHierarchical(data: Given<typeof input>, given: Given<typeof options> = {}): OmegaHierarchical {
  const { items } = read(input, data);
  const settings = resolve(options, given);
  const k = items.names.length;
  const df = ((k - settings.factors) ** 2 - k - settings.factors) / 2;
  if (df < 0) {
    const { factors } = settings;
    refuse("omega/too-many-factors", { factors, needed: itemsFor(factors), found: k });
  }
  const moments = covariances(items.columns, settings.missing);
  if (moments.lowest <= 2) refuse("data/too-few", { needed: 3, unit: "rows", found: moments.lowest });
  const correlations = itemCorrelations(items.columns, moments, settings.missing);
  if (correlations.some((row) => row.some(Number.isNaN))) refuse("omega/singular");
  if (cholesky(fromRows(correlations)) === null && settings.missing === "listwise") refuse("omega/singular");
  const solution = schmidLeiman(correlations, settings.factors, { random: settings.starts, seed: settings.seed });
  if (!solution.converged) refuse("model/not-converged", { iterations: 400 });
  const groups = groupsOf(correlations, solution, items.names);
  return {
    kind: "omegaHierarchical",
    options: settings,
    sample: { unit: "respondent", used: moments.n, dropped: items.rows - moments.n, missing: moments.missing },
    notes: [...sampleNotes(moments, items.rows), ...modelNotes(solution, groups, items.names, settings)],
    ...omegasOf(correlations, solution),
    residual: residualOf(correlations, solution),
    df,
    factorCorrelations: solution.factorCorrelations.map((row) => [...row]),
    groups,
    items: items.names.map((item, j) => ({
      item,
      general: solution.general[j]!,
      groups: [...solution.groups[j]!],
      uniqueness: solution.uniquenesses[j]!,
    })),
  };
}

/** The smallest number of items whose correlations determine so many factors. */
function itemsFor(factors: number): number {
  return Math.ceil((2 * factors + 1 + Math.sqrt(8 * factors + 1)) / 2);
}

function omegasOf(correlations: Matrix, { general, groups, uniquenesses }: SchmidLeiman) {
  const k = general.length;
  const variance = total(correlations.map(total));
  const omegaHierarchical = total(general) ** 2 / variance;
  const omega = 1 - total(uniquenesses) / variance;
  const shared = total(general.map((loading) => loading ** 2));
  const grouped = total(groups.flat().map((loading) => loading ** 2));
  return {
    omegaHierarchical,
    omega,
    omegaLimit: finiteOrNull(omegaHierarchical / omega),
    explainedCommonVariance: finiteOrNull(shared / (shared + grouped)),
    alpha: (k / (k - 1)) * (1 - k / variance),
  };
}

/** Per group factor the sum of the items that load on it most: its variance by what it comes from. */
function groupsOf(correlations: Matrix, solution: SchmidLeiman, names: readonly string[]) {
  const { general, groups, uniquenesses, factorLoadings } = solution;
  const strongest = groups.map((row) => row.reduce((best, one, f) => (one ** 2 > row[best]! ** 2 ? f : best), 0));
  return factorLoadings.map((generalLoading, f) => {
    const members = [...names.keys()].filter((j) => strongest[j] === f);
    const variance = total(members.map((i) => total(members.map((j) => correlations[i]![j]!))));
    const share = (part: number) => (members.length === 0 ? null : finiteOrNull(part / variance));
    return {
      factor: `group ${f + 1}`,
      generalLoading,
      items: members.map((j) => names[j]!),
      omega: share(variance - total(members.map((j) => uniquenesses[j]!))),
      generalShare: share(total(members.map((j) => general[j]!)) ** 2),
      groupShare: share(total(members.map((j) => groups[j]![f]!)) ** 2),
    };
  });
}

function residualOf(correlations: Matrix, { general, groups }: SchmidLeiman): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < general.length; i++) {
    for (let j = 0; j < i; j++) {
      const across = total(groups[i]!.map((loading, f) => loading * groups[j]![f]!));
      sum += (correlations[i]![j]! - general[i]! * general[j]! - across) ** 2;
      count += 1;
    }
  }
  return Math.sqrt(sum / count);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function sampleNotes({ n, lowest, highest }: Covariances, rows: number): Note[] {
  return notesWhen(
    [n < rows, "missing/listwise", { dropped: rows - n, total: rows }],
    [lowest < highest, "missing/pairwise", { lowest, highest }],
  );
}

/** A minimum this much lower is another one, not the same one found more precisely. */
const ANOTHER_MINIMUM = 1e-8;

function modelNotes(
  { general, itemsAtBound, factorsAtBound, belowFirst }: SchmidLeiman,
  groups: OmegaHierarchical["groups"],
  names: readonly string[],
  { factors }: Settings,
): Note[] {
  return [
    ...notesWhen(
      [factors === 2, "omega/group-factors"],
      [belowFirst > ANOTHER_MINIMUM, "rotation/several-minima", { above: belowFirst }],
    ),
    ...itemsAtBound.map((j) => note("omega/bound", { item: names[j]! })),
    ...factorsAtBound.map((f) => note("omega/second-order-bound", { factor: `group ${f + 1}` })),
    ...groups.filter(({ items }) => items.length === 0).map(({ factor }) => note("omega/no-group-items", { factor })),
    ...general.flatMap((loading, j) =>
      loading < 0 ? [note("item/negative-loading", { item: names[j]!, loading })] : [],
    ),
  ];
}

export const omegaHierarchicalCard = defineStatistic({
  kind: "omegaHierarchical",
  label: { en: "Omega hierarchical", nl: "Omega hiërarchisch" },
  summary: {
    en: "How much of the variance of a scale's sum one general factor accounts for, when items also form groups.",
    nl: "Hoeveel van de variantie van een schaalsom één algemene factor verklaart, als items ook groepen vormen.",
  },
  input,
  options,
  result,
  run: omegaHierarchical,
  tidy: ({ items }) =>
    items.flatMap(({ item, general, groups, uniqueness }) => [
      { term: item, with: "general", loading: general, residualVariance: uniqueness },
      ...groups.map((loading, f) => ({ term: item, with: `group ${f + 1}`, loading, residualVariance: null })),
    ]),
  glance: ({ omegaHierarchical, omega, explainedCommonVariance, alpha, items, sample }) => ({
    omegaHierarchical,
    omega,
    explainedCommonVariance,
    standardizedAlpha: alpha,
    k: items.length,
    n: sample.used,
  }),
  composes: [],
  charts: [],
  source: "Zinbarg, Revelle, Yovel & Li (2005); Schmid & Leiman (1957)",
  example: {
    data: {
      items: {
        talks: [1, 2, 3, 4, 5, 4, 2, 3, 1, 5, 2, 4],
        asks: [2, 2, 4, 4, 5, 5, 1, 3, 2, 4, 1, 3],
        listens: [1, 3, 3, 5, 4, 4, 2, 3, 1, 4, 2, 4],
        visits: [3, 1, 4, 2, 5, 3, 2, 5, 1, 4, 3, 3],
        helps: [3, 2, 5, 2, 4, 3, 1, 5, 2, 4, 2, 3],
        meets: [4, 1, 4, 1, 4, 3, 2, 4, 1, 5, 3, 2],
      },
    },
    options: { factors: 2 },
  },
});
