import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { note, notesWhen } from "../foundation/notes.ts";
import { type Given, type Resolved, resolve, shared } from "../foundation/options.ts";
import { available, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { leastSquares } from "../numeric/leastSquares.ts";
import { type Categories, categoryColumns, numberColumn, numberColumns, read } from "../table/input.ts";
import { type ExplainedShare, explainedShare, type TermSquares, termSquares } from "./anovaTerms.ts";
import { backTransformed } from "./backTransform.ts";
import { heterogeneityOf } from "./heterogeneity.ts";
import { testedMean } from "./meanInference.ts";
import { type ModeratorDesign, moderatorDesign } from "./moderatorDesign.ts";
import { refitOptions } from "./poolingOptions.ts";
import { type UsableEffects, usableEffects } from "./readEffects.ts";
import { groupMeans } from "./residualSums.ts";
import { partsOf } from "./subgroupParts.ts";

const input = z.strictObject({
  estimate: numberColumn({ en: "effect sizes, one per row", nl: "effectgroottes, één per rij" }),
  samplingVariance: numberColumn({
    en: "their sampling variances, 1 / (n - 3) for Fisher's z",
    nl: "hun steekproefvarianties, 1 / (n - 3) voor Fishers z",
  }),
  moderators: numberColumns({ en: "moderators that are numbers", nl: "moderatoren die getallen zijn" }).optional(),
  factors: categoryColumns({ en: "moderators that are categories", nl: "moderatoren die categorieën zijn" }).optional(),
});

const options = z.strictObject({
  confidenceLevel: shared.confidenceLevel,
  backTransform: refitOptions.backTransform,
});

const share = z.strictObject({
  Q: z.number(),
  pValue: z.number(),
  F: available,
  pF: available,
  eta2: available,
  partialEta2: available,
  omega2: available,
  partialOmega2: available,
});

const limits = { estimate: z.number(), lower: z.number(), upper: z.number() };

const levelMean = z.strictObject({
  factor: z.string(),
  level: z.string(),
  k: z.int(),
  ...limits,
  standardError: z.number(),
  Q: z.number(),
  dfQ: z.int(),
  pQ: available,
  transformed: z.strictObject(limits).nullable(),
});

const result = resultSchema("effectAnova", options, {
  k: z.int(),
  partition: z.strictObject({
    ...{ QTotal: z.number(), dfTotal: z.int(), pTotal: z.number() },
    ...{ QBetween: z.number(), dfBetween: z.int(), pBetween: z.number() },
    ...{ QWithin: z.number(), dfWithin: z.int(), pWithin: z.number() },
  }),
  model: share,
  terms: z.array(z.strictObject({ term: z.string(), df: z.int(), sequential: share, partial: share })),
  means: z.array(levelMean),
});

type Settings = Resolved<typeof options>;
export type EffectAnova = z.output<typeof result>;

/**
 * How much of the differences between effects goes with each feature of the studies: an analysis of variance in which
 * every effect weighs by its precision, as reviews of parental involvement report it. It ignores tau2; a note says so.
 * @param data `estimate`, `samplingVariance`; `factors` (categories), `moderators` (numbers), at least one of them; rows
 * with a missing value are left out. The numbers come first in the sequence, then the factors, each in their own order
 * @param given confidenceLevel and backTransform, for the weighted means per level
 * @returns QTotal = QBetween + QWithin; per term its share (0-1; omega2 can be negative) `sequential`, after the terms
 * before it, and `partial`, after all others (main effects only, so types II and III are the same)
 * @throws moderator/none; moderator/one-level; moderator/dependent; data/too-few when effects are not more than
 * coefficients; effect/variance with its row
 * @see Hedges & Olkin (1985), ch. 7; Fan & Chen (2001). Reference: anova(lm(z ~ a + b, weights = n - 3))
 * @example effectAnova({ estimate: [0, 0.2, 0.6, 0.8], samplingVariance: [0.01, 0.01, 0.01, 0.01], factors: { where: ["a", "a", "b", "b"] } }).partition.QBetween // 36
 */
export function effectAnova(data: Given<typeof input>, given: Given<typeof options> = {}): EffectAnova {
  const { estimate, samplingVariance, moderators, factors = {} } = read(input, data);
  const settings = resolve(options, given);
  if (!moderators && Object.keys(factors).length === 0) refuse("moderator/none");
  const present = (row: number) =>
    (moderators?.columns ?? []).every((column) => !Number.isNaN(column[row]!)) &&
    Object.values(factors).every(({ codes }) => codes[row]! >= 0);
  const effects = usableEffects(estimate, samplingVariance, present);
  const design = moderatorDesign(moderators, factors, [], effects.rows);
  refuseUnfit(design, effects);
  const weights = effects.variances.map((variance) => 1 / variance);
  const squares = termSquares(design, effects.estimates, weights);
  const k = effects.rows.length;
  const dfBetween = design.names.length - 1;
  const whole = { k, total: squares.total, within: squares.within, dfWithin: k - 1 - dfBetween };
  const model = explainedShare(Math.max(0, squares.total - squares.within), dfBetween, whole);
  const terms = squares.terms.map(({ term, df, sequential, partial }) => ({
    ...{ term, df },
    sequential: explainedShare(sequential, df, whole),
    partial: explainedShare(partial, df, whole),
  }));
  return {
    kind: "effectAnova",
    options: settings,
    sample: effects.sample,
    notes: notesOf(effects, squares, model, terms),
    k,
    partition: {
      ...{ QTotal: whole.total, dfTotal: k - 1, pTotal: chiSquareUpper(whole.total, k - 1) },
      ...{ QBetween: model.Q, dfBetween, pBetween: model.pValue },
      ...{ QWithin: whole.within, dfWithin: whole.dfWithin, pWithin: chiSquareUpper(whole.within, whole.dfWithin) },
    },
    model,
    terms,
    means: Object.entries(factors).flatMap(([factor, categories]) => levelMeans(factor, categories, effects, settings)),
  };
}

function refuseUnfit({ matrix, names }: ModeratorDesign, { estimates, variances }: UsableEffects): void {
  if (estimates.length <= names.length)
    refuse("data/too-few", { needed: names.length + 1, unit: "effects", found: estimates.length });
  const { dropped } = leastSquares(
    matrix,
    estimates,
    variances.map((variance) => 1 / variance),
  );
  if (dropped.length > 0) refuse("moderator/dependent", { names: dropped.map((j) => names[j]!).join(", ") });
}

/** The weighted mean of every level of a factor, each by itself, with its normal interval. */
function levelMeans(factor: string, categories: Categories, effects: UsableEffects, settings: Settings) {
  return partsOf(effects, categories).parts.map(({ group: level, layout }) => {
    const { mean, totalWeight } = groupMeans(layout, 0)[0]!;
    const tested = testedMean(mean, Math.sqrt(1 / totalWeight), Number.POSITIVE_INFINITY, settings.confidenceLevel);
    const { estimate, lower, upper, standardError } = tested;
    const { Q, dfQ, pQ } = heterogeneityOf(layout, null);
    const transformed = backTransformed({ estimate, lower, upper }, settings.backTransform);
    return { factor, level, k: layout.k, estimate, lower, upper, standardError, Q, dfQ, pQ, transformed };
  });
}

function notesOf(
  { sample: { used, dropped } }: UsableEffects,
  { total, within }: TermSquares,
  model: ExplainedShare,
  terms: EffectAnova["terms"],
): Note[] {
  const differ = terms.some(({ sequential, partial }) => Math.abs(sequential.Q - partial.Q) > 1e-9 * total);
  const below = terms.filter(({ partial }) => (partial.omega2 ?? 0) < 0).map(({ term }) => term);
  return [
    ...notesWhen(
      [dropped > 0, "missing/listwise", { dropped, total: used + dropped }],
      [total > 0 && within <= total * 1e-14, "anova/nothing-left"],
      [differ, "anova/order"],
      [below.length > 0, "anova/negative-omega", { terms: below.join(", ") }],
    ),
    note("anova/ignores-tau2", { eta2: model.eta2 ?? 0 }),
    note("moderator/between-studies"),
  ];
}

export const effectAnovaCard = defineStatistic({
  kind: "effectAnova",
  label: { en: "Weighted ANOVA of effects", nl: "Gewogen variantieanalyse van effecten" },
  summary: {
    en: "How much of the differences between effects goes with each feature of the studies (weights without tau2).",
    nl: "Hoeveel van de verschillen tussen effecten samengaat met elk kenmerk van de studies (gewichten zonder tau2).",
  },
  input,
  options,
  result,
  run: effectAnova,
  tidy: ({ terms, partition: { QWithin, dfWithin, pWithin, QTotal, dfTotal, pTotal } }) => [
    ...terms.flatMap(({ term, df, sequential, partial }) =>
      Object.entries({ sequential, partial }).map(([method, { Q, pValue, eta2 }]) => ({
        ...{ term, method, Q, df, pValue, R2: eta2 },
      })),
    ),
    { term: "within", Q: QWithin, df: dfWithin, pValue: pWithin },
    { term: "total", Q: QTotal, df: dfTotal, pValue: pTotal },
  ],
  glance: ({ k, model: { Q, pValue, eta2 }, partition: { dfBetween } }) => ({ k, Q, df: dfBetween, pValue, R2: eta2 }),
  composes: [],
  charts: [],
  source: "Hedges & Olkin (1985), ch. 7; Fan & Chen (2001)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.25, 0.55, 0.48, 0.2, 0.41, 0.18],
      samplingVariance: [0.02, 0.03, 0.015, 0.04, 0.02, 0.03, 0.02, 0.01],
      factors: {
        dimension: [
          "expectations",
          "supervision",
          "supervision",
          "expectations",
          "expectations",
          "supervision",
          "expectations",
          "supervision",
        ],
        school: ["primary", "primary", "secondary", "secondary", "primary", "secondary", "primary", "secondary"],
      },
    },
    options: { backTransform: "fisherZ" },
  },
});
