import type { NumberStyle } from "../foundation/format.ts";
import { word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, inOrder, intervalText, labelOf, numberOf } from "./chart.ts";

/** The group that marks a row as a pooled result of the whole. */
export const SUMMARY = "summary";

/** How a forest plot may be told to look. */
export interface ForestOptions extends ChartOptions {
  /** What is estimated: label of the axis and head of the column, as "r". */
  readonly measure?: string;
  /** "coefficient" writes .25 for what cannot exceed 1. */
  readonly shown?: "number" | "coefficient";
  readonly decimals?: number;
  /** Where the dashed line stands; null for none. */
  readonly reference?: number | null;
  /** Terms of rows that are pooled results, besides the rows whose group is "summary". */
  readonly summaryTerms?: readonly string[];
  /** The source that must stand out, as "your study". */
  readonly ownSource?: string;
  readonly confidenceLevel?: number;
}

/** One line of the plot, from the top: its place, its texts, and what is drawn on it. */
export interface ForestLine {
  readonly kind: "heading" | "study" | "summary" | "prediction";
  readonly line: number;
  readonly name: string;
  /** Whether it stands under a heading. */
  readonly indented: boolean;
  readonly source: string | null;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly weight: number | null;
  readonly estimateText: string;
  readonly intervalText: string;
  readonly nText: string;
  readonly weightText: string;
}

const GAP = 0.5;

/** Lays the rows out in lines: groups under their headings in the order given, pooled results of the whole at the end. */
export function forestLines(rows: readonly Row[], options: ForestOptions): ForestLine[] {
  const whole = rows.filter((row) => row.group === SUMMARY);
  const studies = rows.filter((row) => row.group !== SUMMARY);
  const groups = inOrder(studies.map((row) => row.group ?? null));
  const blocks = groups.map((group) => {
    const members = studies.filter((row) => (row.group ?? null) === group);
    const heading = group === null ? [] : [headingLine(labelOf(group, options.labels))];
    return [...heading, ...members.flatMap((row) => rowLines(row, options, group !== null))];
  });
  return placed([...blocks, whole.flatMap((row) => rowLines(row, options, false))]);
}

/** Gives every line its height from the top; half a line stands between blocks. */
function placed(blocks: readonly (readonly Unplaced[])[]): ForestLine[] {
  let line = 0;
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => {
      if (index > 0) line += GAP;
      return block.map((entry) => ({ ...entry, line: ++line }));
    });
}

type Unplaced = Omit<ForestLine, "line">;

const EMPTY = {
  source: null,
  estimate: null,
  lower: null,
  upper: null,
  weight: null,
  estimateText: "",
  intervalText: "",
  nText: "",
  weightText: "",
} as const;

function headingLine(name: string): Unplaced {
  return { ...EMPTY, kind: "heading", name, indented: false };
}

function rowLines(row: Row, options: ForestOptions, indented: boolean): Unplaced[] {
  const pooled = row.group === SUMMARY || (options.summaryTerms ?? []).includes(String(row.term));
  const first = rowLine(row, options, pooled, indented);
  const lower = numberOf(row.predictionLower);
  const upper = numberOf(row.predictionUpper);
  if (lower === null || upper === null) return [first];
  return [first, predictionLine(lower, upper, options, indented)];
}

function rowLine(row: Row, options: ForestOptions, pooled: boolean, indented: boolean): Unplaced {
  const style = styleOf(options);
  const shown = options.shown ?? "number";
  const [estimate, lower, upper] = [numberOf(row.estimate), numberOf(row.lower), numberOf(row.upper)];
  const whole = lower !== null && upper !== null;
  return {
    kind: pooled ? "summary" : "study",
    name: labelOf(row.term, options.labels),
    indented,
    source: row.source === undefined || row.source === null ? null : labelOf(row.source, options.labels),
    estimate,
    lower: whole ? lower : null,
    upper: whole ? upper : null,
    weight: numberOf(row.weight),
    estimateText: cellText(estimate, shown, style),
    intervalText: intervalText(lower, upper, style, shown),
    nText: cellText(numberOf(row.n), "count", style),
    weightText: cellText(numberOf(row.weight), "share", { language: style.language }),
  };
}

function predictionLine(lower: number, upper: number, options: ForestOptions, indented: boolean): Unplaced {
  const text = intervalText(lower, upper, styleOf(options), options.shown ?? "number");
  const name = word("prediction-interval", options.language);
  return { ...EMPTY, kind: "prediction", name, indented, lower, upper, intervalText: text };
}

function styleOf(options: ForestOptions): NumberStyle {
  return { language: options.language, decimals: options.decimals ?? 2 };
}
