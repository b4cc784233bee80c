import type { z } from "zod";
import type { Text } from "./phrases.ts";
import type { Result } from "./result.ts";
import type { Row } from "./row.ts";

/** Progress, interruption and workers: never part of options or result. */
export interface Context {
  readonly progress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * What a statistic hands in at the end of its file. From it follow the CLI command, the help, the JSON Schema,
 * the table in the guide and the contract test.
 */
export interface Card<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodObject = z.ZodObject,
  R extends z.ZodObject = z.ZodObject,
> {
  /** Name of the function, the file, the registry key and (in kebab-case) the command. */
  readonly kind: string;
  readonly label: Text;
  /** One sentence for the help: what it tells a researcher. */
  readonly summary: Text;
  readonly input: I;
  readonly options: O;
  readonly result: R;
  readonly run: (data: z.input<I>, options?: z.input<O>, context?: Context) => z.output<R>;
  /** One row per term, item, pair or study. */
  readonly tidy: (result: z.output<R>) => Row[];
  /** One row for the whole. */
  readonly glance: (result: z.output<R>) => Row;
  /** One row per case, where that makes sense. */
  readonly augment?: (result: z.output<R>, data: z.input<I>) => Row[];
  /** Kinds of the statistics it calls. */
  readonly composes: readonly string[];
  /** Names of the charts that draw its rows. */
  readonly charts: readonly string[];
  /** Where the method comes from. */
  readonly source: string;
  /** A small run, for the contract test and the guide. */
  readonly example: { readonly data: z.input<I>; readonly options?: z.input<O> };
}

/** Checks a card's types against its own schemas; gives it back unchanged. */
export function defineStatistic<I extends z.ZodObject, O extends z.ZodObject, R extends z.ZodObject>(
  card: Card<I, O, R>,
): Card<I, O, R> {
  return card;
}

/** A card whose schemas are not known to the caller: what the registry gives. */
export interface AnyCard extends Omit<Card, "run" | "tidy" | "glance" | "augment" | "example"> {
  readonly run: (data: never, options?: never, context?: Context) => Result;
  readonly tidy: (result: never) => Row[];
  readonly glance: (result: never) => Row;
  readonly augment?: (result: never, data: never) => Row[];
  readonly example: { readonly data: unknown; readonly options?: unknown };
}
