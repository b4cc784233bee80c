import type { NumberStyle } from "../foundation/format.ts";
import { word } from "../foundation/phrases.ts";
import type { Cell, Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, inOrder, intervalText, labelOf, numberOf } from "./chart.ts";

/** One cell of a heat map: its place by the variables' names, its value, and the texts of its tooltip. */
export interface HeatCell {
  readonly down: string;
  readonly across: string;
  readonly downLabel: string;
  readonly acrossLabel: string;
  readonly level: string;
  readonly r: number | null;
  readonly text: string;
  readonly interval: string;
  readonly n: string;
  readonly p: string;
  readonly adjustedP: string;
}

/** The variables down the side and across, in order. */
export interface HeatOrder {
  readonly down: readonly string[];
  readonly across: readonly string[];
}

/**
 * The order of the variables. When the same variables stand on both sides it is a triangle: the later one goes down
 * the side, the earlier one across, so that the lower triangle fills.
 */
export function heatOrder(rows: readonly Row[]): HeatOrder {
  const terms = inOrder(rows.map((row) => String(row.term ?? "")));
  const others = inOrder(rows.map((row) => String(row.with ?? "")));
  if (!terms.some((term) => others.includes(term))) return { down: terms, across: others };
  const all = inOrder([...terms, ...others]);
  const pairs = rows.map((row) => placed(row, all));
  return {
    down: all.filter((name) => pairs.some(([down]) => down === name)),
    across: all.filter((name) => pairs.some(([, across]) => across === name)),
  };
}

function placed(row: Row, all: readonly string[]): readonly [down: string, across: string] {
  const term = String(row.term ?? "");
  const other = String(row.with ?? "");
  return all.indexOf(term) >= all.indexOf(other) ? [term, other] : [other, term];
}

/** One cell a row, with the texts a reader sees. */
export function heatCells(rows: readonly Row[], options: ChartOptions): HeatCell[] {
  const { down, across } = heatOrder(rows);
  const triangle = down.some((name) => across.includes(name));
  const all = inOrder(
    rows.flatMap((row) => [String(row.term ?? "")]).concat(rows.map((row) => String(row.with ?? ""))),
  );
  return rows.map((row) => {
    const place = triangle ? placed(row, all) : ([String(row.term ?? ""), String(row.with ?? "")] as const);
    return heatCell(row, place, options);
  });
}

function heatCell(row: Row, [down, across]: readonly [string, string], options: ChartOptions): HeatCell {
  const style: NumberStyle = { language: options.language };
  const r = numberOf(row.r);
  return {
    down,
    across,
    downLabel: labelOf(down, options.labels),
    acrossLabel: labelOf(across, options.labels),
    level: levelLabel(row.level, options),
    r,
    text: cellText(r, "coefficient", style),
    interval: intervalText(numberOf(row.lower), numberOf(row.upper), style, "coefficient"),
    n: cellText(numberOf(row.n), "count", style),
    p: cellText(numberOf(row.pValue), "pValue", style),
    adjustedP: cellText(numberOf(row.adjustedPValue), "pValue", style),
  };
}

/** A level in the reader's words: the codebook's, else our own for total, within and between. */
export function levelLabel(level: Cell | undefined, { language, labels }: ChartOptions): string {
  if (typeof level !== "string") return "";
  if (labels !== undefined && Object.hasOwn(labels, level)) return labels[level]!;
  return level === "total" || level === "within" || level === "between" ? word(level, language) : level;
}
