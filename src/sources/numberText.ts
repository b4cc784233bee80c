export type DecimalSign = "," | ".";

interface Grammar {
  readonly number: RegExp;
  /** A number whose signs can only be read one way. */
  readonly clear: RegExp;
  /** Groups of three digits with the thousands sign, and nothing else. */
  readonly grouped: RegExp;
  readonly thousands: RegExp;
}

function grammarOf(decimal: DecimalSign): Grammar {
  const [point, group] = decimal === "," ? [",", "\\."] : ["\\.", ","];
  const fraction = `${point}\\d+(?:[eE][+-]?\\d+)?`;
  const groups = `[1-9]\\d{0,2}(?:${group}\\d{3})`;
  const oneGroup = `[1-9]\\d{0,2}${point}\\d{3}`;
  return {
    number: new RegExp(`^-?(?:(?:0|[1-9]\\d*)(?:${fraction})?|${fraction}|${groups}+(?:${point}\\d+)?)$`),
    clear: new RegExp(`^-?(?!${oneGroup}$)(?:(?:(?:\\d+|${groups}+)?${fraction})|${groups}{2,})$`),
    grouped: new RegExp(`^-?${groups}+$`),
    thousands: new RegExp(group, "g"),
  };
}

const GRAMMARS: Readonly<Record<DecimalSign, Grammar>> = { ",": grammarOf(","), ".": grammarOf(".") };

/**
 * A number as it stands in a data file: an optional minus, thousands in groups of three or not at all, an exponent
 * only behind a decimal sign. Codes are no numbers: leading zeros (0123), 1e5, and whole numbers too long to be exact.
 * @param text the cell; blanks around it are ignored
 * @returns the number, or NaN when it is not one
 * @example parseNumber("1.234,56", ",") // 1234.56
 */
export function parseNumber(text: string, decimal: DecimalSign): number {
  const cell = text.trim();
  const { number, thousands } = GRAMMARS[decimal];
  if (!number.test(cell)) return Number.NaN;
  const plain = cell.replace(thousands, "").replace(",", ".");
  const value = Number(plain);
  const exact = plain.includes(".") ? Number.isFinite(value) : Number.isSafeInteger(value);
  return exact ? value : Number.NaN;
}

/** Whether a cell can only be a number with this decimal sign: 7,5 and 1.000.000 for the comma; 1,234 is not clear. */
export function isClear(text: string, decimal: DecimalSign): boolean {
  return GRAMMARS[decimal].clear.test(text.trim());
}

/** Whether a cell is all groups of three behind the other sign: 1.234 for the comma, 1,234 for the point. */
export function isGrouped(text: string, decimal: DecimalSign): boolean {
  return GRAMMARS[decimal].grouped.test(text.trim());
}
