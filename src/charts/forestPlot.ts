import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { confidenceLabel, SCHEMA, scaleAround, tickLabels } from "./chart.ts";
import { forestLayers, INDENT, PLOT_WIDTH, type Sides, shownName } from "./forestLayers.ts";
import { type ForestLine, type ForestOptions, forestLines } from "./forestLines.ts";
import { textWidth, widest } from "./textWidth.ts";
import { lightTheme } from "./theme.ts";

const FONT_SIZE = 13;
const BETWEEN = 22;
const WIDEST_HEAD = 110;

/**
 * Studies and their pooled results on one axis: a square per study as large as its weight, its interval, a diamond
 * per pooled result, a bar for the prediction interval, and the figures beside them.
 * @param rows `term`, `estimate`, and where known `lower`, `upper`, `weight`, `n`, `group`, `source`,
 *   `predictionLower`, `predictionUpper`; a row whose group is "summary", or whose term is in `summaryTerms`, is pooled
 * @param options language, labels, title; `measure` names the axis, `shown: "coefficient"` writes .25
 * @returns a Vega-Lite spec with the drawn figures only; a row without limits draws its point alone
 * @see Lewis & Clarke (2001), Forest plots: trying to see the wood and the trees, BMJ 322
 * @example forestPlot([{ term: "A", estimate: 0.2, lower: 0.1, upper: 0.3 }], { language: "en", measure: "r" }).description // "Forest plot of 1 estimate (r)."
 */
export function forestPlot(rows: readonly Row[], options: ForestOptions): TopLevelSpec {
  const lines = forestLines(rows, options);
  const sides = sidesOf(lines, options);
  const last = lines.at(-1)?.line ?? 0;
  return {
    $schema: SCHEMA,
    description: description(lines, options),
    ...(options.title === undefined ? {} : { title: { text: options.title, dx: sides.left } }),
    data: { values: lines.map((line) => ({ ...line })) },
    width: PLOT_WIDTH,
    height: Math.round((last + 1) * lineHeight(lines.length)),
    layer: forestLayers(lines, sides, options),
    encoding: {
      x: {
        type: "quantitative",
        scale: scaleAround(placesOf(lines, options)),
        axis: {
          title: measureOf(options),
          labelExpr: tickLabels(options.language, options.shown ?? "number"),
          grid: false,
          labelFlush: false,
          tickCount: 6,
        },
      },
      y: {
        type: "quantitative",
        scale: { domain: [-0.4, last + 0.6], reverse: true, nice: false, zero: false },
        axis: null,
      },
    },
    config: lightTheme,
  };
}

function measureOf(options: ForestOptions): string {
  return options.measure ?? word("estimate", options.language);
}

/** The axis names the measure in full; the head of its column does so only where that is short. */
function headOf(options: ForestOptions): string {
  const measure = measureOf(options);
  return textWidth(measure, FONT_SIZE, true) > WIDEST_HEAD ? word("estimate", options.language) : measure;
}

/** Everything that stands somewhere along the axis. */
function placesOf(lines: readonly ForestLine[], { reference = 0 }: ForestOptions): (number | null)[] {
  return [reference, ...lines.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper])];
}

function lineHeight(lines: number): number {
  return lines > 30 ? 20 : 25;
}

/** Where the columns of text stand, in pixels: names left of the axis, figures right of it, each as wide as its text. */
function sidesOf(lines: readonly ForestLine[], options: ForestOptions): Sides {
  const names = [word("study", options.language), ...lines.map(shownName)];
  const columns = [
    { field: "estimateText" as const, head: headOf(options) },
    { field: "intervalText" as const, head: confidenceLabel(options.confidenceLevel ?? 0.95, options.language) },
    { field: "nText" as const, head: GLOSSARY.n.label[options.language] },
    { field: "weightText" as const, head: GLOSSARY.weight.label[options.language] },
  ].filter(({ field }) => lines.some((line) => line[field] !== ""));
  let right = PLOT_WIDTH;
  const placed = columns.map((column) => {
    right += BETWEEN + widest([column.head, ...lines.map((line) => line[column.field])], FONT_SIZE, true);
    return { ...column, right: Math.round(right) };
  });
  return {
    left: -Math.round(widest(names, FONT_SIZE, true) + (lines.some((line) => line.indented) ? INDENT : 0) + BETWEEN),
    right: Math.round(right),
    columns: placed,
  };
}

function description(lines: readonly ForestLine[], options: ForestOptions): string {
  const { language } = options;
  const studies = lines.filter((line) => line.kind === "study").length;
  const head = sentence("chart-forest", { k: studies, measure: measureOf(options) }, language);
  const pooled = lines
    .filter((line) => line.kind === "summary")
    .map((line) => {
      const figures = `${line.estimateText} ${line.intervalText}`.trim();
      return sentence("chart-pooled", { name: line.name, figures }, language);
    });
  return [head, ...pooled].join(" ");
}
