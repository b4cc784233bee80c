import { z } from "zod";
import { note, notesWhen } from "../foundation/notes.ts";
import { available, type Note } from "../foundation/result.ts";
import type { AttenuationSides } from "./attenuation.ts";

const text = z.string().nullable();
/** A correlation as a row of a meta-analysis, under the names a coded sheet has. */
export const effectRow = z.strictObject({
  study: text,
  sample: text,
  effect: z.string(),
  component: text,
  dimension: text,
  outcome: z.string(),
  x: z.string(),
  y: z.string(),
  r: z.number(),
  n: z.int(),
  estimate: z.number(),
  samplingVariance: z.number(),
  effectiveN: z.number(),
  designEffect: z.number(),
  df: available,
  clusters: z.int().nullable(),
  clusterSize: available,
  iccX: available,
  iccY: available,
  reliabilityX: available,
  reliabilityY: available,
  correctedR: available,
  correctedVariance: available,
  correctedEstimate: available,
  correctedSamplingVariance: available,
  method: z.string(),
});

export type EffectRow = z.output<typeof effectRow>;

/** With fewer degrees of freedom a cluster-robust variance is little known. */
const FEWEST_DF = 4;

/** What there is to doubt of one row. */
export function doubtsOf(
  { x, y, df, clusters, designEffect, iccX, iccY, ...row }: EffectRow,
  attenuation: AttenuationSides,
): Note[] {
  const negative = [iccX, iccY].some((icc) => icc !== null && icc < 0);
  const uncorrected = attenuation !== "none" && row.correctedR === null;
  const beyond = row.correctedR !== null && Math.abs(row.correctedR) >= 1;
  const told = notesWhen(
    [negative, "effect-rows/negative-icc", { x, y }],
    [df !== null && df < FEWEST_DF, "effect-rows/few-clusters", { x, y, clusters: clusters ?? 0, df: df ?? 0 }],
    [designEffect < 1, "effect-rows/narrower", { x, y }],
    [uncorrected, "effect-rows/no-reliability", { x, y }],
  );
  return beyond ? [...told, note("effect-rows/beyond-one", { x, y })] : told;
}
