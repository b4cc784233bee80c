// Written by npm run generate from the registry.
export { cronbachAlpha, cronbachAlphaCard, type CronbachAlpha } from "./questionnaire/cronbachAlpha.ts";
export { describe, describeCard, type Describe } from "./inference/describe.ts";
export { pearsonCorrelation, pearsonCorrelationCard, type PearsonCorrelation } from "./inference/pearsonCorrelation.ts";
export { scaleScores, scaleScoresCard, type ScaleScores } from "./questionnaire/scaleScores.ts";
export { effectSizes, effectSizesCard, type EffectSizes } from "./effects/effectSizes.ts";
export { randomEffects, randomEffectsCard, type RandomEffects } from "./meta/randomEffects.ts";
export { subgroups, subgroupsCard, type Subgroups } from "./meta/subgroups.ts";
