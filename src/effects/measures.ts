import { CORRELATION_MEASURES } from "./correlationMeasures.ts";
import { GROUP_MEASURES } from "./groupMeasures.ts";
import type { Measure } from "./measure.ts";
import { SINGLE_GROUP_MEASURES } from "./singleGroupMeasures.ts";
import { TABLE_MEASURES } from "./tableMeasures.ts";

/** The measures of effect size, under metafor's codes. A further measure is a further entry of its family. */
export const MEASURES = {
  ...CORRELATION_MEASURES,
  ...GROUP_MEASURES,
  ...TABLE_MEASURES,
  ...SINGLE_GROUP_MEASURES,
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof MEASURES;
export const MEASURE_CODES = Object.keys(MEASURES) as [MeasureCode, ...MeasureCode[]];
