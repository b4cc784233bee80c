import { refuse } from "../foundation/errors.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/** A text file as UTF-8 without byte order mark, and how it was written. */
export interface TextBytes {
  readonly utf8: Uint8Array;
  readonly encoding: Encoding;
}

/** What the bytes 0x80 to 0x9f mean in Windows-1252; Node's own decoder of it is broken in several versions. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Finds out how a text file was written: by its byte order mark, else UTF-8 where the bytes are valid UTF-8, else
 * Windows-1252.
 * @param bytes the whole file
 * @param source its name, for messages
 * @returns the text as UTF-8 without the mark, and the encoding found
 * @throws file/encoding when the text does not hold to its mark; file/not-text when it has zero bytes
 */
export function textBytes(bytes: Uint8Array, source: string): TextBytes {
  const mark = MARKS.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.[0] ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
  const content = bytes.subarray(mark?.[1].length ?? 0);
  if (encoding === "utf-8" && mark && !isUtf8(content)) refuse("file/encoding", { encoding }, { source });
  const utf8 = toUtf8(content, encoding, source);
  if (utf8.includes(0)) refuse("file/not-text", {}, { source });
  return { utf8, encoding };
}

/** The text of a file, whatever its encoding. */
export function decodeText(bytes: Uint8Array, source: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(textBytes(bytes, source).utf8);
}

/** Text in Windows-1252, by our own table. */
export function windows1252Text(bytes: Uint8Array): string {
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(windows1252Units(bytes));
}

const CHUNK = 1 << 20;

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += CHUNK)
      decoder.decode(bytes.subarray(from, from + CHUNK), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function toUtf8(content: Uint8Array, encoding: Encoding, source: string): Uint8Array {
  if (encoding === "utf-8") return content;
  const units = encoding === "windows-1252" ? windows1252Units(content) : utf16Units(content, encoding);
  if (units === undefined) return refuse("file/encoding", { encoding }, { source });
  try {
    return new TextEncoder().encode(new TextDecoder("utf-16le", { fatal: true, ignoreBOM: true }).decode(units));
  } catch {
    return refuse("file/encoding", { encoding }, { source });
  }
}

/** Two bytes per character, low byte first, whatever the machine. */
function windows1252Units(bytes: Uint8Array): Uint8Array {
  const units = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const unit = byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
    units[2 * i] = unit & 0xff;
    units[2 * i + 1] = unit >> 8;
  }
  return units;
}

function utf16Units(bytes: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  if (bytes.length % 2 === 1) return undefined;
  return encoding === "utf-16le" ? bytes : bytes.map((_, i) => bytes[i ^ 1]!);
}
