// Written by npm run generate from the registry.

export {
  type ConvertToCorrelation,
  convertToCorrelation,
  convertToCorrelationCard,
} from "./effects/convertToCorrelation.ts";
export { type EffectSizes, effectSizes, effectSizesCard } from "./effects/effectSizes.ts";
export {
  type CompareCorrelations,
  compareCorrelations,
  compareCorrelationsCard,
} from "./inference/compareCorrelations.ts";
export { type Crosstab, crosstab, crosstabCard } from "./inference/crosstab.ts";
export { type Describe, describe, describeCard } from "./inference/describe.ts";
export {
  type DisattenuatedCorrelation,
  disattenuatedCorrelation,
  disattenuatedCorrelationCard,
} from "./inference/disattenuatedCorrelation.ts";
export { type KendallCorrelation, kendallCorrelation, kendallCorrelationCard } from "./inference/kendallCorrelation.ts";
export { type KruskalWallis, kruskalWallis, kruskalWallisCard } from "./inference/kruskalWallis.ts";
export { type LinearRegression, linearRegression, linearRegressionCard } from "./inference/linearRegression.ts";
export { type MannWhitney, mannWhitney, mannWhitneyCard } from "./inference/mannWhitney.ts";
export { type MixedModel, mixedModel, mixedModelCard } from "./inference/mixedModel.ts";
export { type OneWayAnova, oneWayAnova, oneWayAnovaCard } from "./inference/oneWayAnova.ts";
export { type PairedTTest, pairedTTest, pairedTTestCard } from "./inference/pairedTTest.ts";
export { type PartialCorrelation, partialCorrelation, partialCorrelationCard } from "./inference/partialCorrelation.ts";
export { type PearsonCorrelation, pearsonCorrelation, pearsonCorrelationCard } from "./inference/pearsonCorrelation.ts";
export {
  type PolychoricCorrelation,
  polychoricCorrelation,
  polychoricCorrelationCard,
} from "./inference/polychoricCorrelation.ts";
export {
  type PolyserialCorrelation,
  polyserialCorrelation,
  polyserialCorrelationCard,
} from "./inference/polyserialCorrelation.ts";
export {
  type SpearmanCorrelation,
  spearmanCorrelation,
  spearmanCorrelationCard,
} from "./inference/spearmanCorrelation.ts";
export { type ToEffectRows, toEffectRows, toEffectRowsCard } from "./inference/toEffectRows.ts";
export { type TTest, tTest, tTestCard } from "./inference/tTest.ts";
export { type WilcoxonSignedRank, wilcoxonSignedRank, wilcoxonSignedRankCard } from "./inference/wilcoxonSignedRank.ts";
export { type Baujat, baujat, baujatCard } from "./meta/baujat.ts";
export { type Blups, blups, blupsCard } from "./meta/blups.ts";
export { type CorrelatedEffects, correlatedEffects, correlatedEffectsCard } from "./meta/correlatedEffects.ts";
export {
  type CorrelationCovariances,
  correlationCovariances,
  correlationCovariancesCard,
} from "./meta/correlationCovariances.ts";
export { type CumulativeMeta, cumulativeMeta, cumulativeMetaCard } from "./meta/cumulativeMeta.ts";
export {
  type DimensionOutcomeMatrix,
  dimensionOutcomeMatrix,
  dimensionOutcomeMatrixCard,
} from "./meta/dimensionOutcomeMatrix.ts";
export { type EffectAnova, effectAnova, effectAnovaCard } from "./meta/effectAnova.ts";
export { type Gosh, gosh, goshCard } from "./meta/gosh.ts";
export { type HenmiCopas, henmiCopas, henmiCopasCard } from "./meta/henmiCopas.ts";
export { type Influence, influence, influenceCard } from "./meta/influence.ts";
export { type LeaveOneClusterOut, leaveOneClusterOut, leaveOneClusterOutCard } from "./meta/leaveOneClusterOut.ts";
export { type LeaveOneOut, leaveOneOut, leaveOneOutCard } from "./meta/leaveOneOut.ts";
export { type MantelHaenszel, mantelHaenszel, mantelHaenszelCard } from "./meta/mantelHaenszel.ts";
export { type MarginalMeans, marginalMeans, marginalMeansCard } from "./meta/marginalMeans.ts";
export { type MetaContrasts, metaContrasts, metaContrastsCard } from "./meta/metaContrasts.ts";
export { type MetaPredictions, metaPredictions, metaPredictionsCard } from "./meta/metaPredictions.ts";
export { type MetaRegression, metaRegression, metaRegressionCard } from "./meta/metaRegression.ts";
export { type MetaResiduals, metaResiduals, metaResidualsCard } from "./meta/metaResiduals.ts";
export { type MultilevelMeta, multilevelMeta, multilevelMetaCard } from "./meta/multilevelMeta.ts";
export { type Multiverse, multiverse, multiverseCard } from "./meta/multiverse.ts";
export { type PetoOddsRatio, petoOddsRatio, petoOddsRatioCard } from "./meta/petoOddsRatio.ts";
export { type ProfileLikelihood, profileLikelihood, profileLikelihoodCard } from "./meta/profileLikelihood.ts";
export { type RandomEffects, randomEffects, randomEffectsCard } from "./meta/randomEffects.ts";
export { type RobustMeta, robustMeta, robustMetaCard } from "./meta/robustMeta.ts";
export { type Subgroups, subgroups, subgroupsCard } from "./meta/subgroups.ts";
export { type TauTrace, tauTrace, tauTraceCard } from "./meta/tauTrace.ts";
export { type ToUnits, toUnits, toUnitsCard } from "./meta/toUnits.ts";
export { type AlphaLevels, alphaLevels, alphaLevelsCard } from "./questionnaire/alphaLevels.ts";
export { type BlandAltman, blandAltman, blandAltmanCard } from "./questionnaire/blandAltman.ts";
export {
  type CarelessResponding,
  carelessResponding,
  carelessRespondingCard,
} from "./questionnaire/carelessResponding.ts";
export { type CohenKappa, cohenKappa, cohenKappaCard } from "./questionnaire/cohenKappa.ts";
export {
  type ConcordanceCorrelation,
  concordanceCorrelation,
  concordanceCorrelationCard,
} from "./questionnaire/concordanceCorrelation.ts";
export { type CronbachAlpha, cronbachAlpha, cronbachAlphaCard } from "./questionnaire/cronbachAlpha.ts";
export { type FleissKappa, fleissKappa, fleissKappaCard } from "./questionnaire/fleissKappa.ts";
export { type GuttmanLambdas, guttmanLambdas, guttmanLambdasCard } from "./questionnaire/guttmanLambdas.ts";
export { type GwetAgreement, gwetAgreement, gwetAgreementCard } from "./questionnaire/gwetAgreement.ts";
export {
  type IntraclassCorrelation,
  intraclassCorrelation,
  intraclassCorrelationCard,
} from "./questionnaire/intraclassCorrelation.ts";
export { type KrippendorffAlpha, krippendorffAlpha, krippendorffAlphaCard } from "./questionnaire/krippendorffAlpha.ts";
export { type McdonaldOmega, mcdonaldOmega, mcdonaldOmegaCard } from "./questionnaire/mcdonaldOmega.ts";
export {
  type MissingDataPatterns,
  missingDataPatterns,
  missingDataPatternsCard,
} from "./questionnaire/missingDataPatterns.ts";
export { type OmegaHierarchical, omegaHierarchical, omegaHierarchicalCard } from "./questionnaire/omegaHierarchical.ts";
export { type OrdinalAlpha, ordinalAlpha, ordinalAlphaCard } from "./questionnaire/ordinalAlpha.ts";
export {
  type ParentTeacherAgreement,
  parentTeacherAgreement,
  parentTeacherAgreementCard,
} from "./questionnaire/parentTeacherAgreement.ts";
export {
  type RaterIntraclassCorrelation,
  raterIntraclassCorrelation,
  raterIntraclassCorrelationCard,
} from "./questionnaire/raterIntraclassCorrelation.ts";
export { type ScaleScores, scaleScores, scaleScoresCard } from "./questionnaire/scaleScores.ts";
export {
  type WithinGroupAgreement,
  withinGroupAgreement,
  withinGroupAgreementCard,
} from "./questionnaire/withinGroupAgreement.ts";
