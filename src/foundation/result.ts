import { z } from "zod";

/** What one row of the sample is. */
export const unit = z.enum(["respondent", "item", "effect", "study"]);

/** How many rows entered, how many were left out whole, and how many single values were missing. */
export const sample = z.strictObject({
  unit,
  used: z.int(),
  dropped: z.int(),
  missing: z.int(),
});

/** A doubt or a decision that did not stop the work: a code, and the values its phrase needs. */
export const note = z.strictObject({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type Sample = z.infer<typeof sample>;
export type Note = z.infer<typeof note>;

/** A number that may be unavailable: null, with a note that says why. */
export const available = z.number().nullable();

/**
 * The schema of a statistic's result: the head that all results share, and the fields of its own.
 * @param kind the statistic's name, which is also the name of its function and its file
 * @param options its option schema; the result carries the options as they were resolved
 * @param fields everything else it gives, unrounded
 */
export function resultSchema<K extends string, O extends z.ZodObject, F extends z.ZodRawShape>(
  kind: K,
  options: O,
  fields: F,
) {
  return z.strictObject({ kind: z.literal(kind), options, sample, notes: z.array(note), ...fields });
}

/** What every result has, whatever the statistic. */
export interface Result {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly sample: Sample;
  readonly notes: readonly Note[];
}

/** NaN and the infinities do not exist in JSON: they become null. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
