import { cellText, confidenceLabel, inOrder, intervalText, type Labels, labelOf, numberOf } from "../charts/chart.ts";
import { levelLabel } from "../charts/heatCells.ts";
import { formatCoefficient } from "../foundation/format.ts";
import { type Language, sentence } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import type { ApaTable } from "./apaTable.ts";

export interface CorrelationTableOptions {
  readonly language: Language;
  /** Names down the side. Without `outcomes` they stand on both sides: a lower triangle. */
  readonly predictors: readonly string[];
  readonly outcomes?: readonly string[];
  readonly labels?: Labels;
  readonly title?: string;
  readonly number?: number;
  /** How p was corrected, as in the result's options; "none" when it was not. */
  readonly adjust?: string;
  readonly intervals?: "below" | "none";
  readonly confidenceLevel?: number;
  /** Further sentences for the note. */
  readonly notes?: readonly string[];
}

const CORRECTIONS: Readonly<Record<string, string>> = {
  bonferroni: "Bonferroni",
  holm: "Holm",
  hochberg: "Hochberg",
  hommel: "Hommel",
  BH: "Benjamini-Hochberg",
  BY: "Benjamini-Yekutieli",
};

const THRESHOLDS = [0.05, 0.01, 0.001] as const;

/**
 * Correlations as an APA matrix: predictors by outcomes, or the lower triangle of one set of variables; stars for p,
 * intervals below, and several levels (total, within, between) as blocks. The note names n and the correction of p.
 * @param rows `term`, `with`, `r`, and where known `lower`, `upper`, `n`, `pValue`, `adjustedPValue`, `level`
 * @param options which variables stand where, language, labels; `adjust` as the result names it
 * @returns a table of texts; a pair without a row stays a dash
 * @see American Psychological Association (2020), Publication manual (7th ed.), table 7.10
 * @example correlationTable([{ term: "a", with: "b", r: 0.3, pValue: 0.02 }], { predictors: ["a"], outcomes: ["b"], language: "en" }).body // [["a", ".30*"]]
 */
export function correlationTable(rows: readonly Row[], options: CorrelationTableOptions): ApaTable {
  const levels = rows.length === 0 ? [null] : inOrder(rows.map((row) => row.level ?? null));
  const triangle = isTriangle(options);
  const across = triangle ? options.predictors.slice(0, -1) : (options.outcomes ?? []);
  const blocks = levels.map((level) =>
    blockOf(
      rows.filter((row) => (row.level ?? null) === level),
      across,
      options,
    ),
  );
  const headed = levels.length > 1;
  const lines = blocks.map((block, i) =>
    headed ? [headingLine(levelLabel(levels[i], options), across), ...block] : block,
  );
  return {
    title: options.title ?? sentence("correlation-table", {}, options.language),
    language: options.language,
    ...(options.number === undefined ? {} : { number: options.number }),
    columns: [
      { label: "", align: "left", symbol: false },
      ...across.map((name, i) => ({
        label: acrossLabel(name, i, triangle, options),
        align: "right" as const,
        symbol: false,
      })),
    ],
    body: lines.flat(),
    ...(headed ? { headings: starts(lines) } : {}),
    notes: notesOf(rows, levels, options),
  };
}

function isTriangle({ predictors, outcomes }: CorrelationTableOptions): boolean {
  return outcomes === undefined || outcomes.join("\n") === predictors.join("\n");
}

function acrossLabel(name: string, index: number, triangle: boolean, { labels }: CorrelationTableOptions): string {
  return triangle ? String(index + 1) : labelOf(name, labels);
}

function headingLine(text: string, across: readonly string[]): string[] {
  return [text, ...across.map(() => "")];
}

/** The line on which each block begins. */
function starts(blocks: readonly (readonly unknown[])[]): number[] {
  let line = 0;
  return blocks.map((block) => (line += block.length) - block.length);
}

/** One level: a line of correlations per predictor and, below it, a line of intervals. */
function blockOf(rows: readonly Row[], across: readonly string[], options: CorrelationTableOptions): string[][] {
  const triangle = isTriangle(options);
  const withIntervals =
    options.intervals !== "none" &&
    rows.some(({ lower, upper }) => numberOf(lower) !== null && numberOf(upper) !== null);
  return options.predictors.flatMap((name, i) => {
    const label = labelOf(name, options.labels);
    const cells = across.map((other, j) => (triangle && j >= i ? undefined : (pairOf(rows, name, other) ?? null)));
    const first = [triangle ? `${i + 1}. ${label}` : label, ...cells.map((row) => correlationCell(row, options))];
    const second = ["", ...cells.map((row) => intervalCell(row, options))];
    return withIntervals && second.some((text) => text !== "") ? [first, second] : [first];
  });
}

function pairOf(rows: readonly Row[], a: string, b: string): Row | undefined {
  return rows.find((row) => (row.term === a && row.with === b) || (row.term === b && row.with === a));
}

/** Nothing above the diagonal; a dash for a pair without a correlation. */
function correlationCell(row: Row | null | undefined, { language }: CorrelationTableOptions): string {
  if (row === undefined) return "";
  const r = numberOf(row?.r);
  if (row === null || r === null) return "–";
  return formatCoefficient(r, { language }) + starsOf(numberOf(row.adjustedPValue) ?? numberOf(row.pValue));
}

function starsOf(p: number | null): string {
  return p === null ? "" : "*".repeat(THRESHOLDS.filter((threshold) => p < threshold).length);
}

function intervalCell(row: Row | null | undefined, { language }: CorrelationTableOptions): string {
  return intervalText(numberOf(row?.lower), numberOf(row?.upper), { language }, "coefficient");
}

function notesOf(rows: readonly Row[], levels: readonly Row["level"][], options: CorrelationTableOptions): string[] {
  const { language } = options;
  const sizes = levels.map((level) => {
    const own = rows.filter((row) => (row.level ?? null) === level);
    return { level: levelLabel(level, options), text: sizeNote(own, language) };
  });
  const bounded = rows.some((row) => numberOf(row.lower) !== null) && options.intervals !== "none";
  const label = confidenceLabel(options.confidenceLevel ?? 0.95, language);
  return [
    ...sizeNotes(sizes),
    clusterNote(rows, language),
    bounded ? sentence("in-brackets", { label }, language) : "",
    ...starNotes(rows, options),
    ...(options.notes ?? []),
  ].filter((text) => text !== "");
}

/** Said once when it is the same at every level. */
function sizeNotes(sizes: readonly { level: string; text: string }[]): string[] {
  const texts = sizes.map(({ text }) => text);
  if (new Set(texts).size === 1) return [texts[0]!];
  return sizes.flatMap(({ level, text }) => (text === "" ? [] : [`${level}: ${text}`]));
}

function clusterNote(rows: readonly Row[], language: Language): string {
  const counts = rows.flatMap((row) => numberOf(row.k) ?? []);
  if (counts.length === 0) return "";
  const [lowest, highest] = [Math.min(...counts), Math.max(...counts)];
  return lowest === highest
    ? sentence("cluster-count", { k: lowest }, language)
    : sentence("cluster-counts", { lowest, highest }, language);
}

function sizeNote(rows: readonly Row[], language: Language): string {
  const sizes = rows.flatMap((row) => numberOf(row.n) ?? []);
  if (sizes.length === 0) return "";
  const [lowest, highest] = [Math.min(...sizes), Math.max(...sizes)];
  return lowest === highest
    ? sentence("sample-size", { n: lowest }, language)
    : sentence("sample-sizes", { lowest, highest }, language);
}

function starNotes(rows: readonly Row[], { language, adjust }: CorrelationTableOptions): string[] {
  const tested = rows.some((row) => numberOf(row.adjustedPValue) !== null || numberOf(row.pValue) !== null);
  if (!tested) return [];
  const [one, two, three] = THRESHOLDS.map((p) => cellText(p, "coefficient", { language, decimals: p < 0.01 ? 3 : 2 }));
  const stars = sentence("stars", { one: one!, two: two!, three: three! }, language);
  if (adjust === undefined) return [stars];
  if (adjust === "none") return [stars, sentence("stars-unadjusted", {}, language)];
  return [stars, sentence("stars-adjusted", { method: CORRECTIONS[adjust] ?? adjust }, language)];
}
