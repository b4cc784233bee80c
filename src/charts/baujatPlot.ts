import type { TopLevelSpec } from "vega-lite";
import { GLOSSARY } from "../foundation/glossary.ts";
import { sentence, word } from "../foundation/phrases.ts";
import type { Row } from "../foundation/row.ts";
import { type ChartOptions, cellText, labelOf, numberOf, SCHEMA } from "./chart.ts";
import { domainAround, dotLayer, nameLayers, PLANE, type PlaneDot, planeEncoding } from "./plane.ts";
import { lightTheme } from "./theme.ts";

export interface BaujatPlotOptions extends ChartOptions {
  readonly decimals?: number;
}

/**
 * What each study adds to the heterogeneity against how far it moves the pooled effect: studies on the right make the
 * effects differ, studies at the top move the mean.
 * @param rows `term`, `contribution`, `influence`; a row without them is not drawn
 * @param options language, labels, title
 * @returns a Vega-Lite spec with the drawn figures only; the farthest studies are named where there is room
 * @see Baujat, Mahé, Pignon & Hill (2002), A graphical method for exploring heterogeneity in meta-analyses
 * @example baujatPlot([{ term: "Chen", contribution: 2, influence: 1 }], { language: "en" }).description // "Baujat plot of 1 study. Farthest: Chen."
 */
export function baujatPlot(rows: readonly Row[], options: BaujatPlotOptions): TopLevelSpec {
  const { language } = options;
  const dots = rows.flatMap((row) => dotOf(row, options));
  const plane = {
    x: axis("contribution", dots.map(({ x }) => x), options), // biome-ignore format: one line an axis
    y: axis("influence", dots.map(({ y }) => y), options), // biome-ignore format: one line an axis
  };
  const titles = { name: word("study", language), x: plane.x.title, y: plane.y.title };
  const named = farthest(dots);
  const whole = sentence("chart-baujat", { k: dots.length }, language);
  const first = named[0] === undefined ? "" : ` ${sentence("chart-farthest", { name: named[0].name }, language)}`;
  return {
    $schema: SCHEMA,
    description: `${whole}${first}`,
    ...(options.title === undefined ? {} : { title: { text: options.title, frame: "bounds" as const } }),
    ...PLANE,
    layer: [...dotLayer(dots, titles), ...nameLayers(named, dots, plane)],
    encoding: planeEncoding(plane, language),
    config: lightTheme,
  };
}

function axis(column: "contribution" | "influence", values: readonly number[], { language }: BaujatPlotOptions) {
  const meaning = GLOSSARY[column].meaning[language];
  return { title: meaning, domain: domainAround([0, ...values]), shown: "number" as const };
}

function dotOf(row: Row, { labels, language, decimals }: BaujatPlotOptions): PlaneDot[] {
  const [x, y] = [numberOf(row.contribution), numberOf(row.influence)];
  if (x === null || y === null) return [];
  const style = { language, decimals: decimals ?? 2 };
  const texts = { xText: cellText(x, "number", style), yText: cellText(y, "number", style) };
  return [{ name: labelOf(row.term, labels), x, y, size: null, ...texts }];
}

/** Farthest from the corner first, each direction measured by its own largest value. */
function farthest(dots: readonly PlaneDot[]): PlaneDot[] {
  const [right, top] = [Math.max(...dots.map(({ x }) => x)) || 1, Math.max(...dots.map(({ y }) => y)) || 1];
  const distance = ({ x, y }: PlaneDot) => Math.hypot(x / right, y / top);
  return [...dots].sort((a, b) => distance(b) - distance(a));
}
