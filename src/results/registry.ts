import { refuse } from "../foundation/errors.ts";
import type { AnyCard } from "../foundation/statistic.ts";

type Load = () => Promise<AnyCard>;

/** Every statistic by name. Nothing is loaded until it is asked for. */
export const REGISTRY = {
  cronbachAlpha: async () => (await import("../questionnaire/cronbachAlpha.ts")).cronbachAlphaCard,
  mcdonaldOmega: async () => (await import("../questionnaire/mcdonaldOmega.ts")).mcdonaldOmegaCard,
  omegaHierarchical: async () => (await import("../questionnaire/omegaHierarchical.ts")).omegaHierarchicalCard,
  guttmanLambdas: async () => (await import("../questionnaire/guttmanLambdas.ts")).guttmanLambdasCard,
  ordinalAlpha: async () => (await import("../questionnaire/ordinalAlpha.ts")).ordinalAlphaCard,
  alphaLevels: async () => (await import("../questionnaire/alphaLevels.ts")).alphaLevelsCard,
  describe: async () => (await import("../inference/describe.ts")).describeCard,
  pearsonCorrelation: async () => (await import("../inference/pearsonCorrelation.ts")).pearsonCorrelationCard,
  spearmanCorrelation: async () => (await import("../inference/spearmanCorrelation.ts")).spearmanCorrelationCard,
  kendallCorrelation: async () => (await import("../inference/kendallCorrelation.ts")).kendallCorrelationCard,
  partialCorrelation: async () => (await import("../inference/partialCorrelation.ts")).partialCorrelationCard,
  disattenuatedCorrelation: async () =>
    (await import("../inference/disattenuatedCorrelation.ts")).disattenuatedCorrelationCard,
  toEffectRows: async () => (await import("../inference/toEffectRows.ts")).toEffectRowsCard,
  compareCorrelations: async () => (await import("../inference/compareCorrelations.ts")).compareCorrelationsCard,
  polychoricCorrelation: async () => (await import("../inference/polychoricCorrelation.ts")).polychoricCorrelationCard,
  polyserialCorrelation: async () => (await import("../inference/polyserialCorrelation.ts")).polyserialCorrelationCard,
  oneWayAnova: async () => (await import("../inference/oneWayAnova.ts")).oneWayAnovaCard,
  crosstab: async () => (await import("../inference/crosstab.ts")).crosstabCard,
  tTest: async () => (await import("../inference/tTest.ts")).tTestCard,
  mannWhitney: async () => (await import("../inference/mannWhitney.ts")).mannWhitneyCard,
  kruskalWallis: async () => (await import("../inference/kruskalWallis.ts")).kruskalWallisCard,
  pairedTTest: async () => (await import("../inference/pairedTTest.ts")).pairedTTestCard,
  wilcoxonSignedRank: async () => (await import("../inference/wilcoxonSignedRank.ts")).wilcoxonSignedRankCard,
  linearRegression: async () => (await import("../inference/linearRegression.ts")).linearRegressionCard,
  mixedModel: async () => (await import("../inference/mixedModel.ts")).mixedModelCard,
  missingDataPatterns: async () => (await import("../questionnaire/missingDataPatterns.ts")).missingDataPatternsCard,
  carelessResponding: async () => (await import("../questionnaire/carelessResponding.ts")).carelessRespondingCard,
  scaleScores: async () => (await import("../questionnaire/scaleScores.ts")).scaleScoresCard,
  effectSizes: async () => (await import("../effects/effectSizes.ts")).effectSizesCard,
  convertToCorrelation: async () => (await import("../effects/convertToCorrelation.ts")).convertToCorrelationCard,
  intraclassCorrelation: async () =>
    (await import("../questionnaire/intraclassCorrelation.ts")).intraclassCorrelationCard,
  raterIntraclassCorrelation: async () =>
    (await import("../questionnaire/raterIntraclassCorrelation.ts")).raterIntraclassCorrelationCard,
  cohenKappa: async () => (await import("../questionnaire/cohenKappa.ts")).cohenKappaCard,
  fleissKappa: async () => (await import("../questionnaire/fleissKappa.ts")).fleissKappaCard,
  gwetAgreement: async () => (await import("../questionnaire/gwetAgreement.ts")).gwetAgreementCard,
  krippendorffAlpha: async () => (await import("../questionnaire/krippendorffAlpha.ts")).krippendorffAlphaCard,
  withinGroupAgreement: async () => (await import("../questionnaire/withinGroupAgreement.ts")).withinGroupAgreementCard,
  blandAltman: async () => (await import("../questionnaire/blandAltman.ts")).blandAltmanCard,
  concordanceCorrelation: async () =>
    (await import("../questionnaire/concordanceCorrelation.ts")).concordanceCorrelationCard,
  parentTeacherAgreement: async () =>
    (await import("../questionnaire/parentTeacherAgreement.ts")).parentTeacherAgreementCard,
  randomEffects: async () => (await import("../meta/randomEffects.ts")).randomEffectsCard,
  henmiCopas: async () => (await import("../meta/henmiCopas.ts")).henmiCopasCard,
  mantelHaenszel: async () => (await import("../meta/mantelHaenszel.ts")).mantelHaenszelCard,
  petoOddsRatio: async () => (await import("../meta/petoOddsRatio.ts")).petoOddsRatioCard,
  metaResiduals: async () => (await import("../meta/metaResiduals.ts")).metaResidualsCard,
  leaveOneOut: async () => (await import("../meta/leaveOneOut.ts")).leaveOneOutCard,
  cumulativeMeta: async () => (await import("../meta/cumulativeMeta.ts")).cumulativeMetaCard,
  influence: async () => (await import("../meta/influence.ts")).influenceCard,
  baujat: async () => (await import("../meta/baujat.ts")).baujatCard,
  blups: async () => (await import("../meta/blups.ts")).blupsCard,
  profileLikelihood: async () => (await import("../meta/profileLikelihood.ts")).profileLikelihoodCard,
  gosh: async () => (await import("../meta/gosh.ts")).goshCard,
  metaRegression: async () => (await import("../meta/metaRegression.ts")).metaRegressionCard,
  metaContrasts: async () => (await import("../meta/metaContrasts.ts")).metaContrastsCard,
  metaPredictions: async () => (await import("../meta/metaPredictions.ts")).metaPredictionsCard,
  marginalMeans: async () => (await import("../meta/marginalMeans.ts")).marginalMeansCard,
  correlationCovariances: async () => (await import("../meta/correlationCovariances.ts")).correlationCovariancesCard,
  correlatedEffects: async () => (await import("../meta/correlatedEffects.ts")).correlatedEffectsCard,
  robustMeta: async () => (await import("../meta/robustMeta.ts")).robustMetaCard,
  leaveOneClusterOut: async () => (await import("../meta/leaveOneClusterOut.ts")).leaveOneClusterOutCard,
  multilevelMeta: async () => (await import("../meta/multilevelMeta.ts")).multilevelMetaCard,
  effectAnova: async () => (await import("../meta/effectAnova.ts")).effectAnovaCard,
  toUnits: async () => (await import("../meta/toUnits.ts")).toUnitsCard,
  dimensionOutcomeMatrix: async () => (await import("../meta/dimensionOutcomeMatrix.ts")).dimensionOutcomeMatrixCard,
  tauTrace: async () => (await import("../meta/tauTrace.ts")).tauTraceCard,
  multiverse: async () => (await import("../meta/multiverse.ts")).multiverseCard,
  subgroups: async () => (await import("../meta/subgroups.ts")).subgroupsCard,
} as const satisfies Record<string, Load>;

export type StatisticName = keyof typeof REGISTRY;

export const STATISTIC_NAMES = Object.keys(REGISTRY) as readonly StatisticName[];

/** The card of a statistic, loaded now. */
export async function loadCard(kind: string): Promise<AnyCard> {
  const load = (REGISTRY as Readonly<Record<string, Load>>)[kind];
  if (!load) refuse("statistic/unknown", { kind, known: STATISTIC_NAMES.join(", ") });
  return load();
}
