/** Codes of SPSS's display formats; those in the second list come out as text or are named otherwise. */
const NAMES: Readonly<Record<number, string>> = {
  1: "A",
  2: "AHEX",
  3: "COMMA",
  4: "DOLLAR",
  5: "F",
  6: "IB",
  7: "PIBHEX",
  8: "P",
  9: "PIB",
  10: "PK",
  11: "RB",
  12: "RBHEX",
  15: "Z",
  16: "N",
  17: "E",
  20: "DATE",
  21: "TIME",
  22: "DATETIME",
  23: "ADATE",
  24: "JDATE",
  25: "DTIME",
  26: "WKDAY",
  27: "MONTH",
  28: "MOYR",
  29: "QYR",
  30: "WKYR",
  31: "PCT",
  32: "DOT",
  33: "CCA",
  34: "CCB",
  35: "CCC",
  36: "CCD",
  37: "CCE",
  38: "EDATE",
  39: "SDATE",
  40: "MTIME",
  41: "YMDHMS",
};

const DATES = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const MOMENTS = new Set([22, 41]);
const DURATIONS = new Set([21, 25, 40]);

/** A display format as SPSS writes it: F8.2, A20, DATE11. Very long texts are as wide as they are. */
export function formatName(format: number, width: number): string {
  const name = NAMES[(format >> 16) & 0xff] ?? "F";
  const decimals = format & 0xff;
  const shown = width > 255 ? width : (format >> 8) & 0xff;
  const pointed = decimals > 0 || name === "F";
  return name.startsWith("A") && width > 0 ? `${name}${shown}` : `${name}${shown}${pointed ? `.${decimals}` : ""}`;
}

/** What the numbers of a column mean, by its display format. */
export type TimeKind = "date" | "moment" | "duration" | "number";

export function timeKind(format: number): TimeKind {
  if (DATES.has(format)) return "date";
  if (MOMENTS.has(format)) return "moment";
  return DURATIONS.has(format) ? "duration" : "number";
}

/** Seconds from 14 October 1582, where SPSS begins, to 1970. */
const EPOCH = 12219379200;
const LAST_YEAR = 9999;

/**
 * A moment of SPSS (seconds since 14 October 1582) as text, or undefined outside the years 1582 to 9999.
 * @example momentText(13928544000, "date") // "2024-02-29"
 */
export function momentText(seconds: number, kind: "date" | "moment"): string | undefined {
  const date = new Date(Math.round((seconds - EPOCH) * 1000));
  if (!(seconds >= 0) || !(date.getUTCFullYear() <= LAST_YEAR)) return undefined;
  const text = date.toISOString();
  return kind === "date" ? text.slice(0, 10) : text.slice(0, 19) + text.slice(19, 23).replace(/^\.000$/, "");
}
