import { refuse } from "../foundation/errors.ts";
import { windows1252Text } from "./textEncoding.ts";

/** Turns bytes of a file into text; counts texts that hold bytes its encoding does not know. */
export interface SavText {
  readonly encoding: string;
  readonly decode: (bytes: Uint8Array) => string;
  readonly undecodable: () => number;
}

const UTF_8 = 65001;
/** Code pages by number where the name does not follow from it; 2 and 3 say ASCII, but in practice it is 1252. */
const PAGES: Readonly<Record<number, string>> = {
  [UTF_8]: "utf-8",
  2: "windows-1252",
  3: "windows-1252",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  20866: "koi8-r",
  28591: "windows-1252",
};

/**
 * How the text of an SPSS file is written: by the name in it, else by its code page, else Windows-1252.
 * @throws file/unknown-encoding
 */
export function savText(name: string | undefined, page: number | undefined, source: string): SavText {
  const encoding = name === undefined ? nameOfPage(page) : nameAsKnown(name);
  if (encoding === "windows-1252") return { encoding, decode: windows1252Text, undecodable: () => 0 };
  const decoder = decoderOf(encoding, source);
  let undecodable = 0;
  const decode = (bytes: Uint8Array) => {
    const text = decoder.decode(bytes);
    if (text.includes("\ufffd")) undecodable++;
    return text;
  };
  return { encoding, decode, undecodable: () => undecodable };
}

/** Node's own decoders of Western text are broken in several versions, so they share our table. */
function nameAsKnown(name: string): string {
  const plain = name.trim().toLowerCase();
  return /^(windows-1252|cp-?1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(plain) ? "windows-1252" : plain;
}

function nameOfPage(page: number | undefined): string {
  if (page === undefined) return "windows-1252";
  if (page > 28591 && page <= 28606) return `iso-8859-${page - 28590}`;
  return PAGES[page] ?? `windows-${page}`;
}

function decoderOf(encoding: string, source: string) {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true });
  } catch {
    return refuse("file/unknown-encoding", { encoding: encoding.slice(0, 40) }, { source });
  }
}
