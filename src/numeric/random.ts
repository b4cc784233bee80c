import { refuse } from "../foundation/errors.ts";
import { normalQuantile } from "./normal.ts";

/** A source of random numbers that gives the same numbers on every machine. */
export interface RandomStream {
  /** Between 0 and 1, ends excluded. */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** A whole number from 0 to n - 1. */
  readonly integer: (n: number) => number;
  /** `size` whole numbers from 0 to n - 1; without replacement each at most once. */
  readonly sample: (n: number, size?: number, replace?: boolean) => Int32Array;
}

/** Numbers the generator keeps, and how far apart the ones it mixes are. */
const WORDS = 624;
const APART = 397;
/** 2^-32 as R uses it, and half of 1 / (2^32 - 1), which keeps a draw off the ends. */
const PER_WORD = 2.3283064365386963e-10;
const FROM_THE_END = 2.328306437080797e-10 / 2;
/** A normal draw uses 27 bits of one uniform and all of a second one. */
const NORMAL_BITS = 134217728;
/** The largest seed, stream and number to draw from. */
const LARGEST = 2 ** 31 - 1;
/** From here on R samples without a list of all numbers. */
const MOST_LISTED = 1e7;

/**
 * A stream of random numbers: the Mersenne Twister. Stream 0 gives exactly R's numbers after `set.seed(seed)`; every
 * other stream is independent of it, so that draw i of a resampling can use stream i whatever worker makes it.
 * @param seed whole number, as in R's `set.seed` (absolute value below 2^31)
 * @param stream whole number from 0; streams above 0 are seeded by the pair (seed, stream)
 * @returns draws: `uniform` is R's runif, `normal` rnorm (inversion), `sample` sample (R 3.6 or later) minus 1
 * @throws option/invalid for a seed or stream that is not a whole number
 * @see Matsumoto & Nishimura (1998); their init_by_array (2002) for streams above 0; Lemire (2019) on rejection
 * @example randomStream(42).uniform() // 0.914806043496355
 */
export function randomStream(seed: number, stream = 0): RandomStream {
  refuseUnlessWhole("seed", seed, -LARGEST);
  refuseUnlessWhole("stream", stream, 0);
  const words = stream === 0 ? wordsAsR(seed) : wordsFromKey(seed, stream);
  let next = WORDS;

  function uniform(): number {
    if (next === WORDS) {
      renew(words);
      next = 0;
    }
    let word = words[next++]!;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    const value = (word >>> 0) * PER_WORD;
    if (value <= 0) return FROM_THE_END;
    return 1 - value <= 0 ? 1 - FROM_THE_END : value;
  }

  function normal(): number {
    const high = Math.floor(NORMAL_BITS * uniform());
    return normalQuantile((high + uniform()) / NORMAL_BITS);
  }

  /** As many random bits as n - 1 has, drawn again until they are below n. */
  function integer(n: number): number {
    refuseUnlessWhole("n", n, 1);
    const mask = n === 1 ? 0 : -1 >>> Math.clz32(n - 1);
    let value = n;
    while (value >= n) {
      value = Math.floor(uniform() * 65536);
      if (n > 32768) value = value * 65536 + Math.floor(uniform() * 65536);
      value &= mask;
    }
    return value;
  }

  return { uniform, normal, integer, sample: (n, size = n, replace = false) => drawSample(integer, n, size, replace) };
}

function refuseUnlessWhole(option: string, value: number, lowest: number): void {
  if (Number.isInteger(value) && value >= lowest && value <= LARGEST) return;
  refuse("option/invalid", { option, expected: `${lowest}-${LARGEST}` });
}

function drawSample(integer: (n: number) => number, n: number, size: number, replace: boolean): Int32Array {
  if (!replace && size > n) refuse("option/invalid", { option: "size", expected: `at most ${n}` });
  const drawn = new Int32Array(size);
  if (replace || size < 2) {
    for (let i = 0; i < size; i++) drawn[i] = integer(n);
  } else if (n > MOST_LISTED && size <= n / 2) {
    drawUnlisted(integer, n, drawn);
  } else {
    drawListed(integer, n, drawn);
  }
  return drawn;
}

/** Takes numbers from a list, the last one filling the gap. */
function drawListed(integer: (n: number) => number, n: number, drawn: Int32Array): void {
  const list = new Int32Array(n);
  for (let i = 0; i < n; i++) list[i] = i;
  for (let i = 0; i < drawn.length; i++) {
    const place = integer(n - i);
    drawn[i] = list[place]!;
    list[place] = list[n - i - 1]!;
  }
}

/** Few out of very many: draws again whatever was drawn before. */
function drawUnlisted(integer: (n: number) => number, n: number, drawn: Int32Array): void {
  const seen = new Set<number>();
  for (let i = 0; i < drawn.length; i++) {
    let value = integer(n);
    while (seen.has(value)) value = integer(n);
    seen.add(value);
    drawn[i] = value;
  }
}

/** R's start: a congruential generator, stirred fifty times; its 51st number is the place in the list, which is full. */
function wordsAsR(seed: number): Int32Array {
  let word = seed | 0;
  for (let k = 0; k < 51; k++) word = (Math.imul(69069, word) + 1) | 0;
  const words = new Int32Array(WORDS);
  for (let k = 0; k < WORDS; k++) words[k] = word = (Math.imul(69069, word) + 1) | 0;
  return words;
}

/** Where init_by_array begins: init_genrand(19650218). */
const UNKEYED = unkeyedWords();

function unkeyedWords(): Int32Array {
  const words = new Int32Array(WORDS);
  words[0] = 19650218;
  for (let k = 1; k < WORDS; k++) words[k] = Math.imul(1812433253, stirred(words[k - 1]!)) + k;
  return words;
}

/** Matsumoto & Nishimura's init_by_array for the key [seed, stream]. */
function wordsFromKey(seed: number, stream: number): Int32Array {
  const words = UNKEYED.slice();
  let place = 1;
  for (let k = 0; k < WORDS; k++) {
    const key = k % 2 === 0 ? seed : stream + 1;
    words[place] = (words[place]! ^ Math.imul(stirred(words[place - 1]!), 1664525)) + key;
    place = nextPlace(words, place);
  }
  for (let k = 1; k < WORDS; k++) {
    words[place] = (words[place]! ^ Math.imul(stirred(words[place - 1]!), 1566083941)) - place;
    place = nextPlace(words, place);
  }
  words[0] = 0x80000000 | 0;
  return words;
}

function stirred(word: number): number {
  return word ^ (word >>> 30);
}

function nextPlace(words: Int32Array, place: number): number {
  if (place < WORDS - 1) return place + 1;
  words[0] = words[WORDS - 1]!;
  return 1;
}

/** The generator's recurrence, for all words at once. */
function renew(words: Int32Array): void {
  for (let k = 0; k < WORDS - APART; k++) words[k] = words[k + APART]! ^ twisted(words[k]!, words[k + 1]!);
  for (let k = WORDS - APART; k < WORDS - 1; k++) {
    words[k] = words[k + APART - WORDS]! ^ twisted(words[k]!, words[k + 1]!);
  }
  words[WORDS - 1] = words[APART - 1]! ^ twisted(words[WORDS - 1]!, words[0]!);
}

function twisted(upper: number, lower: number): number {
  const mixed = (upper & 0x80000000) | (lower & 0x7fffffff);
  return (mixed >>> 1) ^ (-(lower & 1) & 0x9908b0df);
}
