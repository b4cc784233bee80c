import { inflateSync } from "node:zlib";
import { type ByteReader, damaged } from "./savBytes.ts";

const HEADER = 24;
const BLOCK = 24;
/** SPSS writes blocks of 4 MB; more than this at a time is no SPSS file. */
const LARGEST_BLOCK = 1 << 26;

/** Unpacks the blocks of a .zsav file one at a time, never to more than each announces. */
export function* inflatedBlocks(bytes: Uint8Array, data: ByteReader): Generator<Uint8Array> {
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
