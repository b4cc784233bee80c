import { z } from "zod";
import { notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, finiteOrNull, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { adjustPValues } from "../numeric/adjustPValues.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { median } from "../numeric/quantile.ts";
import { rankSum, rankSumDistribution, rankSumVariance, rankSumZ } from "../numeric/rankSum.ts";
import { categoryColumn, numberColumns, read } from "../table/input.ts";
import { twoGroups } from "./twoGroups.ts";

const input = z.strictObject({
  variables: numberColumns({ en: "what is compared", nl: "wat wordt vergeleken" }),
  group: categoryColumn({ en: "the two groups", nl: "de twee groepen" }),
});

const options = z.strictObject({
  continuity: described(z.boolean().default(true), {
    en: "correct the normal approximation for continuity",
    nl: "corrigeer de normale benadering voor continuïteit",
  }),
  exact: described(z.enum(["auto", "never"]).default("auto"), {
    en: "exact p below 50 values per group without ties, or never",
    nl: "exacte p onder 50 waarden per groep zonder gelijke waarden, of nooit",
  }),
  reference: described(z.string().nullable().default(null), {
    en: "the group that is compared with; the second to appear when left out",
    nl: "de groep waarmee wordt vergeleken; de als tweede genoemde als het openblijft",
  }),
  confidenceLevel: shared.confidenceLevel,
  adjust: shared.adjust,
});

const group = z.strictObject({ group: z.string(), n: z.int(), median: available });

const comparison = z.strictObject({
  variable: z.string(),
  groups: z.array(group),
  U: available,
  z: available,
  pValue: available,
  adjustedPValue: available,
  isExact: z.boolean(),
  rankBiserial: available,
  rankBiserialLower: available,
  rankBiserialUpper: available,
  shift: available,
  shiftLower: available,
  shiftUpper: available,
});

const result = resultSchema("mannWhitney", options, {
  first: z.string(),
  reference: z.string(),
  comparisons: z.array(comparison),
});

type Settings = Resolved<typeof options>;
type Comparison = z.output<typeof comparison>;
export type MannWhitney = z.output<typeof result>;

/** Below this many values per group p and the limits of the shift are exact, as in R. */
const EXACT_BELOW = 50;

/**
 * Whether one of two groups tends to have higher values, by ranks: for ordered answers and skewed scores.
 * @param data `variables`: named columns; `group`: two groups. null or NaN is missing, per variable
 * @param given continuity; exact p where possible; which group is compared with; level of the intervals; correction of p
 * over the variables
 * @returns per variable U of the first group (pairs it wins, ties half); z and p; rankBiserial from -1 to 1 (pairs won less
 * lost, as a share; limits by Fisher's z); shift: the median of all differences between members of the two groups
 * (Hodges-Lehmann), limits from their order. null with a note where a group has no values, or all are equal
 * @throws group/not-two with the groups found; option/invalid for a reference that is not there
 * @see Mann & Whitney (1947); Hodges & Lehmann (1963); Moses (1965) for the limits; Kerby (2014). It does not know of
 * clusters. Reference: wilcox.test(a, b, conf.int = TRUE), effectsize::rank_biserial
 * @example mannWhitney({ variables: { y: [3, 4, 6, 1, 2, 5] }, group: ["a", "a", "a", "b", "b", "b"] }).comparisons[0].U // 7
 */
export function mannWhitney(data: Given<typeof input>, given: Given<typeof options> = {}): MannWhitney {
  const { variables, group: groups } = read(input, data);
  const settings = resolve(options, given);
  const { names, split, sample, notes } = twoGroups(groups, variables, settings.reference);
  const found = variables.names.map((variable, j) => comparisonOf(variable, split[j]!, names, settings));
  const adjusted = adjustPValues(found.map(({ pValue }) => pValue), settings.adjust); // biome-ignore format: one family a line
  return {
    kind: "mannWhitney",
    options: settings,
    sample,
    notes: [
      ...notes,
      ...found.flatMap(({ variable, groups: own, pValue }) => {
        const empty = own.filter(({ n }) => n === 0).map((one) => one.group);
        return notesWhen(
          [empty.length > 0, "group/empty", { variable, groups: empty.join(", ") }],
          [empty.length === 0 && pValue === null, "group/all-equal", { variable }],
        );
      }),
    ],
    first: names[0],
    reference: names[1],
    comparisons: found.map((one, i) => ({ ...one, adjustedPValue: adjusted[i]! })),
  };
}

function comparisonOf(
  variable: string,
  [first, second]: readonly [Float64Array, Float64Array],
  names: readonly [string, string],
  settings: Settings,
): Comparison {
  const groups = [first, second].map((values, k) => ({
    ...{ group: names[k]!, n: values.length },
    median: values.length === 0 ? null : median(values),
  }));
  const nothing = { U: null, z: null, pValue: null, adjustedPValue: null, isExact: false };
  const none = { rankBiserial: null, rankBiserialLower: null, rankBiserialUpper: null, shift: null, shiftLower: null, shiftUpper: null }; // biome-ignore format: one line
  if (first.length === 0 || second.length === 0) return { variable, groups, ...nothing, ...none };
  const ranked = rankSum(first, second);
  const variance = rankSumVariance(first.length, second.length, ranked.ties);
  if (!(variance > 0)) return { variable, groups, ...nothing, U: ranked.U, ...none, rankBiserial: 0, shift: 0 };
  const small = Math.max(first.length, second.length) < EXACT_BELOW;
  const isExact = settings.exact === "auto" && small && ranked.ties === 0;
  const shares = isExact ? rankSumDistribution(first.length, second.length) : null;
  const normal = rankSumZ(ranked, first.length, second.length, settings.continuity);
  return {
    ...{ variable, groups, U: ranked.U, z: isExact ? null : normal.z },
    pValue: shares === null ? normal.pValue : exactPValue(shares, ranked.U),
    adjustedPValue: null,
    isExact,
    ...rankBiserialOf(ranked.U, first.length, second.length, settings.confidenceLevel),
    ...shiftOf(first, second, { shares, variance, level: settings.confidenceLevel }),
  };
}

function exactPValue(shares: Float64Array, U: number): number {
  const smaller = Math.min(U, shares.length - 1 - U);
  return Math.min(1, 2 * shares[smaller]!);
}

function rankBiserialOf(U: number, n1: number, n2: number, level: number) {
  const rankBiserial = (2 * U) / (n1 * n2) - 1;
  const reach = normalUpperQuantile((1 - level) / 2) * Math.sqrt((n1 + n2 + 1) / (3 * n1 * n2));
  const limit = (side: number) => finiteOrNull(Math.tanh(Math.atanh(rankBiserial) + side * reach));
  return { rankBiserial, rankBiserialLower: limit(-1), rankBiserialUpper: limit(1) };
}

interface Order {
  readonly shares: Float64Array | null;
  readonly variance: number;
  readonly level: number;
}

/** The median difference, and the differences as far from either end as U may fall without being significant. */
function shiftOf(first: Float64Array, second: Float64Array, { shares, variance, level }: Order) {
  const differences = new Float64Array(first.length * second.length);
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < second.length; j++) differences[i * second.length + j] = first[i]! - second[j]!;
  }
  differences.sort();
  const tail = (1 - level) / 2;
  const cut =
    shares === null
      ? Math.round(differences.length / 2 - normalUpperQuantile(tail) * Math.sqrt(variance))
      : shares.findIndex((share) => share >= tail);
  const place = Math.max(1, cut);
  return {
    shift: median(differences),
    shiftLower: differences[place - 1]!,
    shiftUpper: differences[differences.length - place]!,
  };
}

export const mannWhitneyCard = defineStatistic({
  kind: "mannWhitney",
  label: { en: "Two groups by ranks", nl: "Twee groepen op rangorde" },
  summary: {
    en: "Whether one of two groups tends to have higher values, for ordered answers.",
    nl: "Of een van twee groepen vaker hogere waarden heeft, voor geordende antwoorden.",
  },
  input,
  options,
  result,
  run: mannWhitney,
  tidy: ({ comparisons, first, reference }) =>
    comparisons.map(({ variable: term, groups, shift, shiftLower: lower, shiftUpper: upper, ...one }) => ({
      ...{ term, with: `${first} - ${reference}`, n: groups.reduce((sum, { n }) => sum + n, 0) },
      ...{ estimate: shift, lower, upper, statistic: one.z ?? one.U, r: one.rankBiserial },
      ...{ pValue: one.pValue, adjustedPValue: one.adjustedPValue, method: one.isExact ? "U, exact" : "z" },
    })),
  glance: ({ sample, comparisons }) => ({ n: sample.used, k: comparisons.length, missing: sample.missing }),
  composes: [],
  charts: [],
  source: "Mann & Whitney (1947); Hodges & Lehmann (1963); Moses (1965); Kerby (2014)",
  example: {
    data: {
      variables: { involvement: [3.2, 4.1, 2.8, 3.9, 4.4, 2.5, 3.1, 2.9, 3.6, 2.2, null, 3.0] },
      group: ["p", "p", "p", "p", "p", "p", "t", "t", "t", "t", "t", "t"],
    },
  },
});
