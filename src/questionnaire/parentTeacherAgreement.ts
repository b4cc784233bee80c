import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { described, type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { mixedModel } from "../inference/mixedModel.ts";
import { pearsonCorrelation } from "../inference/pearsonCorrelation.ts";
import { normalUpperQuantile } from "../numeric/normal.ts";
import { type Categories, categoryColumns, numberColumns, read } from "../table/input.ts";
import { blandAltman } from "./blandAltman.ts";
import { cohenKappa } from "./cohenKappa.ts";
import { concordanceCorrelation } from "./concordanceCorrelation.ts";
import { krippendorffAlpha } from "./krippendorffAlpha.ts";
import { type PairedScaleResult, pairedScaleResult, profileResult } from "./pairedReportResult.ts";
import { agreementRows, pairRows } from "./pairedReportRows.ts";
import {
  areAnswers,
  averageStandardized,
  clusterRobustMean,
  completePairs,
  distinct,
  ofScale,
  type PairedScale,
  pairedScales,
  profileAgreement,
  usableGroups,
  whereAvailable,
} from "./pairedReports.ts";
import { correctedOverScales, testsDiffer } from "./pairedReportTests.ts";
import { raterIntraclassCorrelation } from "./raterIntraclassCorrelation.ts";

const input = z.strictObject({
  parents: numberColumns({
    en: "what the parents reported: scales or items, one row per child",
    nl: "wat de ouders opgaven: schalen of items, één rij per kind",
  }),
  teachers: numberColumns({
    en: "what the teachers reported of the same children, under the same names or in the same order",
    nl: "wat de leraren over dezelfde kinderen opgaven, onder dezelfde namen of in dezelfde volgorde",
  }),
  groups: categoryColumns({
    en: "who belongs together, the outermost first: school, teacher",
    nl: "wie bij elkaar hoort, de buitenste eerst: school, leraar",
  }).optional(),
});

const options = z.strictObject({
  coverage: described(z.number().gt(0).lt(1).default(0.95), {
    en: "share of differences that the limits of agreement are to hold",
    nl: "aandeel van de verschillen dat tussen de grenzen van overeenstemming moet liggen",
  }),
  categorical: described(z.enum(["auto", "always", "never"]).default("auto"), {
    en: "agreement in categories: for whole numbers of at most eleven kinds, always, or never",
    nl: "overeenstemming in categorieën: bij gehele getallen van hooguit elf soorten, altijd, of nooit",
  }),
  categories: described(z.array(z.union([z.string(), z.number()])).default([]), {
    en: "the categories in their order, also those nobody used; left out: those that occur",
    nl: "de categorieën op volgorde, ook die niemand gebruikte; weggelaten: die welke voorkomen",
  }),
  adjust: shared.adjust,
  confidenceLevel: shared.confidenceLevel,
});

const result = resultSchema("parentTeacherAgreement", options, {
  scales: z.array(pairedScaleResult),
  profile: profileResult,
});

type Settings = Resolved<typeof options>;
type Scale = PairedScaleResult;
type Groups = Readonly<Record<string, Categories>>;
type Both = Readonly<Record<"first" | "second", Float64Array>>;
export type ParentTeacherAgreement = z.output<typeof result>;

/** More different answers than this are no categories, unless asked for. */
const MOST_ANSWERS = 11;

/**
 * How far parents and teachers agree about the same children, and whether one of them reports more: level difference,
 * correlation, agreement and limits of every scale in one call, with several children per teacher and school honoured.
 * Differences are parent minus teacher.
 * @param data `parents` and `teachers`: named columns, one row per child; `groups` (optional): outermost first, such as
 * school and teacher. A row counts for a scale when both reports and all groups are there
 * @param given share between the limits; when to treat answers as categories, and which; correction of p over the
 * scales; level of the intervals
 * @returns per scale: four tests of the mean difference (paired t; CR2 over the outermost groups; mixed model by REML with
 * a random intercept per level, Satterthwaite; CR2 beside it) and its variance per level; r in total, within and between
 * the outermost groups; ICC(A,1), ICC(C,1), Lin's concordance; limits of agreement, also with the variances of all
 * levels added up (`clustered`); quadratically weighted kappa, exact and adjacent agreement, ordinal Krippendorff's alpha.
 * `profile`: the correlation over the scales of one child, averaged. Null is not available
 * @throws data/too-few below three pairs; pairing/unequal
 * @see Bland & Altman (1999, 2007); McGraw & Wong (1996); Lin (1989); Pustejovsky & Tipton (2018). Reference: t.test,
 * lmerTest::lmer(parent - teacher ~ 1 + (1 | school / teacher)), clubSandwich::coef_test, psych::ICC, irr::kappa2
 * @example
 * parentTeacherAgreement({ parents: { home: [3, 4, 5, 4] }, teachers: { home: [2, 4, 4, 3] } }).scales[0].differences[0].estimate // 0.75
 */
export function parentTeacherAgreement(
  data: Given<typeof input>,
  given: Given<typeof options> = {},
): ParentTeacherAgreement {
  const { parents, teachers, groups = {} } = read(input, data);
  const settings = resolve(options, given);
  const paired = pairedScales(parents, teachers);
  const rows = paired.map((one) => completePairs(one, Object.values(groups)));
  const found = paired.map((one, i) => scaleOf(one, rows[i]!, groups, settings));
  const scales = correctedOverScales(
    found.map(({ row }) => row),
    settings.adjust,
  );
  const used = new Set(rows.flat()).size;
  const columns = [...parents.columns, ...teachers.columns];
  return {
    kind: "parentTeacherAgreement",
    options: settings,
    sample: {
      unit: "respondent",
      used,
      dropped: parents.rows - used,
      missing: columns.reduce((sum, column) => sum + column.filter(Number.isNaN).length, 0),
    },
    notes: [
      ...notesOf(scales, Object.keys(groups), parents.rows - used, parents.rows, settings),
      ...distinct(found.flatMap(({ notes }) => notes)),
    ],
    scales,
    profile: paired.length < 3 ? null : profileAgreement(paired),
  };
}

function scaleOf(paired: PairedScale, rows: readonly number[], groups: Groups, settings: Settings) {
  if (rows.length < 3)
    refuse("data/too-few", { needed: 3, unit: "pairs", found: rows.length }, { column: paired.scale });
  const { confidenceLevel } = settings;
  const first = Float64Array.from(rows, (row) => paired.first[row]!);
  const second = Float64Array.from(rows, (row) => paired.second[row]!);
  const bland = blandAltman({ first, second }, { coverage: settings.coverage, confidenceLevel });
  const clustered = differencesIn(paired.scale, { first, second }, usableGroups(groups, rows), settings);
  const correlated = correlationsOf(paired.scale, { first, second }, clustered.cluster, confidenceLevel);
  const ratings = { [`${paired.scale}: parent`]: first, [`${paired.scale}: teacher`]: second };
  const icc = whereAvailable(() => raterIntraclassCorrelation({ ratings }, { confidenceLevel }));
  const ccc = whereAvailable(() => concordanceCorrelation({ first, second }, { confidenceLevel }));
  const { bias: estimate, lower, upper, standardError, statistic, df, pValue } = bland;
  const row: Scale = {
    scale: paired.scale,
    parent: paired.parent,
    teacher: paired.teacher,
    n: rows.length,
    means: { parent: bland.means.first, teacher: bland.means.second },
    standardizedDifference: finiteOrNull(averageStandardized(first, second)),
    differences: [
      { method: "pairedT", estimate, lower, upper, standardError, statistic, df, pValue, adjustedPValue: null },
      ...clustered.differences,
    ],
    variances: clustered.variances,
    correlations: correlated.rows,
    intraclass: icc && { agreement: coefficient(icc, "ICC(A,1)"), consistency: coefficient(icc, "ICC(C,1)") },
    standardErrorOfMeasurement: icc?.standardErrorOfMeasurement.agreement ?? null,
    concordance: ccc && {
      estimate: ccc.concordance,
      lower: ccc.lower,
      upper: ccc.upper,
      biasCorrection: ccc.biasCorrection,
    },
    limits: {
      standardDeviation: bland.standardDeviation,
      lowerLimit: bland.lowerLimit,
      upperLimit: bland.upperLimit,
      within: bland.within,
      slope: bland.proportionalBias.slope,
      slopePValue: bland.proportionalBias.pValue,
      clustered: clustered.limits,
    },
    categorical: categoricalOf(first, second, settings),
  };
  const parts = [bland.notes, correlated.notes, icc?.notes ?? [], ccc?.notes ?? [], clustered.notes].flat();
  if (icc === null || ccc === null) parts.push(note("pairing/no-agreement", { scale: paired.scale }));
  return { row, notes: parts.filter(({ code }) => code !== "missing/listwise") };
}

function coefficient({ coefficients }: ReturnType<typeof raterIntraclassCorrelation>, name: string) {
  const { estimate, lower, upper } = coefficients.find((one) => one.name === name)!;
  return { estimate, lower, upper };
}

function correlationsOf(scale: string, { first, second }: Both, cluster: string[] | null, confidenceLevel: number) {
  const variables = { [`${scale}: parent`]: first, [`${scale}: teacher`]: second };
  const data = cluster === null ? { variables } : { variables, cluster };
  const { pairs, notes } = pearsonCorrelation(data, { confidenceLevel, adjust: "none" });
  const rows = pairs.map(({ level, r, lower, upper, n, clusters, statistic, df, pValue }) => {
    return { level, r, lower, upper, n, clusters, statistic, df, pValue, adjustedPValue: null };
  });
  return { rows, notes };
}

/** What the groups make of the difference: CR2 on the plain mean, the mixed model, CR2 on that. */
function differencesIn(
  scale: string,
  { first, second }: Both,
  { used, left }: ReturnType<typeof usableGroups>,
  settings: Settings,
) {
  const outcome = first.map((value, i) => value - second[i]!);
  const cluster = Object.values(used)[0] ?? null;
  const notes = left.map((level) => note("pairing/level-left-out", { level: `${scale}: ${level}` }));
  const { confidenceLevel, coverage } = settings;
  const varies = outcome.some((value) => value !== outcome[0]);
  if (cluster === null || !varies) return { differences: [], variances: [], limits: null, cluster, notes };
  const robust = clusterRobustMean(outcome, cluster, confidenceLevel);
  const model = mixedModel({ outcome, groups: used }, { confidenceLevel, varianceIntervals: "none" });
  const { term: _, robust: beside, ...own } = model.coefficients[0]!;
  const deviation = Math.sqrt(model.variances.reduce((sum, { variance }) => sum + variance, 0));
  const reach = normalUpperQuantile((1 - coverage) / 2) * deviation;
  const { estimate } = own;
  return {
    differences: [
      ...(robust === null ? [] : [{ method: "clusterRobust" as const, ...robust, adjustedPValue: null }]),
      { method: "mixedModel" as const, ...own, adjustedPValue: null },
      { method: "mixedModelRobust" as const, estimate, ...beside, adjustedPValue: null },
    ],
    variances: model.variances.map(({ level, groups, variance, share }) => ({ level, groups, variance, share })),
    limits: { standardDeviation: deviation, lowerLimit: estimate - reach, upperLimit: estimate + reach },
    cluster,
    notes: [...notes, ...model.notes.map((one) => ofScale(one, scale))],
  };
}

function categoricalOf(first: Float64Array, second: Float64Array, settings: Settings): Scale["categorical"] {
  const { categorical, categories, confidenceLevel } = settings;
  if (categorical === "never") return null;
  if (categorical === "auto" && !areAnswers([first, second], MOST_ANSWERS)) return null;
  const { kappa, lower, upper, exactAgreement, adjacentAgreement } = cohenKappa(
    { first, second },
    { weights: "quadratic", categories, confidenceLevel },
  );
  const krippendorff = krippendorffAlpha({ ratings: { first, second } }, { measurement: "ordinal" }).alpha;
  return { kappa: { estimate: kappa, lower, upper }, exactAgreement, adjacentAgreement, krippendorff };
}

function notesOf(
  scales: readonly Scale[],
  levels: readonly string[],
  dropped: number,
  total: number,
  settings: Settings,
): Note[] {
  const counts = scales.map(({ n }) => n);
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  const doubtful = scales.filter((one) => testsDiffer(one, 1 - settings.confidenceLevel));
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total }],
      [lowest < highest, "missing/pairwise", { lowest, highest }],
      [levels.length === 0, "pairing/no-groups"],
      [scales.some(({ variances }) => variances.length > 0), "pairing/independent-intervals"],
    ),
    ...doubtful.map(({ scale: name }) => note("pairing/tests-differ", { scale: name })),
  ];
}

export const parentTeacherAgreementCard = defineStatistic({
  kind: "parentTeacherAgreement",
  label: { en: "Agreement of parents and teachers", nl: "Overeenstemming van ouders en leraren" },
  summary: {
    en: "How far parents and teachers agree about the same children, and whether one reports more.",
    nl: "Hoever ouders en leraren het over dezelfde kinderen eens zijn, en of een van beide meer opgeeft.",
  },
  input,
  options,
  result,
  run: parentTeacherAgreement,
  tidy: ({ scales }) => scales.flatMap(agreementRows),
  glance: ({ scales, sample }) => ({ n: sample.used, k: scales.length, missing: sample.missing }),
  augment: (_, data) => {
    const { parents, teachers } = read(input, data);
    return pairRows(pairedScales(parents, teachers));
  },
  composes: [
    "blandAltman",
    "cohenKappa",
    "concordanceCorrelation",
    "krippendorffAlpha",
    "mixedModel",
    "pearsonCorrelation",
    "raterIntraclassCorrelation",
  ],
  charts: ["blandAltmanPlot"],
  source: "Bland & Altman (1999, 2007); McGraw & Wong (1996); Lin (1989); Pustejovsky & Tipton (2018)",
  example: {
    data: {
      parents: { home: [4, 5, 3, 4, 5, 4, 2, 3, 5, 4, 3, null], school: [3, 4, 2, 4, 4, 3, 2, 2, 5, 3, 3, 4] },
      teachers: { home: [3, 5, 3, 3, 4, 4, 2, 2, 4, 4, 2, 3], school: [2, 4, 3, 3, 4, 2, 2, 3, 4, 3, 2, 4] },
      groups: {
        school: ["a", "a", "a", "a", "b", "b", "b", "b", "c", "c", "c", "c"],
        teacher: [1, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2, 2],
      },
    },
  },
});
