import { randomStream } from "../../src/numeric/random.ts";

/** The same values in another order. */
export function shuffled<T>(values: readonly T[], seed: number): T[] {
  return Array.from(randomStream(seed).sample(values.length), (i) => values[i]!);
}

/** `size` draws of a function of a stream, as a column. */
export function column(
  size: number,
  draw: (stream: ReturnType<typeof randomStream>) => number,
  seed = 1,
): Float64Array {
  const stream = randomStream(seed);
  return Float64Array.from({ length: size }, () => draw(stream));
}
