import { refuse } from "../foundation/errors.ts";
import type { CaseLayout } from "./savCases.ts";
import type { SavHeader } from "./savHeader.ts";

const PADDING = 0;
const END = 252;
const RAW = 253;
const BLANKS = 254;
const SYSTEM_MISSING = 255;
const CODES = 8;
/** A chunk has about this many elements. */
const CHUNK = 1 << 16;

/** SPSS's packing being undone: one byte stands for a small whole number, eight blanks or a missing value. */
export interface Expansion {
  readonly layout: CaseLayout;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The chunk being filled, as words and as bytes. */
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
  /** Elements in a chunk, and how many are there. */
  readonly size: number;
  filled: number;
  rows: number;
  ended: boolean;
  /** A value announced is not there. */
  broken: boolean;
}

export function startExpansion(layout: CaseLayout): Expansion {
  const size = Math.max(1, Math.floor(CHUNK / layout.elements)) * layout.elements;
  const words = new Int32Array(size * 2);
  const bytes = new Uint8Array(words.buffer);
  return {
    layout,
    ...patterns(layout.header),
    words,
    bytes,
    size,
    filled: 0,
    rows: 0,
    ended: layout.rows === 0,
    broken: false,
  };
}

/** Takes whole groups of eight codes with what belongs to them; gives how many bytes were used up. */
export function expand(expansion: Expansion, input: Uint8Array, last: boolean): number {
  let at = 0;
  while (!expansion.ended && at + CODES <= input.length) {
    const next = at + groupLength(input, at);
    if (next > input.length && !last) break;
    expandGroup(expansion, input, at);
    at = next;
  }
  return Math.min(at, input.length);
}

/** How long a group is with its raw values. */
function groupLength(input: Uint8Array, at: number): number {
  let length = CODES;
  for (let k = at; k < at + CODES; k++) if (input[k] === RAW) length += 8;
  return length;
}

function expandGroup(expansion: Expansion, input: Uint8Array, at: number): void {
  let raw = at + CODES;
  for (let k = at; k < at + CODES && !expansion.ended; k++) {
    const code = input[k]!;
    if (code === PADDING) continue;
    if (code === END) expansion.ended = true;
    else if (code !== RAW) placeCode(expansion, code);
    else {
      placeRaw(expansion, input, raw);
      raw += 8;
    }
  }
}

function placeRaw(expansion: Expansion, input: Uint8Array, raw: number): void {
  const { bytes, filled } = expansion;
  if (raw + 8 > input.length) {
    expansion.broken = true;
    expansion.ended = true;
    return;
  }
  for (let b = 0; b < 8; b++) bytes[filled * 8 + b] = input[raw + b]!;
  placed(expansion);
}

function placeCode(expansion: Expansion, code: number): void {
  const { words, filled, low, high } = expansion;
  words[2 * filled] = low[code]!;
  words[2 * filled + 1] = high[code]!;
  placed(expansion);
}

function placed(expansion: Expansion): void {
  if (++expansion.filled === expansion.size) handOver(expansion);
}

function handOver(expansion: Expansion): void {
  const { layout, bytes, filled } = expansion;
  const known = layout.rows ?? Number.POSITIVE_INFINITY;
  const rows = Math.min(Math.floor(filled / layout.elements), known - expansion.rows);
  expansion.rows += rows;
  expansion.filled = 0;
  expansion.ended ||= expansion.rows === known;
  layout.take({ bytes, rows });
}

/** Takes what is left at the end of the file, where zero bytes fill up. */
export function expandLast(expansion: Expansion, rest: Uint8Array): void {
  const left = rest.subarray(expand(expansion, rest, true));
  expansion.broken ||= !expansion.ended && left.some((byte) => byte !== PADDING);
}

/** Hands over the last rows; a row that stops halfway, or fewer rows than announced, is a file cut off. */
export function finishExpansion(expansion: Expansion, source: string): void {
  const { layout } = expansion;
  if (expansion.rows === layout.rows) return;
  const halfway = expansion.filled % layout.elements !== 0;
  handOver(expansion);
  const short = layout.rows === undefined ? halfway || expansion.broken : expansion.rows < layout.rows;
  if (short) refuse("file/truncated", {}, { source });
}

/** The eight bytes every code stands for, as two words, in the byte order of the file. */
function patterns({ bias, littleEndian }: SavHeader) {
  const low = new Int32Array(256);
  const high = new Int32Array(256);
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  const words = new Int32Array(bytes.buffer);
  for (let code = 0; code < 256; code++) {
    if (code === BLANKS) bytes.fill(32);
    else view.setFloat64(0, code === SYSTEM_MISSING ? -Number.MAX_VALUE : code - bias, littleEndian);
    low[code] = words[0]!;
    high[code] = words[1]!;
  }
  return { low, high };
}
