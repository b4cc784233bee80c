import { type Problem, refuse, refuseAll } from "../foundation/errors.ts";
import type { Sample } from "../foundation/result.ts";
import { type Effects, inOrder } from "./effectLayout.ts";

/** The rows that can be pooled, and how many could not. */
export interface UsableEffects extends Effects {
  /** Row of the data each effect came from, counting from 0. */
  readonly rows: Int32Array;
  readonly sample: Sample;
}

/**
 * Keeps the rows in which everything is present; refuses sampling variances of 0 or less, all at once.
 * @param estimate NaN is missing
 * @param samplingVariance NaN is missing
 * @param present of further columns a row needs: whether the row has it
 * @throws effect/variance with its row; data/too-few when no row is left
 */
export function usableEffects(
  estimate: Float64Array,
  samplingVariance: Float64Array,
  present: (row: number) => boolean = () => true,
): UsableEffects {
  refuseAll(notAboveZero(samplingVariance, "samplingVariance", "effect/variance"));
  const rows = new Int32Array(estimate.length);
  let used = 0;
  let missing = 0;
  for (let row = 0; row < rows.length; row++) {
    const absent =
      Number(Number.isNaN(estimate[row]!)) + Number(Number.isNaN(samplingVariance[row]!)) + Number(!present(row));
    missing += absent;
    if (absent === 0) rows[used++] = row;
  }
  if (used === 0) refuse("data/too-few", { needed: 1, unit: "effects", found: 0 });
  return usableRows(estimate, samplingVariance, rows.subarray(0, used), missing);
}

function usableRows(estimate: Float64Array, samplingVariance: Float64Array, rows: Int32Array, missing: number) {
  return {
    estimates: inOrder(estimate, rows),
    variances: inOrder(samplingVariance, rows),
    rows,
    sample: { unit: "effect" as const, used: rows.length, dropped: estimate.length - rows.length, missing },
  };
}

/**
 * The same for effects that may bring weights of their own; a row without its weight is left out.
 * @throws effect/weight for a weight of 0 or less, with its row
 */
export function usableWeightedEffects(columns: {
  readonly estimate: Float64Array;
  readonly samplingVariance: Float64Array;
  readonly weight?: Float64Array | undefined;
  /** A further column that every row needs. */
  readonly present?: Float64Array | undefined;
}): UsableEffects {
  const { estimate, samplingVariance, weight, present } = columns;
  if (weight) refuseAll(notAboveZero(weight, "weight", "effect/weight"));
  const has = (column: Float64Array | undefined, row: number) => !column || !Number.isNaN(column[row]!);
  const effects = usableEffects(estimate, samplingVariance, (row) => has(weight, row) && has(present, row));
  return weight ? { ...effects, weights: inOrder(weight, effects.rows) } : effects;
}

function notAboveZero(values: Float64Array, column: string, code: "effect/variance" | "effect/weight"): Problem[] {
  const problems: Problem[] = [];
  for (let row = 0; row < values.length; row++) {
    if (values[row]! <= 0) problems.push({ code, values: {}, location: { row: row + 1, column } });
  }
  return problems;
}
