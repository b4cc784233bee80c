/** A small SPSS file made by hand: a number x (9 declared missing) and a text t of eight bytes. */
export interface SavFile {
  readonly littleEndian?: boolean;
  /** 0 none, 1 bytecode, 2 zlib. */
  readonly compression?: number;
  readonly rows?: number;
  readonly longName?: string;
  readonly page?: number;
  /** The rows as they stand in the file, given where they begin. */
  readonly data: (write: SavWriter, begin: number) => void;
}

export interface SavWriter {
  readonly int32: (value: number) => void;
  readonly int64: (value: number) => void;
  readonly double: (value: number) => void;
  readonly bytes: (bytes: ArrayLike<number>) => void;
  readonly text: (text: string, width: number) => void;
  readonly length: () => number;
}

const NUMBER = 0x050802;
const TEXT = 0x010800;

export function savFile({ littleEndian = true, compression = 0, rows = 2, longName, page, data }: SavFile): Uint8Array {
  const { write, done } = savWriter(littleEndian);
  write.text(compression === 2 ? "$FL3" : "$FL2", 4);
  write.text("made by hand", 60);
  for (const value of [2, 2, compression, 0, rows]) write.int32(value);
  write.double(100);
  write.text("24 Nov 2612:00:00", 17);
  write.text("", 67);
  for (const value of [2, 0, 0, 1, NUMBER, NUMBER]) write.int32(value);
  write.text("X", 8);
  write.double(9);
  for (const value of [2, 8, 0, 0, TEXT, TEXT]) write.int32(value);
  write.text("T", 8);
  if (page !== undefined) for (const value of [7, 3, 4, 8, 1, 0, 0, 1, 1, 1, 2, page]) write.int32(value);
  if (longName !== undefined) {
    const pairs = `X=${longName}\tT=t`;
    for (const value of [7, 13, 1, pairs.length]) write.int32(value);
    write.text(pairs, pairs.length);
  }
  write.int32(999);
  write.int32(0);
  data(write, write.length());
  return done();
}

function savWriter(littleEndian: boolean): { write: SavWriter; done: () => Uint8Array } {
  const all: number[] = [];
  const view = new DataView(new ArrayBuffer(8));
  const push = (count: number) => {
    for (let i = 0; i < count; i++) all.push(view.getUint8(i));
  };
  const write: SavWriter = {
    int32: (value) => {
      view.setInt32(0, value, littleEndian);
      push(4);
    },
    int64: (value) => {
      view.setBigInt64(0, BigInt(value), littleEndian);
      push(8);
    },
    double: (value) => {
      view.setFloat64(0, value, littleEndian);
      push(8);
    },
    bytes: (bytes) => {
      for (let i = 0; i < bytes.length; i++) all.push(bytes[i]!);
    },
    text: (text, width) => {
      for (const char of text.padEnd(width)) all.push(char.charCodeAt(0));
    },
    length: () => all.length,
  };
  return { write, done: () => Uint8Array.from(all) };
}
