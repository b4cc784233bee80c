import { type Problem, refuseAll } from "../foundation/errors.ts";
import { casesOf, type Measure, type Variance, type VarianceFormula } from "./measure.ts";
import type { MeasureCode } from "./measures.ts";
import { weightedMeanCorrelation } from "./rawCorrelation.ts";
import type { ReportedRow } from "./reportedRows.ts";
import { type AddTo, additions, withAddition } from "./zeroCells.ts";

/** A row with its effect. */
export interface RowEffect extends ReportedRow {
  readonly estimate: number;
  readonly samplingVariance: number;
  /** What was added to each of its cells. */
  readonly added: number;
}

interface Settings {
  readonly measure: MeasureCode;
  readonly variance: VarianceFormula;
  readonly to: AddTo;
  readonly add?: number | undefined;
}

/**
 * Estimates and variances of rows that are complete and within bounds.
 * @throws effect/not-available, for all rows at once
 */
export function estimatesOf(measure: Measure, rows: readonly ReportedRow[], settings: Settings): RowEffect[] {
  const added = additions(
    measure,
    rows.map(({ values }) => values),
    settings,
  );
  const adjusted = rows.map(({ values }, i) => withAddition(values, added[i]!));
  const estimates = adjusted.map(measure.estimate);
  const variance = varianceOf(measure, settings.variance);
  const mean = settings.variance === "AV" ? meanOf(measure, rows, estimates) : null;
  const effects = rows.map((row, i) => ({
    ...row,
    estimate: estimates[i]!,
    samplingVariance: variance(adjusted[i]!, mean ?? estimates[i]!),
    added: added[i]!,
  }));
  refuseAll(effects.filter((effect) => !isAvailable(effect)).map((effect) => notAvailable(effect, measure, settings)));
  return effects;
}

function varianceOf({ variance }: Measure, formula: VarianceFormula): Variance {
  return (formula === "AV" ? undefined : variance[formula]) ?? variance.LS;
}

function meanOf(measure: Measure, rows: readonly ReportedRow[], estimates: readonly number[]): number {
  return weightedMeanCorrelation(
    estimates,
    rows.map(({ values }) => casesOf(measure, values)),
  );
}

function isAvailable({ estimate, samplingVariance }: RowEffect): boolean {
  return Number.isFinite(estimate) && Number.isFinite(samplingVariance) && samplingVariance > 0;
}

/** Counts can be helped by adding something; other rows cannot. */
function notAvailable({ row }: RowEffect, { cells }: Measure, { measure }: Settings): Problem {
  const location = { row: row + 1 };
  return { code: cells ? "effect/zero-cell" : "effect/not-available", values: { measure }, location };
}
