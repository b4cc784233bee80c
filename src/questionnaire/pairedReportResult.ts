import { z } from "zod";
import { available } from "../foundation/result.ts";

const bounded = { estimate: available, lower: available, upper: available };
const figures = { statistic: available, df: available, pValue: available, adjustedPValue: available };

/** What is found of one scale. */
export const pairedScaleResult = z.strictObject({
  scale: z.string(),
  parent: z.string(),
  teacher: z.string(),
  n: z.int(),
  means: z.strictObject({ parent: z.number(), teacher: z.number() }),
  standardizedDifference: available,
  differences: z.array(
    z.strictObject({
      method: z.enum(["pairedT", "clusterRobust", "mixedModel", "mixedModelRobust"]),
      ...bounded,
      standardError: available,
      ...figures,
    }),
  ),
  variances: z.array(
    z.strictObject({ level: z.string(), groups: z.int().nullable(), variance: z.number(), share: z.number() }),
  ),
  correlations: z.array(
    z.strictObject({
      level: z.enum(["total", "within", "between"]),
      r: available,
      lower: available,
      upper: available,
      n: z.int(),
      clusters: z.int().nullable(),
      ...figures,
    }),
  ),
  intraclass: z.strictObject({ agreement: z.strictObject(bounded), consistency: z.strictObject(bounded) }).nullable(),
  standardErrorOfMeasurement: available,
  concordance: z.strictObject({ ...bounded, biasCorrection: available }).nullable(),
  limits: z.strictObject({
    standardDeviation: z.number(),
    lowerLimit: z.strictObject({ ...bounded, estimate: z.number() }),
    upperLimit: z.strictObject({ ...bounded, estimate: z.number() }),
    within: z.number(),
    slope: available,
    slopePValue: available,
    clustered: z
      .strictObject({ standardDeviation: z.number(), lowerLimit: z.number(), upperLimit: z.number() })
      .nullable(),
  }),
  categorical: z
    .strictObject({
      kappa: z.strictObject(bounded),
      exactAgreement: z.number(),
      adjacentAgreement: available,
      krippendorff: available,
    })
    .nullable(),
});

/** How alike the profiles over scales are. */
export const profileResult = z
  .strictObject({ pairs: z.int(), meanCorrelation: z.number(), standardDeviation: z.number() })
  .nullable();

export type PairedScaleResult = z.output<typeof pairedScaleResult>;
