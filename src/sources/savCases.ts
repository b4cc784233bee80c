import { refuse } from "../foundation/errors.ts";
import { inflatedBlocks } from "./savBlocks.ts";
import type { ByteReader } from "./savBytes.ts";
import { expand, expandLast, finishExpansion, startExpansion } from "./savExpansion.ts";
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
  const { compression } = layout.header;
  const rest = bytes.subarray(data.position());
  if (compression === "none") plainCases(rest, data.source, layout);
  else packedCases(compression === "zlib" ? inflatedBlocks(bytes, data) : [rest], data.source, layout);
}

function packedCases(blocks: Iterable<Uint8Array>, source: string, layout: CaseLayout): void {
  const expansion = startExpansion(layout);
  let rest: Uint8Array = new Uint8Array(0);
  for (const block of blocks) {
    const input = rest.length === 0 ? block : Buffer.concat([rest, block]);
    rest = input.slice(expand(expansion, input, false));
    if (expansion.ended) break;
  }
  expandLast(expansion, rest);
  finishExpansion(expansion, source);
}

function plainCases(bytes: Uint8Array, source: string, { elements, rows, take }: CaseLayout): void {
  const size = elements * 8;
  const whole = Math.floor(bytes.length / size);
  if (rows === undefined ? bytes.length % size !== 0 : whole < rows) refuse("file/truncated", {}, { source });
  take({ bytes, rows: rows ?? whole });
}
