import type { Context } from "../foundation/statistic.ts";
import { type RandomStream, randomStream } from "./random.ts";

/** A statistic of one resample, whose rows it draws from the stream. */
export type Draw = (stream: RandomStream) => number;

export interface Resampling {
  readonly draws: number;
  readonly seed: number;
}

/** So many draws between two looks at the clock and at the signal. */
const BATCH = 64;

/**
 * The statistic of every resample. Draw i uses random stream i, so that it does not matter who makes it.
 * @param resampling how many draws (streams 1 to `draws`), and the seed
 * @param context told of the progress; its signal stops the work
 * @returns one number per draw, in the order of the streams; NaN where the statistic does not exist
 * @see Efron & Tibshirani (1993), An introduction to the bootstrap
 * @example Array.from(bootstrapDraws({ draws: 3, seed: 1 }, (stream) => stream.integer(1))) // [0, 0, 0]
 */
export function bootstrapDraws(resampling: Resampling, draw: Draw, context: Context = {}): Float64Array {
  const found = new Float64Array(resampling.draws);
  for (let from = 0; from < found.length; from += BATCH) fillBatch(found, from, resampling, draw, context);
  return found;
}

/** As `bootstrapDraws`, but the page or the server can do other things between the batches. */
export async function bootstrapDrawsAsync(
  resampling: Resampling,
  draw: Draw,
  context: Context = {},
): Promise<Float64Array> {
  const found = new Float64Array(resampling.draws);
  for (let from = 0; from < found.length; from += BATCH) {
    fillBatch(found, from, resampling, draw, context);
    await new Promise<void>((resume) => setTimeout(resume, 0));
  }
  return found;
}

function fillBatch(found: Float64Array, from: number, { seed }: Resampling, draw: Draw, context: Context): void {
  context.signal?.throwIfAborted();
  const to = Math.min(found.length, from + BATCH);
  for (let i = from; i < to; i++) found[i] = draw(randomStream(seed, i + 1));
  context.progress?.(to, found.length);
}
