import { refuse } from "../foundation/errors.ts";

/** Reads a binary file from front to back; never beyond its end. */
export interface ByteReader {
  readonly source: string;
  readonly position: () => number;
  readonly ended: () => boolean;
  readonly int32: () => number;
  /** A whole number of eight bytes; refused where a double cannot hold it. */
  readonly int64: () => number;
  readonly double: () => number;
  readonly bytes: (length: number) => Uint8Array;
  /** A reader from a place on. */
  readonly from: (position: number) => ByteReader;
}

/** @throws file/truncated when more is asked than there is */
export function byteReader(
  bytes: Uint8Array,
  { littleEndian, source, start = 0 }: { littleEndian: boolean; source: string; start?: number },
): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = start;
  const step = (length: number): number => {
    if (length < 0 || at + length > bytes.length) refuse("file/truncated", {}, { source });
    at += length;
    return at - length;
  };
  return {
    source,
    position: () => at,
    ended: () => at >= bytes.length,
    int32: () => view.getInt32(step(4), littleEndian),
    int64: () => {
      const value = Number(view.getBigInt64(step(8), littleEndian));
      return Number.isSafeInteger(value) ? value : damaged(source, at);
    },
    double: () => view.getFloat64(step(8), littleEndian),
    bytes: (length) => {
      const begin = step(length);
      return bytes.subarray(begin, begin + length);
    },
    from: (position) => byteReader(bytes, { littleEndian, source, start: position }),
  };
}

/** Says near which byte a file is not as it should be. */
export function damaged(source: string, position: number): never {
  return refuse("file/damaged", { position }, { source });
}

/** Text fields are filled up with blanks (or zero bytes) at the right. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 32 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
}
