import type { Adjustment } from "../numeric/adjustPValues.ts";
import { chiSquareUpper } from "../numeric/chiSquare.ts";
import { type CommonFit, commonTest } from "./commonTauSquared.ts";
import { equalityTest } from "./equalityTest.ts";
import type { PoolingSettings } from "./pooledEffects.ts";
import { groupMeans } from "./residualSums.ts";
import { type SubgroupContrast, subgroupContrasts, welchDf } from "./subgroupContrasts.ts";
import type { SubgroupMean } from "./subgroupMeans.ts";
import type { Part } from "./subgroupParts.ts";

/** A subgroup with the mean that the table shows. */
export interface PooledPart {
  readonly part: Part;
  readonly mean: SubgroupMean;
}

/**
 * Heterogeneity split over and within subgroups, with fixed-effect weights, so that the parts add up exactly.
 * @see Hedges & Olkin (1985), ch. 7
 */
export function partition(all: PooledPart, groups: readonly PooledPart[]) {
  const QWithin = groups.reduce((sum, { mean }) => sum + mean.Q, 0);
  const dfWithin = all.mean.k - groups.length;
  const between = equalityTest(groups.map(({ part }) => modelMean(part, 0)));
  return {
    ...{ QTotal: all.mean.Q, dfTotal: all.mean.k - 1, pTotal: all.mean.pQ },
    ...{ QWithin, dfWithin, pWithin: dfWithin > 0 ? chiSquareUpper(QWithin, dfWithin) : null },
    ...{ QBetween: between?.statistic ?? 0, dfBetween: groups.length - 1, pBetween: between?.pValue ?? null },
  };
}

/**
 * Chi-square test that subgroup means are equal, each pooled with its own tau2; subgroups of one effect, which have
 * none, are left out. The standard errors are those of the model (not scaled by Knapp and Hartung).
 * @see Borenstein, Hedges, Higgins & Rothstein (2009), ch. 19, "separate estimates of tau2"
 */
export function separateTest(separate: readonly PooledPart[]) {
  const usable = separate.filter(({ mean }) => mean.tau2 !== null);
  const tested = equalityTest(usable.map(({ part, mean }) => modelMean(part, mean.tau2 ?? 0)));
  return tested && { groups: usable.length, ...tested };
}

function modelMean({ layout }: Part, tau2: number) {
  const { mean, totalWeight } = groupMeans(layout, tau2)[0]!;
  return { mean, variance: 1 / totalWeight };
}

/** The tests that all subgroups are equal, with separate tau2 and with one for all. */
export function differences(separate: readonly PooledPart[], fit: CommonFit | null, settings: PoolingSettings) {
  const common = fit && commonTest(fit, settings);
  return {
    separate: separateTest(separate),
    common: fit && common && { tau2: fit.tau2, standardErrorTau2: fit.standardErrorTau2, ...common },
  };
}

/** Pairs of the means that the table shows; with separate tau2 subgroups of one effect are left out. */
export function contrasts(
  shown: readonly PooledPart[],
  fit: CommonFit | null,
  confidenceLevel: number,
  adjust: Adjustment,
): SubgroupContrast[] {
  const means = shown
    .filter(({ mean }) => mean.tau2 !== null)
    .map(({ part, mean }) => ({ ...mean, group: part.group }));
  return subgroupContrasts(means, fit ? () => fit.scale.df : welchDf, confidenceLevel, adjust);
}
