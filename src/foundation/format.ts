import type { Shown } from "./glossary.ts";
import type { Language } from "./language.ts";
import type { Cell } from "./row.ts";

const MINUS = "−";

export interface NumberStyle {
  readonly language: Language;
  readonly decimals?: number;
}

/**
 * A number in the reader's language: decimal comma in Dutch, a true minus sign.
 * @example formatNumber(-1.234, { language: "nl" }) // "−1,23"
 */
export function formatNumber(value: number, style: NumberStyle): string {
  const digits = Math.abs(value).toFixed(style.decimals ?? 2);
  const sign = value < 0 && Number(digits) !== 0 ? MINUS : "";
  return sign + (style.language === "nl" ? digits.replace(".", ",") : digits);
}

/**
 * A quantity that cannot exceed 1 in absolute value: APA drops its leading zero, whatever the value.
 * @example formatCoefficient(0.394, { language: "en" }) // ".39"
 */
export function formatCoefficient(value: number, style: NumberStyle): string {
  return formatNumber(value, style).replace(/^(−?)0(?=[.,])/, "$1");
}

/**
 * A p-value: three decimals, no leading zero, "< .001" below that and "> .999" above.
 * @example formatPValue(0.00004, "nl") // "< ,001"
 */
export function formatPValue(value: number, language: Language): string {
  const style = { language, decimals: 3 };
  if (value < 0.001) return `< ${formatCoefficient(0.001, style)}`;
  if (value > 0.999) return `> ${formatCoefficient(0.999, style)}`;
  return formatCoefficient(value, style);
}

/**
 * An interval: comma between the limits in English, semicolon in Dutch, where the comma is the decimal sign.
 * @example formatInterval(0.1, 0.25, { language: "nl" }, "coefficient") // "[,10; ,25]"
 */
export function formatInterval(lower: number, upper: number, style: NumberStyle, shown: Shown = "number"): string {
  const one = (value: number) => formatCell(value, shown, style);
  return `[${one(lower)}${style.language === "nl" ? "; " : ", "}${one(upper)}]`;
}

/** Whole numbers with a thin grouping of thousands: 24,826 in English, 24.826 in Dutch. */
export function formatCount(value: number, language: Language): string {
  const grouped = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, language === "nl" ? "." : ",");
  return (value < 0 ? MINUS : "") + grouped;
}

/** A cell as a reader sees it. Missing is a dash. */
export function formatCell(value: Cell | undefined, shown: Shown, style: NumberStyle): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "boolean") return value ? "✓" : "";
  if (typeof value === "string") return value;
  return FORMATS[shown](value, style);
}

const FORMATS: Record<Shown, (value: number, style: NumberStyle) => string> = {
  text: (value) => String(value),
  flag: (value) => String(value),
  count: (value, style) => formatCount(value, style.language),
  number: formatNumber,
  coefficient: formatCoefficient,
  pValue: (value, style) => formatPValue(value, style.language),
  share: (value, style) => `${formatNumber(value * 100, { ...style, decimals: style.decimals ?? 1 })}%`,
  degrees: (value, style) => (Number.isInteger(value) ? String(value) : formatNumber(value, { ...style, decimals: 1 })),
};
