import { z } from "zod";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, resultSchema } from "../foundation/result.ts";
import type { Row } from "../foundation/row.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { categoryColumn, labelColumn, numberColumn, read } from "../table/input.ts";
import { BACK_TRANSFORMS } from "./backTransform.ts";
import { type CommonFit, commonFit } from "./commonTauSquared.ts";
import { poolingOptions } from "./poolingOptions.ts";
import { randomEffects } from "./randomEffects.ts";
import { usableEffects } from "./readEffects.ts";
import { type DescribedColumns, describeEffects, refuseImpossible } from "./subgroupDescription.ts";
import { fixedMean, meanWithCommonTauSquared, type SubgroupMean } from "./subgroupMeans.ts";
import { subgroupNotes } from "./subgroupNotes.ts";
import { type Part, partOf, partsOf } from "./subgroupParts.ts";
import { contrasts, differences, type PooledPart, partition } from "./subgroupTests.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({ en: "their sampling variances", nl: "hun steekproefvarianties" }),
  subgroup: categoryColumn({ en: "the subgroup of each effect", nl: "de subgroep van elk effect" }),
  n: numberColumn({ en: "sample sizes", nl: "steekproefgroottes" }).optional(),
  study: labelColumn({ en: "names of the studies", nl: "namen van de studies" }).optional(),
  r: numberColumn({ en: "correlations, for plain means", nl: "correlaties, voor gewone gemiddelden" }).optional(),
});

const options = z.strictObject({
  ...poolingOptions,
  tau2: described(z.enum(["separate", "common"]).default("separate"), {
    en: "each subgroup its own tau2, or one for all",
    nl: "elke subgroep een eigen tau2, of één voor alle",
  }),
  adjust: shared.adjust,
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };
const prediction = { predictionLower: available, predictionUpper: available };
const tested = { ...limits, standardError: z.number(), statistic: available, df: available, pValue: available };

const line = z.strictObject({
  group: z.string(),
  k: z.int(),
  studies: z.int(),
  n: available,
  unweightedMean: available,
  weightedMean: available,
  median: available,
  standardDeviation: available,
  fixedEstimate: z.number(),
  fixedStandardError: z.number(),
  fixedLower: z.number(),
  fixedUpper: z.number(),
  fixedTransformed: z.strictObject(limits).nullable(),
  ...tested,
  scale2: available,
  ...prediction,
  tau2: available,
  tau: available,
  I2: available,
  H2: available,
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  transformed: z.strictObject({ ...limits, ...prediction }).nullable(),
});

const equality = { statistic: z.number(), df: z.int(), pValue: z.number() };
const scaled = { F: available, df1: available, df2: available, pF: available };

const result = resultSchema("subgroups", options, {
  describes: z.enum(["r", "estimate"]),
  groups: z.array(line),
  total: line,
  partition: z.strictObject({
    ...{ QTotal: z.number(), dfTotal: z.int(), pTotal: available },
    ...{ QWithin: z.number(), dfWithin: z.int(), pWithin: available },
    ...{ QBetween: z.number(), dfBetween: z.int(), pBetween: available },
  }),
  differences: z.strictObject({
    separate: z.strictObject({ groups: z.int(), ...equality }).nullable(),
    common: z.strictObject({ tau2: z.number(), standardErrorTau2: available, ...equality, ...scaled }).nullable(),
  }),
  contrasts: z.array(z.strictObject({ group: z.string(), with: z.string(), ...tested, adjustedPValue: available })),
});

export type Subgroups = z.output<typeof result>;

/**
 * Effects by subgroup, as in a moderator table: per subgroup studies, effects, n, plain and n-weighted means, fixed and
 * random-effects means, and whether subgroups differ: Q within and between, tests with separate and with common tau2.
 * @param data per effect `estimate`, `samplingVariance`, `subgroup`; `n`, `study`, `r` for the descriptive columns
 * @param given as randomEffects; tau2 "separate" or "common" decides means and contrasts; adjust for the contrasts
 * @returns plain means are of `r` where known, else of the estimates (`describes` says which); contrasts are differences
 * @throws effect/variance, effect/correlation-range, effect/sample-size with their rows; data/too-few without any row
 * @see Borenstein et al. (2009), ch. 19; Knapp & Hartung (2003). Reference: metafor::rma per subset; mods = ~ subgroup
 * @example subgroups({ estimate: [0, 0.2, 0.6], samplingVariance: [0.01, 0.01, 0.02], subgroup: ["a", "a", "b"] }).partition.QBetween // 10
 */
export function subgroups(data: Given<typeof input>, given: Given<typeof options> = {}): Subgroups {
  const { estimate, samplingVariance, subgroup, r, ...columns } = read(input, data);
  const settings = resolve(options, given);
  refuseImpossible(r, columns.n);
  const effects = usableEffects(estimate, samplingVariance, (row) => subgroup.codes[row]! >= 0);
  const { parts, grouped } = partsOf(effects, subgroup);
  const whole = partOf("total", effects, [...effects.rows.keys()]);
  const fit = commonFit(grouped, settings);
  const separate = parts.map((part) => pooledPart(part, settings));
  const commonTauSquared = settings.tau2 === "common" ? fit : null;
  const shown = commonTauSquared ? parts.map((part, g) => withCommon(part, g, commonTauSquared, settings)) : separate;
  const { notes, ...all } = poolPart(whole, settings, columns.study);
  const described = { values: r ?? onOriginalScale(estimate, settings), ...columns };
  const complete = estimate.filter((value, row) => !Number.isNaN(value + samplingVariance[row]!)).length;
  const about = { total: estimate.length, complete, rows: whole.rows, shown, settings };
  return {
    kind: "subgroups",
    options: settings,
    sample: effects.sample,
    notes: [...subgroupNotes({ ...about, columns: described, correlations: r !== undefined }), ...notes],
    describes: r || settings.backTransform === "fisherZ" ? "r" : "estimate",
    groups: shown.map((pooled) => lineOf(pooled, described, settings)),
    total: lineOf({ part: whole, mean: all }, described, settings),
    partition: partition({ part: whole, mean: all }, separate),
    differences: differences(separate, fit, settings),
    contrasts: contrasts(shown, commonTauSquared, settings.confidenceLevel, settings.adjust),
  };
}

type Settings = Resolved<typeof options>;

function onOriginalScale(estimate: Float64Array, { backTransform }: Settings): Float64Array {
  const transform = BACK_TRANSFORMS[backTransform];
  return transform ? estimate.map((value) => transform(value)) : estimate;
}

/** The effects of one part pooled by themselves. */
function poolPart(part: Part, { tau2, adjust, ...settings }: Settings, study?: readonly (string | null)[]) {
  const names = study && { study: part.rows.map((row) => study[row] ?? `row ${row + 1}`) };
  return randomEffects({ estimate: part.estimates, samplingVariance: part.variances, ...names }, settings);
}

function pooledPart(part: Part, settings: Settings): PooledPart {
  return { part, mean: poolPart(part, settings) };
}

function withCommon(part: Part, group: number, fit: CommonFit, settings: Settings): PooledPart {
  return { part, mean: meanWithCommonTauSquared(part.layout, group, fit, settings) };
}

/** One line of the table. */
function lineOf({ part, mean }: PooledPart, columns: DescribedColumns, settings: Settings): z.output<typeof line> {
  return {
    group: part.group,
    k: mean.k,
    ...describeEffects(columns, part.rows),
    ...fixedMean(part.layout, settings),
    ...meanColumns(mean),
  };
}

/** The columns of a line that come from pooling; a whole result has more. */
function meanColumns(mean: SubgroupMean): Omit<SubgroupMean, "k"> {
  const { estimate, lower, upper, standardError, statistic, df, pValue } = mean;
  const { scale2, predictionLower, predictionUpper, tau2, tau, I2, H2, Q, dfQ, pQ, transformed } = mean;
  return {
    ...{ estimate, lower, upper, standardError, statistic, df, pValue },
    ...{ scale2, predictionLower, predictionUpper, tau2, tau, I2, H2, Q, dfQ, pQ, transformed },
  };
}

/** A line as a reader sees it: back on the original scale where that was asked, and then without standard error. */
function tableRow(shown: z.output<typeof line>): Row {
  const { group: term, estimate, lower, upper, standardError, predictionLower, predictionUpper } = shown;
  const own = { estimate, lower, upper, standardError, predictionLower, predictionUpper };
  const { k, studies, n, unweightedMean, weightedMean, median, standardDeviation, tau2, I2, Q, pValue } = shown;
  return {
    ...{ term, k, studies, n, mean: unweightedMean, weightedMean, median, standardDeviation },
    fixedEstimate: shown.fixedTransformed?.estimate ?? shown.fixedEstimate,
    ...(shown.transformed ? { ...own, ...shown.transformed, standardError: null } : own),
    ...{ pValue, tau2, I2, Q },
  };
}

export const subgroupsCard = defineStatistic({
  kind: "subgroups",
  label: { en: "Subgroup analysis", nl: "Subgroepanalyse" },
  summary: {
    en: "Mean effects by subgroup of studies, and whether the subgroups differ.",
    nl: "Gemiddelde effecten per subgroep van studies, en of de subgroepen verschillen.",
  },
  input,
  options,
  result,
  run: subgroups,
  tidy: ({ groups, total }) => [...groups.map(tableRow), { ...tableRow(total), group: "summary" }],
  glance: ({ total, groups, differences: { separate, common }, options: { tau2: method } }) => {
    const test = method === "common" ? common : separate;
    return {
      ...{ k: total.k, n: total.n, groups: groups.length, method },
      ...{ statistic: test?.statistic ?? null, df: test?.df ?? null, pValue: test?.pValue ?? null },
      ...{ Q: total.Q, tau2: total.tau2, I2: total.I2 },
    };
  },
  composes: ["randomEffects"],
  charts: ["forestPlot"],
  source: "Borenstein, Hedges, Higgins & Rothstein (2009), ch. 19; Knapp & Hartung (2003)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08, 0.38, 0.29],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012, 0.015, 0.009],
      subgroup: ["home", "home", "school", "home", "school", "home", "school"],
      n: [103, 53, 128, 36, 86, 70, 114],
    },
  },
});
