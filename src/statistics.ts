// Written by npm run generate from the registry.

export { type EffectSizes, effectSizes, effectSizesCard } from "./effects/effectSizes.ts";
export {
  type CompareCorrelations,
  compareCorrelations,
  compareCorrelationsCard,
} from "./inference/compareCorrelations.ts";
export { type Describe, describe, describeCard } from "./inference/describe.ts";
export { type KendallCorrelation, kendallCorrelation, kendallCorrelationCard } from "./inference/kendallCorrelation.ts";
export { type PartialCorrelation, partialCorrelation, partialCorrelationCard } from "./inference/partialCorrelation.ts";
export { type PearsonCorrelation, pearsonCorrelation, pearsonCorrelationCard } from "./inference/pearsonCorrelation.ts";
export {
  type PolychoricCorrelation,
  polychoricCorrelation,
  polychoricCorrelationCard,
} from "./inference/polychoricCorrelation.ts";
export {
  type SpearmanCorrelation,
  spearmanCorrelation,
  spearmanCorrelationCard,
} from "./inference/spearmanCorrelation.ts";
export { type RandomEffects, randomEffects, randomEffectsCard } from "./meta/randomEffects.ts";
export { type Subgroups, subgroups, subgroupsCard } from "./meta/subgroups.ts";
export { type CronbachAlpha, cronbachAlpha, cronbachAlphaCard } from "./questionnaire/cronbachAlpha.ts";
export {
  type IntraclassCorrelation,
  intraclassCorrelation,
  intraclassCorrelationCard,
} from "./questionnaire/intraclassCorrelation.ts";
export { type ScaleScores, scaleScores, scaleScoresCard } from "./questionnaire/scaleScores.ts";
