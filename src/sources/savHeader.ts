import { refuse } from "../foundation/errors.ts";
import { type ByteReader, byteReader, damaged } from "./savBytes.ts";

export type SavCompression = "none" | "bytecode" | "zlib";

export interface SavHeader {
  readonly littleEndian: boolean;
  readonly compression: SavCompression;
  /** Dictionary index of the weight, counted from 1; 0 is none. */
  readonly weight: number;
  /** Rows, or undefined when the writer did not know. */
  readonly rows: number | undefined;
  readonly bias: number;
  readonly label: Uint8Array;
}

const COMPRESSIONS: readonly SavCompression[] = ["none", "bytecode", "zlib"];
const LAYOUT_AT = 64;

/**
 * Reads the first 176 bytes of an SPSS file; the layout code in it tells the byte order.
 * @throws file/not-sav, file/truncated, file/damaged
 */
export function readSavHeader(bytes: Uint8Array, source: string): { header: SavHeader; reader: ByteReader } {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== "$FL2" && magic !== "$FL3") refuse("file/not-sav", {}, { source });
  const layout = bytes.subarray(LAYOUT_AT, LAYOUT_AT + 4);
  if (layout.length < 4) refuse("file/truncated", {}, { source });
  const littleEndian = isLayout(layout[0]!) && layout[3] === 0;
  if (!littleEndian && !(isLayout(layout[3]!) && layout[0] === 0)) damaged(source, LAYOUT_AT);
  const reader = byteReader(bytes, { littleEndian, source, start: LAYOUT_AT + 8 });
  const compression = COMPRESSIONS[reader.int32()] ?? damaged(source, LAYOUT_AT + 8);
  const weight = reader.int32();
  const rows = reader.int32();
  const bias = reader.double();
  reader.bytes(17);
  const label = reader.bytes(64);
  reader.bytes(3);
  return { header: { littleEndian, compression, weight, rows: rows < 0 ? undefined : rows, bias, label }, reader };
}

function isLayout(byte: number): boolean {
  return byte === 2 || byte === 3;
}
