import { z } from "zod";
import { refuse } from "../foundation/errors.ts";
import { notesWhen } from "../foundation/notes.ts";
import { type Given, resolve } from "../foundation/options.ts";
import { available, finiteOrNull, type Note, resultSchema } from "../foundation/result.ts";
import { defineStatistic } from "../foundation/statistic.ts";
import { chiSquareQuantile } from "../numeric/chiSquare.ts";
import { read } from "../table/input.ts";
import { type DeletedFit, deletedFits, deletedVariance } from "./deletedFits.ts";
import { maximaNotes, place, placesOf, rowNotes, weightedEffectColumns } from "./effectColumns.ts";
import { type EffectLayout, layOut } from "./effectLayout.ts";
import { fitMean, type MeanFit, weightedMean } from "./meanFit.ts";
import { fitOptions } from "./poolingOptions.ts";
import { usableWeightedEffects } from "./readEffects.ts";

const input = z.strictObject(weightedEffectColumns);

const options = z.strictObject({ method: fitOptions.method, test: fitOptions.test });

const effect = z.strictObject({
  ...place,
  studentized: available,
  dffits: available,
  cooksDistance: available,
  covarianceRatio: available,
  tau2Deleted: available,
  QDeleted: z.number(),
  hat: z.number(),
  weight: z.number(),
  dfbetas: available,
  influential: z.boolean(),
});

const result = resultSchema("influence", options, {
  estimate: z.number(),
  tau2: available,
  cutoffs: z.strictObject({
    dffits: z.number(),
    cooksDistance: z.number(),
    hat: z.number(),
    dfbetas: z.number(),
  }),
  effects: z.array(effect),
});

type Effect = z.output<typeof effect>;
export type Influence = z.output<typeof result>;

/**
 * How much each effect moves the result: what changes in the mean, its error, tau2 and Q when the effect is left out,
 * and which effects pass the usual marks.
 * @param data `estimate` and `samplingVariance` per effect; `weight` and `study` if wanted
 * @param given method and test as in randomEffects
 * @returns per effect studentized residual, DFFITS, Cook's distance, covariance ratio, tau2 and Q without it, hat value,
 * share of the weight, DFBETAS; `influential` when |DFFITS|, Cook's distance, hat or |DFBETAS| passes its cutoff
 * @throws effect/variance, effect/weight with their rows; data/too-few below three effects
 * @see Viechtbauer & Cheung (2010). Reference: metafor::influence(rma(yi, vi))
 * @example influence({ estimate: [0.1, 0.3, 0.5], samplingVariance: [0.01, 0.01, 0.01] }, { method: "FE", test: "z" }).effects[2].cooksDistance // 3
 */
export function influence(data: Given<typeof input>, given: Given<typeof options> = {}): Influence {
  const { study: names, ...columns } = read(input, data);
  const settings = resolve(options, given);
  const effects = usableWeightedEffects(columns);
  const k = effects.estimates.length;
  if (k < 3) refuse("data/too-few", { needed: 3, unit: "effects", found: k });
  const layout = layOut(effects);
  const all = fitMean(layout, settings);
  const deleted = deletedFits(effects, settings, all);
  const cutoffs = cutoffsOf(k);
  const found = placesOf(effects, names).map(({ study, row }, i): Effect => {
    const weight = (effects.weights?.[i] ?? 1 / (effects.variances[i]! + all.tau2)) / all.totalWeight;
    const own = { estimate: effects.estimates[i]!, variance: effects.variances[i]!, weight };
    const measured = changes(layout, all, deleted[i]!, own);
    return { study, row, ...measured, hat: weight, weight, influential: passes({ ...measured, hat: weight }, cutoffs) };
  });
  return {
    kind: "influence",
    options: settings,
    sample: effects.sample,
    notes: [
      ...rowNotes(effects, names),
      ...maximaNotes([all, ...deleted].map(({ maxima }) => maxima)),
      ...influentialNotes(found),
    ],
    estimate: all.mean,
    tau2: settings.method === "FE" ? null : all.tau2,
    cutoffs,
    effects: found,
  };
}

interface Own {
  readonly estimate: number;
  readonly variance: number;
  readonly weight: number;
}

/** What changes when one effect is left out; null where a divisor is 0, or tau2 is not known with one effect left. */
function changes(layout: EffectLayout, all: MeanFit, without: DeletedFit, own: Own) {
  const { tau2, scale } = without;
  const shift = all.mean - without.mean;
  const meanVariance = weightedMean(layout, tau2).variance;
  const fitted = layout.given ? meanVariance : own.weight * (own.variance + tau2);
  const over = (variance: number) => finiteOrNull(shift / Math.sqrt(variance));
  return {
    studentized: finiteOrNull((own.estimate - without.mean) / Math.sqrt(deletedVariance(without, own.variance))),
    dffits: over(scale.factor * fitted),
    cooksDistance: finiteOrNull(shift ** 2 / (all.scale.factor * all.variance)),
    covarianceRatio: finiteOrNull((scale.factor * without.variance) / (all.scale.factor * all.variance)),
    tau2Deleted: without.isRandom ? tau2 : null,
    QDeleted: without.Q,
    dfbetas: over(scale.factor * meanVariance),
  };
}

/** The marks of Viechtbauer & Cheung for one coefficient; Cook's is the median of chi-square. */
function cutoffsOf(k: number) {
  const cooksDistance = chiSquareQuantile(0.5, 1);
  return { dffits: 3 * Math.sqrt(1 / (k - 1)), cooksDistance, hat: 3 / k, dfbetas: 1 };
}

type Marks = z.output<typeof result>["cutoffs"];

function passes(measured: { readonly [K in keyof Marks]: number | null }, cutoffs: Marks): boolean {
  const names = Object.keys(cutoffs) as (keyof Marks)[];
  return names.some((name) => Math.abs(measured[name] ?? 0) > cutoffs[name]);
}

function influentialNotes(effects: readonly Effect[]): Note[] {
  const marked = effects.filter(({ influential }) => influential);
  const names = marked.map(({ study }) => study).join(", ");
  return notesWhen([marked.length > 0, "meta/influential", { count: marked.length, studies: names }]);
}

export const influenceCard = defineStatistic({
  kind: "influence",
  label: { en: "Influential studies", nl: "Invloedrijke studies" },
  summary: {
    en: "How much each study moves the pooled effect, its error and the heterogeneity.",
    nl: "Hoeveel elke studie het gepoolde effect, de fout ervan en de heterogeniteit verschuift.",
  },
  input,
  options,
  result,
  run: influence,
  tidy: ({ effects }) =>
    effects.map((one) => ({
      ...{ term: one.study, studentizedResidual: one.studentized, dffits: one.dffits },
      ...{ cooksDistance: one.cooksDistance, covarianceRatio: one.covarianceRatio, tau2: one.tau2Deleted },
      ...{ Q: one.QDeleted, hat: one.hat, weight: one.weight, dfbetas: one.dfbetas, influential: one.influential },
    })),
  glance: ({ estimate, tau2, effects }) => ({ k: effects.length, estimate, tau2 }),
  composes: [],
  charts: ["influencePanel"],
  source: "Viechtbauer & Cheung (2010)",
  example: {
    data: {
      estimate: [0.12, 0.31, 0.24, 0.45, 0.08, 0.9],
      samplingVariance: [0.01, 0.02, 0.008, 0.03, 0.012, 0.01],
      study: ["Adams", "Bakker", "Chen", "De Vries", "Evans", "Fan"],
    },
  },
});
