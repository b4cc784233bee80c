import type { TopLevelSpec } from "vega-lite";
import { formatCell, formatInterval, type NumberStyle } from "../foundation/format.ts";
import type { Shown } from "../foundation/glossary.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Cell } from "../foundation/row.ts";
import { plainText } from "./plainText.ts";
import { widest } from "./textWidth.ts";

/** Names of variables, studies and groups, with the label a reader sees. They come from the codebook. */
export type Labels = Readonly<Record<string, string>>;

/** What every chart may be told. */
export interface ChartOptions {
  readonly language: Language;
  readonly labels?: Labels;
  readonly title?: string;
}

/** One layer of a chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

/** One line of a chart's own data: what is drawn and what is shown, nothing else. */
export type Datum = Readonly<Record<string, string | number | boolean | null>>;

export const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/** The label of a name; the name itself where there is none. One line of visible letters. */
export function labelOf(name: Cell | undefined, labels: Labels = {}): string {
  if (name === null || name === undefined) return "";
  return plainText(Object.hasOwn(labels, String(name)) ? labels[String(name)]! : String(name));
}

/** The label of a name that may not be given at all. */
export function labelIfNamed(name: string | undefined, labels: Labels = {}): string | null {
  return name === undefined ? null : labelOf(name, labels);
}

/** A cell as a number, null where it is missing or no number. */
export function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === "number" && Number.isFinite(cell) ? cell : null;
}

/** An interval as a reader sees it; empty where a limit is missing. */
export function intervalText(lower: number | null, upper: number | null, style: NumberStyle, shown: Shown): string {
  return lower === null || upper === null ? "" : formatInterval(lower, upper, style, shown);
}

/** A number as a reader sees it; empty where it is missing. */
export function cellText(value: number | null, shown: Shown, style: NumberStyle): string {
  return value === null ? "" : formatCell(value, shown, style);
}

/** Different values in order of first appearance. */
export function inOrder<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Vega writes 1,234.5; by way of a sign of its own this becomes 1.234,5. */
const DUTCH = "replace(replace(replace(datum.label, regexp(',', 'g'), '_'), '.', ','), regexp('_', 'g'), '.')";

/** How an axis writes its numbers: decimal comma in Dutch, no leading zero for what cannot exceed 1. */
export function tickLabels(language: Language, shown: Shown): string {
  const plain = language === "nl" ? DUTCH : "datum.label";
  if (shown === "share")
    return language === "nl" ? "replace(format(datum.value, '~%'), '.', ',')" : "format(datum.value, '~%')";
  if (shown !== "coefficient") return plain;
  return `datum.value === 0 ? '0' : replace(${plain}, regexp('^(−?)0(?=[.,])'), '$1')`;
}

/** The scale of an axis around its values; values that are all the same get some room on both sides. */
export function scaleAround(values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  if (known.length === 0) return { domain: [0, 1] };
  if (lowest < highest) return { zero: false, nice: true, padding: 10 };
  const room = Math.max(0.5, Math.abs(lowest) / 10);
  return { domain: [lowest - room, highest + room], zero: false, nice: true };
}

/** How many entries of a legend stand on one line of a given width. */
export function legendColumns(labels: readonly string[], width: number): number {
  return Math.max(1, Math.floor(width / (widest(labels, 13) + 40)));
}

/** What an interval column is called: "95% CI" in English, "95%-BI" in Dutch. */
export function confidenceLabel(level: number, language: Language): string {
  return sentence("confidence-label", { level: percent(level, language) }, language);
}

/** What a prediction interval is called. */
export function predictionLabel(level: number, language: Language): string {
  return sentence("prediction-label", { level: percent(level, language) }, language);
}

function percent(level: number, language: Language): string {
  const digits = String(Number((level * 100).toPrecision(6)));
  return language === "nl" ? digits.replace(".", ",") : digits;
}
