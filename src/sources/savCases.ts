import { inflateSync } from "node:zlib";
import { refuse } from "../foundation/errors.ts";
import { type ByteReader, damaged } from "./savBytes.ts";
import type { SavHeader } from "./savHeader.ts";

/** Some rows, one behind the other, in the byte order of the file. */
export interface CaseChunk {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export interface CaseLayout {
  readonly header: SavHeader;
  /** Eight-byte elements of a row. */
  readonly elements: number;
  readonly rows: number | undefined;
  readonly take: (chunk: CaseChunk) => void;
}

/**
 * Hands over all rows in chunks, unpacked.
 * @param data the file behind the dictionary; reads are from its position on
 * @throws file/truncated when there are fewer rows than announced, or a row stops halfway; file/damaged
 */
export function readCases(bytes: Uint8Array, data: ByteReader, layout: CaseLayout): void {
  const from = data.position();
  if (layout.header.compression === "none") plainCases(bytes.subarray(from), data.source, layout);
  else {
    const expansion = startExpansion(layout);
    const packed = layout.header.compression === "zlib" ? inflatedBlocks(bytes, data) : [bytes.subarray(from)];
    let rest: Uint8Array = new Uint8Array(0);
    for (const block of packed) {
      const input = rest.length === 0 ? block : Buffer.concat([rest, block]);
      rest = input.slice(expand(expansion, input, false));
      if (expansion.ended) break;
    }
    const left = rest.subarray(expand(expansion, rest, true));
    expansion.broken ||= !expansion.ended && left.some((byte) => byte !== PADDING);
    finishExpansion(expansion, data.source);
  }
}

function plainCases(bytes: Uint8Array, source: string, { elements, rows, take }: CaseLayout): void {
  const size = elements * 8;
  const whole = Math.floor(bytes.length / size);
  if (rows === undefined ? bytes.length % size !== 0 : whole < rows) refuse("file/truncated", {}, { source });
  take({ bytes, rows: rows ?? whole });
}

const PADDING = 0;
const END = 252;
const RAW = 253;
const BLANKS = 254;
const SYSTEM_MISSING = 255;
const CODES = 8;
/** A chunk has about this many elements. */
const CHUNK = 1 << 16;

/** SPSS's packing being undone: one byte stands for a small whole number, eight blanks or a missing value. */
interface Expansion {
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

function startExpansion(layout: CaseLayout): Expansion {
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
function expand(expansion: Expansion, input: Uint8Array, last: boolean): number {
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
    if (code === RAW && raw + 8 > input.length) expansion.broken = true;
    if (code === END || expansion.broken) expansion.ended = true;
    else if (code === RAW) {
      placeRaw(expansion, input, raw);
      raw += 8;
    } else placeCode(expansion, code);
  }
}

function placeRaw(expansion: Expansion, input: Uint8Array, raw: number): void {
  const { bytes, filled } = expansion;
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

/** Hands over the last rows; a row that stops halfway, or fewer rows than announced, is a file cut off. */
function finishExpansion(expansion: Expansion, source: string): void {
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

const HEADER = 24;
const BLOCK = 24;
/** SPSS writes blocks of 4 MB; more than this at a time is no SPSS file. */
const LARGEST_BLOCK = 1 << 26;

/** Unpacks the blocks of a .zsav file one at a time, never to more than each announces. */
function* inflatedBlocks(bytes: Uint8Array, data: ByteReader): Generator<Uint8Array> {
  const begin = data.position();
  const bodyAt = begin + HEADER;
  const { trailerAt, blocks } = readTrailer(data);
  for (const { at, packed, size } of blocks) {
    const fits = at >= bodyAt && packed >= 0 && at + packed <= trailerAt && size >= 1 && size <= LARGEST_BLOCK;
    if (!fits) damaged(data.source, trailerAt);
    yield inflated(bytes.subarray(at, at + packed), size) ?? damaged(data.source, at);
  }
}

/** Where the blocks are, which stands at the end of the file. */
function readTrailer(data: ByteReader) {
  const begin = data.position();
  if (data.int64() !== begin) damaged(data.source, begin);
  const trailerAt = data.int64();
  const length = data.int64();
  if (trailerAt < begin + HEADER || length < HEADER) damaged(data.source, begin);
  const trailer = data.from(trailerAt);
  trailer.bytes(20);
  const count = trailer.int32();
  if (count < 0 || count * BLOCK + HEADER !== length) damaged(data.source, trailerAt);
  const entries = byteCount(trailer, count * BLOCK, trailerAt + HEADER);
  const blocks = Array.from({ length: count }, () => {
    entries.int64();
    return { at: entries.int64(), size: entries.int32(), packed: entries.int32() };
  });
  return { trailerAt, blocks };
}

/** A reader of that many bytes, which must be there. */
function byteCount(reader: ByteReader, length: number, at: number): ByteReader {
  reader.bytes(length);
  return reader.from(at);
}

function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const block = inflateSync(packed, { maxOutputLength: size });
    return block.length === size ? block : undefined;
  } catch {
    return undefined;
  }
}
