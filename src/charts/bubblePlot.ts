import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, type Layer, labelOf, numberOf, SCHEMA } from "./chart.ts";
import { domainAround, dotLayer, lineLayer, PLANE, type Plane, type PlaneDot, planeEncoding } from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface BubbleOptions extends ChartOptions {
  /** Name of the moderator, for the axis; its label is looked up. */
  readonly moderator: string;
  /** The fitted line: `moderator`, `estimate`, and where known `lower` and `upper`. */
  readonly line?: readonly Row[];
  readonly measure?: string;
  readonly shown?: "number" | "coefficient";
  readonly decimals?: number;
}

/**
 * Effects against a moderator, larger bubbles for effects that weigh more, with the fitted line in its band.
 * @param rows `term`, `moderator` (its value), `estimate`, and `weight` where known; a row without a value or an estimate is not drawn
 * @param options language, labels, title; `moderator` names it, `line` holds the fitted line
 * @returns a Vega-Lite spec with the drawn figures only
 * @see Thompson & Higgins (2002), How should meta-regression analyses be undertaken and interpreted?
 * @example bubblePlot([{ term: "Chen", moderator: 2, estimate: 0.3 }], { language: "en", moderator: "weeks" }).description // "Bubble plot of 1 effect against weeks."
 */
export function bubblePlot(rows: readonly Row[], options: BubbleOptions): TopLevelSpec {
  const { language, labels, moderator } = options;
  const dots = dotsOf(rows, options);
  const line = lineOf(options);
  const name = labelOf(moderator, labels);
  const plane: Plane = {
    x: { title: name, domain: domainAround([...dots, ...line].map(({ x }) => x)), shown: "number" },
    y: {
      title: options.measure ?? GLOSSARY.estimate.label[language],
      domain: domainAround([...dots.map(({ y }) => y), ...line.flatMap(({ y, lower, upper }) => [y, lower, upper])]),
      shown: options.shown ?? "number",
    },
  };
  const titles = { name: word("study", language), x: name, y: plane.y.title };
  return {
    $schema: SCHEMA,
    description: sentence("chart-bubble", { k: dots.length, name }, language),
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    layer: [...fitted(line), ...dotLayer(dots, titles)],
    encoding: planeEncoding(plane, language),
    config: lightTheme,
  };
}

function dotsOf(rows: readonly Row[], options: BubbleOptions): PlaneDot[] {
  const style = { language: options.language, decimals: options.decimals ?? 2 };
  const largest = Math.max(0, ...rows.map((row) => numberOf(row.weight) ?? 0));
  return rows.flatMap((row) => {
    const [x, y, weight] = [numberOf(row.moderator), numberOf(row.estimate), numberOf(row.weight)];
    if (x === null || y === null) return [];
    const size = largest > 0 && weight !== null ? weight / largest : null;
    const texts = { xText: cellText(x, "number", style), yText: cellText(y, options.shown ?? "number", style) };
    return [{ name: labelOf(row.term, options.labels), x, y, size, ...texts }];
  });
}

interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly lower: number;
  readonly upper: number;
}

function lineOf({ line = [] }: BubbleOptions): LinePoint[] {
  const points = line.flatMap((row) => {
    const [x, y] = [numberOf(row.moderator), numberOf(row.estimate)];
    return x === null || y === null ? [] : [{ x, y, lower: numberOf(row.lower) ?? y, upper: numberOf(row.upper) ?? y }];
  });
  return points.sort((a, b) => a.x - b.x);
}

function fitted(line: readonly LinePoint[]): Layer[] {
  if (line.length < 2) return [];
  const band: Layer = {
    data: { values: line.map((point) => ({ ...point })) },
    mark: { type: "area", style: "band" },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "lower", type: "quantitative" },
      y2: { field: "upper" },
    },
  };
  return [band, lineLayer(line.map(({ x, y }) => [x, y] as const), "fitted")]; // biome-ignore format: a point a pair
}
