import { refuse } from "../foundation/errors.ts";
import { randomStream } from "../numeric/random.ts";

/** A stream costs more to start than many subsets cost to draw, so that this many share one. */
const BLOCK = 256;

/** Subsets of k effects: every one, or as many random ones as were asked for. */
export interface Subsets {
  readonly isComplete: boolean;
  readonly count: number;
  readonly blocks: number;
  /** The members of the subsets of one block: 1 where an effect is in, subset by subset. */
  readonly members: (block: number) => Uint8Array;
}

/**
 * All subsets that are not empty when there are at most `most`, else `most` random ones in which each effect is in or
 * out with equal chance. Random subsets b * 256 to b * 256 + 255 come from random stream b + 1, whoever draws them.
 * @throws option/needed without a seed for random subsets
 */
export function subsetsOf(k: number, most: number, seed: number | undefined): Subsets {
  const all = 2 ** k - 1;
  const isComplete = all <= most;
  const count = isComplete ? all : most;
  const size = (block: number) => Math.min(BLOCK, count - block * BLOCK);
  const fill = isComplete
    ? listed
    : drawn(seed ?? refuse("option/needed", { option: "seed", with: `subsets < ${all}` }));
  return {
    ...{ isComplete, count, blocks: Math.ceil(count / BLOCK) },
    members: (block) => fill(new Uint8Array(size(block) * k), k, block),
  };
}

/** Subset number n + 1 read as bits: effect i is in when bit i is set. */
function listed(members: Uint8Array, k: number, block: number): Uint8Array {
  for (let place = 0; place < members.length; place++) {
    const number = block * BLOCK + Math.floor(place / k) + 1;
    members[place] = Math.floor(number / 2 ** (place % k)) % 2;
  }
  return members;
}

function drawn(seed: number) {
  return (members: Uint8Array, k: number, block: number): Uint8Array => {
    const { uniform } = randomStream(seed, block + 1);
    for (let from = 0; from < members.length; from += k) {
      const subset = members.subarray(from, from + k);
      while (tossed(subset, uniform) === 0);
    }
    return members;
  };
}

/** Puts each effect in or leaves it out; gives how many are in. */
function tossed(subset: Uint8Array, uniform: () => number): number {
  let inside = 0;
  for (let i = 0; i < subset.length; i++) {
    subset[i] = uniform() < 0.5 ? 1 : 0;
    inside += subset[i]!;
  }
  return inside;
}
